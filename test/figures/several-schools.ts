import { countAll } from '../../src/data/analytics/count-all.ts';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { openBackstage } from '../../src/sample-deeds/scene.ts';
import { machineTimeZone } from '../../src/shared/calendar.ts';
import { DAY, HOUR, type Instant } from '../../src/shared/instant.ts';
import { Factory } from '../support/factory.ts';
import { addSchoolLesson } from '../support/school-lesson.ts';
import { type CourseOf, Work } from './school-work.ts';

interface ClassOf {
  name: string;
  grade: '7th' | '8th' | '9th';
  pupils: number;
}

interface SchoolOf {
  name: string;
  classes: readonly ClassOf[];
  /** Of a hundred pupils so many study in a week: by how many weeks ago it is, the last one for all before. */
  busy: readonly number[];
  /** Whether those of the ninth grade study science too. */
  science: boolean;
  /** So many have taken a test. */
  tested: number;
}

/** Schools beside those of the sample region, in which nobody but a few study: large and small ones, busy and quiet weeks. */
const SCHOOLS: readonly SchoolOf[] = [
  {
    name: 'Harbour School',
    classes: [
      { name: '9B', grade: '9th', pupils: 15 },
      { name: '8C', grade: '8th', pupils: 12 },
      { name: '7A', grade: '7th', pupils: 4 },
    ],
    busy: [70, 15, 80, 60],
    science: true,
    tested: 14,
  },
  {
    name: 'Hill School',
    classes: [{ name: '9A', grade: '9th', pupils: 13 }],
    busy: [90, 90, 30, 90],
    science: false,
    tested: 5,
  },
  {
    name: 'Lake School',
    classes: [{ name: '9A', grade: '9th', pupils: 12 }],
    busy: [100, 95, 90, 20],
    science: true,
    tested: 0,
  },
  {
    name: 'Meadow School',
    classes: [{ name: '9A', grade: '9th', pupils: 6 }],
    busy: [90],
    science: false,
    tested: 6,
  },
];

/** Which units of a course are studied, and by how many of a hundred. */
const UNITS = {
  math: { 'Two-step equations': 100, 'Brackets and both sides': 70, 'Slope and lines': 40, 'Systems of equations': 6 },
  science: { 'The cell': 100, Enzymes: 60, 'Cell division': 30 },
} as const;
/** Adds these schools to the region of the sample, with what their pupils did in nine weeks. Counts it, as whoever does it would. */
export async function addSchools(db: DatabaseManager, now: Instant): Promise<void> {
  const make = new Factory(db);
  const courses = await coursesOf(db);
  const work = new Work(now);
  for (const [place, school] of SCHOOLS.entries()) {
    const schoolId = await make.school(school.name, 'haifa');
    let number = 0;
    for (const { name, grade, pupils } of school.classes) {
      const classId = await make.class(schoolId, name);
      await db.run((handle) =>
        handle.updateTable('classes').set({ grade_level: grade }).where('id', '=', classId).execute(),
      );
      for (let n = 0; n < pupils; n += 1) {
        number += 1;
        const id = await make.student(`${school.name}-${number}`, schoolId, { classId });
        work.study(id, courses.math, school.busy, place);
        if (school.science && grade === '9th') work.study(id, courses.science, school.busy, place);
        if (number <= school.tested) work.sit(id, courses.math);
      }
    }
  }
  await work.save(db);
  await takeUp(db, make, courses.math.id, now);
  await countAll(db, machineTimeZone());
}

async function coursesOf(db: DatabaseManager): Promise<Record<'math' | 'science', CourseOf>> {
  const handle = db.handle();
  const questions = await handle
    .selectFrom('qas')
    .select(['id', 'revision_id', 'course_id', 'unit_name', 'answer'])
    .where('kind', '=', 'number')
    .where('type', '=', 'for study')
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute();
  const of = async (subject: 'math' | 'science', name: string): Promise<CourseOf> => {
    const { id } = await handle.selectFrom('courses').select('id').where('name', '=', name).executeTakeFirstOrThrow();
    const [teacher, test] = [
      await handle.selectFrom('teachers').select('id').where('subject_name', '=', subject).executeTakeFirstOrThrow(),
      await handle.selectFrom('tests').select('id').where('course_id', '=', id).executeTakeFirstOrThrow(),
    ];
    const units = Object.entries(UNITS[subject]).map(([unit, share]) => {
      const own = questions.filter((one) => one.course_id === id && one.unit_name === unit).slice(0, 4);
      return {
        name: unit,
        share,
        questions: own.map((one) => ({ id: one.id, revisionId: one.revision_id ?? 0, answer: one.answer })),
      };
    });
    return { id, teacherId: teacher.id, testId: test.id, units };
  };
  return { math: await of('math', 'Algebra foundations'), science: await of('science', 'Cells and energy') };
}

/** The class managers of two of the classes read what a supervisor published; one takes it up and gives a lesson about it. */
async function takeUp(db: DatabaseManager, make: Factory, courseId: number, now: Instant): Promise<void> {
  const handle = db.handle();
  const rooms = await handle
    .selectFrom('classes')
    .innerJoin('schools', 'schools.id', 'classes.school_id')
    .select(['classes.id', 'schools.name', 'school_id as schoolId'])
    .where('schools.name', 'in', ['Harbour School', 'Hill School'])
    .where('grade_level', '=', '9th')
    .orderBy('schools.name')
    .execute();
  const guidance = await handle.selectFrom('guidances').select('id').orderBy('id').executeTakeFirstOrThrow();
  const { services, at, actorOf } = await openBackstage(db);
  const managers: number[] = [];
  for (const { id, schoolId, name } of rooms) {
    const manager = await make.classManager(`manager of ${name}`, schoolId, [id]);
    managers.push(manager);
    const actor = await actorOf({ id: manager });
    await at(now - 19 * DAY, () => services.classGuidance.read(actor, guidance.id));
  }
  const [room, manager] = [rooms[0], managers[0]];
  if (!room || manager === undefined) throw new Error('There is no class to take it up.');
  const wish = { classId: room.id, takenUp: true, word: 'In two lessons.' };
  const actor = await actorOf({ id: manager });
  await at(now - 18 * DAY, () => services.classGuidance.takeUp(actor, guidance.id, wish));
  const members = await handle
    .selectFrom('classes_students')
    .select('student_id')
    .where('class_id', '=', room.id)
    .execute();
  const ids = members.map(({ student_id: id }) => id);
  const [absentIds, studentIds] = [ids.slice(0, 2), ids.slice(2)];
  const teacher = await handle
    .selectFrom('teachers')
    .select('id')
    .where('subject_name', '=', 'math')
    .executeTakeFirstOrThrow();
  const lesson = { classId: room.id, classManagerId: manager, teacherId: teacher.id, courseId, absentIds, studentIds };
  for (const [days, unitName] of [
    [16, 'Brackets and both sides'],
    [9, 'Two-step equations'],
  ] as const) {
    await addSchoolLesson(db, { ...lesson, unitName, start: now - days * DAY - 2 * HOUR });
  }
}
