import { ANOTHER } from '../../agents/teacher/pseudonym.ts';
import type { NamedPlace } from '../../data/lessons/lesson-session.repo.ts';
import type { TaughtSession } from '../../data/study-session/taught-session.ts';
import type { TeachingBrief } from '../../domain/tutoring/brief.ts';

/**
 * Whose names a remote model is not to read although they have no pseudonym in this talk. Staff name anybody of the lesson, by the family
 * name too; in the talk of a group it is those who have not come. What pupils write besides is left alone: many a name is a word.
 */
export function unnamedIn(
  { id, studentId }: Pick<TaughtSession, 'id' | 'studentId'>,
  names: readonly NamedPlace[],
): NonNullable<TeachingBrief['unnamed']> {
  const others = names.filter((one) => one.studentId !== studentId && !(one.sessionId === id && one.joined));
  const called = (some: readonly NamedPlace[]) => some.map(({ firstName }) => ({ firstName, pseudonym: ANOTHER }));
  const families = [...new Set(names.map(({ lastName }) => lastName))];
  return {
    staff: [...called(others), ...families.map((firstName) => ({ firstName, pseudonym: '' }))],
    talk: called(others.filter(({ sessionId }) => sessionId === id)),
  };
}
