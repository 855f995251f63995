import type { Role } from '../access/permission-matrix.ts';

/** Whose words of a talk are told: all that the pupil could read, what parents may, or none. */
export type Words = 'all' | 'for parents' | 'none';

/** How far words go into an export of a pupil for somebody of this role. */
export function wordsFor(role: Role, transcriptPolicy: 'off' | 'summary' | 'full' | undefined): Words {
  if (role !== 'parent') return 'all';
  return transcriptPolicy === 'full' ? 'for parents' : 'none';
}
