import { normalizeUsername } from '../../people/username.ts';
import type { Roster, RosterRole } from '../roster.ts';
import type { Matches } from './match-people.ts';
import type { NewPerson, Ref } from './plan.ts';
import type { ExternalId, KnownPerson, Snapshot } from './snapshot.ts';

export interface Met {
  ref: Ref;
  role: RosterRole;
  school: Ref | null;
  name: string;
}

/** By what a line may mean somebody. */
export const allowedId = ({ format }: Roster): string =>
  format === 'csv' ? 'the id, username or e-mail address of somebody' : 'the sourcedId of a line of users.csv';

/** Finds who is meant by the file's id of a person and, in files of ours, by a username or an e-mail address. */
export class Who {
  readonly #byId = new Map<string, Met>();
  readonly #byAccount = new Map<string, Met>();
  readonly #byRef = new Map<Ref, Met>();

  constructor({ format }: Roster, snapshot: Snapshot, matches: Matches, added: readonly NewPerson[]) {
    const people = new Map(snapshot.people.map((person) => [person.id, person]));
    for (const person of snapshot.people) this.#byRef.set(person.id, metOf(person));
    const users = snapshot.externalIds.filter(({ kind }: ExternalId) => kind === 'user');
    for (const { externalId, ourId } of users) this.#know(externalId, people.get(ourId));
    for (const [id, known] of matches.known) this.#know(id, known);
    for (const { ref, role, school, firstName, lastName, username, email } of added) {
      const met: Met = { ref, role, school, name: `${firstName} ${lastName}` };
      this.#byRef.set(ref, met);
      this.#byId.set(ref, met);
      if (format === 'csv') this.#keepAccount({ username, email }, met);
    }
    if (format === 'csv') for (const person of snapshot.people) this.#keepAccount(person, metOf(person));
  }

  /** By what a line of the file calls somebody. */
  find(id: string): Met | undefined {
    return this.#byId.get(id) ?? this.#byAccount.get(normalizeUsername(id));
  }

  get(ref: Ref): Met | undefined {
    return this.#byRef.get(ref);
  }

  #know(id: string, person: KnownPerson | undefined): void {
    if (person) this.#byId.set(id, metOf(person));
  }

  #keepAccount({ username, email }: { username: string; email: string | null }, met: Met): void {
    this.#byAccount.set(username, met);
    if (email !== null) this.#byAccount.set(email, met);
  }
}

function metOf({ id, role, schoolId, firstName, lastName }: KnownPerson): Met {
  return { ref: id, role, school: schoolId, name: `${firstName} ${lastName}` };
}
