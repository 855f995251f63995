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
import { WEEK_DAYS } from '../../domain/study-session/study-days.ts';
import { startOfDaysUpTo } from '../../shared/calendar.ts';
import type { Clock, Instant } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';

export interface ClassroomDeps {
  access: AccessService;
  classes: ClassRepo;
  studyTime: StudyTimeRepo;
  standing: PupilStandingRepo;
  alerts: AlertRepo;
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
  lastActivity: Instant | null;
  /** Null: enrolled in no course. */
  units: UnitCounts | null;
  /** Sessions of the last seven days in which the tutoring dialogue noticed something. */
  flags: { flag: DialogueFlag; sessions: number; latest: number }[];
  /** Sessions of the last seven days whose evaluation a person has to look at. */
  toReview: number;
  openAlerts: number;
}

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

  /** The actor's classes with their pupils by name. Eleven queries, however many pupils and sessions. */
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
    const { studyTime, standing, alerts, timeZone } = this.#deps;
    const from = startOfDaysUpTo(now, WEEK_DAYS, timeZone);
    const week = await studyTime.byStudent(ids, { from, to: now + 1 }, now);
    const before = { from: startOfDaysUpTo(now, 2 * WEEK_DAYS, timeZone), to: from };
    const weekBefore = await studyTime.byStudent(ids, before, now);
    const last = await studyTime.lastActivity(ids);
    const units = await standing.unitCounts(ids);
    const flags = Map.groupBy(await standing.dialogueFlags(ids, from), ({ studentId }) => studentId);
    const toReview = await standing.evaluationsToReview(ids, from);
    const open = await alerts.openByStudent({ classManagerId: actor.userId });
    return ({ studentId: id, firstName, lastName }) => ({
      id,
      name: `${firstName} ${lastName}`,
      week: timeOf(week.get(id)),
      weekBefore: timeOf(weekBefore.get(id)),
      lastActivity: last.get(id) ?? null,
      units: units.get(id) ?? null,
      flags: countFlags(flags.get(id) ?? []),
      toReview: toReview.get(id) ?? 0,
      openAlerts: open.get(id) ?? 0,
    });
  }
}

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
