import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { databaseTest } from '../../../test/support/databases.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { ERASURE_PLAN } from './erasure-plan.ts';
import type { Fate } from './fates.ts';

const PLAN: Record<string, Record<string, Fate>> = ERASURE_PLAN;

/** Fates of a column that is the id of somebody. */
const OF_A_PERSON: readonly Fate[] = ['gone', 'gone unless staff', 'unset', 'author', 'staff'];

/** Tables of people: whatever refers to one of these names a person. */
const PEOPLE = ['users', 'students', 'parents', 'class_managers', 'school_managers', 'regional_supervisors'];

/** Rows that go with a pupil: whatever refers to one of these says what becomes of it. */
const HANGS_ON: Record<string, readonly Fate[]> = {
  home_hours_study_sessions: ['with home session'],
  tests_students: ['with sitting'],
  attempts: ['with attempt'],
  messages: ['with message', 'without message'],
  school_hours_study_sessions: ['with own school session'],
};

async function columnsOf(db: DatabaseManager): Promise<{ table: string; column: string }[]> {
  const query =
    db.dialect === 'sqlite'
      ? sql<{ table: string; column: string }>`select m.name as "table", c.name as "column" from sqlite_master m
          join pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite_%'
          and m.name not like 'kysely_%' and m.name not like 'qas_search%'`
      : sql<{ table: string; column: string }>`select table_name as \`table\`, column_name as \`column\`
          from information_schema.columns where table_schema = database() and table_name not like 'kysely_%'`;
  return (await query.execute(db.handle())).rows;
}

async function referencesOf(db: DatabaseManager): Promise<{ table: string; column: string; to: string }[]> {
  const query =
    db.dialect === 'sqlite'
      ? sql<{
          table: string;
          column: string;
          to: string;
        }>`select m.name as "table", f."from" as "column", f."table" as "to"
          from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table'`
      : sql<{ table: string; column: string; to: string }>`select table_name as \`table\`, column_name as \`column\`,
          referenced_table_name as \`to\` from information_schema.key_column_usage
          where table_schema = database() and referenced_table_name is not null`;
  return (await query.execute(db.handle())).rows;
}

databaseTest('the plan of erasure names every column of every table, and nothing else', async (db) => {
  const real = (await columnsOf(db)).map(({ table, column }) => `${table}.${column}`).sort();
  const named = Object.entries(PLAN).flatMap(([table, columns]) =>
    Object.keys(columns).map((one) => `${table}.${one}`),
  );
  assert.deepEqual(named.sort(), real);
});

databaseTest('whatever refers to a person, or to what goes with one, says what becomes of it', async (db) => {
  for (const { table, column, to } of await referencesOf(db)) {
    const fate = PLAN[table]?.[column];
    assert.ok(fate, `${table}.${column}`);
    if (PEOPLE.includes(to)) assert.ok(OF_A_PERSON.includes(fate), `${table}.${column} is a person, not "${fate}"`);
    const allowed = HANGS_ON[to];
    if (allowed) assert.ok(allowed.includes(fate), `${table}.${column} hangs on ${to}, not "${fate}"`);
  }
});

databaseTest('a column that is called like somebody is somebody', async (db) => {
  const named = /(^|_)(student|user|parent|pupil|person|actor|reporter|manager|marker|author)_id$|_by$|^by_id$/;
  for (const { table, column } of await columnsOf(db)) {
    if (!named.test(column) || /^(marked|saved|submitted|paused)_by$/.test(column)) continue;
    const fate = PLAN[table]?.[column];
    assert.ok(fate && OF_A_PERSON.includes(fate), `${table}.${column} is "${fate}"`);
  }
});

databaseTest('texts of a table are either its own, taken out, or say nothing of a person', async () => {
  for (const [table, columns] of Object.entries(PLAN)) {
    const fates = Object.values(columns);
    const goes = fates.some((fate) => /^(gone|with |username|files)/.test(fate)) || table === 'users';
    const own = Object.entries(columns).filter(([, fate]) => fate === 'own');
    assert.ok(goes || own.length === 0, `nothing takes ${table} away, and so ${own[0]?.[0]} would stay`);
    if (fates.includes('authored')) assert.ok(fates.includes('author'), table);
  }
});
