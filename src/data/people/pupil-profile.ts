import type { PupilProfile } from '../../domain/tutoring/brief.ts';
import type { TaughtSession } from '../study-session/taught-session.ts';
import type { PupilRecord } from './user.repo.ts';

/** What the teacher and the evaluator may know of a pupil. The course's grade stands in where the pupil is in no class. */
export function profileOf(
  pupil: PupilRecord,
  { feelingBefore }: Pick<TaughtSession, 'feelingBefore'>,
  courseGrade: string,
): PupilProfile {
  return {
    firstName: pupil.firstName,
    pseudonym: pupil.pseudonym,
    gradeLevel: pupil.gradeLevel ?? courseGrade,
    locale: pupil.locale,
    learningStyle: pupil.learningStyle,
    routineStyle: pupil.routineStyle,
    collaborationStyle: pupil.collaborationStyle,
    feeling: feelingBefore,
  };
}
