import type { GradeLevel } from '../../curriculum/curriculum.ts';
import { foldName } from '../fold-word.ts';
import type { RosterProblems } from '../problem.ts';
import type { Place, Roster, RosterClass, RosterLink, RosterPerson, Spot } from '../roster.ts';
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
    outside: new Map(),
    notes: [],
  };
  readonly problems: RosterProblems;
  /** The day on which it is read, "2026-11-29". */
  readonly today: string;
  /** Which line has which id of a person. */
  readonly #ids = new Map<string, Place>();
  readonly #classes = new Map<string, RosterClass>();

  constructor(problems: RosterProblems, today: string) {
    this.problems = problems;
    this.today = today;
  }

  /** False, and a problem, where the id was given to another line already. */
  claim({ id, keyedBy }: Pick<RosterPerson, 'id' | 'keyedBy'>, line: Line): boolean {
    const other = this.#ids.get(id);
    if (other) {
      line.refuse(keyedBy, `${other.file}, row ${other.row} says the same ${keyedBy}; allowed is one line a person.`);
      return false;
    }
    this.#ids.set(id, line.place);
    return true;
  }

  addLink(link: RosterLink): void {
    this.roster.links.push(link);
  }

  /** A class that has a line of its own. */
  addClass(one: RosterClass, line: Line): void {
    const other = this.#classes.get(one.id);
    if (other)
      line.refuse(
        'id',
        `${other.place.file}, row ${other.place.row} says the same class; allowed is one line a class.`,
      );
    else this.#keepClass(one);
  }

  /** Puts a pupil into a class by its name; where the line says the grade, a class that is not there yet is made. */
  addMembership(person: RosterPerson, { name, gradeLevel, year }: NamedClass, spot: Spot): void {
    const { place, school } = person;
    let ref = name;
    if (gradeLevel !== undefined) {
      ref = classId({ school, name, gradeLevel, year });
      if (!this.#classes.has(ref)) {
        const rest = { capacity: undefined, active: true, implied: true, saysManagers: false };
        this.#keepClass({ id: ref, place, school, name, gradeLevel, year, ...rest });
      }
    }
    this.roster.memberships.push({ place: spot, class: ref, person: person.id, as: 'pupil', active: true });
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
