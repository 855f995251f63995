import type { Item, TestType } from '../../../domain/curriculum/curriculum.ts';
import { DAY, type Instant } from '../../../shared/instant.ts';
import { ItemRepo } from '../../curriculum/item.repo.ts';
import type { DatabaseManager } from '../../db/database-manager.ts';
import { TestBankRepo, type TestDefinition } from '../../tests/test-bank.repo.ts';
import type { PlannedClass } from '../people/people-plan.ts';
import { schoolMorning } from './calendar.ts';
import type { PlannedTest, SampleCourse } from './world.ts';

/** Days from now on which a class sits the tests of its courses; the n-th mandatory or optional course. */
const TIMETABLE: readonly { mandatory: boolean; course: number; test: TestType; inDays: number }[] = [
  { mandatory: true, course: 0, test: 'quiz', inDays: -76 },
  { mandatory: true, course: 3, test: 'quiz', inDays: -67 },
  { mandatory: true, course: 2, test: 'quiz', inDays: -58 },
  { mandatory: true, course: 1, test: 'quiz', inDays: -49 },
  { mandatory: false, course: 0, test: 'quiz', inDays: -44 },
  { mandatory: true, course: 0, test: 'mid term', inDays: -38 },
  { mandatory: false, course: 1, test: 'quiz', inDays: -31 },
  { mandatory: true, course: 3, test: 'mid term', inDays: -20 },
  { mandatory: false, course: 1, test: 'mid term', inDays: -4 },
  { mandatory: true, course: 2, test: 'mid term', inDays: 4 },
  { mandatory: true, course: 1, test: 'mid term', inDays: 9 },
  { mandatory: false, course: 0, test: 'mid term', inDays: 13 },
  { mandatory: true, course: 0, test: 'final exam', inDays: 21 },
];

/** Science of the whole country is rehearsed, a project is handed in elsewhere, the older ones look ahead to the bagrut. */
const BESIDES: typeof TIMETABLE = [
  { mandatory: true, course: 2, test: 'meitzav', inDays: -27 },
  { mandatory: false, course: 0, test: 'final project', inDays: 17 },
  { mandatory: true, course: 0, test: 'bagrut', inDays: 26 },
];

export interface CourseTests {
  mandatory: SampleCourse[];
  optional: SampleCourse[];
}

/** The tests that each class sits, past and ahead, on mornings of school days; nothing before `since`. */
export async function planTests(
  manager: DatabaseManager,
  { mandatory, optional }: CourseTests,
  classes: readonly PlannedClass[],
  { now, since }: { now: Instant; since: Instant },
): Promise<PlannedTest[]> {
  const tests = await readTests(manager);
  return [...TIMETABLE, ...BESIDES].flatMap((entry, slot) =>
    classes.flatMap(({ id: classId, manager, gradeLevel }, index): PlannedTest[] => {
      const courses = entry.mandatory ? mandatory : optional;
      const course = courses.filter((one) => one.gradeLevel === gradeLevel)[entry.course];
      const test = tests.find((one) => one.courseId === course?.id && one.type === entry.test);
      if (!course || !test) return [];
      const { id: testId, durationMinutes, questionCount, units, items } = test;
      // Past tests were not on the same day in every class.
      const shift = entry.inDays < 0 ? index % 3 : 0;
      const at = schoolMorning(now + (entry.inDays + shift) * DAY, 8 + (slot % 4));
      const managerId = manager.id;
      return at < since || (entry.inDays < 0 && at > now)
        ? []
        : [{ testId, course, classId, managerId, durationMinutes, questionCount, units, items, at }];
    }),
  );
}

/** The tests of all courses with the questions that are kept for them. */
async function readTests(manager: DatabaseManager): Promise<(TestDefinition & { items: Item[] })[]> {
  const bank = new TestBankRepo(manager);
  const items = new ItemRepo(manager);
  const ids = await manager.handle().selectFrom('tests').select('id').orderBy('id').execute();
  const found: (TestDefinition & { items: Item[] })[] = [];
  for (const { id } of ids) {
    const test = await bank.find(id);
    if (!test) continue;
    const candidates = await bank.listCandidates(test.units);
    found.push({ ...test, items: await items.listRevisions(candidates.map(({ revisionId }) => revisionId)) });
  }
  return found;
}
