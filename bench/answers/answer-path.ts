import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { initialDialogue } from '../../src/domain/tutoring/dialogue-state.ts';
import { planTurn } from '../../src/services/study-session/plan-turn.ts';
import { saveTurn } from '../../src/services/study-session/save-turn.ts';
import { SECOND } from '../../src/shared/instant.ts';
import { type BenchResult, type Figure, meets } from '../teaching/bench.ts';
import {
  type AnswerSchool,
  type AnswerStack,
  addAnswers,
  answerSchool,
  answerStack,
  isRight,
  NOW,
} from './answer-school.ts';
import { largestDifference } from './recomputed.ts';

/** Answers that a pupil gave before. */
const HISTORIES = [10, 1000, 10_000];
const ANSWERS = 60;
const ROUNDS = 8;
const MOST_MS = 2;
/** Of the longest history against one of a thousand answers, which has met all questions of the course. */
const MOST_GROWTH = 1.25;
const RECOUNTED = { pupils: 100, answers: 1000 };
const MOST_SECONDS = 10;

/**
 * What an answer costs besides its wording: it is read and checked, recorded, moves mastery, review card and progress, and the
 * next move is chosen and saved (`planTurn` and `saveTurn`, as the conversation calls them), on a SQLite file. CPU of this
 * process in ms, the best of eight rounds of sixty answers, for pupils who have answered little and much before. And making the
 * estimates of a hundred pupils anew from a thousand answers each.
 */
export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-answers-'));
  const db = new DatabaseManager({ kind: 'sqlite', file: join(folder, 'bench.sqlite') });
  try {
    await db.createTables();
    const school = await answerSchool(db, HISTORIES.length + RECOUNTED.pupils);
    const stack = await answerStack(db);
    const paths = await answerPaths(stack, school);
    const recount = await recounts(stack, school);
    const figures: Figure[] = [
      ...paths,
      {
        name: `recount of ${RECOUNTED.pupils * RECOUNTED.answers} answers, s of CPU`,
        value: recount,
        most: MOST_SECONDS,
      },
      { name: 'largest difference of what answers make from nothing', value: await largestDifference(), most: 0 },
    ];
    return {
      id: 'answers',
      title: 'what an answer costs',
      figures,
      floor: `≤ ${MOST_MS} ms, whatever was answered before; 100,000 answers counted anew in ≤ ${MOST_SECONDS} s`,
      pass: figures.every(meets),
    };
  } finally {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function answerPaths(stack: AnswerStack, school: AnswerSchool): Promise<Figure[]> {
  const pupils = school.pupils.slice(0, HISTORIES.length);
  for (const [place, studentId] of pupils.entries()) {
    await addAnswers(stack.db, school, studentId, HISTORIES[place] ?? 0);
    await stack.db.tx(() => stack.recounts.recountPupil(studentId));
  }
  const best = pupils.map(() => Number.POSITIVE_INFINITY);
  // In turns, so that what else the machine does falls on all of them; the first round warms up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [place, studentId] of pupils.entries()) {
      const session = await openSession(stack, school, studentId);
      const cost = await answer(stack, session, ANSWERS);
      if (round > 0) best[place] = Math.min(best[place] ?? 0, cost);
      await closeSession(stack, session);
    }
  }
  const figures = HISTORIES.map((history, place) => ({
    name: `an answer after ${history} others, ms of CPU`,
    value: best[place] ?? Number.NaN,
    most: MOST_MS,
  }));
  const growth = (best[2] ?? Number.NaN) / (best[1] ?? Number.NaN);
  return [...figures, { name: 'after 10,000 others against 1,000', value: growth, most: MOST_GROWTH }];
}

async function openSession(stack: AnswerStack, school: AnswerSchool, studentId: number): Promise<number> {
  const { sessions, dialogues, db, clock } = stack;
  const units = [...new Set(school.questions.map(({ unitName }) => unitName))];
  const id = await sessions.create({
    studentId,
    type: 'homework',
    courseId: school.courseId,
    teacherId: school.teacherId,
    plannedMinutes: 240,
    feelingBefore: 'neutral',
    units: units.map((unitName) => ({ unitName, masteryBefore: null })),
    now: NOW,
  });
  await db.tx(async () => {
    await sessions.move(id, 'pending', 'active', { start: clock.now(), now: clock.now() });
    await dialogues.create(id, initialDialogue());
  });
  return id;
}

async function closeSession({ sessions, clock }: AnswerStack, id: number): Promise<void> {
  const now = clock.now();
  await sessions.move(id, 'active', 'completed', { end: now, endReason: 'pupil', now });
  await sessions.leave(id);
}

/** Mean CPU of an answer, in ms; the reply to each is worded with one word, which is not counted. */
async function answer(stack: AnswerStack, sessionId: number, count: number): Promise<number> {
  const { sessions, messages, dialogues, banks, clock } = stack;
  let [spent, answered] = [0, 0];
  for (let turn = 0; answered < count; turn += 1) {
    if (turn > 4 * count) throw new Error('The teacher of the benchmark asks nothing any more.');
    clock.advance(SECOND);
    const session = await sessions.find(sessionId);
    const { state } = (await dialogues.find(sessionId)) ?? {};
    if (!session || !state) throw new Error('The session of the benchmark is gone.');
    const item = state.open ? await banks.itemOf(await banks.bankOf(session.courseId), state.open.revisionId) : null;
    const right = item?.key.answer ?? 'go on';
    const text = item === null || isRight(answered) ? right : `${Number(right) + 3}`;
    const prompt = { clientId: randomUUID(), content: text, choiceId: null, modality: 'text only' as const };
    const used = process.cpuUsage();
    const planned = await planTurn(stack, session, { text });
    const saved = await saveTurn(stack, planned, prompt);
    const { user, system } = process.cpuUsage(used);
    if (planned.result.attempt) {
      spent += (user + system) / 1000;
      answered += 1;
    }
    await messages.complete(saved.replyId, WORDED);
    await dialogues.freeReply(sessionId, saved.replyId);
  }
  return spent / count;
}

const WORDED = {
  content: 'Good.',
  provider: 'bench',
  model: 'none',
  promptVersion: 'none',
  inputTokens: 0,
  outputTokens: 0,
  costMicros: 0,
};

async function recounts({ db, recounts: service }: AnswerStack, school: AnswerSchool): Promise<number> {
  const pupils = school.pupils.slice(HISTORIES.length);
  for (const id of pupils) await addAnswers(db, school, id, RECOUNTED.answers);
  const used = process.cpuUsage();
  for (const id of pupils) await db.tx(() => service.recountPupil(id));
  const { user, system } = process.cpuUsage(used);
  return (user + system) / 1e6;
}
