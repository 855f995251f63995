import { PREFIXES, SHORT_FORMS, UNITS, type UnitEntry } from './unit-table.ts';

/** A unit as it was read: what it measures and how many base units it is. */
export interface Unit {
  dimension: string;
  factor: number;
  offset: number;
}

interface Factor {
  dimension: Readonly<Record<string, number>>;
  factor: number;
  offset: number;
}

const BY_NAME: ReadonlyMap<string, UnitEntry> = new Map(
  UNITS.flatMap((entry) => entry.names.split(' ').map((name) => [name, entry] as const)),
);
const CUBIC = /^(?:cubic|cu)\.? (.+)$/i;
const SQUARE = /^(?:square|sq)\.? (.+)$/i;

/**
 * Reads a unit in symbols or words: "cm", "km/h", "m s^{-2}", "square metres", "miles per hour", "N·m", "$". Undefined when it is
 * none. Symbols as they are written first (mW is not MW), then in any case ("CM").
 */
export function readUnit(text: string): Unit | undefined {
  const plain = text
    .replace(/\\(?:text|mathrm|operatorname) ?\{([^{}]*)\}/g, '$1')
    .replace(/\\frac ?\{([^{}]*)\} ?\{([^{}]*)\}/g, '$1/$2')
    .replace(/\^ ?\\circ|\^ ?\{ ?\\circ ?\}|\\circ|\\degree/g, '°')
    .replace(/\\(?:,|;|!| |cdot)/g, ' ')
    .replace(/\\([%$])/g, '$1')
    .replace(/\.$/, '')
    .trim();
  if (plain === '' || plain.length > 60) return undefined;
  const parts = (SHORT_FORMS[plain.toLowerCase()] ?? plain).split(
    / ?\/ ?| per | an? (?=hour|minute|second|day|week|month|year|kilo|pound)/i,
  );
  const factors = parts.map((part, i) => product(part, i === 0 ? 1 : -1));
  if (!factors.every((factor) => factor !== undefined)) return undefined;
  return combine(factors);
}

function combine(factors: readonly Factor[]): Unit {
  const powers = new Map<string, number>();
  let factor = 1;
  for (const part of factors) {
    factor *= part.factor;
    for (const [base, power] of Object.entries(part.dimension)) powers.set(base, (powers.get(base) ?? 0) + power);
  }
  const dimension = [...powers]
    .filter(([, power]) => power !== 0)
    .map(([base, power]) => base + power)
    .sort()
    .join(' ');
  return { dimension, factor, offset: factors.length === 1 ? (factors[0]?.offset ?? 0) : 0 };
}

/** "m s^{-2}", "N·m", "square metres", "kg m": factors side by side. */
function product(text: string, sign: 1 | -1): Factor | undefined {
  const whole = single(text.trim(), sign);
  if (whole) return whole;
  const pieces = text
    .replace(/[()]/g, '')
    .trim()
    .split(/[ *·]+/);
  if (pieces.length < 2 || pieces.length > 4) return undefined;
  const factors = pieces.map((piece) => single(piece, sign));
  if (!factors.every((factor) => factor !== undefined)) return undefined;
  const dimension: Record<string, number> = {};
  for (const factor of factors) {
    for (const [base, power] of Object.entries(factor.dimension)) dimension[base] = (dimension[base] ?? 0) + power;
  }
  return { dimension, factor: factors.reduce((all, part) => all * part.factor, 1), offset: 0 };
}

function single(text: string, sign: 1 | -1): Factor | undefined {
  const words = SQUARE.exec(text) ?? CUBIC.exec(text) ?? /^(.+) (?:squared|cubed)$/i.exec(text);
  if (words?.[1]) return raise(find(words[1]), /^sq|squared$/i.test(text) ? 2 * sign : 3 * sign);
  const degrees = /^(?:°|degrees?) ?(c|f|celsius|fahrenheit|centigrade)$/i.exec(text)?.[1];
  if (degrees) return raise(find(/^c/i.test(degrees) ? '°C' : '°F'), sign);
  const powered = /^(.*?[^\d^{-]) ?\^ ?\{? ?(-?[1-4]) ?\}?$/.exec(text) ?? /^([a-zA-Z]{1,2})([23])$/.exec(text);
  if (powered?.[1] && powered[2]) return raise(find(powered[1]), Number(powered[2]) * sign);
  return raise(find(text), sign);
}

function raise(base: Factor | undefined, power: number): Factor | undefined {
  if (!base) return undefined;
  const dimension = Object.fromEntries(Object.entries(base.dimension).map(([name, p]) => [name, p * power]));
  return { dimension, factor: base.factor ** power, offset: power === 1 ? base.offset : 0 };
}

function find(name: string): Factor | undefined {
  return lookUp(name) ?? lookUp(name.toLowerCase()) ?? lookUp(`${name.slice(0, 1).toLowerCase()}${name.slice(1)}`);
}

function lookUp(name: string): Factor | undefined {
  const exact = BY_NAME.get(name) ?? (name.length > 3 ? BY_NAME.get(name.replace(/s$/, '')) : undefined);
  if (exact) return { dimension: exact.dimension, factor: exact.factor, offset: exact.offset ?? 0 };
  for (const [prefix, scale] of Object.entries(PREFIXES)) {
    if (!name.startsWith(prefix)) continue;
    const rest = name.slice(prefix.length);
    const base = BY_NAME.get(rest) ?? (rest.length > 3 ? BY_NAME.get(rest.replace(/s$/, '')) : undefined);
    const wordy = prefix.length > 1 === rest.length > 3;
    if (base?.prefixable && wordy) return { dimension: base.dimension, factor: scale * base.factor, offset: 0 };
  }
  return undefined;
}

/** The value in the other unit; undefined when they measure different things. Temperatures keep their zero points. */
export function convert(value: number, from: Unit, to: Unit): number | undefined {
  if (from.dimension !== to.dimension) return undefined;
  if (from.factor === to.factor && from.offset === to.offset) return value;
  return (value * from.factor + from.offset - to.offset) / to.factor;
}
