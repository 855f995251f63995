import type { CourseHead, CurriculumRepo, UnitRecord } from '../../data/curriculum/curriculum.repo.ts';
import type { ListedSitting } from '../../data/curriculum/test.repo.ts';
import type { GroupPlanningRepo } from '../../data/mastery/group-planning.repo.ts';
import type { CourseFacts, Moment } from '../../domain/planning/course-facts.ts';
import { DAY } from '../../shared/instant.ts';
import { factsOfAll } from '../course-prioritization/course-prioritization.service.ts';

export interface SurveyDeps {
  groupPlanning: GroupPlanningRepo;
  curriculum: CurriculumRepo;
}

/** What the order of courses of several pupils rests on. */
export interface PupilsSurvey {
  heads: Map<number, CourseHead>;
  /** Of each course, in teaching order. */
  units: Map<number, UnitRecord[]>;
  /** How many of the pupils are in each course. */
  enrolled: Map<number, number>;
  /** Of each pupil. */
  sittings: Map<number, ListedSitting[]>;
  /** Of each pupil, by name of the course. */
  facts: Map<number, CourseFacts[]>;
}

const SURVEYED = 30 * DAY;

/** Reads what the order of these pupils' courses rests on. Five queries, however many pupils and courses. */
export async function surveyPupils(
  { groupPlanning, curriculum }: SurveyDeps,
  ids: readonly number[],
  { now }: Moment,
): Promise<PupilsSurvey> {
  if (ids.length === 0) {
    return { heads: new Map(), units: new Map(), enrolled: new Map(), sittings: new Map(), facts: new Map() };
  }
  const standings = await groupPlanning.standings(ids);
  const perCourse = Map.groupBy(standings, ({ id }) => id);
  const courseIds = [...perCourse.keys()];
  const own = Map.groupBy(standings, ({ studentId }) => studentId);
  const sittings = Map.groupBy(await groupPlanning.sittings(ids), ({ studentId }) => studentId);
  const recent = await groupPlanning.completedSince(ids, now - SURVEYED);
  const sessions = Map.groupBy(recent, ({ studentId }) => studentId);
  const heads = await curriculum.listHeads(courseIds);
  const nameOf = (id: number): string => heads.get(id)?.name ?? '';
  const factsOf = (id: number): CourseFacts[] => {
    const byName = (own.get(id) ?? []).sort((a, b) => nameOf(a.id).localeCompare(nameOf(b.id)));
    return factsOfAll({ byName, sittings: sittings.get(id) ?? [], sessions: sessions.get(id) ?? [] });
  };
  return {
    heads,
    units: Map.groupBy(await curriculum.listUnits(courseIds), ({ courseId }) => courseId),
    enrolled: new Map([...perCourse].map(([id, all]) => [id, all.length])),
    sittings,
    facts: new Map(ids.map((id) => [id, factsOf(id)])),
  };
}
