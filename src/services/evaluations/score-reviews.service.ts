import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { EvaluationRepo, StoredEvaluation } from '../../data/evaluations/evaluation.repo.ts';
import type { ContestedScore, ScoreReviewRepo, WaitingScore } from '../../data/evaluations/score-review.repo.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { HomeSession, HomeSessionRepo } from '../../data/study-session/home-session.repo.ts';
import type { Action, Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { type EvaluationKind, RUBRIC_VERSION } from '../../domain/evaluation/evaluation.ts';
import {
  checkAnswer,
  checkWords,
  NoScoreError,
  NothingToAnswerError,
  type ReviewAnswer,
  standingOf,
} from '../../domain/evaluation/score-review.ts';
import { type Clock, DAY } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import type { MasteryService } from '../mastery/mastery.service.ts';
import type { CrisisWatchService } from '../safety/crisis-watch.service.ts';

export type { ContestedScore, WaitingScore };

export interface ScoreReviewsDeps {
  access: AccessService;
  sessions: HomeSessionRepo;
  evaluations: EvaluationRepo;
  reviews: ScoreReviewRepo;
  mastery: MasteryService;
  crisisWatch: CrisisWatchService;
  audit: AuditRepo;
  db: DatabaseManager;
  clock: Clock;
}

/** One score: of this session, of this kind. */
export interface ScoreName {
  sessionId: number;
  kind: EvaluationKind;
  /** Where an address names the pupil too: then the session must be theirs. */
  studentId?: number;
}

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
  async contestable(actor: Actor, { sessionId, kind, studentId }: ScoreName): Promise<number> {
    const session = await this.#sessionFor(actor, CONTEST, sessionId, studentId);
    const score = evaluatorsOf(await this.#given(session), kind)?.score ?? null;
    if (score === null) throw new NoScoreError();
    return score;
  }

  /**
   * A pupil or a parent says that a score is not right. Saying it again while the first word is not answered adds nothing. A
   * pupil's words are screened for need like all others. Throws `not-found` for a session out of reach, `no-score`
   * where none was given, `invalid-input` without words.
   */
  async contest(actor: Actor, { sessionId, kind, studentId }: ScoreName, words: string): Promise<void> {
    const { db, reviews, clock } = this.#deps;
    const session = await this.#sessionFor(actor, CONTEST, sessionId, studentId);
    await this.#hear(actor, sessionId, words);
    checkWords(words);
    await db.tx(async () => {
      const standing = await this.#hold(session, kind);
      if (standing.score === null) throw new NoScoreError();
      if (standing.contest !== null) return;
      const said = { sessionId, studentId: session.studentId, kind, score: null, words: words.trim() };
      await reviews.add({ ...said, action: 'contested', byId: actor.userId, now: clock.now() });
    });
  }

  /** Words of a pupil that cannot be taken are heard all the same. */
  async #hear(actor: Actor, sessionId: number, words: string): Promise<void> {
    if (actor.role === 'student') await this.#deps.crisisWatch.hear(actor.userId, words, sessionId);
  }

  /**
   * The class manager's answer to a score of a pupil of their classes. `stands` answers who contests it, or the evaluator that wants a person to look, or takes a dispute back;
   * `disputed` marks a proficiency score as doubtful; `scored` puts an own investment score beside the evaluator's, in the place
   * of an earlier own one, which stays on record. Throws `not-found` for a session out of reach, `invalid-input` for
   * an answer that cannot be taken, `no-score` and `nothing-to-answer`.
   */
  async answer(actor: Actor, { sessionId, kind, studentId: named }: ScoreName, given: GivenAnswer): Promise<void> {
    const { db, reviews, evaluations, audit, clock } = this.#deps;
    const session = await this.#sessionFor(actor, ANSWER, sessionId, named);
    checkAnswer(kind, given);
    const words = given.words.trim();
    const now = clock.now();
    const { studentId } = session;
    await db.tx(async () => {
      const { contest, dispute, score, flagged } = await this.#hold(session, kind);
      // Where the evaluator saw too little of the effort, a class manager who was there may have seen enough.
      if (score === null && given.action !== 'scored') throw new NoScoreError();
      const asked = contest !== null || dispute !== null || flagged;
      if (given.action === 'stands' && !asked) throw new NothingToAnswerError();
      await reviews.add({ sessionId, studentId, kind, ...given, words, byId: actor.userId, now });
      if (flagged) await evaluations.clearFlag({ kind, sessionId, studentId });
      if (given.score !== null) await evaluations.setOwn({ ...ownScore(session, given.score, words), at: now });
      const details = { sessionId, kind, answer: given.action, score: given.score };
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
  async #hold(session: HomeSession, kind: EvaluationKind) {
    const { mastery, reviews } = this.#deps;
    await mastery.hold(session.studentId);
    const given = evaluatorsOf(await this.#given(session), kind);
    if (given === undefined) throw new NoScoreError();
    const said = (await reviews.ofSessions([session.id])).get(session.id) ?? [];
    return { ...standingOf(said, kind), score: given.score, flagged: given.flagged };
  }

  async #given({ id }: HomeSession): Promise<StoredEvaluation[]> {
    return (await this.#deps.evaluations.ofSessions([id])).get(id) ?? [];
  }

  async #sessionFor(actor: Actor, action: Action, sessionId: number, studentId?: number): Promise<HomeSession> {
    const { access, sessions } = this.#deps;
    access.requireRole(actor, action);
    const session = await sessions.find(sessionId);
    if (!session || (studentId ?? session.studentId) !== session.studentId) throw notFound('study session');
    await access.requirePupil(actor, action, session.studentId, 'study session');
    return session;
  }
}

function evaluatorsOf(given: readonly StoredEvaluation[], kind: EvaluationKind): StoredEvaluation | undefined {
  return given.find((one) => one.kind === kind && one.source === 'evaluator');
}

function ownScore(session: Pick<HomeSession, 'id' | 'studentId'>, score: number, words: string) {
  return {
    kind: 'investment' as const,
    studentId: session.studentId,
    sessionId: session.id,
    score,
    reason: null,
    description: words,
    evidence: { messageIds: [], attemptIds: [] },
    source: 'class manager' as const,
    rubricVersion: RUBRIC_VERSION,
    confidence: 1,
    modelScore: null,
    flagged: false,
    provider: 'class manager',
  };
}
