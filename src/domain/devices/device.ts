/** Tablets that a school owns and lends to its pupils. */

export const DEVICE_OS = ['ios', 'android', 'windows', 'chrome os'] as const;
export type DeviceOs = (typeof DEVICE_OS)[number];

export const DEVICE_CONDITIONS = ['functional', 'defective', 'non-functional'] as const;
/** Defective ones still work in part; only functional ones are lent. */
export type DeviceCondition = (typeof DEVICE_CONDITIONS)[number];

/** `free`: functional and with nobody. `broken`: not functional, lent or not. */
export const DEVICE_FILTERS = ['all', 'lent', 'free', 'broken'] as const;
export type DeviceFilter = (typeof DEVICE_FILTERS)[number];

export interface DeviceFacts {
  serialNumber: string;
  os: DeviceOs;
  model: string;
  /** A calendar day, `YYYY-MM-DD`. */
  purchaseDate: string | null;
  condition: DeviceCondition;
}

export const LONGEST_SERIAL = 64;
export const LONGEST_MODEL = 120;
/** Serial numbers that are taken at once: a delivery, not a mistake. */
export const MOST_SERIALS = 200;

/** As serial numbers are compared and kept: in capitals, without spaces around or inside. */
export function normalSerial(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/gu, '').toUpperCase();
}

/** Letters, digits and the signs that makers use between them. */
export function isSerial(serial: string): boolean {
  return serial.length <= LONGEST_SERIAL && /^[\p{L}\p{N}][\p{L}\p{N}./_-]*$/u.test(serial);
}

/** The serial numbers of a delivery, one a line (or between commas), without empty lines; as they were written. */
export function serialLines(text: string): string[] {
  return text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const FIRST_YEAR = 1990;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is a calendar day, `YYYY-MM-DD`, that exists: from 1990 on, when nobody sold tablets yet. */
export function isDay(text: string): boolean {
  const read = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!read) return false;
  const [year, month, day] = read.slice(1).map(Number) as [number, number, number];
  const leap = month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0);
  return year >= FIRST_YEAR && day >= 1 && day <= (DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
}
