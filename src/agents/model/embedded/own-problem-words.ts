import type { Move } from '../../../domain/tutoring/dialogue.ts';
import { bilingual } from './bilingual.ts';
import { paragraphs, type Talk } from './talk.ts';
import { OWN_PROBLEM_EN } from './words/own-problem.en.ts';
import { OWN_PROBLEM_HE } from './words/own-problem.he.ts';

const { TAKEN, ASIDE, BEGIN } = bilingual(OWN_PROBLEM_EN, OWN_PROBLEM_HE);

/** A problem of the pupil's own opens: the page shows it under the words. */
export function ownProblemWords(talk: Talk, move: Extract<Move, { kind: 'own problem' }>): string {
  const taken = talk.say(TAKEN, { name: talk.brief.pupil.firstName });
  return paragraphs(move.setAside ? `${taken} ${talk.say(ASIDE)}` : taken, talk.say(BEGIN));
}
