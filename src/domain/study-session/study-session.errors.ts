import { AppError, type ErrorKind, type ErrorOptions } from '../errors/app-error.ts';
import type { SessionKind, SessionStatus } from './study-session.ts';

/** The base of what can go wrong with a study session. */
export class StudySessionError extends AppError {
  constructor(kind: ErrorKind, code: string, message: string, options: ErrorOptions = {}) {
    super(kind, code, message, options);
  }
}

/** The pupil has a live session already; `details` say which, so that the page can lead there. */
export class ActiveSessionExistsError extends StudySessionError {
  constructor(live: { kind: SessionKind; id: number; status: SessionStatus }) {
    super(
      'conflict',
      'active-session-exists',
      'You already have a session under way. Go on with it, or end it first.',
      {
        details: { kind: live.kind, id: live.id, status: live.status },
      },
    );
  }
}

/** The pupil's school lets no session at home begin at this hour; `details` say when it does. */
export class OutsideStudyHoursError extends StudySessionError {
  constructor(from: string, until: string) {
    const message = `Your school lets sessions at home begin between ${from} and ${until}.`;
    super('conflict', 'outside-study-hours', message, { details: { from, until } });
  }
}

/** No session with this id for this person: unknown and somebody else's are answered the same. */
export class SessionNotFoundError extends StudySessionError {
  constructor() {
    super('not-found', 'session-not-found', 'There is no such study session.');
  }
}

/** The transition does not exist from the state that the session is in. */
export class InvalidSessionStateError extends StudySessionError {
  constructor(status: SessionStatus, wanted: string) {
    super('conflict', 'invalid-session-state', `The session is ${status}, so it cannot ${wanted} now.`, {
      details: { status },
    });
  }
}
