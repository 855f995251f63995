import type {
  GivenScores,
  RatedInPeriod,
  ScoreAgreementRepo,
  ScoreOrigin,
} from '../../data/evaluations/score-agreement.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { EvaluationKind } from '../../domain/evaluation/evaluation.ts';
import { type Agreement, agreementOf, type Drift, driftOf } from '../../domain/evaluation/score-agreement.ts';
import { type Clock, DAY } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';

export interface ScoreAgreementDeps {
  access: AccessService;
  scoreAgreement: ScoreAgreementRepo;
  clock: Clock;
}

/** Scores of one kind that were given by the same rubric, with or without a model's say, beside what people say of them. */
export interface ScoresBeside extends GivenScores {
  /** With class managers' own scores; null for a kind of which they give none. */
  agreement: Agreement | null;
}

export interface ScoreAgreementView {
  /** Of how many days, up to now. */
  days: number;
  /** Most scores first, by kind. */
  rows: ScoresBeside[];
  /** All that have an own score beside them. */
  all: Agreement;
  drift: Drift;
  /** How many days each of the two periods has that are compared. */
  periodDays: number;
}

const DAYS = 365;
const PERIOD_DAYS = 30;
const KINDS: readonly EvaluationKind[] = ['proficiency', 'investment'];

/** How far the evaluator and the people of a school agree, and whether that changes: calibration and drift, from what is stored. */
export class ScoreAgreementService {
  readonly #deps: ScoreAgreementDeps;

  constructor(deps: ScoreAgreementDeps) {
    this.#deps = deps;
  }

  /** Of the actor's school. Two queries, however many scores. */
  async ofSchool(actor: Actor): Promise<ScoreAgreementView> {
    const { access, scoreAgreement, clock } = this.#deps;
    access.requireRole(actor, 'view school analytics');
    if (actor.schoolId === null) throw notFound('school');
    const now = clock.now();
    const since = now - DAYS * DAY;
    const given = await scoreAgreement.given(actor.schoolId, since);
    const periods = [now - PERIOD_DAYS * DAY, now - 2 * PERIOD_DAYS * DAY] as const;
    const rated = await scoreAgreement.ratedTogether(actor.schoolId, since, periods);
    const inPeriod = (period: RatedInPeriod['period']) => rated.filter((one) => one.period === period);
    return {
      days: DAYS,
      rows: KINDS.flatMap((kind) => {
        const own = given.filter((one) => one.kind === kind).sort((a, b) => b.scores - a.scores);
        return own.map((one) => ({
          ...one,
          agreement: kind === 'investment' ? agreementOf(rated.filter(sameOrigin(one))) : null,
        }));
      }),
      all: agreementOf(rated),
      drift: driftOf(inPeriod(1), inPeriod(0)),
      periodDays: PERIOD_DAYS,
    };
  }
}

function sameOrigin({ rubricVersion, withModel }: ScoreOrigin) {
  return (one: ScoreOrigin) => one.rubricVersion === rubricVersion && one.withModel === withModel;
}
