import { type Actor, scopeOf } from '../../domain/access/permission-matrix.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import { MINUTE } from '../../shared/instant.ts';
import type { Parts } from '../../shared/live.ts';
import type { LessonPlacesService } from '../lessons/lesson-places.service.ts';
import type { LiveSignal } from './live-signals.service.ts';
import type { Shown, TopicReader } from './topic-reader.ts';

/** A pupil's own topic: the lesson that runs for them (`place`), or null. */
export class PupilPlaceReader implements TopicReader {
  /** Nobody misses a lesson because a signal was lost. */
  readonly every = MINUTE;
  readonly #places: Pick<LessonPlacesService, 'current'>;

  constructor(places: Pick<LessonPlacesService, 'current'>) {
    this.#places = places;
  }

  audience({ userId }: Actor): string {
    return String(userId);
  }

  async allows({ role }: Actor): Promise<void> {
    if (scopeOf(role, 'chat with AI teacher') === 'own') return;
    throw new AppError('forbidden', 'forbidden', 'Your account may not do that.');
  }

  async read(actor: Actor): Promise<Parts> {
    return { place: (await this.#places.current(actor)) ?? null };
  }

  concerns({ lessonId, sessionIds, studentIds }: LiveSignal, _id: number, { actor, part }: Shown): boolean {
    if (studentIds) return studentIds.includes(actor.userId);
    const place = part('place') as Awaited<ReturnType<LessonPlacesService['current']>> | null;
    if (!place) return false;
    return sessionIds ? sessionIds.includes(place.sessionId) : place.lessonId === lessonId;
  }
}
