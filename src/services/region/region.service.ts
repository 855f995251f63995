import type { UserRepo } from '../../data/people/user.repo.ts';
import type { RegionRepo, SubjectContent } from '../../data/reports/region.repo.ts';
import type { StudyTime, StudyTimeRepo } from '../../data/reports/study-time.repo.ts';
import type {
  LastPublication,
  ReportsByAge,
  SubjectDeskRepo,
  WaitingDrafts,
} from '../../data/reports/subject-desk.repo.ts';
import type { SchoolTests, TestResultsRepo } from '../../data/reports/test-results.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { isSmall, unlessSmall } from '../../domain/access/small-groups.ts';
import { firstDayOfTerm } from '../../domain/evaluation/school-term.ts';
import { type CivilDay, civilDay, startOfDay } from '../../shared/calendar.ts';
import { type Clock, DAY, type Instant } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';

export interface RegionDeps {
  access: AccessService;
  users: UserRepo;
  regions: RegionRepo;
  studyTime: StudyTimeRepo;
  desk: SubjectDeskRepo;
  testResults: TestResultsRepo;
  clock: Clock;
  timeZone: string;
}

/** A school's part in a subject. Numbers of groups under ten people are null. */
export interface SchoolPart {
  id: number;
  name: string;
  /** Enrolled in a course of the subject. */
  pupils: number | null;
  /** Began a session in the last thirty days. */
  active: number | null;
  sessions: number | null;
  activeMs: number | null;
}

/** A subject in a region, as its supervisor sees it. */
export interface SubjectRegion {
  subject: string;
  region: string;
  content: SubjectContent;
  /** Questions that were reported and wait for an answer, by age; null: none. */
  reports: ReportsByAge | null;
  tests: SubjectTests;
  /** Schools of the region in which somebody is enrolled in the subject, by name. */
  schools: SchoolPart[];
  /** Schools of the region in which nobody is. */
  withoutPupils: number;
  /** Of the schools whose numbers are shown, so that a hidden one cannot be worked out. */
  shown: { schools: number; pupils: number; sessions: number; activeMs: number };
}

/** Tests of this term in a subject and region. Numbers of groups under ten pupils are null, and grades are of schools with ten and more. */
export interface SubjectTests {
  tests: number;
  comingPupils: number | null;
  graded: number | null;
  average: number | null;
}

export interface RegionPage {
  now: Instant;
  /** How many days the sessions are counted over. */
  days: number;
  /** The first day of this term. */
  term: CivilDay;
  drafts: WaitingDrafts[];
  publications: LastPublication[];
  parts: SubjectRegion[];
}

const REPORT_DAYS = 30;
const DRAFTS_SHOWN = 8;
const PUBLICATIONS_SHOWN = 6;
const NOTHING: SubjectContent = {
  courses: 0,
  units: 0,
  studyQuestions: 0,
  testQuestions: 0,
  drafts: 0,
  reported: 0,
  lastPublished: null,
};

/** What a regional supervisor sees: own subjects in own regions, and no names of pupils. */
export class RegionService {
  readonly #deps: RegionDeps;

  constructor(deps: RegionDeps) {
    this.#deps = deps;
  }

  /** The actor's subjects and regions. Eleven queries, however many schools and sessions. */
  async overview(actor: Actor): Promise<RegionPage> {
    const { access, users, regions, studyTime, desk, testResults, clock, timeZone } = this.#deps;
    access.requireRole(actor, 'view subject analytics');
    const now = clock.now();
    const pairs = await users.listSupervision(actor.userId);
    const subjects = [...new Set(pairs.map(({ subject }) => subject))];
    const content = await regions.contentOf(subjects);
    const schools = await regions.listSchools([...new Set(pairs.map(({ region }) => region))]);
    const ids = schools.map(({ id }) => id);
    const enrolled = await regions.enrolledPupils(ids, subjects);
    const window = { from: now - REPORT_DAYS * DAY, to: now + 1 };
    const studied = await studyTime.bySchoolAndSubject(ids, subjects, window, now);
    const reports = await desk.reportsByAge(subjects, { week: now - 7 * DAY, month: now - REPORT_DAYS * DAY });
    const term = firstDayOfTerm(civilDay(now, timeZone));
    const regionNames = [...new Set(pairs.map(({ region }) => region))];
    const since = startOfDay(term, timeZone);
    const tests = await testResults.countTests(subjects, regionNames, since);
    const bySchool = await testResults.bySchool(subjects, regionNames, since, now);
    return {
      now,
      days: REPORT_DAYS,
      term,
      drafts: await desk.waitingDrafts(subjects, DRAFTS_SHOWN),
      publications: await desk.lastPublications(subjects, PUBLICATIONS_SHOWN),
      parts: pairs.map(({ subject, region }) => {
        const local = schools.filter((school) => school.region === region);
        const parts = local.flatMap(({ id, name }) => {
          const pupils = enrolled.get(`${id}/${subject}`) ?? 0;
          return pupils === 0 ? [] : [partOf({ id, name }, pupils, studied.get(`${id}/${subject}`))];
        });
        return {
          subject,
          region,
          schools: parts,
          withoutPupils: local.length - parts.length,
          content: content.get(subject) ?? NOTHING,
          reports: reports.get(subject) ?? null,
          tests: testsOf(
            tests.get(`${subject}/${region}`) ?? 0,
            bySchool.filter((one) => one.subject === subject && one.region === region),
          ),
          shown: totalOf(parts),
        };
      }),
    };
  }
}

/** Grades of schools in which ten and more have one, as on the page of figures: what the others got follows from no sum. */
function testsOf(tests: number, schools: readonly SchoolTests[]): SubjectTests {
  const large = schools.filter(({ graded }) => !isSmall(graded));
  const total = (of: (one: SchoolTests) => number, among: readonly SchoolTests[] = large) =>
    among.reduce((sum, one) => sum + of(one), 0);
  const told = {
    graded: total(({ graded }) => graded),
    average: total(({ sum }) => sum) / total(({ grades }) => grades),
  };
  return {
    tests,
    comingPupils: unlessSmall(total(({ coming }) => coming, schools)),
    ...(large.length > 0 ? told : { graded: total(({ graded }) => graded, schools) === 0 ? 0 : null, average: null }),
  };
}

/** What a few pupils did is as telling as how many they are: both stay hidden. */
function partOf(school: { id: number; name: string }, pupils: number, time: StudyTime | undefined): SchoolPart {
  const enrolled = unlessSmall(pupils);
  const active = enrolled === null ? null : unlessSmall(time?.pupils ?? 0);
  const hidden = active === null;
  return {
    ...school,
    pupils: enrolled,
    active,
    sessions: hidden ? null : (time?.sessions ?? 0),
    activeMs: hidden ? null : (time?.activeMs ?? 0),
  };
}

function totalOf(parts: readonly SchoolPart[]): SubjectRegion['shown'] {
  const shown = parts.filter((part) => part.pupils !== null);
  const sum = (pick: (part: SchoolPart) => number | null) =>
    shown.reduce((total, part) => total + (pick(part) ?? 0), 0);
  return {
    schools: shown.length,
    pupils: sum((part) => part.pupils),
    sessions: sum((part) => part.sessions),
    activeMs: sum((part) => part.activeMs),
  };
}
