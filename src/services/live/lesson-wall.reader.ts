import type { Actor } from '../../domain/access/permission-matrix.ts';
import { MINUTE } from '../../shared/instant.ts';
import type { Parts } from '../../shared/live.ts';
import { partsOfWall } from '../../shared/wall-parts.ts';
import type { LessonWallService } from '../lessons/lesson-wall.service.ts';
import type { LiveSignal } from './live-signals.service.ts';
import type { TopicReader } from './topic-reader.ts';

/** The wall of a lesson: `lesson`, and a part for each card. */
export class LessonWallReader implements TopicReader {
  /** Who says nothing for minutes is idle without any signal. */
  readonly every = MINUTE / 4;
  readonly #walls: Pick<LessonWallService, 'allows' | 'wallOf'>;

  constructor(walls: Pick<LessonWallService, 'allows' | 'wallOf'>) {
    this.#walls = walls;
  }

  /** All class managers of a class see the same. */
  audience({ role }: Actor): string {
    return role;
  }

  async allows(actor: Actor, id: number): Promise<void> {
    await this.#walls.allows(actor, id);
  }

  async read(actor: Actor, id: number): Promise<Parts> {
    return partsOfWall(await this.#walls.wallOf(actor, id));
  }

  concerns({ lessonId }: LiveSignal, id: number): boolean {
    return lessonId === id;
  }
}
