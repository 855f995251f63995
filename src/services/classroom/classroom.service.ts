import type { ClassInsightRepo } from '../../data/analytics/class-insight.repo.ts';
import type { FactSumsRepo } from '../../data/analytics/fact-sums.repo.ts';
import type { ClassMember, ClassRecord, ClassRepo } from '../../data/people/class.repo.ts';
import type {
  DialogueFlag,
  FlaggedSession,
  PupilStandingRepo,
  UnitCounts,
} from '../../data/reports/pupil-standing.repo.ts';
import type { StudyTime, StudyTimeRepo } from '../../data/reports/study-time.repo.ts';
import type { AlertRepo } from '../../data/safety/alert.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { metricsOf, NOTHING } from '../../domain/analytics/metrics.ts';
import { type Need, needsOf, urgencyOf } from '../../domain/analytics/needs.ts';
import { WEEK_DAYS } from '../../domain/study-session/study-days.ts';
import { civilDay, daysBetween, startOfDaysUpTo } from '../../shared/calendar.ts';
import { type Clock, DAY, type Instant } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';

export interface ClassroomDeps {
  access: AccessService;
  classes: ClassRepo;
  studyTime: StudyTimeRepo;
  standing: PupilStandingRepo;
  alerts: AlertRepo;
  factSums: FactSumsRepo;
  insight: ClassInsightRepo;
  clock: Clock;
  timeZone: string;
}

/** A pupil in a line of the class. */
export interface PupilLine {
  id: number;
  name: string;
  /** The last seven days. */
  week: { sessions: number; activeMs: number };
  /** The seven days before those. */
  weekBefore: { sessions: number; activeMs: number };
  /** Null: has not studied here yet. */
  lastStudied: Instant | null;
  /** Null: enrolled in no course. */
  units: UnitCounts | null;
  /** Sessions of the last seven days in which the tutoring dialogue noticed something. */
  flags: { flag: DialogueFlag; sessions: number; latest: number }[];
  /** Sessions of the last seven days whose evaluation a person has to look at. */
  toReview: number;
  openAlerts: number;
  /** Why they need somebody, the weightiest reason first; none where nothing says so. */
  needs: Need[];
  /** To put pupils in order: 0 where nothing says that they need somebody. */
  urgency: number;
}

/** Over so many days a pupil's figures are held against as many before; tests so far ahead are looked at. */
export const NEED_DAYS = 28;
const TEST_DAYS = 10;

export interface ClassPage {
  now: Instant;
  classes: (ClassRecord & { pupils: PupilLine[] })[];
}

/** What class managers see of their own classes. */
export class ClassroomService {
  readonly #deps: ClassroomDeps;

  constructor(deps: ClassroomDeps) {
    this.#deps = deps;
  }

  /** The actor's classes with their pupils by name. Sixteen queries, however many pupils and sessions. */
  async overview(actor: Actor): Promise<ClassPage> {
    const { access, classes, clock } = this.#deps;
    access.requireRole(actor, 'view class analytics');
    const own = await classes.listOfManager(actor.userId);
    const members = await classes.listMembers(own.map(({ id }) => id));
    const now = clock.now();
    const line = await this.#lines(actor, [...new Set(members.map(({ studentId }) => studentId))], now);
    return {
      now,
      classes: own.map((one) => ({
        ...one,
        pupils: members.filter(({ classId }) => classId === one.id).map(line),
      })),
    };
  }

  async #lines(actor: Actor, ids: readonly number[], now: Instant): Promise<(member: ClassMember) => PupilLine> {
    const { studyTime, standing, alerts, factSums, insight, timeZone } = this.#deps;
    const from = startOfDaysUpTo(now, WEEK_DAYS, timeZone);
    const week = await studyTime.byStudent(ids, { from, to: now + 1 }, now);
    const before = { from: startOfDaysUpTo(now, 2 * WEEK_DAYS, timeZone), to: from };
    const weekBefore = await studyTime.byStudent(ids, before, now);
    const last = await studyTime.lastStudied(ids);
    const units = await standing.unitCounts(ids);
    const flags = Map.groupBy(await standing.dialogueFlags(ids, from), ({ studentId }) => studentId);
    const toReview = await standing.evaluationsToReview(ids, from);
    const open = await alerts.openByStudent({ classManagerId: actor.userId });
    const weeks = { from: startOfDaysUpTo(now, NEED_DAYS, timeZone), to: now + 1 };
    const sums = await factSums.byStudent(ids, weeks);
    const sumsBefore = await factSums.byStudent(ids, {
      from: startOfDaysUpTo(now, 2 * NEED_DAYS, timeZone),
      to: weeks.from,
    });
    const tested = await insight.testedUnits(ids, { from: now, to: now + TEST_DAYS * DAY });
    const today = civilDay(now, timeZone);
    const daysTo = (at: Instant) => Math.abs(daysBetween(civilDay(at, timeZone), today));
    const needs = (id: number): Need[] => {
      const one = sums.get(id) ?? NOTHING;
      const { 'right answers': right, proficiency } = metricsOf(one);
      const { 'right answers': rightBefore, proficiency: proficiencyBefore } = metricsOf(sumsBefore.get(id) ?? NOTHING);
      const seen = last.get(id);
      const test = tested.get(id);
      return needsOf({
        openAlerts: open.get(id) ?? 0,
        toReview: toReview.get(id) ?? 0,
        noticed: new Set((flags.get(id) ?? []).map(({ sessionId }) => sessionId)).size,
        right,
        rightBefore,
        proficiency,
        proficiencyBefore,
        places: one.expected,
        missed: one.expected - one.attended,
        tests: one.grades.count,
        failed: one.grades.count - one.passed,
        daysAway: seen === undefined ? null : daysTo(seen),
        tested: test ? { units: test.units, known: test.known, days: daysTo(test.first) } : null,
      });
    };
    return ({ studentId: id, firstName, lastName }) =>
      withUrgency({
        id,
        name: `${firstName} ${lastName}`,
        week: timeOf(week.get(id)),
        weekBefore: timeOf(weekBefore.get(id)),
        lastStudied: last.get(id) ?? null,
        units: units.get(id) ?? null,
        flags: countFlags(flags.get(id) ?? []),
        toReview: toReview.get(id) ?? 0,
        openAlerts: open.get(id) ?? 0,
        needs: needs(id),
      });
  }
}

const withUrgency = (line: Omit<PupilLine, 'urgency'>): PupilLine => ({ ...line, urgency: urgencyOf(line.needs) });

function timeOf(time: StudyTime | undefined): { sessions: number; activeMs: number } {
  return { sessions: time?.sessions ?? 0, activeMs: time?.activeMs ?? 0 };
}

/** How many sessions raised each flag, and the newest of them; they come newest first. */
function countFlags(sessions: readonly FlaggedSession[]): PupilLine['flags'] {
  const perFlag = Map.groupBy(
    sessions.flatMap(({ sessionId, flags }) => flags.map((flag) => ({ flag, sessionId }))),
    ({ flag }) => flag,
  );
  return [...perFlag].map(([flag, found]) => ({ flag, sessions: found.length, latest: found[0]?.sessionId ?? 0 }));
}
