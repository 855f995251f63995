import { type RawBuilder, sql } from 'kysely';
import type { DatabaseManager, Handle } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { GRADE_LEVELS } from '../../src/domain/curriculum/curriculum.ts';
import { DAY } from '../../src/shared/instant.ts';
import { Factory, unitDraft } from '../../test/support/factory.ts';
import { type History, NOW, PUPILS, REGION, series } from './size.ts';

/** Algebra and cells for pupils of odd numbers, geometry and plants for the others. */
const COURSES = [
  ['Algebra', 'math'],
  ['Cells', 'science'],
  ['Geometry', 'math'],
  ['Plants', 'science'],
] as const;

/** The first pupil's id less one: pupil n is this and n. */
export const BEFORE_PUPILS = 100_000;
export const BEFORE_PARENTS = 200_000;
export const BEFORE_MANAGERS = 300_000;

/** Who can log in, with the password of the factory. */
export const LOGINS = {
  pupil: { name: 'pupil-1', id: BEFORE_PUPILS + 1 },
  parent: { name: 'parent-1', id: BEFORE_PARENTS + 1 },
  'class manager': { name: 'class-manager-1', id: BEFORE_MANAGERS + 1 },
  'school manager': { name: 'school-manager', id: 1 },
  supervisor: { name: 'supervisor', id: 2 },
} as const;

/** Schools with their classes, pupils, parents and staff, and what they study. */
export async function people(db: DatabaseManager, { days }: History): Promise<void> {
  const make = new Factory(db);
  await make.region('north');
  for (const subject of ['math', 'science']) await make.subject(subject);
  for (const [name, subject] of COURSES) {
    const units = Array.from({ length: REGION.units }, (_, n) => unitDraft(`${name} ${n + 1}`, REGION.questions));
    await make.teacher(subject);
    await make.course({ name, subject, units });
  }
  const schoolManager = await make.schoolManager(LOGINS['school manager'].name);
  for (let n = 1; n <= REGION.schools; n += 1) {
    await make.school(`School ${n}`, 'north', n === 1 ? { managerId: schoolManager } : {});
    for (let room = 1; room <= REGION.classes; room += 1) await make.class(n, `${room}`);
  }
  const supervisor = await make.supervisor(LOGINS.supervisor.name, 'math', 'north');
  const handle = db.handle();
  await sql`insert into subjects_regional_supervisors (regional_supervisor_id, subject_name, region)
    values (${supervisor}, 'science', 'north')`.execute(handle);
  const grades = sql.join(
    GRADE_LEVELS.map((grade, n) => sql`when ${sql.lit(n)} then ${grade}`),
    sql` `,
  );
  await sql`update classes set grade_level = case (id - 1) % ${sql.lit(REGION.classes)} ${grades} end`.execute(handle);
  await accounts(handle, toStored(NOW - (days + 1) * DAY));
  await study(handle);
}

async function accounts(handle: Handle, since: string): Promise<void> {
  const add = (many: number, before: number, role: string, name: string) =>
    sql`insert into users (id, username, email, password_hash, role, first_name, last_name, locale, created_at)
      ${series(many)} select ${sql.lit(before)} + n, ${name} || '-' || n, ${name} || n || '@example.org',
        (select password_hash from users where username = ${LOGINS.supervisor.name}), ${role}, 'Robin', 'Number ' || n, 'en', ${since}
      from series`.execute(handle);
  await add(PUPILS, BEFORE_PUPILS, 'student', 'pupil');
  await add(PUPILS, BEFORE_PARENTS, 'parent', 'parent');
  await add(REGION.schools * REGION.classes, BEFORE_MANAGERS, 'class manager', 'class-manager');
  const each = async (into: RawBuilder<unknown>, values: RawBuilder<unknown>, many = PUPILS) => {
    await sql`insert into ${into} ${series(many)} select ${values} from series`.execute(handle);
  };
  const [pupil, parent] = [sql`${sql.lit(BEFORE_PUPILS)} + n`, sql`${sql.lit(BEFORE_PARENTS)} + n`];
  await each(sql`students (user_id, school_id, pseudonym)`, sql`${pupil}, ${schoolOf('n')}, 'Robin'`);
  await each(sql`classes_students (student_id, class_id)`, sql`${pupil}, ${classOf('n')}`);
  await each(sql`parents (user_id)`, parent);
  await each(sql`parents_students (parent_id, student_id)`, sql`${parent}, ${pupil}`);
  const manager = sql`${sql.lit(BEFORE_MANAGERS)} + n`;
  const rooms = REGION.schools * REGION.classes;
  const school = sql`1 + (n - 1) / ${sql.lit(REGION.classes)}`;
  await each(sql`class_managers (user_id, school_id, employment_year)`, sql`${manager}, ${school}, 2020`, rooms);
  await each(sql`classess_class_managers (class_manager_id, class_id)`, sql`${manager}, n`, rooms);
}

/** Where pupil n is: pupils are dealt out over the schools, and in each over its classes. */
export const schoolOf = (n: string): RawBuilder<unknown> => sql.raw(`1 + (${n} - 1) % ${REGION.schools}`);
export const classOf = (n: string): RawBuilder<unknown> =>
  sql.raw(
    `1 + (${n} - 1) % ${REGION.schools} * ${REGION.classes} + (${n} - 1) / ${REGION.schools} % ${REGION.classes}`,
  );

/** Each in two courses, of whose units they know a part. */
async function study(handle: Handle): Promise<void> {
  const pupils = sql`students pupil join courses course on (course.id - 1) / 2 = (pupil.user_id + 1) % 2`;
  await sql`insert into courses_students (course_id, student_id, state, progress)
    select course.id, pupil.user_id, 'in progress', 0.4 from ${pupils}`.execute(handle);
  await sql`insert into learning_units_students (course_id, unit_name, student_id, state, progress)
    select course.id, unit.name, pupil.user_id,
      case when unit.position < pupil.user_id % 8 then 'completed' when unit.position < 2 + pupil.user_id % 8 then 'in progress' else 'not started' end,
      case when unit.position < pupil.user_id % 8 then 1 when unit.position < 2 + pupil.user_id % 8 then 0.5 else 0 end
    from ${pupils} join learning_units unit on unit.course_id = course.id`.execute(handle);
  await sql`insert into mastery_student_units (student_id, course_id, unit_name, mean, variance, successes, failures, ewma, unaided, recent, practised_at)
    select student_id, course_id, unit_name, progress, 0.5, 6, 3, 0.6, 4, '[]', ${toStored(NOW - 20 * DAY)}
    from learning_units_students where state <> 'not started'`.execute(handle);
}
