import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { SAMPLE_LOGINS } from '../../src/data/sample/people/named-people.ts';
import { MINUTE } from '../../src/shared/instant.ts';
import { startTestApp, type TestApp } from './app.ts';
import { type Client, login } from './client.ts';
import { sqliteSettings } from './databases.ts';
import { makeHistory, makeRegion } from './region.ts';

/** A pupil of the sample region, and everybody who reads about them. */
export interface SamplePupil {
  id: number;
  name: string;
  pupil: Client;
  /** One of their parents. */
  parent: Client;
  classManager: Client;
}

/** The whole application on a sample region. */
export interface Sample {
  app: TestApp;
  everybody: SamplePupil[];
  close(): Promise<void>;
}

/**
 * The first pupil is in the middle of a session. With TEST_LONG the region is as large as a school gets it; else the small one of
 * all tests. `corrected` false: a region in which no key was ever corrected.
 */
export async function openSample({ corrected = true } = {}): Promise<Sample> {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-sample-'));
  const file = join(folder, 'allamda.sqlite');
  const prepared = process.env.ALLAMDA_TEST_REGION;
  const long = process.env.TEST_LONG === '1';
  if (!corrected) await makeHistory(sqliteSettings(file));
  else if (long) await makeRegion(sqliteSettings(file), {});
  else if (prepared) copyFileSync(prepared, file);
  else await makeRegion(sqliteSettings(file));
  const db = new DatabaseManager(sqliteSettings(file));
  // Pages are held against each other word by word: everybody reads them in one language.
  await db.run((handle) => handle.updateTable('users').set({ locale: 'en' }).execute());
  const closing: (() => unknown)[] = [];
  const app = await startTestApp({ after: (close: () => unknown) => closing.push(close) }, db);
  const everybody = await everyPupil(app);
  assert.ok(everybody.length >= (long && corrected ? 40 : 10), `${everybody.length} pupils`);
  await studyNow(app, everybody[0]?.id ?? 0);
  const close = async () => {
    for (const one of closing) await one();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { app, everybody, close };
}

async function studyNow({ services, clock }: TestApp, studentId: number): Promise<void> {
  const { accounts, today, studyStart } = services;
  const actor = await accounts.findActor(studentId);
  const suggestion = actor && (await today.suggest(actor));
  assert.ok(actor && suggestion);
  const { type, card } = suggestion;
  await studyStart.begin(actor, { type, courseId: card.id, emotionalStateBefore: 'neutral', minutes: 30 });
  clock.advance(12 * MINUTE);
}

/** Every pupil of a sample region, logged in as everybody who may see them. */
async function everyPupil(app: TestApp): Promise<SamplePupil[]> {
  await giveLogins(app.db);
  const clients = new Map<string, Promise<Client>>();
  const clientOf = (username: string) => {
    const client = clients.get(username) ?? login(app, username, password);
    clients.set(username, client);
    return client;
  };
  const found: SamplePupil[] = [];
  for (const { id, name, username, parent, classManager } of await listPupils(app.db)) {
    found.push({
      id,
      name,
      pupil: await clientOf(username),
      parent: await clientOf(parent),
      classManager: await clientOf(classManager),
    });
  }
  return found;
}

const [{ username: known, password } = { username: '', password: '' }] = SAMPLE_LOGINS;

/** The sample's other people have passwords that nobody knows: they get one that is known. */
async function giveLogins(db: DatabaseManager): Promise<void> {
  const { password_hash } = await db.run((handle) =>
    handle.selectFrom('users').select('password_hash').where('username', '=', known).executeTakeFirstOrThrow(),
  );
  await db.run((handle) => handle.updateTable('users').set({ password_hash }).execute());
}

async function listPupils(db: DatabaseManager) {
  const rows = await db.run((handle) =>
    handle
      .selectFrom('users as pupil')
      .innerJoin('parents_students', 'parents_students.student_id', 'pupil.id')
      .innerJoin('users as parent', 'parent.id', 'parents_students.parent_id')
      .innerJoin('classes_students', 'classes_students.student_id', 'pupil.id')
      .innerJoin('classess_class_managers', 'classess_class_managers.class_id', 'classes_students.class_id')
      .innerJoin('users as manager', 'manager.id', 'classess_class_managers.class_manager_id')
      .select(['pupil.id', 'pupil.first_name', 'pupil.last_name', 'pupil.username'])
      .select(['parent.username as parent', 'manager.username as classManager'])
      .where('parents_students.status', '=', 'verified')
      .orderBy('pupil.id')
      .execute(),
  );
  const pupils = new Map(
    rows.map(({ first_name, last_name, ...row }) => [row.id, { ...row, name: `${first_name} ${last_name}` }]),
  );
  return [...pupils.values()];
}
