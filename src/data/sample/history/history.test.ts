import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { databaseTest } from '../../../../test/support/databases.ts';
import { describeInEnglish } from '../../../domain/evaluation/evaluation-words.ts';
import { investment } from '../../../domain/evaluation/investment.ts';
import { proficiency } from '../../../domain/evaluation/proficiency.ts';
import { learn, predict } from '../../../domain/mastery/gelo.ts';
import { predictUnit } from '../../../domain/mastery/mastery.ts';
import { observationOf } from '../../../domain/mastery/observation.ts';
import { courseProgress, studyState, unitProgress } from '../../../domain/mastery/progress.ts';
import { type ReviewCard, ratingOf, reviewed } from '../../../domain/mastery/review-card.ts';
import { type GeloTerms, PRIORS } from '../../../domain/mastery/terms.ts';
import { readEvidence } from '../../../services/evaluations/read-evidence.ts';
import { DAY } from '../../../shared/instant.ts';
import { CurriculumRepo } from '../../curriculum/curriculum.repo.ts';
import type { DatabaseManager } from '../../db/database-manager.ts';
import { fromStored } from '../../db/instants.ts';
import { EvaluationRepo } from '../../evaluations/evaluation.repo.ts';
import { MasteryRepo, unitKey } from '../../mastery/mastery.repo.ts';
import { AttemptRepo } from '../../study-session/attempt.repo.ts';
import { HomeSessionRepo } from '../../study-session/home-session.repo.ts';
import { MessageRepo } from '../../study-session/message.repo.ts';
import { populateSampleData } from '../populate.ts';

const NOW = Date.parse('2026-11-23T09:30:00Z');

async function fill(manager: DatabaseManager): Promise<void> {
  const words = ({ move, turn }: { move: { kind: string }; turn: number }) => `${move.kind} in turn ${turn}`;
  await populateSampleData(manager, { now: NOW, students: 9, days: 35, words, hash: async () => 'hash' });
}

const near = (a: number, b: number, what: string) => assert.ok(Math.abs(a - b) < 1e-9, `${what}: ${a} and ${b}`);

async function sessionIds(manager: DatabaseManager, status: 'completed' | 'cancelled'): Promise<number[]> {
  const rows = await manager
    .handle()
    .selectFrom('home_hours_study_sessions')
    .select('id')
    .where('status', '=', status)
    .execute();
  return rows.map((row) => row.id);
}

/** What was answered in sessions and, once it was released, in tests: in the order in which it counted. */
async function answered(manager: DatabaseManager) {
  const db = manager.handle();
  const attempts = await db.selectFrom('attempts').selectAll().orderBy('id').execute();
  const sittings = await db
    .selectFrom('test_answers')
    .innerJoin('tests_students', 'tests_students.id', 'test_answers.sitting_id')
    .select(['student_id', 'course_id', 'unit_name', 'qa_id', 'test_answers.verdict', 'learned_at', 'phase'])
    .orderBy('sitting_id')
    .orderBy('position')
    .execute();
  const told = sittings.filter(({ phase }) => phase === 'released');
  assert.ok(told.length > 20, 'tests were released');
  assert.ok(sittings.every(({ phase, learned_at: at }) => (phase === 'released') === (at !== null)));
  const inTests = told.flatMap(({ learned_at: at, verdict, ...row }) => {
    if (at === null || verdict === 'unanswered') return [];
    return [
      { ...row, at: fromStored(at), verdict: verdict === 'correct' ? ('correct' as const) : ('incorrect' as const) },
    ];
  });
  const alone = { hints_used: 0, revealed: 0, unaided: 1, counts: 1, p_before: null, mastery_after: null };
  return [
    ...attempts.map((row) => ({ ...row, at: fromStored(row.created_at), inTest: false })),
    ...inTests.map((row) => ({ ...row, ...alone, inTest: true })),
  ].sort((one, other) => one.at - other.at);
}

databaseTest('the history of the sample region', async (manager, t) => {
  await fill(manager);

  await t.test(
    'review cards are what the answers of sessions make of them, and sessions open with what is due',
    async () => {
      const rows = await manager.handle().selectFrom('attempts').selectAll().orderBy('id').execute();
      const cards = new Map<string, ReviewCard>();
      for (const row of rows) {
        const flags = { revealed: row.revealed === 1, unaided: row.unaided === 1 };
        const rating = ratingOf({ verdict: row.verdict, hintsUsed: row.hints_used, ...flags });
        const key = `${row.student_id}/${row.qa_id}`;
        if (rating !== null) cards.set(key, reviewed(cards.get(key) ?? null, rating, fromStored(row.created_at)));
      }
      const saved = await manager.handle().selectFrom('review_cards').selectAll().execute();
      assert.equal(saved.length, cards.size);
      for (const { student_id: student, qa_id: question, ...card } of saved) {
        const { stability, difficulty, due_at: due, reviewed_at: at } = card;
        const made = { stability, difficulty, reviewedAt: fromStored(at), dueAt: fromStored(due) };
        assert.deepEqual(made, cards.get(`${student}/${question}`));
      }
    },
  );

  await t.test('mastery and progress are what sessions and tests, taken in their order, make of them', async () => {
    const db = manager.handle();
    const attempts = await db.selectFrom('attempts').select('created_at').orderBy('id').execute();
    const moments = attempts.map((row) => fromStored(row.created_at));
    assert.deepEqual(
      moments,
      moments.toSorted((one, other) => one - other),
      'attempts stand in the order of time',
    );
    const rows = await answered(manager);
    const students = new Map<number, GeloTerms['student']>();
    const own = new Map<string, GeloTerms['studentUnit']>();
    const units = new Map<string, GeloTerms['unit']>();
    const items = new Map<number, GeloTerms['item']>();
    const progress = new Map<string, number>();
    let shared = { weights: PRIORS.weights, population: PRIORS.population };
    for (const row of rows) {
      const flags = { revealed: row.revealed === 1, unaided: row.unaided === 1, counts: row.counts === 1 };
      const observation = observationOf({ verdict: row.verdict, hintsUsed: row.hints_used, ...flags });
      if (!row.inTest) assert.equal(observation === null, row.mastery_after === null);
      if (observation === null) continue;
      const unit = unitKey(row.course_id, row.unit_name);
      const mine = `${row.student_id}/${unit}`;
      const terms = {
        student: students.get(row.student_id) ?? PRIORS.student,
        studentUnit: own.get(mine) ?? PRIORS.studentUnit,
        unit: units.get(unit) ?? PRIORS.unit,
        item: items.get(row.qa_id) ?? PRIORS.item,
        ...shared,
      };
      const next = learn(terms, observation);
      if (!row.inTest) {
        near(predict(terms).p, row.p_before ?? -1, 'p before');
        near(predictUnit(next).p, row.mastery_after ?? -1, 'mastery after');
      }
      students.set(row.student_id, next.student);
      own.set(mine, next.studentUnit);
      units.set(unit, next.unit);
      items.set(row.qa_id, next.item);
      progress.set(mine, unitProgress(next, progress.get(mine) ?? 0));
      shared = { weights: next.weights, population: next.population };
    }
    const mastery = new MasteryRepo(manager);
    const curriculum = new CurriculumRepo(manager);
    assert.equal((await mastery.shared()).population.answers, shared.population.answers);
    const enrolled = await db.selectFrom('courses_students').selectAll().execute();
    assert.ok(enrolled.some((row) => row.state === 'in progress'));
    for (const row of enrolled) {
      const there = await mastery.studentUnits(row.student_id, [row.course_id]);
      const kept = await db
        .selectFrom('learning_units_students')
        .select(['unit_name as unitName', 'progress', 'state'])
        .where('student_id', '=', row.student_id)
        .where('course_id', '=', row.course_id)
        .execute();
      const all = await curriculum.listUnits([row.course_id]);
      for (const { unitName, progress: saved, state } of kept) {
        const key = `${row.student_id}/${unitKey(row.course_id, unitName)}`;
        const term = own.get(key);
        near(there.get(unitKey(row.course_id, unitName))?.mean ?? 99, term?.mean ?? -99, 'mean');
        near(saved, progress.get(key) ?? -1, 'progress');
        assert.equal(state, studyState(saved, (term?.successes ?? 0) + (term?.failures ?? 0)));
      }
      const weighed = all.map(({ name, weight }) => ({
        weight,
        progress: progress.get(`${row.student_id}/${unitKey(row.course_id, name)}`) ?? 0,
      }));
      near(row.progress, kept.length > 0 ? courseProgress(weighed) : 0, 'progress of the course');
      assert.equal(row.state, studyState(row.progress, kept.length));
    }
  });

  await t.test('evaluations are what the evaluation service would say of the same rows', async () => {
    const sessions = new HomeSessionRepo(manager);
    const evaluations = new EvaluationRepo(manager);
    const ids = await sessionIds(manager, 'completed');
    const reasons = new Set<string | null>();
    for (const id of ids) {
      const session = await sessions.find(id);
      assert.ok(session);
      const repos = { sessions, messages: new MessageRepo(manager, 'home'), attempts: new AttemptRepo(manager) };
      const evidence = await readEvidence(repos, session);
      const all = (await evaluations.ofSessions([id])).get(id) ?? [];
      const saved = all.filter(({ source }) => source === 'evaluator');
      assert.deepEqual(saved.map(({ kind }) => kind).sort(), ['investment', 'proficiency']);
      for (const evaluation of [proficiency(evidence), investment(evidence)]) {
        const row = saved.find(({ kind }) => kind === evaluation.kind);
        assert.deepEqual(
          [row?.score, row?.reason, row?.description, row?.evidence],
          [evaluation.score, evaluation.reason, describeInEnglish(evaluation), evaluation.evidence],
        );
        reasons.add(evaluation.reason);
      }
      const job = await manager
        .handle()
        .selectFrom('jobs')
        .select('state')
        .where('subject_key', '=', `home:${id}`)
        .execute();
      assert.deepEqual(job, [{ state: 'done' }]);
    }
    assert.deepEqual([...reasons].sort(), [null, 'too little evidence'].sort());
  });

  await t.test(
    'sessions are whole: chained messages, closed pauses, no time that runs backwards, nothing live',
    async () => {
      const db = manager.handle();
      const sessions = new HomeSessionRepo(manager);
      const messages = new MessageRepo(manager, 'home');
      const [completed, cancelled] = [await sessionIds(manager, 'completed'), await sessionIds(manager, 'cancelled')];
      const all = await db.selectFrom('home_hours_study_sessions').select('id').execute();
      assert.equal(completed.length + cancelled.length, all.length);
      assert.equal((await db.selectFrom('live_sessions').selectAll().execute()).length, 0);
      const lastMoment = Math.floor(NOW / DAY) * DAY;
      for (const id of completed) {
        const session = await sessions.find(id);
        assert.ok(session?.start && session.end && session.start >= session.createdAt && session.end > session.start);
        assert.ok(session.start < lastMoment && session.end <= NOW, 'began by yesterday evening');
        assert.equal(session.endReason === 'pupil', session.difficulty !== null && session.feelingAfter !== null);
        for (const { start, end } of (await sessions.pausesOf([id])).get(id) ?? []) {
          assert.ok(end !== null && end > start && start >= session.start && end <= session.end);
        }
        const lines = await messages.list(id);
        assert.equal(lines[0]?.move, 'welcome');
        for (const [index, line] of lines.entries()) {
          assert.equal(line.previousId, lines[index - 1]?.id ?? null);
          assert.equal(line.nextId, lines[index + 1]?.id ?? null);
          assert.equal(line.from, index % 2 === 0 ? 'teacher' : 'student');
          assert.equal(line.state, 'complete');
          assert.ok(line.at >= (lines[index - 1]?.at ?? session.start) && line.at <= session.end);
          assert.equal(line.clientId === null, line.from === 'teacher');
          assert.notEqual(line.content, '');
        }
        const attempts = await new AttemptRepo(manager).listOfSession(id);
        for (const attempt of attempts) {
          assert.ok(attempt.milliseconds >= 0);
          assert.ok(lines.some((line) => line.id === attempt.messageId && line.at === attempt.at));
        }
      }
      for (const id of cancelled) assert.equal((await messages.list(id)).length, 0);
    },
  );

  await t.test('no question that is kept for tests was posed, and nobody studied two things at once', async () => {
    const db = manager.handle();
    const posed = await db
      .selectFrom('messages')
      .innerJoin('qa_revisions', 'qa_revisions.id', 'messages.posed_revision_id')
      .innerJoin('qas', 'qas.id', 'qa_revisions.qa_id')
      .select('qas.type')
      .distinct()
      .execute();
    assert.deepEqual(posed, [{ type: 'for study' }]);
    const overlapping = await sql<{ sessions: number }>`
    select count(*) as sessions from home_sessions_students a
    join home_hours_study_sessions x on x.id = a.home_session_id
    join home_sessions_students b on b.student_id = a.student_id and b.home_session_id > a.home_session_id
    join home_hours_study_sessions y on y.id = b.home_session_id
    where coalesce(x.end_time, x.last_activity_at) > y.created_at`.execute(db);
    assert.equal(overlapping.rows[0]?.sessions, 0);
  });
});
