import type { SchoolEvaluation, SchoolEvaluationRepo } from '../../data/evaluations/school-evaluation.repo.ts';
import type { ScoreReviewRepo } from '../../data/evaluations/score-review.repo.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { AttemptRepo } from '../../data/study-session/attempt.repo.ts';
import type { SchoolSession, SchoolSessionRepo } from '../../data/study-session/school-session.repo.ts';
import type { Action, Actor, Role } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { ScoreReview } from '../../domain/evaluation/score-review.ts';
import { SessionNotFoundError } from '../../domain/study-session/study-session.errors.ts';
import { timeStudied } from '../../domain/study-session/study-session.ts';
import type { Clock } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import type { CourseBankService } from '../curriculum/course-bank.service.ts';
import { type QuestionSummary, summaryOf } from '../family/family.service.ts';
import type { PupilQuartersService, QuarterLine } from '../quarters/pupil-quarters.service.ts';
import { type SchoolWords, transcriptOf } from './school-transcript.ts';

export interface SchoolHoursDeps {
  access: AccessService;
  users: UserRepo;
  schoolSessions: SchoolSessionRepo;
  schoolEvaluations: SchoolEvaluationRepo;
  scoreReviewRows: ScoreReviewRepo;
  attempts: AttemptRepo;
  audit: AuditRepo;
  banks: CourseBankService;
  pupilQuarters: PupilQuartersService;
  clock: Clock;
}

/** A session in school hours in one line. */
export interface SchoolSessionLine extends SchoolSession {
  units: string[];
  evaluations: SchoolEvaluation[];
  /** What people said of its scores, the oldest first. */
  reviews: ScoreReview[];
}

/** What a pupil did in school hours. */
export interface SchoolHoursView {
  sessions: SchoolSessionLine[];
  /** The id to ask with for older ones; null when there are none. */
  before: number | null;
  /** Older ones than the newest are shown. */
  paged: boolean;
  /** Those that the reader may see. */
  quarters: QuarterLine[];
}

export interface SchoolSessionView extends SchoolSessionLine {
  pupil: { id: number; firstName: string };
  /** Time together less pauses, in ms; 0 where the pupil was not there. */
  activeMs: number;
  /** First names of the others who took part. Staff and the pupil know them; parents are told of their own child only. */
  others: string[];
  questions: QuestionSummary[];
  words: SchoolWords;
}

const SESSIONS_A_PAGE = 5;

/** By which right somebody looks at a pupil's school hours. */
const RIGHT: Partial<Record<Role, Action>> = { student: 'view own progress', parent: 'view child progress' };

/** What pupils did in school hours, for themselves, their parents and staff. Never a home session, whatever its id. */
export class SchoolHoursService {
  readonly #deps: SchoolHoursDeps;

  constructor(deps: SchoolHoursDeps) {
    this.#deps = deps;
  }

  /** Sessions that are over, a page of them, and what the quarters came to. Throws `not-found` for a pupil outside the actor's scope. */
  async overview(actor: Actor, studentId: number, before?: number, limit = SESSIONS_A_PAGE): Promise<SchoolHoursView> {
    await this.#require(actor, studentId);
    const { schoolSessions, pupilQuarters } = this.#deps;
    const found = await schoolSessions.listOver(studentId, limit + 1, before);
    const page = found.slice(0, limit);
    return {
      sessions: await this.#lines(studentId, page),
      before: found.length > limit ? (page.at(-1)?.id ?? null) : null,
      paged: before !== undefined,
      quarters: await pupilQuarters.ofPupil(actor, studentId),
    };
  }

  /**
   * One session of a pupil and what of it the actor may read, which is noted in the audit log. Throws `not-found` for a pupil
   * outside the actor's scope and for a session that is not over or not the pupil's.
   */
  async session(actor: Actor, studentId: number, sessionId: number): Promise<SchoolSessionView> {
    await this.#require(actor, studentId);
    const { schoolSessions, users, clock } = this.#deps;
    const session = await schoolSessions.find(sessionId, studentId);
    if (!session || (session.status !== 'completed' && session.status !== 'cancelled'))
      throw new SessionNotFoundError();
    const pupil = await users.findPupil(studentId);
    const [line] = await this.#lines(studentId, [session]);
    if (!pupil || !line) throw notFound('pupil');
    const participants = await schoolSessions.participantsOf(sessionId);
    const pauses = await schoolSessions.pausesOf(sessionId);
    const { start, end } = session;
    return {
      ...line,
      // What a pupil wrote about a lesson is for those who may read what was said in it, and not for parents.
      feedback: actor.role === 'student' || actor.role === 'class manager' ? line.feedback : null,
      pupil: { id: pupil.id, firstName: pupil.firstName },
      activeMs: session.attended ? timeStudied({ start, end, pauses }, clock.now()) : 0,
      others:
        actor.role === 'parent'
          ? []
          : participants.flatMap(({ id, firstName }) => (id === studentId ? [] : [firstName])),
      questions: await this.#questions(session),
      words: await transcriptOf(this.#deps, actor, { session, pupil, participants }),
    };
  }

  async #lines(studentId: number, sessions: readonly SchoolSession[]): Promise<SchoolSessionLine[]> {
    const ids = sessions.map(({ id }) => id);
    const units = await this.#deps.schoolSessions.unitsOf(ids);
    const evaluations = await this.#deps.schoolEvaluations.ofSessions(studentId, ids);
    const reviews = await this.#deps.scoreReviewRows.ofLessons(studentId, ids);
    return sessions.map((session) => ({
      ...session,
      units: units.get(session.id) ?? [],
      evaluations: evaluations.get(session.id) ?? [],
      reviews: reviews.get(session.id) ?? [],
    }));
  }

  /** The pupil's own answers, question by question. */
  async #questions({ id, studentId, course }: SchoolSession): Promise<QuestionSummary[]> {
    const attempts = await this.#deps.attempts.listOfSchoolSession(id, studentId);
    if (course === null || attempts.length === 0) return [];
    const { banks } = this.#deps;
    const revisions = [...new Set(attempts.map(({ revisionId }) => revisionId))];
    return summaryOf(attempts, await banks.itemsOf(await banks.bankOf(course.id), revisions));
  }

  async #require(actor: Actor, studentId: number): Promise<void> {
    await this.#deps.access.requirePupil(actor, RIGHT[actor.role] ?? 'view a pupil', studentId);
  }
}
