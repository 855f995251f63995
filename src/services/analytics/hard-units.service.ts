import type { AnswerSums, QuestionSums, UnitSums, UnitSumsRepo } from '../../data/analytics/unit-sums.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { oneLine, toldOf } from '../../domain/access/small-groups.ts';
import { type MetricValue, metricsOf, NOTHING } from '../../domain/analytics/metrics.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { SubjectWish } from './region-analytics.service.ts';
import { type SubjectScope, type SubjectScopeDeps, subjectScope, type TellsOf, tellsOf } from './subject-scope.ts';

export interface HardUnitsDeps extends SubjectScopeDeps {
  unitSums: UnitSumsRepo;
}

/** How hard something was for those who answered. */
export interface Hardness {
  pupils: number;
  answers: number;
  right: MetricValue;
  unaided: MetricValue;
  /** A first answer, in the mean. */
  hintsPerAnswer: number;
  givenUp: number;
}

export type HardUnit = Hardness & Pick<UnitSums, 'courseId' | 'courseName' | 'unitName'>;
export type HardQuestion = Hardness & Pick<QuestionSums, 'qaId' | 'problemId' | 'question'>;

/** The units of a subject in the schools of a region, the hardest first. */
export interface HardUnits extends TellsOf {
  units: HardUnit[];
  /** Units that fewer than ten pupils answered, or from which such a one could be worked out. */
  hiddenUnits: number;
}

export interface HardQuestions extends TellsOf {
  courseId: number;
  courseName: string;
  unitName: string;
  questions: HardQuestion[];
  hiddenQuestions: number;
}

/** Which units of a subject pupils find hard, and which questions of a unit. Of the schools that are told of, without names. */
export class HardUnitsService {
  readonly #deps: HardUnitsDeps;

  constructor(deps: HardUnitsDeps) {
    this.#deps = deps;
  }

  /** Six queries, however much was answered. Throws as `subjectScope` does. */
  async units(actor: Actor, wish: SubjectWish): Promise<HardUnits> {
    const scope = await subjectScope(this.#deps, actor, wish);
    const { told, hiddenOnes } = await this.#units(scope);
    return {
      ...tellsOf(scope),
      units: told.map((one) => ({
        courseId: one.courseId,
        courseName: one.courseName,
        unitName: one.unitName,
        ...hardnessOf(one),
      })),
      hiddenUnits: hiddenOnes,
    };
  }

  /** The questions of one of those units. Eight queries. Throws `not-found` for a unit that is none of them. */
  async questions(
    actor: Actor,
    wish: SubjectWish,
    unit: { courseId: number; unitName: string },
  ): Promise<HardQuestions> {
    const scope = await subjectScope(this.#deps, actor, wish);
    const { told: units } = await this.#units(scope);
    const found = units.find((one) => one.courseId === unit.courseId && one.unitName === unit.unitName);
    if (!found) throw notFound('unit');
    const ids = scope.schools.map(({ id }) => id);
    const { told, hiddenOnes } = hardest(await this.#deps.unitSums.byQuestion(ids, unit, scope.days.time));
    return {
      ...tellsOf(scope),
      courseId: found.courseId,
      courseName: found.courseName,
      unitName: found.unitName,
      questions: told.map((one) => ({
        qaId: one.qaId,
        problemId: one.problemId,
        question: one.question,
        ...hardnessOf(one),
      })),
      hiddenQuestions: hiddenOnes,
    };
  }

  async #units({ schools, subject, days }: SubjectScope) {
    const ids = schools.map(({ id }) => id);
    return hardest(await this.#deps.unitSums.byUnit(ids, subject, days.time));
  }
}

/** Those that may be told of, the smallest share of right answers first. */
function hardest<Sums extends AnswerSums>(all: readonly Sums[]): { told: Sums[]; hiddenOnes: number } {
  const answered = all.filter(({ pupils }) => pupils > 0);
  const may = toldOf(
    answered.map(({ pupils }) => pupils),
    oneLine(answered),
  );
  const told = answered.filter((_, place) => may[place]);
  const share = ({ right, answers }: AnswerSums) => right / answers;
  return {
    told: told.toSorted((a, b) => share(a) - share(b) || b.answers - a.answers),
    hiddenOnes: answered.length - told.length,
  };
}

function hardnessOf({ pupils, answers, right, unaided, hints, givenUp }: AnswerSums): Hardness {
  const metrics = metricsOf({ ...NOTHING, attempts: answers, correct: right, unaided });
  return {
    pupils,
    answers,
    right: metrics['right answers'],
    unaided: metrics['unaided answers'],
    hintsPerAnswer: hints / answers,
    givenUp,
  };
}
