import * as z from 'zod';
import { LONGEST_COMMENT, type PersonsMark } from '../../services/tests/class-marking.service.ts';
import type { Messages } from '../i18n/messages.ts';
import { lines } from './lines.ts';

/** A mark that could not be taken, to be shown again beside the reasons. */
export interface MarkForm {
  sittingId: number;
  position: number;
  share: string;
  comment: string;
  reason: string;
  problems: Partial<Record<'share' | 'comment' | 'reason', string>>;
}

export type MarkFormRead = { ok: true; given: PersonsMark } | { ok: false; form: MarkForm };

/**
 * Reads the form of one answer; its fields carry the sitting and the position, so that several forms can stand on a page.
 * `changes`: there is a mark already, so that a reason is needed.
 */
export function readMarkForm(
  body: unknown,
  { sittingId, position, changes }: { sittingId: number; position: number; changes: boolean },
  words: Messages['classTests'],
): MarkFormRead {
  const sent = z
    .record(z.string(), z.unknown())
    .catch({})
    .parse(body ?? {});
  const text = (name: string) => lines.catch('').parse(sent[`${name}-${sittingId}-${position}`] ?? sent[name]);
  const [share, comment, reason] = [text('share'), text('comment'), text('reason')];
  const earned = /^(0(\.\d{1,3})?|1)$/.test(share) ? Number(share) : null;
  const problems = {
    ...(earned === null ? { share: words.chooseShare } : {}),
    ...(comment.length > LONGEST_COMMENT ? { comment: words.tooLong(LONGEST_COMMENT, comment.length) } : {}),
    ...(reason.length > LONGEST_COMMENT ? { reason: words.tooLong(LONGEST_COMMENT, reason.length) } : {}),
    ...(changes && reason.trim() === '' ? { reason: words.reasonMissing } : {}),
  };
  if (earned === null || Object.keys(problems).length > 0) {
    return { ok: false, form: { sittingId, position, share, comment, reason, problems } };
  }
  return { ok: true, given: { share: earned, comment, reason } };
}
