import type { SteeringState, TalkState, TalkStateRepo } from '../../data/lessons/talk-state.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { type LessonAccessDeps, requireLesson } from './lesson-access.ts';

export interface TalkStateDeps extends LessonAccessDeps {
  talkStates: TalkStateRepo;
}

/** How far the talk of a session has come and how it is steered, for class managers who look at it. It says that there is more, never what. */
export class TalkStateService {
  readonly #deps: TalkStateDeps;

  constructor(deps: TalkStateDeps) {
    this.#deps = deps;
  }

  /** Throws `not-found` for a session of no lesson of the class manager's, and `forbidden` without the role. */
  async allows(actor: Actor, sessionId: number): Promise<void> {
    await requireLesson(this.#deps, actor, 'view class analytics', (await this.#find(sessionId)).lessonId);
  }

  /** Call `allows` first. */
  async stateOf(sessionId: number): Promise<TalkState> {
    return this.#find(sessionId);
  }

  /** Call `allows` first. */
  async steeringOf(lessonId: number, sessionId: number): Promise<SteeringState> {
    return this.#deps.talkStates.findSteering(lessonId, sessionId);
  }

  async #find(sessionId: number): Promise<TalkState> {
    const state = await this.#deps.talkStates.find(sessionId);
    if (!state) throw notFound('study session');
    return state;
  }
}
