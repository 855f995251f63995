import { ROLES, type Role } from '../../src/domain/access/permission-matrix.ts';
import type { Topic } from '../../src/shared/live.ts';
import type { CanaryKind } from './matrix.ts';
import type { LiveIds } from './socket-world.ts';

/** Who may be shown a topic, typed by hand from the specification's matrix and never derived from the program. */
export interface SocketCase {
  /** Who may be shown it at all; somebody else's does not exist for them either. */
  for: readonly Role[];
  /** Which one it is, of a pupil at each distance. Left out where the topic is one's own. */
  id?: (ids: LiveIds) => number;
  /** What it shows beyond what the role may usually read. */
  shows?: Partial<Record<Role, readonly CanaryKind[]>>;
}

/** Every topic of `/live`. */
export const SOCKET_CASES: Record<Topic, SocketCase> = {
  notifications: { for: ROLES },
  alerts: { for: ['class manager', 'school manager'] },
  me: { for: ['student'] },
  lesson: { for: ['class manager'], id: ({ lesson }) => lesson },
  talk: { for: ['student'], id: ({ session }) => session },
  session: { for: ['class manager'], id: ({ session }) => session },
};
