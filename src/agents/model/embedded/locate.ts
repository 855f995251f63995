import type { Slip } from '../../../domain/tutoring/slip.ts';
import { bilingual, type Ways } from './bilingual.ts';
import type { Talk } from './talk.ts';
import { LOCATE_EN } from './words/locate.en.ts';
import { LOCATE_HE } from './words/locate.he.ts';

const { WHERE_TO_LOOK } = bilingual(LOCATE_EN, LOCATE_HE);

/** Where the slip is, in a sentence or two to the pupil. */
export const whereToLook = (talk: Talk, slip: Slip): string => saidOf(talk, slip, WHERE_TO_LOOK[slip.kind]);

/** One of the ways to speak of a slip, what was reckoned filled in. */
export function saidOf(talk: Talk, slip: Slip, ways: Ways): string {
  if (slip.kind !== 'operation' && slip.kind !== 'part way') return talk.say(ways);
  const said = talk.say(ways);
  return said.replace('{used}', talk.phrasing.used(slip.used, slip.numbers, said.slice(0, said.indexOf('{used}'))));
}
