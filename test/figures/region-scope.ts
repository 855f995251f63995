import { SMALLEST_GROUP } from '../../src/domain/access/small-groups.ts';
import type { CivilDay } from '../../src/shared/calendar.ts';
import type { Done } from './pages/analytics.ts';
import type { Graded, Part, RawRow, RawRows } from './raw-rows.ts';

export const isFew = (people: number): boolean => people < SMALLEST_GROUP;

/** A subject in the schools of a region, row by row. */
export class SubjectThere {
  readonly subject: string;
  readonly region: string;
  /** By name. */
  readonly schools: readonly RawRow<'schools'>[];
  readonly #rows: RawRows;
  readonly #schoolOf: ReadonlyMap<number, number>;

  constructor(rows: RawRows, subject: string, region: string) {
    this.#rows = rows;
    this.subject = subject;
    this.region = region;
    this.schools = rows
      .of('schools')
      .filter((one) => one.region === region)
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const there = new Set(rows.of('users').flatMap((one) => (one.disabled_at === null ? [one.id] : [])));
    this.#schoolOf = new Map(
      rows.of('students').flatMap((one) => (there.has(one.user_id) ? [[one.user_id, one.school_id]] : [])),
    );
  }

  /** The school of a pupil whose account is open. */
  schoolOf(studentId: number): number | undefined {
    return this.#schoolOf.get(studentId);
  }

  /** What pupils of a school did in the subject, and their grades, from a day to a day. */
  within(schoolId: number, [first, last]: readonly [CivilDay, CivilDay]): Done {
    const isIn = ({ studentId, day, courseId }: Part | Graded) =>
      this.schoolOf(studentId) === schoolId &&
      day >= first &&
      day <= last &&
      this.#rows.subjectOf(courseId) === this.subject;
    return [this.#rows.parts().filter(isIn), this.#rows.graded().filter(isIn)];
  }

  /** The same, without the grades of fewer than ten. */
  told(schoolId: number, days: readonly [CivilDay, CivilDay]): Done {
    const [parts, tests] = this.within(schoolId, days);
    return [parts, isFew(peopleIn(tests)) ? [] : tests];
  }

  /** The schools of which anything may be told: ten and more studied it in these days. */
  large(days: readonly [CivilDay, CivilDay]): RawRow<'schools'>[] {
    return this.schools.filter(({ id }) => !isFew(studied(this.within(id, days))));
  }

  /** So many schools are too small to be told of. */
  hidden(days: readonly [CivilDay, CivilDay]): number {
    return this.schools.filter(({ id }) => {
      const people = studied(this.within(id, days));
      return people > 0 && isFew(people);
    }).length;
  }
}

export const peopleIn = (all: readonly { studentId: number }[]): number =>
  new Set(all.map((one) => one.studentId)).size;

/** How many attended a session. */
export const studied = ([parts]: Done): number => peopleIn(parts.filter((part) => part.there));

export const allOf = (some: readonly Done[]): Done => [
  some.flatMap(([parts]) => parts),
  some.flatMap(([, tests]) => tests),
];
