import type { GradeLevel } from '../curriculum/curriculum.ts';

/** What a file says about people and classes, whatever the format; references are ids of the file. Nothing of it is believed yet. */
export interface Roster {
  format: RosterFormat;
  schools: RosterSchool[];
  people: RosterPerson[];
  classes: RosterClass[];
  memberships: RosterMembership[];
  links: RosterLink[];
  /** What the file claims to hold all of: whoever is missing there is gone. */
  whole: { people: RosterRole[]; memberships: boolean; links: boolean };
  leftOut: LeftOut[];
  /** People of the file who have no place here, by their ids, with the reason in a sentence. */
  outside: Map<string, string>;
  notes: string[];
  /** A part of the files could not be read, so that nobody knows whom they name. */
  partial?: true;
}

export type RosterFormat = 'csv' | 'oneroster';

/** Regional supervisors come in by no file. */
export type RosterRole = 'student' | 'parent' | 'class manager' | 'school manager';

/** A line as a spreadsheet counts it: the header is row 1. */
export interface Place {
  file: string;
  row: number;
}

/** A line, or one cell of it: by the title that the header gives its column. */
export interface Spot extends Place {
  column?: string;
}

export interface LeftOut {
  place: Spot;
  /** Of whom or what the line speaks, in words. */
  what: string;
  why: string;
}

export interface RosterSchool {
  id: string;
  place: Place;
  name: string;
  /** Names of regions that may be meant, the likeliest first. */
  regions: string[];
  active: boolean;
}

/** Where a field is undefined the file says nothing about it, and what is there stays. */
export interface RosterPerson {
  id: string;
  place: Place;
  /** What the id is made of, where the file gives none of its own. */
  keyedBy: 'id' | 'username' | 'email';
  /** Undefined where only what changed is told, and the role did not. */
  role: RosterRole | undefined;
  /** The school this person belongs to; parents belong where their children are. */
  school: string | undefined;
  firstName: string;
  lastName: string;
  birthDate: string | undefined;
  email: string | undefined;
  phone: string | undefined;
  username: string | undefined;
  locale: 'en' | 'he' | undefined;
  employmentYear: number | undefined;
  active: boolean;
  /** The line names all parents of this pupil, or all children of this parent. */
  saysLinks: boolean;
  /** The line names all classes of this pupil. */
  saysClasses: boolean;
  /** When the source last changed the line; sorts as text. */
  modified: string | undefined;
}

export interface RosterClass {
  id: string;
  place: Place;
  school: string | undefined;
  name: string;
  gradeLevel: GradeLevel | undefined;
  /** The year in which the school year begins. */
  year: number | undefined;
  capacity: number | undefined;
  active: boolean;
  /** Not listed itself: a pupil's line names it. */
  implied: boolean;
  /** The line names all who look after it. */
  saysManagers: boolean;
}

export interface RosterMembership {
  /** Of the class; and of the person, where that is another cell of the same line. */
  place: Spot;
  personPlace?: Spot;
  class: string;
  person: string;
  as: 'pupil' | 'manager';
  active: boolean;
}

/** Which of the two is the parent may be the wrong way round where the file does not say their roles. */
export interface RosterLink {
  place: Spot;
  parent: string;
  child: string;
  status: 'verified' | 'blocked';
}
