import { fromStored } from '../../../src/data/db/instants.ts';
import { countMetric } from '../count-metrics.ts';
import type { Graded, Part, RawRows } from '../raw-rows.ts';
import type { Counted } from '../recount.ts';
import { lastStudied } from './pupil-rows.ts';

type Done = [Part[], Graded[]];

function doneIn(rows: RawRows, pupil: number, first: number, last: number): Done {
  const isIn = ({ studentId, day }: Part | Graded) =>
    studentId === pupil && day >= rows.dayBefore(first) && day <= rows.dayBefore(last);
  return [rows.parts().filter(isIn), rows.graded().filter(isIn)];
}

/** Sessions at home of the last seven days in which the teacher noticed something, by what it was. */
export function noticed(rows: RawRows, pupil: number): Map<string, number> {
  const own = rows.of('home_sessions_students').filter((one) => one.student_id === pupil);
  const flags = own.flatMap(({ home_session_id: id }) => {
    const { start_time: start } = rows.one('home_hours_study_sessions', (one) => one.id === id);
    if (start === null || rows.dayOf(start) < rows.dayBefore(6)) return [];
    const dialogue = rows.of('session_dialogues').find((one) => one.home_session_id === id);
    return (JSON.parse(dialogue?.state ?? '{}').flags ?? []) as string[];
  });
  return new Map([...Map.groupBy(flags, (one) => one)].map(([flag, all]) => [flag, all.length]));
}

/** Sessions whose evaluation of the last seven days somebody has to look at. */
export function toLookAt(rows: RawRows, pupil: number): number {
  const flagged = (['proficiency', 'investment'] as const).flatMap((kind) =>
    rows
      .of(`sessional_${kind}_evaluations`)
      .filter((one) => one.student_id === pupil && one.flagged === 1 && rows.dayOf(one.created_at) >= rows.dayBefore(6))
      .map((one) => `${one.home_session_id}/${one.school_session_id}`),
  );
  return new Set(flagged).size;
}

export const openAlerts = (rows: RawRows, pupil: number): number =>
  rows.of('safety_alerts').filter((one) => one.student_id === pupil && one.acknowledged_at === null).length;

/** The numbers of each reason why a pupil needs somebody, the weightiest first, but of alerts and of what the teacher noticed. */
export function needsOf(rows: RawRows, pupil: number): Counted[] {
  const [now, then] = [doneIn(rows, pupil, 27, 0), doneIn(rows, pupil, 55, 28)];
  const failed = now[1].filter(({ passed }) => !passed).length;
  const places = now[0].filter(({ kind }) => kind === 'school');
  const missed = places.filter(({ there }) => !there).length;
  const last = lastStudied(rows, pupil);
  const away = last === null ? Number.POSITIVE_INFINITY : -rows.daysTo(last);
  const right = fall('right answers', now, then);
  const lower = right ?? fall('proficiency', now, then);
  const behind = behindOf(rows, pupil);
  const look = toLookAt(rows, pupil);
  return [
    ...(failed > 0 ? [[failed, now[1].length]] : []),
    ...(lower ? [lower] : []),
    ...(missed >= 2 && missed * 4 >= places.length ? [[missed, places.length]] : []),
    ...(away >= 14 ? [last === null ? [] : [away]] : []),
    ...(behind ? [behind] : []),
    ...(look > 0 ? [[look]] : []),
  ];
}

/** From what to what a figure fell, further than chance moves it nineteen times of twenty. */
function fall(metric: 'right answers' | 'proficiency', now: Done, then: Done): Counted | null {
  const [one, other] = [countMetric(metric, ...now), countMetric(metric, ...then)];
  if (one.value === null || other.value === null || one.within === null || other.within === null) return null;
  if (metric === 'proficiency' && Math.min(one.of, other.of) < 3) return null;
  return other.value - one.value > Math.hypot(one.within, other.within) ? [other.value, one.value] : null;
}

/** Units of the tests of the next ten days, where fewer than half of them are known. */
function behindOf(rows: RawRows, pupil: number): Counted | null {
  const ahead = rows.of('tests_students').filter((one) => {
    const at = fromStored(one.date);
    return one.student_id === pupil && one.phase === 'not begun' && at >= rows.now && at < rows.now + 10 * 86_400_000;
  });
  const tests = new Set(ahead.map((one) => one.test_id));
  const asked = rows.of('tests_learning_units').filter(({ test_id: id }) => tests.has(id));
  const units = [...new Map(asked.map((one) => [`${one.course_id}/${one.unit_name}`, one])).values()];
  const known = units.filter((unit) =>
    rows
      .of('learning_units_students')
      .some(
        (one) =>
          one.student_id === pupil &&
          one.course_id === unit.course_id &&
          one.unit_name === unit.unit_name &&
          one.state === 'completed',
      ),
  ).length;
  const days = Math.min(...ahead.map(({ date }) => rows.daysTo(fromStored(date))));
  if (units.length === 0 || known * 2 >= units.length) return null;
  return [known, units.length, ...(days === 0 ? [] : [days])];
}
