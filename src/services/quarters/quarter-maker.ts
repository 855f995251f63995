import { type MadeQuarter, placeKey, type StoredQuarter } from '../../data/quarters/quarter.repo.ts';
import type { QuarterSourceRepo } from '../../data/quarters/quarter-source.repo.ts';
import {
  countingScores,
  describeQuarter,
  evaluateQuarter,
  type GivenInSession,
  QUARTER_KINDS,
} from '../../domain/evaluation/quarter-evaluation.ts';
import type { SchoolQuarter } from '../../domain/evaluation/school-quarter.ts';
import { civilDay, noonOf, startOfDay } from '../../shared/calendar.ts';
import { DAY, type Instant } from '../../shared/instant.ts';

/** From the first moment of a quarter to the first after it. */
export function timeOf({ firstDay, lastDay }: SchoolQuarter, timeZone: string): { from: Instant; to: Instant } {
  const dayAfter = civilDay(noonOf(lastDay) + DAY, 'UTC');
  return { from: startOfDay(firstDay, timeZone), to: startOfDay(dayAfter, timeZone) };
}

/**
 * What a quarter comes to for these pupils by what is known now: in each subject that they study or studied then, of each kind. Nothing
 * is written. Eight queries, however many pupils.
 */
export async function makeQuarter(
  sources: QuarterSourceRepo,
  studentIds: readonly number[],
  quarter: SchoolQuarter,
  timeZone: string,
): Promise<MadeQuarter[]> {
  const given = await sources.givenIn(studentIds, timeOf(quarter, timeZone));
  const enrolled = await sources.subjectsOf(studentIds);
  const studied = Map.groupBy(
    [...given.keys()].map((key) => key.split(' ').slice(1)),
    ([student]) => Number(student),
  );
  return studentIds.flatMap((studentId) => {
    const then = (studied.get(studentId) ?? []).map(([, ...subject]) => subject.join(' '));
    const subjects = [...new Set([...(enrolled.get(studentId) ?? []), ...then])].sort();
    return subjects.flatMap((subject) =>
      QUARTER_KINDS.map((kind) => makeOne(given, { kind, studentId, subject }, quarter, timeZone)),
    );
  });
}

/** One score of a quarter, from evaluations of sessions in any time that holds the quarter. */
export function makeOne(
  given: ReadonlyMap<string, readonly GivenInSession[]>,
  place: Pick<MadeQuarter, 'kind' | 'studentId' | 'subject'>,
  quarter: SchoolQuarter,
  timeZone: string,
): MadeQuarter {
  const { from, to } = timeOf(quarter, timeZone);
  const own = (given.get(placeKey(place)) ?? []).filter(({ at }) => at >= from && at < to);
  const evaluation = evaluateQuarter(place.kind, quarter, countingScores(own), to);
  const { schoolYear, quarter: number } = quarter;
  return { ...place, schoolYear, quarter: number, evaluation, description: describeQuarter(evaluation) };
}

/** Whether what was made says something else than what stands there. */
export function saysElse(
  { score, reason, evaluationIds }: Pick<StoredQuarter, 'score' | 'reason' | 'evaluationIds'>,
  { evaluation }: MadeQuarter,
): boolean {
  if (score !== evaluation.score || reason !== evaluation.reason) return true;
  return evaluationIds.join() !== evaluation.evidence.evaluationIds.join();
}
