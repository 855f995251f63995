import type { Role } from '../access/permission-matrix.ts';

/** Parts of what is stored about somebody, in the order in which an export has them. */
export const RECORD_PARTS = [
  'account',
  'contacts',
  'classes',
  'family',
  'consents',
  'sessions',
  'messages',
  'answers',
  'scores',
  'quarters',
  'contests',
  'tests',
  'test-answers',
  'progress',
  'reports',
  'tablets',
  'lessons',
  'notices',
  'letters',
  'looked',
  'deeds',
] as const;
export type RecordPart = (typeof RECORD_PARTS)[number];

const OF_PUPILS: readonly RecordPart[] = RECORD_PARTS.filter((part) => part !== 'lessons' && part !== 'letters');
const OF_PARENTS: readonly RecordPart[] = [
  'account',
  'contacts',
  'family',
  'consents',
  'contests',
  'notices',
  'letters',
  'deeds',
];
/** What they gave and wrote about pupils is the pupils'. */
const OF_STAFF: readonly RecordPart[] = [
  'account',
  'contacts',
  'classes',
  'reports',
  'lessons',
  'notices',
  'letters',
  'deeds',
];

/** The parts that there can be of somebody. */
export function partsOf(role: Role): readonly RecordPart[] {
  if (role === 'student') return OF_PUPILS;
  return role === 'parent' ? OF_PARENTS : OF_STAFF;
}
