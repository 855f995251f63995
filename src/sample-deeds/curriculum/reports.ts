import { fromStored, type StoredInstant } from '../../data/db/instants.ts';
import type { Tables } from '../../data/db/schema.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import type { ReportReason } from '../../domain/curriculum/question-report.ts';
import { DAY, type Instant, MINUTE } from '../../shared/instant.ts';
import type { Scene } from '../scene.ts';
import { findQuestion, publish, revise } from './edit.ts';
import { reportElsewhere } from './reports-elsewhere.ts';
import { CORRECTED, MINUS_SQUARE, ROOT_OF_49 } from './roots.ts';

type PosedRow = Pick<Tables['attempts'], 'home_session_id' | 'student_id' | 'revision_id' | 'qa_id' | 'course_id'> & {
  question: string;
  kind: string;
  created_at: StoredInstant;
};

/** A question that was posed in a session. */
interface Posed {
  sessionId: number;
  studentId: number;
  revisionId: number;
  qaId: number;
  courseId: number;
  question: string;
  kind: string;
  at: Instant;
}

const MISSED = {
  [ROOT_OF_49]: [
    'It says $-7$ is wrong, but $-7$ times $-7$ is $49$ too.',
    'minus seven works too!! minus times minus is plus',
  ],
  [MINUS_SQUARE]: ['My calculator says $-9$ and so does my sister.'],
};
const WRONG_KEYS =
  'Pupils noticed it: the negative root is right as well, and without brackets the minus is not squared.';
const HARD = 'I do not get what they want from me here.';
const NOT_WRONG =
  'It is a hard one, but nothing is missing in it. Try the first hint next time: it says where to begin.';
const UNSAID = 'Do I have to write down the steps, or just the number? It does not say.';
const SAID = ' Write just the number.';
const SAID_NOTE = 'Says what is to be written, as a pupil asked.';
const SAID_REPLY = 'You are right, it did not say. It does now.';
const FROM_CLASS = 'Several of my pupils stopped at this one. A drawing would help.';
const RIGHT_TOO = 'I think what I wrote first was right too, only in another form.';

/** What pupils and a class manager say about questions; some of it is answered, and a wrong key is corrected. */
export async function reportQuestions(scene: Scene): Promise<void> {
  const { people, now, at, services, worker } = scene;
  const yossi = people.supervisors[0]?.person;
  const amir = people.classes.find(({ manager }) => manager.username === 'amir')?.manager;
  const noa = people.pupils.find(({ person }) => person.username === 'noa')?.person;
  if (!yossi || !amir || !noa) return;
  const supervisor = await scene.actorOf(yossi);
  const report = async (by: Actor, posed: Posed, reason: ReportReason, comment: string) => {
    const when = Math.min(posed.at + 2 * MINUTE, now - (3 * DAY) / 24);
    await at(when, async () => {
      const place = { at: 'home session', sessionId: posed.sessionId } as const;
      const asked = await services.questionReports.asked(by, place, posed.revisionId);
      await services.questionReports.report(by, asked, { reason, comment });
    });
  };
  for (const [asked, words] of Object.entries(MISSED)) {
    const missed = await missedAt(scene, asked);
    for (const [index, comment] of words.entries()) {
      const posed = missed[index];
      if (posed) await report(await scene.actorOf({ id: posed.studentId }), posed, 'answer', comment);
    }
  }
  const [hard, unsaid, fromClass, last] = await posedTo(scene, noa.id);
  if (hard) await report(await scene.actorOf(noa), hard, 'unclear', HARD);
  if (unsaid) await report(await scene.actorOf(noa), unsaid, 'text', UNSAID);
  if (fromClass) await report(await scene.actorOf(amir), fromClass, 'other', FROM_CLASS);
  if (last) await report(await scene.actorOf(noa), last, 'answer', RIGHT_TOO);
  await reportElsewhere(scene, { amir, noa });
  const answer = (qaId: number, state: 'corrected' | 'dismissed', reply: string) =>
    services.questionReports.answer(supervisor, qaId, { state, reply });
  if (hard) await at(now - 70 * MINUTE, () => answer(hard.qaId, 'dismissed', NOT_WRONG));
  if (unsaid) {
    const desk = { scene, actor: supervisor, courseId: unsaid.courseId };
    const edit = revise(unsaid.question, () => ({ question: `${unsaid.question}${SAID}` }));
    await at(now - 60 * MINUTE, () => publish(desk, SAID_NOTE, [edit]));
    await at(now - 58 * MINUTE, () => answer(unsaid.qaId, 'corrected', SAID_REPLY));
  }
  const { courseId } = await findQuestion(scene, ROOT_OF_49);
  await at(now - 45 * MINUTE, () => publish({ scene, actor: supervisor, courseId }, WRONG_KEYS, CORRECTED));
  await at(now - 44 * MINUTE, () => worker.runDue());
}

/** Sessions in which what is right was counted as wrong: the first of each pupil. */
async function missedAt(scene: Scene, question: string): Promise<Posed[]> {
  const { qaId } = await findQuestion(scene, question);
  const rows = await scene.db.run((handle) =>
    handle
      .selectFrom('attempts')
      .innerJoin('qa_revisions', 'qa_revisions.id', 'attempts.revision_id')
      .select([
        'home_session_id',
        'student_id',
        'revision_id',
        'attempts.qa_id',
        'course_id',
        'question',
        'kind',
        'attempts.created_at',
      ])
      .where('attempts.qa_id', '=', qaId)
      .where('verdict', '=', 'incorrect')
      .where('home_session_id', 'is not', null)
      .where('attempts.answer', 'like', '%-%')
      .orderBy('attempts.id')
      .execute(),
  );
  const all = rows.map(toPosed);
  return all.filter(({ studentId }, index) => all.findIndex((one) => one.studentId === studentId) === index);
}

/** Questions of mathematics and science that a pupil met at home, the newest first; each once. */
async function posedTo(scene: Scene, studentId: number): Promise<Posed[]> {
  const rows = await scene.db.run((handle) =>
    handle
      .selectFrom('attempts')
      .innerJoin('qa_revisions', 'qa_revisions.id', 'attempts.revision_id')
      .innerJoin('courses', 'courses.id', 'attempts.course_id')
      .select([
        'home_session_id',
        'student_id',
        'revision_id',
        'attempts.qa_id',
        'course_id',
        'question',
        'kind',
        'attempts.created_at',
      ])
      .where('student_id', '=', studentId)
      .where('subject_name', 'in', ['math', 'science'])
      .where('home_session_id', 'is not', null)
      .orderBy('attempts.id', 'desc')
      .limit(60)
      .execute(),
  );
  const asked = rows.map(toPosed).filter(({ question }) => !(question in MISSED));
  const once = asked.filter(({ qaId }, index) => asked.findIndex((one) => one.qaId === qaId) === index);
  const unsaid = once.find(({ kind, question }) => kind === 'number' && !/write|round|give/i.test(question));
  const [hard, ...others] = once.filter((one) => one !== unsaid);
  return [hard, unsaid, ...others].flatMap((one) => one ?? []);
}

function toPosed(row: PosedRow): Posed {
  return {
    sessionId: row.home_session_id ?? 0,
    studentId: row.student_id,
    revisionId: row.revision_id,
    qaId: row.qa_id,
    courseId: row.course_id,
    question: row.question,
    kind: row.kind,
    at: fromStored(row.created_at),
  };
}
