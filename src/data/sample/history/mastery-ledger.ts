import type { Item, StudyState } from '../../../domain/curriculum/curriculum.ts';
import { learn, predict } from '../../../domain/mastery/gelo.ts';
import { predictUnit, type UnitTerms } from '../../../domain/mastery/mastery.ts';
import { NEW_MEMORY, practised, type UnitMemory } from '../../../domain/mastery/memory.ts';
import { observationOf } from '../../../domain/mastery/observation.ts';
import { courseProgress, studyState, unitProgress } from '../../../domain/mastery/progress.ts';
import { type ReviewCard, ratingOf, recall, reviewed } from '../../../domain/mastery/review-card.ts';
import { type GaussianTerm, PRIORS, type StudentTerm, type StudentUnitTerm } from '../../../domain/mastery/terms.ts';
import type { AttemptRecord } from '../../../domain/tutoring/dialogue.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { UnitRecord } from '../../curriculum/curriculum.repo.ts';
import { unitKey } from '../../mastery/mastery.repo.ts';

export interface Standing {
  name: string;
  mastery: number;
  answers: number;
  memory: UnitMemory;
  state: StudyState;
  progress: number;
}

interface PupilUnit {
  studentId: number;
  courseId: number;
  unitName: string;
  term: StudentUnitTerm;
  memory: UnitMemory;
  state: StudyState;
  progress: number;
}

const NOT_STARTED = { memory: NEW_MEMORY, state: 'not started', progress: 0 } as const;

/**
 * The mastery model in memory, moved by attempts in the order of time just as the product moves its rows, and written at the
 * end in one go.
 */
export class MasteryLedger {
  readonly #courseUnits: ReadonlyMap<number, readonly UnitRecord[]>;
  readonly students = new Map<number, StudentTerm>();
  readonly pupilUnits = new Map<string, PupilUnit>();
  readonly units = new Map<string, { courseId: number; unitName: string; term: GaussianTerm }>();
  readonly items = new Map<number, GaussianTerm>();
  /** By pupil, then by question. */
  readonly cards = new Map<number, Map<number, ReviewCard>>();
  weights = PRIORS.weights;
  population = PRIORS.population;

  constructor(courseUnits: ReadonlyMap<number, readonly UnitRecord[]>) {
    this.#courseUnits = courseUnits;
  }

  /** How a pupil stands in every unit of a course, in teaching order. */
  standings(studentId: number, courseId: number): Standing[] {
    return (this.#courseUnits.get(courseId) ?? []).map(({ name }) => {
      const terms = this.#terms(studentId, courseId, name);
      const answers = terms.studentUnit.successes + terms.studentUnit.failures;
      const { memory, state, progress } = this.#pupilUnit(studentId, courseId, name) ?? NOT_STARTED;
      return { name, mastery: predictUnit(terms).p, answers, memory, state, progress };
    });
  }

  /** Moves all terms by an attempt; null when it teaches nothing. */
  record(
    studentId: number,
    courseId: number,
    attempt: AttemptRecord,
    at: Instant,
  ): { pBefore: number; masteryAfter: number } | null {
    const observation = observationOf(attempt);
    if (observation === null) return null;
    const { unitName, qaId } = attempt;
    const before = { ...this.#terms(studentId, courseId, unitName), item: this.items.get(qaId) ?? PRIORS.item };
    const after = learn(before, observation);
    const key = unitKey(courseId, unitName);
    this.students.set(studentId, after.student);
    this.units.set(key, { courseId, unitName, term: after.unit });
    this.items.set(qaId, after.item);
    this.weights = after.weights;
    this.population = after.population;
    const previous = this.#pupilUnit(studentId, courseId, unitName);
    const progress = unitProgress(after, previous?.progress ?? 0);
    const memory = practised(previous?.memory ?? NEW_MEMORY, { correct: observation.correct, at });
    const state = studyState(progress, after.studentUnit.successes + after.studentUnit.failures);
    const unit = { studentId, courseId, unitName, term: after.studentUnit, memory, state, progress };
    this.pupilUnits.set(`${studentId}/${key}`, unit);
    return { pBefore: predict(before).p, masteryAfter: predictUnit(after).p };
  }

  /** Moves the review card of a question by an answer in a session. */
  review(studentId: number, attempt: AttemptRecord, at: Instant): void {
    const rating = ratingOf(attempt);
    if (rating === null) return;
    const cards = this.cards.get(studentId) ?? new Map<number, ReviewCard>();
    cards.set(attempt.qaId, reviewed(cards.get(attempt.qaId) ?? null, rating, at));
    this.cards.set(studentId, cards);
  }

  /** Of these questions, those that stand alone and are due for review, the one first that is most likely forgotten. */
  due(studentId: number, questions: readonly Item[], at: Instant): Item[] {
    const cards = this.cards.get(studentId);
    const known = questions.flatMap((question) => {
      const card = question.stepCount <= 1 ? cards?.get(question.qaId) : undefined;
      if (card === undefined || card.dueAt > at) return [];
      const item = this.items.get(question.qaId) ?? PRIORS.item;
      const { p } = predict({ ...this.#terms(studentId, question.courseId, question.unitName), item });
      return [{ question, recall: recall(p, card, at) }];
    });
    return known.sort((a, b) => a.recall - b.recall).map(({ question }) => question);
  }

  /** Progress of a course and the state that goes with it. */
  course(studentId: number, courseId: number): { state: StudyState; progress: number } {
    const units = this.#courseUnits.get(courseId) ?? [];
    const known = units.map(({ name, weight }) => ({ weight, unit: this.#pupilUnit(studentId, courseId, name) }));
    const answers = known.some(({ unit }) => unit !== undefined) ? 1 : 0;
    if (answers === 0) return { state: 'not started', progress: 0 };
    const progress = courseProgress(known.map(({ weight, unit }) => ({ weight, progress: unit?.progress ?? 0 })));
    return { state: studyState(progress, answers), progress };
  }

  #pupilUnit(studentId: number, courseId: number, unitName: string): PupilUnit | undefined {
    return this.pupilUnits.get(`${studentId}/${unitKey(courseId, unitName)}`);
  }

  #terms(studentId: number, courseId: number, unitName: string): UnitTerms {
    return {
      student: this.students.get(studentId) ?? PRIORS.student,
      studentUnit: this.#pupilUnit(studentId, courseId, unitName)?.term ?? PRIORS.studentUnit,
      unit: this.units.get(unitKey(courseId, unitName))?.term ?? PRIORS.unit,
      weights: this.weights,
      population: this.population,
    };
  }
}
