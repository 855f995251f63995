/**
 * Units that pupils meet: spellings → base dimensions and factor. Dimensions are powers of m, kg, s, K, A, mol, rad, and of one
 * symbol for each currency and for counting words. Factors from the SI brochure (9th edition) and the international yard and
 * pound (1959).
 */
export interface UnitEntry {
  names: string;
  dimension: Readonly<Record<string, number>>;
  factor: number;
  /** Added after the factor: 0 °C is 273.15 K. */
  offset?: number;
  /** May carry a metric prefix: k, c, m … and kilo, centi, milli …. */
  prefixable?: boolean;
}

const LENGTH = { m: 1 };
const VOLUME = { m: 3 };
const TIME = { s: 1 };
const MASS = { kg: 1 };
const ENERGY = { kg: 1, m: 2, s: -2 };
const PRESSURE = { kg: 1, m: -1, s: -2 };

export const UNITS: readonly UnitEntry[] = [
  { names: 'm meter metre', dimension: LENGTH, factor: 1, prefixable: true },
  { names: 'in inch inches "', dimension: LENGTH, factor: 0.0254 },
  { names: "ft foot feet '", dimension: LENGTH, factor: 0.3048 },
  { names: 'yd yard', dimension: LENGTH, factor: 0.9144 },
  { names: 'mi mile', dimension: LENGTH, factor: 1609.344 },
  { names: 'g gram gramme', dimension: MASS, factor: 0.001, prefixable: true },
  { names: 't ton tonne', dimension: MASS, factor: 1000 },
  { names: 'lb lbs pound', dimension: MASS, factor: 0.45359237 },
  { names: 'oz ounce', dimension: MASS, factor: 0.028349523125 },
  { names: 's sec second', dimension: TIME, factor: 1, prefixable: true },
  { names: 'min minute', dimension: TIME, factor: 60 },
  { names: 'h hr hour', dimension: TIME, factor: 3600 },
  { names: 'd day', dimension: TIME, factor: 86400 },
  { names: 'wk week', dimension: TIME, factor: 604800 },
  { names: 'month', dimension: { month: 1 }, factor: 1 },
  { names: 'yr year', dimension: { month: 1 }, factor: 12 },
  { names: 'L l liter litre', dimension: VOLUME, factor: 0.001, prefixable: true },
  { names: 'cc', dimension: VOLUME, factor: 1e-6 },
  { names: 'gal gallon', dimension: VOLUME, factor: 0.003785411784 },
  { names: 'ha hectare', dimension: { m: 2 }, factor: 10_000 },
  { names: 'dunam', dimension: { m: 2 }, factor: 1000 },
  { names: 'acre', dimension: { m: 2 }, factor: 4046.8564224 },
  { names: '° deg degree', dimension: { rad: 1 }, factor: Math.PI / 180 },
  { names: 'rad radian', dimension: { rad: 1 }, factor: 1 },
  { names: '°C celsius', dimension: { K: 1 }, factor: 1, offset: 273.15 },
  { names: '°F fahrenheit', dimension: { K: 1 }, factor: 5 / 9, offset: 459.67 * (5 / 9) },
  { names: 'K kelvin', dimension: { K: 1 }, factor: 1 },
  { names: 'A amp ampere', dimension: { A: 1 }, factor: 1, prefixable: true },
  { names: 'mol mole', dimension: { mol: 1 }, factor: 1, prefixable: true },
  { names: 'N newton', dimension: { kg: 1, m: 1, s: -2 }, factor: 1, prefixable: true },
  { names: 'J joule', dimension: ENERGY, factor: 1, prefixable: true },
  { names: 'cal calorie', dimension: ENERGY, factor: 4.184, prefixable: true },
  { names: 'Wh', dimension: ENERGY, factor: 3600, prefixable: true },
  { names: 'eV electronvolt', dimension: ENERGY, factor: 1.602176634e-19, prefixable: true },
  { names: 'W watt', dimension: { kg: 1, m: 2, s: -3 }, factor: 1, prefixable: true },
  { names: 'Pa pascal', dimension: PRESSURE, factor: 1, prefixable: true },
  { names: 'bar', dimension: PRESSURE, factor: 100_000, prefixable: true },
  { names: 'atm', dimension: PRESSURE, factor: 101_325 },
  { names: 'Hz hertz', dimension: { s: -1 }, factor: 1, prefixable: true },
  { names: 'C coulomb', dimension: { A: 1, s: 1 }, factor: 1, prefixable: true },
  { names: 'V volt', dimension: { kg: 1, m: 2, s: -3, A: -1 }, factor: 1, prefixable: true },
  { names: 'Ω ohm Ohm', dimension: { kg: 1, m: 2, s: -3, A: -2 }, factor: 1, prefixable: true },
  { names: 'F farad', dimension: { kg: -1, m: -2, s: 4, A: 2 }, factor: 1, prefixable: true },
  { names: 'T tesla', dimension: { kg: 1, s: -2, A: -1 }, factor: 1, prefixable: true },
  { names: '% percent', dimension: { percent: 1 }, factor: 1 },
  { names: '$ dollar USD usd buck', dimension: { dollar: 1 }, factor: 1 },
  { names: '¢ cent', dimension: { dollar: 1 }, factor: 0.01 },
  { names: '€ euro EUR', dimension: { euro: 1 }, factor: 1 },
  { names: '£ GBP', dimension: { sterling: 1 }, factor: 1 },
  { names: '₪ shekel NIS nis ILS', dimension: { shekel: 1 }, factor: 1 },
  { names: 'agora agorot', dimension: { shekel: 1 }, factor: 0.01 },
];

/** Metric prefixes by symbol and by name. */
export const PREFIXES: Readonly<Record<string, number>> = {
  n: 1e-9,
  μ: 1e-6,
  u: 1e-6,
  m: 1e-3,
  c: 1e-2,
  d: 0.1,
  h: 100,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  nano: 1e-9,
  micro: 1e-6,
  milli: 1e-3,
  centi: 1e-2,
  deci: 0.1,
  hecto: 100,
  kilo: 1e3,
  mega: 1e6,
  giga: 1e9,
};

/** Whole expressions that are short for a compound unit. */
export const SHORT_FORMS: Readonly<Record<string, string>> = {
  mph: 'mi/h',
  kph: 'km/h',
  kmh: 'km/h',
  kmph: 'km/h',
  mps: 'm/s',
  sqm: 'm^2',
  sqkm: 'km^2',
  sqcm: 'cm^2',
  sqft: 'ft^2',
};
