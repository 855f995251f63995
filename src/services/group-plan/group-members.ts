import type { UnitRecord } from '../../data/curriculum/curriculum.repo.ts';
import type { ListedSitting } from '../../data/curriculum/test.repo.ts';
import type { GroupPlanningRepo } from '../../data/mastery/group-planning.repo.ts';
import { type MasteryRepo, unitKey } from '../../data/mastery/mastery.repo.ts';
import { predictUnit } from '../../domain/mastery/mastery.ts';
import { NEW_MEMORY } from '../../domain/mastery/memory.ts';
import { studyState } from '../../domain/mastery/progress.ts';
import { PRIORS } from '../../domain/mastery/terms.ts';
import type { UnitFacts } from '../../domain/planning/assign-units.ts';
import { comingTests, notBegun } from '../../domain/planning/coming-tests.ts';
import type { Moment } from '../../domain/planning/course-facts.ts';
import type { GroupMember } from '../../domain/planning/group-units.ts';

export interface MembersDeps {
  groupPlanning: GroupPlanningRepo;
  masteryTerms: MasteryRepo;
}

export interface MembersIn {
  courseId: number;
  units: readonly UnitRecord[];
  sittings: ReadonlyMap<number, readonly ListedSitting[]>;
  moment: Moment;
}

/** What a plan in one course rests on, for each of these pupils. Six queries, however many pupils and units. */
export async function membersIn(
  { groupPlanning, masteryTerms }: MembersDeps,
  studentIds: readonly number[],
  { courseId, units, sittings, moment }: MembersIn,
): Promise<GroupMember[]> {
  const progress = Map.groupBy(await groupPlanning.unitProgress(studentIds, courseId), ({ studentId }) => studentId);
  const tested = Map.groupBy(await groupPlanning.testedUnits(studentIds, courseId), ({ sittingId }) => sittingId);
  const students = await groupPlanning.students(studentIds);
  const practised = Map.groupBy(await groupPlanning.practisedUnits(studentIds, courseId), ({ studentId }) => studentId);
  const difficulties = await masteryTerms.units([courseId]);
  const shared = await masteryTerms.shared();
  const factsOf = (studentId: number): UnitFacts[] => {
    const student = students.get(studentId) ?? PRIORS.student;
    const own = new Map(practised.get(studentId)?.map((row) => [row.unitName, row]));
    const done = new Map(progress.get(studentId)?.map((row) => [row.unitName, row.progress]));
    return units.map(({ name, minutes: estimatedDurationMinutes, prerequisites, weight }) => {
      const { term = PRIORS.studentUnit, memory = NEW_MEMORY } = own.get(name) ?? {};
      const unit = difficulties.get(unitKey(courseId, name)) ?? PRIORS.unit;
      const answers = term.successes + term.failures;
      const mastery = predictUnit({ student, studentUnit: term, unit, ...shared }).p;
      const share = done.get(name) ?? 0;
      const state = studyState(share, answers);
      const belief = { mastery, memory, answers };
      return { name, state, progress: share, estimatedDurationMinutes, prerequisites, weight, belief };
    });
  };
  return studentIds.map((id) => {
    const coming = comingTests(
      (sittings.get(id) ?? []).filter((sitting) => sitting.courseId === courseId),
      new Map(),
      moment,
    );
    const tests = notBegun(coming).map(({ sittingId, name, at, days }) => {
      return { id: sittingId, name, at: Math.max(at, moment.now), days, units: tested.get(sittingId) ?? [] };
    });
    return { id, units: factsOf(id), tests };
  });
}
