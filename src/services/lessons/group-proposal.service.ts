import type { CourseHead } from '../../data/curriculum/curriculum.repo.ts';
import type { ClassRecord } from '../../data/people/class.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { GROUP_SIZE } from '../../domain/lessons/lesson.ts';
import { type Grouping, proposeGroups } from '../../domain/lessons/propose-groups.ts';
import { utcOffset } from '../../shared/calendar.ts';
import type { Clock } from '../../shared/instant.ts';
import type { GroupSurveyService } from '../group-plan/group-survey.service.ts';
import { type LessonAccessDeps, requireClass } from './lesson-access.ts';

export interface GroupProposalDeps extends LessonAccessDeps {
  groupSurvey: GroupSurveyService;
  clock: Clock;
  timeZone: string;
}

/** What a lesson for a class can be made of. */
export interface LessonChoices {
  class: ClassRecord;
  /** Courses of its pupils, those that most are in first. */
  courses: CourseHead[];
  /** Names of the units of the course that is asked for, in their order; none where it is left to each. */
  units: string[];
  /** By name; `group` is the place in the proposal, from 0 on. */
  pupils: { id: number; name: string; group: number }[];
}

export interface GroupWish {
  classId: number;
  /** What the groups are to be alike, or unlike, in; absent: the course that most are in. */
  courseId?: number | undefined;
  size: number;
  grouping: Grouping;
}

/** Groups of a class as they are proposed before a lesson; the class manager changes what they would rather have otherwise. */
export class GroupProposalService {
  readonly #deps: GroupProposalDeps;

  constructor(deps: GroupProposalDeps) {
    this.#deps = deps;
  }

  /** Thirteen queries at most, however many pupils. Throws `not-found` for a class that is not the actor's. */
  async propose(actor: Actor, { classId, courseId, size, grouping }: GroupWish): Promise<LessonChoices> {
    const { classes, groupSurvey, clock, timeZone } = this.#deps;
    const room = await requireClass(this.#deps, actor, 'give a lesson', classId);
    const members = await classes.listMembers([room.id]);
    const ids = members.map(({ studentId }) => studentId);
    const now = clock.now();
    const moment = { now, utcOffset: utcOffset(now, timeZone) };
    const survey = await groupSurvey.survey(ids, moment);
    const enrolled = (id: number) => survey.enrolled.get(id) ?? 0;
    const courses = [...survey.heads.values()].sort((a, b) => enrolled(b.id) - enrolled(a.id) || a.id - b.id);
    const alikeIn = courses.find(({ id }) => id === courseId) ?? courses[0];
    const units = (alikeIn && survey.units.get(alikeIn.id)) ?? [];
    const known =
      alikeIn && units.length > 0
        ? await groupSurvey.members(ids, { courseId: alikeIn.id, units, sittings: survey.sittings, moment })
        : [];
    const mastery = new Map(known.map((one) => [one.id, meanOf(one.units.map(({ belief }) => belief.mastery))]));
    const groups = proposeGroups(
      ids.map((id) => ({ id, mastery: mastery.get(id) ?? null })),
      Math.min(Math.max(size, GROUP_SIZE.least), GROUP_SIZE.most),
      grouping,
    );
    const groupOf = new Map(groups.flatMap((group, place) => group.map((id): [number, number] => [id, place])));
    return {
      class: room,
      courses,
      units: alikeIn?.id === courseId ? units.map(({ name }) => name) : [],
      pupils: members.map(({ studentId: id, firstName, lastName }) => {
        return { id, name: `${firstName} ${lastName}`, group: groupOf.get(id) ?? 0 };
      }),
    };
  }
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
