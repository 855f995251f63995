import type { Link, Member, NewClass, NewSchool, RosterPlan } from '../../domain/roster/plan/plan.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { type StoredInstant, toStored } from '../db/instants.ts';
import { inChunks, setEach } from '../db/sql.ts';
import { takeBackMails } from '../mail/take-back.ts';
import { addPeople, changePeople, setDisabled } from './write-people.ts';
import { type Ids, idOf } from './written-ids.ts';

/** Writes what a plan says, in statements for hundreds of rows each. Call it inside a transaction. */
export class RosterWriterRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Carries the plan out and answers with where everything new is. `wrote` is told of the rows of people as they are written. */
  async write(plan: RosterPlan, now: Instant, wrote: (people: number) => void): Promise<Ids> {
    const ids: Ids = { schools: new Map(), people: new Map(), classes: new Map() };
    const at = toStored(now);
    await this.#db.run(async (db) => {
      await addSchools(db, plan.schools, ids);
      await addPeople(db, plan.people.add, at, ids, wrote);
      await changePeople(db, plan.people.change);
      await setDisabled(db, plan.people.disable, at);
      await setDisabled(db, plan.people.enable, null);
      await addClasses(db, plan.classes.add, ids);
      await changeClasses(db, plan.classes.change);
      await writeMembers(db, plan.members, ids);
      await writeLinks(db, plan.links, at, ids);
    });
    return ids;
  }
}

async function addSchools(db: Handle, schools: readonly NewSchool[], ids: Ids): Promise<void> {
  if (schools.length === 0) return;
  const there = new Set((await db.selectFrom('regions').select('name').execute()).map(({ name }) => name));
  const regions = [...new Set(schools.map(({ region }) => region))].filter((name) => !there.has(name));
  if (regions.length > 0)
    await db
      .insertInto('regions')
      .values(regions.map((name) => ({ name })))
      .execute();
  const last = await db
    .selectFrom('schools')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirst();
  for (const chunk of inChunks(schools)) {
    await db
      .insertInto('schools')
      .values(
        chunk.map(({ name, region }) => ({
          name,
          region,
          transcript_policy: 'summary',
          daily_token_limit: 60_000,
          card_login: 0,
        })),
      )
      .execute();
  }
  const added = await db
    .selectFrom('schools')
    .select(['id', 'name'])
    .where('id', '>', last?.id ?? 0)
    .execute();
  for (const { ref, name } of schools) {
    const id = added.find((school) => school.name === name)?.id;
    if (id !== undefined) ids.schools.set(ref, id);
  }
}

async function addClasses(db: Handle, classes: readonly NewClass[], ids: Ids): Promise<void> {
  for (const chunk of inChunks(classes)) {
    const rows = chunk.map(({ school, year, gradeLevel, name, capacity }) => ({
      school_id: idOf(school, ids.schools),
      year,
      grade_level: gradeLevel,
      name,
      capacity,
    }));
    await db.insertInto('classes').values(rows).execute();
    const there = await db
      .selectFrom('classes')
      .select(['id', 'school_id', 'year', 'grade_level', 'name'])
      .where('school_id', 'in', [...new Set(rows.map((row) => row.school_id))])
      .where('name', 'in', [...new Set(rows.map((row) => row.name))])
      .execute();
    const key = (row: Omit<(typeof rows)[number], 'capacity'>) =>
      `${row.school_id} ${row.year} ${row.grade_level} ${row.name}`;
    const byKey = new Map(there.map((row) => [key(row), row.id]));
    for (const [index, { ref }] of chunk.entries()) {
      const row = rows[index];
      if (row) ids.classes.set(ref, byKey.get(key(row)) ?? 0);
    }
  }
}

async function changeClasses(db: Handle, changes: RosterPlan['classes']['change']): Promise<void> {
  await setEach(
    db,
    'classes',
    ['id', 'name'],
    changes.map(({ one }) => [one.id, `~${one.id}`]),
  );
  await setEach(
    db,
    'classes',
    ['id', 'grade_level'],
    changes.map(({ one, next }) => [one.id, next.gradeLevel]),
  );
  await setEach(
    db,
    'classes',
    ['id', 'year'],
    changes.map(({ one, next }) => [one.id, next.year]),
  );
  await setEach(
    db,
    'classes',
    ['id', 'capacity'],
    changes.map(({ one, next }) => [one.id, next.capacity]),
  );
  await setEach(
    db,
    'classes',
    ['id', 'name'],
    changes.map(({ one, next }) => [one.id, next.name]),
  );
}

/** As many conditions as one statement takes. */
const PAIRS = 200;

async function writeMembers(db: Handle, { add, remove }: RosterPlan['members'], ids: Ids): Promise<void> {
  const pairs = (members: readonly Member[], as: Member['as']) =>
    members
      .filter((member) => member.as === as)
      .map((member) => ({ class_id: idOf(member.class, ids.classes), person: idOf(member.person, ids.people) }));
  for (const chunk of inChunks(pairs(remove, 'pupil'), PAIRS)) {
    await db
      .deleteFrom('classes_students')
      .where((eb) => eb.or(chunk.map(({ class_id, person }) => eb.and({ class_id, student_id: person }))))
      .execute();
  }
  for (const chunk of inChunks(pairs(remove, 'manager'), PAIRS)) {
    await db
      .deleteFrom('classess_class_managers')
      .where((eb) => eb.or(chunk.map(({ class_id, person }) => eb.and({ class_id, class_manager_id: person }))))
      .execute();
  }
  for (const chunk of inChunks(pairs(add, 'pupil'), 2000)) {
    const rows = chunk.map(({ class_id, person }) => ({ class_id, student_id: person }));
    await db.insertInto('classes_students').values(rows).execute();
  }
  for (const chunk of inChunks(pairs(add, 'manager'), 2000)) {
    const rows = chunk.map(({ class_id, person }) => ({ class_id, class_manager_id: person }));
    await db.insertInto('classess_class_managers').values(rows).execute();
  }
}

async function writeLinks(
  db: Handle,
  { add, remove, block }: RosterPlan['links'],
  at: StoredInstant,
  ids: Ids,
): Promise<void> {
  const pairs = (links: readonly Link[]) =>
    links.map(({ parent, child }) => ({ parent_id: idOf(parent, ids.people), student_id: idOf(child, ids.people) }));
  for (const chunk of inChunks(pairs(remove), PAIRS)) {
    await db
      .deleteFrom('parents_students')
      .where((eb) => eb.or(chunk.map((pair) => eb.and(pair))))
      .where('status', '=', 'verified')
      .execute();
  }
  for (const chunk of inChunks(pairs(add), 2000)) {
    const rows = chunk.map((pair) => ({ ...pair, status: 'verified' as const, status_at: at }));
    await db.insertInto('parents_students').values(rows).execute();
  }
  for (const chunk of inChunks(pairs(block), PAIRS)) {
    await db
      .updateTable('parents_students')
      .set({ status: 'blocked', status_at: at })
      .where((eb) => eb.or(chunk.map((pair) => eb.and(pair))))
      .execute();
  }
  await takeBackMails(db, pairs([...remove, ...block]));
}
