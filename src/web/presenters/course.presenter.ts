import { certaintyInEnglish } from '../../domain/mastery/mastery.ts';
import { isDueForReview } from '../../domain/mastery/unit-standing.ts';
import type { UnitAssignment } from '../../domain/planning/assign-units.ts';
import { assignmentInEnglish, unitReasonInEnglish } from '../../domain/planning/assignment-words.ts';
import { outlookInEnglish } from '../../domain/planning/plan-change-words.ts';
import { reasonInEnglish } from '../../domain/planning/priority-reason.ts';
import type { PrioritizedCourse } from '../../services/course-prioritization/course-prioritization.service.ts';
import type { UnitStanding } from '../../services/mastery/mastery.service.ts';
import type { CourseStanding } from '../../services/progress/progress.service.ts';
import type { PlanView } from '../../services/what-if/what-if.service.ts';
import type { AssignmentView, CourseView, PrioritizedCourseView, StudyPlanView } from '../../shared/courses.ts';
import { messagesFor } from '../i18n/messages.ts';
import { toUnitView } from './session.presenter.ts';

/** A course with its units for the API. */
export function toCourseView({ courseId, units, ...course }: CourseStanding): CourseView {
  return { id: courseId, ...course, units: units.map(toCourseUnitView) };
}

/** A course in its place, with what the place is made of. */
export function toPrioritizedView({ course, score, factors }: PrioritizedCourse): PrioritizedCourseView {
  return {
    course: { id: course.id, name: course.name, subject: course.subject },
    score,
    factors: factors.map(({ name, score: part, weight, why }) => ({
      name,
      weight,
      score: part,
      why: reasonInEnglish(why),
    })),
  };
}

export function toCourseUnitView(unit: UnitStanding): CourseView['units'][number] {
  return {
    ...toUnitView(unit, messagesFor('en').words),
    state: unit.state,
    answers: unit.answers,
    certainty: unit.certainty,
    certaintyWords: certaintyInEnglish(unit.certainty, unit.answers),
    dueForReview: isDueForReview(unit),
    questionsDue: unit.reviews.due,
  };
}

/** Units of a session with the reasons in words. */
export function toAssignmentView({ units, totalMinutes, reason }: UnitAssignment): AssignmentView {
  return {
    units: units.map((unit) => ({ ...unit, why: unitReasonInEnglish(unit.why) })),
    totalMinutes,
    reason: assignmentInEnglish(reason),
  };
}

export function toStudyPlanView({ order, course, assignment, outlooks }: PlanView): StudyPlanView {
  return {
    order: order.map(toPrioritizedView),
    course: course && { id: course.id, name: course.name },
    session: toAssignmentView(assignment),
    outlooks: outlooks.map(({ id, test, ...outlook }) => ({
      ...outlook,
      test: id === null || test === null ? null : { id, name: test },
      words: outlookInEnglish({ test, ...outlook }),
    })),
  };
}
