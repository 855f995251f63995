import type { StoredCourse, StoredProblem, StoredStep } from '../import/stored-course.ts';
import { publishedUnits } from '../import/to-document.ts';
import { isTag } from './tags.ts';

/** The forms in which curricula leave. */
export const EXPORT_FORMATS = ['json', 'csv', 'gift', 'qti'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What a course may have that a format has no place for. */
export const LEFT_OUT = [
  'pictures',
  'hints',
  'smaller questions',
  'worked examples',
  'words on wrong answers',
  'further right answers',
  'other wordings',
  'sources',
  'licences',
  'tests',
  'drafts',
  'empty units',
  'course and units',
] as const;
export type LeftOutKind = (typeof LEFT_OUT)[number];

/** How much of it is left out of the file. */
export interface LeftOut {
  what: LeftOutKind;
  count: number;
}

type Formats = readonly ExportFormat[];
const QUESTIONS_ALONE: Formats = ['gift', 'qti'];

/** What of a course as it is published the format cannot hold; nothing is left out without standing here. */
export function leftOutOf(course: StoredCourse, format: ExportFormat): LeftOut[] {
  const units = publishedUnits(course);
  const problems = units.flatMap((unit) => unit.problems);
  const steps = problems.flatMap((problem) => problem.steps);
  const sum = <Thing>(things: readonly Thing[], count: (thing: Thing) => number) =>
    things.reduce((all, thing) => all + count(thing), 0);
  const has = (is: (problem: StoredProblem) => boolean) => problems.filter(is).length;
  const where = (formats: Formats, count: () => number) => (formats.includes(format) ? count() : 0);
  const counts: Record<LeftOutKind, number> = {
    pictures: where(['csv', 'gift'], () => sum(problems, (problem) => problem.figures.length)),
    hints: where(QUESTIONS_ALONE, () => sum(steps, (step) => step.hints.length)),
    'smaller questions': where(QUESTIONS_ALONE, () => sum(steps, scaffolds)),
    'worked examples': where(QUESTIONS_ALONE, () => steps.filter((step) => step.workedExample !== '').length),
    'words on wrong answers': where(QUESTIONS_ALONE, () => sum(steps, (step) => wordsLost(step, format))),
    'further right answers': where(QUESTIONS_ALONE, () => sum(steps, answersLost)),
    'other wordings': where(QUESTIONS_ALONE, () =>
      sum(steps, (step) => step.aliases.filter((one) => !isTag(one)).length),
    ),
    sources: where(QUESTIONS_ALONE, () => has((problem) => problem.source !== '')),
    licences: where(['gift'], () => has((problem) => problem.licence !== '')),
    tests: where(['csv', ...QUESTIONS_ALONE], () => course.tests.filter((test) => !test.archived).length),
    drafts: where(['csv', ...QUESTIONS_ALONE], () => sum(course.drafts, (draft) => draft.steps.length)),
    'empty units': where(['csv', ...QUESTIONS_ALONE], () => units.filter((unit) => unit.problems.length === 0).length),
    'course and units': where(QUESTIONS_ALONE, () => 1),
  };
  return LEFT_OUT.map((what) => ({ what, count: counts[what] })).filter(({ count }) => count > 0);
}

const scaffolds = ({ hints }: StoredStep): number => hints.filter((hint) => hint.scaffold).length;

/** Several choices have no words on one answer in either format, and in QTI nor have answers that are typed. */
function wordsLost({ kind, wrongAnswers }: StoredStep, format: ExportFormat): number {
  return kind === 'several choices' || (format === 'qti' && kind !== 'choice') ? wrongAnswers.length : 0;
}

const answersLost = ({ kind, acceptedAnswers }: StoredStep): number =>
  kind === 'several choices' ? acceptedAnswers.length : 0;
