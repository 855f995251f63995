import type { Marker, TestAnswer } from '../../data/tests/test-answer.repo.ts';
import { isChoice, type MarkVerdict } from '../../domain/assessment/mark-answer.ts';
import type { Item } from '../../domain/curriculum/curriculum.ts';
import { type QuestionView, questionView } from '../../domain/tutoring/question-view.ts';

/** A question of a sitting with its answer, its key and its mark. */
export interface ReviewedQuestion {
  position: number;
  question: QuestionView;
  points: number;
  /** As the pupil gave it: choices in their words. */
  answer: string;
  /** What was written is kept no longer. */
  removed: boolean;
  /** What would have been right: choices in their words. */
  right: string;
  /** Other answers that would have been right. */
  alsoRight: string[];
  explanation: string;
  verdict: MarkVerdict | null;
  share: number | null;
  understood: string | null;
  markedBy: Marker | null;
  comment: string | null;
}

/** Answers beside what was asked, in order; for whoever may see the keys: the pupil after the release, and who marks. */
export function reviewedQuestions(
  answers: readonly TestAnswer[],
  items: ReadonlyMap<number, Item>,
): ReviewedQuestion[] {
  return answers.flatMap((answer) => {
    const item = items.get(answer.revisionId);
    return item ? [reviewedQuestion(answer, item)] : [];
  });
}

function reviewedQuestion(answer: TestAnswer, item: Item): ReviewedQuestion {
  const { position, points, verdict, share, understood, markedBy, comment } = answer;
  const { key } = item;
  return {
    position,
    question: questionView(item),
    points,
    answer: inWords(item, answer.answer),
    removed: answer.removed,
    right: inWords(item, key.answer) + (key.unit === undefined || isChoice(key.kind) ? '' : ` ${key.unit}`),
    alsoRight: isChoice(key.kind) ? [] : key.acceptedAnswers,
    explanation: item.explanation,
    verdict,
    share,
    understood,
    markedBy,
    comment,
  };
}

/** Choices by their texts, as they were read; everything else as it was written. */
export function inWords({ key }: Pick<Item, 'key'>, answer: string): string {
  if (!isChoice(key.kind) || answer === '') return answer;
  const ids = answer.split(',').map((id) => id.trim());
  return ids.map((id) => key.choices.find((choice) => choice.id === id)?.text ?? id).join('; ');
}
