import type { Slip } from '../../../domain/tutoring/slip.ts';
import { bilingual } from './bilingual.ts';
import type { Talk } from './talk.ts';
import { LOCATE_EN } from './words/locate.en.ts';
import { LOCATE_HE } from './words/locate.he.ts';

const { WHERE_TO_LOOK } = bilingual(LOCATE_EN, LOCATE_HE);

/** Where the slip is, in a sentence or two to the pupil. */
export function whereToLook(talk: Talk, slip: Slip): string {
  const ways = WHERE_TO_LOOK[slip.kind];
  if (slip.kind !== 'operation' && slip.kind !== 'part way') return talk.say(ways);
  const said = talk.say(ways);
  return said.replace('{used}', talk.phrasing.used(slip.used, slip.numbers, said.slice(0, said.indexOf('{used}'))));
}
