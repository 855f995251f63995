import type { GradeLevel } from '../../curriculum/curriculum.ts';
import type { RosterRole } from '../roster.ts';
import type { KnownEnrolment, MandatoryCourse } from './enrolment.ts';

/** What is there before an import: the schools that it reaches, and everybody and everything of them. */
export interface Snapshot {
  schools: KnownSchool[];
  people: KnownPerson[];
  classes: KnownClass[];
  members: KnownMember[];
  links: KnownLink[];
  /** Of every grade. */
  courses: MandatoryCourse[];
  /** Of the pupils of these schools in such courses. */
  enrolments: KnownEnrolment[];
  /** Ids of the file's source that are known from before. */
  externalIds: ExternalId[];
  /** Usernames of anybody that may be in the way. */
  usernames: ReadonlySet<string>;
  /** E-mail addresses of the file that somebody has, and who. */
  emails: ReadonlyMap<string, number>;
}

export interface KnownSchool {
  id: number;
  name: string;
  managerId: number | null;
}

export interface KnownPerson {
  id: number;
  role: RosterRole;
  /** Of a parent: the school that keeps the account. */
  schoolId: number | null;
  username: string;
  firstName: string;
  lastName: string;
  birthDate: string | null;
  email: string | null;
  phones: string[];
  locale: string;
  disabled: boolean;
  /** A parent who has children at schools that the import does not reach. */
  sharedWithOthers: boolean;
}

export interface KnownClass {
  id: number;
  schoolId: number;
  name: string;
  gradeLevel: GradeLevel;
  year: number;
  capacity: number;
}

export interface KnownMember {
  classId: number;
  personId: number;
  as: 'pupil' | 'manager';
}

export interface KnownLink {
  parentId: number;
  childId: number;
  status: 'verified' | 'blocked';
}

export type ExternalKind = 'school' | 'user' | 'class';

export interface ExternalId {
  kind: ExternalKind;
  externalId: string;
  ourId: number;
  /** The school whose own file said so; 0 where it was a file of several schools. */
  scope: number;
  modified: string | null;
}
