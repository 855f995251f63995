import * as z from 'zod';
import {
  LONGEST_COMMENT,
  LONGEST_REPLY,
  REPORT_ANSWERS,
  REPORT_REASONS,
  type ReportAnswer,
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
    ...(comment.length > LONGEST_COMMENT ? { comment: words.comment(LONGEST_COMMENT, comment.length) } : {}),
    ...(chosen.data === 'other' && comment === '' ? { comment: words.commentMissing } : {}),
  };
  if (!chosen.success || Object.keys(problems).length > 0) return { ok: false, form: { ...sent, problems } };
  return { ok: true, reason: chosen.data, comment };
}

/** The answer to the reports of a question, as it was written. */
export interface ReplyForm {
  reply: string;
  /** Absent where neither button was pressed. */
  state?: ReportAnswer | undefined;
  problems: { reply?: string; state?: string };
}

export type ReplyFormRead = { ok: true; reply: string; state: ReportAnswer } | { ok: false; form: ReplyForm };

const reply = z.object({ reply: lines.catch(''), state: z.enum(REPORT_ANSWERS).optional().catch(undefined) });

/** Reads the answer to the reports of a question. */
export function readReplyForm(body: unknown, words: Messages['reports']): ReplyFormRead {
  const sent = reply.parse(body ?? {});
  const { length } = sent.reply;
  const problems: ReplyForm['problems'] = {
    ...(sent.reply.trim() === '' ? { reply: words.replyMissing(LONGEST_REPLY) } : {}),
    ...(length > LONGEST_REPLY ? { reply: words.problems.comment(LONGEST_REPLY, length) } : {}),
    ...(sent.state === undefined ? { state: words.stateMissing } : {}),
  };
  if (sent.state === undefined || Object.keys(problems).length > 0) return { ok: false, form: { ...sent, problems } };
  return { ok: true, reply: sent.reply, state: sent.state };
}
