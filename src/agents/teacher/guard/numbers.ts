import type { AnswerKey } from '../../../domain/curriculum/curriculum.ts';
import { inSymbols, readable } from './plain-text.ts';

/** A number in a text. A fraction is one number; a percentage counts as written and as its share. */
export interface NumberAt {
  values: number[];
  /** Decimals as written, for rounding. */
  decimals: number;
  raw: string;
  start: number;
  end: number;
}

const UNITS =
  'cm|mm|km|dm|m|kg|mg|g|ml|cl|l|s|h|min|hrs?|ft|in|lbs?|oz|mph|kmh|kb|mb|gb|k|am|pm|usd|eur|nis|ils|cents?|percent|degrees?|deg|c|f|j|n|w|v|a|hz|pa|mol';
const NUMERAL =
  /(?<![\p{L}\d_^.]|\^-|\d,)(-?)(\d+(?:\.\d+)?|\.\d+)(?:(?:\s+(\d+))?\s*\/\s*(\d+(?:\.\d+)?)(?![\d.]*[a-z(]))?(?:\s*(?:[x×*·]\s*10\s*\^\s*\(?(-?\d+)\)?))?(\s*(?:thousand|million|billion)\b)?(\s*(?:%|per ?cent\b))?/giu;
const SCALES: Record<string, number> = { thousand: 1e3, million: 1e6, billion: 1e9 };

/** A minus belongs to the number where nothing stands before it that could be subtracted from. */
const isSign = (before: string): boolean =>
  /(?:^|[\s(=:,;[{<>≤≥≈→“”"'])$/.test(before) && !/(?:[\d)\]%]|(?<![\p{L}'])\p{L})\s+$/u.test(before);

function oneNumber(text: string, match: RegExpExecArray | RegExpMatchArray): NumberAt | null {
  const [raw, minus = '', digits = '', mixed, bottom, power, scale, percent] = match;
  const start = match.index ?? 0;
  const end = start + raw.trimEnd().length;
  const after = text.slice(end);
  const glued = /^[\p{L}]+/u.exec(after)?.[0] ?? '';
  if (glued !== '' && !new RegExp(`^(?:${UNITS})$`, 'i').test(glued)) return null;
  const signed = minus === '' || isSign(text.slice(0, start));
  const sign = minus !== '' && signed ? -1 : 1;
  let value = Number(digits);
  if (bottom !== undefined) {
    if (Number(bottom) === 0) return null;
    value = mixed === undefined ? value / Number(bottom) : value + Number(mixed) / Number(bottom);
  }
  if (power !== undefined) value *= 10 ** Number(power);
  if (scale) value *= SCALES[scale.trim().toLowerCase()] ?? 1;
  const values = percent ? [sign * value, (sign * value) / 100] : [sign * value];
  const decimals = bottom === undefined && power === undefined ? (digits.split('.')[1]?.length ?? 0) : 0;
  const shift = minus !== '' && !signed ? 1 : 0;
  return { values, decimals, raw: raw.trim().slice(shift), start: start + shift, end };
}

/** The numbers of a text that `readable` has made plain; those in names (x2), exponents and before letters (2x) are none. */
export function numbersIn(text: string): NumberAt[] {
  return [...text.matchAll(NUMERAL)].flatMap((match) => oneNumber(text, match) ?? []);
}

/** The number that a text is, with or without a unit and "x ="; undefined for anything else. */
export function singleNumber(text: string): NumberAt | undefined {
  const plain = inSymbols(readable(text).replace(/^\s*[a-z](?:_\w+)?\s*=\s*/i, ''));
  const found = numbersIn(plain);
  const [only] = found;
  if (found.length !== 1 || !only) return undefined;
  const rest = plain.slice(0, only.start) + plain.slice(only.end);
  return /^[\s$€£₪°]*(?:\p{L}[\p{L}/^°\d]{0,11})?(?:\s\p{L}{1,12})?[\s.]*$/u.test(rest) ? only : undefined;
}

/** Whether a number of a text is the value of a key: within the tolerance, or the key rounded to the decimals that are given. */
export function isValue(number: NumberAt, wanted: number, tolerance = 0): boolean {
  return number.values.some((value) => {
    const gap = Math.abs(value - wanted);
    if (gap <= Math.max(tolerance, 1e-9) * Math.abs(wanted) + 1e-12) return true;
    return !Number.isInteger(wanted) && number.decimals >= 2 && gap <= 0.5 * 10 ** -number.decimals + 1e-12;
  });
}

/** Every value that counts as the answer, each once; empty where the key is no number. */
export function valuesOf(key: AnswerKey): number[] {
  const chosen = key.choices.filter((choice) => choice.id === key.answer).map((choice) => choice.text);
  const texts = key.kind === 'choice' ? chosen : [key.answer, ...key.acceptedAnswers];
  return [...new Set(texts.flatMap((text) => singleNumber(text)?.values ?? []))];
}
