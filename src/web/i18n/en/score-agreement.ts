import type { EvaluationKind } from '../../../domain/evaluation/evaluation.ts';
import type { Drift } from '../../../domain/evaluation/score-agreement.ts';

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

const kinds: Record<EvaluationKind, string> = { proficiency: 'Proficiency', investment: 'Investment' };

/** "+0.5", "−0.5", "0" */
const signed = (points: number) => {
  const text = Math.abs(points).toFixed(1);
  return Number(text) === 0 ? '0' : points > 0 ? `+${text}` : `−${text}`;
};

/** Words about how far the evaluator and people agree, to school managers. */
export const scoreAgreement = {
  title: 'The evaluator and your people',
  link: 'How far people agree with it',
  linkLead: 'The evaluator scores every session. Class managers can answer a score, or give their own.',
  linkTitle: 'The evaluator',
  lead: (days: number) =>
    `What class managers said of the evaluator’s scores in the last ${days} days. They choose which scores they look at, so this says little of the others.`,
  back: 'Back to the school',
  none: 'No score yet',
  noneMore: 'As soon as sessions are evaluated, this page counts what people say of the scores.',
  /** The large numbers. */
  beside: 'Scores with a person’s own beside them',
  besideNone: 'No class manager has given an own score yet.',
  difference: 'Your people give',
  differenceNote: 'points on average, beside the evaluator',
  within: 'At most one point apart',
  agreement: 'How far they agree',
  kappaNote: '1 is perfect, 0 is chance; quadratically weighted',
  kappaFew: (needed: number) => `Too few to say: it takes ${needed} scores, and scores that differ.`,
  drift: 'Does it change?',
  drifts: (drift: Drift, days: number, needed: number): string[] => {
    const both = [
      period(`In the last ${days} days`, drift.last),
      period(`In the ${days} days before that`, drift.before),
    ];
    if (drift.verdict === 'too few') {
      return [...both, `Too few to say whether that is a change: it takes ${needed} scores in each.`];
    }
    const bounds = `With 95% certainty the change lies between ${signed(drift.from)} and ${signed(drift.to)} points`;
    return drift.verdict === 'steady'
      ? [...both, `${bounds}: no more than chance brings about.`]
      : [...both, `${bounds}: more than chance brings about. Please look at some of the newest scores.`];
  },
  signed,
  /** The table. */
  table: 'By rubric',
  kinds,
  kind: 'Score',
  origin: (rubric: string, withModel: boolean) =>
    `Rubric ${rubric}, ${withModel ? 'an AI had a say' : 'by rules alone'}`,
  given: 'Given',
  stands: 'Let stand',
  disputed: 'Doubtful',
  own: 'Own beside',
  meanDifference: 'Difference',
  kappa: 'Agreement (κ)',
  tooFew: 'too few',
  noOwn: 'none are given',
  note: 'Given: scores of the evaluator. Let stand and doubtful: what a class manager answered last. Own beside: investment scores that a class manager gave for the same session, at home or at school. Difference: theirs less the evaluator’s. Nobody gives own scores of proficiency.',
};

function period(when: string, { scores, meanDifference }: Drift['last']): string {
  if (meanDifference === null) return `${when} no score had a person’s own beside it.`;
  return `${when} your people gave ${more(meanDifference)} (${count(scores, 'score')}).`;
}

function more(points: number): string {
  const text = Math.abs(points).toFixed(1);
  if (Number(text) === 0) return 'the same on average';
  return `${text} points ${points > 0 ? 'more' : 'fewer'} on average`;
}
