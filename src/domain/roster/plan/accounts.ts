import { normalizeUsername, proposeUsername, usernameProblem } from '../../people/username.ts';
import type { LeftOut, RosterFormat, RosterPerson } from '../roster.ts';
import type { KnownPerson, Snapshot } from './snapshot.ts';

const USERNAME_ALLOWED =
  'allowed are 2 to 64 letters and digits of one alphabet, with single . _ - between; one is made of the name instead';

/** Hands out usernames and e-mail addresses, each to one person, and keeps what could not be given. */
export class Accounts {
  readonly #usernames: Set<string>;
  readonly #emails: Map<string, number | string>;
  readonly #notes: string[] = [];
  /** Usernames of our own files that cannot be one: each by its cell. */
  readonly leftOut: LeftOut[] = [];
  readonly #format: RosterFormat;
  #unusable = 0;
  #unusableExample = '';

  constructor(snapshot: Snapshot, format: RosterFormat) {
    this.#format = format;
    this.#usernames = new Set(snapshot.usernames);
    this.#emails = new Map(snapshot.emails);
  }

  /** What there is to say of usernames and addresses that could not be given. */
  notes(): string[] {
    const some = this.#unusable === 1 ? 'One username' : `${this.#unusable} usernames`;
    const made = `${some} of the file cannot be one here ("${this.#unusableExample}": letters, digits, dots, dashes); it is made of the name instead.`;
    return [...this.#notes, ...(this.#unusable > 0 ? [made] : [])];
  }

  /** A username for somebody new: the one that the file wishes, where it can be had. */
  usernameFor(person: RosterPerson): string {
    const wished = this.#wish(person);
    const free = wished !== undefined && !this.#usernames.has(wished);
    const isTaken = (name: string) => this.#usernames.has(name);
    const username = free ? wished : proposeUsername(person.firstName, person.lastName, isTaken);
    if (wished !== undefined && !free)
      this.#say(person, `the username ${wished} belongs to somebody else; theirs is ${username}`);
    this.#usernames.add(username);
    return username;
  }

  /** The username that the file wishes for somebody who is here, where it is another and can be had. */
  newUsername(person: RosterPerson, known: KnownPerson): string | undefined {
    const wished = this.#wish(person);
    if (wished === undefined || wished === known.username) return undefined;
    if (this.#usernames.has(wished)) {
      this.#say(person, `the username ${wished} belongs to somebody else; theirs stays ${known.username}`);
      return undefined;
    }
    this.#usernames.add(wished);
    return wished;
  }

  /** The address of the file, where nobody else has it. */
  emailFor(person: RosterPerson, knownId: number | undefined): string | undefined {
    const { email } = person;
    if (email === undefined) return undefined;
    const holder = this.#emails.get(email);
    if (holder === undefined) this.#emails.set(email, knownId ?? person.id);
    else if (holder !== (knownId ?? person.id)) {
      this.#say(
        person,
        `the address ${email} belongs to somebody else, so it is left out; an address is of one account`,
      );
      return undefined;
    }
    return email;
  }

  #wish(person: RosterPerson): string | undefined {
    if (person.username === undefined) return undefined;
    const wished = normalizeUsername(person.username);
    if (usernameProblem(wished) === null) return wished;
    // A register names people by what its own program asks for; in a file of ours somebody wrote it down for this one.
    if (this.#format === 'csv') {
      const what = `the username “${person.username}” of ${person.firstName} ${person.lastName}`;
      const place = { ...person.place, column: 'username' };
      this.leftOut.push({ place, what, why: USERNAME_ALLOWED });
      return undefined;
    }
    this.#unusable += 1;
    this.#unusableExample ||= wished;
    return undefined;
  }

  #say({ place, firstName, lastName }: RosterPerson, what: string): void {
    this.#notes.push(`${place.file}, row ${place.row}, ${firstName} ${lastName}: ${what}.`);
  }
}
