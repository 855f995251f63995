import type { TestContext } from 'node:test';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { insertedId } from '../../src/data/db/sql.ts';
import { EvaluationRepo } from '../../src/data/evaluations/evaluation.repo.ts';
import { AttemptRepo } from '../../src/data/study-session/attempt.repo.ts';
import { DialogueRepo } from '../../src/data/study-session/dialogue.repo.ts';
import { HomeSessionRepo } from '../../src/data/study-session/home-session.repo.ts';
import { MessageRepo } from '../../src/data/study-session/message.repo.ts';
import { initialDialogue } from '../../src/domain/tutoring/dialogue-state.ts';
import { HOUR, MINUTE } from '../../src/shared/instant.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { login } from '../support/client.ts';
import { Factory, unitDraft } from '../support/factory.ts';
import { type ActorName, type CanaryKind, canary, TARGETS, type Target } from './matrix.ts';

/** The ids of one pupil's things: what requests name. */
export interface TargetIds {
  pupil: number;
  course: number;
  unit: string;
  /** Completed and evaluated. */
  session: number;
  alert: number;
  message: number;
}

export interface World {
  app: TestApp;
  targets: Record<Target, TargetIds>;
  /** The cookie of each actor; null for nobody. */
  cookies: Record<ActorName, string | null>;
  userIds: Partial<Record<ActorName, number>>;
  usernames: Partial<Record<ActorName, string>>;
}

interface Place {
  schoolId: number;
  classId: number;
}

/** Three schools in two regions, a pupil for every distance, staff and parents; every record carries a canary of its owner. */
export async function buildWorld(t: TestContext, db: DatabaseManager): Promise<World> {
  const app = await startTestApp(t, db);
  const make = new Factory(db);
  for (const region of ['north', 'south']) await make.region(region);
  await make.subject('math');
  const teacherId = await make.teacher('math');
  const userIds: World['userIds'] = {};
  const places = await addSchools(make, userIds);
  const targets = {} as World['targets'];
  for (const target of TARGETS) {
    const { schoolId, classId } = places[target];
    const pupil = await make.student(slug(`pupil ${target}`), schoolId, { classId, ...named(target) });
    targets[target] = await addRecords(db, make, { target, pupil, schoolId, teacherId, now: app.clock.now() });
  }
  userIds.pupil = targets.own.pupil;
  userIds['pupil elsewhere'] = targets['other school'].pupil;
  await addParents(make, userIds, targets);
  await addStaff(make, userIds, places);
  userIds.disabled = await make.student('disabled', places.own.schoolId, {
    classId: places.own.classId,
    ...named('disabled'),
  });
  return { app, targets, userIds, ...(await logEverybodyIn(db, app, userIds, targets)) };
}

const named = (owner: ActorName | Target) => ({ firstName: canary(owner, 'name'), lastName: canary(owner, 'surname') });

/** Where the pupil of each target belongs. */
async function addSchools(make: Factory, userIds: World['userIds']): Promise<Record<Target, Place>> {
  const school = async (name: ActorName, title: string, region: string) => {
    const managerId = await make.schoolManager(slug(name), named(name));
    userIds[name] = managerId;
    return make.school(title, region, { managerId, transcriptPolicy: 'full' });
  };
  const place = async (schoolId: number, className: string) => ({
    schoolId,
    classId: await make.class(schoolId, className),
  });
  const a = await school('school manager', 'School A', 'north');
  const b = await school('school manager elsewhere', 'School B', 'north');
  const c = await school('school manager far away', 'School C', 'south');
  const own = await place(a, 'A1');
  return {
    own,
    class: own,
    school: await place(a, 'A2'),
    'other school': await place(b, 'B1'),
    'other region': await place(c, 'C1'),
    deleted: own,
  };
}

async function addParents(make: Factory, userIds: World['userIds'], targets: World['targets']): Promise<void> {
  const parent = async (name: ActorName, of: Target, status: 'verified' | 'blocked') => {
    userIds[name] = await make.parent(slug(name), { [targets[of].pupil]: status }, named(name));
  };
  await parent('parent', 'own', 'verified');
  await parent('blocked parent', 'own', 'blocked');
  await parent('parent elsewhere', 'other school', 'verified');
}

async function addStaff(make: Factory, userIds: World['userIds'], places: Record<Target, Place>): Promise<void> {
  const classManager = async (name: ActorName, { schoolId, classId }: Place) => {
    userIds[name] = await make.classManager(slug(name), schoolId, [classId], named(name));
  };
  await classManager('class manager', places.own);
  await classManager('class manager of another class', places.school);
  await classManager('class manager elsewhere', places['other school']);
  userIds.supervisor = await make.supervisor('supervisor', 'math', 'north', named('supervisor'));
  userIds['supervisor elsewhere'] = await make.supervisor(
    'supervisor-elsewhere',
    'math',
    'south',
    named('supervisor elsewhere'),
  );
}

/** A login of everybody; then one runs out, one belongs to an account that is disabled, one to an account that is erased. */
async function logEverybodyIn(
  db: DatabaseManager,
  app: TestApp,
  userIds: World['userIds'],
  targets: World['targets'],
): Promise<Pick<World, 'cookies' | 'usernames'>> {
  const usernames: World['usernames'] = {};
  const cookies = { anonymous: null } as World['cookies'];
  for (const [name, id] of Object.entries(userIds) as [ActorName, number][]) {
    const username = await usernameOf(db, id);
    usernames[name] = username;
    cookies[name] = (await login(app, username)).cookie;
  }
  cookies.expired = await expiredLogin(db, app, usernames.pupil ?? '');
  cookies['deleted account'] = await deletePupil(db, app, targets.deleted.pupil);
  await db.run((handle) =>
    handle
      .updateTable('users')
      .set({ disabled_at: toStored(app.clock.now()) })
      .where('id', '=', userIds.disabled ?? 0)
      .execute(),
  );
  return { cookies, usernames };
}

const slug = (name: string) => name.replaceAll(' ', '-');

async function usernameOf(db: DatabaseManager, id: number): Promise<string> {
  const row = await db.run((handle) =>
    handle.selectFrom('users').select('username').where('id', '=', id).executeTakeFirstOrThrow(),
  );
  return row.username;
}

/** A cookie whose login ran out a second ago. */
async function expiredLogin(db: DatabaseManager, app: TestApp, username: string): Promise<string | null> {
  const before = await db.run((handle) => handle.selectFrom('web_sessions').select('id').execute());
  const { cookie } = await login(app, username);
  await db.run((handle) =>
    handle
      .updateTable('web_sessions')
      .set({ expires_at: toStored(app.clock.now() - 1000) })
      .where(
        'id',
        'not in',
        before.map((row) => row.id),
      )
      .execute(),
  );
  return cookie;
}

/** Erases a pupil who is logged in, with all that hangs on them; answers with the cookie that is left in their browser. */
async function deletePupil(db: DatabaseManager, app: TestApp, id: number): Promise<string | null> {
  const { cookie } = await login(app, await usernameOf(db, id));
  await db.run((handle) => handle.deleteFrom('users').where('id', '=', id).execute());
  return cookie;
}

interface Owner {
  target: Target;
  pupil: number;
  schoolId: number;
  teacherId: number;
  now: number;
}

/** A course of the pupil's own, a session with everything that can hang on one, a test, an alert. */
async function addRecords(db: DatabaseManager, make: Factory, owner: Owner): Promise<TargetIds> {
  const { target, pupil, now } = owner;
  const mark = (kind: CanaryKind) => canary(target, kind);
  const unit = `Unit ${mark('course')}`;
  const course = await make.course({
    name: `Course ${mark('course')}`,
    description: mark('course'),
    units: [unitDraft(unit, 5)],
    tests: [{ name: `Test ${mark('test')}`, type: 'quiz', durationMinutes: 30, units: { [unit]: 1 } }],
  });
  await make.enrol(pupil, course);
  const session = await addSession(db, owner, course, unit);
  const message = await addTalk(db, owner, session);
  await addAttempt(db, owner, { session, message, course, unit });
  await addEvaluations(db, owner, session, message);
  await addSitting(db, owner, course);
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
  return { pupil, course, unit, session, alert, message };
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
  await new DialogueRepo(db).create(id, initialDialogue());
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
  const messages = new MessageRepo(db);
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
    sessionId: ids.session,
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

async function addSitting(db: DatabaseManager, { pupil, now }: Owner, courseId: number): Promise<void> {
  await db.run(async (handle) => {
    const test = await handle
      .selectFrom('tests')
      .select('id')
      .where('course_id', '=', courseId)
      .executeTakeFirstOrThrow();
    await handle
      .insertInto('tests_students')
      .values({
        test_id: test.id,
        student_id: pupil,
        sitting: 1,
        status: 'scheduled',
        phase: 'not begun',
        date: toStored(now + 48 * HOUR),
      })
      .execute();
  });
}
