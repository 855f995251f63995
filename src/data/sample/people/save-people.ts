import { NO_PASSWORD } from '../../../domain/access/password-policy.ts';
import { SUBJECTS } from '../../../domain/curriculum/curriculum.ts';
import type { Handle } from '../../db/database-manager.ts';
import { toStored } from '../../db/instants.ts';
import { insertAll, nextId } from '../bulk.ts';
import type { PeoplePlan } from './people-plan.ts';
import type { Person } from './person.ts';
import { REGIONS } from './schools.ts';

/** Regions and subjects that are not there yet. */
export async function addPlacesAndSubjects(db: Handle): Promise<void> {
  const regions = await db.selectFrom('regions').select('name').execute();
  const subjects = await db.selectFrom('subjects').select('name').execute();
  const missing = (all: readonly string[], there: { name: string }[]) =>
    all.filter((name) => !there.some((row) => row.name === name)).map((name) => ({ name }));
  await insertAll(db, 'regions', missing(REGIONS, regions));
  await insertAll(db, 'subjects', missing(SUBJECTS, subjects));
}

/** Saves all people; `hashes` holds the password hashes of those who can log in, by username. */
export async function savePeople(db: Handle, plan: PeoplePlan, hashes: ReadonlyMap<string, string>): Promise<void> {
  await insertAll(
    db,
    'users',
    plan.people.map((person) => userRow(person, hashes)),
  );
  await insertAll(
    db,
    'phones',
    plan.people.map(({ id, phone }) => ({ user_id: id, number: phone })),
  );
  const firstAddress = await nextId(db, 'addresses');
  await insertAll(
    db,
    'addresses',
    plan.people.map(({ id, address }, index) => ({
      id: firstAddress + index,
      user_id: id,
      street: address.street,
      city: address.city,
      postal_code: address.postalCode,
    })),
  );
  await saveStaff(db, plan);
  await savePupils(db, plan);
}

function userRow(person: Person, hashes: ReadonlyMap<string, string>) {
  return {
    id: person.id,
    username: person.username,
    email: `${person.username}@example.org`,
    password_hash: hashes.get(person.username) ?? NO_PASSWORD,
    first_name: person.firstName,
    last_name: person.lastName,
    date_of_birth: person.birth,
    created_at: toStored(person.joined),
    role: person.role,
    locale: 'en',
    disabled_at: null,
  };
}

async function saveStaff(db: Handle, { year, schools, classes, supervisors }: PeoplePlan): Promise<void> {
  const employed = (person: Person) => year - 2 - (person.id % 17);
  const managers = schools.map(({ manager }) => ({ user_id: manager.id, employment_year: employed(manager) }));
  await insertAll(db, 'school_managers', managers);
  await insertAll(
    db,
    'schools',
    schools.map((school) => ({
      id: school.id,
      name: school.name,
      establishment_date: school.established,
      address: `${school.street}, ${school.city}`,
      phone: school.phone,
      email: school.email,
      region: school.region,
      school_manager_id: school.manager.id,
      transcript_policy: school.transcriptPolicy,
      daily_token_limit: 60_000,
      card_login: school.id === schools[0]?.id ? 1 : 0,
    })),
  );
  const teachers = classes.map(({ manager, schoolId }) => ({
    user_id: manager.id,
    school_id: schoolId,
    employment_year: employed(manager),
  }));
  await insertAll(db, 'class_managers', teachers);
  const rooms = classes.map(({ id, schoolId, name, gradeLevel }) => {
    return { id, school_id: schoolId, name, grade_level: gradeLevel };
  });
  await insertAll(
    db,
    'classes',
    rooms.map((room) => ({ ...room, year, capacity: 36 })),
  );
  const led = classes.map(({ id, manager }) => ({ class_id: id, class_manager_id: manager.id }));
  await insertAll(db, 'classess_class_managers', led);
  const supervising = supervisors.map(({ person }) => ({ user_id: person.id, employment_year: employed(person) }));
  await insertAll(db, 'regional_supervisors', supervising);
  const fields = supervisors.flatMap(({ person, subjects, regions }) =>
    subjects.flatMap((subject) =>
      regions.map((region) => ({ regional_supervisor_id: person.id, subject_name: subject, region })),
    ),
  );
  await insertAll(db, 'subjects_regional_supervisors', fields);
}

async function savePupils(db: Handle, { pupils, guardianships }: PeoplePlan): Promise<void> {
  await insertAll(
    db,
    'students',
    pupils.map((pupil) => ({
      user_id: pupil.person.id,
      school_id: pupil.schoolId,
      pseudonym: pupil.pseudonym,
      learning_style: pupil.learningStyle,
      routine_style: pupil.routineStyle,
      collaboration_style: pupil.collaborationStyle,
    })),
  );
  await insertAll(
    db,
    'classes_students',
    pupils.map(({ classId, person }) => ({ class_id: classId, student_id: person.id })),
  );
  const parents = [...new Set(guardianships.map(({ parentId }) => parentId))];
  const schools = new Map(pupils.map(({ person, schoolId }) => [person.id, schoolId]));
  const schoolOf = new Map(guardianships.map(({ parentId, studentId }) => [parentId, schools.get(studentId)]));
  await insertAll(
    db,
    'parents',
    parents.map((id) => ({ user_id: id, school_id: schoolOf.get(id) ?? null })),
  );
  await insertAll(
    db,
    'parents_students',
    guardianships.map(({ parentId, studentId, status }) => ({ parent_id: parentId, student_id: studentId, status })),
  );
}
