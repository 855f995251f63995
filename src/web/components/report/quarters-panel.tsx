import { QUARTER_KINDS, type QuarterKind } from '../../../domain/evaluation/quarter-evaluation.ts';
import type { QuarterLine, QuarterScore } from '../../../services/quarters/quarter-reader.ts';
import { usePage } from '../../page-context.ts';
import { madeInWords, sinceInWords } from '../../presenters/quarter.presenter.ts';
import { Fold, Sheet } from '../surfaces.tsx';
import { Table } from '../table.tsx';
import { Tag } from '../tag.tsx';

/** What the quarters of a pupil came to, by subject; nothing at all before the first one that the reader may see. */
export function QuartersPanel({ quarters }: { quarters: readonly QuarterLine[] }) {
  const { t } = usePage();
  const words = t.schoolHours;
  if (quarters.length === 0) return null;
  return (
    <Sheet id="quarters" title={words.quarters}>
      <Table
        stacks
        caption={words.quartersCaption}
        captionHidden
        rows={quarters}
        rowKey={({ schoolYear, quarter, subject }) => `${schoolYear}/${quarter}/${subject}`}
        columns={[
          {
            title: words.subject,
            heads: true,
            cell: ({ subject, quarter, schoolYear }) => (
              <>
                {t.words.subject(subject)}
                <br />
                <small class="quiet">{words.quarter(quarter, schoolYear)}</small>
              </>
            ),
          },
          ...QUARTER_KINDS.map((kind) => ({
            title: words.kinds[kind],
            wide: true,
            cell: (line: QuarterLine) => <QuarterCell line={line} kind={kind} />,
          })),
        ]}
      />
      <p class="quiet prose">{words.quartersNote}</p>
    </Sheet>
  );
}

function QuarterCell({ line, kind }: { line: QuarterLine; kind: QuarterKind }) {
  const { t, format } = usePage();
  const words = t.quarters;
  const score = line.scores[kind];
  const { own } = score;
  const isOwn = own.score !== null || own.reason !== null;
  return (
    <span class="stack tight">
      <span class="row">
        {score.score === null ? (
          <span class="quiet">{`${words.kinds[kind]}: ${own.reason ? words.reasons[own.reason] : t.report.tooLittle}`}</span>
        ) : (
          <strong>{`${words.kinds[kind]}: ${t.report.score(format.number(score.score))}`}</strong>
        )}
        <QuarterTags score={score} />
      </span>
      {isOwn ? (
        <small class="quiet">
          {words.byManager}
          {own.words !== '' && (
            <>
              {': '}
              <bdi>{own.words}</bdi>
            </>
          )}
        </small>
      ) : (
        <small class="quiet">
          <bdi>{madeInWords(score, words)}</bdi>
        </small>
      )}
      <QuarterRecord score={score} />
      <Contest line={line} score={score} />
    </span>
  );
}

/** Contested, doubted, changed since. */
export function QuarterTags({ score: { said, since } }: { score: QuarterScore }) {
  const { quarters: words } = usePage().t;
  return (
    <>
      {said.contest !== null && <Tag tone="due">{words.contested}</Tag>}
      {said.disputed && <Tag tone="due">{words.disputed}</Tag>}
      {since !== null && <Tag tone="info">{words.changedSince}</Tag>}
    </>
  );
}

/** What has changed since it was made, what stood there before, and what was said. */
export function QuarterRecord({ score }: { score: QuarterScore }) {
  const { t, format } = usePage();
  const words = t.quarters;
  const since = sinceInWords(score, words, format);
  const { versions, said } = score;
  if (since === null && versions.length === 0 && said.history.length === 0) return null;
  return (
    <Fold summary={words.record}>
      <ul class="small">
        {since !== null && <li>{since}</li>}
        {versions.map(({ score: before, replacedAt }) => (
          <li key={replacedAt}>
            {before === null
              ? words.earlierNone(format.day(replacedAt))
              : words.earlier(format.number(before), format.day(replacedAt))}
          </li>
        ))}
        {said.history.map(({ action, words: text, by, at }) => (
          <li key={at}>
            {words.saidBy(by?.name ?? words.somebody, format.day(at))}
            {': '}
            {action === 'contested' ? words.contested : action === 'stands' ? words.stands : words.disputed}
            {'. '}
            <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** The way to say that it is not right, for whoever may. */
function Contest({ line, score }: { line: QuarterLine; score: QuarterScore }) {
  const { t, actor } = usePage();
  const words = t.quarters;
  if (score.score === null || score.said.contest !== null) return null;
  if (actor?.role !== 'student' && actor?.role !== 'parent') return null;
  const base = actor.role === 'student' ? '/quarters' : `/children/${line.studentId}/quarters`;
  return (
    <a
      class="small"
      href={`${base}/${score.kind}/${score.id}/contest`}
      aria-label={words.contestNamed(words.kinds[score.kind], t.words.subject(line.subject))}
    >
      {words.contest}
    </a>
  );
}
