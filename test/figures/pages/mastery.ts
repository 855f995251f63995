import { fromStored } from '../../../src/data/db/instants.ts';
import type { RawRows } from '../raw-rows.ts';
import type { UnitOf } from './pupil-rows.ts';

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const logit = (p: number): number => Math.log(p / (1 - p));

/** How likely a right answer to an average question of a unit is, and what an estimate comes to that is seldom too high: by hand from the formula. */
function chanceOf(rows: RawRows, pupil: number, unit: UnitOf): { chance: number; cautious: number } {
  const isOf = (one: { course_id: number; unit_name: string }) =>
    one.course_id === unit.courseId && one.unit_name === unit.name;
  const general = rows.of('mastery_students').find((one) => one.student_id === pupil);
  const own = rows.of('mastery_student_units').find((one) => one.student_id === pupil && isOf(one));
  const hard = rows.of('mastery_units').find(isOf);
  const [shared] = rows.of('mastery_shared');
  const { means, variances } = JSON.parse(shared?.weights ?? 'null') ?? {
    means: [0.1, -0.05, 0.5, 0.4, -0.3],
    variances: [0.02, 0.02, 0.02, 0.02, 0.02],
  };
  const population = JSON.parse(shared?.population ?? 'null') ?? { answers: 0 };
  const isKnown = population.answers >= 200;
  const base = isKnown ? (population.correct + 500 * 0.65) / (population.answers + 500) : 0.65;
  const [right, wrong] = [own?.successes ?? 0, own?.failures ?? 0];
  const first = right + wrong === 0 ? 1 : 0;
  const told = [Math.log(1 + right), Math.log(1 + wrong), own?.ewma ?? 0, general?.ewma ?? 0, first];
  const mean =
    logit(base) +
    (general?.mean ?? 0) +
    (own?.mean ?? 0) -
    (hard?.mean ?? 0) +
    told.reduce((sum, one, at) => sum + one * means[at], 0);
  // The last 1: of a question that nobody has seen yet.
  const variance =
    (general?.variance ?? 0.8) +
    (own?.variance ?? 0.3) +
    (hard?.variance ?? 0.7) +
    told.reduce((sum, one, at) => sum + one * one * variances[at], 0) +
    1;
  const plain = sigmoid(mean / Math.sqrt(1 + (Math.PI * variance) / 8));
  return {
    chance: isKnown ? sigmoid(population.intercept + population.slope * logit(plain)) : plain,
    cautious: sigmoid(mean - 0.84 * Math.sqrt(variance)),
  };
}

export type UnitKind = 'weak' | 'strong' | 'due for review' | 'on the way' | 'too early to say' | 'not started';

export interface KnownUnit extends UnitOf {
  kind: UnitKind;
  chance: number;
  /** First answers that say something, and those of the last eight without help that were right. */
  answers: number;
  alone: number;
  right: number;
  due: number;
}

interface Answer {
  at: string;
  correct: boolean;
  alone: boolean;
}

/** First answers in a unit that could be judged or were given up, in sessions and in released tests, in their order. */
function answersIn(rows: RawRows, pupil: number, unit: UnitOf): Answer[] {
  const isOf = (one: { course_id: number; unit_name: string }) =>
    one.course_id === unit.courseId && one.unit_name === unit.name;
  const studied = rows
    .of('attempts')
    .filter((one) => one.student_id === pupil && isOf(one) && one.counts === 1)
    .filter(({ verdict }) => verdict !== 'cannot judge' && verdict !== 'skipped')
    .toSorted((a, b) => a.id - b.id)
    .map(({ verdict, created_at: at, ...one }) => {
      const isJudged = verdict === 'correct' || verdict === 'incorrect';
      const alone = isJudged && one.unaided === 1 && one.hints_used === 0 && one.revealed === 0;
      return { at, correct: verdict === 'correct', alone };
    });
  const sittings = rows.of('tests_students').filter((one) => one.student_id === pupil && one.learned_at !== null);
  const tested = sittings.flatMap(({ id, learned_at: at }) =>
    rows
      .of('test_answers')
      .filter((one) => one.sitting_id === id && isOf(one) && one.verdict !== null && one.verdict !== 'unanswered')
      .toSorted((a, b) => a.position - b.position)
      .map(({ verdict }) => ({ at: at ?? '', correct: verdict === 'correct', alone: true })),
  );
  return [...studied, ...tested].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** How a pupil stands in a unit, counted from the answers. */
export function standingIn(rows: RawRows, pupil: number, unit: UnitOf): KnownUnit {
  const answers = answersIn(rows, pupil, unit);
  const alone = answers.filter((one) => one.alone);
  const last = alone.slice(-8);
  const { chance, cautious } = chanceOf(rows, pupil, unit);
  const cards = cardsOf(rows, pupil, unit);
  const mastered = alone.length >= 3 && cautious >= 0.8 && unit.progress >= 1;
  const fades = cards.due > 0 && cards.due * 2 >= cards.all;
  const isDue = unit.state === 'completed' && (!mastered || fades);
  return {
    ...unit,
    kind: kindOf({ mastered, isDue, answers: answers.length, chance }),
    chance,
    answers: answers.length,
    alone: last.length,
    right: last.filter(({ correct }) => correct).length,
    due: cards.due,
  };
}

function kindOf(of: { mastered: boolean; isDue: boolean; answers: number; chance: number }): UnitKind {
  if (of.mastered) return of.isDue ? 'due for review' : 'strong';
  if (of.answers === 0) return 'not started';
  if (of.answers < 3) return 'too early to say';
  if (of.chance < 0.5) return 'weak';
  return of.isDue ? 'due for review' : 'on the way';
}

/** Questions of a unit that were answered once and may come alone, and those of them that are due. */
function cardsOf(rows: RawRows, pupil: number, unit: UnitOf): { all: number; due: number } {
  const questions = rows
    .of('qas')
    .filter((qa) => qa.course_id === unit.courseId && qa.unit_name === unit.name && qa.archived_at === null);
  const alone = questions.filter(
    ({ type, problem_id: problem }) =>
      type === 'for study' &&
      rows.of('qas').filter((one) => one.problem_id === problem && one.archived_at === null).length === 1,
  );
  const ids = new Set(alone.map(({ id }) => id));
  const own = rows.of('review_cards').filter((card) => card.student_id === pupil && ids.has(card.qa_id));
  return { all: own.length, due: own.filter((card) => fromStored(card.due_at) <= rows.now).length };
}
