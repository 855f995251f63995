import type { CurriculumRepo, UnitRecord } from '../../data/curriculum/curriculum.repo.ts';
import { type MasteryRepo, unitKey } from '../../data/mastery/mastery.repo.ts';
import type { StudyState } from '../../domain/curriculum/curriculum.ts';
import { learn, predict } from '../../domain/mastery/gelo.ts';
import {
  type Certainty,
  certaintyOf,
  describeMastery,
  isMastered,
  type MasteryFacts,
  predictUnit,
  type UnitTerms,
} from '../../domain/mastery/mastery.ts';
import { practised } from '../../domain/mastery/memory.ts';
import { observationOf } from '../../domain/mastery/observation.ts';
import { courseProgress, studyState, unitProgress } from '../../domain/mastery/progress.ts';
import { replayPupil } from '../../domain/mastery/replay.ts';
import { PRIORS } from '../../domain/mastery/terms.ts';
import type { UnitBelief } from '../../domain/planning/unit-gain.ts';
import type { AttemptRecord } from '../../domain/tutoring/dialogue.ts';
import type { Instant } from '../../shared/instant.ts';
import type { RatedAnswer, ReviewService } from './review.service.ts';

/** How a pupil stands in a unit. */
export interface UnitEstimate {
  courseId: number;
  unitName: string;
  /** Probability of a right answer to an average question now, 0 … 1. */
  mastery: number;
  mastered: boolean;
  /** Answers that moved the model. */
  answers: number;
  facts: MasteryFacts;
  certainty: Certainty;
  state: StudyState;
  /** 0 … 1; never falls. */
  progress: number;
}

/** The same with what is due for review. */
export interface UnitStanding extends UnitEstimate {
  /** Questions of the unit that have a review card, and how many of these are due. */
  reviews: { cards: number; due: number };
}

interface Move {
  studentId: number;
  courseId: number;
  attempt: AttemptRecord;
  /** When it was answered. */
  now: Instant;
}

/** Something that a pupil answered once, wherever that was. */
export interface AnsweredQuestion {
  courseId: number;
  unitName: string;
  qaId: number;
  attempt: Parameters<typeof observationOf>[0] & RatedAnswer['attempt'];
  /** When it was answered. */
  at: Instant;
}

/** What an attempt did to the estimates; null where it taught nothing. */
export interface MasteryChange {
  pBefore: number;
  masteryAfter: number;
}

/** Mastery and progress: read for pages and plans, moved by every judged attempt. */
export class MasteryService {
  readonly #mastery: MasteryRepo;
  readonly #curriculum: CurriculumRepo;
  readonly #reviews: ReviewService;

  constructor(mastery: MasteryRepo, curriculum: CurriculumRepo, reviews: ReviewService) {
    this.#mastery = mastery;
    this.#curriculum = curriculum;
    this.#reviews = reviews;
  }

  /** A pupil's standing in every unit of these courses, in teaching order. Eight queries, however many units. */
  async standings(studentId: number, courseIds: readonly number[]): Promise<UnitStanding[]> {
    const estimates = await this.estimates(studentId, courseIds, await this.#curriculum.listUnits(courseIds));
    const reviews = new Map(
      (await this.#reviews.countByUnit(studentId, courseIds)).map((row) => [unitKey(row.courseId, row.unitName), row]),
    );
    return estimates.map((estimate) => {
      const { cards = 0, due = 0 } = reviews.get(unitKey(estimate.courseId, estimate.unitName)) ?? {};
      return { ...estimate, reviews: { cards, due } };
    });
  }

  /** The same without reviews, of units that were read already: five queries. */
  async estimates(
    studentId: number,
    courseIds: readonly number[],
    units: readonly UnitRecord[],
  ): Promise<UnitEstimate[]> {
    const [progress, student, own, shared, difficulty] = [
      await this.#curriculum.listUnitProgress(studentId, courseIds),
      await this.#mastery.findStudent(studentId),
      await this.#mastery.studentUnits(studentId, courseIds),
      await this.#mastery.shared(),
      await this.#mastery.units(courseIds),
    ];
    const rows = new Map(progress.map((row) => [unitKey(row.courseId, row.unitName), row]));
    return units.map((unit) => {
      const key = unitKey(unit.courseId, unit.name);
      const terms: UnitTerms = {
        student,
        studentUnit: own.get(key) ?? PRIORS.studentUnit,
        unit: difficulty.get(key) ?? PRIORS.unit,
        ...shared,
      };
      return estimateOf(unit, terms, rows.get(key));
    });
  }

  /** What plans for a pupil in a course rest on, by unit name, for services that may see it. Three queries, however many units. */
  async beliefs(studentId: number, courseId: number): Promise<Map<string, UnitBelief>> {
    const student = await this.#mastery.findStudent(studentId);
    const shared = await this.#mastery.shared();
    const units = await this.#mastery.plannedUnits(studentId, courseId);
    return new Map(
      [...units].map(([name, { studentUnit, memory, unit }]) => [
        name,
        {
          mastery: predictUnit({ student, studentUnit, unit, ...shared }).p,
          memory,
          answers: studentUnit.successes + studentUnit.failures,
        },
      ]),
    );
  }

  /**
   * Moves the estimates by an attempt, the progress of its unit and course and the question's review card with them. Call it
   * inside the transaction that records the attempt. Null: the attempt teaches the estimates nothing.
   */
  async record({ studentId, courseId, attempt, now }: Move): Promise<MasteryChange | null> {
    const { unitName, qaId } = attempt;
    await this.#mastery.lockStudent(studentId);
    await this.#reviews.move(studentId, { qaId, attempt, at: now });
    const observation = observationOf(attempt);
    if (observation === null) return null;
    const student = await this.#mastery.findStudent(studentId);
    const own = await this.#mastery.findStudentUnit(studentId, courseId, unitName);
    const before = {
      student,
      studentUnit: own.term,
      unit: await this.#mastery.lockUnit(courseId, unitName),
      item: await this.#mastery.lockItem(qaId),
      ...(await this.#mastery.shared({ forUpdate: true })),
    };
    const after = learn(before, observation);
    await this.#mastery.saveStudent(studentId, after.student);
    const memory = practised(own.memory, { correct: observation.correct, at: now });
    await this.#mastery.saveStudentUnit({ studentId, courseId, unitName, term: after.studentUnit, memory });
    await this.#mastery.saveUnit(courseId, unitName, after.unit);
    await this.#mastery.saveItem(qaId, after.item);
    await this.#mastery.saveShared(after);
    await this.#moveProgress(studentId, courseId, unitName, after);
    return { pBefore: predict(before).p, masteryAfter: predictUnit(after).p };
  }

  /** Holds a pupil's estimates until the transaction ends: before all is read that `recount` is given. */
  async hold(studentId: number): Promise<void> {
    await this.#mastery.lockStudent(studentId);
  }

  /**
   * Makes a pupil's estimates anew from all that was answered, in order: for when a verdict of the past has changed. Progress
   * follows where it grows; what a pupil was shown as done is not taken back. Answers with the estimated mastery after each
   * answer that teaches something. Call it inside the transaction that changes the verdicts.
   */
  async recount<Answer extends AnsweredQuestion>(
    studentId: number,
    answers: readonly Answer[],
  ): Promise<{ answer: Answer; masteryAfter: number }[]> {
    const past = answers.flatMap((answer) => {
      const observation = observationOf(answer.attempt);
      return observation === null
        ? []
        : [{ answer, unit: unitKey(answer.courseId, answer.unitName), qaId: answer.qaId, observation, at: answer.at }];
    });
    await this.#reviews.recount(studentId, answers);
    const difficulties = await this.#mastery.units([...new Set(answers.map(({ courseId }) => courseId))]);
    const items = await this.#mastery.items(answers.map(({ qaId }) => qaId));
    const shared = await this.#mastery.shared();
    const { student, units, masteryAfter } = replayPupil(past, {
      ...shared,
      unit: (key) => difficulties.get(key) ?? PRIORS.unit,
      item: (qaId) => items.get(qaId) ?? PRIORS.item,
    });
    await this.#mastery.saveStudent(studentId, student);
    const places = new Map(answers.map((one) => [unitKey(one.courseId, one.unitName), one]));
    for (const [key, { studentUnit, memory }] of units) {
      const place = places.get(key);
      if (!place) continue;
      const { courseId, unitName } = place;
      await this.#mastery.saveStudentUnit({ studentId, courseId, unitName, term: studentUnit, memory });
      const terms = { ...shared, student, studentUnit, unit: difficulties.get(key) ?? PRIORS.unit };
      await this.#moveProgress(studentId, courseId, unitName, terms);
    }
    return past.flatMap(({ answer }, index) => {
      const after = masteryAfter[index];
      return after === undefined ? [] : [{ answer, masteryAfter: after }];
    });
  }

  async #moveProgress(studentId: number, courseId: number, unitName: string, terms: UnitTerms): Promise<void> {
    const units = await this.#curriculum.listUnitShares(studentId, courseId);
    const before = units.find((unit) => unit.name === unitName)?.progress ?? 0;
    const progress = unitProgress(terms, before);
    const { successes, failures } = terms.studentUnit;
    const state = studyState(progress, successes + failures);
    await this.#curriculum.saveUnitProgress({ studentId, courseId, unitName, state, progress });
    const all = units.map((unit) => (unit.name === unitName ? { ...unit, progress } : unit));
    const course = courseProgress(all);
    await this.#curriculum.saveCourseProgress(studentId, courseId, studyState(course, 1), course);
  }
}

function estimateOf(unit: UnitRecord, terms: UnitTerms, row: { progress: number } | undefined): UnitEstimate {
  const progress = row?.progress ?? 0;
  const answers = terms.studentUnit.successes + terms.studentUnit.failures;
  const prediction = predictUnit(terms);
  // Both: the estimate says so now, and an answer in the unit has shown it. Else the bar and the word would disagree.
  const mastered = isMastered(terms) && progress >= 1;
  return {
    courseId: unit.courseId,
    unitName: unit.name,
    mastery: prediction.p,
    certainty: certaintyOf(prediction),
    mastered,
    answers,
    facts: describeMastery(terms.studentUnit, mastered),
    state: studyState(progress, answers),
    progress,
  };
}
