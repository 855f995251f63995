import type { Instant } from '../../shared/instant.ts';
import type { StoredInstant } from '../db/instants.ts';
import { prepared, preparedChange } from '../db/prepared.ts';
import { type HomeSession, selectSessions } from './home-session-rows.ts';

/** What the order of courses and the week are made of. */
export type StudiedSession = Pick<HomeSession, 'id' | 'courseId' | 'understanding' | 'difficulty'> & {
  start: Instant;
  end: Instant;
};

export const FOUND = prepared((db, { id }: { id: number }) =>
  selectSessions(db).where('home_hours_study_sessions.id', '=', id),
);

/** The units of a session in the order in which they are studied. */
export const UNITS = prepared((db, { id }: { id: number }) =>
  db
    .selectFrom('learning_units_home_sessions')
    .select(['unit_name as unitName', 'mastery_before as masteryBefore'])
    .where('home_session_id', '=', id)
    .orderBy('position'),
);

/** Notes activity in an active session. */
export const TOUCH = preparedChange((db, { id, now }: { id: number; now: StoredInstant }) =>
  db
    .updateTable('home_hours_study_sessions')
    .set({ last_activity_at: now })
    .where('id', '=', id)
    .where('status', '=', 'active'),
);

/** Completed sessions of a pupil. A cross join keeps the order in which SQLite reads: from the pupil's rows, not from everybody's completed sessions. */
export const STUDIED = prepared((db, { studentId, since }: { studentId: number; since: StoredInstant }) =>
  db
    .selectFrom('home_sessions_students as own')
    .crossJoin('home_hours_study_sessions as s')
    .select([
      's.id',
      's.course_id as courseId',
      's.start_time as start',
      's.end_time as end',
      'own.understanding_feedback as understanding',
      'own.difficulty_feedback as difficulty',
    ])
    .whereRef('s.id', '=', 'own.home_session_id')
    .where('own.student_id', '=', studentId)
    .where('s.status', '=', 'completed')
    .where('s.start_time', '>=', since)
    .where('s.end_time', 'is not', null)
    .$narrowType<{ start: StoredInstant; end: StoredInstant }>()
    .orderBy('own.home_session_id'),
);

export const PAUSES_OF = prepared((db, { ids }: { ids: readonly number[] }) =>
  db
    .selectFrom('home_hours_study_session_pauses')
    .select(['home_session_id', 'start_time', 'end_time'])
    .where('home_session_id', 'in', ids)
    .orderBy('id'),
);

/** Pauses of a pupil's sessions from one of them on. */
export const PAUSES = prepared((db, { studentId, from }: { studentId: number; from: number }) =>
  db
    .selectFrom('home_sessions_students as own')
    .crossJoin('home_hours_study_session_pauses as pause')
    .select(['pause.home_session_id', 'pause.start_time', 'pause.end_time'])
    .whereRef('pause.home_session_id', '=', 'own.home_session_id')
    .where('own.student_id', '=', studentId)
    .where('own.home_session_id', '>=', from)
    .orderBy('pause.id'),
);

/** The session that has the pupil's live place. */
export const LIVE = prepared((db, { studentId }: { studentId: number }) =>
  db
    .selectFrom('live_sessions')
    .innerJoin('home_hours_study_sessions', 'home_hours_study_sessions.id', 'live_sessions.session_id')
    .select(['home_hours_study_sessions.id', 'home_hours_study_sessions.status'])
    .where('live_sessions.student_id', '=', studentId)
    .where('live_sessions.kind', '=', 'home'),
);

/** The sessions that have the pupil's live places, of either kind. */
export const PLACES = prepared((db, { studentId }: { studentId: number }) =>
  db.selectFrom('live_sessions').select(['kind', 'session_id as sessionId']).where('student_id', '=', studentId),
);
