import type { ClassRepo } from '../../data/people/class.repo.ts';
import type { DirectoryRepo } from '../../data/people/directory.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { ModelUsage, ModelUsageRepo } from '../../data/reports/model-usage.repo.ts';
import type { OpenRequest, PastImport, SchoolDeskRepo } from '../../data/reports/school-desk.repo.ts';
import type { SchoolDevices, SchoolHoldingsRepo, SchoolPeople } from '../../data/reports/school-holdings.repo.ts';
import type { StudyTime, StudyTimeRepo } from '../../data/reports/study-time.repo.ts';
import type { ClassStanding, NextTest, TestResultsRepo } from '../../data/reports/test-results.repo.ts';
import type { AlertRepo } from '../../data/safety/alert.repo.ts';
import type { SchoolSessionRepo } from '../../data/study-session/school-session.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { isSmall } from '../../domain/access/small-groups.ts';
import type { GradeLevel } from '../../domain/curriculum/curriculum.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { firstDayOfTerm } from '../../domain/evaluation/school-term.ts';
import { WEEK_DAYS } from '../../domain/study-session/study-days.ts';
import { type CivilDay, civilDay, startOfDay, startOfDaysUpTo } from '../../shared/calendar.ts';
import { type Clock, DAY, type Instant } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';

export interface SchoolDeps {
  access: AccessService;
  users: UserRepo;
  classes: ClassRepo;
  studyTime: StudyTimeRepo;
  usage: ModelUsageRepo;
  alerts: AlertRepo;
  holdings: SchoolHoldingsRepo;
  desk: SchoolDeskRepo;
  directory: DirectoryRepo;
  testResults: TestResultsRepo;
  schoolSessions: SchoolSessionRepo;
  clock: Clock;
  timeZone: string;
}

export interface SchoolClass {
  id: number;
  name: string;
  gradeLevel: GradeLevel;
  year: number;
  capacity: number;
  pupils: number;
  managers: string[];
  /** The last seven days. */
  week: StudyTime;
  /** Tests of this term; null: none was set for anybody in it. */
  tests: ClassTests | null;
}

/** How the tests of a class stand. The mean is null where too few have a grade to tell nobody's. */
export type ClassTests = Omit<ClassStanding, 'classId'>;

export interface SchoolPage {
  now: Instant;
  name: string;
  region: string;
  pupils: number;
  /** The last seven days, each pupil once. */
  week: StudyTime;
  /** The seven days before those. */
  weekBefore: StudyTime;
  classes: SchoolClass[];
  /** Of the configured models in the last thirty days; the tutor built into the program is not counted. */
  usage: ModelUsage;
  usageDays: number;
  /** Lessons in school hours in the last thirty days: the places in them, and how many were taken. */
  lessons: { lessons: number; places: number; taken: number };
  alerts: { open: number; escalated: number };
  people: SchoolPeople;
  devices: SchoolDevices;
  /** People without a password, whose account is open. */
  withoutPassword: number;
  /** The first day of this term, and the next tests. */
  term: CivilDay;
  nextTests: NextTest[];
  imports: PastImport[];
  requests: OpenRequest[];
  policy: { transcripts: 'off' | 'summary' | 'full'; dailyTokenLimit: number };
}

const USAGE_DAYS = 30;
const TESTS_SHOWN = 5;
const IMPORTS_SHOWN = 5;
const REQUESTS_SHOWN = 8;
const NOTHING: StudyTime = { sessions: 0, pupils: 0, activeMs: 0 };

/** What a school manager sees of the own school. */
export class SchoolService {
  readonly #deps: SchoolDeps;

  constructor(deps: SchoolDeps) {
    this.#deps = deps;
  }

  /** The actor's school in numbers, and what waits on the desk. Eighteen queries, however many classes, pupils and sessions. */
  async overview(actor: Actor): Promise<SchoolPage> {
    const { access, users, studyTime, usage, alerts, holdings, schoolSessions, desk, directory, testResults } =
      this.#deps;
    const { clock, timeZone } = this.#deps;
    access.requireRole(actor, 'view school analytics');
    if (actor.schoolId === null) throw notFound('school');
    const { schoolId } = actor;
    const school = await users.getSchool(schoolId);
    const now = clock.now();
    const from = startOfDaysUpTo(now, WEEK_DAYS, timeZone);
    const before = { from: startOfDaysUpTo(now, 2 * WEEK_DAYS, timeZone), to: from };
    const { people, devices } = await holdings.ofSchool(schoolId);
    const term = firstDayOfTerm(civilDay(now, timeZone));
    const standing = await testResults.ofClasses(schoolId, startOfDay(term, timeZone), now);
    return {
      now,
      name: school.name,
      region: school.region,
      pupils: people.pupils,
      people,
      devices,
      week: await studyTime.ofSchool(schoolId, { from, to: now + 1 }, now),
      weekBefore: await studyTime.ofSchool(schoolId, before, now),
      classes: await this.#classes(schoolId, { from, now, standing }),
      term,
      nextTests: await testResults.nextOf(schoolId, now, TESTS_SHOWN),
      withoutPassword: await directory.count({ schoolId, words: [], state: 'no password' }),
      imports: await desk.lastImports(schoolId, IMPORTS_SHOWN),
      requests: await desk.openRequests(schoolId, now, REQUESTS_SHOWN),
      usageDays: USAGE_DAYS,
      usage: await usage.ofSchool(schoolId, now - USAGE_DAYS * DAY),
      lessons: await schoolSessions.attendanceSince(schoolId, now - USAGE_DAYS * DAY),
      alerts: await alerts.countOpen({ schoolId }),
      policy: { transcripts: school.transcriptPolicy, dailyTokenLimit: school.dailyTokenLimit },
    };
  }

  async #classes(
    schoolId: number,
    { from, now, standing }: { from: Instant; now: Instant; standing: ReadonlyMap<number, ClassStanding> },
  ): Promise<SchoolClass[]> {
    const { users, classes, studyTime } = this.#deps;
    const found = await users.listClasses(schoolId);
    const managers = await classes.managersOf(found.map(({ id }) => id));
    const week = await studyTime.byClass(schoolId, { from, to: now + 1 }, now);
    return found.map(({ pupils, ...one }) => ({
      ...one,
      pupils: Number(pupils),
      managers: managers.get(one.id) ?? [],
      week: week.get(one.id) ?? NOTHING,
      tests: testsOf(standing.get(one.id)),
    }));
  }
}

function testsOf(standing: ClassStanding | undefined): ClassTests | null {
  if (standing === undefined) return null;
  const { classId: _, ...tests } = standing;
  return { ...tests, average: isSmall(tests.graded) ? null : tests.average };
}
