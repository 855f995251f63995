import {
  describeQuarter,
  evaluateQuarter,
  QUARTER_KINDS,
  type QuarterKind,
  type ScoredSession,
} from '../../../../domain/evaluation/quarter-evaluation.ts';
import { quarterOf, type SchoolQuarter } from '../../../../domain/evaluation/school-quarter.ts';
import { civilDay, startOfDay } from '../../../../shared/calendar.ts';
import { DAY, type Instant } from '../../../../shared/instant.ts';
import { fromStored, toStored } from '../../../db/instants.ts';
import { schoolMorning } from '../calendar.ts';
import type { HistoryRows } from '../history-rows.ts';
import type { Pupil } from '../world.ts';

/** The sample region keeps its days in UTC. */
const ZONE = 'UTC';
/** They are made on the first morning of school after the quarter. */
const MADE_AT_HOUR = 5;
const DAYS_NEEDED = 14 * DAY;

/** Evaluations of every quarter that ended within the history, for each pupil and subject, made of the sessional ones. */
export function addQuarters(
  rows: HistoryRows,
  pupils: readonly Pupil[],
  { since, now }: { since: Instant; now: Instant },
): void {
  for (let quarter = quarterOf(civilDay(since, ZONE)); endOf(quarter) < now; quarter = next(quarter)) {
    const made = schoolMorning(endOf(quarter), MADE_AT_HOUR);
    if (made > now) return;
    // Of a quarter that the school was not there for there is nothing to say.
    if (startOfDay(quarter.firstDay, ZONE) + DAY < since && endOf(quarter) - since < DAYS_NEEDED) continue;
    for (const kind of QUARTER_KINDS) addKind(rows, pupils, { kind, quarter, made });
  }
}

const endOf = ({ lastDay }: SchoolQuarter): Instant => startOfDay(lastDay, ZONE) + DAY;
const next = (quarter: SchoolQuarter): SchoolQuarter => quarterOf(civilDay(endOf(quarter), ZONE));

function addKind(
  { rows, takeId }: HistoryRows,
  pupils: readonly Pupil[],
  { kind, quarter, made }: { kind: QuarterKind; quarter: SchoolQuarter; made: Instant },
): void {
  const [from, to] = [startOfDay(quarter.firstDay, ZONE), endOf(quarter)];
  const sessions = sessionsOf(rows, kind, from, to);
  const table = `quarter_${kind}_evaluations` as const;
  for (const { plan, courses } of pupils) {
    for (const subject of new Set(courses.map((course) => course.subject))) {
      const taught = new Set(courses.filter((course) => course.subject === subject).map(({ id }) => id));
      const own = (sessions.get(plan.person.id) ?? []).filter(({ courseId }) => taught.has(courseId));
      const evaluation = evaluateQuarter(kind, quarter, own, to);
      rows[table].push({
        id: takeId(table),
        student_id: plan.person.id,
        subject_name: subject,
        school_year: quarter.schoolYear,
        quarter: quarter.quarter,
        score: evaluation.score,
        reason: evaluation.reason,
        description: describeQuarter(evaluation),
        evidence: JSON.stringify(evaluation.evidence),
        source: kind === 'social' ? 'class manager' : 'evaluator',
        rubric_version: evaluation.rubricVersion,
        confidence: evaluation.confidence,
        created_at: toStored(made),
      });
    }
  }
}

/** The evaluations of a kind in the time of a quarter, by pupil. */
function sessionsOf(rows: HistoryRows['rows'], kind: QuarterKind, from: Instant, to: Instant) {
  const home = new Map(rows.home_hours_study_sessions.map(({ id, course_id }) => [id, course_id]));
  const school = new Map(rows.school_hours_study_sessions.map(({ id, course_id }) => [id, course_id]));
  const found = new Map<number, (ScoredSession & { courseId: number })[]>();
  for (const row of rows[`sessional_${kind}_evaluations`]) {
    const at = fromStored(row.created_at);
    const courseId = row.home_session_id ? home.get(row.home_session_id) : school.get(row.school_session_id ?? 0);
    if (at < from || at >= to || !courseId || row.id === undefined) continue;
    const { id: evaluationId, confidence, student_id: studentId } = row;
    const one = { evaluationId, score: row.score ?? null, confidence, at, courseId };
    found.set(studentId, [...(found.get(studentId) ?? []), one]);
  }
  return found;
}
