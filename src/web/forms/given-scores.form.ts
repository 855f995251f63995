import { GIVEN_KINDS, type GivenKind } from '../../domain/evaluation/given-score.ts';
import type { GivenWish, RefusedScore } from '../../services/evaluations/given-scores.service.ts';
import type { AfterLine } from '../../services/lessons/after-lesson.service.ts';
import { fieldsOf } from './fields.ts';

/** What was typed for one kind of score of one pupil. */
export interface TypedScore {
  score: string;
  words: string;
}

/** Scores that could not be taken, as they were typed, with the reasons; by `fieldOf`. */
export interface ScoresForm {
  typed: ReadonlyMap<string, TypedScore>;
  refused: ReadonlyMap<string, RefusedScore>;
}

/** The name of the field of a score, and the key of everything about it. */
export const fieldOf = (kind: GivenKind, studentId: number): string => `${kind}-${studentId}`;

/** What the page showed there, so that only what was changed is sent to the service. */
export const shownOf = ({ score, words }: { score: number | null; words: string }): string =>
  JSON.stringify([score === null ? '' : String(score), words]);

/** Whatever was changed on the page, of the pupils of this lesson. What is no number is no score, and is refused beside its field. */
export function readScores(
  sent: unknown,
  lines: readonly AfterLine[],
): { wishes: GivenWish[]; typed: Map<string, TypedScore> } {
  const fields = fieldsOf(sent);
  const typed = new Map<string, TypedScore>();
  const wishes = lines.flatMap((line) =>
    GIVEN_KINDS.flatMap((kind): GivenWish[] => {
      const field = fieldOf(kind, line.studentId);
      if (fields[field] === undefined) return [];
      const score = fields[field].trim();
      const words = (fields[`words-${field}`] ?? '').trim();
      const was = fields[`was-${field}`] ?? shownOf(line.own[kind]);
      if (JSON.stringify([score, words]) === was) return [];
      typed.set(field, { score, words });
      const { sessionId, studentId } = line;
      return [{ sessionId, studentId, kind, score: numberIn(score), words, seen: seenIn(fields[`seen-${field}`]) }];
    }),
  );
  return { wishes, typed };
}

/** Empty takes back what was given. */
function numberIn(text: string): number | null {
  if (text === '') return null;
  return /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
}

function seenIn(text: string | undefined): number | null | undefined {
  if (text === '') return null;
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}
