/** Stands where a name, or words of somebody who was erased, stood. */
export const FORGOTTEN = '[…]';

/** Of whom nothing is to stay in what others wrote. */
export interface Forgotten {
  id: number;
  firstName: string;
  lastName: string;
  /** Usernames, addresses, numbers: taken out wherever they stand, but for a username that others have for a name. */
  others: readonly string[];
  /** What they said themselves, word by word; short words are nobody's. */
  words: readonly string[];
}

export interface Forgetter {
  /** The text without them. */
  text(text: string): string;
  /** JSON text without them: also where they stand by their id. Text that is no JSON is taken as text. */
  json(text: string): string;
}

/** Words shorter than this are said by many: "12", "yes". */
const SHORTEST_WORDS = 6;
/** Keys under which people stand by their id. */
const ID_KEY = /(student|pupil|user|parent|person|actor|speaker|reporter|member)(_?ids?)?$/i;
/** A list that lost its last pupil is not the same as one that names nobody: nobody has this id. */
const NOBODY = 0;
const LETTER = '[\\p{L}\\p{M}\\p{N}]';
/** Hebrew writes "to", "and", "of" and the like in one word with the name. */
const BEFORE = `(?<!${LETTER})(?<prefix>[ולבכמשה]{0,2})`;

/**
 * Takes somebody out of what stays. `near`: in sessions that they took part in, also the first name by itself and their words; elsewhere
 * first and last name together, so that others of the same first name keep theirs.
 */
export function createForgetter(who: Forgotten, { near }: { near: boolean }): Forgetter {
  const { firstName, lastName, others, words } = who;
  const names = [`${firstName} ${lastName}`, `${lastName} ${firstName}`, `${lastName}, ${firstName}`];
  const single = near ? [firstName, lastName] : [];
  const isName = (text: string) => [firstName, lastName].some((name) => name.toLowerCase() === text.toLowerCase());
  const whole = unique([...others.filter((one) => near || !isName(one)), ...names, ...single]);
  const pattern =
    whole.length === 0 ? null : new RegExp(`${BEFORE}(?:${whole.map(escaped).join('|')})(?!${LETTER})`, 'giu');
  const said = near ? unique(words).filter((one) => one.length >= SHORTEST_WORDS) : [];
  const text = (given: string): string => {
    let left = given;
    for (const one of said) left = left.replaceAll(one, FORGOTTEN);
    return pattern === null ? left : left.replace(pattern, `$<prefix>${FORGOTTEN}`);
  };
  const value = (given: unknown, key: string): unknown => {
    if (typeof given === 'string') return others.includes(given) ? FORGOTTEN : text(given);
    if (typeof given === 'number') return given === who.id && ID_KEY.test(key) ? null : given;
    if (Array.isArray(given)) return list(given, key);
    if (given === null || typeof given !== 'object') return given;
    const rest = 'of' in given && given.of === 'pupil' ? withoutRow(given, who.id) : given;
    return Object.fromEntries(Object.entries(rest).map(([name, one]) => [text(name), value(one, name)]));
  };
  const list = (given: readonly unknown[], key: string): unknown[] => {
    const isOfIds = ID_KEY.test(key) && given.every((one) => typeof one === 'number');
    if (!isOfIds) return given.filter((one) => !isAbout(one, who.id)).map((one) => value(one, key));
    const others = given.filter((one) => one !== who.id);
    return others.length === 0 && given.length > 0 ? [NOBODY] : others;
  };
  return {
    text,
    json(given) {
      const read = parsed(given);
      return read === undefined ? text(given) : JSON.stringify(value(read, ''));
    },
  };
}

/** Rows of pupils, as reports keep them, stand by a bare id. */
function withoutRow(part: object, id: number): object {
  if (!('rows' in part) || !Array.isArray(part.rows)) return part;
  return { ...part, rows: part.rows.filter((row: unknown) => !isRowOf(row, id)) };
}

function isRowOf(row: unknown, id: number): boolean {
  return row !== null && typeof row === 'object' && 'id' in row && row.id === id;
}

/** An entry of a list that is about them: their place in a group, what was left out for them. */
function isAbout(entry: unknown, id: number): boolean {
  if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) return false;
  return Object.entries(entry).some(([key, one]) => one === id && ID_KEY.test(key));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Longer ones first, so that nothing is left of them. */
const unique = (texts: readonly string[]): string[] =>
  [...new Set(texts.map((one) => one.trim()).filter((one) => one !== ''))].sort((a, b) => b.length - a.length);
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
