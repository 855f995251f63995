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
    await this.noteViews(actor, [userId]);
  }

  /** Something about these people was read: of each pupil among them noted once a day, in as many queries for many as for one. */
  async noteViews(actor: Actor, userIds: readonly number[]): Promise<void> {
    if (actor.role === 'student' || actor.role === 'parent') return;
    const { audit, users, clock, timeZone } = this.#deps;
    const now = clock.now();
    const ids = [...new Set(userIds)];
    const noted = await audit.studentsWith(actor.userId, VIEW, ids, startOfDaysUpTo(now, 1, timeZone));
    const schools = await users.schoolsOfPupils(ids.filter((id) => !noted.has(id)));
    const entry = { actorId: actor.userId, action: VIEW, now };
    await audit.addMany([...schools].map(([studentId, schoolId]) => ({ ...entry, studentId, schoolId })));
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
