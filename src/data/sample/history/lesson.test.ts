import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAnswerChecker } from '../../../domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../../domain/tutoring/answer-checking/math-engine.ts';
import type { TeachingBrief } from '../../../domain/tutoring/brief.ts';
import { DatabaseManager } from '../../db/database-manager.ts';
import { planPeople } from '../people/people-plan.ts';
import { populateSampleData } from '../populate.ts';
import { createRandom } from '../random.ts';
import { HistoryRows } from './history-rows.ts';
import { Lesson } from './lesson.ts';
import type { LessonFacts } from './lesson-brief.ts';
import { makePupils, readCourses } from './make-world.ts';
import { MasteryLedger } from './mastery-ledger.ts';

const NOW = Date.parse('2026-11-23T09:30:00Z');

test('a problem that a simulated pupil brings along is worked on, and kept as no question of the course', async () => {
  const db = new DatabaseManager({ kind: 'sqlite', file: ':memory:' });
  await db.createTables();
  const words = ({ move }: TeachingBrief) => move.kind;
  await populateSampleData(db, { now: NOW, students: 3, days: 1, words, hash: async () => 'hash' });
  const [course] = await readCourses(db, [1], new Map([['math', 1]]));
  const random = createRandom('a lesson');
  const plan = planPeople(random, {
    students: 3,
    since: NOW,
    now: NOW,
    firstIds: { users: 1, schools: 1, classes: 1 },
  });
  const [pupil] = makePupils(plan, course ? [course] : [], random);
  assert.ok(course && pupil);
  const rows = await HistoryRows.open(db.handle());
  const ledger = new MasteryLedger(new Map([[course.id, course.units]]));
  const checker = createAnswerChecker(await loadMathEngine());
  const world = { now: NOW, pupils: [pupil], tests: [], ledger, rows, checker, words, screened: new Map() };
  const unitNames = course.units.slice(0, 1).map(({ name }) => name);
  const studied = { course, type: 'homework', unitNames, plannedMinutes: 20, feeling: 'neutral', start: NOW } as const;
  const facts: LessonFacts = { kind: 'home', sessionId: 1, pupils: [pupil], before: new Map(), ...studied };
  const lesson = new Lesson(world, facts, random);
  await lesson.welcome(NOW);
  await lesson.say({ text: 'can you help me solve 3x + 5 = 20' }, NOW + 60_000);
  await lesson.say({ text: '5' }, NOW + 120_000);
  assert.deepEqual(
    lesson.messages.map(({ move }) => move),
    ['welcome', 'own problem', 'own problem', 'attempt', 'confirm'],
  );
  const bank = new Set(course.items.map(({ revisionId }) => revisionId));
  for (const { posed_revision_id: posed } of rows.rows.messages) assert.ok(!posed || bank.has(posed), `${posed}`);
  assert.equal(lesson.attempts.length, 0);
  await db.close();
});
