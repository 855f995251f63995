import { NO_SCORE_REASONS, type QuarterOwn } from '../../domain/evaluation/quarter-given.ts';
import {
  type GivenWish,
  HUMAN_KINDS,
  type HumanKind,
  type NamedLine,
  type RefusedWish,
} from '../../services/quarters/class-quarter.service.ts';
import { fieldsOf } from './fields.ts';

/** What was chosen and written for one kind of score of one pupil. */
export interface TypedQuarter {
  choice: string;
  words: string;
}

/** Scores that could not be taken, as they were typed, with the reasons; by `quarterField`. */
export interface QuarterForm {
  typed: ReadonlyMap<string, TypedQuarter>;
  refused: ReadonlyMap<string, RefusedWish>;
}

/** The name of the field of a score, and the key of everything about it. */
export const quarterField = (kind: HumanKind, studentId: number): string => `${kind}-${studentId}`;

/** The value of the list for what stands there: empty, a score, or `none:` and why. */
export function choiceOf({ score, reason }: Pick<QuarterOwn, 'score' | 'reason'>): string {
  if (score !== null) return String(score);
  return reason === null ? '' : `none:${reason}`;
}

/** What the page showed there, so that only what was changed is sent to the service. */
export const shownQuarter = (own: QuarterOwn): string => JSON.stringify([choiceOf(own), own.words]);

/** Whatever was changed on the page, of these pupils. What is no choice is no score, and is refused beside its field. */
export function readQuarterForm(
  sent: unknown,
  lines: readonly NamedLine[],
): { wishes: GivenWish[]; typed: Map<string, TypedQuarter> } {
  const fields = fieldsOf(sent);
  const typed = new Map<string, TypedQuarter>();
  const wishes = lines.flatMap(({ studentId, subject, scores }) =>
    HUMAN_KINDS.flatMap((kind): GivenWish[] => {
      const field = quarterField(kind, studentId);
      if (fields[field] === undefined) return [];
      const choice = fields[field].trim();
      const words = (fields[`words-${field}`] ?? '').trim();
      const was = fields[`was-${field}`] ?? shownQuarter(scores[kind].own);
      if (JSON.stringify([choice, words]) === was) return [];
      typed.set(field, { choice, words });
      const reason = NO_SCORE_REASONS.find((one) => choice === `none:${one}`) ?? null;
      const score = reason !== null || choice === '' ? null : /^\d{1,3}$/.test(choice) ? Number(choice) : Number.NaN;
      return [{ studentId, subject, kind, score, reason, words, seen: seenIn(fields[`seen-${field}`]) }];
    }),
  );
  return { wishes, typed };
}

function seenIn(text: string | undefined): number | null | undefined {
  if (text === '') return null;
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}
