import type { UserRepo } from '../../data/people/user.repo.ts';
import type { FlaggedWords, ModerationFlagRepo } from '../../data/safety/moderation-flag.repo.ts';
import { ESCALATE_AFTER } from '../../domain/safety/alerts.ts';
import { ALERTS_FROM, type ModerationFlag, moderate } from '../../domain/safety/moderation.ts';
import type { SessionRef } from '../../domain/study-session/study-session.ts';
import type { Clock } from '../../shared/instant.ts';
import type { AlertTellingService } from './alert-telling.service.ts';

export interface ModerationDeps {
  flagRows: ModerationFlagRepo;
  users: UserRepo;
  telling: Pick<AlertTellingService, 'add'>;
  clock: Clock;
}

/** A pupil's words that were kept. */
export interface KeptWords {
  studentId: number;
  session: SessionRef;
  messageId: number;
  content: string;
}

/**
 * Keeps what moderation notices in words of pupils and of teachers. Nothing is blocked by it: what is serious is told to staff as an alert and
 * hidden from parents. The same of the same pupil again within a quarter of an hour raises no second alert.
 */
export class ModerationService {
  readonly #deps: ModerationDeps;

  constructor(deps: ModerationDeps) {
    this.#deps = deps;
  }

  /** Looks at words of a pupil by our own lists. Joins the transaction that keeps them. */
  async hear({ content, ...words }: KeptWords): Promise<void> {
    const flags = moderate(content);
    if (flags.length > 0) await this.keep({ ...words, direction: 'input' }, flags);
  }

  /** Keeps what was noticed. Joins the transaction under way. */
  async keep(words: Omit<FlaggedWords, 'schoolId'>, flags: readonly ModerationFlag[]): Promise<void> {
    const { flagRows, users, telling, clock } = this.#deps;
    const pupil = flags.length > 0 ? await users.findPupil(words.studentId) : undefined;
    if (!pupil) return;
    const { schoolId } = pupil;
    const now = clock.now();
    const serious = flags.filter(({ severity }) => severity >= ALERTS_FROM);
    const known =
      serious.length === 0
        ? new Set()
        : await flagRows.freshCategories(words.studentId, ALERTS_FROM, now - ESCALATE_AFTER);
    await flagRows.add({ ...words, schoolId }, flags, now);
    if (serious.length === 0) return;
    await flagRows.hideFromParents(words.messageId);
    for (const { category, severity } of serious) {
      if (known.has(category)) continue;
      const { studentId, session, messageId } = words;
      await telling.add({ studentId, schoolId, session, messageId, severity, category, now });
    }
  }
}
