import assert from 'node:assert/strict';
import { hash as digest } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { hash } from '@node-rs/argon2';
import { type LogEvent, sql } from 'kysely';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { TABLES } from '../../src/data/db/schema.ts';
import { populateSampleRegion } from '../../src/sample-region.ts';
import { startTestApp } from '../support/app.ts';
import { TestClock } from '../support/clock.ts';
import { beginIdsAgain, databaseTest } from '../support/databases.ts';
import { doTheRest } from '../support/deeds-on-both.ts';
import { PASSWORD } from '../support/factory.ts';
import { factsFromRows, keptFacts, otherFacts } from '../support/facts-from-rows.ts';

const NOW = Date.parse('2026-11-30T09:30:00Z');
const SOURCES = path.resolve(import.meta.dirname, '../../src');

/** What nobody of a small region does, and the test that does it on both databases. */
const DONE_ELSEWHERE: Readonly<Record<string, string>> = {
  'budget_stops delete': 'src/services/budgets/remote-calls.service.test.ts',
  'calls_under_way delete': 'src/services/budgets/remote-calls.service.test.ts',
  'calls_under_way insert': 'src/services/budgets/remote-calls.service.test.ts',
  'calls_under_way update': 'src/services/budgets/remote-calls.service.test.ts',
  'lesson_whispers insert': 'src/services/lessons/take-over.service.test.ts',
  'lesson_whispers update': 'src/services/lessons/take-over.service.test.ts',
  'lessons delete': 'src/services/lessons/lessons.service.test.ts',
  'model_usage delete': 'src/services/analytics/figures-check.service.test.ts',
  'model_calls insert': 'src/services/tests/marking.service.test.ts',
  'token_usage insert': 'src/services/study-session/conversation.service.test.ts',
  'token_usage update': 'src/services/study-session/conversation.service.test.ts',
  'alert_rehearsals insert': 'src/services/safety/safeguarding.service.test.ts',
  'alert_rehearsals update': 'src/services/safety/safeguarding.service.test.ts',
  'alert_tellings insert': 'src/services/safety/safeguarding.service.test.ts',
  'attachments delete': 'src/data/erasure/erase-person.test.ts',
  'attention_alerts insert': 'src/services/attention/attention.service.test.ts',
  'attention_alerts update': 'src/services/attention/attention.service.test.ts',
  'attention_checks insert': 'src/services/attention/attention.service.test.ts',
  'attention_checks update': 'src/services/attention/attention.service.test.ts',
  'audit_log update': 'src/data/erasure/erase-person.test.ts',
  'audit_openings delete': 'src/data/erasure/erase-person.test.ts',
  'audit_openings insert': 'src/data/erasure/erase-person.test.ts',
  'erased_answers insert': 'src/services/erasure/figures-after-erasure.test.ts',
  'erased_class_answers insert': 'src/services/erasure/figures-after-erasure.test.ts',
  'erased_enrolments insert': 'src/services/erasure/figures-after-erasure.test.ts',
  'erased_answers update': 'src/services/retention/retention.service.test.ts',
  'erased_facts insert': 'src/data/erasure/erase-person.test.ts',
  'erased_pupils insert': 'src/data/erasure/erase-person.test.ts',
  'erased_pupils_classes insert': 'src/data/erasure/erase-person.test.ts',
  'erased_sittings insert': 'src/services/erasure/figures-after-erasure.test.ts',
  'erased_standings insert': 'src/services/erasure/figures-after-erasure.test.ts',
  'erasures insert': 'src/services/erasure/erasure.service.test.ts',
  'erasures update': 'src/services/erasure/erasure.service.test.ts',
  'evaluation_regrades update': 'src/data/erasure/erase-person.test.ts',
  'given_scores update': 'src/data/erasure/erase-person.test.ts',
  'guidance_versions delete': 'src/services/guidance/guidance.service.test.ts',
  'guidances delete': 'src/services/guidance/guidance.service.test.ts',
  'jobs delete': 'src/data/erasure/erase-person.test.ts',
  'kept_reports delete': 'src/services/kept-reports/kept-reports.service.test.ts',
  'kept_reports insert': 'src/services/kept-reports/kept-reports.service.test.ts',
  'kept_reports update': 'src/services/kept-reports/kept-reports.service.test.ts',
  'mails update': 'src/services/mail/mail.service.test.ts',
  'moderation_flags insert': 'src/services/safety/moderation.service.test.ts',
  'notifications delete': 'src/services/notifications/notifications.service.test.ts',
  'notifications update': 'src/services/notifications/notifications.service.test.ts',
  'quarter_closings insert': 'src/services/quarters/quarter-closing.service.test.ts',
  'quarter_closings update': 'src/services/quarters/quarter-closing.service.test.ts',
  'quarter_given insert': 'src/services/quarters/class-quarter.service.test.ts',
  'quarter_reviews insert': 'src/services/quarters/class-quarter.service.test.ts',
  'quarter_versions insert': 'src/services/quarters/quarter-closing.service.test.ts',
  'person_export_parts delete': 'src/services/erasure/person-export.service.test.ts',
  'person_export_parts insert': 'src/services/erasure/person-export.service.test.ts',
  'person_exports delete': 'src/services/erasure/person-export.service.test.ts',
  'person_exports insert': 'src/services/erasure/person-export.service.test.ts',
  'person_exports update': 'src/services/erasure/person-export.service.test.ts',
  'report_prints delete': 'src/services/kept-reports/report-printing.service.test.ts',
  'report_prints insert': 'src/services/kept-reports/report-printing.service.test.ts',
  'report_prints update': 'src/services/kept-reports/report-printing.service.test.ts',
  'school_models delete': 'src/web/routes/policies.routes.test.ts',
  'school_models insert': 'src/web/routes/policies.routes.test.ts',
  'school_safeguards delete': 'src/services/safety/safeguarding.service.test.ts',
  'score_reviews update': 'src/data/erasure/erase-person.test.ts',
  'sessional_social_evaluations update': 'src/data/erasure/erase-person.test.ts',
  'weekly_letter_wishes delete': 'src/services/family/weekly-letters.service.test.ts',
  'weekly_letters insert': 'src/services/family/weekly-letters.service.test.ts',
  'weekly_letters update': 'src/services/family/weekly-letters.service.test.ts',
};

/** Made at random, and different each time. */
const SECRET = /token|secret|^seed$/;

/** What hangs on which questions a test has, which is drawn by lot: so much of it on both. */
const BY_LOT = ['test_answers', 'test_marks'];

/** Every change of a table that the program's queries say: "courses insert". */
function saidInSources(): Map<string, string[]> {
  const said = new Map<string, string[]>();
  const words: Record<string, string> = { insertInto: 'insert', updateTable: 'update', deleteFrom: 'delete' };
  const files = readdirSync(SOURCES, { recursive: true }).map(String);
  for (const file of files.filter(
    (name) => /(?<!\.test)\.tsx?$/.test(name) && !/^data\/(sample|migrations)/.test(name),
  )) {
    const text = readFileSync(path.join(SOURCES, file), 'utf8');
    for (const [, call = '', table = ''] of text.matchAll(/(insertInto|updateTable|deleteFrom)\(\s*'(\w+)'/g)) {
      const what = `${table} ${words[call]}`;
      said.set(what, [...(said.get(what) ?? []), file]);
    }
  }
  return said;
}

const CHANGE = /^\s*(insert|update|delete)(?: or \w+| ignore)?(?: into| from)? ["`](\w+)/;

/** The sample region and all that people do in it on one database: what they were answered, and what is there in the end. */
async function lived(t: TestContext, db: DatabaseManager, password: string) {
  await populateSampleRegion(db, { now: NOW, words: () => 'said', hash: async () => password, students: 6, days: 12 });
  const clock = new TestClock(NOW);
  const app = await startTestApp(t, db, { clock });
  const told: string[] = [];
  const one = async (table: string, column: string, where: Record<string, string | number> = {}): Promise<number> => {
    const fits = Object.entries(where).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
    const { rows } = await sql<{ value: number }>`select ${sql.ref(column)} as value from ${sql.table(table)}
      where ${sql.join([sql`1 = 1`, ...fits], sql` and `)} order by 1 limit 1`.execute(db.handle());
    return Number(rows[0]?.value);
  };
  await doTheRest({ app, clock, told, one });
  assert.deepEqual(await keptFacts(db), await factsFromRows(db), 'figures that are kept are what they are made of');
  const { kept, counted } = await otherFacts(db);
  assert.deepEqual(kept, counted, 'so are those of tests and of models');
  return { told: told.map(toTenDigits), contents: await contentsOf(db) };
}

/** A sum of many shares hangs in its last digits on the order in which a database adds it up. */
const toTenDigits = (text: string): string =>
  text.replaceAll(/\d+\.\d{10,}(?:e-\d+)?/g, (digits) => String(Number(Number(digits).toPrecision(10))));

/** Everything in a database, with numbers to ten digits: databases print the last ones differently. Bytes by their hash. */
async function contentsOf(db: DatabaseManager): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of Object.keys(TABLES)) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db.handle());
    const texts = rows.map((row) => {
      const columns = Object.entries(row)
        .filter(([name]) => !SECRET.test(name) && `${table}.${name}` !== 'web_sessions.id')
        .map(([name, value]) => [name, value instanceof Uint8Array ? digest('sha256', value) : value] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1));
      return JSON.stringify(columns, (_, value) => (typeof value === 'number' ? Number(value.toPrecision(10)) : value));
    });
    found[table] = BY_LOT.includes(table) ? [String(texts.length)] : texts.sort();
  }
  return found;
}

databaseTest('whatever the program does to a table comes to the same on both databases', async (db, t) => {
  const password = await hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  const done = new Set<string>();
  const seen = ({ query }: LogEvent) => {
    const [, what, table] = CHANGE.exec(query.sql) ?? [];
    if (what) done.add(`${table} ${what}`);
  };
  const reference = new DatabaseManager({ kind: 'sqlite', file: ':memory:' }, seen);
  t.after(() => reference.close());
  await reference.createTables();
  done.clear();
  const there = await lived(t, reference, password);
  if (db.dialect === 'mysql') {
    await beginIdsAgain(db);
    const here = await lived(t, db, password);
    assert.deepEqual(here.told, there.told);
    for (const table of Object.keys(TABLES)) assert.deepEqual(here.contents[table], there.contents[table], table);
  }
  const undone = [...saidInSources()].filter(([what]) => !done.has(what) && !(what in DONE_ELSEWHERE));
  assert.deepEqual(
    undone,
    [],
    'test/support/deeds-on-both.ts has somebody do it, or DONE_ELSEWHERE says which test does',
  );
  for (const file of Object.values(DONE_ELSEWHERE)) {
    const test = path.resolve(SOURCES, '..', file);
    assert.ok(existsSync(test) && readFileSync(test, 'utf8').includes('databaseTest('), file);
  }
});
