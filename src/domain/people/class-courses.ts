import type { CourseType, GradeLevel } from '../curriculum/curriculum.ts';

/** Whether the pupils of a class are in a course because of their grade. */
export function isMandatoryFor(
  { gradeLevel }: { gradeLevel: GradeLevel },
  course: { type: CourseType; gradeLevel: GradeLevel },
): boolean {
  return course.type === 'mandatory' && course.gradeLevel === gradeLevel;
}
