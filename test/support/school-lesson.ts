import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { insertedId } from '../../src/data/db/sql.ts';
import type { SchoolSessionType } from '../../src/domain/study-session/study-session.ts';
import { type Instant, MINUTE } from '../../src/shared/instant.ts';

export interface LessonOptions {
  /** Of the session; the next one where it is left out. */
  id?: number;
  classId: number;
  classManagerId: number;
  teacherId: number;
  courseId: number;
  unitName: string;
  studentIds: number[];
  /** Who was away, sick. */
  absentIds?: number[];
  type?: SchoolSessionType;
  start: Instant;
  /** In order; `by` null is the teacher. */
  talk?: { by: number | null; content: string; hidden?: boolean }[];
  /** What the evaluator and the class manager wrote about each. */
  description?: string;
  feedback?: string;
}

/** Writes a lesson at school that is over, with one session for all of its pupils. Answers with the id of the session. */
export async function addSchoolLesson(db: DatabaseManager, options: LessonOptions): Promise<number> {
  const { classId, classManagerId, teacherId, courseId, studentIds, absentIds = [], type = 'individual' } = options;
  const handle = db.handle();
  const end = options.start + 20 * MINUTE;
  const times = { start_time: toStored(options.start), end_time: toStored(end) };
  const lesson = await handle
    .insertInto('lessons')
    .values({
      class_id: classId,
      class_manager_id: classManagerId,
      created_at: toStored(options.start),
      type,
      state: 'completed',
      course_id: courseId,
      planned_duration_minutes: 30,
      plan: '{}',
      ...times,
    })
    .executeTakeFirstOrThrow();
  const session = await handle
    .insertInto('school_hours_study_sessions')
    .values({
      ...(options.id === undefined ? {} : { id: options.id }),
      type,
      status: 'completed',
      course_id: courseId,
      lesson_id: insertedId(lesson),
      class_manager_id: classManagerId,
      teacher_id: teacherId,
      planned_duration_minutes: 30,
      ...times,
    })
    .executeTakeFirstOrThrow();
  const id = insertedId(session);
  await handle
    .insertInto('learning_units_school_sessions')
    .values({ school_session_id: id, course_id: courseId, unit_name: options.unitName, position: 0 })
    .execute();
  for (const studentId of [...studentIds, ...absentIds]) await addPart(db, id, studentId, options);
  await addTalk(db, id, options);
  return id;
}

async function addPart(db: DatabaseManager, sessionId: number, studentId: number, options: LessonOptions) {
  const there = options.studentIds.includes(studentId);
  await db
    .handle()
    .insertInto('school_sessions_students')
    .values({
      school_session_id: sessionId,
      student_id: studentId,
      is_attendant: there ? 1 : 0,
      attendance_reason: there ? null : 'sick',
      emotional_state_before: there ? 'neutral' : null,
      joined_at: there ? toStored(options.start) : null,
      textual_feedback: there ? (options.feedback ?? null) : null,
    })
    .execute();
  if (!there) return;
  const about = {
    student_id: studentId,
    school_session_id: sessionId,
    score: 6,
    description: options.description ?? 'Six of ten.',
    evidence: JSON.stringify({ messageIds: [], attemptIds: [] }),
    rubric_version: '1',
    confidence: 0.5,
    flagged: 0,
    created_at: toStored(options.start),
  };
  const handle = db.handle();
  const byEvaluator = { ...about, source: 'evaluator', provider: 'embedded' } as const;
  const byManager = { ...about, source: 'class manager', provider: 'person' } as const;
  await handle.insertInto('sessional_proficiency_evaluations').values(byEvaluator).execute();
  await handle.insertInto('sessional_social_evaluations').values(byManager).execute();
}

async function addTalk(db: DatabaseManager, sessionId: number, { talk = [], teacherId, start }: LessonOptions) {
  for (const { by, content, hidden = false } of talk) {
    const who = by === null ? { teacher_id: teacherId } : { student_id: by };
    const type = by === null ? 'response' : 'prompt';
    await db
      .handle()
      .insertInto('messages')
      .values({
        school_session_id: sessionId,
        ...who,
        message_type: type,
        message_modality: 'text only',
        content,
        timestamp: toStored(start + MINUTE),
        state: 'complete',
        hidden_from_parents: hidden ? 1 : 0,
      })
      .execute();
  }
}
