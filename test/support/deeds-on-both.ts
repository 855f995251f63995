import assert from 'node:assert/strict';
import { DAY, HOUR, MINUTE } from '../../src/shared/instant.ts';
import type { TestApp } from './app.ts';
import { type Answer, Client, login } from './client.ts';
import type { TestClock } from './clock.ts';
import { actorOf, problemContent, publishAll, stepContent, unitContent } from './curriculum.ts';
import { png } from './png.ts';
import { END, field } from './study.ts';

/** A school with the sample region in it, and a clock that stands still. */
export interface Scene {
  app: TestApp;
  clock: TestClock;
  /** What was answered, in order: on both databases the same. */
  told: string[];
  /** What is in this column of the only row that fits. */
  one(table: string, column: string, where?: Record<string, string | number>): Promise<number>;
}

type Someone = (path: string, body?: unknown, method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE') => Promise<Answer>;
type Form = (path: string, fields: Record<string, string>) => Promise<Answer>;

/** Whoever acts by the API and by forms; each answer is kept, secrets of it excepted. */
async function enter({ app, told }: Scene, username: string): Promise<{ ask: Someone; read: Someone; form: Form }> {
  const client = await login(app, username);
  const keep = (what: string, answer: Answer, ok: boolean): Answer => {
    assert.ok(ok, `${username} ${what}: ${answer.status} ${answer.text.slice(0, 300)}`);
    // Which questions a test has is drawn by lot.
    const isSecret = answer.text.startsWith('<') || /\/tests\/\d+\/(?:begin|answers)$/.test(what);
    const said = isSecret ? '' : answer.text.replace(/"(url|token)":"[^"]*"/g, '"$1":""');
    told.push(`${username} ${what} ${answer.status} ${said}`);
    return answer;
  };
  return {
    ask: async (path, body, method = 'POST') => {
      const answer = await client.send(`/api/v1${path}`, { method, ...(body === undefined ? {} : { body }) });
      return keep(`${method} ${path}`, answer, answer.status < 300);
    },
    read: async (path) => {
      const answer = await client.get(`/api/v1${path}`);
      return keep(`GET ${path}`, answer, answer.status === 200);
    },
    form: async (path, fields) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await client.post(path, new URLSearchParams(fields).toString(), headers);
      return keep(`POST ${path}`, answer, answer.status === 303 || answer.status === 200);
    },
  };
}

/**
 * What people of the sample region have not done by themselves, so that everything that the program can do to a table is done: each
 * thing is made, read, changed and put away through the routes and services that people use.
 */
export async function doTheRest(scene: Scene): Promise<void> {
  await wrongPassword(scene);
  await studyAtHome(scene);
  await keepPeople(scene);
  await keepDevices(scene);
  await writeCurriculum(scene);
  await giveLesson(scene);
  await giveTest(scene);
  await readAll(scene);
}

async function wrongPassword({ app, told }: Scene): Promise<void> {
  const client = new Client(app);
  const answer = await client.post('/api/v1/auth/login', { username: 'noa', password: 'wrong' });
  told.push(`noa, a wrong password: ${answer.status}`);
  await login(app, 'noa');
}

async function studyAtHome(scene: Scene): Promise<void> {
  const { app, clock } = scene;
  const noa = await enter(scene, 'noa');
  const courses = await noa.read('/courses');
  const [course] = courses.json as { id: number }[];
  const wish = { type: 'homework', courseId: course?.id, emotionalStateBefore: 'neutral' };
  const id = Number(field(await noa.ask('/study-sessions/home', wish), 'id'));
  const at = `/study-sessions/home/${id}`;
  await noa.ask(`${at}/start`);
  await hear(scene, 'noa', at);
  for (const content of ['I do not know', 'help', '12345']) {
    clock.advance(MINUTE);
    await noa.ask(`${at}/messages`, { clientId: content, content });
    await hear(scene, 'noa', at);
  }
  await noa.ask(`${at}/pause`);
  clock.advance(MINUTE);
  await noa.ask(`${at}/resume`);
  clock.advance(MINUTE);
  await noa.ask(`${at}/end`, END);
  await app.worker.runDue();
  await noa.read(`${at}/evaluations`);
}

/** Waits until the teacher has said all of it. */
async function hear({ app }: Scene, username: string, at: string): Promise<void> {
  const client = await login(app, username);
  await client.send(`/api/v1${at}/stream`, { headers: { accept: 'text/event-stream' } });
}

type Listed = { id: number };
const firstOf = (answer: Answer, name: string): number => {
  const [first] = field(answer, name) as Listed[];
  return first?.id ?? 0;
};

async function keepPeople(scene: Scene): Promise<void> {
  const ruth = await enter(scene, 'ruth');
  const pupil = firstOf(await ruth.read('/school/people?role=student'), 'people');
  const manager = firstOf(await ruth.read('/school/people?role=class%20manager'), 'people');
  const home = { street: '1 Sea Road', city: 'Haifa', postalCode: null };
  const change = { phones: ['04-111', '04-222'], addresses: [home], styles: { learningStyle: 'visual' } };
  await ruth.ask(`/school/people/${pupil}`, change, 'PATCH');
  await ruth.ask(`/school/people/${pupil}`, { phones: ['04-222'], addresses: [], birthDate: '2011-02-03' }, 'PATCH');
  await ruth.ask(`/school/people/${manager}`, { employmentYear: 2019 }, 'PATCH');
  const made = { role: 'parent', firstName: 'Tamar', lastName: 'Levi', username: 'tamar.levi', childId: pupil };
  const parent = Number(field(await ruth.ask('/school/people', made), 'id'));
  await ruth.ask(`/school/people/${pupil}/guardians/${parent}`, { status: 'blocked', note: 'A judge said so.' }, 'PUT');
  await ruth.ask(`/school/people/${pupil}/guardians/${parent}`, undefined, 'DELETE');
  await ruth.ask(`/school/people/${parent}/one-time-link`);
  await ruth.ask(`/school/people/${parent}/disable`);
  await ruth.read(`/school/people/${parent}`);
  const other = await scene.one('schools', 'id', { name: 'Desert Gate School' });
  const leaving = { role: 'student', firstName: 'Gil', lastName: 'Levi', username: 'gil.levi' };
  const gil = Number(field(await ruth.ask('/school/people', leaving), 'id'));
  await ruth.ask(`/school/people/${gil}/release`, { schoolId: other });
  await ruth.ask(`/school/people/${gil}/withdraw`);
  await ruth.form('/school/people/card-policy', { allowed: 'yes' });
  await ruth.form(`/school/people/${gil}/card`, {});
  await ruth.form(`/school/people/${gil}/card/revoke`, {});
  const room = { name: '9z', year: 2026, gradeLevel: '9th', capacity: 20 };
  const classId = Number(field(await ruth.ask('/school/classes', room), 'id'));
  await ruth.ask(`/school/classes/${classId}`, { ...room, capacity: 21 }, 'PUT');
  await ruth.ask(`/school/classes/${classId}/join`, { studentIds: [pupil] });
  await ruth.ask(`/school/classes/${classId}/managers`, { managerIds: [manager] }, 'PUT');
  await ruth.ask(`/school/classes/${classId}/leave`, { studentIds: [pupil] });
  await ruth.ask(`/school/classes/${classId}/archive`);
  await ruth.read(`/school/classes/${classId}`);
  await ruth.read(`/school/people/${pupil}`);
}

async function keepDevices(scene: Scene): Promise<void> {
  const ruth = await enter(scene, 'ruth');
  const pupil = firstOf(await ruth.read('/school/people?role=student'), 'people');
  const facts = { model: 'Tab', os: 'android', condition: 'functional', purchaseDate: '2026-01-02' };
  const made = await ruth.ask('/school/devices', { serialNumbers: ['BOTH-1', 'BOTH-2'], ...facts });
  const [lent, gone] = (Array.isArray(made.json) ? made.json : (field(made, 'devices') as Listed[])) as Listed[];
  await ruth.ask(`/school/devices/${lent?.id}`, { serialNumber: 'BOTH-1b', ...facts }, 'PUT');
  await ruth.ask(`/school/devices/${lent?.id}/loans`, { studentId: pupil });
  await ruth.ask(`/school/devices/${lent?.id}/return`, { condition: 'defective' });
  await ruth.ask(`/school/devices/${gone?.id}`, undefined, 'DELETE');
  await ruth.read(`/school/devices/${lent?.id}`);
}

async function writeCurriculum(scene: Scene): Promise<void> {
  const { app, clock, told } = scene;
  const yossi = await actorOf(app, await scene.one('users', 'id', { username: 'yossi' }));
  const { curriculumEditor: editor, curriculumUploads: uploads, figureUploads, figureSweeps } = app.services;
  const course = { subject: 'math', gradeLevel: '9th', type: 'optional', level: 2, description: '' } as const;
  const made = await editor.createCourse(yossi, { name: 'Powers', ...course, prerequisites: [], archived: false });
  assert.ok(made.outcome === 'made');
  const { courseId } = made.place;
  for (const name of ['Squares', 'Cubes']) {
    const unit = await editor.create(yossi, courseId, { kind: 'unit', content: unitContent(name) });
    assert.ok(unit.outcome === 'made');
  }
  const cubes = await editor.open(yossi, { courseId, kind: 'unit', key: 'Cubes' });
  assert.ok(await editor.discard(yossi, cubes.place, cubes.token));
  const problem = await editor.create(yossi, courseId, { kind: 'problem', content: problemContent('Squares') });
  assert.ok(problem.outcome === 'made');
  const opened = await editor.open(yossi, problem.place);
  const steps = [stepContent({ question: 'How much is $9^2$?', answer: '81' })];
  const draft = { kind: 'problem', content: problemContent('Squares', { steps }) } as const;
  assert.deepEqual(await editor.save(yossi, opened.place, opened.token, draft), { outcome: 'saved' });
  await editor.deleteCourse(yossi, courseId);

  // A key that was wrong: what was answered to it is judged again.
  const answered = await scene.one('attempts', 'qa_id', { verdict: 'correct' });
  const item = await editor.openById(yossi, 'problem', await scene.one('qas', 'problem_id', { id: answered }));
  const corrected = item.content.steps.map((step) => {
    const other = step.choices.find(({ id }) => !step.answer.includes(id))?.id ?? '12345';
    return step.qaId === answered ? { ...step, answer: other, acceptedAnswers: [], wrongAnswers: [] } : step;
  });
  const content = { ...item.content, steps: corrected };
  assert.deepEqual(await editor.save(yossi, item.place, item.token, { kind: 'problem', content }), {
    outcome: 'saved',
  });
  await publishAll(app, yossi, item.place.courseId);
  clock.advance(MINUTE);
  await app.worker.runDue();

  const bytes = Buffer.from('::Nine:: How much is 3 + 6? {#9}');
  const options = { format: 'gift', course: 'From a file', subject: 'math', grade: '9th', licence: null } as const;
  const upload = await uploads.take(yossi, { name: 'nine.gift', bytes }, options);
  told.push(JSON.stringify((await uploads.look(yossi, upload)).report));
  await uploads.drop(yossi, upload);
  assert.equal((await figureUploads.take(yossi, png(1))).outcome, 'taken');
  clock.advance(3 * DAY);
  told.push(`pictures swept: ${await figureSweeps.removeUnneeded()}`);
}

async function giveLesson(scene: Scene): Promise<void> {
  const { app, clock } = scene;
  const [amir, noa] = [await enter(scene, 'amir'), await enter(scene, 'noa')];
  const classId = await classOf(scene, 'noa');
  const later = new Date(clock.now() + HOUR).toISOString();
  const planned = await amir.ask('/classroom/lessons', { type: 'individual', classId, minutes: 30, startAt: later });
  const at = `/classroom/lessons/${field(planned, 'id')}`;
  await amir.ask(at, { minutes: 45, startAt: later }, 'PUT');
  await amir.ask(`${at}/cancel`);
  const begun = await amir.ask('/classroom/lessons', { type: 'individual', classId, minutes: 30 });
  const lesson = `/classroom/lessons/${field(begun, 'id')}`;
  const pupil = await scene.one('users', 'id', { username: 'noa' });
  const session = await scene.one('live_sessions', 'session_id', { kind: 'school', student_id: pupil });
  const mine = `/study-sessions/school/${session}`;
  await noa.ask(`${mine}/start`, { emotionalStateBefore: 'neutral' });
  await hear(scene, 'noa', mine);
  clock.advance(MINUTE);
  await noa.ask(`${mine}/messages`, { clientId: 'in the lesson', content: '3' });
  await hear(scene, 'noa', mine);
  await noa.ask(`${mine}/hand`, { up: true });
  await amir.ask(`${lesson}/pause`, {});
  await amir.ask(`${lesson}/resume`, {});
  await amir.ask(`${lesson}/extend`, { minutes: 5 });
  await amir.ask(`${lesson}/stop`, {});
  await app.worker.runDue();
  await amir.read(`${lesson}/wall`);
  const alert = await scene.one('safety_alerts', 'id');
  await amir.form(`/alerts/${alert}/acknowledge`, { [`note-${alert}`]: 'We have talked.' });
  await noa.read('/lessons');
}

const classOf = async (scene: Scene, username: string): Promise<number> =>
  scene.one('classes_students', 'class_id', { student_id: await scene.one('users', 'id', { username }) });

async function giveTest(scene: Scene): Promise<void> {
  const { app, clock } = scene;
  const [amir, noa] = [await enter(scene, 'amir'), await enter(scene, 'noa')];
  const pupil = await scene.one('users', 'id', { username: 'noa' });
  const classId = await classOf(scene, 'noa');
  // One that is ahead of her: taken back, set again, begun, written in twice and handed in.
  const ahead = await scene.one('tests_students', 'test_id', { student_id: pupil, phase: 'not begun' });
  const sitting = await scene.one('tests_students', 'id', { student_id: pupil, test_id: ahead });
  await amir.ask(`/class/sittings/${sitting}`, undefined, 'DELETE');
  const window = {
    date: new Date(clock.now() + MINUTE).toISOString(),
    deadline: new Date(clock.now() + DAY).toISOString(),
  };
  await amir.ask('/class/tests', { classId, testId: ahead, studentIds: [pupil], ...window });
  const again = await scene.one('tests_students', 'id', { student_id: pupil, test_id: ahead });
  await amir.ask(`/class/sittings/${again}`, { ...window, extraMinutes: 10 }, 'PUT');
  clock.advance(2 * MINUTE);
  const begun = await noa.ask(`/tests/${again}/begin`);
  const drawn = field(begun, 'questions') as { position: number; kind: string }[];
  const number = drawn.find(({ kind }) => kind === 'number');
  assert.ok(number, 'a number is asked for');
  for (const seq of [1, 2]) {
    const answers = [{ position: number.position, seq, values: [`98765${seq}`] }];
    await noa.ask(`/tests/${again}/answers`, { device: 'one', answers }, 'PUT');
  }
  await noa.ask(`/tests/${again}/submit`);
  await app.worker.runDue();
  await amir.read(`/class/tests/${classId}/${ahead}`);
}

/** What each of the five reads of all that. */
const READS: Record<string, readonly string[]> = {
  noa: ['/me', '/courses', '/progress', '/history', '/tests', '/lessons', '/study-plan?minutes=45'],
  dalia: ['/me', '/children', '/children/requests'],
  amir: ['/class/tests', '/class/marking', '/classroom/lessons', '/evaluations'],
  ruth: ['/school/people', '/school/classes', '/school/devices', '/school/evaluator'],
  yossi: ['/curriculum/courses', '/curriculum/courses/1'],
};

async function readAll(scene: Scene): Promise<void> {
  for (const [username, paths] of Object.entries(READS)) {
    const one = await enter(scene, username);
    for (const path of paths) await one.read(path);
  }
}
