import { MOST_DAYS } from '../../../services/analytics/analytics-view.ts';
import { AI_TABLES, type AiTable, type AiUse, type SchoolAi } from '../../../services/analytics/school-ai.service.ts';
import type { LimitsStanding } from '../../../services/budgets/ai-limits.service.ts';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Stats } from '../../components/stat.tsx';
import { Done, Notice, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { usePage } from '../../page-context.ts';
import { aiRowName } from '../../presenters/school-ai.presenter.ts';
import { AiBudget, type LimitsForm } from './ai-budget.tsx';
import { PeriodNav } from './period-nav.tsx';

interface Props {
  /** Null: the days that were asked for are none. */
  view: SchoolAi | null;
  standing: LimitsStanding;
  form?: LimitsForm;
  done?: string | null;
}

/** What a school used of the configured models over some days, and what it lets them cost. */
export function SchoolAiPage({ view, standing, form, done = null }: Props) {
  const { t, format } = usePage();
  const words = t.schoolAi;
  return (
    <Layout title={words.title} wide>
      <div class="stack loose">
        <PageHead title={words.title} back={{ href: '/school', text: words.back }} lead={words.lead} />
        <Done text={done} />
        <AiBudget standing={standing} form={form} />
        <PeriodNav view={view} action="/school/ai" chosen="" mostDays={MOST_DAYS.ofSchool} />
        {view === null ? (
          <Notice tone="alarm" announce>
            <p>{t.analytics.badDays(MOST_DAYS.ofSchool)}</p>
          </Notice>
        ) : (
          <>
            <p class="quiet">
              {t.analytics.lead(view.of.name, format.calendarDay(view.days.from), format.calendarDay(view.days.to))}
            </p>
            <Together view={view} />
            <div class="grid">
              {view.total.calls > 0 && AI_TABLES.map((table) => <Uses key={table} {...{ view, table }} />)}
            </div>
          </>
        )}
      </div>
    </Layout>
  );
}

function Together({ view: { total, pupilDailyTokens } }: { view: SchoolAi }) {
  const { t, format } = usePage();
  const words = t.schoolAi;
  const limit = { label: words.limit, value: format.number(pupilDailyTokens), note: words.limitNote };
  if (total.calls === 0) {
    return (
      <Sheet id="together" title={t.analytics.all}>
        <p>{words.none}</p>
        <Stats stats={[limit]} />
      </Sheet>
    );
  }
  const cost = total.callsWithoutCost === total.calls ? null : format.dollars(total.costMicros / 1e6);
  const note = cost === null ? words.noPrice : total.callsWithoutCost > 0 ? words.partly(total.callsWithoutCost) : '';
  return (
    <Sheet id="together" title={t.analytics.all}>
      <Stats
        stats={[
          { label: words.calls, value: format.number(total.calls) },
          { label: words.tokens, value: format.number(total.tokens) },
          { label: words.cost, value: cost, note },
          limit,
        ]}
      />
    </Sheet>
  );
}

function Uses({ view, table }: { view: SchoolAi; table: AiTable }) {
  const { t, format } = usePage();
  const words = t.schoolAi;
  const costOf = ({ calls, callsWithoutCost, costMicros }: AiUse) =>
    calls === callsWithoutCost ? <span class="quiet small">{words.noPrice}</span> : format.dollars(costMicros / 1e6);
  return (
    <Sheet id={table} title={words.tables[table]}>
      <Table
        caption={words.tables[table]}
        captionHidden
        rows={view.tables[table]}
        rowKey={({ name }) => name}
        columns={[
          {
            title: words.headings[table],
            heads: true,
            cell: ({ name }) => <bdi>{aiRowName(view, table, name, t, format)}</bdi>,
          },
          { title: words.calls, numeric: true, cell: ({ calls }) => format.number(calls) },
          { title: words.tokens, numeric: true, cell: ({ tokens }) => format.number(tokens) },
          { title: words.cost, numeric: true, cell: costOf },
        ]}
      />
      <p>
        <a href={`/school/ai.csv?from=${view.days.from}&to=${view.days.to}&table=${table}`}>{t.analytics.csv}</a>
      </p>
    </Sheet>
  );
}
