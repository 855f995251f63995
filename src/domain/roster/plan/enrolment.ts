import type { GradeLevel } from '../../curriculum/curriculum.ts';

/** A course that everybody in a grade takes. */
export interface MandatoryCourse {
  id: number;
  name: string;
  gradeLevel: GradeLevel;
}

export interface Enrolment {
  studentId: number;
  courseId: number;
}

/** An enrolment in a mandatory course, of whatever grade. */
export interface KnownEnrolment extends Enrolment {
  /** Nothing ever came of it: no session, no answer, no test. */
  untouched: boolean;
}
