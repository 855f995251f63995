import type { CurriculumRepo, UnitProgress, UnitRecord } from '../../data/curriculum/curriculum.repo.ts';
import type { TestRepo } from '../../data/curriculum/test.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { predictUnit } from '../../domain/mastery/mastery.ts';
import { NEW_MEMORY } from '../../domain/mastery/memory.ts';
import { studyState } from '../../domain/mastery/progress.ts';
import { PRIORS } from '../../domain/mastery/terms.ts';
import {
  type AssignmentRequest,
  assignUnits,
  type TestAhead,
  type UnitAssignment,
  type UnitPolicy,
} from '../../domain/planning/assign-units.ts';
import { type ComingTest, comingTests, notBegun } from '../../domain/planning/coming-tests.ts';
import { gainUnits } from '../../domain/planning/gain-units.ts';
import { sequentialUnits } from '../../domain/planning/sequential-units.ts';
import type { UnitBelief } from '../../domain/planning/unit-gain.ts';
import { utcOffset } from '../../shared/calendar.ts';
import type { Clock, Instant } from '../../shared/instant.ts';
import type { MasteryService } from '../mastery/mastery.service.ts';

export interface AssignmentDeps {
  curriculum: CurriculumRepo;
  tests: TestRepo;
  mastery: MasteryService;
  clock: Clock;
  /** The school's: "in 4 days" counts its days. */
  timeZone: string;
}

/** A pupil's course as it was read already. */
export interface KnownCourse {
  courseId: number;
  units: readonly UnitRecord[];
  progress: readonly UnitProgress[];
  /** Of this course. */
  coming: readonly ComingTest[];
}

export type AssignmentFacts = Omit<AssignmentRequest, 'minutes'>;

/** In order of preference; teaching order always has an answer. */
const POLICIES: readonly UnitPolicy[] = [gainUnits, sequentialUnits];

const NOTHING_KNOWN: UnitBelief = { mastery: predictUnit(PRIORS).p, memory: NEW_MEMORY, answers: 0 };

/** Chooses the units of a session for the time there is. */
export class LearningUnitAssignmentService {
  readonly #deps: AssignmentDeps;

  constructor(deps: AssignmentDeps) {
    this.#deps = deps;
  }

  /** For the pupil who asks. Throws `not-found` for a course that is not theirs. */
  async assignFor(actor: Actor, courseId: number, minutes: number): Promise<UnitAssignment> {
    if (!(await this.#deps.curriculum.isEnrolled(actor.userId, courseId))) throw notFound('course');
    return this.assign(actor.userId, courseId, minutes);
  }

  /** Units of a course that fill `minutes`, at least one where the course has any. At most eight queries, however many units and tests. */
  async assign(studentId: number, courseId: number, minutes: number): Promise<UnitAssignment> {
    const { curriculum, tests, clock, timeZone } = this.#deps;
    const now = clock.now();
    const units = await curriculum.listUnits([courseId]);
    const progress = await curriculum.listUnitProgress(studentId, [courseId]);
    const own = (await tests.listSittings(studentId)).filter((sitting) => sitting.courseId === courseId);
    const coming = comingTests(own, new Map(), { now, utcOffset: utcOffset(now, timeZone) });
    return this.fill(studentId, { courseId, units, progress, coming }, minutes);
  }

  /** The same for a course that is at hand already: three queries, and one more where a test is ahead. */
  async fill(studentId: number, course: KnownCourse, minutes: number): Promise<UnitAssignment> {
    return chooseUnits({ ...(await this.facts(studentId, course)), minutes });
  }

  /** What a choice of units rests on, for services that compare choices. As many queries as `fill`. */
  async facts(studentId: number, course: KnownCourse): Promise<AssignmentFacts> {
    const known = new Map(course.progress.map((row) => [row.unitName, row.progress]));
    const beliefs = await this.#deps.mastery.beliefs(studentId, course.courseId);
    const units = course.units.map(({ name, minutes: estimatedDurationMinutes, prerequisites, weight }) => {
      // A unit may get another name between two queries.
      const belief = beliefs.get(name) ?? NOTHING_KNOWN;
      const progress = known.get(name) ?? 0;
      const state = studyState(progress, belief.answers);
      return { name, state, progress, estimatedDurationMinutes, prerequisites, weight, belief };
    });
    const now = this.#deps.clock.now();
    return { units, tests: await this.#testsAhead(studentId, course, now), now };
  }

  async #testsAhead(studentId: number, { courseId, coming }: KnownCourse, now: Instant): Promise<TestAhead[]> {
    const ahead = notBegun(coming);
    if (ahead.length === 0) return [];
    const parts = await this.#deps.tests.listTestedUnits(studentId, courseId);
    const about = Map.groupBy(parts, ({ sittingId }) => sittingId);
    return ahead.map(({ sittingId, name, at, days }) => {
      // What has its time behind it and may be handed in still is as near as can be.
      return { id: sittingId, name, at: Math.max(at, now), days, units: about.get(sittingId) ?? [] };
    });
  }
}

/** The choice that these facts lead to. */
export function chooseUnits(request: AssignmentRequest): UnitAssignment {
  return assignUnits(request, POLICIES);
}
