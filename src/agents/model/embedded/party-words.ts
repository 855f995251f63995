import type { Move } from '../../../domain/tutoring/dialogue.ts';
import { bilingual } from './bilingual.ts';
import { leadBack } from './lead-on.ts';
import type { Talk } from './talk.ts';
import { PARTY_EN } from './words/party.en.ts';
import { PARTY_HE } from './words/party.he.ts';

const { TO, FIRST, LATE } = bilingual(PARTY_EN, PARTY_HE);

/** Whom a turn greets: all who are there, or the one pupil. */
export function namesOf({ brief, phrasing }: Talk): string {
  const { party, pupil } = brief;
  return party ? phrasing.listed(party.members.map(({ firstName }) => firstName)) : pupil.firstName;
}

/** The words of a turn as they are said among several: the one who is answered is named, and who goes first at what opens now. */
export function asToOneOfSeveral(talk: Talk, words: string): string {
  const { party, pupil, move } = talk.brief;
  if (!party) return words;
  const isNamed = move.kind === 'welcome' || words.includes(pupil.firstName);
  const to = isNamed ? words : `${talk.say(TO, { name: pupil.firstName })} ${words}`;
  return party.next === null ? to : `${to} ${talk.say(FIRST, { next: party.next.firstName })}`;
}

/** Written for the question before: what it was worth, and on to the open one. */
export function cameLateWords(talk: Talk, { right, open }: Extract<Move, { kind: 'came late' }>): string {
  const worth = right === null ? LATE.unknown : right ? LATE.right : LATE.wrong;
  return `${talk.say(worth, { name: talk.brief.pupil.firstName })} ${leadBack(talk, open)}`;
}
