import type { AgentRepo, TeacherRecord } from '../../data/agents/agent.repo.ts';
import type { CourseHead } from '../../data/curriculum/curriculum.repo.ts';
import type { NewLessonSession } from '../../data/lessons/lesson-session.repo.ts';
import type { LeftOutReason, LessonPlan } from '../../domain/lessons/lesson.ts';
import type { CourseFacts, Moment } from '../../domain/planning/course-facts.ts';
import { prioritize } from '../../domain/planning/course-priority.ts';
import { GROUP_STRATEGIES, prioritizeForGroup } from '../../domain/planning/group-priority.ts';
import { assignGroupUnits, type GroupMember } from '../../domain/planning/group-units.ts';
import type { SchoolSessionType } from '../../domain/study-session/study-session.ts';
import type { GroupSurveyService, PupilsSurvey } from '../group-plan/group-survey.service.ts';
import { chooseUnits } from '../learning-unit-assignment/learning-unit-assignment.service.ts';

export interface SessionPlanDeps {
  groupSurvey: GroupSurveyService;
  agents: AgentRepo;
}

/** What the sessions of a lesson are planned from. */
export interface SessionWish {
  type: SchoolSessionType;
  minutes: number;
  courseId: number | null;
  plan: LessonPlan;
  /** Who can take part: of the class, and in no other lesson. */
  studentIds: readonly number[];
}

export interface PlannedSessions {
  sessions: NewLessonSession[];
  leftOut: LessonPlan['leftOut'];
}

/** A session has so many units at most. */
const MOST_UNITS = 12;

interface Table {
  survey: PupilsSurvey;
  moment: Moment;
  /** By subject; undefined where there is none. */
  teachers: Map<string, TeacherRecord | undefined>;
}

/** Those who study together, or one alone, and what. Of a talk the course only says whose teacher leads it. */
interface Party {
  name: string;
  studentIds: number[];
  course: CourseHead;
}

/**
 * Who studies what in a lesson that begins now, and who cannot and why. The number of queries depends on how many courses and
 * subjects are studied, not on how many pupils do.
 */
export async function planSessions(deps: SessionPlanDeps, wish: SessionWish, moment: Moment): Promise<PlannedSessions> {
  const table: Table = {
    survey: await deps.groupSurvey.survey(wish.studentIds, moment),
    moment,
    teachers: new Map(),
  };
  await readTeachers(deps, table);
  const leftOut: PlannedSessions['leftOut'] = [];
  const refuse = (why: LeftOutReason, studentIds: readonly number[]) => {
    for (const studentId of studentIds) leftOut.push({ studentId, why });
  };
  const parties = wish.type === 'individual' ? alone(table, wish, refuse) : together(table, wish, refuse);
  const sessions: { first: number; session: NewLessonSession }[] = [];
  for (const [course, studying] of Map.groupBy(parties, (party) => party.course)) {
    const teacher = table.teachers.get(course.subject);
    const ids = studying.flatMap(({ studentIds }) => studentIds);
    if (!teacher) {
      refuse('no teacher', ids);
      continue;
    }
    if (wish.type === 'social') {
      sessions.push(...studying.map((party) => talkOf(party, teacher)));
      continue;
    }
    const known = { courseId: course.id, units: table.survey.units.get(course.id) ?? [] };
    const members = await deps.groupSurvey.members(ids, { ...known, sittings: table.survey.sittings, moment });
    const byId = new Map(members.map((member) => [member.id, member]));
    for (const { name, studentIds } of studying) {
      const group = studentIds.flatMap((id) => byId.get(id) ?? []);
      const unitNames = unitsFor(group, wish, moment.now).slice(0, MOST_UNITS);
      const pupils = group.map((member) => ({ id: member.id, masteryBefore: before(member, unitNames) }));
      const session = { name, courseId: course.id, teacherId: teacher.id, unitNames, pupils };
      sessions.push({ first: studentIds[0] ?? 0, session });
    }
  }
  // In the order of the plan, whatever course comes first.
  const order = new Map(parties.map(({ studentIds }, place) => [studentIds[0] ?? 0, place]));
  sessions.sort((a, b) => (order.get(a.first) ?? 0) - (order.get(b.first) ?? 0));
  return { sessions: sessions.map(({ session }) => session), leftOut };
}

async function readTeachers({ agents }: SessionPlanDeps, { survey, teachers }: Table): Promise<void> {
  for (const { subject } of survey.heads.values()) {
    if (!teachers.has(subject)) teachers.set(subject, await agents.findTeacher(subject));
  }
}

type Refuse = (why: LeftOutReason, studentIds: readonly number[]) => void;

/** Each pupil on their own: the chosen course, or the most urgent of theirs that has units and a teacher. */
function alone({ survey, moment, teachers }: Table, { studentIds, courseId }: SessionWish, refuse: Refuse): Party[] {
  const teachable = (id: number) => {
    const head = survey.heads.get(id);
    return head !== undefined && hasUnits(survey, id) && teachers.get(head.subject) !== undefined;
  };
  return studentIds.flatMap((id) => {
    const facts = survey.facts.get(id) ?? [];
    const own = courseId === null ? facts : facts.filter((course) => course.courseId === courseId);
    const first = mostUrgent(own, moment, teachable) ?? own[0];
    const course = first && survey.heads.get(first.courseId);
    if (!course) refuse(courseId === null ? 'no course' : 'not in the course', [id]);
    else if (!hasUnits(survey, course.id)) refuse('no units', [id]);
    else return [{ name: '', studentIds: [id], course }];
    return [];
  });
}

function mostUrgent(
  facts: readonly CourseFacts[],
  { now, utcOffset }: Moment,
  isTeachable: (courseId: number) => boolean,
): CourseFacts | undefined {
  const able = facts.filter((course) => isTeachable(course.courseId));
  const [first] = prioritize(able, now, { utcOffset });
  return first && able.find((course) => course.courseId === first.courseId);
}

const hasUnits = ({ units }: PupilsSurvey, courseId: number): boolean => (units.get(courseId)?.length ?? 0) > 0;

/** Each group: the chosen course, or the most urgent one that all of it share. Who cannot join theirs is told why. */
function together({ survey, moment }: Table, wish: SessionWish, refuse: Refuse): Party[] {
  const there = new Set(wish.studentIds);
  const grouped = new Set(wish.plan.groups.flatMap(({ studentIds }) => studentIds));
  refuse(
    'in no group',
    wish.studentIds.filter((id) => !grouped.has(id)),
  );
  const strategy = GROUP_STRATEGIES.find((one) => one === wish.plan.strategy) ?? 'balanced';
  return wish.plan.groups.flatMap(({ name, studentIds }) => {
    const all = studentIds.filter((id) => there.has(id));
    const isIn = (id: number) => survey.facts.get(id)?.some((course) => course.courseId === wish.courseId) ?? false;
    const members = wish.courseId === null ? all : all.filter(isIn);
    refuse(
      'not in the course',
      all.filter((id) => !members.includes(id)),
    );
    const facts = members.map((id) => survey.facts.get(id) ?? []);
    const order = prioritizeForGroup(facts, moment.now, { strategy, utcOffset: moment.utcOffset });
    const isTalk = wish.type === 'social';
    const shared = order.find((one) => isTalk || hasUnits(survey, one.courseId))?.courseId;
    const courseId = wish.courseId ?? shared ?? (isTalk ? facts.flat()[0]?.courseId : undefined);
    const course = courseId === undefined ? undefined : survey.heads.get(courseId);
    if (members.length === 1) refuse('alone in the group', members);
    else if (!course) refuse('no course', members);
    else if (!isTalk && !hasUnits(survey, course.id)) refuse('no units', members);
    else return [{ name, studentIds: members, course }];
    return [];
  });
}

/** A talk is about no course and moves nobody's estimate. */
function talkOf({ name, studentIds }: Party, { id: teacherId }: TeacherRecord) {
  const pupils = studentIds.map((id) => ({ id, masteryBefore: [] }));
  return { first: studentIds[0] ?? 0, session: { name, courseId: null, teacherId, unitNames: [], pupils } };
}

/** The units that were chosen for all, or what brings most to this pupil or group in the time there is. */
function unitsFor(group: readonly GroupMember[], { type, minutes, plan }: SessionWish, now: number): string[] {
  const [first] = group;
  if (!first) return [];
  if (plan.unitNames.length > 0) {
    return first.units.map(({ name }) => name).filter((name) => plan.unitNames.includes(name));
  }
  const chosen =
    type === 'individual'
      ? chooseUnits({ units: first.units, tests: first.tests, minutes, now })
      : assignGroupUnits(group, { minutes, now });
  return chosen.units.map(({ name }) => name);
}

function before({ units }: GroupMember, unitNames: readonly string[]) {
  const byName = new Map(units.map(({ name, belief }) => [name, belief.mastery]));
  return unitNames.map((unitName) => ({ unitName, mastery: byName.get(unitName) ?? 0.5 }));
}
