import type { KnownClass, KnownLink, KnownMember, KnownPerson } from '../plan/snapshot.ts';

/** Everybody and every class of one school, to be written into files. */
export interface SchoolPeople {
  school: { id: number; name: string; region: string };
  people: KnownPerson[];
  classes: KnownClass[];
  members: KnownMember[];
  links: KnownLink[];
  /** What the format's register calls somebody, where it does. */
  externalIds: ReadonlyMap<number, string>;
}

/** A file as rows of cells, the header first. */
export interface ExportTable {
  file: string;
  rows: string[][];
}

/** The people of some roles. */
export function ofRole({ people }: SchoolPeople, ...roles: KnownPerson['role'][]): KnownPerson[] {
  return people.filter(({ role }) => roles.includes(role));
}
