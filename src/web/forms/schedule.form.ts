import * as z from 'zod';
import type { AppError } from '../../domain/errors/app-error.ts';
import { machineTimeZone, momentOf, wallClock } from '../../shared/calendar.ts';
import type { Instant } from '../../shared/instant.ts';
import { lines } from './lines.ts';

/** What was filled in about when and for whom a test is, and what is wrong with it. */
export interface ScheduleForm {
  date: string;
  deadline: string;
  extraMinutes: string;
  reason: string;
  studentIds: number[];
  /** `whole`: how things stand by now, which no field is about. */
  problems: Partial<
    Record<'date' | 'deadline' | 'extraMinutes' | 'reason' | 'studentIds' | 'testId' | 'whole', string>
  >;
}

const ids = z
  .preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(z.coerce.number().int().positive()).max(500),
  )
  .catch([]);
const word = z.string().catch('');

/** Reads the form as it was sent. Times are of the school's clock. */
export function readScheduleForm(body: unknown): ScheduleForm {
  const sent = z
    .record(z.string(), z.unknown())
    .catch({})
    .parse(body ?? {});
  return {
    date: word.parse(sent.date),
    deadline: word.parse(sent.deadline),
    extraMinutes: word.parse(sent.extraMinutes),
    reason: lines.catch('').parse(sent.reason),
    studentIds: ids.parse(sent.studentIds),
    problems: {},
  };
}

/** What the form asks for; what cannot be read is not a number, and is refused beside its field. */
export function wishOf(form: ScheduleForm): { date: Instant; deadline: Instant; extraMinutes: number } {
  const extra = form.extraMinutes.trim();
  return {
    date: momentOf(form.date, machineTimeZone()),
    deadline: momentOf(form.deadline, machineTimeZone()),
    extraMinutes: extra === '' ? 0 : Number(extra),
  };
}

/** The form with times and minutes as they are now. */
export function filledForm({
  date,
  deadline,
  extraMinutes,
}: {
  date: Instant;
  deadline: Instant;
  extraMinutes: number;
}): ScheduleForm {
  return {
    date: wallClock(date, machineTimeZone()),
    deadline: wallClock(deadline, machineTimeZone()),
    extraMinutes: String(extraMinutes),
    reason: '',
    studentIds: [],
    problems: {},
  };
}

/** The form with what the service said is wrong, each beside its field. */
export function withProblems(form: ScheduleForm, error: AppError, say: (allowed: string) => string): ScheduleForm {
  if (error.kind === 'conflict') return { ...form, problems: { whole: error.message } };
  const fields = z.record(z.string(), z.string()).catch({}).parse(error.details?.fields);
  return {
    ...form,
    problems: Object.fromEntries(Object.entries(fields).map(([name, allowed]) => [name, say(allowed)])),
  };
}
