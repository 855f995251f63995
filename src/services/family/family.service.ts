import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { PupilRecord, UserRepo } from '../../data/people/user.repo.ts';
import type { AttemptRepo } from '../../data/study-session/attempt.repo.ts';
import type { HomeSession, HomeSessionRepo } from '../../data/study-session/home-session.repo.ts';
import type { MessageRepo } from '../../data/study-session/message.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { unitWord } from '../../domain/mastery/unit-standing.ts';
import { WEEK_DAYS } from '../../domain/study-session/study-days.ts';
import { SessionNotFoundError } from '../../domain/study-session/study-session.errors.ts';
import { startOfDaysUpTo } from '../../shared/calendar.ts';
import type { Clock } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import type { CourseBankService } from '../curriculum/course-bank.service.ts';
import type { HistoryPage, HistoryService, PageRequest } from '../history/history.service.ts';
import type { UnitStanding } from '../mastery/mastery.service.ts';
import type { CourseStanding, ProgressService } from '../progress/progress.service.ts';
import type { TestsService, TestView } from '../tests/tests.service.ts';
import {
  type QuestionSummary,
  readableMessages,
  shownMessage,
  summaryOf,
  type Transcript,
  type TranscriptMessage,
} from './transcript.ts';
import { type StudyWeek, weekOf } from './week.ts';

/** How words and questions of a session are shown to somebody who was not there. */
export { type QuestionSummary, shownMessage, summaryOf, type TranscriptMessage };

export interface FamilyDeps {
  access: AccessService;
  users: UserRepo;
  sessions: HomeSessionRepo;
  messages: MessageRepo;
  attempts: AttemptRepo;
  audit: AuditRepo;
  banks: CourseBankService;
  progress: ProgressService;
  history: HistoryService;
  tests: TestsService;
  clock: Clock;
  timeZone: string;
}

/** A child, as the child's parents know them. */
export interface Child {
  id: number;
  name: string;
  firstName: string;
  gradeLevel: string | null;
  className: string | null;
  school: string;
}

export interface ChildProgress {
  child: Child;
  week: StudyWeek;
  courses: CourseStanding[];
  /** The units that this word fits. */
  strong: UnitStanding[];
  /** The same, the hardest first. */
  weak: UnitStanding[];
  tests: TestView[];
}

/** What parents see of their children: of verified guardianships only, and never what is hidden from them. */
export class FamilyService {
  readonly #deps: FamilyDeps;

  constructor(deps: FamilyDeps) {
    this.#deps = deps;
  }

  /** The actor's children, by first name. Two queries. */
  async children(actor: Actor): Promise<Child[]> {
    this.#deps.access.requireRole(actor, 'view child progress');
    const pupils = await this.#deps.users.listChildren(actor.userId);
    const schools = await this.#deps.users.schoolNames(pupils.map((pupil) => pupil.schoolId));
    return pupils.map((pupil) => toChild(pupil, schools));
  }

  /** A child of the actor. Throws `not-found` for somebody else's. Three queries. */
  async child(actor: Actor, studentId: number): Promise<Child> {
    await this.#deps.access.requirePupil(actor, 'view child progress', studentId);
    const pupil = await this.#deps.users.findPupil(studentId);
    if (!pupil) throw notFound('pupil');
    return toChild(pupil, await this.#deps.users.schoolNames([pupil.schoolId]));
  }

  /** A child's week, courses, strong and weak units and tests. Throws `not-found` for somebody else's child. */
  async childProgress(actor: Actor, studentId: number): Promise<ChildProgress> {
    const child = await this.child(actor, studentId);
    const courses = await this.#deps.progress.progressOf(studentId);
    const units = courses.flatMap((course) => course.units);
    return {
      child,
      week: await this.#week(studentId),
      courses,
      strong: units.filter((unit) => unitWord(unit) === 'strong'),
      weak: units.filter((unit) => unitWord(unit) === 'weak').sort((a, b) => a.mastery - b.mastery),
      tests: await this.#deps.tests.testsOf(studentId),
    };
  }

  /** A child's sessions, the newest first, with their evaluations. Throws `not-found` for somebody else's child. */
  async childSessions(actor: Actor, studentId: number, page: PageRequest): Promise<HistoryPage> {
    await this.#deps.access.requirePupil(actor, 'view child progress', studentId);
    return this.#deps.history.historyOf(studentId, page);
  }

  /**
   * What the policy of the child's school lets the parents read of a session; every reading is noted in the audit log. Throws
   * `not-found` for somebody else's child and for a session that is not the child's.
   */
  async transcript(actor: Actor, studentId: number, sessionId: number): Promise<Transcript> {
    const { access, users, audit, clock } = this.#deps;
    await access.requirePupil(actor, 'view child progress', studentId);
    await access.requirePupil(actor, 'read a transcript', studentId);
    const session = await this.#deps.sessions.find(sessionId);
    const pupil = await users.findPupil(studentId);
    if (!session || !pupil || session.studentId !== studentId) throw new SessionNotFoundError();
    const { transcriptPolicy: policy } = await users.getSchool(pupil.schoolId);
    if (policy === 'off') return { policy };
    await audit.add({
      actorId: actor.userId,
      action: 'read a transcript',
      studentId,
      schoolId: pupil.schoolId,
      details: { sessionId, policy },
      now: clock.now(),
    });
    return policy === 'summary' ? this.#summary(session) : this.#full(session);
  }

  async #summary(session: HomeSession): Promise<Transcript> {
    const attempts = await this.#deps.attempts.listOfSession(session.id);
    const items = await this.#items(
      session,
      attempts.map((attempt) => attempt.revisionId),
    );
    return { policy: 'summary', questions: summaryOf(attempts, items) };
  }

  async #full(session: HomeSession): Promise<Transcript> {
    const messages = await this.#deps.messages.list(session.id);
    const items = await this.#items(
      session,
      messages.flatMap((message) => message.posedRevisionId ?? []),
    );
    return { policy: 'full', messages: readableMessages(messages, items) };
  }

  async #items(session: HomeSession, revisionIds: readonly number[]) {
    return this.#deps.banks.itemsOf(await this.#deps.banks.bankOf(session.courseId), [...new Set(revisionIds)]);
  }

  async #week(studentId: number): Promise<StudyWeek> {
    const { sessions, clock, timeZone } = this.#deps;
    const now = clock.now();
    const begun = await sessions.listBegunSince(studentId, startOfDaysUpTo(now, WEEK_DAYS, timeZone));
    const ids = begun.map((session) => session.id);
    return weekOf(begun, await sessions.pausesOf(ids), await sessions.unitsOf(ids), { now, timeZone });
  }
}

function toChild(pupil: PupilRecord, schools: ReadonlyMap<number, string>): Child {
  const { id, firstName, lastName, gradeLevel, className, schoolId } = pupil;
  return {
    id,
    firstName,
    name: `${firstName} ${lastName}`,
    gradeLevel,
    className,
    school: schools.get(schoolId) ?? '',
  };
}
