import type { GradeLevel } from '../../curriculum/curriculum.ts';
import type { LeftOut, Place, RosterRole } from '../roster.ts';
import type { MandatoryCourse } from './enrolment.ts';
import type { ExternalKind, KnownClass, KnownPerson } from './snapshot.ts';

/** Somebody or something: the id here, or the file's id of what is new. */
export type Ref = number | string;

export interface NewSchool {
  ref: string;
  name: string;
  region: string;
}

export interface NewPerson {
  ref: string;
  place: Place;
  role: RosterRole;
  school: Ref | null;
  username: string;
  firstName: string;
  lastName: string;
  birthDate: string | null;
  email: string | null;
  phone: string | null;
  locale: 'en' | 'he';
  employmentYear: number | null;
}

export type PersonField =
  | 'first name'
  | 'last name'
  | 'birth date'
  | 'username'
  | 'email'
  | 'phone'
  | 'language'
  | 'school';

export interface FieldChange {
  field: PersonField;
  before: string | null;
  after: string;
}

export interface PersonChange {
  person: KnownPerson;
  fields: FieldChange[];
  /** Where the school changes: the new one. */
  school: number | null;
}

export interface NewClass {
  ref: string;
  place: Place;
  school: Ref;
  name: string;
  gradeLevel: GradeLevel;
  year: number;
  capacity: number;
}

export interface ClassChange {
  one: KnownClass;
  fields: { field: 'name' | 'grade' | 'year' | 'capacity'; before: string; after: string }[];
  next: Omit<KnownClass, 'id' | 'schoolId'>;
}

export interface Member {
  class: Ref;
  person: Ref;
  as: 'pupil' | 'manager';
}

export interface Link {
  parent: Ref;
  child: Ref;
}

export interface PlannedEnrolment {
  person: Ref;
  course: MandatoryCourse;
}

/** Two who may be the same: somebody has to say. */
export interface Decision {
  /** The file's id of the one in the file. */
  externalId: string;
  place: Place;
  name: string;
  born: string | null;
  candidates: { id: number; username: string }[];
}

/** What was decided before: the file's id → the id here of the same person, or that it is somebody new. */
export type Decisions = ReadonlyMap<string, number | 'new'>;

/** A school of which more than half would change. */
export interface LargeChange {
  school: string;
  touched: number;
  of: number;
}

/** Everything that an import would do; nothing of it is done yet. */
export interface RosterPlan {
  schools: NewSchool[];
  people: {
    add: NewPerson[];
    change: PersonChange[];
    disable: KnownPerson[];
    enable: KnownPerson[];
    unchanged: number;
  };
  classes: { add: NewClass[]; change: ClassChange[] };
  members: { add: Member[]; remove: Member[] };
  links: { add: Link[]; remove: Link[]; block: Link[] };
  /** Of pupils, in the mandatory courses of the grades that they come to and leave. */
  enrolments: { add: PlannedEnrolment[]; remove: PlannedEnrolment[] };
  /** Ids of the source to keep. */
  remember: { kind: ExternalKind; externalId: string; ref: Ref; modified: string | null }[];
  decisions: Decision[];
  leftOut: LeftOut[];
  notes: string[];
  large: LargeChange[];
}
