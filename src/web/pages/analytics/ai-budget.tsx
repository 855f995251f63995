import { asFields, LIMIT_FIELDS, type LimitProblems, WARN_AT } from '../../../domain/budgets/budgets.ts';
import type { LimitsStanding } from '../../../services/budgets/ai-limits.service.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { Meter } from '../../components/meter.tsx';
import { Stats, type StatView } from '../../components/stat.tsx';
import { Notice, Sheet } from '../../components/surfaces.tsx';
import type { Fields } from '../../forms/fields.ts';
import { usePage } from '../../page-context.ts';

/** A form that could not be saved. */
export interface LimitsForm {
  sent: Fields;
  problems: LimitProblems;
}

/** How a school stands with what it lets models cost in this calendar month, and the form for its limits. */
export function AiBudget({ standing, form }: { standing: LimitsStanding; form?: LimitsForm | undefined }) {
  return (
    <div class="grid even">
      <ThisMonth standing={standing} />
      <Limits standing={standing} form={form} />
    </div>
  );
}

function ThisMonth({ standing: { limits, month, share, stops } }: { standing: LimitsStanding }) {
  const { t, format } = usePage();
  const words = t.schoolAi;
  const { monthlyMicros, monthlyTokens } = limits;
  // What nobody entered a price for cost something, which nobody knows.
  const unpriced = month.tokens > 0 && month.micros === 0;
  const ofMoney = monthlyMicros === null ? words.noBudget : words.ofBudget(format.dollars(monthlyMicros / 1e6));
  const stats: StatView[] = [
    {
      label: words.monthCost,
      value: unpriced ? null : format.dollars(month.micros / 1e6),
      note: unpriced ? words.noPrice : ofMoney,
    },
    {
      label: words.monthTokens,
      value: format.number(month.tokens),
      note: monthlyTokens === null ? words.noBudget : words.ofBudget(format.number(monthlyTokens)),
    },
    { label: words.classesHeld, value: format.number(stops.class), note: words.today },
    { label: words.pupilsHeld, value: format.number(stops.pupil), note: words.today },
  ];
  return (
    <Sheet id="month" title={words.month}>
      {stops.school > 0 ? (
        <Notice tone="alarm">
          <p>{words.usedUp}</p>
        </Notice>
      ) : (
        share !== null &&
        share >= WARN_AT && (
          <Notice tone="warn">
            <p>{words.nearly}</p>
          </Notice>
        )
      )}
      {share !== null && (
        <p class="row">
          <Meter share={Math.min(1, share)} label={words.shareUsed} valueText={format.percent(share)} />
          <span>{words.usedOf(format.percent(share))}</span>
        </p>
      )}
      <Stats stats={stats} />
    </Sheet>
  );
}

function Limits({ standing: { limits }, form }: { standing: LimitsStanding; form?: LimitsForm | undefined }) {
  const { t } = usePage();
  const words = t.schoolAi;
  const sent = form?.sent ?? asFields(limits);
  return (
    <Sheet
      id="limits"
      title={words.limits}
      action={<a href="/school/audit?action=set+ai+limits">{t.policies.toAudit}</a>}
    >
      <p class="quiet">{words.limitsLead}</p>
      {form && (
        <Notice tone="warn" announce>
          <p>{t.policies.problemsTitle}</p>
        </Notice>
      )}
      <form method="post" action="/school/ai/limits" class="stack">
        {LIMIT_FIELDS.map((name) => {
          const problem = form?.problems[name];
          return (
            <TextField
              key={name}
              name={name}
              short
              label={words.fields[name]}
              hint={words.hints[name]}
              value={sent[name]}
              maxLength={20}
              problem={problem && words.problems[problem]}
            />
          );
        })}
        <div class="row">
          <Button tone="go">{words.save}</Button>
        </div>
      </form>
    </Sheet>
  );
}
