import type { Insertable } from 'kysely';
import { drawQuestions } from '../../../domain/assessment/draw-questions.ts';
import { gradeOf } from '../../../domain/assessment/grade.ts';
import { isChoice, type Mark, markByKey, verdictOf } from '../../../domain/assessment/mark-answer.ts';
import type { Item } from '../../../domain/curriculum/curriculum.ts';
import type { AnswerChecker } from '../../../domain/tutoring/verdict.ts';
import { type Instant, MINUTE } from '../../../shared/instant.ts';
import { toStored } from '../../db/instants.ts';
import type { Tables } from '../../db/schema.ts';
import type { Random } from '../random.ts';
import { rightAnswer, wrongAnswer } from './answers.ts';
import { IN_OWN_WORDS } from './own-words.ts';
import type { PlannedTest, Pupil } from './world.ts';

/** What a pupil answered in a test, and what it earned. */
export interface SatTest {
  seed: string;
  begunAt: Instant;
  endsAt: Instant;
  submittedAt: Instant;
  /** Nobody handed it in: its time was up. */
  ranOut: boolean;
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
  mark: GivenMark | null;
}

interface GivenMark extends Mark {
  by: 'checker' | Reader;
  comment: string | null;
}

/** Who judges free text that the key does not settle. */
export type Reader = 'teacher' | 'class manager';

export interface Seating {
  test: PlannedTest;
  pupil: Pupil;
  at: Instant;
  extraMinutes: number;
  /** How much easier it is than at the first time. */
  easier: number;
  /** Null: nobody has judged it yet. */
  reader: Reader | null;
  /** Chance that free text is answered in words that a reader has to judge; once in a test. */
  ownWords: number;
}

/** How a day can be better or worse than what one knows. */
const FORM = 0.08;
const LEFT_OUT = 0.05;
const RUNS_OUT = 0.05;

/**
 * A pupil sits a test: the questions are drawn as the product draws them, and answered by what the pupil knows. What the key does
 * not settle is marked by the reader.
 */
export function satTest(seating: Seating, random: Random, checker: AnswerChecker): SatTest {
  const { test, pupil, at, easier, reader } = seating;
  const seed = `${test.testId}/${pupil.plan.person.username}/${at}`;
  const items = new Map(test.items.map((item) => [item.qaId, item]));
  const questions = drawQuestions(seed, test, test.units, candidatesOf(test.items));
  const form = random.normal(easier, FORM);
  const begunAt = at + random.int(0, 4) * MINUTE;
  const minutes = test.durationMinutes + seating.extraMinutes;
  const ranOut = random.chance(RUNS_OUT);
  const took = minutes * (ranOut ? 1 : random.between(0.5, 0.98)) * MINUTE;
  let { ownWords } = seating;
  const answers = questions.flatMap(({ qaId, points }, index): SatAnswer[] => {
    const item = items.get(qaId);
    if (!item) return [];
    const savedAt = Math.round(begunAt + (took * (index + 1)) / (questions.length + 1));
    const answer = said(item, { ...seating, form, ownWords }, random, checker);
    if (answer === IN_OWN_WORDS[item.key.answer]?.said) ownWords = 0;
    const byKey = markByKey(item, answer, checker);
    const mark = byKey ? { ...byKey, by: 'checker' as const, comment: null } : reader && readBy(reader, item, answer);
    return [{ item, points, answer, savedAt, mark }];
  });
  const marks = answers.flatMap(({ points, mark }) => (mark ? [{ points, share: mark.share }] : []));
  return {
    seed,
    begunAt,
    endsAt: begunAt + minutes * MINUTE,
    submittedAt: Math.round(begunAt + took),
    ranOut,
    answers,
    grade: marks.length === answers.length ? gradeOf(marks) : null,
  };
}

function readBy(by: Reader, { key }: Item, answer: string): GivenMark {
  const known = IN_OWN_WORDS[key.answer];
  const share = known?.said === answer ? known.share : 0;
  return { verdict: verdictOf(share), share, understood: null, by, comment: known?.comment ?? null };
}

/** The questions and marks of a sitting as rows. */
export function answerRows(
  sittingId: number,
  { answers }: Pick<SatTest, 'answers'>,
  marked: { managerId: number; checkedAt: Instant; readAt: Instant },
): { answers: Insertable<Tables['test_answers']>[]; marks: Insertable<Tables['test_marks']>[] } {
  const { managerId, checkedAt, readAt } = marked;
  const given = answers.map((one, index) => {
    const byManager = one.mark?.by === 'class manager';
    const at = toStored(byManager ? readAt : checkedAt);
    return { ...one, position: index + 1, markerId: byManager ? managerId : null, at };
  });
  return {
    answers: given.map(({ position, item, points, answer, savedAt, mark, markerId, at }) => ({
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
      marked_by: mark?.by ?? null,
      marker_id: markerId,
      comment: mark?.comment ?? null,
      marked_at: mark ? at : null,
    })),
    marks: given.flatMap(({ position, mark, markerId, at }) =>
      mark
        ? [
            {
              sitting_id: sittingId,
              position,
              verdict: mark.verdict,
              share: mark.share,
              source: mark.by,
              marker_id: markerId,
              reason: null,
              created_at: at,
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

function said(item: Item, mood: Seating & { form: number }, random: Random, checker: AnswerChecker): string {
  const { test, pupil, form, ownWords } = mood;
  const inOwnWords = IN_OWN_WORDS[item.key.answer];
  if (inOwnWords && random.chance(ownWords)) return inOwnWords.said;
  const knows = pupil.knowledge.testShare(test.course.subject, [{ name: item.unitName, weight: 1 }]);
  const right = random.chance(Math.min(0.98, Math.max(0.05, knows + form)));
  const out = random.chance(LEFT_OUT);
  const given = right ? rightAnswer(item, random) : out ? null : wrongAnswer(item, random, checker, []);
  if (given === null) return '';
  return isChoice(item.key.kind) ? given.ids.join(',') : given.text;
}
