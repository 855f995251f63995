import type { MetricValue } from '../../domain/analytics/metrics.ts';
import type { Hardness, HardQuestion, HardUnit } from '../../services/analytics/hard-units.service.ts';
import type {
  CommonMisconception,
  MisconceivedQuestion,
  Misconceptions,
} from '../../services/analytics/misconceptions.service.ts';
import type { RegionSchool } from '../../services/analytics/region-school.service.ts';
import type { Messages } from '../i18n/messages.ts';
import type { CsvColumn } from '../send-csv.ts';

type Words = Messages['regionSubject'];
/** A share lies within so many standard errors of what is behind it, nineteen times out of twenty. */
const SURE = 1.96;

/** A school with its grades as they are called. */
export function withGradeNames(view: RegionSchool, { words }: Pick<Messages, 'words'>): RegionSchool {
  const parts = view.parts.map((part) => {
    const grade = view.grades.get(part.id);
    return grade === undefined ? part : { ...part, name: words.grade(grade) };
  });
  return { ...view, parts };
}

/** Units as a file; shares in percent. */
export function unitColumns(words: Words, percent: string): CsvColumn<HardUnit>[] {
  return [
    { title: words.unit, cell: ({ unitName }) => unitName },
    { title: words.course, cell: ({ courseName }) => courseName },
    ...hardColumns<HardUnit>(words, percent),
  ];
}

/** Questions as a file. */
export function questionColumns(words: Words, percent: string): CsvColumn<HardQuestion>[] {
  return [{ title: words.question, cell: ({ question }) => question }, ...hardColumns<HardQuestion>(words, percent)];
}

function hardColumns<Row extends Hardness>(words: Words, percent: string): CsvColumn<Row>[] {
  const tenths = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10);
  const share = (title: string, of: (row: Row) => MetricValue): CsvColumn<Row>[] => [
    { title: `${title} (${percent})`, cell: (row) => tenths(scaled(of(row).value, 100)) },
    { title: `${title} (±)`, cell: (row) => tenths(scaled(of(row).error, 100 * SURE)) },
  ];
  return [
    { title: words.pupils, cell: ({ pupils }) => pupils },
    { title: words.answers, cell: ({ answers }) => answers },
    ...share(words.right, ({ right }) => right),
    ...share(words.unaided, ({ unaided }) => unaided),
    { title: words.hints, cell: ({ hintsPerAnswer }) => tenths(hintsPerAnswer) },
    { title: words.givenUp, cell: ({ givenUp }) => givenUp },
  ];
}

const scaled = (value: number | null, by: number) => (value === null ? null : value * by);

interface WrongRow extends CommonMisconception {
  of: MisconceivedQuestion;
}

/** Wrong answers as a file, a line each. */
export function misconceptionTable(
  view: Misconceptions,
  words: Words,
): { columns: CsvColumn<WrongRow>[]; rows: WrongRow[] } {
  const rows = view.units.flatMap(({ questions }) =>
    questions.flatMap((of) => of.wrong.map((one) => ({ ...one, of }))),
  );
  return {
    rows,
    columns: [
      { title: words.wrongAnswer, cell: ({ answer }) => answer },
      { title: words.question, cell: ({ of }) => of.question },
      { title: words.unit, cell: ({ of }) => of.unitName },
      { title: words.gave, cell: ({ pupils }) => pupils },
      { title: words.inSchools, cell: ({ schools }) => schools },
      { title: words.said, cell: ({ said }) => said ?? '' },
    ],
  };
}
