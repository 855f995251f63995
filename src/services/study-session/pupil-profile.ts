import type { PupilRecord } from '../../data/people/user.repo.ts';
import type { HomeSession } from '../../data/study-session/home-session.repo.ts';
import type { PupilProfile } from '../../domain/tutoring/brief.ts';

/** What the teacher and the evaluator may know of a pupil. The course's grade stands in where the pupil is in no class. */
export function profileOf(pupil: PupilRecord, session: HomeSession, courseGrade: string): PupilProfile {
  return {
    firstName: pupil.firstName,
    pseudonym: pupil.pseudonym,
    gradeLevel: pupil.gradeLevel ?? courseGrade,
    locale: pupil.locale,
    learningStyle: pupil.learningStyle,
    routineStyle: pupil.routineStyle,
    collaborationStyle: pupil.collaborationStyle,
    feeling: session.feelingBefore,
  };
}
