import { AgentRepo } from '../../src/data/agents/agent.repo.ts';
import { countSessions } from '../../src/data/analytics/session-facts.ts';
import { AttentionRepo } from '../../src/data/attention/attention.repo.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { WATCH_ATTENTION } from '../../src/data/jobs/job-kinds.ts';
import type { Actor } from '../../src/domain/access/permission-matrix.ts';
import { machineTimeZone, utcOffset } from '../../src/shared/calendar.ts';
import { DAY, HOUR } from '../../src/shared/instant.ts';
import type { TestApp } from '../support/app.ts';
import { addSchoolLesson } from '../support/school-lesson.ts';
import { RawRows } from './raw-rows.ts';

/** What the sample region has none of: models that were asked, a budget, and pupils who need attention. */
export async function addToRegion(app: TestApp): Promise<void> {
  const rows = await RawRows.read(app.db, app.clock.now());
  await closeAccount(app, rows);
  await useModels(app, rows);
  await missLessons(app, rows);
}

async function actorOf(app: TestApp, userId: number): Promise<Actor> {
  const actor = await app.services.accounts.findActor(userId);
  if (!actor) throw new Error(`nobody is ${userId}`);
  return actor;
}

/** One of Ruth's pupils, of no class of Amir's, has left: nobody's figures of today are of them. */
async function closeAccount(app: TestApp, rows: RawRows): Promise<void> {
  const ruth = await actorOf(app, rows.idOf('ruth'));
  const taught = new Set(
    rows
      .of('classess_class_managers')
      .flatMap((one) => (one.class_manager_id === rows.idOf('amir') ? [one.class_id] : [])),
  );
  const place = rows.of('classes_students').find(({ class_id: id, student_id: pupil }) => {
    const isOfRuth = rows.one('students', (one) => one.user_id === pupil).school_id === ruth.schoolId;
    return (
      isOfRuth && !taught.has(id) && !['noa', 'itai'].includes(rows.one('users', (one) => one.id === pupil).username)
    );
  });
  await app.services.personEditing.disable(ruth, place?.student_id ?? 0);
}

/** Calls in and outside of a class, with a price and without, of this month and before; and a budget that they are held against. */
async function useModels(app: TestApp, rows: RawRows): Promise<void> {
  const agents = new AgentRepo(app.db);
  const now = app.clock.now();
  const [noa, itai] = [rows.idOf('noa'), rows.idOf('itai')];
  const { school_id: schoolId } = rows.one('students', (one) => one.user_id === noa);
  const call = { schoolId, provider: 'openai', milliseconds: 900, outcome: 'ok' };
  for (const [place, of] of [
    { studentId: noa, purpose: 'teach', model: 'first-model', cost: 1_250_000, ago: 0 },
    { studentId: noa, purpose: 'teach', model: 'second-model', cost: null, ago: 0 },
    { studentId: itai, purpose: 'evaluate', model: 'first-model', cost: 2_310_000, ago: 3 },
    { studentId: itai, purpose: 'mark', model: 'second-model', cost: 40_000, ago: 9 },
    { studentId: null, purpose: 'teach', model: 'first-model', cost: 777_000, ago: 20 },
    { studentId: noa, purpose: 'teach', model: 'first-model', cost: 5_000_000, ago: 40 },
  ].entries()) {
    const { studentId, purpose, model, cost: costMicros, ago } = of;
    const tokens = { inputTokens: 1000 + 311 * place, outputTokens: 200 + 17 * place };
    await agents.addCall({ ...call, studentId, purpose, model, costMicros, ...tokens, at: now - ago * DAY });
  }
  const ruth = await actorOf(app, rows.idOf('ruth'));
  const limits = { monthlyDollars: '20', monthlyTokens: '90000', classDailyTokens: '', pupilDailyTokens: '60000' };
  const saved = await app.services.aiLimits.save(ruth, limits);
  if (!saved.ok) throw new Error('the limits could not be saved');
}

/** Pupils of Amir's miss lesson after lesson; one of them is taken on, one was a false alarm. */
async function missLessons(app: TestApp, rows: RawRows): Promise<void> {
  const { db, clock, services, worker } = app;
  const amir = rows.one('classess_class_managers', (one) => one.class_manager_id === rows.idOf('amir'));
  const room = rows.one('classes', ({ id }) => id === amir.class_id);
  const members = rows.of('classes_students').flatMap((one) => (one.class_id === room.id ? [one.student_id] : []));
  const [session] = rows.of('school_hours_study_sessions');
  const unit = rows.one('learning_units', (one) => one.course_id === session?.course_id);
  const of = {
    classId: room.id,
    classManagerId: amir.class_manager_id,
    teacherId: session?.teacher_id ?? 0,
    courseId: unit.course_id,
    unitName: unit.name,
    studentIds: [],
    absentIds: members.slice(0, 3),
  };
  for (const ago of [2, 5, 8]) {
    const id = await addSchoolLesson(db, { ...of, start: clock.now() - ago * DAY });
    await countSessions(db, 'school', [id]);
  }
  // They were planned long before.
  const planned = { created_at: toStored(clock.now() - 40 * DAY) };
  await db
    .handle()
    .updateTable('lessons')
    .set(planned)
    .where('start_time', '>', toStored(clock.now() - 9 * DAY))
    .execute();
  // It is looked from three in the morning on, once a day: the sample region has looked today already.
  const hour = Math.floor((clock.now() + utcOffset(clock.now(), machineTimeZone())) / HOUR) % 24;
  if (hour < 3) clock.advance((3 - hour) * HOUR);
  await db.handle().deleteFrom('attention_checks').execute();
  await db.handle().deleteFrom('jobs').where('kind', '=', WATCH_ATTENTION).execute();
  await services.attention.lookDue();
  await worker.runDue();
  const manager = await actorOf(app, amir.class_manager_id);
  const [first, second, third] = await services.attention.waiting(manager);
  if (!first || !second || !third) throw new Error('nobody needs attention');
  await new AttentionRepo(db).escalate(clock.now(), clock.now());
  await services.attention.acknowledge(manager, first.id, { note: 'We spoke at noon.', days: 7 });
  await services.attention.markFalse(manager, second.id, 'Ill, and back again.');
}
