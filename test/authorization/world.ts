import type { TestContext } from 'node:test';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { login } from '../support/client.ts';
import { Factory } from '../support/factory.ts';
import { type ActorName, canary, TARGETS, type Target } from './matrix.ts';
import { addRecords, type TargetIds } from './records.ts';

export interface World {
  app: TestApp;
  targets: Record<Target, TargetIds>;
  /** The cookie of each actor; null for nobody. */
  cookies: Record<ActorName, string | null>;
  userIds: Partial<Record<ActorName, number>>;
  usernames: Partial<Record<ActorName, string>>;
}

interface Place {
  schoolId: number;
  classId: number;
}

/** Three schools in two regions, a pupil for every distance, staff and parents; every record carries a canary of its owner. */
export async function buildWorld(t: TestContext, db: DatabaseManager): Promise<World> {
  const app = await startTestApp(t, db);
  const make = new Factory(db);
  for (const region of ['north', 'south']) await make.region(region);
  await make.subject('math');
  await make.subject('history');
  const teacherId = await make.teacher('math');
  const userIds: World['userIds'] = {};
  const places = await addSchools(make, userIds);
  const unmanagedSchool = await make.school('School D', 'south');
  const targets = {} as World['targets'];
  for (const target of TARGETS) {
    const { schoolId, classId } = places[target];
    const pupil = await make.student(slug(`pupil ${target}`), schoolId, { classId, ...named(target) });
    targets[target] = await addRecords(db, make, {
      target,
      classId,
      pupil,
      schoolId,
      unmanagedSchool,
      teacherId,
      now: app.clock.now(),
    });
  }
  userIds.pupil = targets.own.pupil;
  userIds['pupil elsewhere'] = targets['other school'].pupil;
  await addParents(make, userIds, targets);
  await addStaff(make, userIds, places);
  userIds.disabled = await make.student('disabled', places.own.schoolId, {
    classId: places.own.classId,
    ...named('disabled'),
  });
  return { app, targets, userIds, ...(await logEverybodyIn(db, app, userIds, targets)) };
}

const named = (owner: ActorName | Target) => ({ firstName: canary(owner, 'name'), lastName: canary(owner, 'surname') });

/** Where the pupil of each target belongs. */
async function addSchools(make: Factory, userIds: World['userIds']): Promise<Record<Target, Place>> {
  const school = async (name: ActorName, title: string, region: string) => {
    const managerId = await make.schoolManager(slug(name), named(name));
    userIds[name] = managerId;
    return make.school(title, region, { managerId, transcriptPolicy: 'full' });
  };
  const place = async (schoolId: number, className: string) => ({
    schoolId,
    classId: await make.class(schoolId, className),
  });
  const a = await school('school manager', 'School A', 'north');
  const b = await school('school manager elsewhere', 'School B', 'north');
  const c = await school('school manager far away', 'School C', 'south');
  const own = await place(a, 'A1');
  return {
    own,
    class: own,
    school: await place(a, 'A2'),
    'other school': await place(b, 'B1'),
    'other region': await place(c, 'C1'),
    deleted: own,
  };
}

async function addParents(make: Factory, userIds: World['userIds'], targets: World['targets']): Promise<void> {
  const parent = async (name: ActorName, of: Target, status: 'verified' | 'blocked') => {
    userIds[name] = await make.parent(slug(name), { [targets[of].pupil]: status }, named(name));
  };
  await parent('parent', 'own', 'verified');
  await parent('blocked parent', 'own', 'blocked');
  await parent('parent elsewhere', 'other school', 'verified');
}

async function addStaff(make: Factory, userIds: World['userIds'], places: Record<Target, Place>): Promise<void> {
  const classManager = async (name: ActorName, { schoolId, classId }: Place) => {
    userIds[name] = await make.classManager(slug(name), schoolId, [classId], named(name));
  };
  await classManager('class manager', places.own);
  await classManager('class manager of another class', places.school);
  await classManager('class manager elsewhere', places['other school']);
  userIds.supervisor = await make.supervisor('supervisor', 'math', 'north', named('supervisor'));
  userIds['supervisor elsewhere'] = await make.supervisor(
    'supervisor-elsewhere',
    'math',
    'south',
    named('supervisor elsewhere'),
  );
  userIds['supervisor of another subject'] = await make.supervisor(
    'supervisor-of-another-subject',
    'history',
    'north',
    named('supervisor of another subject'),
  );
}

/** A login of everybody; then one runs out, one belongs to an account that is disabled, one to an account that is erased. */
async function logEverybodyIn(
  db: DatabaseManager,
  app: TestApp,
  userIds: World['userIds'],
  targets: World['targets'],
): Promise<Pick<World, 'cookies' | 'usernames'>> {
  const usernames: World['usernames'] = {};
  const cookies = { anonymous: null } as World['cookies'];
  for (const [name, id] of Object.entries(userIds) as [ActorName, number][]) {
    const username = await usernameOf(db, id);
    usernames[name] = username;
    cookies[name] = (await login(app, username)).cookie;
  }
  cookies.expired = await expiredLogin(db, app, usernames.pupil ?? '');
  cookies['deleted account'] = await deletePupil(db, app, targets.deleted.pupil);
  await deleteSpares(db, targets.deleted);
  await db.run((handle) =>
    handle
      .updateTable('users')
      .set({ disabled_at: toStored(app.clock.now()) })
      .where('id', '=', userIds.disabled ?? 0)
      .execute(),
  );
  return { cookies, usernames };
}

const slug = (name: string) => name.replaceAll(' ', '-');

async function usernameOf(db: DatabaseManager, id: number): Promise<string> {
  const row = await db.run((handle) =>
    handle.selectFrom('users').select('username').where('id', '=', id).executeTakeFirstOrThrow(),
  );
  return row.username;
}

/** A cookie whose login ran out a second ago. */
async function expiredLogin(db: DatabaseManager, app: TestApp, username: string): Promise<string | null> {
  const before = await db.run((handle) => handle.selectFrom('web_sessions').select('id').execute());
  const { cookie } = await login(app, username);
  await db.run((handle) =>
    handle
      .updateTable('web_sessions')
      .set({ expires_at: toStored(app.clock.now() - 1000) })
      .where(
        'id',
        'not in',
        before.map((row) => row.id),
      )
      .execute(),
  );
  return cookie;
}

/** Erases a pupil who is logged in, with all that hangs on them; answers with the cookie that is left in their browser. */
async function deletePupil(db: DatabaseManager, app: TestApp, id: number): Promise<string | null> {
  const { cookie } = await login(app, await usernameOf(db, id));
  await db.run((handle) => handle.deleteFrom('users').where('id', '=', id).execute());
  return cookie;
}

/** What requests name besides the pupil is gone too. */
async function deleteSpares(db: DatabaseManager, gone: TargetIds): Promise<void> {
  const { spare, spareParent, mistakenParent, arrival, refusedArrival, apiArrival, refusedApiArrival } = gone;
  const ids = [spare, spareParent, mistakenParent, arrival, refusedArrival, apiArrival, refusedApiArrival];
  await db.run(async (handle) => {
    await handle.deleteFrom('users').where('id', 'in', ids).execute();
    await handle.deleteFrom('classes').where('id', '=', gone.spareClass).execute();
  });
}
