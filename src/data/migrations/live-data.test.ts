import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { sql } from 'kysely';
import { DATABASES, mysqlSettings } from '../../../test/support/databases.ts';
import { DatabaseManager, type Handle } from '../db/database-manager.ts';
import { createMigrator } from '../db/migrator.ts';
import { createMysqlDatabase } from '../db/mysql.dialect.ts';

const AT = '2026-09-01 08:00:00.000';

/** A small school as the first release kept it: one row at least in each table that a later release touches. */
const FIRST_RELEASE: [table: string, row: Record<string, string | number | null>][] = [
  ['regions', { name: 'haifa' }],
  ['subjects', { name: 'math' }],
  ...['ruth', 'amir', 'noa', 'dalia', 'yossi'].map((username, index): [string, Record<string, string | number>] => {
    const roles = ['school manager', 'class manager', 'student', 'parent', 'regional supervisor'];
    const person = { username, email: `${username}@example.org`, password_hash: '!', first_name: username };
    return [
      'users',
      { id: index + 1, ...person, last_name: 'כהן', created_at: AT, role: roles[index] ?? '', locale: 'he' },
    ];
  }),
  ['phones', { user_id: 4, number: '04-0000001' }],
  ['addresses', { id: 1, user_id: 3, street: 'Moriah Blvd 1', city: 'Haifa', postal_code: null }],
  ['school_managers', { user_id: 1, employment_year: 2010 }],
  ['schools', { id: 1, name: 'Carmel View', region: 'haifa', school_manager_id: 1, transcript_policy: 'full' }],
  ['students', { user_id: 3, school_id: 1, pseudonym: 'Robin', learning_style: 'visual' }],
  ['parents', { user_id: 4 }],
  ['class_managers', { user_id: 2, school_id: 1, employment_year: 2015 }],
  ['regional_supervisors', { user_id: 5, employment_year: 2005 }],
  ['parents_students', { parent_id: 4, student_id: 3, status: 'blocked' }],
  ['subjects_regional_supervisors', { regional_supervisor_id: 5, subject_name: 'math', region: 'haifa' }],
  ['classes', { id: 1, school_id: 1, year: 2026, grade_level: '8th', name: '8A', capacity: 30 }],
  ['classes_students', { class_id: 1, student_id: 3 }],
  ['classess_class_managers', { class_id: 1, class_manager_id: 2 }],
  [
    'courses',
    { id: 1, name: 'Algebra', grade_level: '8th', type: 'mandatory', level: 3, subject_name: 'math', description: 'x' },
  ],
  ...['Numbers', 'Equations'].map((name, position): [string, Record<string, string | number>] => [
    'learning_units',
    { course_id: 1, name, type: 'chapter', weight: 0.5, estimated_duration_minutes: 40, description: '', position },
  ]),
  ['learning_unit_prerequisites', { course_id: 1, unit_name: 'Equations', prerequisite_name: 'Numbers' }],
  [
    'problems',
    { id: 1, course_id: 1, unit_name: 'Numbers', title: '', source: 'us', source_key: 'k', licence: 'CC', position: 0 },
  ],
  [
    'qas',
    {
      id: 1,
      problem_id: 1,
      step_index: 0,
      course_id: 1,
      unit_name: 'Numbers',
      type: 'for study',
      level: 1,
      kind: 'number',
      question: 'What is $2+2$?',
      answer: '4',
      aliases: 'two plus two',
      revision_id: 1,
    },
  ],
  [
    'qa_revisions',
    {
      id: 1,
      qa_id: 1,
      number: 1,
      created_at: AT,
      stem: '',
      kind: 'number',
      level: 1,
      question: 'What is $2+2$?',
      answer: '4',
      accepted_answers: '[]',
      choices: '[]',
      aliases: '[]',
      hints: '[]',
      worked_example: '',
      explanation: 'Count.',
      wrong_answers: '[]',
    },
  ],
  ['teachers', { id: 1, name: 'Lamda', subject_name: 'math', status: 'operational' }],
  ['tests', { id: 1, course_id: 1, name: 'Quiz', type: 'quiz', duration_minutes: 20 }],
  ['tests_learning_units', { test_id: 1, course_id: 1, unit_name: 'Numbers', weight: 1 }],
  [
    'tests_students',
    {
      id: 1,
      test_id: 1,
      student_id: 3,
      sitting: 1,
      status: 'passed',
      phase: 'released',
      date: AT,
      final_grade: 87.5,
    },
  ],
  ['courses_students', { course_id: 1, student_id: 3, state: 'in progress', progress: 0.25 }],
  [
    'learning_units_students',
    { course_id: 1, unit_name: 'Numbers', student_id: 3, state: 'in progress', progress: 0.5 },
  ],
  [
    'home_hours_study_sessions',
    {
      id: 1,
      type: 'homework',
      status: 'completed',
      course_id: 1,
      teacher_id: 1,
      planned_minutes: 30,
      created_at: AT,
      start_time: AT,
      end_time: AT,
      last_activity_at: AT,
      end_reason: 'pupil',
    },
  ],
  ['home_sessions_students', { home_session_id: 1, student_id: 3, emotional_state_before: 'neutral' }],
  ['lessons', { id: 1, class_id: 1, class_manager_id: 2, created_at: AT }],
  [
    'school_hours_study_sessions',
    {
      id: 1,
      type: 'group',
      status: 'completed',
      lesson_id: 1,
      class_manager_id: 2,
      teacher_id: 1,
      planned_duration_minutes: 45,
    },
  ],
  [
    'messages',
    {
      id: 1,
      home_session_id: 1,
      student_id: 3,
      message_type: 'prompt',
      message_modality: 'text only',
      content: 'שלום 👋',
      timestamp: AT,
      state: 'complete',
      client_id: 'a',
      posed_revision_id: 1,
    },
  ],
  [
    'attempts',
    {
      id: 1,
      student_id: 3,
      home_session_id: 1,
      message_id: 1,
      qa_id: 1,
      revision_id: 1,
      course_id: 1,
      unit_name: 'Numbers',
      answer: '4',
      verdict: 'correct',
      hints_used: 0,
      revealed: 0,
      unaided: 1,
      counts: 1,
      milliseconds: 900,
      created_at: AT,
    },
  ],
  [
    'mastery_student_units',
    {
      student_id: 3,
      course_id: 1,
      unit_name: 'Numbers',
      mean: 0.1,
      variance: 0.3,
      successes: 1,
      failures: 0,
      ewma: 0.3,
      unaided: 1,
      recent: '1',
    },
  ],
  [
    'sessional_proficiency_evaluations',
    {
      id: 1,
      student_id: 3,
      home_session_id: 1,
      reason: 'too little evidence',
      description: '',
      evidence: '{}',
      source: 'evaluator',
      rubric_version: '1',
      confidence: 0,
      provider: 'evidence',
      created_at: AT,
    },
  ],
  [
    'safety_alerts',
    {
      id: 1,
      student_id: 3,
      school_id: 1,
      home_session_id: 1,
      message_id: 1,
      severity: 2,
      category: 'distress',
      created_at: AT,
    },
  ],
];

for (const { database, skip } of DATABASES) {
  test(`a school of the first release keeps every row through all migrations (${database})`, { skip }, async (t) => {
    const db = await openAt(t, database, '0001-foundation');
    for (const [table, row] of FIRST_RELEASE) await insert(db.handle(), table, row);
    const before = await everyRow(db.handle());
    assert.ok(before.size > 30);

    const migrated = await db.createTables();
    assert.ok(migrated.length > 0 && !migrated.includes('0001-foundation'));

    for (const [table, rows] of before) {
      const now = (await rowsOf(db.handle(), table)).map((row, index) => only(row, Object.keys(rows[index] ?? {})));
      assert.deepEqual(now, rows, table);
    }
    const [practised] = await rowsOf(db.handle(), 'mastery_student_units');
    assert.deepEqual([practised?.stability, practised?.practised_at], [12, AT]);
    const [card] = await rowsOf(db.handle(), 'review_cards');
    assert.deepEqual(
      [card?.student_id, card?.qa_id, card?.reviewed_at],
      [3, 1, AT],
      'earlier answers have their cards',
    );
    assert.deepEqual(await brokenReferences(db), []);
    assert.deepEqual((await db.migrationStatus()).pending, []);
  });
}

/** What was said of questions and scores before lessons and tests had a part in it. */
const REPORTED: typeof FIRST_RELEASE = [
  [
    'question_reports',
    {
      id: 1,
      qa_id: 1,
      revision_id: 1,
      reporter_id: 3,
      home_session_id: 1,
      reason: 'answer',
      comment: 'It is 4.',
      created_at: AT,
      state: 'open',
      open_key: '1:3',
    },
  ],
  [
    'evaluation_regrades',
    {
      id: 7,
      kind: 'proficiency',
      home_session_id: 1,
      score_before: 4,
      description_before: 'Four.',
      evidence_before: '{}',
      rubric_version_before: '1',
      confidence_before: 0.5,
      at: AT,
    },
  ],
];

for (const { database, skip } of DATABASES) {
  test(`prints that belonged to nobody go with the work on them, and the reports stay (${database})`, {
    skip,
  }, async (t) => {
    const db = await openAt(t, database, '0049-calls-under-way');
    const report = { id: 1, kind: 'pupils', school_id: 1, class_id: 1, period: '2026-q1', first_day: '2026-09-01' };
    const made = { last_day: '2026-10-01', locale: 'he', made_by: 2, request_key: 'k', asked_at: AT, state: 'done' };
    const print = { id: 1, report_id: 1, format: 'zip', state: 'done', so_far: 1, in_all: 1, asked_at: AT };
    const job = { id: 1, kind: 'print-report', subject_key: 'print:1', payload: '{"id":1,"by":2}', state: 'done' };
    for (const [table, row] of FIRST_RELEASE) await insert(db.handle(), table, row);
    await insert(db.handle(), 'kept_reports', { ...report, ...made, so_far: 1, in_all: 1 });
    await insert(db.handle(), 'report_prints', { ...print, expires_at: AT, content: 'Noa' });
    await insert(db.handle(), 'jobs', { ...job, run_at: AT, tries: 1, created_at: AT });
    await db.createTables();
    assert.deepEqual(await rowsOf(db.handle(), 'report_prints'), []);
    assert.deepEqual(await rowsOf(db.handle(), 'jobs'), []);
    const [kept] = await rowsOf(db.handle(), 'kept_reports');
    assert.deepEqual(kept && only(kept, Object.keys({ ...report, ...made })), { ...report, ...made });
    const of = (asker: number) => ({ ...print, id: asker, school_id: 1, asked_by: asker, report_ids: '[]' });
    for (const asker of [1, 2]) {
      await insert(db.handle(), 'report_prints', { ...of(asker), expires_at: AT, content: '' });
    }
    await assert.rejects(insert(db.handle(), 'report_prints', { ...of(2), id: 3, expires_at: AT, content: '' }));
    assert.deepEqual(await brokenReferences(db), []);
  });

  test(`reports and regrades of sessions at home stay when those of lessons and tests come (${database})`, {
    skip,
  }, async (t) => {
    const db = await openAt(t, database, '0027-attendance-at-home');
    for (const [table, row] of [...FIRST_RELEASE, ...REPORTED]) await insert(db.handle(), table, row);
    await db.createTables();
    for (const [table, row] of REPORTED) {
      const [kept] = await rowsOf(db.handle(), table);
      assert.deepEqual(kept && only(kept, Object.keys(row)), row);
    }
    const [report] = await rowsOf(db.handle(), 'question_reports');
    assert.deepEqual([report?.origin, report?.school_session_id, report?.test_id], ['home session', null, null]);
    const more = { reason: 'other', comment: '', created_at: AT, state: 'open', qa_id: 1, revision_id: 1 };
    await insert(db.handle(), 'question_reports', { id: 2, reporter_id: 2, origin: 'test', test_id: 1, ...more });
    await assert.rejects(
      insert(db.handle(), 'question_reports', { id: 3, reporter_id: 2, origin: 'elsewhere', ...more }),
    );
    const { id: _, home_session_id: __, ...before } = REPORTED[1]?.[1] ?? {};
    await insert(db.handle(), 'evaluation_regrades', { id: 8, school_session_id: 1, student_id: 3, ...before });
    await assert.rejects(insert(db.handle(), 'evaluation_regrades', { id: 9, ...before }), 'of no session at all');
    assert.deepEqual(await brokenReferences(db), []);
  });
}

for (const { database, skip } of DATABASES) {
  test(`what was said of scores of sessions at home stays when lessons have a part in it (${database})`, {
    skip,
  }, async (t) => {
    const db = await openAt(t, database, '0027-attendance-at-home');
    for (const [table, row] of FIRST_RELEASE) await insert(db.handle(), table, row);
    const said = {
      kind: 'proficiency',
      action: 'contested',
      score: null,
      words: 'No.',
      by_id: 3,
      at: AT,
      student_id: 3,
    };
    await insert(db.handle(), 'score_reviews', { id: 4, home_session_id: 1, ...said });
    await db.createTables();
    const [kept] = await rowsOf(db.handle(), 'score_reviews');
    assert.deepEqual(kept, { id: 4, home_session_id: 1, ...said, school_session_id: null });
    await insert(db.handle(), 'score_reviews', { id: 5, school_session_id: 1, ...said });
    await assert.rejects(insert(db.handle(), 'score_reviews', { id: 6, ...said }), 'of no session at all');
    await assert.rejects(
      insert(db.handle(), 'score_reviews', { id: 7, home_session_id: 1, school_session_id: 1, ...said }),
    );
    assert.deepEqual(await brokenReferences(db), []);
  });
}

for (const { database, skip } of DATABASES) {
  test(`a talk that was under way goes on after the update, and a group may have one at school (${database})`, {
    skip,
  }, async (t) => {
    const db = await openAt(t, database, '0029-scores-of-lessons');
    for (const [table, row] of FIRST_RELEASE) await insert(db.handle(), table, row);
    const talk = { home_session_id: 1, state: '{"turn":3}', version: 4, replying_message_id: null };
    await insert(db.handle(), 'home_session_dialogues', talk);
    const place = { student_id: 3, kind: 'home', session_id: 1, active_student_id: 3 };
    await insert(db.handle(), 'live_sessions', place);
    await db.createTables();
    const [kept] = await rowsOf(db.handle(), 'session_dialogues');
    assert.deepEqual(kept && only(kept, Object.keys(talk)), talk);
    assert.deepEqual(await rowsOf(db.handle(), 'live_sessions'), [place]);
    const more = { state: '{}', version: 1 };
    await insert(db.handle(), 'session_dialogues', { school_session_id: 1, ...more });
    await assert.rejects(
      insert(db.handle(), 'session_dialogues', { school_session_id: 1, ...more }),
      'one to a session',
    );
    await assert.rejects(insert(db.handle(), 'session_dialogues', more), 'of no session at all');
    assert.deepEqual(await brokenReferences(db), []);
  });
}

for (const { database, skip } of DATABASES) {
  test(`what was counted of sessions and tests belongs to the school of its pupil (${database})`, {
    skip,
  }, async (t) => {
    const db = await openAt(t, database, '0055-words-of-tests');
    const person = { email: '', password_hash: '!', first_name: '', last_name: '', created_at: AT, locale: 'he' };
    await insert(db.handle(), 'regions', { name: 'haifa' });
    await insert(db.handle(), 'subjects', { name: 'math' });
    const course = { name: 'Algebra', grade_level: '8th', type: 'mandatory', level: 3, subject_name: 'math' };
    await insert(db.handle(), 'courses', { id: 1, ...course, description: 'x' });
    await insert(db.handle(), 'tests', { id: 1, course_id: 1, name: 'Quiz', type: 'quiz', duration_minutes: 20 });
    const fact = { kind: 'home', type: 'homework', started_at: AT, active_ms: 1, is_attendant: 1, attempts: 0 };
    const none = { correct: 0, unaided: 0, hints: 0, given_up: 0 };
    for (const id of [1, 2]) {
      await insert(db.handle(), 'users', { id, ...person, username: `pupil-${id}`, email: `${id}`, role: 'student' });
      await insert(db.handle(), 'schools', { id: id + 10, name: `${id}`, region: 'haifa', transcript_policy: 'full' });
      await insert(db.handle(), 'students', { user_id: id, school_id: id + 10, pseudonym: 'Robin' });
      await insert(db.handle(), 'session_facts', { session_id: id, student_id: id, ...fact, ...none });
      const sitting = { id, test_id: 1, student_id: id, sitting: 1, status: 'passed', phase: 'released', date: AT };
      await insert(db.handle(), 'tests_students', sitting);
      const grade = { course_id: 1, test_id: 1, started_at: AT, grade: 80, is_passed: 1 };
      await insert(db.handle(), 'test_facts', { sitting_id: id, student_id: id, ...grade });
    }
    await db.createTables();
    for (const table of ['session_facts', 'test_facts'])
      assert.deepEqual(
        (await rowsOf(db.handle(), table)).map(({ student_id, school_id }) => [student_id, school_id]),
        [
          [1, 11],
          [2, 12],
        ],
      );
  });
}

async function openAt(t: TestContext, database: 'sqlite' | 'mysql', release: string): Promise<DatabaseManager> {
  const name = `allamda_live_${process.pid}`;
  const settings = database === 'sqlite' ? ({ kind: 'sqlite', file: ':memory:' } as const) : mysqlSettings(name);
  if (settings.kind === 'mysql') await createMysqlDatabase(settings);
  const db = new DatabaseManager(settings);
  t.after(async () => {
    if (database === 'mysql') await sql`drop database ${sql.id(name)}`.execute(db.handle());
    await db.close();
  });
  const { error } = await createMigrator(db.handle(), db.dialect).migrateTo(release);
  if (error) throw error;
  return db;
}

async function insert(db: Handle, table: string, row: Record<string, string | number | null>): Promise<void> {
  const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)));
  await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))})`.execute(db);
}

/** Table → its rows, of the tables that hold any, but for the migrator's own. */
async function everyRow(db: Handle): Promise<Map<string, Record<string, unknown>[]>> {
  const found = new Map<string, Record<string, unknown>[]>();
  for (const [table] of FIRST_RELEASE) found.set(table, await rowsOf(db, table));
  return found;
}

async function rowsOf(db: Handle, table: string): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db);
  return rows.sort((a, b) => JSON.stringify(a.id ?? a).localeCompare(JSON.stringify(b.id ?? b)));
}

function only(row: Record<string, unknown>, columns: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(columns.map((column) => [column, row[column]]));
}

/** MySQL checks references always; SQLite not while a table is rebuilt. */
async function brokenReferences(db: DatabaseManager): Promise<unknown[]> {
  if (db.dialect === 'mysql') return [];
  return (await sql`pragma foreign_key_check`.execute(db.handle())).rows;
}

/** Every migration, as databases remember it. A new one is added at the end; none is ever renamed, moved or taken away. */
const MET = [
  '0001-foundation',
  '0002-rest-of-the-domain',
  '0003-drafts-and-publications',
  '0004-question-reports',
  '0005-curriculum-uploads',
  '0007-people',
  '0008-people-import',
  '0009-tests',
  '0013-counting-questions',
  '0014-order-of-questions',
  '0015-figures-of-revisions',
  '0016-counted-again',
  '0020-memory-of-units',
  '0021-imports-under-way',
  '0022-answers-of-pupils',
  '0023-pictures-kept-at',
  '0024-review-cards',
  '0025-school-hours-and-guardian-requests',
  '0026-score-reviews',
  '0027-attendance-at-home',
  '0028-reports-from-lessons-and-tests',
  '0029-scores-of-lessons',
  '0030-talks-at-school',
  '0031-progress-in-one-place',
  '0032-live-lessons',
  '0033-given-scores',
  '0037-words-for-one',
  '0038-session-facts',
  '0040-test-facts-and-budgets',
  '0041-guidance',
  '0042-mail-and-notifications',
  '0043-safeguarding',
  '0044-quarters-and-attention',
  '0045-oversight',
  '0046-erasure-and-exports',
  '0047-kept-reports',
  '0048-weekly-letters',
  '0049-calls-under-way',
  '0050-prints-of-one-asker',
  '0051-exports-in-the-background',
  '0052-tokens-by-the-day-of-the-school',
  '0053-answers-by-unit',
  '0054-erased-answers',
  '0055-words-of-tests',
  '0056-schools-of-facts',
];

test('a database of any earlier day opens: migrations keep the names and the order in which it met them', async (t) => {
  const db = new DatabaseManager({ kind: 'sqlite', file: ':memory:' });
  t.after(() => db.close());
  const all = await createMigrator(db.handle(), db.dialect).getMigrations();
  assert.deepEqual(
    all.map(({ name }) => name),
    MET,
  );
});
