import { buildWorkbench } from '../../../src/app.ts';
import { DatabaseManager } from '../../../src/data/db/database-manager.ts';
import { SAMPLE_COURSES } from '../../../src/data/sample/curriculum/sample-courses.ts';
import type { Message } from '../../../src/data/study-session/message.repo.ts';
import type { Actor } from '../../../src/domain/access/permission-matrix.ts';
import type { Item } from '../../../src/domain/curriculum/curriculum.ts';
import { createAnswerChecker } from '../../../src/domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../../src/domain/tutoring/answer-checking/math-engine.ts';
import type { EmotionalState } from '../../../src/domain/tutoring/brief.ts';
import { createCurriculumImport } from '../../../src/services/curriculum-import/create-curriculum-import.ts';
import { importSource } from '../../../src/services/curriculum-import/import-source.ts';
import { OATUTOR } from '../../../src/services/curriculum-import/oatutor-format.ts';
import { SECOND } from '../../../src/shared/instant.ts';
import { TestClock } from '../../../test/support/clock.ts';
import { Factory } from '../../../test/support/factory.ts';

/** What a simulated pupil sees before each message, and what it may know. */
export interface Seen {
  /** Messages sent so far. */
  turn: number;
  /** The teacher's last words. */
  reply: string;
  /** The kind of the teacher's last move. */
  move: string;
  /** The open question with its key: the simulated pupil decides by it whether to be right. */
  open: Item | null;
  /** Messages about the open question so far. */
  tries: number;
  offers: readonly string[];
}

export type Said = string | { choiceId: string } | null;

export interface Pupil {
  id: string;
  /** Who this is, for the head of the transcript. */
  about: string;
  firstName: string;
  course: string;
  units: string[];
  type?: 'homework' | 'test preparation';
  feeling?: EmotionalState;
  locale?: string;
  minutes?: number;
  /** Seconds that a message takes. */
  pace?: number;
  /** The next message; null ends the session. */
  say(seen: Seen): Said;
}

export interface Turn {
  pupil: string | null;
  act: string;
  move: string;
  reply: string;
  posed: Item | null;
  offers: readonly string[];
}

export interface Lesson {
  pupil: Pupil;
  turns: Turn[];
  evaluation: { kind: string; score: number | null; description: string }[];
}

const MOST_TURNS = 60;

/**
 * A school whose pupils study the sample courses with the embedded tutor, in memory; with a folder of OATutor problems also
 * the courses that these make.
 */
export async function openLessonSchool(oatutor: string | null = null) {
  const db = new DatabaseManager({ kind: 'sqlite', file: ':memory:' });
  await db.createTables();
  const make = new Factory(db);
  await make.region('north');
  for (const subject of ['math', 'science', 'history']) {
    await make.subject(subject);
    await make.teacher(subject, { math: 'Ada', science: 'Rosalind', history: 'Ibn Khaldun' }[subject]);
  }
  const schoolId = await make.school('Lesson School', 'north');
  const courses = new Map<string, number>();
  for (const draft of SAMPLE_COURSES) courses.set(draft.name, await make.course(draft));
  const clock = new TestClock(Date.UTC(2026, 2, 2, 15));
  if (oatutor !== null) await addOatutor(db, oatutor, clock, courses);
  const config = {
    secretKey: 'x'.repeat(32),
    trustProxy: false,
    logLevel: 'silent',
    remoteModel: null,
    production: false,
  } as const;
  const { services, worker } = buildWorkbench({ config, db, clock });
  return { db, make, schoolId, courses, clock, services, worker };
}

async function addOatutor(db: DatabaseManager, folder: string, clock: TestClock, courses: Map<string, number>) {
  const checker = createAnswerChecker(await loadMathEngine());
  await importSource(OATUTOR, { kind: 'folder', path: folder }, { checker }, createCurriculumImport(db, clock));
  const rows = await db.run((handle) => handle.selectFrom('courses').select(['id', 'name']).execute());
  for (const { id, name } of rows) courses.set(name, id);
}

type School = Awaited<ReturnType<typeof openLessonSchool>>;

/** One whole session through the real services, from the welcome to the evaluation. */
export async function playLesson(school: School, pupil: Pupil): Promise<Lesson> {
  const { services, clock } = school;
  const { actor, courseId } = await enrolled(school, pupil);
  const { id } = await services.studySessions.createHomeStudySession(actor, {
    type: pupil.type ?? 'homework',
    courseId,
    learningUnitNames: pupil.units,
    minutes: pupil.minutes ?? 30,
    emotionalStateBefore: pupil.feeling ?? 'neutral',
  });
  await services.conversation.begin(actor, id);
  const [first] = await services.conversation.listMessages(actor, id, 0);
  if (!first) throw new Error('The teacher said nothing.');
  const { byRevision } = await services.banks.bankOf(courseId);
  const itemOf = (revisionId: number | null = null) =>
    revisionId === null ? null : (byRevision.get(revisionId) ?? null);
  const noted = async (said: Message | null, reply: Message): Promise<Turn> => ({
    pupil: said?.content ?? null,
    act: said?.move ?? '',
    move: reply.move ?? '',
    reply: reply.content,
    posed: itemOf(reply.posedRevisionId),
    offers: (await services.sessionView.standingOf(actor, id)).offers,
  });
  let last = await noted(null, await (await services.conversation.followReply(actor, first)).done());
  const turns = [last];
  let tries = 0;
  let before: Item | null = null;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const open = itemOf((await services.sessionView.standingOf(actor, id)).openItem?.revisionId);
    tries = open !== null && open.revisionId === before?.revisionId ? tries + 1 : 0;
    before = open;
    const said = pupil.say({ turn, open, tries, reply: last.reply, move: last.move, offers: last.offers });
    if (said === null) break;
    clock.advance((pupil.pace ?? 35) * SECOND);
    const message = typeof said === 'string' ? { content: said } : { content: '', choiceId: said.choiceId };
    const sent = await services.conversation.sendMessage(actor, id, { clientId: `${pupil.id}-${turn}`, ...message });
    last = await noted(sent.prompt, await sent.done());
    turns.push(last);
  }
  return { pupil, turns, evaluation: await evaluated(school, actor, id) };
}

async function enrolled({ make, schoolId, courses }: School, pupil: Pupil) {
  const courseId = courses.get(pupil.course) ?? 0;
  const { id, firstName, locale = 'en' } = pupil;
  const userId = await make.student(id, schoolId, { firstName, locale });
  await make.enrol(userId, courseId);
  const actor: Actor = { userId, role: 'student', name: firstName, firstName, locale, schoolId };
  return { actor, courseId };
}

async function evaluated({ services, worker }: School, actor: Actor, id: number): Promise<Lesson['evaluation']> {
  const feedback = { feelingAfter: 'neutral', difficulty: 5, understanding: 6, feedback: null } as const;
  await services.studySessions.endSession(actor, id, feedback);
  await worker.runDue();
  const { evaluations } = await services.sessionView.evaluationsOf(actor, id);
  return evaluations.map(({ kind, score, description }) => ({ kind, score, description }));
}
