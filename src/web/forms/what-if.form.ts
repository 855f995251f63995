import * as z from 'zod';
import type { AppError } from '../../domain/errors/app-error.ts';
import type { WhatIfWish } from '../../services/what-if/what-if.service.ts';
import type { Messages } from '../i18n/messages.ts';

/** What was filled in to imagine another plan, and what is wrong with it. */
export interface WhatIfForm {
  /** Empty: the most urgent course. */
  course: string;
  minutes: string;
  /** Empty: no test moves. */
  test: string;
  date: string;
  problems: Partial<Record<'minutes' | 'test' | 'date', string>>;
}

const word = z.string().max(40).catch('');
const sent = z.object({ course: word, minutes: word, test: word, date: word });

/** Reads the form as it was sent. */
export function readWhatIfForm(query: unknown): WhatIfForm {
  return { ...sent.catch({ course: '', minutes: '', test: '', date: '' }).parse(query ?? {}), problems: {} };
}

/** What the form asks for; what is no number is NaN, and refused beside its field. */
export function wishOf({ course, minutes, test, date }: WhatIfForm): WhatIfWish {
  return {
    courseId: numberIn(course),
    minutes: numberIn(minutes),
    move: { sittingId: numberIn(test), day: date.trim() === '' ? undefined : date.trim() },
  };
}

function numberIn(text: string): number | undefined {
  if (text.trim() === '') return undefined;
  return /^\d{1,15}$/.test(text.trim()) ? Number(text) : Number.NaN;
}

/** The form with what the service refused, each beside its field. */
export function withProblems(form: WhatIfForm, error: AppError, words: Messages['plan']['problems']): WhatIfForm {
  const fields = z.record(z.string(), z.string()).catch({}).parse(error.details?.fields);
  const problems: WhatIfForm['problems'] = {};
  if (fields.minutes !== undefined) problems.minutes = words.minutes;
  if (fields.test !== undefined) problems.test = form.test === '' ? words.testMissing : words.test;
  if (fields.date !== undefined) problems.date = form.date === '' ? words.dateMissing : words.date;
  return { ...form, problems };
}
