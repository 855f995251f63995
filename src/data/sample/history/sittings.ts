import type { Insertable } from 'kysely';
import { resultOf } from '../../../domain/assessment/grade.ts';
import { observedInTest } from '../../../domain/assessment/observed-in-test.ts';
import type { Item, TestType } from '../../../domain/curriculum/curriculum.ts';
import type { AnswerChecker } from '../../../domain/tutoring/verdict.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../../../shared/instant.ts';
import { ItemRepo } from '../../curriculum/item.repo.ts';
import type { DatabaseManager, Handle } from '../../db/database-manager.ts';
import { toStored } from '../../db/instants.ts';
import type { Tables } from '../../db/schema.ts';
import { TestBankRepo, type TestDefinition } from '../../tests/test-bank.repo.ts';
import { insertAll, nextId } from '../bulk.ts';
import type { Random } from '../random.ts';
import { schoolMorning } from './calendar.ts';
import type { MasteryLedger } from './mastery-ledger.ts';
import { answerRows, type SatTest, satTest } from './sat-test.ts';
import type { PlannedTest, Pupil, SampleCourse, World } from './world.ts';

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

const RESIT_AFTER = 14 * DAY;
/** Who was ill sits the test on a later date. */
const MAKE_UP_AFTER = 25 * DAY;
const ABSENT = 0.03;
/** Who sits a test again has learned for it. */
const EASIER_AGAIN = 0.08;
/** How long a test can be begun, and when its result is released: the class manager takes some days. */
const WINDOW = 3 * HOUR;
const MARKED_AFTER = MINUTE;
const RELEASED_AFTER = 2 * DAY + 7 * HOUR;
const WAITS_UP_TO = 6 * DAY;

export interface CourseTests {
  mandatory: SampleCourse[];
  optional: SampleCourse[];
}

/** The tests that each class sits, past and ahead, on mornings of school days; nothing before `since`. */
export async function planTests(
  manager: DatabaseManager,
  { mandatory, optional }: CourseTests,
  classIds: readonly number[],
  { now, since }: { now: Instant; since: Instant },
): Promise<PlannedTest[]> {
  const tests = await readTests(manager);
  return TIMETABLE.flatMap((entry, slot) => {
    const course = (entry.mandatory ? mandatory : optional)[entry.course];
    const test = tests.find((one) => one.courseId === course?.id && one.type === entry.test);
    if (!course || !test) return [];
    const { id: testId, durationMinutes, questionCount, units, items } = test;
    return classIds.flatMap((classId, index): PlannedTest[] => {
      // Past tests were not on the same day in every class.
      const shift = entry.inDays < 0 ? index % 3 : 0;
      const at = schoolMorning(now + (entry.inDays + shift) * DAY, 8 + (slot % 4));
      return at < since || (entry.inDays < 0 && at > now)
        ? []
        : [{ testId, course, classId, durationMinutes, questionCount, units, items, at }];
    });
  });
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

type SittingRow = Insertable<Tables['tests_students']>;

interface Seat {
  test: PlannedTest;
  pupil: Pupil;
  at: Instant;
  sitting: number;
}

/** A sitting as it is written: its row without the id, and what was answered. */
interface Sat {
  row: Omit<SittingRow, 'id'>;
  sat: SatTest | null;
}

/** A result that mastery learns from once it is released. */
interface Released {
  studentId: number;
  at: Instant;
  sat: SatTest;
}

/** The sittings of pupils, filled as time goes on. */
export class Sittings {
  readonly #sittings: Sat[] = [];
  readonly #random: Random;
  readonly #now: Instant;
  readonly #checker: AnswerChecker;
  /** Tests of which somebody in the class has left an answer to a person already. */
  readonly #leftToPerson = new Set<string>();
  readonly #ledger: MasteryLedger;
  #open: Seat[];
  #released: Released[] = [];

  constructor(
    tests: readonly PlannedTest[],
    pupils: readonly Pupil[],
    { now, checker, ledger }: Pick<World, 'now' | 'checker' | 'ledger'>,
    random: Random,
  ) {
    this.#random = random;
    this.#now = now;
    this.#checker = checker;
    this.#ledger = ledger;
    this.#open = tests
      .flatMap((test) => {
        const there = pupils.filter(
          ({ plan, courses }) => plan.classId === test.classId && courses.includes(test.course),
        );
        return there.map((pupil) => ({ test, pupil, at: test.at, sitting: 1 }));
      })
      .sort((a, b) => a.at - b.at);
  }

  /** Sits every test whose morning has come; answers follow from what each pupil knows at that moment, grades from them. */
  sitUntil(moment: Instant): void {
    for (let next = this.#open[0]; next && next.at <= moment; next = this.#open[0]) {
      this.#open = this.#open.slice(1);
      this.#sit(next);
    }
  }

  /** Lets mastery learn from every result that was released by then, as the product does: in the order of the releases. */
  learnUntil(moment: Instant): void {
    const due = this.#released.filter(({ at }) => at <= moment).sort((a, b) => a.at - b.at);
    if (due.length === 0) return;
    this.#released = this.#released.filter(({ at }) => at > moment);
    for (const { studentId, at, sat } of due) {
      for (const { item, answer, mark } of sat.answers) {
        const attempt = mark && observedInTest({ ...item, answer, verdict: mark.verdict });
        if (attempt) this.#ledger.record(studentId, item.courseId, attempt, at);
      }
    }
  }

  /** Sits and learns what is left of the past. */
  finish(): void {
    this.sitUntil(this.#now - 2 * HOUR);
    this.learnUntil(this.#now);
  }

  /** Writes all of it, what is ahead as well. */
  async save(db: Handle): Promise<void> {
    for (const seat of this.#open) {
      const status = seat.sitting === 1 && seat.at !== seat.test.at ? 'delayed' : 'scheduled';
      this.#sittings.push({ row: { ...rowOf(seat), status, phase: 'not begun' }, sat: null });
    }
    const first = await nextId(db, 'tests_students');
    const numbered = this.#sittings.map(({ row, sat }, index) => ({ id: first + index, row, sat }));
    await insertAll(
      db,
      'tests_students',
      numbered.map(({ id, row }) => ({ id, ...row })),
    );
    const given = numbered.flatMap(({ id, sat }) => (sat ? [answerRows(id, sat, sat.submittedAt + MARKED_AFTER)] : []));
    await insertAll(
      db,
      'test_answers',
      given.flatMap(({ answers }) => answers),
    );
    await insertAll(
      db,
      'test_marks',
      given.flatMap(({ marks }) => marks),
    );
  }

  #sit(seat: Seat): void {
    const { test, pupil, at, sitting } = seat;
    const random = this.#random.fork(`${test.testId}/${pupil.plan.person.username}/${sitting}`);
    if (sitting === 1 && at === test.at && random.chance(ABSENT)) {
      this.#later({ test, pupil, at: schoolMorning(at + MAKE_UP_AFTER, Math.floor((at % DAY) / HOUR)), sitting });
      return;
    }
    const fresh = at > this.#now - WAITS_UP_TO;
    const sat = satTest(
      { test, pupil, at, easier: sitting > 1 ? EASIER_AGAIN : 0 },
      random.fork('answers'),
      this.#checker,
      fresh && !this.#leftToPerson.has(`${test.testId}/${test.classId}`),
    );
    if (sat.grade === null) this.#leftToPerson.add(`${test.testId}/${test.classId}`);
    const outcome = outcomeOf(sat, fresh);
    this.#sittings.push({ row: { ...rowOf(seat), ...outcome }, sat });
    if (outcome.phase === 'released') {
      this.#released.push({ studentId: pupil.plan.person.id, at: sat.submittedAt + RELEASED_AFTER, sat });
    }
    const failed = sat.grade !== null && resultOf(sat.grade) === 'failed';
    if (fresh || !failed || sitting > 1 || random.chance(0.4)) return;
    const again = schoolMorning(at + RESIT_AFTER, Math.floor((at % DAY) / HOUR));
    this.#later({ test, pupil, at: again, sitting: 2 });
  }

  #later(seat: Seat): void {
    this.#open = [...this.#open, seat].sort((a, b) => a.at - b.at);
  }
}

/** A sitting that nobody has begun. */
function rowOf({ test, pupil, at, sitting }: Seat): Omit<SittingRow, 'id' | 'status' | 'phase'> {
  return {
    test_id: test.testId,
    student_id: pupil.plan.person.id,
    sitting,
    date: toStored(at),
    deadline: toStored(at + WINDOW),
    teacher_id: test.course.teacher.id,
    final_grade: null,
    seed: null,
    begun_at: null,
    ends_at: null,
    submitted_at: null,
    submitted_by: null,
    checked_at: null,
    marked_at: null,
    released_at: null,
    learned_at: null,
  };
}

/** What came of it: the newest ones are marked and wait for their release, or for a person to mark an answer. */
function outcomeOf(sat: SatTest, fresh: boolean) {
  const { grade, seed, begunAt, endsAt, submittedAt } = sat;
  const marked = toStored(submittedAt + MARKED_AFTER);
  const handedIn = {
    seed,
    begun_at: toStored(begunAt),
    ends_at: toStored(endsAt),
    submitted_at: toStored(submittedAt),
    submitted_by: 'pupil' as const,
    checked_at: marked,
  };
  if (grade === null) return { ...handedIn, status: 'scheduled' as const, phase: 'submitted' as const };
  const result = { ...handedIn, status: resultOf(grade), final_grade: grade, marked_at: marked };
  if (fresh) return { ...result, phase: 'marked' as const };
  const released = toStored(submittedAt + RELEASED_AFTER);
  return { ...result, phase: 'released' as const, released_at: released, learned_at: released };
}
