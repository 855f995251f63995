import { isDeepStrictEqual } from 'node:util';
import {
  type EvaluatorModel,
  evaluateFromEvidence,
  evaluateSession,
  type SessionEvaluations,
} from '../../agents/evaluator/evaluator.agent.ts';
import type { ModelUse } from '../../agents/model/ask-for-json.ts';
import type { PatientModel } from '../../agents/model/patient-model.ts';
import { costInMicros } from '../../agents/model/pricing.ts';
import type { AgentRepo } from '../../data/agents/agent.repo.ts';
import type { CurriculumRepo } from '../../data/curriculum/curriculum.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { EvaluationRepo, EvaluationSource, StoredEvaluation } from '../../data/evaluations/evaluation.repo.ts';
import type { SchoolEvaluationRepo } from '../../data/evaluations/school-evaluation.repo.ts';
import type { ScoreReviewRepo } from '../../data/evaluations/score-review.repo.ts';
import type { Job, JobRepo } from '../../data/jobs/job.repo.ts';
import { EVALUATE_SESSION } from '../../data/jobs/job-kinds.ts';
import { profileOf } from '../../data/people/pupil-profile.ts';
import type { PupilRecord, UserRepo } from '../../data/people/user.repo.ts';
import type { AttemptRepo } from '../../data/study-session/attempt.repo.ts';
import type { HomeSession, HomeSessionRepo } from '../../data/study-session/home-session.repo.ts';
import type { MessageRepo } from '../../data/study-session/message.repo.ts';
import type { SchoolSessionRepo } from '../../data/study-session/school-session.repo.ts';
import { chooseModel } from '../../domain/agents/choose-model.ts';
import type { ScoreReview } from '../../domain/evaluation/score-review.ts';
import type { SessionEvidence } from '../../domain/evaluation/session-evidence.ts';
import type { Clock } from '../../shared/instant.ts';
import type { RemoteCallsService, RemotePermit } from '../budgets/remote-calls.service.ts';
import { type JobHandler, type JobLease, RetryLater } from '../jobs/job-worker.service.ts';
import type { MasteryService } from '../mastery/mastery.service.ts';
import { evaluationRow } from './evaluation-row.ts';
import { evaluationPayload, homeSessionToEvaluate, lessonToEvaluate, type ToEvaluate } from './to-evaluate.ts';

export interface EvaluationDeps {
  db: DatabaseManager;
  sessions: HomeSessionRepo;
  messages: MessageRepo;
  attempts: AttemptRepo;
  evaluations: EvaluationRepo;
  schoolSessions: SchoolSessionRepo;
  schoolEvaluations: SchoolEvaluationRepo;
  reviews: ScoreReviewRepo;
  users: UserRepo;
  curriculum: CurriculumRepo;
  agents: AgentRepo;
  jobs: JobRepo;
  mastery: MasteryService;
  /** The connection to models that evaluate beside the evidence; null where none is configured. */
  evaluator: (() => Promise<PatientModel>) | null;
  remoteCalls: Pick<RemoteCallsService, 'permit'>;
  clock: Clock;
}

/** A sessional evaluation as pages get it. */
export type EvaluationRecord = StoredEvaluation;

export interface EvaluationStatus {
  status: 'pending' | 'done' | 'needs-review';
  evaluations: StoredEvaluation[];
  /** What people said of the scores, the oldest first. */
  reviews: ScoreReview[];
}

/** Before there is anything to say. */
export const NOT_EVALUATED: EvaluationStatus = { status: 'pending', evaluations: [], reviews: [] };

/** What came of a session: how its evaluation stands, and the evaluator's proficiency score, 1 … 10, where there is one. */
export interface SessionResult {
  status: EvaluationStatus['status'];
  proficiency: number | null;
}

/** Evaluates sessions that ended: durable, and exactly once for each kind. */
export class EvaluationService implements JobHandler {
  readonly kind = EVALUATE_SESSION;
  readonly #deps: EvaluationDeps;

  constructor(deps: EvaluationDeps) {
    this.#deps = deps;
  }

  /** Proficiency and investment of a completed session, as a job of the worker; saved with the end of the job, or not at all. */
  async run(job: Job, lease: JobLease, signal: AbortSignal): Promise<void> {
    const named = evaluationPayload.parse(job.payload);
    if ('sessionId' in named) await this.evaluateSession(named.sessionId, lease, signal);
    else await this.#evaluate(await lessonToEvaluate(this.#deps, named), lease, signal);
  }

  /** The specification's `evaluateSession`, of a session at home; does nothing to a session that was evaluated before. */
  async evaluateSession(sessionId: number, lease: JobLease, signal?: AbortSignal): Promise<void> {
    await this.#evaluate(await homeSessionToEvaluate(this.#deps, sessionId), lease, signal);
  }

  async #evaluate(session: ToEvaluate | undefined, lease: JobLease, signal?: AbortSignal): Promise<void> {
    const pupil = session && (await this.#deps.users.findPupil(session.studentId));
    if (!session || !pupil) {
      await lease.finish();
      return;
    }
    const evidence = await session.evidence();
    const subject = { evidence, ...(await this.#context(session, pupil)) };
    const by = await this.#model(session, pupil, subject.subject);
    try {
      const result = await evaluateSession(subject, by, signal);
      if (result.status === 'retry later' && !lease.lastTry) {
        throw new RetryLater(`The evaluator's model is not to be had: ${result.error}.`, result.afterMs);
      }
      const evaluations = result.status === 'retry later' ? evaluateFromEvidence(evidence) : result.evaluations;
      const review = result.status === 'needs review';
      await this.#save({ session, evidence, evaluations, by, review, used: result.used }, lease);
    } finally {
      await by?.permit.release();
    }
  }

  /** What came of each of these sessions of a pupil, in a word and a score. One query, however many they are. */
  async resultsOf(studentId: number, sessionIds: readonly number[]): Promise<Map<number, SessionResult>> {
    const results = new Map<number, SessionResult>();
    if (sessionIds.length === 0) return results;
    for (const id of sessionIds) results.set(id, { status: 'pending', proficiency: null });
    for (const { sessionId, proficiency, flags } of await this.#deps.evaluations.resultsOf(studentId, sessionIds)) {
      if (sessionId !== null) results.set(sessionId, { status: flags > 0 ? 'needs-review' : 'done', proficiency });
    }
    return results;
  }

  /** How the evaluation of these sessions stands. */
  async statusOf(sessions: readonly HomeSession[]): Promise<Map<number, EvaluationStatus>> {
    const ids = sessions.map(({ id }) => id);
    const found = await this.#deps.evaluations.ofSessions(ids);
    const reviews = await this.#deps.reviews.ofSessions(ids);
    return new Map(
      ids.map((id) => {
        const evaluations = found.get(id) ?? [];
        return [id, { status: statusOf(evaluations), evaluations, reviews: reviews.get(id) ?? [] }];
      }),
    );
  }

  /** The same of pupils' parts in lessons at school. */
  async statusOfLessons(lessons: readonly { id: number; studentId: number }[]): Promise<Map<number, EvaluationStatus>> {
    const { schoolEvaluations, reviews } = this.#deps;
    const found = new Map<number, EvaluationStatus>();
    for (const { id, studentId } of lessons) {
      const given = (await schoolEvaluations.ofSessions(studentId, [id])).get(id) ?? [];
      // How a pupil got on with others is shown with the lesson.
      const evaluations = given.flatMap(({ kind, ...one }) =>
        kind === 'social' ? [] : [{ ...one, kind, studentId, modelScore: null }],
      );
      const said = (await reviews.ofLessons(studentId, [id])).get(id) ?? [];
      found.set(id, { status: statusOf(evaluations), evaluations, reviews: said });
    }
    return found;
  }

  async #context(session: ToEvaluate, pupil: PupilRecord) {
    const course = await this.#deps.curriculum.findCourse(session.courseId);
    const transcript = (await session.messages()).filter((message) => message.move !== 'crisis');
    return {
      subject: course?.subject ?? '',
      courseName: course?.name ?? '',
      pupil: profileOf(pupil, session, course?.gradeLevel ?? ''),
      others: await session.others(),
      transcript: transcript.map((message) => ({
        messageId: message.id,
        from: message.from === 'student' ? ('pupil' as const) : ('teacher' as const),
        text: message.content,
      })),
    };
  }

  /**
   * No model without consent, also of those whose words are answered in the same talk. None where a limit is reached, and none without an
   * evaluator in use: the evidence decides alone.
   */
  async #model(session: ToEvaluate, pupil: PupilRecord, subject: string): Promise<PermittedModel | null> {
    if (this.#deps.evaluator === null) return null;
    const agent = await this.#deps.agents.findEvaluator(subject);
    if (agent === null) return null;
    const { model, setting } = await this.#deps.evaluator();
    const ofSchool = await this.#deps.agents.modelOfSchool(pupil.schoolId, subject);
    const modelName = chooseModel({ ...agent, ofSchool }, setting);
    const { temperature, maxTokens } = agent;
    if (modelName === null) return null;
    const { studentId } = session;
    const words = { of: [studentId, ...(await session.otherIds())] };
    const work = { purpose: 'remote evaluator', studentId, schoolId: pupil.schoolId, words } as const;
    const permit = await this.#deps.remoteCalls.permit(work);
    return permit && { model, modelName, temperature, maxTokens, permit };
  }

  async #save(result: Outcome, lease: JobLease): Promise<void> {
    const { db, agents, clock } = this.#deps;
    const { session, used } = result;
    const now = clock.now();
    const prices = result.by ? await agents.findPrices(result.by.modelName) : undefined;
    const costMicros = costInMicros(used, prices ?? null);
    await db.tx(async () => {
      if (!(await lease.finish())) return;
      const given = await this.#upToDate(result);
      for (const kind of ['proficiency', 'investment'] as const) {
        const row = evaluationRow(kind, given[kind], session, now);
        await session.add({ ...row, flagged: row.flagged || (result.review && kind === 'proficiency') });
      }
      if (used.calls === 0 || result.by === null) return;
      await result.by.permit.book({
        at: now,
        purpose: 'evaluate',
        provider: result.by.model.provider,
        model: result.by.modelName,
        inputTokens: used.inputTokens,
        outputTokens: used.outputTokens,
        costMicros,
        milliseconds: 0,
        outcome: result.review ? 'needs review' : 'complete',
      });
    });
  }

  /** A key may have been corrected while the model was waited for, which has read other verdicts: then the evidence decides alone. */
  async #upToDate({ session, evidence, evaluations }: Outcome): Promise<SessionEvaluations> {
    // Who corrects verdicts holds the pupil as well, and finds what is saved here when it is their turn.
    await this.#deps.mastery.hold(session.studentId);
    const now = await session.evidence();
    return isDeepStrictEqual(now, evidence) ? evaluations : evaluateFromEvidence(now);
  }
}

/** By what the evaluator gave; a class manager's own score beside it says nothing of that. */
function statusOf(evaluations: readonly { flagged: boolean; source: EvaluationSource }[]): EvaluationStatus['status'] {
  const given = evaluations.filter(({ source }) => source === 'evaluator');
  if (given.length < 2) return 'pending';
  return given.some(({ flagged }) => flagged) ? 'needs-review' : 'done';
}

type PermittedModel = EvaluatorModel & { permit: RemotePermit };

interface Outcome {
  session: ToEvaluate;
  /** What the evaluations rest on. */
  evidence: SessionEvidence;
  evaluations: SessionEvaluations;
  by: PermittedModel | null;
  /** The model's output could not be used: a person has to look. */
  review: boolean;
  used: ModelUse;
}
