import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { PupilRecord, UserRepo } from '../../data/people/user.repo.ts';
import type { DialogueFlag, PupilStandingRepo } from '../../data/reports/pupil-standing.repo.ts';
import type { StudyTimeRepo } from '../../data/reports/study-time.repo.ts';
import type { AlertRepo, SafetyAlert } from '../../data/safety/alert.repo.ts';
import type { HomeSession, HomeSessionRepo } from '../../data/study-session/home-session.repo.ts';
import type { Message, MessageRepo } from '../../data/study-session/message.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { invalidInput, notFound } from '../../domain/errors/app-error.ts';
import { type StudyDays, studyDays, WEEK_DAYS } from '../../domain/study-session/study-days.ts';
import { SessionNotFoundError } from '../../domain/study-session/study-session.errors.ts';
import { type QuestionView, questionView } from '../../domain/tutoring/question-view.ts';
import { startOfDaysUpTo } from '../../shared/calendar.ts';
import type { Clock, Instant } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import type { CourseBankService } from '../curriculum/course-bank.service.ts';
import type { HistoryPage, HistoryService, PastSession } from '../history/history.service.ts';
import type { CourseStanding, ProgressService } from '../progress/progress.service.ts';
import type { SessionSummary, SessionSummaryService } from '../study-session/session-summary.service.ts';
import type { TestsService, TestView } from '../tests/tests.service.ts';

export type { DialogueFlag };

export interface PupilPagesDeps {
  access: AccessService;
  users: UserRepo;
  sessions: HomeSessionRepo;
  messages: MessageRepo;
  alerts: AlertRepo;
  audit: AuditRepo;
  studyTime: StudyTimeRepo;
  standing: PupilStandingRepo;
  banks: CourseBankService;
  progress: ProgressService;
  history: HistoryService;
  tests: TestsService;
  summaries: SessionSummaryService;
  clock: Clock;
  timeZone: string;
}

/** A pupil, as staff of the school know them. */
export interface Pupil {
  id: number;
  name: string;
  firstName: string;
  className: string | null;
  gradeLevel: string | null;
}

export interface PupilPage {
  now: Instant;
  pupil: Pupil;
  week: StudyDays;
  lastStudied: Instant | null;
  courses: CourseStanding[];
  tests: TestView[];
  sessions: (PastSession & { flags: DialogueFlag[] })[];
  /** The id to ask with for older sessions; null when there are none. */
  before: number | null;
  /** Of the older sessions that were asked for; null on the first page. */
  pageFrom: number | null;
  /** The newest ones, open or not. */
  alerts: SafetyAlert[];
}

export interface StaffMessage {
  message: Message;
  posed: QuestionView | null;
}

/** What staff may read of what was said: all of it, or nothing and why. */
export type StaffTranscript =
  | { open: true; messages: StaffMessage[] }
  /** A school manager reads on an alert, and says why. */
  | { open: false; because: 'reason needed' | 'no alert' };

export interface PupilSessionPage {
  pupil: Pupil;
  session: HomeSession;
  summary: SessionSummary;
  flags: DialogueFlag[];
  alerts: SafetyAlert[];
  transcript: StaffTranscript;
}

const SESSIONS_A_PAGE = 15;
const ALERTS_SHOWN = 10;
export const LONGEST_REASON = 500;

/** What staff see of one pupil: class managers of their own classes, school managers of their school. */
export class PupilPagesService {
  readonly #deps: PupilPagesDeps;

  constructor(deps: PupilPagesDeps) {
    this.#deps = deps;
  }

  /** A pupil's week, standing, tests, sessions and alerts. Throws `not-found` for a pupil outside the actor's scope. */
  async pupil(actor: Actor, studentId: number, before?: number): Promise<PupilPage> {
    const { history, progress, tests, alerts, studyTime, standing, clock } = this.#deps;
    const pupil = await this.#pupil(actor, studentId);
    const page = await history.historyOf(studentId, { limit: SESSIONS_A_PAGE, before });
    const flags = await standing.flagsOfSessions(page.sessions.map(({ id }) => id));
    return {
      now: clock.now(),
      pupil: toPupil(pupil),
      week: await this.#week(studentId),
      lastStudied: (await studyTime.lastStudied([studentId])).get(studentId) ?? null,
      courses: await progress.progressOf(studentId),
      tests: await tests.testsOf(studentId),
      sessions: withFlags(page, flags),
      before: page.before,
      pageFrom: before ?? null,
      alerts: await alerts.listOfStudent(studentId, ALERTS_SHOWN),
    };
  }

  /**
   * A pupil's session: what came of it and, where the actor may read it, what was said; every reading is noted in the audit log.
   * A school manager reads only where an alert came from the session, with a `reason`. Throws `not-found` for a pupil outside the
   * actor's scope and for a session that is not the pupil's; `invalid-input` for a reason that is empty or too long.
   */
  async session(actor: Actor, studentId: number, sessionId: number, reason?: string): Promise<PupilSessionPage> {
    const { sessions, summaries, standing, alerts } = this.#deps;
    const pupil = await this.#pupil(actor, studentId);
    const session = await sessions.find(sessionId);
    if (!session || session.studentId !== studentId) throw new SessionNotFoundError();
    const raised = await alerts.listOfSession(session);
    return {
      pupil: toPupil(pupil),
      session,
      summary: await summaries.summarize(session),
      flags: (await standing.flagsOfSessions([session.id])).get(session.id) ?? [],
      alerts: raised,
      transcript: await this.#transcript(actor, { pupil, session, raised: raised.length > 0 }, reason),
    };
  }

  async #transcript(
    actor: Actor,
    { pupil, session, raised }: { pupil: PupilRecord; session: HomeSession; raised: boolean },
    reason: string | undefined,
  ): Promise<StaffTranscript> {
    const { access, audit, clock } = this.#deps;
    await access.requirePupil(actor, 'read a transcript', pupil.id);
    const given = reason?.trim();
    if (actor.role !== 'class manager') {
      if (!raised) return { open: false, because: 'no alert' };
      if (given === undefined) return { open: false, because: 'reason needed' };
      if (given === '' || given.length > LONGEST_REASON) {
        throw invalidInput('Reading a conversation needs a reason.', { reason: `1 to ${LONGEST_REASON} characters` });
      }
    }
    await audit.add({
      actorId: actor.userId,
      action: 'read a transcript',
      studentId: pupil.id,
      schoolId: pupil.schoolId,
      details: { sessionId: session.id, ...(given ? { reason: given } : {}) },
      now: clock.now(),
    });
    return { open: true, messages: await this.#messages(session) };
  }

  async #messages(session: HomeSession): Promise<StaffMessage[]> {
    const { messages, banks } = this.#deps;
    const said = await messages.list(session.id);
    const revisions = said.flatMap(({ posedRevisionId }) => posedRevisionId ?? []);
    const items = await banks.itemsOf(await banks.bankOf(session.courseId), [...new Set(revisions)]);
    return said.map((message) => {
      const item = message.posedRevisionId === null ? undefined : items.get(message.posedRevisionId);
      return { message, posed: item ? questionView(item) : null };
    });
  }

  async #pupil(actor: Actor, studentId: number): Promise<PupilRecord> {
    await this.#deps.access.requirePupil(actor, 'view a pupil', studentId);
    const pupil = await this.#deps.users.findPupil(studentId);
    if (!pupil) throw notFound('pupil');
    return pupil;
  }

  async #week(studentId: number): Promise<StudyDays> {
    const { sessions, clock, timeZone } = this.#deps;
    const now = clock.now();
    const begun = await sessions.listBegunSince(studentId, startOfDaysUpTo(now, WEEK_DAYS, timeZone));
    return studyDays(begun, await sessions.pausesOf(begun.map(({ id }) => id)), { now, timeZone });
  }
}

function toPupil({ id, firstName, lastName, className, gradeLevel }: PupilRecord): Pupil {
  return { id, firstName, name: `${firstName} ${lastName}`, className, gradeLevel };
}

function withFlags({ sessions }: HistoryPage, flags: ReadonlyMap<number, DialogueFlag[]>): PupilPage['sessions'] {
  return sessions.map((session) => ({ ...session, flags: flags.get(session.id) ?? [] }));
}
