import { explain } from '../../domain/planning/course-priority.ts';
import { groupReasonInEnglish, groupUnitInEnglish } from '../../domain/planning/group-words.ts';
import type { GroupPlan } from '../../services/group-plan/group-plan.service.ts';
import type { GroupPlanView } from '../../shared/group-plan.ts';

/** A plan for several pupils, for the API. */
export function toGroupPlanView(plan: GroupPlan): GroupPlanView {
  const { class: room, course, assignment, order, unshared, ...rest } = plan;
  return {
    ...rest,
    class: { id: room.id, name: room.name },
    order: order.map((one) => ({ course: toCourse(one.course), score: one.score, why: explain(one) })),
    unshared: unshared.map(({ course: own, enrolled }) => ({ course: toCourse(own), enrolled })),
    course: course && toCourse(course),
    units: assignment.units.map((unit) => ({ ...unit, why: groupUnitInEnglish(unit.why) })),
    totalMinutes: assignment.totalMinutes,
    reason: groupReasonInEnglish(assignment.reason),
    outlook: assignment.outlook,
  };
}

function toCourse({ id, name, subject }: { id: number; name: string; subject: string }) {
  return { id, name, subject };
}
