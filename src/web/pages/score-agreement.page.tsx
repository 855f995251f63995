import { type Agreement, ENOUGH_FOR_AGREEMENT, ENOUGH_FOR_CHANGE } from '../../domain/evaluation/score-agreement.ts';
import type { ScoreAgreementView, ScoresBeside } from '../../services/evaluations/score-agreement.service.ts';
import { Layout } from '../components/layout.tsx';
import { Stats } from '../components/stat.tsx';
import { Empty, Notice, Sheet } from '../components/surfaces.tsx';
import { Table } from '../components/table.tsx';
import { usePage } from '../page-context.ts';

/** How far the evaluator and the people of a school agree, each number with how many scores it rests on. */
export function ScoreAgreementPage({ view }: { view: ScoreAgreementView }) {
  const words = usePage().t.scoreAgreement;
  return (
    <Layout title={words.title}>
      <div class="stack loose">
        <header class="stack tight">
          <a href="/school">{words.back}</a>
          <h1>{words.title}</h1>
          <p class="lead quiet">{words.lead(view.days)}</p>
        </header>
        {view.rows.length === 0 ? (
          <Empty icon="people" title={words.none}>
            <p>{words.noneMore}</p>
          </Empty>
        ) : (
          <>
            <div class="grid even">
              <Beside all={view.all} />
              <Change view={view} />
            </div>
            <ByRubric rows={view.rows} />
          </>
        )}
      </div>
    </Layout>
  );
}

function Beside({ all: { scores, meanDifference, withinOne, kappa } }: { all: Agreement }) {
  const { t, format } = usePage();
  const words = t.scoreAgreement;
  return (
    <Sheet id="agreement" title={words.agreement}>
      {meanDifference === null || withinOne === null ? (
        <p class="quiet">{words.besideNone}</p>
      ) : (
        <Stats
          stats={[
            { label: words.beside, value: format.number(scores) },
            { label: words.difference, value: words.signed(meanDifference), note: words.differenceNote },
            { label: words.within, value: format.percent(withinOne) },
            kappa === null
              ? { label: words.kappa, value: null, note: words.kappaFew(ENOUGH_FOR_AGREEMENT) }
              : { label: words.kappa, value: kappa.toFixed(2), note: words.kappaNote },
          ]}
        />
      )}
    </Sheet>
  );
}

function Change({ view: { drift, periodDays } }: { view: ScoreAgreementView }) {
  const words = usePage().t.scoreAgreement;
  const sentences = words.drifts(drift, periodDays, ENOUGH_FOR_CHANGE);
  const last = sentences.at(-1);
  return (
    <Sheet id="drift" title={words.drift}>
      {sentences.slice(0, -1).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {drift.verdict === 'too few' ? (
        <p class="quiet">{last}</p>
      ) : (
        <Notice tone={drift.verdict === 'moved' ? 'warn' : 'good'}>{last}</Notice>
      )}
    </Sheet>
  );
}

function ByRubric({ rows }: { rows: readonly ScoresBeside[] }) {
  const { t, format } = usePage();
  const words = t.scoreAgreement;
  const number = (of: (row: ScoresBeside) => number) => (row: ScoresBeside) => format.number(of(row));
  const own = (say: (agreement: Agreement) => string | null) => (row: ScoresBeside) => {
    if (row.agreement === null) return <span class="quiet">{words.noOwn}</span>;
    return say(row.agreement) ?? <span class="quiet">{words.tooFew}</span>;
  };
  return (
    <Sheet id="rubrics" title={words.table}>
      <Table
        stacks
        caption={words.table}
        captionHidden
        rows={rows}
        rowKey={({ kind, rubricVersion, withModel }) => `${kind} ${rubricVersion} ${withModel}`}
        columns={[
          {
            title: words.kind,
            heads: true,
            cell: ({ kind, rubricVersion, withModel }) => (
              <>
                {words.kinds[kind]}
                <br />
                <small class="quiet">{words.origin(rubricVersion, withModel)}</small>
              </>
            ),
          },
          { title: words.given, numeric: true, cell: number(({ scores }) => scores) },
          { title: words.stands, numeric: true, cell: number(({ stands }) => stands) },
          { title: words.disputed, numeric: true, cell: number(({ disputed }) => disputed) },
          { title: words.own, numeric: true, cell: own(({ scores }) => format.number(scores)) },
          {
            title: words.meanDifference,
            numeric: true,
            cell: own(({ meanDifference }) => (meanDifference === null ? null : words.signed(meanDifference))),
          },
          { title: words.kappa, numeric: true, cell: own(({ kappa }) => kappa?.toFixed(2) ?? null) },
        ]}
      />
      <p class="quiet prose">{words.note}</p>
    </Sheet>
  );
}
