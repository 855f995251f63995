import * as z from 'zod';
import {
  DEVICE_CONDITIONS,
  DEVICE_OS,
  isDay,
  isSerial,
  LONGEST_MODEL,
  MOST_SERIALS,
  normalSerial,
  serialLines,
} from '../../domain/devices/device.ts';
import type { DeviceKind } from '../../services/devices/devices.service.ts';
import type { Messages } from '../i18n/messages.ts';
import { lines } from './lines.ts';

/** What was written so far, and what is wrong with it. */
export interface DeviceForm {
  serials: string;
  model: string;
  os: string;
  condition: string;
  purchased: string;
  problems: Partial<Record<'serials' | 'model' | 'os' | 'condition' | 'purchased', string>>;
}

/** `serials`: the numbers that could be some device's, as they are kept. */
export type DeviceFormRead =
  | { ok: true; form: DeviceForm; serials: string[]; kind: DeviceKind }
  | { ok: false; form: DeviceForm; serials: string[] };

/** So many serial numbers are named, where more are wrong. */
const MOST_SAID = 10;
const word = z.string().catch('');
const raw = z.object({
  serials: lines.catch(''),
  model: word,
  os: word,
  condition: word,
  purchased: word,
});
const os = z.enum(DEVICE_OS);
export const deviceCondition = z.enum(DEVICE_CONDITIONS);

export interface DeviceFormRules {
  /** The UTC day today, `YYYY-MM-DD`; a day may have begun elsewhere already, so the next one is taken too. */
  lastDay: string;
  /** How many devices at most. */
  most: number;
  words: Messages['devices']['problems'];
}

/** Reads the form of a device or of a delivery; what is wrong comes back, all at once, with everything that was filled in. */
export function readDeviceForm(body: unknown, { lastDay, most, words }: DeviceFormRules): DeviceFormRead {
  const sent = raw.parse(body ?? {});
  const model = sent.model.trim();
  const purchased = sent.purchased.trim();
  const chosen = { os: os.safeParse(sent.os), condition: deviceCondition.safeParse(sent.condition) };
  const written = serialLines(sent.serials);
  const wrong = serialsProblem(written, most, words);
  const serials = written.slice(0, MOST_SERIALS).map(normalSerial).filter(isSerial);
  const problems: DeviceForm['problems'] = {
    ...(wrong === null ? {} : { serials: wrong }),
    ...(model === '' ? { model: words.model(LONGEST_MODEL) } : {}),
    ...(model.length > LONGEST_MODEL ? { model: words.tooLong(LONGEST_MODEL, model.length) } : {}),
    ...(chosen.os.success ? {} : { os: words.os }),
    ...(chosen.condition.success ? {} : { condition: words.condition }),
    ...(purchased === '' || (isDay(purchased) && purchased <= lastDay)
      ? {}
      : { purchased: words.purchased(purchased) }),
  };
  if (!chosen.os.success || !chosen.condition.success || Object.keys(problems).length > 0) {
    return { ok: false, serials, form: { ...sent, problems } };
  }
  return {
    ok: true,
    form: { ...sent, problems },
    serials,
    kind: {
      model,
      os: chosen.os.data,
      condition: chosen.condition.data,
      purchaseDate: purchased === '' ? null : purchased,
    },
  };
}

/** The form, which says too which serial numbers are taken. */
export function withTaken(
  form: DeviceForm,
  taken: readonly string[],
  words: Messages['devices']['problems'],
): DeviceForm {
  if (taken.length === 0) return form;
  const said = [form.problems.serials ?? '', ...taken.slice(0, MOST_SAID).map(words.serialKnown)];
  return { ...form, problems: { ...form.problems, serials: said.filter(Boolean).join(' ') } };
}

/** Everything that is wrong with a list of serial numbers, in sentences; null where nothing is. */
function serialsProblem(
  written: readonly string[],
  most: number,
  words: Messages['devices']['problems'],
): string | null {
  if (written.length === 0) return words.serialMissing;
  if (written.length > most) return words.serialsTooMany(most, written.length);
  const serials = written.map(normalSerial);
  const found = written.flatMap((text, index) => {
    const serial = serials[index] ?? '';
    if (!isSerial(serial)) return [words.serialWrong(text.slice(0, 80))];
    return serials.indexOf(serial) < index ? [words.serialTwice(text)] : [];
  });
  return found.length === 0 ? null : found.slice(0, MOST_SAID).join(' ');
}
