import * as z from 'zod';
import type { EndFeedback } from '../../services/study-session/study-session.service.ts';
import { feeling } from '../../shared/study-session.ts';
import type { Messages } from '../i18n/messages.ts';
import type { EndForm } from '../pages/end-session.page.tsx';
import { lines } from './lines.ts';

const LONGEST_FEEDBACK = 2000;
const raw = z.object({
  feeling: z.string().catch(''),
  difficulty: z.string().catch(''),
  understanding: z.string().catch(''),
  feedback: lines.catch(''),
});

export type EndFormRead = { ok: true; feedback: EndFeedback } | { ok: false; form: EndForm };

/** Reads the form at the end of a session; what is wrong comes back with everything that was filled in. */
export function readEndForm(body: unknown, words: Messages['study']): EndFormRead {
  const sent = raw.parse(body ?? {});
  const feelingAfter = feeling.safeParse(sent.feeling);
  const problems: EndForm['problems'] = {
    ...(feelingAfter.success ? {} : { feeling: words.chooseOne }),
    ...(isOneToTen(sent.difficulty) ? {} : { difficulty: words.chooseNumber }),
    ...(isOneToTen(sent.understanding) ? {} : { understanding: words.chooseNumber }),
    ...(sent.feedback.length <= LONGEST_FEEDBACK
      ? {}
      : { feedback: words.tooLong(LONGEST_FEEDBACK, sent.feedback.length) }),
  };
  if (!feelingAfter.success || Object.keys(problems).length > 0) return { ok: false, form: { ...sent, problems } };
  return {
    ok: true,
    feedback: {
      feelingAfter: feelingAfter.data,
      difficulty: Number(sent.difficulty),
      understanding: Number(sent.understanding),
      feedback: sent.feedback.trim() === '' ? null : sent.feedback.trim(),
    },
  };
}

function isOneToTen(text: string): boolean {
  return /^([1-9]|10)$/.test(text);
}
