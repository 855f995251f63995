import type { LeftOut, Roster, RosterPerson } from '../roster.ts';
import { Accounts } from './accounts.ts';
import { type Matches, schoolOf } from './match-people.ts';
import type { FieldChange, NewPerson, PersonChange, Ref, RosterPlan } from './plan.ts';
import type { ResolvedSchools } from './resolve-schools.ts';
import type { KnownPerson, Snapshot } from './snapshot.ts';

export interface PeopleQuestion {
  roster: Roster;
  snapshot: Snapshot;
  schools: ResolvedSchools;
  matches: Matches;
  /** A school manager's own import: it makes no school managers and leaves alone what other schools share. */
  limited: boolean;
  /** The first school of a parent's children, by the file's id of the parent. */
  schoolOfParent: ReadonlyMap<string, Ref>;
}

export interface PeoplePlan extends Pick<RosterPlan, 'people' | 'leftOut' | 'notes'> {
  /** Lines of people of schools that are not meant. */
  foreign: number;
}

/** Who is added, what changes of whom, and whose account is closed or opened. */
export function planPeople(question: PeopleQuestion): PeoplePlan {
  return new PeoplePlanner(question).plan();
}

class PeoplePlanner {
  readonly #question: PeopleQuestion;
  readonly #accounts: Accounts;
  readonly #leftOut: LeftOut[] = [];
  readonly #notes: string[] = [];
  readonly #people: RosterPlan['people'] = { add: [], change: [], disable: [], enable: [], unchanged: 0 };
  readonly #managed: Set<Ref>;
  /** When the source last changed what was taken of each person. */
  readonly #taken: ReadonlyMap<number, string>;
  #foreign = 0;
  #stale = 0;

  constructor(question: PeopleQuestion) {
    this.#question = question;
    this.#accounts = new Accounts(question.snapshot, question.roster.format);
    const { schools, externalIds } = question.snapshot;
    const users = externalIds.filter(({ kind }) => kind === 'user');
    this.#taken = new Map(users.flatMap(({ ourId, modified }) => (modified === null ? [] : [[ourId, modified]])));
    this.#managed = new Set(schools.flatMap(({ id, managerId }) => (managerId === null ? [] : [id])));
  }

  plan(): PeoplePlan {
    const { matches, roster } = this.#question;
    for (const person of roster.people) {
      const known = matches.known.get(person.id);
      if (known) this.#compare(person, known);
    }
    for (const person of matches.fresh) this.#add(person);
    this.#closeAbsent();
    const notes = [...this.#notes, ...this.#accounts.notes()];
    if (this.#stale > 0)
      notes.push(`${this.#stale} lines are older than what was taken before (dateLastModified); they change nothing.`);
    return {
      people: this.#people,
      leftOut: [...this.#leftOut, ...this.#accounts.leftOut],
      notes,
      foreign: this.#foreign,
    };
  }

  #add(person: RosterPerson): void {
    const { schools, limited, schoolOfParent } = this.#question;
    const { role } = person;
    // Gone before they came.
    if (!person.active) return;
    if (role === undefined) {
      this.#leaveOut(person, 'the file does not say what they are, and they are not here yet');
      return;
    }
    const school =
      role === 'parent' ? (schoolOfParent.get(person.id) ?? schools.home) : (schoolOf(person, schools) ?? null);
    const foreignParent = role === 'parent' && limited && schools.foreign.size > 0 && !schoolOfParent.has(person.id);
    if (foreignParent || (role !== 'parent' && school === null)) {
      if (foreignParent || schools.foreign.has(person.school ?? '')) this.#foreign += 1;
      else this.#leaveOut(person, schoolUnknown(person));
      return;
    }
    if (role === 'school manager' && !this.#mayManage(person, school)) return;
    this.#people.add.push(this.#newPerson(person, role, school));
  }

  #mayManage(person: RosterPerson, school: Ref | null): boolean {
    if (this.#question.limited) this.#leaveOut(person, 'who manages a school is not changed by its own import');
    else if (school !== null && this.#managed.has(school))
      this.#leaveOut(person, 'the school has a manager, and has only one');
    else {
      if (school !== null) this.#managed.add(school);
      return true;
    }
    return false;
  }

  #newPerson(person: RosterPerson, role: NewPerson['role'], school: Ref | null): NewPerson {
    return {
      ref: person.id,
      place: person.place,
      role,
      school,
      username: this.#accounts.usernameFor(person),
      firstName: person.firstName,
      lastName: person.lastName,
      birthDate: person.birthDate ?? null,
      email: this.#accounts.emailFor(person, undefined) ?? null,
      phone: person.phone ?? null,
      locale: person.locale ?? 'en',
      employmentYear: person.employmentYear ?? null,
    };
  }

  #compare(person: RosterPerson, known: KnownPerson): void {
    const { limited } = this.#question;
    const taken = this.#taken.get(known.id);
    if (person.modified !== undefined && taken !== undefined && person.modified < taken) {
      this.#stale += 1;
      this.#people.unchanged += 1;
      return;
    }
    const fields = this.#changes(person, known);
    const school = this.#newSchool(person, known);
    const moves = person.active === known.disabled;
    if (fields.length === 0 && school === null && !moves) {
      this.#people.unchanged += 1;
    } else if (limited && known.sharedWithOthers) {
      this.#people.unchanged += 1;
      this.#notes.push(`${nameOf(known)} has children at another school too: their account stays as it is.`);
    } else if (limited && known.role === 'school manager') {
      this.#people.unchanged += 1;
      this.#leaveOut(person, 'a school manager is not changed by the import of the school');
    } else {
      if (fields.length > 0 || school !== null) this.#people.change.push({ person: known, fields, school });
      if (moves) this.#openOrClose(person, known);
    }
  }

  #openOrClose(person: RosterPerson, known: KnownPerson): void {
    if (person.active) this.#people.enable.push(known);
    else if (known.role === 'school manager')
      this.#leaveOut(person, 'the account of a school manager is not closed by an import');
    else this.#people.disable.push(known);
  }

  #changes(person: RosterPerson, known: KnownPerson): FieldChange[] {
    const fields: FieldChange[] = [];
    const compare = (field: FieldChange['field'], before: string | null, after: string | undefined) => {
      if (after !== undefined && after !== before) fields.push({ field, before, after });
    };
    compare('first name', known.firstName, person.firstName);
    compare('last name', known.lastName, person.lastName);
    compare('birth date', known.birthDate, person.birthDate);
    compare('username', known.username, this.#accounts.newUsername(person, known));
    compare('email', known.email, this.#accounts.emailFor(person, known.id));
    const hasPhone = person.phone === undefined || known.phones.includes(person.phone);
    if (!hasPhone) compare('phone', known.phones.join(', ') || null, person.phone);
    compare('language', known.locale, person.locale);
    return fields;
  }

  /** Where somebody who is here belongs from now on; null where nothing changes. */
  #newSchool(person: RosterPerson, known: KnownPerson): PersonChange['school'] {
    if (known.role !== 'student' && known.role !== 'class manager') return null;
    if (person.school === undefined) return null;
    const school = schoolOf(person, this.#question.schools);
    return typeof school === 'number' && school !== known.schoolId ? school : null;
  }

  /** Where the file is the whole of it, whoever is missing is gone. Nobody is deleted. */
  #closeAbsent(): void {
    const { roster, snapshot, matches, limited } = this.#question;
    const named = new Set([...matches.known.values()].map(({ id }) => id));
    const ofSource = new Set(snapshot.externalIds.flatMap(({ kind, ourId }) => (kind === 'user' ? [ourId] : [])));
    for (const known of snapshot.people) {
      const { id, role, disabled, sharedWithOthers } = known;
      if (disabled || named.has(id) || matches.heldBack.has(id) || !roster.whole.people.includes(role)) continue;
      // A register speaks for those it brought; a list of ours, for everybody.
      if (roster.format === 'oneroster' && !ofSource.has(id)) continue;
      if (sharedWithOthers && limited) continue;
      this.#people.disable.push(known);
    }
  }

  #leaveOut({ place, firstName, lastName }: RosterPerson, why: string): void {
    this.#leftOut.push({ place, what: `${firstName} ${lastName}`, why });
  }
}

function schoolUnknown({ school }: RosterPerson): string {
  return school === undefined
    ? 'the file does not say of which school they are'
    : `their school, “${school}”, is not described; allowed is the sourcedId of a line of orgs.csv`;
}

function nameOf({ firstName, lastName, username }: KnownPerson): string {
  return `${firstName} ${lastName} (${username})`;
}
