/** The longest username that is taken; nobody types more. */
export const LONGEST_USERNAME = 64;
const SHORTEST_USERNAME = 2;

/** Usernames are compared without regard to case, composition of letters and spaces around them. */
export function normalizeUsername(username: string): string {
  return username.normalize('NFKC').trim().toLowerCase();
}

export type UsernameProblem = 'length' | 'characters' | 'alphabets';

/** Alphabets whose letters look alike: a name of one must not pass for a name of another. */
const ALPHABETS = [/\p{Script=Latin}/u, /\p{Script=Hebrew}/u, /\p{Script=Arabic}/u, /\p{Script=Cyrillic}/u];
const SHAPE = /^[\p{L}\p{N}]+(?:[._'-][\p{L}\p{N}]+)*$/u;

/** What keeps a normalized username from being one; null when nothing does. Whether it is free, only the database knows. */
export function usernameProblem(username: string): UsernameProblem | null {
  if (username.length < SHORTEST_USERNAME || username.length > LONGEST_USERNAME) return 'length';
  if (!SHAPE.test(username)) return 'characters';
  return ALPHABETS.filter((letters) => letters.test(username)).length > 1 ? 'alphabets' : null;
}

/**
 * A username made of a name, "noa.peretz", that is not taken: the next ones get a number. Accents go, other alphabets stay. A
 * name without a letter gives "person". `isTaken` is asked with normalized usernames.
 */
export function proposeUsername(firstName: string, lastName: string, isTaken: (username: string) => boolean): string {
  const base = usernameBase(firstName, lastName);
  if (!isTaken(base)) return base;
  for (let number = 2; ; number += 1) {
    const username = `${base}${number}`;
    if (!isTaken(username)) return username;
  }
}

/** Room for a number behind it. */
const LONGEST_BASE = LONGEST_USERNAME - 8;

/** What every proposal for a name begins with: all usernames that can be in its way begin with it too. */
export function usernameBase(firstName: string, lastName: string): string {
  const parts = [wordsOf(firstName), wordsOf(lastName)].filter((part) => part !== '');
  const base = parts.join('.').slice(0, LONGEST_BASE).replace(/\.+$/, '');
  return usernameProblem(base) === null ? base : 'person';
}

/** Letters and digits, words apart by dots; the marks on letters go where the letter stays itself. */
function wordsOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}|['’׳״"]/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '.')
    .replace(/^\.+|\.+$/g, '');
}
