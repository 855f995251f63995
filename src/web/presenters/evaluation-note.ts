import type { EvaluationRecord } from '../../services/evaluations/evaluation.service.ts';
import type { Format } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.ts';

/** That an evaluation is not the first one, and what the first one said; null where it is. */
export function recountedNote(
  { recounted }: Pick<EvaluationRecord, 'recounted'>,
  words: Messages['report'],
  format: Format,
): string | null {
  if (recounted === null) return null;
  const { scoreBefore, at } = recounted;
  return words.recounted(format.date(at), scoreBefore === null ? null : format.number(scoreBefore));
}
