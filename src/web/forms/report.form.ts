import * as z from 'zod';
import {
  LONGEST_COMMENT,
  LONGEST_REPLY,
  REPORT_REASONS,
  type ReportReason,
} from '../../domain/curriculum/question-report.ts';
import type { Messages } from '../i18n/messages.ts';
import { lines } from './lines.ts';

export interface ReportForm {
  reason: string;
  comment: string;
  problems: { reason?: string; comment?: string };
}

export const EMPTY_REPORT: ReportForm = { reason: '', comment: '', problems: {} };

export type ReportFormRead = { ok: true; reason: ReportReason; comment: string } | { ok: false; form: ReportForm };

const raw = z.object({ reason: z.string().max(50).catch(''), comment: lines.catch('') });
const reason = z.enum(REPORT_REASONS);

/** Reads what somebody says is wrong with a question. Words are needed only where the reason says nothing. */
export function readReportForm(body: unknown, words: Messages['reports']['problems']): ReportFormRead {
  const sent = raw.parse(body ?? {});
  const chosen = reason.safeParse(sent.reason);
  const comment = sent.comment.trim();
  const problems: ReportForm['problems'] = {
    ...(chosen.success ? {} : { reason: words.reason }),
    ...(comment.length > LONGEST_COMMENT ? { comment: words.comment(LONGEST_COMMENT) } : {}),
    ...(chosen.data === 'other' && comment === '' ? { comment: words.commentMissing } : {}),
  };
  if (!chosen.success || Object.keys(problems).length > 0) return { ok: false, form: { ...sent, problems } };
  return { ok: true, reason: chosen.data, comment };
}

const reply = z.object({ reply: lines.catch(''), state: z.enum(['corrected', 'dismissed']).catch('dismissed') });

/** Reads the answer to the reports of a question; `problem` where it cannot be taken. */
export function readReplyForm(body: unknown, words: Messages['reports']) {
  const sent = reply.parse(body ?? {});
  const fits = sent.reply.trim() !== '' && sent.reply.length <= LONGEST_REPLY;
  return { ...sent, problem: fits ? null : words.replyMissing(LONGEST_REPLY) };
}
