import type { GradeLevel } from '../../curriculum/curriculum.ts';
import { foldName } from '../fold-word.ts';
import type { LeftOut, Roster, RosterClass } from '../roster.ts';
import { schoolOf } from './match-people.ts';
import type { ClassChange, NewClass, Ref, RosterPlan } from './plan.ts';
import type { ResolvedSchools } from './resolve-schools.ts';
import type { KnownClass, Snapshot } from './snapshot.ts';

/** How many fit into a class of which nobody says it. */
const USUAL_CAPACITY = 40;

export interface ClassQuestion {
  roster: Roster;
  snapshot: Snapshot;
  schools: ResolvedSchools;
  /** The year in which the present school year began. */
  year: number;
  /** Whose own file it is; 0 where it is one of several schools. */
  scope: number;
}

export interface ClassPlan extends Pick<RosterPlan, 'classes' | 'leftOut'> {
  /** The file's id → which class it is. */
  at: ReadonlyMap<string, Ref>;
  /** Finds a class by what a pupil's line calls it. */
  byName(name: string, school: Ref | undefined): Ref | undefined;
  /** Classes that the source speaks of, now or before. */
  ofSource: ReadonlySet<Ref>;
  room(ref: Ref): Room | undefined;
  /** What the classes of a school are called, the newest first. */
  namesOf(school: Ref): string[];
}

/** A class that is here or will be. */
export interface Room {
  ref: Ref;
  school: Ref;
  name: string;
  year: number;
}

interface Whole {
  school: Ref;
  name: string;
  gradeLevel: GradeLevel;
  year: number;
}

const keyOf = ({ school, name, gradeLevel, year }: Whole) => `${school} ${year} ${gradeLevel} ${foldName(name)}`;

/** Which classes are added and what changes of those that are here. A class is never deleted. */
export function planClasses(question: ClassQuestion): ClassPlan {
  return new ClassPlanner(question).plan();
}

class ClassPlanner {
  readonly #question: ClassQuestion;
  readonly #known: ReadonlyMap<number, KnownClass>;
  readonly #byKey = new Map<string, Ref>();
  readonly #at = new Map<string, Ref>();
  readonly #add: NewClass[] = [];
  readonly #change: ClassChange[] = [];
  readonly #leftOut: LeftOut[] = [];
  readonly #matched = new Set<number>();

  constructor(question: ClassQuestion) {
    this.#question = question;
    const { classes } = question.snapshot;
    this.#known = new Map(classes.map((one) => [one.id, one]));
    for (const one of classes) this.#byKey.set(keyOf({ ...one, school: one.schoolId }), one.id);
  }

  plan(): ClassPlan {
    const { roster, snapshot } = this.#question;
    const before = snapshot.externalIds.filter(({ kind, ourId }) => kind === 'class' && this.#known.has(ourId));
    for (const { externalId, ourId, scope } of before) {
      if (!this.#at.has(externalId) || scope === this.#question.scope) this.#at.set(externalId, ourId);
    }
    const listed = roster.classes.filter(({ implied }) => !implied);
    for (const one of [...listed, ...roster.classes.filter(({ implied }) => implied)]) this.#place(one);
    const byName = this.#index();
    const rooms = new Map([...byName.values()].flat().map((room) => [room.ref, room]));
    return {
      classes: { add: this.#add, change: this.#change },
      leftOut: this.#leftOut,
      at: this.#at,
      ofSource: new Set(this.#at.values()),
      byName: (name, school) => byName.get(`${school} ${foldName(name)}`)?.[0]?.ref,
      room: (ref) => rooms.get(ref),
      namesOf: (school) => [...byName.values()].flatMap(([room]) => (room?.school === school ? [room.name] : [])),
    };
  }

  #place(one: RosterClass): void {
    const { schools, year } = this.#question;
    const school = schoolOf(one, schools);
    const known = this.#known.get(Number(this.#at.get(one.id) ?? Number.NaN));
    if (school === undefined) {
      if (!schools.foreign.has(one.school ?? '')) this.#leaveOut(one, 'the file does not say of which school it is');
      return;
    }
    if (known) {
      this.#compare(one, known);
      return;
    }
    if (one.gradeLevel === undefined) {
      this.#leaveOut(one, 'neither the class nor its course says a grade from 1 to 12');
      return;
    }
    const whole: Whole = { school, name: one.name, gradeLevel: one.gradeLevel, year: one.year ?? year };
    const same = this.#byKey.get(keyOf(whole));
    if (same !== undefined) this.#adopt(one, same);
    else if (one.active) {
      this.#byKey.set(keyOf(whole), one.id);
      this.#at.set(one.id, one.id);
      this.#add.push({ ref: one.id, place: one.place, ...whole, capacity: one.capacity ?? USUAL_CAPACITY });
    }
  }

  /** The file says by another id what is here, or in the file, already. */
  #adopt(one: RosterClass, same: Ref): void {
    const known = typeof same === 'number' ? this.#known.get(same) : undefined;
    if (one.implied || (known && !this.#matched.has(known.id))) {
      this.#at.set(one.id, same);
      if (known) this.#compare(one, known);
    } else this.#leaveOut(one, 'another class of the file has the same name, grade, year and school');
  }

  #compare(one: RosterClass, known: KnownClass): void {
    if (!one.implied) this.#matched.add(known.id);
    const next = {
      name: one.name,
      gradeLevel: one.gradeLevel ?? known.gradeLevel,
      year: one.year ?? known.year,
      capacity: one.capacity ?? known.capacity,
    };
    const fields: ClassChange['fields'] = [];
    const compare = (
      field: ClassChange['fields'][number]['field'],
      before: string | number,
      after: string | number,
    ) => {
      if (before !== after) fields.push({ field, before: String(before), after: String(after) });
    };
    if (foldName(next.name) === foldName(known.name) && one.implied) next.name = known.name;
    compare('name', known.name, next.name);
    compare('grade', known.gradeLevel, next.gradeLevel);
    compare('year', known.year, next.year);
    compare('capacity', known.capacity, next.capacity);
    if (fields.length === 0) return;
    const key = keyOf({ ...next, school: known.schoolId });
    const other = this.#byKey.get(key);
    if (other !== undefined && other !== known.id) {
      this.#leaveOut(one, 'another class has this name, grade and year already');
      return;
    }
    this.#byKey.set(key, known.id);
    this.#change.push({ one: known, fields, next });
  }

  /** The classes of each school by name, the newest first. */
  #index(): Map<string, Room[]> {
    const known = [...this.#known.values()].map(({ id, schoolId, name, year }) => ({
      ref: id,
      school: schoolId,
      name,
      year,
    }));
    const rooms = [...this.#add, ...known].sort((a, b) => b.year - a.year);
    return Map.groupBy(rooms, ({ school, name }) => `${school} ${foldName(name)}`);
  }

  #leaveOut({ place, name }: RosterClass, why: string): void {
    this.#leftOut.push({ place, what: `the class “${name}”`, why });
  }
}
