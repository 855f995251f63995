import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { insertedId } from '../../src/data/db/sql.ts';
import { DeviceRepo } from '../../src/data/devices/device.repo.ts';
import { EvaluationRepo } from '../../src/data/evaluations/evaluation.repo.ts';
import { AttemptRepo } from '../../src/data/study-session/attempt.repo.ts';
import { DialogueRepo } from '../../src/data/study-session/dialogue.repo.ts';
import { HomeSessionRepo } from '../../src/data/study-session/home-session.repo.ts';
import { MessageRepo } from '../../src/data/study-session/message.repo.ts';
import { initialDialogue } from '../../src/domain/tutoring/dialogue-state.ts';
import { HOUR, MINUTE } from '../../src/shared/instant.ts';
import { type Factory, unitDraft } from '../support/factory.ts';
import { addContest } from './contest-record.ts';
import { addDraft } from './curriculum-records.ts';
import { addGuidance } from './guidance-record.ts';
import { addKeptReports, type KeptReportIds } from './kept-report-record.ts';
import { addLesson, addWhisper } from './lesson-record.ts';
import { type CanaryKind, canary, type Target } from './matrix.ts';
import { addQuarter } from './quarter-record.ts';
import { addReport } from './report-record.ts';
import { addSpares } from './spare-records.ts';
import { addSittings, testProblem } from './test-records.ts';
import { addUpload } from './upload-record.ts';

/** The ids of one pupil's things: what requests name. */
export interface TargetIds {
  pupil: number;
  course: number;
  unit: string;
  /** Completed and evaluated. */
  session: number;
  /** A session in school hours, of which the pupil had a part. */
  lesson: number;
  /** The lesson of which that was a session, and the class that it was given to; of a pupil who is gone, nobody's. */
  givenLesson: number;
  lessonClass: number;
  /** What was noted in it for the teacher. */
  whisper: number;
  alert: number;
  message: number;
  class: number;
  /** The test of the sittings below. */
  test: number;
  /** Not open yet; under way; handed in and marked, but not released. */
  sittings: { ahead: number; open: number; marked: number };
  /** What the last two were asked, in its revision. */
  testQuestion: number;
  /** With the pupil; of a pupil who is gone, gone as well. */
  device: number;
  /** A question that was asked in the session, in the revision that was asked. */
  asked: { qaId: number; revisionId: number };
  /** Another pupil of the same school, with a parent and a class of their own: to be shut, moved and linked by requests. */
  spare: number;
  spareParent: number;
  /** To a parent who is not there, about the spare pupil. */
  guardianRequest: number;
  /** Linked to the spare pupil by mistake. */
  mistakenParent: number;
  spareClass: number;
  /** Pupils of a school that nobody manages, released to the school of this target: for pages, and for programs. */
  arrival: number;
  refusedArrival: number;
  apiArrival: number;
  refusedApiArrival: number;
  /** That school. */
  unmanagedSchool: number;
  quarter: { proficiency: number; investment: number; attention: number };
  /** A file of people that the manager of the pupil's school looks at; of a pupil who is gone, nobody's. */
  upload: number;
  /** With a draft, and with a question that is kept for tests. */
  problem: number;
  publication: number;
  change: number;
  /** For the pupil's class; of a pupil who is gone, nobody's. */
  guidance: number;
  keptReports: KeptReportIds;
}

/** A unit whose name is no secret: it stands in addresses, which whoever asks knows. */
export const LAST_UNIT = 'The last unit';

export interface Owner {
  target: Target;
  classId: number;
  pupil: number;
  schoolId: number;
  unmanagedSchool: number;
  teacherId: number;
  now: number;
}

/** A course of the pupil's own, a session with everything that can hang on one, a test, an alert. */
export async function addRecords(db: DatabaseManager, make: Factory, owner: Owner): Promise<TargetIds> {
  const { target, pupil, now } = owner;
  const mark = (kind: CanaryKind) => canary(target, kind);
  const unit = `Unit ${mark('course')}`;
  const course = await make.course({
    name: `Course ${mark('course')}`,
    description: mark('course'),
    units: [
      { ...unitDraft(unit, 5), problems: [...unitDraft(unit, 5).problems, testProblem(mark('testquestion'))] },
      unitDraft(LAST_UNIT, 1),
    ],
    tests: [
      { name: `Test ${mark('test')}`, type: 'quiz', durationMinutes: 30, units: { [unit]: 1 } },
      { name: `Open test ${mark('test')}`, type: 'quiz', durationMinutes: 30, units: { [unit]: 1 } },
      { name: `Marked test ${mark('test')}`, type: 'quiz', durationMinutes: 30, units: { [unit]: 1 } },
    ],
  });
  await make.enrol(pupil, course);
  const session = await addSession(db, owner, course, unit);
  const message = await addTalk(db, owner, session);
  await addAttempt(db, owner, { session, message, course, unit });
  await addEvaluations(db, owner, session, message);
  const taken = await addSittings(db, owner, course, unit);
  const alert = await db.run(async (handle) =>
    insertedId(
      await handle
        .insertInto('safety_alerts')
        .values({
          student_id: pupil,
          school_id: owner.schoolId,
          home_session_id: session,
          severity: 2,
          category: 'distress',
          created_at: toStored(now),
          released_to_parents_at: toStored(now),
        })
        .executeTakeFirstOrThrow(),
    ),
  );
  await addContest(db, owner, session);
  const lesson = await addLesson(db, make, owner, course, unit);
  const givenLesson = target === 'deleted' ? NOBODYS : await lessonOfSession(db, lesson);
  const asked = await addReport(db, owner, { session, lesson, course });
  const device = await addDevice(db, owner);
  const written = await addDraft(db, owner, course, unit);
  const more = await addSpares(db, make, owner);
  return {
    pupil,
    course,
    unit,
    session,
    lesson,
    givenLesson,
    whisper: target === 'deleted' ? NOBODYS : await addWhisper(db, owner, givenLesson),
    lessonClass: target === 'deleted' ? NOBODYS : owner.classId,
    alert,
    message,
    asked,
    class: owner.classId,
    ...taken,
    device,
    quarter: await addQuarter(db, owner),
    upload: await addUpload(db, owner),
    keptReports: await addKeptReports(db, owner),
    ...written,
    guidance: target === 'deleted' ? NOBODYS : await addGuidance(db, owner, course),
    ...more,
  };
}

const NOBODYS = 999_999;

async function lessonOfSession(db: DatabaseManager, sessionId: number): Promise<number> {
  const row = await db.run((handle) =>
    handle
      .selectFrom('school_hours_study_sessions')
      .select('lesson_id')
      .where('id', '=', sessionId)
      .executeTakeFirstOrThrow(),
  );
  return row.lesson_id;
}

async function addDevice(db: DatabaseManager, { target, pupil, schoolId, now }: Owner): Promise<number> {
  const devices = new DeviceRepo(db);
  const serialNumber = `SERIAL-${pupil}`;
  const kind = { os: 'android', purchaseDate: null, condition: 'functional' } as const;
  await devices.add(schoolId, [{ ...kind, serialNumber, model: canary(target, 'device') }]);
  const [device] = await devices.list(schoolId, { filter: 'all', search: serialNumber, offset: 0, limit: 1 });
  const id = device?.id ?? 0;
  if (target === 'deleted') await devices.remove(id);
  else await devices.lend(id, pupil, now);
  return id;
}

async function addSession(db: DatabaseManager, owner: Owner, courseId: number, unitName: string): Promise<number> {
  const sessions = new HomeSessionRepo(db);
  const start = owner.now - 2 * HOUR;
  const id = await sessions.create({
    studentId: owner.pupil,
    type: 'homework',
    courseId,
    teacherId: owner.teacherId,
    plannedMinutes: 30,
    feelingBefore: 'neutral',
    units: [{ unitName, masteryBefore: 0.5 }],
    now: start,
  });
  await sessions.move(id, 'pending', 'active', { start, now: start });
  await new DialogueRepo(db, 'home').create(id, initialDialogue());
  const end = start + 30 * MINUTE;
  await sessions.move(id, 'active', 'completed', { end, endReason: 'pupil', now: end });
  await sessions.leave(id);
  const said = { difficulty: 3, understanding: 8, feedback: canary(owner.target, 'feedback') };
  await sessions.saveFeedback(id, { feelingAfter: 'positive', ...said });
  return id;
}

/** Words, a reply, and words that are hidden from parents. Answers with the id of the first. */
async function addTalk(
  db: DatabaseManager,
  { target, pupil, teacherId, now }: Owner,
  sessionId: number,
): Promise<number> {
  const messages = new MessageRepo(db, 'home');
  const prompt = {
    sessionId,
    studentId: pupil,
    clientId: `talk-${target}`,
    content: canary(target, 'words'),
    choiceId: null,
    modality: 'text only' as const,
    act: 'attempt',
    previousId: null,
    hiddenFromParents: false,
    now,
  };
  const first = await messages.addPrompt(prompt);
  const reply = { sessionId, teacherId, move: 'hint', brief: null, posedRevisionId: null, leaseUntil: now, now };
  const answered = await messages.addReply({
    ...reply,
    content: canary(target, 'reply'),
    previousId: first,
    hiddenFromParents: false,
  });
  const hidden = await messages.addPrompt({
    ...prompt,
    clientId: `hidden-${target}`,
    content: canary(target, 'hidden'),
    previousId: answered,
    hiddenFromParents: true,
  });
  await messages.addReply({
    ...reply,
    content: canary(target, 'hidden'),
    previousId: hidden,
    hiddenFromParents: true,
  });
  return first;
}

async function addAttempt(
  db: DatabaseManager,
  { target, pupil, now }: Owner,
  ids: { session: number; message: number; course: number; unit: string },
): Promise<void> {
  const question = await db.run((handle) =>
    handle
      .selectFrom('qas')
      .select(['id', 'revision_id'])
      .where('course_id', '=', ids.course)
      .executeTakeFirstOrThrow(),
  );
  await new AttemptRepo(db).add({
    studentId: pupil,
    session: { kind: 'home', id: ids.session },
    messageId: ids.message,
    courseId: ids.course,
    unitName: ids.unit,
    qaId: question.id,
    revisionId: question.revision_id ?? 0,
    answer: canary(target, 'words'),
    choiceId: null,
    verdict: 'incorrect',
    understood: null,
    hintsUsed: 0,
    revealed: false,
    unaided: true,
    counts: true,
    milliseconds: 1000,
    pBefore: 0.5,
    masteryAfter: 0.4,
    now,
  });
}

async function addEvaluations(db: DatabaseManager, owner: Owner, sessionId: number, message: number): Promise<void> {
  const evaluations = new EvaluationRepo(db);
  for (const kind of ['proficiency', 'investment'] as const) {
    await evaluations.add({
      kind,
      studentId: owner.pupil,
      sessionId,
      score: 7,
      reason: null,
      description: canary(owner.target, 'evaluation'),
      evidence: { messageIds: [message], attemptIds: [] },
      source: 'evaluator',
      rubricVersion: '1',
      confidence: 0.8,
      modelScore: null,
      flagged: false,
      provider: 'evidence',
      at: owner.now,
    });
  }
}
