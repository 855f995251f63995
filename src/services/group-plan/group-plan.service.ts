import type { CourseHead } from '../../data/curriculum/curriculum.repo.ts';
import type { ClassRecord, ClassRepo } from '../../data/people/class.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { invalidInput, notFound } from '../../domain/errors/app-error.ts';
import type { FactorScore } from '../../domain/planning/course-priority.ts';
import { GROUP_STRATEGIES, type GroupStrategy, prioritizeForGroup } from '../../domain/planning/group-priority.ts';
import { assignGroupUnits, type GroupAssignment } from '../../domain/planning/group-units.ts';
import { utcOffset } from '../../shared/calendar.ts';
import { LEAST_MINUTES, MOST_MINUTES } from '../../shared/courses.ts';
import type { Clock } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import { type MembersDeps, membersIn } from './group-members.ts';
import { type PupilsSurvey, type SurveyDeps, surveyPupils } from './survey-pupils.ts';

/** What a session together should be planned for. */
export interface GroupWish {
  classId: number;
  /** Of the class; empty is all of it. */
  studentIds?: readonly number[];
  /** How the needs of the members are brought together; absent: balanced. */
  strategy?: string | undefined;
  /** 5 … 240; absent: 45. */
  minutes?: number | undefined;
  /** Absent: the most urgent course that all share and that has units. */
  courseId?: number | undefined;
}

export interface GroupPupil {
  id: number;
  name: string;
  chosen: boolean;
}

export interface GroupPlan {
  class: ClassRecord;
  /** Everybody in the class, by name. */
  pupils: GroupPupil[];
  strategy: GroupStrategy;
  minutes: number;
  /** The courses that all who are chosen share, the most urgent first. */
  order: { course: CourseHead; score: number; factors: FactorScore[] }[];
  /** Courses that only some of them are in, with how many are. */
  unshared: { course: CourseHead; enrolled: number }[];
  /** Null where they share no course that has units. */
  course: CourseHead | null;
  assignment: GroupAssignment;
}

export interface GroupPlanDeps extends MembersDeps, SurveyDeps {
  access: AccessService;
  classes: ClassRepo;
  clock: Clock;
  timeZone: string;
}

/** Of a lesson. */
const USUAL_MINUTES = 45;

interface Survey extends PupilsSurvey {
  order: ReturnType<typeof prioritizeForGroup>;
}

/** Which course and which units several pupils should study together: for whoever makes sessions at school. */
export class GroupPlanService {
  readonly #deps: GroupPlanDeps;

  constructor(deps: GroupPlanDeps) {
    this.#deps = deps;
  }

  /**
   * A plan for a class of the class manager who asks, or for some of it. Fourteen queries, however many pupils. Throws `not-found` for a class, a
   * pupil or a course that is not theirs, `invalid-input` with the fields `minutes`, `strategy` and `course` for what cannot be
   * planned.
   */
  async plan(actor: Actor, wish: GroupWish): Promise<GroupPlan> {
    const { access, classes, clock, timeZone } = this.#deps;
    access.requireRole(actor, 'view class analytics');
    const room = (await classes.listOfManager(actor.userId)).find(({ id }) => id === wish.classId);
    if (!room) throw notFound('class');
    const members = await classes.listMembers([room.id]);
    const wanted = new Set(wish.studentIds);
    const there = new Set(members.map(({ studentId }) => studentId));
    if ([...wanted].some((id) => !there.has(id))) throw notFound('pupil');
    const pupils = members.map(({ studentId: id, firstName, lastName }) => {
      return { id, name: `${firstName} ${lastName}`, chosen: wanted.size === 0 || wanted.has(id) };
    });
    const ids = pupils.filter(({ chosen }) => chosen).map(({ id }) => id);
    const { strategy, minutes } = checked(wish);
    const now = clock.now();
    const moment = { now, utcOffset: utcOffset(now, timeZone) };
    const pupilsSurvey = await surveyPupils(this.#deps, ids, moment);
    const order = prioritizeForGroup([...pupilsSurvey.facts.values()], now, { strategy, utcOffset: moment.utcOffset });
    const survey: Survey = { ...pupilsSurvey, order };
    const course = courseOf(survey, wish.courseId);
    const known = { courseId: course?.id ?? 0, units: course ? (survey.units.get(course.id) ?? []) : [] };
    const group = course ? await membersIn(this.#deps, ids, { ...known, sittings: survey.sittings, moment }) : [];
    return {
      class: room,
      pupils,
      strategy,
      minutes,
      ...coursesOf(survey),
      course,
      assignment: assignGroupUnits(group, { minutes, now }),
    };
  }
}

function checked({ strategy, minutes = USUAL_MINUTES }: GroupWish): { strategy: GroupStrategy; minutes: number } {
  const chosen = strategy === undefined ? 'balanced' : GROUP_STRATEGIES.find((one) => one === strategy);
  const fields: Record<string, string> = {};
  if (chosen === undefined) fields.strategy = GROUP_STRATEGIES.join(', ');
  if (!(Number.isInteger(minutes) && minutes >= LEAST_MINUTES && minutes <= MOST_MINUTES)) {
    fields.minutes = `${LEAST_MINUTES} to ${MOST_MINUTES}`;
  }
  if (chosen === undefined || fields.minutes !== undefined) throw invalidInput('That cannot be planned.', fields);
  return { strategy: chosen, minutes };
}

/** The course that is asked for, or the most urgent one that all share and that has something to study. */
function courseOf({ order, heads, units }: Survey, courseId: number | undefined): CourseHead | null {
  if (courseId !== undefined) {
    const head = heads.get(courseId);
    if (head === undefined) throw notFound('course');
    const fields = { course: 'a course that all of them are in' };
    if (!order.some((one) => one.courseId === courseId)) throw invalidInput('That cannot be planned.', fields);
    return head;
  }
  const first = order.find((one) => (units.get(one.courseId)?.length ?? 0) > 0);
  return (first && heads.get(first.courseId)) ?? null;
}

function coursesOf({ order, heads, enrolled }: Survey): Pick<GroupPlan, 'order' | 'unshared'> {
  const shared = new Set(order.map(({ courseId }) => courseId));
  const rest = [...heads.values()].filter(({ id }) => !shared.has(id));
  return {
    order: order.flatMap(({ courseId, score, factors }) => {
      const course = heads.get(courseId);
      return course ? [{ course, score, factors }] : [];
    }),
    unshared: rest
      .map((course) => ({ course, enrolled: enrolled.get(course.id) ?? 0 }))
      .sort((a, b) => b.enrolled - a.enrolled || a.course.name.localeCompare(b.course.name)),
  };
}
