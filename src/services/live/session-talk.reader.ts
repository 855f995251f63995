import type { TalkState } from '../../data/lessons/talk-state.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { MINUTE } from '../../shared/instant.ts';
import type { Parts } from '../../shared/live.ts';
import type { TalkStateService } from '../lessons/talk-state.service.ts';
import type { LiveSignal } from './live-signals.service.ts';
import type { Shown, TopicReader } from './topic-reader.ts';

/** The talk of a session, for its class managers: how far it has come (`talk`) and how it is steered (`steering`). They fetch the words themselves. */
export class SessionTalkReader implements TopicReader {
  readonly every = MINUTE;
  readonly #talks: Pick<TalkStateService, 'allows' | 'stateOf' | 'steeringOf'>;

  constructor(talks: Pick<TalkStateService, 'allows' | 'stateOf' | 'steeringOf'>) {
    this.#talks = talks;
  }

  /** All class managers of a class see the same. */
  audience({ role }: Actor): string {
    return role;
  }

  async allows(actor: Actor, id: number): Promise<void> {
    await this.#talks.allows(actor, id);
  }

  async read(_actor: Actor, id: number): Promise<Parts> {
    const talk = await this.#talks.stateOf(id);
    return { talk, steering: await this.#talks.steeringOf(talk.lessonId, id) };
  }

  concerns({ lessonId, sessionIds }: LiveSignal, id: number, { part }: Shown): boolean {
    if (sessionIds) return sessionIds.includes(id);
    return lessonId !== undefined && (part('talk') as TalkState | undefined)?.lessonId === lessonId;
  }
}
