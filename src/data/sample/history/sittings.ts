import type { Insertable } from 'kysely';
import type { TestType } from '../../../domain/curriculum/curriculum.ts';
import { DAY, HOUR, type Instant } from '../../../shared/instant.ts';
import type { Handle } from '../../db/database-manager.ts';
import { toStored } from '../../db/instants.ts';
import type { Tables } from '../../db/schema.ts';
import { insertAll, nextId } from '../bulk.ts';
import type { Random } from '../random.ts';
import { schoolMorning } from './calendar.ts';
import type { PlannedTest, Pupil, SampleCourse } from './world.ts';

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
  { mandatory: true, course: 2, test: 'mid term', inDays: 4 },
  { mandatory: true, course: 1, test: 'mid term', inDays: 9 },
  { mandatory: false, course: 0, test: 'mid term', inDays: 13 },
  { mandatory: true, course: 0, test: 'final exam', inDays: 21 },
];

/** The least grade with which a test is passed, as in the country's matriculation. */
const PASS = 55;
const RESIT_AFTER = 14 * DAY;
/** Who was ill sits the test on a later date. */
const MAKE_UP_AFTER = 25 * DAY;
const ABSENT = 0.03;
const DEVIATION = 7;

export interface CourseTests {
  mandatory: SampleCourse[];
  optional: SampleCourse[];
}

/** The tests that each class sits, past and ahead, on mornings of school days; nothing before `since`. */
export async function planTests(
  db: Handle,
  { mandatory, optional }: CourseTests,
  classIds: readonly number[],
  { now, since }: { now: Instant; since: Instant },
): Promise<PlannedTest[]> {
  const tests = await db.selectFrom('tests').select(['id', 'course_id', 'type']).execute();
  const weights = await db.selectFrom('tests_learning_units').select(['test_id', 'unit_name', 'weight']).execute();
  return TIMETABLE.flatMap((entry, slot) => {
    const course = (entry.mandatory ? mandatory : optional)[entry.course];
    const test = tests.find((row) => row.course_id === course?.id && row.type === entry.test);
    if (!course || !test) return [];
    const units = weights
      .filter((row) => row.test_id === test.id)
      .map((row) => ({ name: row.unit_name, weight: row.weight }));
    return classIds.flatMap((classId, index): PlannedTest[] => {
      // Past tests were not on the same day in every class.
      const shift = entry.inDays < 0 ? index % 3 : 0;
      const at = schoolMorning(now + (entry.inDays + shift) * DAY, 8 + (slot % 4));
      return at < since || (entry.inDays < 0 && at > now) ? [] : [{ testId: test.id, course, classId, units, at }];
    });
  });
}

type SittingRow = Insertable<Tables['tests_students']>;

interface Seat {
  test: PlannedTest;
  pupil: Pupil;
  at: Instant;
  sitting: number;
}

/** The sittings of pupils, filled as time goes on. */
export class Sittings {
  readonly #rows: SittingRow[] = [];
  readonly #random: Random;
  readonly #now: Instant;
  #open: Seat[];

  constructor(tests: readonly PlannedTest[], pupils: readonly Pupil[], now: Instant, random: Random) {
    this.#random = random;
    this.#now = now;
    this.#open = tests
      .flatMap((test) => {
        const there = pupils.filter(
          ({ plan, courses }) => plan.classId === test.classId && courses.includes(test.course),
        );
        return there.map((pupil) => ({ test, pupil, at: test.at, sitting: 1 }));
      })
      .sort((a, b) => a.at - b.at);
  }

  /** Sits every test whose morning has come; grades follow from what each pupil knows at that moment. */
  sitUntil(moment: Instant): void {
    for (let next = this.#open[0]; next && next.at <= moment; next = this.#open[0]) {
      this.#open = this.#open.slice(1);
      this.#sit(next);
    }
  }

  async save(db: Handle): Promise<void> {
    this.sitUntil(this.#now);
    for (const { test, pupil, at, sitting } of this.#open) {
      const status = sitting === 1 && at !== test.at ? 'delayed' : 'scheduled';
      this.#add(test, pupil, { at, sitting, status, phase: 'not begun', grade: null });
    }
    const first = await nextId(db, 'tests_students');
    await insertAll(
      db,
      'tests_students',
      this.#rows.map((row, index) => ({ id: first + index, ...row })),
    );
  }

  #sit({ test, pupil, at, sitting }: Seat): void {
    const random = this.#random.fork(`${test.testId}/${pupil.plan.person.username}/${sitting}`);
    if (sitting === 1 && at === test.at && random.chance(ABSENT)) {
      this.#later({ test, pupil, at: schoolMorning(at + MAKE_UP_AFTER, Math.floor((at % DAY) / HOUR)), sitting });
      return;
    }
    const share = pupil.knowledge.testShare(test.course.subject, test.units);
    const grade = Math.min(
      100,
      Math.max(0, Math.round(100 * share + random.normal(0, DEVIATION) + (sitting > 1 ? 6 : 0))),
    );
    const status = grade >= PASS ? 'passed' : 'failed';
    this.#add(test, pupil, { at, sitting, status, phase: 'released', grade });
    if (status === 'passed' || sitting > 1 || random.chance(0.4)) return;
    const again = schoolMorning(at + RESIT_AFTER, Math.floor((at % DAY) / HOUR));
    this.#later({ test, pupil, at: again, sitting: 2 });
  }

  #later(seat: Seat): void {
    this.#open = [...this.#open, seat].sort((a, b) => a.at - b.at);
  }

  #add(
    test: PlannedTest,
    pupil: Pupil,
    seat: Pick<SittingRow, 'sitting' | 'status' | 'phase'> & { at: Instant; grade: number | null },
  ): void {
    this.#rows.push({
      test_id: test.testId,
      student_id: pupil.plan.person.id,
      sitting: seat.sitting,
      status: seat.status,
      phase: seat.phase,
      date: toStored(seat.at),
      deadline: null,
      final_grade: seat.grade,
      teacher_id: test.course.teacher.id,
    });
  }
}
