import * as z from 'zod';
import type { StudyRequest } from '../../services/study-start/study-start.service.ts';
import { LEAST_MINUTES, MOST_MINUTES } from '../../shared/courses.ts';
import { feeling } from '../../shared/study-session.ts';
import type { Messages } from '../i18n/messages.ts';

/** What was chosen so far, and what is wrong with it. */
export interface BeginForm {
  type: string;
  units: string[];
  minutes: string;
  feeling: string;
  problems: Partial<Record<'type' | 'units' | 'minutes' | 'feeling', string>>;
}

export type BeginFormRead = { ok: true; request: StudyRequest } | { ok: false; form: BeginForm };

const word = z.string().catch('');
const raw = z.object({
  type: word,
  units: z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.string())).catch([]),
  minutes: word,
  feeling: word,
});
const type = z.enum(['homework', 'test preparation']);

const MOST_UNITS = 12;

/** Reads the choice of a session; what is wrong comes back with everything that was filled in. */
export function readBeginForm(
  body: unknown,
  course: { id: number; units: readonly string[] },
  words: Messages['begin']['problems'],
): BeginFormRead {
  const sent = raw.parse(body ?? {});
  const chosen = { type: type.safeParse(sent.type), feeling: feeling.safeParse(sent.feeling) };
  const unknown = sent.units.some((name) => !course.units.includes(name));
  const problems: BeginForm['problems'] = {
    ...(chosen.type.success ? {} : { type: words.type }),
    ...(unknown ? { units: words.units } : sent.units.length > MOST_UNITS ? { units: words.tooManyUnits } : {}),
    ...(areMinutes(sent.minutes) ? {} : { minutes: words.minutes }),
    ...(chosen.feeling.success ? {} : { feeling: words.feeling }),
  };
  if (!chosen.type.success || !chosen.feeling.success || Object.keys(problems).length > 0) {
    return { ok: false, form: { ...sent, problems } };
  }
  return {
    ok: true,
    request: {
      type: chosen.type.data,
      courseId: course.id,
      ...(sent.units.length > 0 ? { learningUnitNames: sent.units } : {}),
      minutes: Number(sent.minutes),
      emotionalStateBefore: chosen.feeling.data,
    },
  };
}

function areMinutes(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) >= LEAST_MINUTES && Number(text) <= MOST_MINUTES;
}
