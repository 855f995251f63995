import type { AgentRepo } from '../../data/agents/agent.repo.ts';
import type { CourseRecord, CurriculumRepo } from '../../data/curriculum/curriculum.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { isMissingReference, isUniqueViolation } from '../../data/db/sql.ts';
import type { HomeSessionRepo } from '../../data/study-session/home-session.repo.ts';
import type { SittingRepo } from '../../data/tests/sitting.repo.ts';
import { type Actor, scopeOf } from '../../domain/access/permission-matrix.ts';
import { TestUnderWayError } from '../../domain/assessment/sitting.errors.ts';
import { GRACE } from '../../domain/assessment/sitting.ts';
import { AppError, invalidInput, notFound } from '../../domain/errors/app-error.ts';
import { clockTime } from '../../domain/policies/policies.ts';
import {
  ActiveSessionExistsError,
  OutsideStudyHoursError,
  StudySessionError,
} from '../../domain/study-session/study-session.errors.ts';
import type { HomeSessionType } from '../../domain/study-session/study-session.ts';
import type { EmotionalState } from '../../domain/tutoring/brief.ts';
import type { LearningUnitAssignmentService } from '../learning-unit-assignment/learning-unit-assignment.service.ts';
import type { MasteryService } from '../mastery/mastery.service.ts';
import { closedNow, type StudyHoursDeps } from './study-hours.ts';

export interface HomeSessionRequest {
  type: HomeSessionType;
  courseId: number;
  /** Absent or empty: chosen for the time there is. */
  learningUnitNames?: string[] | undefined;
  /** 5 … 240; 30 when absent. */
  minutes?: number | undefined;
  emotionalStateBefore: EmotionalState;
}

export interface CreationDeps extends StudyHoursDeps {
  db: DatabaseManager;
  sessions: HomeSessionRepo;
  sittings: SittingRepo;
  curriculum: CurriculumRepo;
  agents: AgentRepo;
  mastery: MasteryService;
  assignment: LearningUnitAssignmentService;
}

const DEFAULT_MINUTES = 30;
const MOST_UNITS = 12;
/** While a course is published again and again, units may be chosen so often. */
const MOST_TRIES = 10;

/**
 * Creates a pending home session: the pupil is enrolled, the units exist, a teacher of the subject is found, no other session is
 * live and no test is under way. Throws `ActiveSessionExistsError` or `TestUnderWayError` when one is, `OutsideStudyHoursError` at hours that the school has closed, `not-found` for a course that is not the pupil's, `forbidden` for whoever
 * is no pupil: class managers begin sessions for their classes, at school.
 */
export async function createHomeStudySession(
  deps: CreationDeps,
  actor: Actor,
  request: HomeSessionRequest,
): Promise<number> {
  if (scopeOf(actor.role, 'study at home') === null) {
    throw new AppError('forbidden', 'forbidden', 'Only pupils study at home.');
  }
  const course = await deps.curriculum.findCourse(request.courseId);
  if (!course || !(await deps.curriculum.isEnrolled(actor.userId, course.id))) throw notFound('course');
  const closed = await closedNow(deps, actor.userId);
  if (closed) throw new OutsideStudyHoursError(clockTime(closed.studyFrom), clockTime(closed.studyUntil));
  const test = await deps.sittings.findUnderWay(actor.userId, deps.clock.now() - GRACE);
  if (test) throw new TestUnderWayError(test.id);
  for (let tries = 1; ; tries += 1) {
    try {
      return await createNow(deps, actor, request, course);
    } catch (error) {
      // A unit got another name since it was chosen: choose anew.
      if (!isMissingReference(error)) throw error;
      if (tries >= MOST_TRIES) {
        const message = 'This course is being changed just now. Please try again in a moment.';
        throw new AppError('conflict', 'conflict', message, { cause: error });
      }
    }
  }
}

async function createNow(
  deps: CreationDeps,
  actor: Actor,
  request: HomeSessionRequest,
  course: CourseRecord,
): Promise<number> {
  const minutes = request.minutes ?? DEFAULT_MINUTES;
  const standings = await deps.mastery.standings(actor.userId, [course.id]);
  const names = await chosenUnits(
    deps,
    actor,
    request,
    minutes,
    standings.map((standing) => standing.unitName),
  );
  const teacher = await deps.agents.findTeacher(course.subject);
  if (!teacher) {
    throw new StudySessionError(
      'unavailable',
      'no-teacher',
      `There is no teacher for ${course.subject} at the moment.`,
    );
  }
  const mastery = new Map(standings.map((standing) => [standing.unitName, standing.mastery]));
  try {
    return await deps.sessions.create({
      studentId: actor.userId,
      type: request.type,
      courseId: course.id,
      teacherId: teacher.id,
      plannedMinutes: minutes,
      feelingBefore: request.emotionalStateBefore,
      units: names.map((unitName) => ({ unitName, masteryBefore: mastery.get(unitName) ?? null })),
      now: deps.clock.now(),
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const live = await deps.sessions.findLive(actor.userId);
    if (live) throw new ActiveSessionExistsError({ kind: 'home', ...live });
    throw new AppError('conflict', 'conflict', 'Another session ended just now. Please try again.', { cause: error });
  }
}

async function chosenUnits(
  deps: CreationDeps,
  actor: Actor,
  request: HomeSessionRequest,
  minutes: number,
  known: readonly string[],
): Promise<string[]> {
  const wanted = [...new Set(request.learningUnitNames ?? [])];
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw invalidInput(
      `This course has no unit called ${unknown.map((name) => `"${name.slice(0, 80)}"`).join(', ')}.`,
      {
        learningUnitNames: 'names of units of the course',
      },
    );
  }
  if (wanted.length > MOST_UNITS) {
    throw invalidInput(`A session has at most ${MOST_UNITS} units.`, {
      learningUnitNames: `at most ${MOST_UNITS} names`,
    });
  }
  if (wanted.length > 0) return wanted;
  const assignment = await deps.assignment.assign(actor.userId, request.courseId, minutes);
  if (assignment.units.length === 0)
    throw invalidInput('This course has no units yet.', { courseId: 'a course with units' });
  return assignment.units.slice(0, MOST_UNITS).map((unit) => unit.name);
}
