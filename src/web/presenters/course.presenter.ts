import { isDueForReview } from '../../domain/mastery/unit-standing.ts';
import { reasonInEnglish } from '../../domain/planning/priority-reason.ts';
import type { PrioritizedCourse } from '../../services/course-prioritization/course-prioritization.service.ts';
import type { UnitStanding } from '../../services/mastery/mastery.service.ts';
import type { CourseStanding } from '../../services/progress/progress.service.ts';
import type { CourseView, PrioritizedCourseView } from '../../shared/courses.ts';
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
    ...toUnitView(unit),
    state: unit.state,
    answers: unit.answers,
    dueForReview: isDueForReview(unit),
    questionsDue: unit.reviews.due,
  };
}
