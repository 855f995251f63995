import type { Insertable } from 'kysely';
import { drawQuestions } from '../../../domain/assessment/draw-questions.ts';
import { gradeOf } from '../../../domain/assessment/grade.ts';
import { isChoice, type Mark, markByKey } from '../../../domain/assessment/mark-answer.ts';
import type { Item } from '../../../domain/curriculum/curriculum.ts';
import type { AnswerChecker } from '../../../domain/tutoring/verdict.ts';
import { type Instant, MINUTE } from '../../../shared/instant.ts';
import { toStored } from '../../db/instants.ts';
import type { Tables } from '../../db/schema.ts';
import type { Random } from '../random.ts';
import { rightAnswer, wrongAnswer } from './answers.ts';
import type { PlannedTest, Pupil } from './world.ts';

/** What a pupil answered in a test, and what it earned. */
export interface SatTest {
  seed: string;
  begunAt: Instant;
  endsAt: Instant;
  submittedAt: Instant;
  answers: SatAnswer[];
  /** Null: an answer waits for a person. */
  grade: number | null;
}

export interface SatAnswer {
  item: Item;
  points: number;
  answer: string;
  savedAt: Instant;
  /** Null: for a person. */
  mark: Mark | null;
}

/** How a day can be better or worse than what one knows. */
const FORM = 0.08;
const LEFT_OUT = 0.05;
/** Answers that neither say the same as the key nor are known to be wrong, by the key. */
const ON_THE_EDGE: Readonly<Record<string, string>> = {
  'Bill of Rights': 'the list of rights that was added later',
  'trade union': 'an association of workers',
};

/**
 * A pupil sits a test: the questions are drawn as the product draws them, and answered by what the pupil knows. `edge`: free text
 * is answered in words that a person has to judge.
 */
export function satTest(
  { test, pupil, at, easier }: { test: PlannedTest; pupil: Pupil; at: Instant; easier: number },
  random: Random,
  checker: AnswerChecker,
  edge: boolean,
): SatTest {
  const seed = `${test.testId}/${pupil.plan.person.username}/${at}`;
  const items = new Map(test.items.map((item) => [item.qaId, item]));
  const questions = drawQuestions(seed, test, test.units, candidatesOf(test.items));
  const form = random.normal(easier, FORM);
  const begunAt = at + random.int(0, 4) * MINUTE;
  const took = test.durationMinutes * random.between(0.5, 0.98) * MINUTE;
  const answers = questions.flatMap(({ qaId, points }, index): SatAnswer[] => {
    const item = items.get(qaId);
    if (!item) return [];
    const savedAt = Math.round(begunAt + (took * (index + 1)) / (questions.length + 1));
    const answer = said(item, { test, pupil, form, edge }, random, checker);
    return [{ item, points, answer, savedAt, mark: markByKey(item, answer, checker) }];
  });
  const marks = answers.flatMap(({ points, mark }) => (mark ? [{ points, share: mark.share }] : []));
  return {
    seed,
    begunAt,
    endsAt: begunAt + test.durationMinutes * MINUTE,
    submittedAt: Math.round(begunAt + took),
    answers,
    grade: marks.length === answers.length ? gradeOf(marks) : null,
  };
}

/** The questions and marks of a sitting as rows. */
export function answerRows(
  sittingId: number,
  { answers }: SatTest,
  markedAt: Instant,
): { answers: Insertable<Tables['test_answers']>[]; marks: Insertable<Tables['test_marks']>[] } {
  const given = answers.map((one, index) => ({ ...one, position: index + 1 }));
  return {
    answers: given.map(({ position, item, points, answer, savedAt, mark }) => ({
      sitting_id: sittingId,
      position,
      qa_id: item.qaId,
      revision_id: item.revisionId,
      course_id: item.courseId,
      unit_name: item.unitName,
      points,
      answer,
      seq: answer === '' ? 0 : 1,
      saved_by: answer === '' ? null : 'sample',
      saved_at: answer === '' ? null : toStored(savedAt),
      verdict: mark?.verdict ?? null,
      share: mark?.share ?? null,
      understood: mark?.understood ?? null,
      marked_by: mark ? ('checker' as const) : null,
      marker_id: null,
      comment: null,
      marked_at: mark ? toStored(markedAt) : null,
    })),
    marks: given.flatMap(({ position, mark }) =>
      mark
        ? [
            {
              sitting_id: sittingId,
              position,
              verdict: mark.verdict,
              share: mark.share,
              source: 'checker' as const,
              marker_id: null,
              reason: null,
              created_at: toStored(markedAt),
            },
          ]
        : [],
    ),
  };
}

function candidatesOf(items: readonly Item[]) {
  return items.map(({ qaId, revisionId, problemId, stepIndex, courseId, unitName }) => {
    return { qaId, revisionId, problemId, stepIndex, courseId, unitName };
  });
}

interface Mood {
  test: PlannedTest;
  pupil: Pupil;
  form: number;
  edge: boolean;
}

function said(item: Item, { test, pupil, form, edge }: Mood, random: Random, checker: AnswerChecker): string {
  const onTheEdge = edge ? ON_THE_EDGE[item.key.answer] : undefined;
  if (onTheEdge !== undefined) return onTheEdge;
  const knows = pupil.knowledge.testShare(test.course.subject, [{ name: item.unitName, weight: 1 }]);
  const right = random.chance(Math.min(0.98, Math.max(0.05, knows + form)));
  const out = random.chance(LEFT_OUT);
  const given = right ? rightAnswer(item, random) : out ? null : wrongAnswer(item, random, checker, []);
  if (given === null) return '';
  return isChoice(item.key.kind) ? given.ids.join(',') : given.text;
}
