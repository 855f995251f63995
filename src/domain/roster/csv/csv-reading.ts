import type { GradeLevel } from '../../curriculum/curriculum.ts';
import { foldName } from '../fold-word.ts';
import type { RosterProblems } from '../problem.ts';
import type { Roster, RosterClass, RosterLink, RosterPerson } from '../roster.ts';
import type { Line } from '../table.ts';

export interface NamedClass {
  name: string;
  gradeLevel: GradeLevel | undefined;
  year: number | undefined;
}

/** What was read of files of ours so far. */
export class CsvReading {
  readonly roster: Roster = {
    format: 'csv',
    schools: [],
    people: [],
    classes: [],
    memberships: [],
    links: [],
    whole: { people: [], memberships: false, links: false },
    leftOut: [],
    notes: [],
  };
  readonly problems: RosterProblems;
  /** The day on which it is read, "2026-11-29". */
  readonly today: string;
  readonly #people = new Map<string, RosterPerson>();
  readonly #classes = new Map<string, RosterClass>();

  constructor(problems: RosterProblems, today: string) {
    this.problems = problems;
    this.today = today;
  }

  /** False, and a problem, where the id was given to somebody else already. */
  addPerson(person: RosterPerson, line: Line): boolean {
    const other = this.#people.get(person.id);
    if (other) {
      const { file, row } = other.place;
      line.refuse(person.keyedBy, `${file}, row ${row} says the same ${person.keyedBy}; allowed is one line a person.`);
      return false;
    }
    this.#people.set(person.id, person);
    this.roster.people.push(person);
    return true;
  }

  leaveOut({ place }: Line, what: string, why: string): void {
    this.roster.leftOut.push({ place, what, why });
  }

  addLink(link: RosterLink): void {
    this.roster.links.push(link);
  }

  /** A class that has a line of its own. */
  addClass(one: RosterClass, line: Line): void {
    const other = this.#classes.get(one.id);
    if (other) line.refuse('id', `${other.place.file}, row ${other.place.row} says the same class.`);
    else this.#keepClass(one);
  }

  /** Puts a pupil into a class by its name; where the line says the grade, a class that is not there yet is made. */
  addMembership(person: RosterPerson, { name, gradeLevel, year }: NamedClass): void {
    const { place, school } = person;
    let ref = name;
    if (gradeLevel !== undefined) {
      ref = classId({ school, name, gradeLevel, year });
      if (!this.#classes.has(ref)) {
        const rest = { capacity: undefined, active: true, implied: true, saysManagers: false };
        this.#keepClass({ id: ref, place, school, name, gradeLevel, year, ...rest });
      }
    }
    this.roster.memberships.push({ place, class: ref, person: person.id, as: 'pupil', active: true });
  }

  #keepClass(one: RosterClass): void {
    this.#classes.set(one.id, one);
    this.roster.classes.push(one);
  }
}

/** By what a later file means the same class, where it has no id of its own. */
export function classId({ school, name, gradeLevel, year }: NamedClass & { school: string | undefined }): string {
  return ['class', foldName(school ?? ''), year ?? '', gradeLevel ?? '', foldName(name)].join(':');
}
