import type { EvaluationKind } from '../../../domain/evaluation/evaluation.ts';
import type { ReviewAnswer } from '../../../domain/evaluation/score-review.ts';

const kinds: Record<EvaluationKind, string> = { proficiency: 'Proficiency', investment: 'Investment' };

/** Words about contested scores, to pupils, parents and class managers. */
export const scores = {
  kinds,
  hours: { home: 'at home', school: 'lesson at school' },
  contest: 'Not right? Say so',
  contestTitle: (kind: EvaluationKind) => `${kinds[kind]}: what is not right?`,
  contestLead:
    'Your class manager reads this and answers. The score stays on record either way, and nothing happens because of a score alone.',
  contestLeadParent:
    'The class manager of your child reads this and answers. The score stays on record either way, and nothing happens because of a score alone.',
  scoreWas: (score: number) => `The evaluator gave ${score} of 10.`,
  why: 'Why is it not right?',
  whyHint: 'For example: I was called away in the middle.',
  whyProblem: (most: number) => `Please say why, in at most ${most} characters.`,
  send: 'Send',
  back: 'Back',
  /** How a score stands, under it. */
  contestedByYou: (day: string) =>
    `You said on ${day} that this is not right. Your class manager has not answered yet.`,
  contestedBy: (name: string, day: string) => `${name} said on ${day} that this is not right.`,
  contestedByFamily: (day: string) =>
    `Your family said on ${day} that this is not right. The class manager has not answered yet.`,
  contestedByChild: (day: string) =>
    `Your child said on ${day} that this is not right. The class manager has not answered yet.`,
  somebody: 'Somebody',
  answered: {
    stands: (day: string) => `The class manager looked at it on ${day}: the score stands.`,
    disputed: (day: string) => `The class manager holds this score for doubtful since ${day}. Do not rely on it.`,
    scored: (day: string) => `The class manager looked at it on ${day}, and gave a score of their own.`,
  } satisfies Record<ReviewAnswer, (day: string) => string>,
  /** For the class manager. */
  answer: (kind: EvaluationKind, asked: boolean) => {
    if (asked) return 'Answer';
    return kind === 'proficiency' ? 'Mark as doubtful' : 'Give your own score';
  },
  decision: 'What do you say?',
  decisions: {
    stands: { label: 'The score stands', note: 'You have looked at it, and find it fair.' },
    disputed: { label: 'The score is doubtful', note: 'It is marked as such wherever it is shown.' },
    scored: { label: 'I give a score of my own', note: "It stands beside the evaluator's." },
  } satisfies Record<ReviewAnswer, { label: string; note: string }>,
  ownScore: 'Your score',
  ownScoreHint: 'How much the pupil put into it: 1 hardly anything, 10 everything. Right and wrong play no part.',
  words: 'Why?',
  wordsHint: 'The pupil and the parents read this.',
  save: 'Save',
  problems: {
    action: 'Please choose one.',
    score: 'Please choose a number from 1 to 10.',
    words: (most: number) => `Please say why, in at most ${most} characters.`,
  },
  /** The list of what waits. */
  queueTitle: 'Evaluate',
  queueLead: 'Scores that somebody contests come first. No score decides anything by itself.',
  contested: 'Contested',
  contestedNone: 'Nobody contests a score.',
  contestedMore: (shown: number, total: number) => `The ${shown} that wait longest, of ${total}.`,
  flagged: 'Worth a second look',
  flaggedLead: 'Of the last 30 days: the AI and the evidence are far apart, or what the AI said could not be used.',
  flaggedNone: 'Nothing of the last 30 days.',
  by: (pupil: boolean, day: string) => `${pupil ? 'The pupil' : 'A parent'}, ${day}:`,
  line: (kind: EvaluationKind, score: number | null) =>
    score === null ? `${kinds[kind]}: no score` : `${kinds[kind]}: ${score} of 10`,
  open: 'Look and answer',
  look: 'Look',
};
