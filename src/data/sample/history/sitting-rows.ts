import type { Insertable } from 'kysely';
import { resultOf } from '../../../domain/assessment/grade.ts';
import type { EmotionalState } from '../../../domain/tutoring/brief.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../../../shared/instant.ts';
import { toStored } from '../../db/instants.ts';
import type { Tables } from '../../db/schema.ts';
import type { Random } from '../random.ts';
import type { SatTest } from './sat-test.ts';
import type { PlannedTest, Pupil } from './world.ts';

type SittingRow = Insertable<Tables['tests_students']>;

/** A pupil's place in a test. */
export interface Seat {
  test: PlannedTest;
  pupil: Pupil;
  at: Instant;
  sitting: number;
  extraMinutes: number;
  /** Why it is not when the class sits it. */
  later: string | null;
}

/** How long a test can be begun; what has a key is marked at once, the rest in the evening, and results come some days later. */
const WINDOW = 3 * HOUR;
export const CHECKED_AFTER = MINUTE;
export const READ_AFTER = 9 * HOUR;
export const RELEASED_AFTER = 2 * DAY + 7 * HOUR;

/** A sitting that nobody has begun. */
export function rowOf({
  test,
  pupil,
  at,
  sitting,
  extraMinutes,
  later,
}: Seat): Omit<SittingRow, 'id' | 'status' | 'phase'> {
  return {
    test_id: test.testId,
    student_id: pupil.plan.person.id,
    sitting,
    date: toStored(at),
    deadline: toStored(at + WINDOW),
    teacher_id: test.course.teacher.id,
    extra_minutes: extraMinutes,
    delay_reason: later,
    scheduled_by: test.managerId,
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
export function outcomeOf(sat: SatTest, fresh: boolean) {
  const { grade, seed, begunAt, endsAt, submittedAt, ranOut, answers } = sat;
  const checked = toStored(submittedAt + CHECKED_AFTER);
  const handedIn = {
    seed,
    begun_at: toStored(begunAt),
    ends_at: toStored(endsAt),
    submitted_at: toStored(submittedAt),
    submitted_by: ranOut ? ('time' as const) : ('pupil' as const),
    checked_at: checked,
  };
  if (grade === null) return { ...handedIn, status: 'scheduled' as const, phase: 'submitted' as const };
  const read = answers.some(({ mark }) => mark?.by === 'class manager');
  const marked = read ? toStored(submittedAt + READ_AFTER) : checked;
  const result = { ...handedIn, status: resultOf(grade), final_grade: grade, marked_at: marked };
  if (fresh) return { ...result, phase: 'marked' as const };
  const released = toStored(submittedAt + RELEASED_AFTER);
  return { ...result, phase: 'released' as const, released_at: released, learned_at: released };
}

/** A sitting that is under way: the first questions are answered by now, and nothing is marked. */
export function underWay(sat: SatTest, now: Instant) {
  const answers = sat.answers.map((one) => ({ ...one, answer: one.savedAt < now ? one.answer : '', mark: null }));
  const moments = { begun_at: toStored(sat.begunAt), ends_at: toStored(sat.endsAt) };
  const row = { status: 'scheduled' as const, phase: 'begun' as const, seed: sat.seed, ...moments };
  return { row, sat: { ...sat, answers, grade: null } };
}

/** Who did well feels well, mostly. */
const feelings = (grade: number): readonly (readonly [EmotionalState, number])[] => [
  ['positive', grade / 2],
  ['neutral', 40],
  ['negative', (100 - grade) / 2],
  ['extreme', 3],
];
const SAYS = 0.6;
const LOOKS_BACK = 0.4;

/** How a test felt: after it was handed in, and to some again when they saw what came of it. */
export function felt(
  sittingId: number,
  { seat, row, sat }: { seat: Seat; row: Omit<SittingRow, 'id'>; sat: SatTest },
  now: Instant,
  random: Random,
): Insertable<Tables['test_reflections']>[] {
  if (row.phase === 'begun') return [];
  const hard = 8.5 - (sat.grade ?? 60) / 16;
  const said = (moment: 'handed in' | 'reviewed', at: Instant, ease: number) => ({
    sitting_id: sittingId,
    moment,
    emotional_state: random.weighted(feelings(sat.grade ?? 60)),
    difficulty: Math.min(10, Math.max(1, Math.round(hard - ease + random.normal(0, 1.2)))),
    created_at: toStored(at),
  });
  const first = random.chance(SAYS) ? [said('handed in', sat.submittedAt + MINUTE, 0)] : [];
  const back = sat.submittedAt + RELEASED_AFTER + random.int(1, 6) * HOUR;
  const again = row.phase === 'released' && back < now && random.chance(LOOKS_BACK);
  return again ? [...first, said('reviewed', back, seat.sitting - 0.5)] : first;
}
