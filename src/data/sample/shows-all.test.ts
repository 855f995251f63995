// A process of its own: it takes as long as twenty others.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { MASTERY_THRESHOLD } from '../../domain/mastery/mastery.ts';
import { populateSampleRegion } from '../../sample-region.ts';
import { DatabaseManager, type Handle } from '../db/database-manager.ts';
import { TABLES } from '../db/schema.ts';

const NOW = Date.parse('2026-11-30T09:30:00Z');
const WHOLE = { now: NOW, words: () => 'said', hash: async () => 'hash' };

/** Tables of which a region that nobody looks at has no rows. */
const EMPTY: Readonly<Record<string, string>> = {
  quarter_versions: 'nobody had a closed quarter made anew',
  audit_openings: 'a row is there for as long as somebody is erased',
  attachments: 'no message carries a file so far',
  curriculum_uploads: 'a file waits an hour to be confirmed, and goes',
  school_models: 'both schools take the models as the operator has them',
  people_uploads: 'a file waits an hour to be confirmed, and goes',
  installations: 'drawn when somebody is erased',
  erasures: 'nobody has asked to be erased',
  erased_pupils: 'nobody has asked to be erased',
  erased_pupils_classes: 'nobody has asked to be erased',
  erased_facts: 'nobody has asked to be erased',
  erased_answers: 'nobody has asked to be erased',
  erased_class_answers: 'nobody has asked to be erased',
  erased_enrolments: 'nobody has asked to be erased',
  erased_standings: 'nobody has asked to be erased',
  erased_sittings: 'nobody has asked to be erased',
  person_exports: 'nobody has asked for an export',
  person_export_parts: 'nobody has asked for an export',
  budget_stops: 'no limit was reached',
  calls_under_way: 'a row is there for as long as a model is asked',
  moderation_flags: 'the words of the history are harmless',
  report_prints: 'a print is kept for an hour',
  lesson_whispers: 'the class managers of the history only look on',
  live_sessions: 'what is live ends by itself while nobody is there',
  login_throttles: 'begins with the first wrong password',
  web_sessions: 'begins with the first login',
};

const LIVE = 'what is live ends by itself while nobody is there';
const BY_EVALUATOR = 'only the evaluator gives this score';
const BY_MANAGER = 'only class managers give this score';
const SPOKEN = 'nobody has spoken to the tutor';
const ONE_SIDE = 'corrections settle what was judged';
const TWO_GRADES = 'two schools with a class or two each';

/** Words of a column that stand in no row, and why; `*`: of any of them. */
const UNSHOWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'classes.grade_level': { '*': TWO_GRADES },
  'courses.grade_level': { '*': TWO_GRADES },
  'schools.transcript_policy': { off: TWO_GRADES },
  'learning_units_students.state': { 'not started': 'the row is made by the first answer' },
  'home_hours_study_sessions.status': { pending: LIVE, active: LIVE, paused: LIVE },
  'school_hours_study_sessions.status': { pending: LIVE, active: LIVE, paused: LIVE },
  'lessons.end_reason': { 'class manager': 'the lessons of the history end with the bell' },
  'school_hours_study_sessions.paused_by': { '*': LIVE },
  'school_hours_study_sessions.end_reason': { pupil: 'pupils of the history stay to the end' },
  'lessons.state': { pending: LIVE, active: LIVE, paused: LIVE },
  'home_sessions_students.attendance_reason': { '*': 'nobody is asked at home why they did not begin' },
  'live_sessions.kind': { '*': LIVE },
  'messages.message_modality': { 'speech to text': SPOKEN, 'text to speech': SPOKEN, multimodal: SPOKEN },
  'messages.state': { streaming: LIVE, interrupted: LIVE },
  'sessional_proficiency_evaluations.source': { 'class manager': BY_EVALUATOR },
  'sessional_social_evaluations.source': { evaluator: BY_MANAGER },
  'quarter_proficiency_evaluations.source': { 'class manager': BY_EVALUATOR },
  'budget_stops.kind': { '*': 'no limit was reached' },
  'erased_facts.kind': { '*': 'nobody has asked to be erased' },
  'kept_reports.kind': { '*': 'one of each page that has figures of its own' },
  'kept_reports.state': { asked: 'made when its moment comes', failed: 'nothing failed' },
  'mails.state': { waiting: 'sent when its moment comes', failed: 'nothing failed' },
  'moderation_flags.direction': { '*': 'the words of the history are harmless' },
  'moderation_flags.source': { '*': 'the words of the history are harmless' },
  'person_exports.state': { '*': 'nobody has asked for an export' },
  'person_exports.words': { '*': 'nobody has asked for an export' },
  'report_prints.format': { '*': EMPTY.report_prints ?? '' },
  'report_prints.state': { '*': EMPTY.report_prints ?? '' },
  'weekly_letters.wording': { model: 'the rules word what nobody lets a model word' },
  'quarter_closings.state': { running: 'done when its moment comes', failed: 'nothing failed' },
  'quarter_versions.kind': { '*': EMPTY.quarter_versions ?? '' },
  'quarter_given.kind': { proficiency: BY_EVALUATOR },
  'attention_alerts.kind': {
    absence: 'nobody of the history misses a third of the lessons',
    decline: 'pupils of the history answer as well as before',
  },
  'quarter_reviews.kind': { '*': 'what two pupils contest is proficiency' },
  'quarter_reviews.action': { disputed: 'the class manager holds what was contested for right' },
  'jobs.state': { queued: 'done when its moment comes', running: LIVE, failed: 'nothing failed' },
  'attachments.file_type': { '*': EMPTY.attachments ?? '' },
  'attempt_regrades.verdict_before': { 'cannot judge': ONE_SIDE },
  'attempt_regrades.verdict_after': { 'cannot judge': ONE_SIDE },
  'evaluation_regrades.kind': { investment: 'it rests on effort, which no key changes' },
};

let db: DatabaseManager;
let handle: Handle;
before(async () => {
  db = new DatabaseManager({ kind: 'sqlite', file: ':memory:' });
  await db.createTables();
  await populateSampleRegion(db, WHOLE);
  handle = db.handle();
});
after(() => db.close());

const valuesOf = async (table: string, column: string): Promise<Set<unknown>> => {
  const query = sql<{ value: unknown }>`select distinct ${sql.ref(column)} as value from ${sql.table(table)}`;
  return new Set((await query.execute(handle)).rows.map(({ value }) => value));
};

test('every table of the schema has rows, but for those that fill when somebody is there', async () => {
  const empty: string[] = [];
  for (const table of Object.keys(TABLES)) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(handle);
    if (rows.length === 0) empty.push(table);
  }
  assert.deepEqual(empty.sort(), Object.keys(EMPTY).sort());
});

test('every word that a column may hold stands in some row, but for those that have a reason not to', async () => {
  const { rows } = await sql<{
    name: string;
    made: string;
  }>`select name, sql as made from sqlite_master where type = 'table'`.execute(handle);
  const unshown: string[] = [];
  let columns = 0;
  for (const { name, made } of rows) {
    for (const [, column = '', words = ''] of made.matchAll(/check \([`"]?(\w+)[`"]?\s+in\s+\(([^)]*)\)\)/gi)) {
      columns += 1;
      const there = await valuesOf(name, column);
      const reasons = UNSHOWN[`${name}.${column}`] ?? {};
      const all = [...words.matchAll(/'([^']*)'/g)].map(([, word = '']) => word);
      const missing = all.filter((word) => !there.has(word) && !('*' in reasons) && !(word in reasons));
      unshown.push(...missing.map((word) => `${name}.${column}: ${word}`));
      const shown = Object.keys(reasons).filter((word) => word !== '*' && there.has(word));
      unshown.push(...shown.map((word) => `${name}.${column}: ${word} is shown after all`));
    }
  }
  assert.ok(columns > 50, `${columns} columns with words of their own`);
  assert.deepEqual(unshown, []);
});

test('levels 1 to 5, two grades and both languages of the pages are there', async () => {
  assert.deepEqual([...(await valuesOf('courses', 'level'))].sort(), [1, 2, 3, 4, 5]);
  assert.deepEqual([...(await valuesOf('users', 'locale'))].sort(), ['en', 'he']);
  const taught = await sql<{ grade: string }>`select distinct grade_level as grade from classes
    join classes_students on class_id = id where archived_at is null order by 1`.execute(handle);
  assert.deepEqual(
    taught.rows.map(({ grade }) => grade),
    ['10th', '9th'],
  );
});

test('what was corrected was judged again: marks, verdicts and scores, and what they said before is kept', async () => {
  const { rows } = await sql<{ verdicts: number; marks: number; scores: number; sittings: number }>`select
    (select count(*) from attempt_regrades) as verdicts,
    (select count(*) from test_marks where source = 'regrade') as marks,
    (select count(*) from evaluation_regrades) as scores,
    (select count(*) from tests_students where regraded_at is not null) as sittings`.execute(handle);
  const [found] = rows;
  assert.ok(
    found && found.verdicts > 1 && found.marks > 0 && found.scores > 0 && found.sittings > 0,
    JSON.stringify(found),
  );
});

test('a course that is completed has every unit mastered', async () => {
  const done = await handle.selectFrom('courses_students').selectAll().where('state', '=', 'completed').execute();
  assert.ok(done.length > 0 && MASTERY_THRESHOLD < 1);
  for (const { course_id: course, student_id: student } of done) {
    const units = await handle
      .selectFrom('learning_units_students')
      .select('state')
      .where('course_id', '=', course)
      .where('student_id', '=', student)
      .execute();
    assert.deepEqual([...new Set(units.map(({ state }) => state))], ['completed']);
  }
});

test('links and cards open nothing that anybody knows, and differ from each other', async () => {
  const links = await handle.selectFrom('one_time_links').select(['token_hash', 'expires_at']).execute();
  const cards = await handle.selectFrom('login_cards').select('token_hash').execute();
  const hashes = [...links, ...cards].map((row) => row.token_hash);
  assert.ok(links.length > 1 && cards.length > 3);
  assert.equal(new Set(hashes).size, hashes.length);
  for (const hash of hashes) assert.match(hash, /^[\w-]{43}$/);
});

test('the smallest region has room for it all, and so has one that is made at any time of the year', async () => {
  const moments = ['2027-01-20T22:00:00Z', '2026-11-30T00:04:00Z', '2027-03-01T12:00:00Z', '2027-07-31T23:59:00Z'];
  for (const wishes of [
    { students: 3, days: 1 },
    ...moments
      .slice(0, process.env.TEST_LONG === '1' ? moments.length : 1)
      .map((moment, seed) => ({ students: 6, days: 9, now: Date.parse(moment), seed })),
    { students: 4, days: 40, now: Date.parse('2028-02-29T06:00:00Z') },
  ]) {
    await populateSampleRegion(db, { ...WHOLE, ...wishes, clearExisting: true });
  }
});
