import { evaluateFromEvidence } from '../../agents/evaluator/evaluator.agent.ts';
import type { EvaluationRepo } from '../../data/evaluations/evaluation.repo.ts';
import type { SchoolEvaluationRepo } from '../../data/evaluations/school-evaluation.repo.ts';
import type { SchoolSessionRepo } from '../../data/study-session/school-session.repo.ts';
import type { Clock } from '../../shared/instant.ts';
import { evaluationRow } from './evaluation-row.ts';
import { type EvidenceRepos, readEvidence, readLessonEvidence } from './read-evidence.ts';

export interface EvaluationRecountDeps extends EvidenceRepos {
  evaluations: EvaluationRepo;
  schoolSessions: SchoolSessionRepo;
  schoolEvaluations: SchoolEvaluationRepo;
  clock: Clock;
}

/** Counts the evidence of evaluated sessions again, after verdicts in them have changed. */
export class EvaluationRecountService {
  readonly #deps: EvaluationRecountDeps;

  constructor(deps: EvaluationRecountDeps) {
    this.#deps = deps;
  }

  /**
   * Gives these sessions the evaluations that their evidence gives now; what stood there is kept. The evidence decides alone: a
   * model that had a part has read other verdicts. What a class manager gave stands, a flag for one stays, and a session that is
   * not evaluated yet is left to its own job. Answers how many evaluations changed. Call it inside the transaction that changes
   * the verdicts.
   */
  async recountSessions(sessionIds: readonly number[]): Promise<number> {
    const { sessions, evaluations, clock } = this.#deps;
    const given = await evaluations.ofSessions(sessionIds);
    let changed = 0;
    for (const id of sessionIds) {
      const before = (given.get(id) ?? []).filter(({ source }) => source === 'evaluator');
      const session = before.length === 0 ? undefined : await sessions.find(id);
      if (!session) continue;
      const anew = evaluateFromEvidence(await readEvidence(this.#deps, session));
      for (const evaluation of before) {
        const after = evaluationRow(evaluation.kind, anew[evaluation.kind], session, clock.now());
        if (after.score === evaluation.score && after.reason === evaluation.reason) continue;
        await evaluations.replace(evaluation, after, clock.now());
        changed += 1;
      }
    }
    return changed;
  }

  /** The same of a pupil's part in these lessons at school. */
  async recountLessons(studentId: number, sessionIds: readonly number[]): Promise<number> {
    const { schoolSessions, schoolEvaluations, clock } = this.#deps;
    const given = await schoolEvaluations.ofSessions(studentId, sessionIds);
    let changed = 0;
    for (const id of sessionIds) {
      const before = (given.get(id) ?? []).filter(({ source }) => source === 'evaluator');
      const session = before.length === 0 ? undefined : await schoolSessions.find(id, studentId);
      if (!session) continue;
      const anew = evaluateFromEvidence(await readLessonEvidence(this.#deps, session));
      for (const evaluation of before) {
        const { kind } = evaluation;
        // How a pupil got on with others is a person's to say.
        if (kind === 'social') continue;
        const after = evaluationRow(kind, anew[kind], session, clock.now());
        if (after.score === evaluation.score && after.reason === evaluation.reason) continue;
        await schoolEvaluations.replace({ ...evaluation, kind }, after, clock.now());
        changed += 1;
      }
    }
    return changed;
  }
}
