import type { CurriculumRepo } from '../../data/curriculum/curriculum.repo.ts';
import { invalidInput } from '../../domain/errors/app-error.ts';
import { FARTHEST_AHEAD, GROUP_SIZE, LESSON_MINUTES, type LessonPlan } from '../../domain/lessons/lesson.ts';
import { GROUP_STRATEGIES } from '../../domain/planning/group-priority.ts';
import type { SchoolSessionType } from '../../domain/study-session/study-session.ts';
import { type Instant, MINUTE } from '../../shared/instant.ts';

/** What a class manager asks for. */
export interface LessonWish {
  classId: number;
  type: SchoolSessionType;
  minutes: number;
  /** Absent: it begins now. */
  startAt?: Instant | undefined;
  /** Absent: each the most urgent of their own, a group the most urgent that all share. */
  courseId?: number | undefined;
  /** Of the chosen course; absent or empty: chosen for each. */
  unitNames?: readonly string[] | undefined;
  /** For an individual lesson; absent or empty is all of the class. */
  studentIds?: readonly number[] | undefined;
  /** Of a group lesson and a talk. */
  groups?: readonly { name?: string | undefined; studentIds: readonly number[] }[] | undefined;
  strategy?: string | undefined;
  /** Of a talk. */
  topic?: string | undefined;
}

export const LONGEST_TOPIC = 300;
const LONGEST_NAME = 60;
/** A lesson may be entered a little after the bell. */
const LATE_ENTRY = 5 * MINUTE;

/**
 * What is wrong with a wish, all of it at once, by field; and the plan where nothing is. `members` are the pupils of the class.
 * Throws `invalid-input`.
 */
export async function checkedPlan(
  { curriculum }: { curriculum: CurriculumRepo },
  wish: LessonWish,
  members: ReadonlySet<number>,
  now: Instant,
): Promise<LessonPlan> {
  const fields: Record<string, string> = {
    ...timesWrong(wish, now),
    ...peopleWrong(wish, members),
    ...(await contentWrong(curriculum, wish)),
  };
  if (Object.keys(fields).length > 0) throw invalidInput('This lesson cannot be planned like that.', fields);
  const groups = wish.type === 'individual' ? [] : (wish.groups ?? []);
  return {
    groups: groups.map(({ name, studentIds }, place) => {
      return { name: name?.trim() || `Group ${place + 1}`, studentIds: [...studentIds] };
    }),
    studentIds: wish.type === 'individual' ? [...(wish.studentIds ?? [])] : [],
    unitNames: [...(wish.unitNames ?? [])],
    strategy: wish.strategy ?? null,
    topic: wish.topic?.trim() || null,
    leftOut: [],
  };
}

function timesWrong({ minutes, startAt }: LessonWish, now: Instant): Record<string, string> {
  const { least, most } = LESSON_MINUTES;
  const wrong: Record<string, string> = {};
  if (!(Number.isInteger(minutes) && minutes >= least && minutes <= most)) {
    wrong.minutes = `${least} to ${most}; this is ${minutes}`;
  }
  if (startAt !== undefined && !(startAt >= now - LATE_ENTRY && startAt <= now + FARTHEST_AHEAD)) {
    wrong.startAt = 'a moment from now on, within a year';
  }
  return wrong;
}

function peopleWrong({ type, groups = [], studentIds = [] }: LessonWish, members: ReadonlySet<number>) {
  const wrong: Record<string, string> = {};
  const strangers = studentIds.filter((id) => !members.has(id));
  if (strangers.length > 0) wrong.studentIds = `pupils of the class; not of it: ${strangers.join(', ')}`;
  if (type === 'individual') {
    if (groups.length > 0) wrong.groups = 'none in an individual lesson';
    return wrong;
  }
  const all = groups.flatMap((group) => group.studentIds);
  const outside = all.filter((id) => !members.has(id));
  const twice = all.filter((id, place) => all.indexOf(id) !== place);
  const { least, most } = GROUP_SIZE;
  const sizes = groups.filter(({ studentIds: ids }) => ids.length < least || ids.length > most);
  const names = groups.filter(({ name }) => (name?.length ?? 0) > LONGEST_NAME);
  const said = [
    ...(groups.length === 0 ? ['at least one group'] : []),
    ...(sizes.length > 0 ? [`${least} to ${most} pupils in each`] : []),
    ...(outside.length > 0 ? [`pupils of the class; not of it: ${outside.join(', ')}`] : []),
    ...(twice.length > 0 ? [`each pupil in one group; in more than one: ${[...new Set(twice)].join(', ')}`] : []),
    ...(names.length > 0 ? [`names of at most ${LONGEST_NAME} characters`] : []),
  ];
  if (said.length > 0) wrong.groups = said.join('; ');
  return wrong;
}

async function contentWrong(
  curriculum: CurriculumRepo,
  { type, courseId, unitNames = [], strategy, topic = '' }: LessonWish,
): Promise<Record<string, string>> {
  const wrong: Record<string, string> = {};
  if (strategy !== undefined && !GROUP_STRATEGIES.some((one) => one === strategy)) {
    wrong.strategy = `${GROUP_STRATEGIES.join(', ')}; this is "${strategy.slice(0, 40)}"`;
  }
  if (topic.length > LONGEST_TOPIC) wrong.topic = `at most ${LONGEST_TOPIC} characters; this has ${topic.length}`;
  if (type !== 'social' && topic.trim() !== '') wrong.topic = 'only for a talk';
  if (courseId === undefined) {
    if (unitNames.length > 0) wrong.unitNames = 'only with a course chosen for all';
    return wrong;
  }
  const course = await curriculum.findCourse(courseId);
  if (!course) return { ...wrong, courseId: 'a course' };
  const known = new Set((await curriculum.listUnits([courseId])).map(({ name }) => name));
  const unknown = unitNames.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    wrong.unitNames = `units of ${course.name}; not there: ${unknown.map((name) => `"${name.slice(0, 60)}"`).join(', ')}`;
  }
  return wrong;
}
