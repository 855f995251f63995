import { type Actor, scopeOf } from '../../domain/access/permission-matrix.ts';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import { SessionNotFoundError } from '../../domain/study-session/study-session.errors.ts';
import type { Parts } from '../../shared/live.ts';
import type { LessonTalkService } from '../study-session/shared/lesson-talk.service.ts';
import type { LiveSignal } from './live-signals.service.ts';
import type { TopicReader } from './topic-reader.ts';

/** How far the talk of a lesson has come, for its pupils: `last` that they may read, `writing`, the reply that grows, and `members`, who is there. They fetch the words themselves. */
export class TalkReader implements TopicReader {
  readonly #talk: Pick<LessonTalkService, 'pulseOf' | 'membersOf'>;

  constructor(talk: Pick<LessonTalkService, 'pulseOf' | 'membersOf'>) {
    this.#talk = talk;
  }

  /** Some words are for one of a group alone. */
  audience({ userId }: Actor): string {
    return String(userId);
  }

  async allows(actor: Actor, id: number): Promise<void> {
    if (scopeOf(actor.role, 'chat with AI teacher') !== 'own') {
      throw new AppError('forbidden', 'forbidden', 'Your account may not do that.');
    }
    await this.#talk.pulseOf(actor, id).catch((error: unknown) => {
      throw error instanceof SessionNotFoundError ? notFound('session') : error;
    });
  }

  async read(actor: Actor, id: number): Promise<Parts> {
    return { ...(await this.#talk.pulseOf(actor, id)), members: await this.#talk.membersOf(actor, id) };
  }

  concerns({ sessionIds }: LiveSignal, id: number): boolean {
    return sessionIds?.includes(id) ?? false;
  }
}
