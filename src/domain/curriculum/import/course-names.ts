import { GRADE_LEVELS, type GradeLevel } from '../curriculum.ts';

/** What tells one course from every other. */
export interface CourseName {
  subject: string;
  gradeLevel: GradeLevel;
  name: string;
}

/** As one text: "math, 7th, Algebra". */
export const fullName = ({ subject, gradeLevel, name }: CourseName): string => `${subject}, ${gradeLevel}, ${name}`;

/**
 * The course that another one means by a name alone: of several one of its own subject before others, and then that of the
 * highest grade which is not above its own. Undefined where no course, or only itself, has the name.
 */
export function courseMeant<Known extends CourseName>(
  name: string,
  from: CourseName,
  courses: readonly Known[],
): Known | undefined {
  const own = GRADE_LEVELS.indexOf(from.gradeLevel);
  const rank = (course: Known): number => {
    const grade = GRADE_LEVELS.indexOf(course.gradeLevel);
    return (course.subject === from.subject ? 0 : 100) + (grade <= own ? own - grade : 20 + grade);
  };
  return courses
    .filter((course) => course.name === name && fullName(course) !== fullName(from))
    .sort((a, b) => rank(a) - rank(b))[0];
}
