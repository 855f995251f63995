import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { EvaluationRepo, StoredEvaluation } from '../../data/evaluations/evaluation.repo.ts';
import type { GivenScoreRepo } from '../../data/evaluations/given-score.repo.ts';
import type { SchoolEvaluationRepo } from '../../data/evaluations/school-evaluation.repo.ts';
import type { ContestedScore, ScoreReviewRepo, WaitingScore } from '../../data/evaluations/score-review.repo.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { HomeSessionRepo } from '../../data/study-session/home-session.repo.ts';
import type { SchoolSessionRepo } from '../../data/study-session/school-session.repo.ts';
import type { Action, Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { EvaluationKind } from '../../domain/evaluation/evaluation.ts';
import {
  checkAnswer,
  checkWords,
  NoScoreError,
  NothingToAnswerError,
  type ReviewAnswer,
  type ScoreReview,
  standingOf,
} from '../../domain/evaluation/score-review.ts';
import type { SessionKind } from '../../domain/study-session/study-session.ts';
import { type Clock, DAY, type Instant } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import type { MasteryService } from '../mastery/mastery.service.ts';
import type { CrisisWatchService } from '../safety/crisis-watch.service.ts';
import { ownScore } from './own-score.ts';

export type { ContestedScore, WaitingScore };

export interface ScoreReviewsDeps {
  access: AccessService;
  sessions: HomeSessionRepo;
  schoolSessions: SchoolSessionRepo;
  evaluations: EvaluationRepo;
  schoolEvaluations: SchoolEvaluationRepo;
  reviews: ScoreReviewRepo;
  givenScores: GivenScoreRepo;
  mastery: MasteryService;
  crisisWatch: CrisisWatchService;
  audit: AuditRepo;
  db: DatabaseManager;
  clock: Clock;
}

/** One score: of this session, of this kind. */
export interface ScoreName {
  /** A session at home where nothing is said. */
  hours?: SessionKind;
  sessionId: number;
  kind: EvaluationKind;
  /** Where an address names the pupil too: then the session must be theirs. Of a lesson it is the actor where nobody is named. */
  studentId?: number;
}

/** One pupil's part in a session that was scored. */
interface Scored {
  hours: SessionKind;
  id: number;
  studentId: number;
}

type Given = Pick<StoredEvaluation, 'kind' | 'source' | 'score' | 'flagged'>;

export interface GivenAnswer {
  action: ReviewAnswer;
  /** The class manager's own, whole, 1 … 10; null unless the action is `scored`. */
  score: number | null;
  words: string;
}

/** What waits for a class manager. */
export interface ScoreQueue {
  /** The longest waiting first. */
  contested: ContestedScore[];
  /** How many are contested in all. */
  total: number;
  /** Where the model and the evidence lay far apart lately, and nobody has looked; the newest first. */
  flagged: WaitingScore[];
}

const SHOWN = 50;
const FLAGGED_DAYS = 30;
const CONTEST: Action = 'contest a score';
const ANSWER: Action = 'provide investment evaluation';

/**
 * Contested scores, and what class managers answer. Everything stays on record; a score of the evaluator is never written over,
 * and no score decides anything by itself.
 */
export class ScoreReviewsService {
  readonly #deps: ScoreReviewsDeps;

  constructor(deps: ScoreReviewsDeps) {
    this.#deps = deps;
  }

  /**
   * The score that somebody wants to contest. Throws `not-found` for a session out of reach, and of another pupil than the one
   * that is named; `no-score` where the evaluator gave none.
   */
  async contestable(actor: Actor, name: ScoreName): Promise<number> {
    const session = await this.#sessionFor(actor, CONTEST, name);
    const score = evaluatorsOf(await this.#given(session), name.kind)?.score ?? null;
    if (score === null) throw new NoScoreError();
    return score;
  }

  /**
   * A pupil or a parent says that a score is not right. Saying it again while the first word is not answered adds nothing. A
   * pupil's words are screened for need like all others. Throws `not-found` for a session out of reach, `no-score`
   * where none was given, `invalid-input` without words.
   */
  async contest(actor: Actor, name: ScoreName, words: string): Promise<void> {
    const { db, reviews, clock } = this.#deps;
    const session = await this.#sessionFor(actor, CONTEST, name);
    const { kind } = name;
    await this.#hear(actor, session, words);
    checkWords(words);
    await db.tx(async () => {
      const standing = await this.#hold(session, kind);
      if (standing.score === null) throw new NoScoreError();
      if (standing.contest !== null) return;
      const said = { ...reviewOf(session), kind, score: null, words: words.trim() };
      await reviews.add({ ...said, action: 'contested', byId: actor.userId, now: clock.now() });
    });
  }

  /** Words of a pupil that cannot be taken are heard all the same. */
  async #hear(actor: Actor, { hours: kind, id }: Scored, words: string): Promise<void> {
    if (actor.role === 'student') await this.#deps.crisisWatch.hear(actor.userId, words, { kind, id });
  }

  /**
   * The class manager's answer to a score of a pupil of their classes. `stands` answers who contests it, or the evaluator that wants a person to look, or takes a dispute back;
   * `disputed` marks a proficiency score as doubtful; `scored` puts an own investment score beside the evaluator's, in the place
   * of an earlier own one, which stays on record. Throws `not-found` for a session out of reach, `invalid-input` for
   * an answer that cannot be taken, `no-score` and `nothing-to-answer`.
   */
  async answer(actor: Actor, name: ScoreName, given: GivenAnswer): Promise<void> {
    const { db, reviews, audit, clock } = this.#deps;
    const session = await this.#sessionFor(actor, ANSWER, name);
    const { kind } = name;
    checkAnswer(kind, given);
    const words = given.words.trim();
    const now = clock.now();
    const { hours, id: sessionId, studentId } = session;
    await db.tx(async () => {
      const { contest, dispute, score, flagged } = await this.#hold(session, kind);
      // Where the evaluator saw too little of the effort, a class manager who was there may have seen enough.
      if (score === null && given.action !== 'scored') throw new NoScoreError();
      const asked = contest !== null || dispute !== null || flagged;
      if (given.action === 'stands' && !asked) throw new NothingToAnswerError();
      if (given.score !== null) await this.#keepOwn(session, kind);
      await reviews.add({ ...reviewOf(session), kind, ...given, words, byId: actor.userId, now });
      if (flagged) await this.#evaluationsOf(session).clearFlag({ kind, sessionId, studentId });
      if (given.score !== null) await this.#giveOwn(actor, session, { score: given.score, words, at: now });
      const details = { hours, sessionId, kind, answer: given.action, score: given.score };
      await audit.add({
        actorId: actor.userId,
        action: 'answer a score',
        studentId,
        schoolId: actor.schoolId,
        details,
        now,
      });
    });
  }

  /** Scores of the actor's classes that wait for them. Four queries, however many. */
  async queue(actor: Actor): Promise<ScoreQueue> {
    const { access, reviews, clock } = this.#deps;
    access.requireRole(actor, ANSWER);
    return {
      contested: await reviews.contestedOf(actor.userId, SHOWN),
      total: await reviews.countContested(actor.userId),
      flagged: await reviews.flaggedOf(actor.userId, clock.now() - FLAGGED_DAYS * DAY, SHOWN),
    };
  }

  /** Holds the pupil, and says how the score stands now. */
  async #hold(session: Scored, kind: EvaluationKind) {
    const { mastery } = this.#deps;
    await mastery.hold(session.studentId);
    const given = evaluatorsOf(await this.#given(session), kind);
    if (given === undefined) throw new NoScoreError();
    return { ...standingOf(await this.#said(session), kind), score: given.score, flagged: given.flagged };
  }

  async #said({ hours, id, studentId }: Scored): Promise<ScoreReview[]> {
    const { reviews } = this.#deps;
    const said = hours === 'home' ? await reviews.ofSessions([id]) : await reviews.ofLessons(studentId, [id]);
    return said.get(id) ?? [];
  }

  async #given({ hours, id, studentId }: Scored): Promise<Given[]> {
    if (hours === 'home') return (await this.#deps.evaluations.ofSessions([id])).get(id) ?? [];
    const given = (await this.#deps.schoolEvaluations.ofSessions(studentId, [id])).get(id) ?? [];
    return given.flatMap(({ kind, source, score, flagged }) =>
      kind === 'social' ? [] : [{ kind, source, score, flagged }],
    );
  }

  #evaluationsOf({ hours }: Scored) {
    return hours === 'home' ? this.#deps.evaluations : this.#deps.schoolEvaluations;
  }

  /** An own score of investment takes the place of an earlier one; of a lesson each of them is written down. */
  async #giveOwn(actor: Actor, session: Scored, given: { score: number; words: string; at: Instant }): Promise<void> {
    const { hours, id: sessionId, studentId } = session;
    const place = { sessionId, studentId };
    await this.#evaluationsOf(session).setOwn(ownScore('investment', place, given));
    if (hours === 'home') return;
    await this.#deps.givenScores.add([{ ...place, kind: 'investment', ...given, byId: actor.userId }]);
  }

  /** What a class manager gave in the lesson itself joins the record before another score takes its place. */
  async #keepOwn(session: Scored, kind: EvaluationKind): Promise<void> {
    const { schoolEvaluations, reviews } = this.#deps;
    if (session.hours === 'home') return;
    const said = await this.#said(session);
    if (said.some((review) => review.kind === kind && review.action === 'scored')) return;
    const given = (await schoolEvaluations.ofSessions(session.studentId, [session.id])).get(session.id) ?? [];
    const own = given.find((one) => one.kind === kind && one.source === 'class manager');
    if (!own || own.score === null) return;
    const { score, description: words, at: now } = own;
    await reviews.add({ ...reviewOf(session), kind, action: 'scored', score, words, byId: null, now });
  }

  async #sessionFor(
    actor: Actor,
    action: Action,
    { hours = 'home', sessionId, studentId }: ScoreName,
  ): Promise<Scored> {
    const { access, sessions, schoolSessions } = this.#deps;
    access.requireRole(actor, action);
    const session =
      hours === 'home'
        ? await sessions.find(sessionId)
        : await schoolSessions.find(sessionId, studentId ?? actor.userId);
    if (!session || (studentId ?? session.studentId) !== session.studentId) throw notFound('study session');
    await access.requirePupil(actor, action, session.studentId, 'study session');
    return { hours, id: session.id, studentId: session.studentId };
  }
}

const reviewOf = ({ hours, id, studentId }: Scored) => ({ hours, sessionId: id, studentId });

function evaluatorsOf(given: readonly Given[], kind: EvaluationKind): Given | undefined {
  return given.find((one) => one.kind === kind && one.source === 'evaluator');
}
