import type { UserRepo } from '../../data/people/user.repo.ts';
import type { PupilStandingRepo } from '../../data/reports/pupil-standing.repo.ts';
import type { StudyTimeRepo } from '../../data/reports/study-time.repo.ts';
import type { AttemptRepo } from '../../data/study-session/attempt.repo.ts';
import type { HomeSessionRepo } from '../../data/study-session/home-session.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { WEEK_DAYS } from '../../domain/study-session/study-days.ts';
import { SessionNotFoundError } from '../../domain/study-session/study-session.errors.ts';
import type { WeekFacts } from '../../domain/week-in-words/week-facts.ts';
import { civilDay, daysBetween, startOfDaysUpTo } from '../../shared/calendar.ts';
import type { Clock, Instant } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import type { HistoryPage } from '../history/history.service.ts';
import type { AlertsService, ReleasedAlert } from '../safety/alerts.service.ts';
import type { SessionSummary, SessionSummaryService } from '../study-session/session-summary.service.ts';
import type { Child, ChildProgress, FamilyService } from './family.service.ts';
import type { PupilWeekService } from './pupil-week.service.ts';
import { type StudiedUnit, studiedUnits } from './studied-units.ts';
import type { Transcript } from './transcript.ts';

export interface ChildPagesDeps {
  access: AccessService;
  family: FamilyService;
  alerts: AlertsService;
  summaries: SessionSummaryService;
  users: UserRepo;
  sessions: HomeSessionRepo;
  attempts: AttemptRepo;
  studyTime: StudyTimeRepo;
  standing: PupilStandingRepo;
  pupilWeek: PupilWeekService;
  clock: Clock;
  timeZone: string;
}

export type TranscriptPolicy = Transcript['policy'];

/** A child in one card. */
export interface ChildCard {
  child: Child;
  week: { sessions: number; activeMs: number };
  /** Null: has not studied here yet. */
  lastStudied: Instant | null;
  /** `days` of the school's calendar. */
  nextTest: { name: string; courseName: string; date: Instant; days: number } | null;
  /** What the school has let the parent know and the parent has not confirmed yet. */
  unread: number;
}

export interface ChildrenPage {
  now: Instant;
  children: ChildCard[];
}

export interface ChildPage extends ChildProgress {
  now: Instant;
  /** The seven days up to today, of which sentences are made. */
  inWords: WeekFacts;
  /** The units that were worked on at home in the week, most questions first. */
  studied: StudiedUnit[];
  sessions: HistoryPage;
  /** Of the older sessions that were asked for; null on the first page. */
  pageFrom: number | null;
  alerts: ReleasedAlert[];
  policy: TranscriptPolicy;
}

export interface ChildSessionPage {
  child: Child;
  summary: SessionSummary;
  transcript: Transcript;
}

const SESSIONS_A_PAGE = 5;

/** What the parents' pages show: of verified children only. */
export class ChildPagesService {
  readonly #deps: ChildPagesDeps;

  constructor(deps: ChildPagesDeps) {
    this.#deps = deps;
  }

  /** The actor's children with their last seven days. Nine queries, however many children and sessions. */
  async children(actor: Actor): Promise<ChildrenPage> {
    const { family, alerts, studyTime, standing, clock, timeZone } = this.#deps;
    const now = clock.now();
    const children = await family.children(actor);
    const ids = children.map((child) => child.id);
    const week = await studyTime.byStudent(ids, { from: startOfDaysUpTo(now, WEEK_DAYS, timeZone), to: now + 1 }, now);
    const last = await studyTime.lastStudied(ids);
    const tests = await standing.nextTests(ids, now);
    const released = await alerts.releasedTo(actor);
    return {
      now,
      children: children.map((child) => {
        const { sessions, activeMs } = week.get(child.id) ?? { sessions: 0, activeMs: 0 };
        const test = tests.get(child.id);
        return {
          child,
          week: { sessions, activeMs },
          lastStudied: last.get(child.id) ?? null,
          nextTest: test
            ? { ...test, days: daysBetween(civilDay(now, timeZone), civilDay(test.date, timeZone)) }
            : null,
          unread: released.filter((alert) => alert.child.id === child.id && !alert.seen).length,
        };
      }),
    };
  }

  /** A child's week, standing, tests and sessions. Throws `not-found` for somebody else's child. */
  async child(actor: Actor, studentId: number, before?: number): Promise<ChildPage> {
    const { family, alerts, attempts, pupilWeek, clock, timeZone } = this.#deps;
    const progress = await family.childProgress(actor, studentId);
    const now = clock.now();
    const since = startOfDaysUpTo(now, WEEK_DAYS, timeZone);
    const released = await alerts.releasedTo(actor);
    return {
      ...progress,
      now,
      inWords: await pupilWeek.factsOf(
        { ...progress, id: studentId, name: progress.child.firstName },
        civilDay(now, timeZone),
      ),
      studied: studiedUnits(await attempts.listAtHome(studentId, since, now + 1), progress.courses),
      sessions: await family.childSessions(actor, studentId, { limit: SESSIONS_A_PAGE, before }),
      pageFrom: before ?? null,
      alerts: released.filter((alert) => alert.child.id === studentId),
      policy: await this.#policyOf(studentId),
    };
  }

  /**
   * A child's session: what came of it, and what the school's policy lets parents read (which is noted in the audit log). Throws
   * `not-found` for somebody else's child and for a session that is not the child's or never began.
   */
  async session(actor: Actor, studentId: number, sessionId: number): Promise<ChildSessionPage> {
    const { access, family, sessions, summaries } = this.#deps;
    await access.requirePupil(actor, 'view child progress', studentId);
    const session = await sessions.find(sessionId);
    if (!session || session.studentId !== studentId || session.start === null) throw new SessionNotFoundError();
    const child = (await family.children(actor)).find(({ id }) => id === studentId);
    if (!child) throw notFound('pupil');
    const summary = await summaries.summarize(session);
    return { child, summary, transcript: await family.transcript(actor, studentId, sessionId) };
  }

  async #policyOf(studentId: number): Promise<TranscriptPolicy> {
    const pupil = await this.#deps.users.findPupil(studentId);
    if (!pupil) throw notFound('pupil');
    return (await this.#deps.users.getSchool(pupil.schoolId)).transcriptPolicy;
  }
}
