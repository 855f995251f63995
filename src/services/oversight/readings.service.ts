import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { startOfDaysUpTo } from '../../shared/calendar.ts';
import type { Clock } from '../../shared/instant.ts';

export interface ReadingsDeps {
  audit: AuditRepo;
  users: UserRepo;
  clock: Clock;
  timeZone: string;
}

/** Writes down who looked at what of a pupil; what pupils see of themselves and parents of their children is nobody's reading. */
export class ReadingsService {
  readonly #deps: ReadingsDeps;

  constructor(deps: ReadingsDeps) {
    this.#deps = deps;
  }

  /** A page about somebody was opened: where it is a pupil, noted once a day for whoever opens it again. */
  async noteView(actor: Actor, userId: number): Promise<void> {
    const { audit, users, clock, timeZone } = this.#deps;
    const now = clock.now();
    const noted = await audit.studentsWith(actor.userId, VIEW, [userId], startOfDaysUpTo(now, 1, timeZone));
    if (noted.has(userId) || actor.role === 'student' || actor.role === 'parent') return;
    const pupil = await users.findPupil(userId);
    if (!pupil) return;
    const { schoolId } = pupil;
    await audit.add({ actorId: actor.userId, action: VIEW, studentId: userId, schoolId, now });
  }

  /** What pupils wrote in tests was read: a line for each sitting. Staff read of their own school alone. */
  async noteAnswers(actor: Actor, read: readonly { studentId: number; sittingId: number }[]): Promise<void> {
    const { audit, clock } = this.#deps;
    const sittings = new Map(read.map(({ studentId, sittingId }) => [sittingId, studentId]));
    const entry = { actorId: actor.userId, action: 'read answers', schoolId: actor.schoolId, now: clock.now() };
    await audit.addMany(
      [...sittings].map(([sittingId, studentId]) => ({ ...entry, studentId, details: { sittingId } })),
    );
  }
}

const VIEW = 'view a pupil';
