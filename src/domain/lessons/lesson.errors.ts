import { AppError } from '../errors/app-error.ts';
import type { LessonPlan } from './lesson.ts';

/** Nobody of the class can take part, so that there is nothing to start; `details` say whom it concerns and why. */
export class NobodyCanTakePartError extends AppError {
  constructor(leftOut: LessonPlan['leftOut']) {
    super('conflict', 'nobody-can-take-part', 'Nobody of this class can take part in this lesson just now.', {
      details: { leftOut },
    });
  }
}

/** What the class manager has paused only they go on with. */
export class PausedForAllError extends AppError {
  constructor() {
    super(
      'conflict',
      'paused-by-class-manager',
      'Your class manager has paused the lesson. It goes on when they say so.',
    );
  }
}

/** A pupil is in a lesson: something that would take them out of it has to wait. */
export class LessonUnderWayError extends AppError {
  constructor() {
    super('conflict', 'lesson-under-way', 'You are in a lesson. This can wait until it is over.');
  }
}

/** Another class manager answers in this session already. */
export class TakenOverError extends AppError {
  constructor(by: string) {
    super('conflict', 'taken-over', `${by} is answering in this session. They hand it back first, or you do.`, {
      details: { by },
    });
  }
}
