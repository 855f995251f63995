import { AppError } from '../errors/app-error.ts';
import type { SittingRefusal, SittingState } from './sitting.ts';

/** A sitting is in a state in which this cannot be done; `details` say in which. */
export class InvalidSittingStateError extends AppError {
  constructor(state: SittingState, message: string) {
    super('conflict', 'invalid-sitting-state', message, { details: { state } });
  }
}

/** A pupil is taking a test: nobody studies beside it, and no second test is begun. */
export class TestUnderWayError extends AppError {
  constructor(sittingId: number) {
    super('conflict', 'test-under-way', 'You are taking a test. Hand it in first; then you can go on here.', {
      details: { sittingId },
    });
  }
}

/** Why something cannot be done with a sitting, in a sentence for whoever tried. */
export const REFUSALS: Readonly<Record<SittingRefusal, string>> = {
  'too early': 'This test is not open yet.',
  missed: 'The time in which this test could be begun is over.',
  'not begun': 'This test has not been begun.',
  begun: 'This test is under way.',
  'handed in': 'This test has been handed in.',
  'time is left': 'There is still time left for this test.',
  'not marked': 'This test is not marked yet.',
};
