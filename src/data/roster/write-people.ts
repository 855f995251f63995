import { NO_PASSWORD } from '../../domain/access/password-policy.ts';
import { pseudonymFor } from '../../domain/people/pseudonym.ts';
import type { NewPerson, PersonChange } from '../../domain/roster/plan/plan.ts';
import type { Handle } from '../db/database-manager.ts';
import type { StoredInstant } from '../db/instants.ts';
import { inChunks, setEach } from '../db/sql.ts';
import { type Ids, idOf } from './written-ids.ts';

/** Adds people with what their role needs. `wrote` is told how many are there so far. */
export async function addPeople(
  db: Handle,
  people: readonly NewPerson[],
  at: StoredInstant,
  ids: Ids,
  wrote: (people: number) => void,
): Promise<void> {
  let done = 0;
  for (const chunk of inChunks(people)) {
    await db
      .insertInto('users')
      .values(chunk.map((person) => userRow(person, at)))
      .execute();
    const usernames = chunk.map(({ username }) => username);
    const rows = await db.selectFrom('users').select(['id', 'username']).where('username', 'in', usernames).execute();
    const byUsername = new Map(rows.map(({ id, username }) => [username, id]));
    for (const { ref, username } of chunk) ids.people.set(ref, byUsername.get(username) ?? 0);
    await addRoles(db, chunk, at, ids);
    const phones = chunk.flatMap(({ ref, phone }) =>
      phone === null ? [] : [{ user_id: idOf(ref, ids.people), number: phone }],
    );
    if (phones.length > 0) await db.insertInto('phones').values(phones).execute();
    done += chunk.length;
    wrote(done);
  }
}

/** Nobody's password: the person chooses one by a one-time link. */
function userRow(person: NewPerson, at: StoredInstant) {
  return {
    username: person.username,
    email: person.email,
    password_hash: NO_PASSWORD,
    first_name: person.firstName,
    last_name: person.lastName,
    date_of_birth: person.birthDate,
    created_at: at,
    role: person.role,
    locale: person.locale,
    disabled_at: null,
  };
}

async function addRoles(db: Handle, people: readonly NewPerson[], at: StoredInstant, ids: Ids): Promise<void> {
  const of = (role: NewPerson['role']) =>
    people
      .filter((person) => person.role === role)
      .map((person) => ({
        ...person,
        id: idOf(person.ref, ids.people),
        schoolId: person.school === null ? null : idOf(person.school, ids.schools),
      }));
  const year = Number(at.slice(0, 4));
  const pupils = of('student').map(({ id, schoolId, firstName }) => ({
    user_id: id,
    school_id: schoolId ?? 0,
    pseudonym: pseudonymFor(id, firstName),
  }));
  if (pupils.length > 0) await db.insertInto('students').values(pupils).execute();
  const parents = of('parent').map(({ id, schoolId }) => ({ user_id: id, school_id: schoolId }));
  if (parents.length > 0) await db.insertInto('parents').values(parents).execute();
  const staff = of('class manager').map(({ id, schoolId, employmentYear }) => ({
    user_id: id,
    school_id: schoolId ?? 0,
    employment_year: employmentYear ?? year,
  }));
  if (staff.length > 0) await db.insertInto('class_managers').values(staff).execute();
  const managers = of('school manager');
  if (managers.length === 0) return;
  await db
    .insertInto('school_managers')
    .values(managers.map(({ id, employmentYear }) => ({ user_id: id, employment_year: employmentYear ?? year })))
    .execute();
  const places = managers.flatMap(({ id, schoolId }): [number, number][] =>
    schoolId === null ? [] : [[schoolId, id]],
  );
  await setEach(db, 'schools', ['id', 'school_manager_id'], places);
}

/** Writes the fields that change, a column at a time. */
export async function changePeople(db: Handle, changes: readonly PersonChange[]): Promise<void> {
  const of = (field: PersonChange['fields'][number]['field']) =>
    changes.flatMap(({ person, fields }): [number, string][] =>
      fields.filter((one) => one.field === field).map(({ after }) => [person.id, after]),
    );
  await setEach(db, 'users', ['id', 'first_name'], of('first name'));
  await setEach(db, 'users', ['id', 'last_name'], of('last name'));
  await setEach(db, 'users', ['id', 'date_of_birth'], of('birth date'));
  await setEach(db, 'users', ['id', 'locale'], of('language'));
  // Two may swap: nobody has theirs while the others change.
  await setEach(
    db,
    'users',
    ['id', 'email'],
    of('email').map(([id]) => [id, null]),
  );
  await setEach(db, 'users', ['id', 'email'], of('email'));
  await setEach(
    db,
    'users',
    ['id', 'username'],
    of('username').map(([id]) => [id, `~${id}`]),
  );
  await setEach(db, 'users', ['id', 'username'], of('username'));
  const moves = changes.flatMap(({ person, school }) => (school === null ? [] : [{ person, school }]));
  const to = (role: NewPerson['role']) =>
    moves
      .filter(({ person }) => person.role === role)
      .map(({ person, school }): [number, number] => [person.id, school]);
  await setEach(db, 'students', ['user_id', 'school_id'], to('student'));
  await setEach(db, 'class_managers', ['user_id', 'school_id'], to('class manager'));
  await changePhones(db, changes);
}

/** The one number that somebody has is replaced; where there are several, one more is added. */
async function changePhones(db: Handle, changes: readonly PersonChange[]): Promise<void> {
  const phones = changes.flatMap(({ person, fields }) =>
    fields.filter(({ field }) => field === 'phone').map(({ after }) => ({ person, number: after })),
  );
  const replaced = phones.filter(({ person }) => person.phones.length === 1).map(({ person }) => person.id);
  for (const chunk of inChunks(replaced)) await db.deleteFrom('phones').where('user_id', 'in', chunk).execute();
  for (const chunk of inChunks(phones)) {
    await db
      .insertInto('phones')
      .values(chunk.map(({ person, number }) => ({ user_id: person.id, number })))
      .execute();
  }
}

/** Closes accounts, with effect at once, or opens them again. */
export async function setDisabled(
  db: Handle,
  people: readonly { id: number }[],
  at: StoredInstant | null,
): Promise<void> {
  for (const chunk of inChunks(people.map(({ id }) => id))) {
    await db.updateTable('users').set({ disabled_at: at }).where('id', 'in', chunk).execute();
    if (at !== null) await db.deleteFrom('web_sessions').where('user_id', 'in', chunk).execute();
  }
}
