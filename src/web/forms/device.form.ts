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

export type DeviceFormRead = { ok: true; serials: string[]; kind: DeviceKind } | { ok: false; form: DeviceForm };

const LONGEST_SERIALS = 20_000;
const word = z.string().max(300).catch('');
const raw = z.object({
  serials: lines.pipe(z.string().max(LONGEST_SERIALS)).catch(''),
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
  words: Messages['devices']['problems'];
}

/** Reads the form of a device or of a delivery; what is wrong comes back, all at once, with everything that was filled in. */
export function readDeviceForm(body: unknown, { lastDay, words }: DeviceFormRules): DeviceFormRead {
  const sent = raw.parse(body ?? {});
  const model = sent.model.trim();
  const purchased = sent.purchased.trim();
  const chosen = { os: os.safeParse(sent.os), condition: deviceCondition.safeParse(sent.condition) };
  const written = serialLines(sent.serials);
  const serials = serialsProblem(written, words);
  const problems: DeviceForm['problems'] = {
    ...(serials === null ? {} : { serials }),
    ...(model !== '' && model.length <= LONGEST_MODEL ? {} : { model: words.model(LONGEST_MODEL) }),
    ...(chosen.os.success ? {} : { os: words.os }),
    ...(chosen.condition.success ? {} : { condition: words.condition }),
    ...(purchased === '' || (isDay(purchased) && purchased <= lastDay)
      ? {}
      : { purchased: words.purchased(purchased) }),
  };
  if (!chosen.os.success || !chosen.condition.success || Object.keys(problems).length > 0) {
    return { ok: false, form: { ...sent, problems } };
  }
  return {
    ok: true,
    serials: written.map(normalSerial),
    kind: {
      model,
      os: chosen.os.data,
      condition: chosen.condition.data,
      purchaseDate: purchased === '' ? null : purchased,
    },
  };
}

/** Says of a form that was in order which serial numbers are taken; null where none is. */
export function takenSerials(
  body: unknown,
  serials: readonly string[],
  known: ReadonlySet<string>,
  words: Messages['devices']['problems'],
): DeviceForm | null {
  const taken = serials.filter((serial) => known.has(serial));
  if (taken.length === 0) return null;
  return { ...raw.parse(body ?? {}), problems: { serials: taken.map(words.serialKnown).join(' ') } };
}

/** Everything that is wrong with a list of serial numbers, in sentences; null where nothing is. */
function serialsProblem(written: readonly string[], words: Messages['devices']['problems']): string | null {
  if (written.length === 0) return words.serialMissing;
  if (written.length > MOST_SERIALS) return words.serialsTooMany(MOST_SERIALS, written.length);
  const serials = written.map(normalSerial);
  const found = written.flatMap((text, index) => {
    const serial = serials[index] ?? '';
    if (!isSerial(serial)) return [words.serialWrong(text.slice(0, 80))];
    return serials.indexOf(serial) < index ? [words.serialTwice(text)] : [];
  });
  return found.length === 0 ? null : found.slice(0, 10).join(' ');
}
