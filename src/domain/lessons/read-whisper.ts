import { matchPhrase, normalForm, withoutFillers } from '../tutoring/match-phrase.ts';
import { type Steering, UNSTEERED } from '../tutoring/steering.ts';
import { FILLERS, FIXED, NAMING, type WhisperOrder } from './whisper-phrases.ts';

export type { WhisperOrder };

/** What a whisper was read as. */
export interface WhisperReading {
  orders: WhisperOrder[];
  /** A unit that was ordered and is none of the course. */
  unknownUnit: string | null;
  /** Some of it is no order: only a model can make something of that. */
  isFree: boolean;
}

/** What a whisper is to be kept to may hold so many letters. */
export const LONGEST_WHISPER = 500;
/** How far from what fits an order of easier or harder questions goes. */
const FARTHEST_LEVEL = 2;

/**
 * What a class manager's note to the teacher orders, in English or Hebrew; `units` are the names of what can be gone to. What is no order
 * stays free text. Pure; never throws.
 */
export function readWhisper(text: string, units: readonly string[]): WhisperReading {
  const reading: WhisperReading = { orders: [], unknownUnit: null, isFree: false };
  for (const clause of text.slice(0, LONGEST_WHISPER).split(/[.;!?\n]+/)) readClause(clause, units, reading);
  return reading;
}

/** As a whole, else part by part: names of units hold commas and "and" too. */
function readClause(clause: string, units: readonly string[], into: WhisperReading): void {
  const words = withoutFillers(normalForm(clause), FILLERS);
  if (words === '' || FILLERS.includes(words)) return;
  const read = orderIn(words, units);
  if (read.order) into.orders.push(read.order);
  else {
    const parts = clause.split(SEPARATORS.find((separator) => separator.test(clause)) ?? /$^/);
    if (parts.length > 1 && parts.some((part) => isOrder(part, units))) {
      for (const part of parts) readClause(part, units, into);
    } else if (read.unknownUnit) into.unknownUnit = read.unknownUnit;
    else into.isFree = true;
  }
}

const SEPARATORS = [/[,،:]|\s[-–—]\s/, /\s(?:and|but|then)\s/i, /\sו(?=\p{L})/u];

function isOrder(part: string, units: readonly string[]): boolean {
  const reading: WhisperReading = { orders: [], unknownUnit: null, isFree: false };
  readClause(part, units, reading);
  return reading.orders.length > 0 || reading.unknownUnit !== null;
}

function orderIn(words: string, units: readonly string[]): { order?: WhisperOrder; unknownUnit?: string } {
  const fixed = FIXED.find(({ pattern }) => pattern.test(words));
  if (fixed) return { order: fixed.order };
  for (const { pattern, what, sure } of NAMING) {
    const named = pattern.exec(words)?.[1]?.trim();
    if (!named) continue;
    if (what === 'example') return { order: { kind: 'example', about: named } };
    const unit = unitCalled(named, units);
    if (unit !== null) return { order: { kind: 'unit', name: unit } };
    if (sure) return { unknownUnit: named };
  }
  return {};
}

/** The one unit that is called so: by its whole name, give or take a slip, or by words that stand in the name of no other. */
function unitCalled(named: string, units: readonly string[]): string | null {
  const known = units.map((unit) => ({ unit, name: normalForm(unit) })).filter(({ name }) => name !== '');
  const called = named.replace(/ (?:unit|topic|chapter|again|first|instead)$/, '');
  const candidates = [
    known.filter(({ name }) => name === called || name === `ה${called}`),
    known.filter(({ name }) => matchPhrase(called, [name]) !== null),
    known.filter(({ name }) => ` ${name} `.includes(` ${called} `) || ` ${name} `.includes(` ה${called} `)),
  ];
  for (const [found, ...others] of candidates) if (found && others.length === 0) return found.unit;
  return null;
}

/** A whisper with what it was read as. */
export interface ReadWhisper {
  id: number;
  orders: readonly WhisperOrder[];
}

/** What the orders that hold come to, the oldest first: a later one takes the place of an earlier one of its kind. */
export function steeringOf(whispers: readonly ReadWhisper[]): Steering {
  let steering: Steering = UNSTEERED;
  for (const { id, orders } of whispers) for (const order of orders) steering = follow(steering, order, id);
  return steering;
}

function follow(steering: Steering, order: WhisperOrder, id: number): Steering {
  switch (order.kind) {
    case 'help':
      return { ...steering, help: order.amount === 'usual' ? null : order.amount };
    case 'level': {
      const goesOn = Math.sign(steering.level) === order.by;
      const level = order.by === 0 ? 0 : goesOn ? steering.level + order.by : order.by;
      return { ...steering, level: Math.max(-FARTHEST_LEVEL, Math.min(FARTHEST_LEVEL, level)) };
    }
    case 'unit':
      return { ...steering, unit: { order: id, ...('name' in order ? { name: order.name } : { step: order.step }) } };
    case 'example':
      return { ...steering, example: { order: id, about: order.about } };
  }
}

/** Which of these whispers still decide something: those with an order that no later one has replaced, and those of free text. */
export function idsInForce(whispers: readonly (ReadWhisper & { isFree: boolean })[]): Set<number> {
  const inForce = new Set<number>();
  const taken = new Map<string, number>();
  for (const { id, orders, isFree } of whispers.toReversed()) {
    for (const order of orders.toReversed()) {
      const by = order.kind === 'level' ? order.by : 0;
      const last = taken.get(order.kind);
      // Easier, and easier still: both count.
      if (last === undefined || (order.kind === 'level' && by !== 0 && last === by)) inForce.add(id);
      taken.set(order.kind, last === undefined || last === by ? by : Number.NaN);
    }
    if (isFree) inForce.add(id);
  }
  return inForce;
}
