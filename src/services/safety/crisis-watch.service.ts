import type { UserRepo } from '../../data/people/user.repo.ts';
import type { AlertRepo } from '../../data/safety/alert.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { ESCALATE_AFTER } from '../../domain/safety/alerts.ts';
import { type Crisis, crisisReply, screenForCrisis } from '../../domain/safety/crisis.ts';
import type { SessionRef } from '../../domain/study-session/study-session.ts';
import type { Clock } from '../../shared/instant.ts';

export interface CrisisWatchDeps {
  alerts: Pick<AlertRepo, 'add' | 'isFresh'>;
  users: UserRepo;
  clock: Clock;
}

/** Words of a pupil that are no message of a lesson: feedback, and whatever the program could not take. */
export class CrisisWatchService {
  readonly #deps: CrisisWatchDeps;

  constructor(deps: CrisisWatchDeps) {
    this.#deps = deps;
  }

  /**
   * Screens the words and alerts the staff of the pupil's school where they speak of need. The same said again of the same
   * session while its alert is still fresh and open raises no second one. Joins the transaction under way. Answers what was
   * heard, null for nothing.
   */
  async hear(studentId: number, words: string, session: SessionRef | null): Promise<Crisis | null> {
    const { alerts, users, clock } = this.#deps;
    const crisis = screenForCrisis(words);
    const pupil = crisis && (await users.findPupil(studentId));
    if (!crisis || !pupil) return null;
    const { severity, category } = crisis;
    const now = clock.now();
    const said = { studentId, session, severity, category };
    if (await alerts.isFresh({ ...said, since: now - ESCALATE_AFTER })) return crisis;
    await alerts.add({ ...said, schoolId: pupil.schoolId, messageId: null, now });
    return crisis;
  }

  /**
   * The same for words of a request that was refused. Answers the fixed reply, to be shown beside the refusal; null when there
   * is nothing to answer, and for everybody but pupils.
   */
  async hearRefused(actor: Actor, words: string): Promise<string | null> {
    if (actor.role !== 'student') return null;
    const crisis = await this.hear(actor.userId, words, null);
    return crisis && crisisReply(crisis, actor.locale);
  }
}
