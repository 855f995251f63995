import { QUARTER_KINDS } from '../../domain/evaluation/quarter-evaluation.ts';
import type { ClassQuarter, NamedLine } from '../../services/quarters/class-quarter.service.ts';
import type { QuarterLine, QuarterScore } from '../../services/quarters/quarter-reader.ts';
import type { ClassQuarterAnswer, PupilQuartersAnswer } from '../../shared/quarters.ts';
import type { Format } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.ts';
import type { CsvColumn } from '../send-csv.ts';

/** What the score was made of, in the reader's language; as it was stored where its facts were not kept. */
export function madeInWords({ made }: Pick<QuarterScore, 'made'>, words: Messages['quarters']): string {
  return made.facts ? words.made(made.facts, made.score !== null) : made.description;
}

/** That, and how, it would be something else now; null: it is the same. */
export function sinceInWords(
  { made, since }: QuarterScore,
  words: Messages['quarters'],
  format: Format,
): string | null {
  if (since === null) return null;
  if (since.score === made.score) return words.changedSinceSame;
  return since.score === null ? words.changedSinceNone : words.changedSinceTo(format.number(since.score));
}

export const toPupilQuarters = (lines: readonly QuarterLine[]): PupilQuartersAnswer => ({
  quarters: lines.map(toLine),
});

export function toClassQuarter(view: ClassQuarter): ClassQuarterAnswer {
  const { schoolYear, quarter } = view.quarter;
  return {
    class: { id: view.class.id, name: view.class.name },
    schoolYear,
    quarter,
    over: view.over,
    pupils: view.pupils,
    released: view.released,
    closed: view.closing?.state === 'done',
    missing: view.subjects.reduce((sum, { missing }) => sum + missing, 0),
    lines: view.lines.map((line) => ({ studentId: line.studentId, name: line.name, ...toLine(line) })),
  };
}

function toLine({ schoolYear, quarter, subject, releasedAt, scores }: QuarterLine) {
  return {
    schoolYear,
    quarter,
    subject,
    releasedAt: releasedAt === null ? null : new Date(releasedAt).toISOString(),
    scores: QUARTER_KINDS.map((kind) => toScore(scores[kind])),
  };
}

function toScore({ id, kind, score, own, made, said, since }: QuarterScore) {
  const isOwn = own.score !== null || own.reason !== null;
  return {
    id,
    kind,
    score,
    source: isOwn ? ('class manager' as const) : ('evaluator' as const),
    reason: isOwn ? own.reason : made.reason,
    words: isOwn ? own.words : made.description,
    made: made.score,
    confidence: made.confidence,
    evidence: made.facts,
    contested: said.contest !== null,
    disputed: said.disputed,
    changedSince: since && { score: since.score },
    madeAt: new Date(made.at).toISOString(),
  };
}

/** The columns of a class's quarter as a file: everything that the page shows, a line a pupil and subject. */
export function quarterColumns(words: Messages, format: Format): CsvColumn<NamedLine>[] {
  const { quarters: own } = words;
  return [
    { title: own.pupil, cell: ({ name }) => name },
    { title: own.subject, cell: ({ subject }) => words.words.subject(subject) },
    ...QUARTER_KINDS.flatMap((kind): CsvColumn<NamedLine>[] => {
      const title = own.kinds[kind];
      const human: CsvColumn<NamedLine>[] =
        kind === 'proficiency'
          ? []
          : [
              {
                title: own.file.own(title),
                cell: ({ scores }) => {
                  const { score, reason } = scores[kind].own;
                  return score ?? (reason && own.reasons[reason]);
                },
              },
              { title: own.file.words(title), cell: ({ scores }) => scores[kind].own.words },
            ];
      return [
        { title: own.file.made(title), cell: ({ scores }) => scores[kind].made.score },
        ...human,
        {
          title: own.file.since(title),
          cell: ({ scores }) => {
            const { since } = scores[kind];
            return since && (since.score ?? words.report.tooLittle);
          },
        },
      ];
    }),
    { title: own.file.shown, cell: ({ releasedAt }) => (releasedAt === null ? null : format.day(releasedAt)) },
  ];
}
