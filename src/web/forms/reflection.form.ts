import * as z from 'zod';
import { feeling } from '../../shared/study-session.ts';
import type { Messages } from '../i18n/messages.ts';
import type { ReflectionForm } from '../pages/tests/handed-in.page.tsx';

export type ReflectionRead =
  | { ok: true; said: { feeling: z.infer<typeof feeling>; difficulty: number } }
  | { ok: false; form: ReflectionForm };

const raw = z.object({ feeling: z.string().catch(''), difficulty: z.string().catch('') });

/** Reads how a test felt; what is wrong comes back with what was chosen. */
export function readReflection(body: unknown, words: Messages['study']): ReflectionRead {
  const sent = raw.parse(body ?? {});
  const felt = feeling.safeParse(sent.feeling);
  const rated = /^([1-9]|10)$/.test(sent.difficulty);
  if (felt.success && rated) return { ok: true, said: { feeling: felt.data, difficulty: Number(sent.difficulty) } };
  const problems = {
    ...(felt.success ? {} : { feeling: words.chooseOne }),
    ...(rated ? {} : { difficulty: words.chooseNumber }),
  };
  return { ok: false, form: { ...sent, problems } };
}
