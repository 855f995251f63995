import { indexItems } from '../../../domain/tutoring/retrieval/index-items.ts';
import { DAY, type Instant } from '../../../shared/instant.ts';
import { CurriculumRepo } from '../../curriculum/curriculum.repo.ts';
import { ItemRepo } from '../../curriculum/item.repo.ts';
import type { DatabaseManager } from '../../db/database-manager.ts';
import type { PeoplePlan } from '../people/people-plan.ts';
import type { Random } from '../random.ts';
import { Knowledge } from './knowledge.ts';
import { drawTraits, ITAIS_TRAITS, NOAS_TRAITS } from './traits.ts';
import type { Pupil, SampleCourse } from './world.ts';

/** The courses with their units and questions, as a lesson needs them; `courseIds` in the order in which they are taught. */
export async function readCourses(
  db: DatabaseManager,
  courseIds: readonly number[],
  teachers: ReadonlyMap<string, number>,
): Promise<(SampleCourse & { mandatory: boolean })[]> {
  const curriculum = new CurriculumRepo(db);
  const items = new ItemRepo(db);
  const names = new Map(
    (await db.handle().selectFrom('teachers').select(['id', 'name']).execute()).map((row) => [row.id, row.name]),
  );
  const units = await curriculum.listUnits(courseIds);
  const found: (SampleCourse & { mandatory: boolean })[] = [];
  for (const id of courseIds) {
    const course = await curriculum.findCourse(id);
    const teacherId = teachers.get(course?.subject ?? '');
    if (!course || teacherId === undefined) throw new Error(`Course ${id} has lost its row or its teacher.`);
    const questions = await items.listForStudy(id);
    found.push({
      id,
      name: course.name,
      subject: course.subject,
      gradeLevel: course.gradeLevel,
      mandatory: course.type === 'mandatory',
      teacher: { id: teacherId, name: names.get(teacherId) ?? '' },
      units: units.filter((unit) => unit.courseId === id),
      items: questions,
      index: indexItems(questions),
    });
  }
  return found;
}

/** The pupils with their characters; all are in the mandatory courses, about half in each of the others. */
export function makePupils(
  plan: PeoplePlan,
  courses: readonly (SampleCourse & { mandatory: boolean })[],
  random: Random,
): Pupil[] {
  return plan.pupils.map((pupil) => {
    const own = random.fork(pupil.person.username);
    const drawn = drawTraits(own);
    const traits = { noa: NOAS_TRAITS, itai: ITAIS_TRAITS }[pupil.person.username] ?? drawn;
    const ofGrade = courses.filter(({ gradeLevel }) => gradeLevel === pupil.gradeLevel);
    const enrolled = ofGrade.filter(({ mandatory }) => mandatory || own.chance(0.5) || pupil.person.username === 'noa');
    return { plan: pupil, traits, knowledge: new Knowledge(traits), courses: enrolled, lastAnswered: new Map() };
  });
}

/** Two pupils who were not well, some time ago and lately; never the one whose family logs in. */
export function worriesOf(pupils: readonly Pupil[], classId: number | undefined, days: number) {
  const others = pupils.filter(({ plan }) => plan.person.username !== 'noa' && plan.person.username !== 'lina');
  const candidates = others.filter(({ plan }) => plan.classId === classId);
  const [first, second] = [...candidates.slice(3), ...candidates.slice(0, 3), ...others];
  const longAgo = Math.min(days, 19);
  return [
    ...(first ? [{ pupil: first, daysAgo: longAgo, worry: { turn: 3, text: WORRIES[0] } }] : []),
    ...(second ? [{ pupil: second, daysAgo: 1, worry: { turn: 4, text: WORRIES[1] } }] : []),
  ];
}

/** Mild, and still something that an adult should hear of. */
export const WORRIES = [
  'i have nobody to talk to and i cry every day',
  'some kids bully me every day and i dont want to go to school',
] as const;

export function sinceOf(now: Instant, days: number): Instant {
  return Math.floor(now / DAY) * DAY - days * DAY;
}
