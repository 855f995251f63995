import type { UnitStanding } from '../../services/mastery/mastery.service.ts';
import type { CourseStanding } from '../../services/progress/progress.service.ts';
import type { CourseView } from '../../shared/courses.ts';
import { toUnitView } from './session.presenter.ts';

/** A course with its units for the API. */
export function toCourseView({ courseId, units, ...course }: CourseStanding): CourseView {
  return { id: courseId, ...course, units: units.map(toCourseUnitView) };
}

export function toCourseUnitView(unit: UnitStanding): CourseView['units'][number] {
  return { ...toUnitView(unit), state: unit.state, answers: unit.answers };
}
