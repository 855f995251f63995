import type { GradeLevel } from '../../domain/curriculum/curriculum.ts';
import type { CurriculumDraft } from '../../domain/curriculum/curriculum-draft.ts';
import type { CoursePlan, ProblemPlan } from '../../domain/curriculum/import/import-plan.ts';
import type { JudgedAgain } from './judged-again.ts';

/** How much of a curriculum: what a draft holds, or what of it was new. */
export interface Amount {
  courses: number;
  units: number;
  problems: number;
  questions: number;
  hints: number;
  figures: number;
}

/** One thing that gets another value: which, in which part of the course, and both values. */
export interface ReportedChange {
  /** Unit, question or test; the course itself when empty. */
  where: string;
  what: string;
  before: string;
  after: string;
}

export interface ReportedCourse {
  name: string;
  subject: string;
  gradeLevel: GradeLevel;
  isNew: boolean;
  /** All that the source has. */
  units: string[];
  problems: number;
  questions: number;
  /** What the database did not have yet; `drafts`: questions that are kept and not asked. */
  added: { units: number; problems: number; questions: number; tests: number; drafts: number };
  /** Which questions those are, the first ones. */
  addedQuestions: { unit: string; question: string }[];
  /** How many changes there are, and the first of them. */
  changes: number;
  changed: ReportedChange[];
}

/** What an import did, or would do: what was taken, what was not, and why. */
export interface ImportReport {
  source: string;
  /** Nothing was kept: it was only tried. */
  dryRun: boolean;
  taken: Amount;
  courses: ReportedCourse[];
  /** Questions of the source that were not taken. */
  notTaken: { id: string; reason: string }[];
  /** Parts of questions that were left out, and what somebody should look at. */
  notes: { id: string; note: string }[];
  /** Subjects that had no teacher and got one. */
  newTeachers: string[];
  /** Enrolments that were new: pupils times courses. */
  enrolled: number;
  /** Answers of the past, where the key of a question changes. */
  judgedAgain: JudgedAgain;
  /** Names everything that is added and changed: two runs with the same fingerprint do the same. */
  fingerprint: string;
}

/** How many added questions and changes of a course are named; all are counted. */
export const MOST_NAMED = 200;
const LONGEST_QUESTION = 160;

/** What a plan does to one course, beside what the source holds of it. */
export function reportedCourse(draft: CurriculumDraft['courses'][number], plan: CoursePlan): ReportedCourse {
  const problems = draft.units.flatMap((unit) => unit.problems);
  const [kept, published] = [plan.problems.filter(isDraft), plan.problems.filter((problem) => !isDraft(problem))];
  const fresh = published.flatMap(({ unitName, steps }) =>
    steps.flatMap((step) => (step.does === 'add' ? [{ unit: unitName, question: shortened(step.qa.question) }] : [])),
  );
  const changed = changesIn(plan);
  return {
    name: draft.name,
    subject: draft.subject,
    gradeLevel: draft.gradeLevel,
    isNew: plan.id === null,
    units: draft.units.map((unit) => unit.name),
    problems: problems.length,
    questions: problems.reduce((sum, problem) => sum + problem.steps.length, 0),
    added: {
      units: plan.units.filter((unit) => unit.isNew).length,
      problems: published.filter((problem) => problem.id === null).length,
      questions: fresh.length,
      tests: plan.tests.filter((test) => test.id === null).length,
      drafts: kept.reduce((sum, { steps }) => sum + steps.length, 0),
    },
    addedQuestions: fresh.slice(0, MOST_NAMED),
    changes: changed.length,
    changed: changed.slice(0, MOST_NAMED),
  };
}

const isDraft = (problem: ProblemPlan): boolean => problem.isDraft;

function changesIn(plan: CoursePlan): ReportedChange[] {
  const isNew = new Set(plan.units.filter((unit) => unit.isNew).map((unit) => unit.name));
  const order = plan.id !== null && plan.order && !onlyAppended(plan.order.after, isNew) ? plan.order : null;
  return [
    ...plan.changes.map((change) => ({ where: '', ...change })),
    ...(order
      ? [{ where: '', what: 'order of the units', before: order.before.join(' · '), after: order.after.join(' · ') }]
      : []),
    ...plan.units.flatMap(({ name, changes }) => changes.map((change) => ({ where: name, ...change }))),
    ...plan.problems.flatMap(changesOfProblem),
    ...plan.tests.flatMap(({ test, changes }) => changes.map((change) => ({ where: test.name, ...change }))),
  ];
}

/** New units behind all others change no order. */
function onlyAppended(order: readonly string[], isNew: ReadonlySet<string>): boolean {
  const first = order.findIndex((name) => isNew.has(name));
  return first !== -1 && order.slice(first).every((name) => isNew.has(name));
}

function changesOfProblem({ id, unitName, changes, steps, title, key }: ProblemPlan): ReportedChange[] {
  if (id === null) return [];
  const where = (question: string) => `${unitName} › ${shortened(question)}`;
  return [
    ...changes.map((change) => ({ where: where(title || key), ...change })),
    ...steps.flatMap((step): ReportedChange[] => {
      if (step.does === 'add') return [];
      if (step.does === 'take out')
        return [{ where: where(step.question), what: 'question', before: step.question, after: '' }];
      return step.changes.map((change) => ({ where: where(step.qa.question), ...change }));
    }),
  ];
}

const shortened = (text: string): string =>
  text.length > LONGEST_QUESTION ? `${text.slice(0, LONGEST_QUESTION)}…` : text;

/** How much a draft holds. */
export function amountOf(draft: CurriculumDraft): Amount {
  const units = draft.courses.flatMap((course) => course.units);
  const problems = units.flatMap((unit) => unit.problems);
  const questions = problems.flatMap((problem) => problem.steps);
  return {
    courses: draft.courses.length,
    units: units.length,
    problems: problems.length,
    questions: questions.length,
    hints: questions.reduce((sum, question) => sum + question.hints.length, 0),
    figures: problems.reduce((sum, problem) => sum + (problem.figures?.length ?? 0), 0),
  };
}

const NOBODY_YET =
  'Pupils see a course once they are enrolled in it; the same command with --enroll USERNAME, or --enroll all, does that.';

/** The report for people, a line an entry. */
export function reportLines(report: ImportReport): string[] {
  const { taken } = report;
  const added = report.courses.reduce((sum, { added: { questions, drafts } }) => sum + questions + drafts, 0);
  const changes = report.courses.reduce((sum, course) => sum + course.changes, 0);
  return [
    `${report.dryRun ? 'Tried' : 'Imported'} ${report.source}.`,
    `Read: ${[
      plural(taken.courses, 'course'),
      plural(taken.units, 'unit'),
      plural(taken.problems, 'problem'),
      plural(taken.questions, 'question'),
      plural(taken.hints, 'hint'),
      plural(taken.figures, 'figure'),
    ].join(', ')}. ${newsOf(added, changes, taken.questions)}`,
    ...report.courses.flatMap(courseLines),
    ...(report.newTeachers.length > 0 ? [`New teachers for: ${report.newTeachers.join(', ')}.`] : []),
    ...(report.enrolled > 0 ? [`New enrolments: ${report.enrolled}.`] : []),
    ...judgedLines(report),
    ...(report.enrolled === 0 && added === taken.questions ? [NOBODY_YET] : []),
    ...section(
      `Not taken: ${report.notTaken.length}`,
      report.notTaken.map(({ id, reason }) => `${id}: ${reason}`),
    ),
    ...section(
      `Notes: ${report.notes.length}`,
      report.notes.map(({ id, note }) => `${id}: ${note}`),
    ),
    ...(report.dryRun ? ['Nothing was saved: this was a trial.'] : []),
  ];
}

function judgedLines({ dryRun, judgedAgain: { answers, pupils } }: ImportReport): string[] {
  if (answers === 0) return [];
  const are = dryRun ? 'would be' : 'are';
  return [`${plural(answers, 'answer')} of ${plural(pupils, 'pupil')} ${are} judged again by the new keys.`];
}

function newsOf(added: number, changes: number, all: number): string {
  if (added === 0 && changes === 0) return 'All of it is there already.';
  if (added === all && changes === 0) return 'All of it is new.';
  return `New: ${plural(added, 'question')}. Changed: ${plural(changes, 'thing')}. The rest is there already.`;
}

function courseLines(course: ReportedCourse): string[] {
  const { added } = course;
  const news = [
    added.units > 0 ? plural(added.units, 'new unit') : '',
    added.questions > 0 ? plural(added.questions, 'new question') : '',
    added.tests > 0 ? plural(added.tests, 'new test') : '',
    added.drafts > 0 ? `${plural(added.drafts, 'question')} kept as a draft` : '',
    course.changes > 0 ? plural(course.changes, 'change') : '',
  ].filter((part) => part !== '');
  const size = `${plural(course.questions, 'question')} in ${plural(course.units.length, 'unit')}`;
  const state = course.isNew ? 'a new course' : news.length === 0 ? 'nothing new' : news.join(', ');
  const more = course.changes - course.changed.length;
  return [
    `  ${course.name} (${course.subject}, ${course.gradeLevel}): ${size}; ${state}`,
    ...course.units.map((unit) => `    ${unit}`),
    ...course.changed.map(({ where, what, before, after }) => {
      const of = where === '' ? what : `${where}, ${what}`;
      return `    changed ${of}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`;
    }),
    ...(more > 0 ? [`    … and ${more} more changes`] : []),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
