import { type Prediction, predict } from './gelo.ts';
import { sigmoid } from './logistic.ts';
import { type GeloTerms, PRIORS, type StudentUnitTerm } from './terms.ts';

/** A unit is mastered when the cautious estimate of p reaches this. */
export const MASTERY_THRESHOLD = 0.8;
/** Answers without help that mastery needs at least. */
export const UNAIDED_NEEDED = 3;
/** Standard deviations below the mean: four of five times p is higher than the cautious estimate. */
const CAUTION = 0.84;

/** Terms of a pupil in a unit, without a particular question. */
export type UnitTerms = Omit<GeloTerms, 'item'>;

/** How likely a right answer to an average question of the unit is. */
export function predictUnit(terms: UnitTerms): Prediction {
  return predict({ ...terms, item: PRIORS.item });
}

/** p at mu − .84·√V: the estimate that is too high only one time in five. */
export function cautiousEstimate({ mu, variance }: Prediction): number {
  return sigmoid(mu - CAUTION * Math.sqrt(variance));
}

/**
 * How sure the estimate of a pupil in a unit is, by its standard deviation in log-odds. What is not known of a question that
 * nobody has seen yet is left out: it says nothing of the pupil.
 */
export type Certainty = 'unsure' | 'fairly sure' | 'sure';

const [SURE, FAIRLY_SURE] = [0.9, 1.15];

/** Of a prediction for the unit (`predictUnit`). */
export function certaintyOf({ variance }: Prediction): Certainty {
  const deviation = Math.sqrt(Math.max(0, variance - PRIORS.item.variance));
  if (deviation <= SURE) return 'sure';
  return deviation <= FAIRLY_SURE ? 'fairly sure' : 'unsure';
}

/** Whether the pupil has mastered the unit: the cautious estimate is .80 or more, after three or more unaided answers. */
export function isMastered(terms: UnitTerms): boolean {
  return terms.studentUnit.unaided >= UNAIDED_NEEDED && cautiousEstimate(predictUnit(terms)) >= MASTERY_THRESHOLD;
}

/** The facts for a sentence about a pupil's mastery of a unit. */
export type MasteryFacts =
  | { key: 'mastery.none'; params: Record<string, never> }
  | { key: 'mastery.helped'; params: { answers: number } }
  | { key: 'mastery.recent' | 'mastery.mastered'; params: { right: number; of: number } };

/** What can be said of a pupil in a unit; `right` of the last `of` (1 … 8) unaided answers. */
export function describeMastery(term: StudentUnitTerm, mastered: boolean): MasteryFacts {
  const answers = term.successes + term.failures;
  if (answers === 0) return { key: 'mastery.none', params: {} };
  const of = term.recent.length;
  if (of === 0) return { key: 'mastery.helped', params: { answers } };
  const right = [...term.recent].filter((mark) => mark === '1').length;
  return { key: mastered ? 'mastery.mastered' : 'mastery.recent', params: { right, of } };
}

/** How sure the estimate is, spoken to the pupil; nothing where nothing was answered. */
export function certaintyInEnglish(certainty: Certainty, answers: number): string {
  if (answers === 0) return '';
  const from = answers === 1 ? 'one answer' : `${answers} answers`;
  if (certainty === 'sure') return `The estimate rests on ${from} and is quite sure.`;
  if (certainty === 'fairly sure') return `The estimate rests on ${from} and is fairly sure.`;
  return `The estimate rests on ${from} and is still unsure.`;
}

/** English words for the facts, spoken to the pupil. */
export function masteryInEnglish(facts: MasteryFacts): string {
  switch (facts.key) {
    case 'mastery.none':
      return 'You have not answered a question here yet.';
    case 'mastery.helped':
      return 'So far you have worked with hints here; try one on your own next.';
    case 'mastery.mastered':
      return `You have mastered this. Of your last ${facts.params.of} tries without help, ${facts.params.right} were right.`;
    case 'mastery.recent':
      return recentInEnglish(facts.params);
  }
}

function recentInEnglish({ right, of }: { right: number; of: number }): string {
  if (of === 1) return right === 1 ? 'You got your first one right without help.' : 'You have tried one without help.';
  if (right === 0) return `You have tried ${of} without help; none was right yet.`;
  return `Of your last ${of} tries without help, ${right} ${right === 1 ? 'was' : 'were'} right.`;
}
