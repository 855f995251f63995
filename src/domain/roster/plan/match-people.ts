import { normalizeUsername } from '../../people/username.ts';
import { foldName } from '../fold-word.ts';
import type { LeftOut, Roster, RosterPerson } from '../roster.ts';
import type { Decision, Decisions, Ref } from './plan.ts';
import type { ResolvedSchools } from './resolve-schools.ts';
import type { ExternalId, KnownPerson, Snapshot } from './snapshot.ts';

/** Who of the file is who. */
export interface Matches {
  /** The file's id → who it is here. */
  known: Map<string, KnownPerson>;
  /** People to add. */
  fresh: RosterPerson[];
  /** People who are here and of whom the file may speak, though nobody said yet that it does. */
  heldBack: Set<number>;
  decisions: Decision[];
  leftOut: LeftOut[];
}

export interface MatchQuestion {
  roster: Roster;
  snapshot: Snapshot;
  schools: ResolvedSchools;
  decisions: Decisions;
  /** Whose own file it is; 0 where it is one of several schools. */
  scope: number;
}

const nameOf = (person: Pick<RosterPerson, 'firstName' | 'lastName'>) =>
  `${foldName(person.firstName)}, ${foldName(person.lastName)}`;

/**
 * Finds everybody of the file among those who are here: by the id that the source used before, by the username together with the
 * name, or by the e-mail address likewise. The same name with the same day of birth or telephone is a question, never an answer.
 */
export function matchPeople(question: MatchQuestion): Matches {
  return new Matcher(question).match();
}

class Matcher {
  readonly #question: MatchQuestion;
  readonly #matches: Matches = { known: new Map(), fresh: [], heldBack: new Set(), decisions: [], leftOut: [] };
  readonly #people: ReadonlyMap<number, KnownPerson>;
  readonly #byUsername: ReadonlyMap<string, KnownPerson>;
  readonly #byEmail: ReadonlyMap<string, KnownPerson>;
  readonly #byTraits = new Map<string, KnownPerson[]>();
  readonly #externalIds: ReadonlyMap<string, ExternalId[]>;
  /** Who is taken, and by which line. */
  readonly #taken = new Map<number, RosterPerson>();

  constructor(question: MatchQuestion) {
    const { snapshot } = question;
    this.#question = question;
    this.#people = new Map(snapshot.people.map((person) => [person.id, person]));
    this.#byUsername = new Map(snapshot.people.map((person) => [person.username, person]));
    this.#byEmail = new Map(
      snapshot.people.flatMap((person) => (person.email === null ? [] : [[person.email, person]])),
    );
    for (const person of snapshot.people) {
      for (const key of traitsOf(person.role, person, [person.birthDate, ...person.phones])) {
        this.#byTraits.set(key, [...(this.#byTraits.get(key) ?? []), person]);
      }
    }
    this.#externalIds = Map.groupBy(
      snapshot.externalIds.filter(({ kind }) => kind === 'user'),
      ({ externalId }) => externalId,
    );
  }

  match(): Matches {
    const { people } = this.#question.roster;
    // Ids first: whoever one of them names is not free to be found by name.
    const rest = people.filter((person) => !this.#matchById(person));
    const open = rest.filter((person) => !this.#matchByAccount(person));
    for (const person of open) this.#matchByName(person);
    return this.#matches;
  }

  #matchById(person: RosterPerson): boolean {
    const candidates = this.#externalIds.get(person.id) ?? [];
    const own = candidates.filter(({ scope }) => scope === this.#question.scope);
    const [known] = [...own, ...candidates].flatMap(({ ourId }) => this.#people.get(ourId) ?? []);
    if (!known) return false;
    this.#take(person, known);
    return true;
  }

  #matchByAccount(person: RosterPerson): boolean {
    const username = person.username === undefined ? undefined : normalizeUsername(person.username);
    const byUsername = username === undefined ? undefined : this.#byUsername.get(username);
    const byEmail = person.email === undefined ? undefined : this.#byEmail.get(person.email);
    const isSure = (known: KnownPerson | undefined, key: RosterPerson['keyedBy']) =>
      known !== undefined &&
      (person.keyedBy === key || (nameOf(known) === nameOf(person) && known.role === person.role));
    const known = isSure(byUsername, 'username') ? byUsername : isSure(byEmail, 'email') ? byEmail : undefined;
    if (!known) return false;
    this.#take(person, known);
    return true;
  }

  #matchByName(person: RosterPerson): void {
    const traits = traitsOf(person.role, person, [person.birthDate, person.phone]);
    const alike = new Set(traits.flatMap((key) => this.#byTraits.get(key) ?? []));
    // Two who were both born on a day, and not on the same one, are two.
    const unlike = ({ birthDate }: KnownPerson) =>
      birthDate !== null && person.birthDate !== undefined && birthDate !== person.birthDate;
    const candidates = [...alike].filter((known) => !this.#taken.has(known.id) && !unlike(known));
    const decided = this.#question.decisions.get(person.id);
    const chosen = candidates.find(({ id }) => id === decided);
    if (chosen) this.#take(person, chosen);
    else if (candidates.length === 0 || decided === 'new') this.#matches.fresh.push(person);
    else {
      for (const { id } of candidates) this.#matches.heldBack.add(id);
      this.#matches.decisions.push({
        externalId: person.id,
        place: person.place,
        name: `${person.firstName} ${person.lastName}`,
        born: person.birthDate ?? null,
        candidates: candidates.map(({ id, username }) => ({ id, username })),
      });
    }
  }

  #take(person: RosterPerson, known: KnownPerson): void {
    const other = this.#taken.get(known.id);
    if (other) {
      this.#leaveOut(person, `${other.place.file}, row ${other.place.row} is the same person, ${known.username}`);
    } else if (person.role !== undefined && person.role !== known.role) {
      this.#matches.heldBack.add(known.id);
      this.#leaveOut(
        person,
        `${known.username} is a ${wordOf(known.role)} here and a ${wordOf(person.role)} in the file; an import changes no roles`,
      );
    } else {
      this.#taken.set(known.id, person);
      this.#matches.known.set(person.id, known);
    }
  }

  #leaveOut({ place, firstName, lastName }: RosterPerson, why: string): void {
    this.#matches.leftOut.push({ place, what: `${firstName} ${lastName}`, why });
  }
}

/** By what two may be one: the name, with the day of birth or a number of a telephone. */
function traitsOf(
  role: string | undefined,
  person: Pick<RosterPerson, 'firstName' | 'lastName'>,
  more: readonly (string | null | undefined)[],
): string[] {
  return more.flatMap((one) => (one === null || one === undefined ? [] : [`${role}: ${nameOf(person)}, ${one}`]));
}

/** The roles as people say them. */
export function wordOf(role: KnownPerson['role']): string {
  return role === 'student' ? 'pupil' : role;
}

/** The school of a line, as far as it is meant; undefined where it is none of them. */
export function schoolOf({ school }: { school: string | undefined }, { at, home }: ResolvedSchools): Ref | undefined {
  return school === undefined ? (home ?? undefined) : at.get(school);
}
