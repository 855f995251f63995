import type { SessionKind } from '../../domain/study-session/study-session.ts';

/** Which column names the session in tables that hold rows of sessions at home and at school. */
export const SESSION_COLUMN = { home: 'home_session_id', school: 'school_session_id' } as const satisfies Record<
  SessionKind,
  string
>;

/** The session's column filled and the other empty, for a new row. */
export function sessionColumns(kind: SessionKind, id: number) {
  return {
    home_session_id: kind === 'home' ? id : null,
    school_session_id: kind === 'school' ? id : null,
  };
}
