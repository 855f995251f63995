import * as z from 'zod';
import type { AppError } from '../../domain/errors/app-error.ts';
import type { GroupWish } from '../../services/group-plan/group-plan.service.ts';
import type { Messages } from '../i18n/messages.ts';
import { idsOf } from './fields.ts';

/** What was filled in to plan for a group, and what is wrong with it. */
export interface GroupPlanForm {
  pupils: number[];
  strategy: string;
  minutes: string;
  /** Empty: the most urgent one that all share. */
  course: string;
  problems: Partial<Record<'strategy' | 'minutes' | 'course', string>>;
}

const word = z.string().max(40).catch('');
const sent = z.object({ strategy: word, minutes: word, course: word });

/** Reads the form as it was sent. */
export function readGroupPlanForm(query: unknown): GroupPlanForm {
  const read = sent.catch({ strategy: '', minutes: '', course: '' }).parse(query ?? {});
  return { ...read, pupils: idsOf(query, 'pupils'), problems: {} };
}

/** What the form asks for; what is no number is NaN. */
export function wishOf({ pupils, strategy, minutes, course }: GroupPlanForm): Omit<GroupWish, 'classId'> {
  return {
    studentIds: pupils,
    strategy: strategy === '' ? undefined : strategy,
    minutes: numberIn(minutes),
    courseId: numberIn(course),
  };
}

function numberIn(text: string): number | undefined {
  if (text.trim() === '') return undefined;
  return /^\d{1,15}$/.test(text.trim()) ? Number(text) : Number.NaN;
}

/** The form with what the service refused, each beside its field. */
export function withProblems(form: GroupPlanForm, error: AppError, words: Messages['groupPlan']['problems']) {
  const fields = z.record(z.string(), z.string()).catch({}).parse(error.details?.fields);
  const problems: GroupPlanForm['problems'] = {};
  for (const name of ['strategy', 'minutes', 'course'] as const) {
    if (fields[name] !== undefined) problems[name] = words[name];
  }
  return { ...form, problems };
}
