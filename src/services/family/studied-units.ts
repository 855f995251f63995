import type { Attempt } from '../../data/study-session/attempt.repo.ts';
import { countOutcomes, finishedQuestions, type QuestionOutcomes } from '../../domain/evaluation/question-outcomes.ts';

/** A unit that was worked on, and how its questions ended. */
export interface StudiedUnit {
  courseName: string;
  unitName: string;
  outcomes: QuestionOutcomes;
  /** Questions that were brought to an end. */
  questions: number;
}

/** The units of these attempts, most questions first. Units in which every question was skipped or left open are left out. */
export function studiedUnits(
  attempts: readonly Attempt[],
  courses: readonly { courseId: number; name: string }[],
): StudiedUnit[] {
  const perUnit = Map.groupBy(attempts, (attempt) => `${attempt.courseId}/${attempt.unitName}`);
  const found = [...perUnit.values()].flatMap((group) => {
    const [first] = group;
    const outcomes = countOutcomes(group);
    const questions = finishedQuestions(outcomes);
    if (!first || questions === 0) return [];
    const courseName = courses.find(({ courseId }) => courseId === first.courseId)?.name ?? '';
    return [{ courseName, unitName: first.unitName, outcomes, questions }];
  });
  return found.sort((a, b) => b.questions - a.questions);
}
