import * as z from 'zod';
import { id } from './paging.ts';

const role = z.enum(['student', 'parent', 'class manager']);
const gradeLevel = z.enum(['1st', '2nd', '3rd', '4th', '5th', '6th', '7th', '8th', '9th', '10th', '11th', '12th']);
const guardianStatus = z.enum(['verified', 'blocked']);
const page = z.coerce.number().int().min(1).max(100_000).default(1);

/** A class as it stands beside a person: of this year or another, never one that is put away. */
const classOfPerson = z.object({ id: z.number(), name: z.string(), year: z.number(), gradeLevel });

const related = z.object({ id: z.number(), name: z.string(), status: guardianStatus });
const guardian = related.extend({ statusSince: z.string().nullable(), note: z.string().nullable() });

export const peopleQuery = z.object({
  role: role.optional(),
  /** Words, each a part of a name, a username or an email. */
  q: z.string().max(200).default(''),
  /** Pupils of this class, its class managers, and its pupils' parents. */
  classId: id.optional(),
  /** The last two: pupils of whom no parent is verified, or who are in no class that is not put away. */
  state: z.enum(['disabled', 'no password', 'no parent', 'no class']).optional(),
  page,
});

export const peopleList = z.object({
  people: z.array(
    z.object({
      id: z.number(),
      role,
      firstName: z.string(),
      lastName: z.string(),
      username: z.string(),
      email: z.string().nullable(),
      disabled: z.boolean(),
      hasPassword: z.boolean(),
      classes: z.array(classOfPerson),
      /** Of a parent: at this school. */
      children: z.array(related),
    }),
  ),
  total: z.number(),
  page: z.number(),
  pages: z.number(),
});

const styles = z.object({
  learningStyle: z.enum(['visual', 'auditory', 'kinesthetic', 'reading/writing', 'mixed']).nullable(),
  routineStyle: z.enum(['structured', 'flexible', 'exploratory']).nullable(),
  collaborationStyle: z.enum(['collaborative', 'independent', 'mixed']).nullable(),
});

const text = z.string().max(400);
const address = z.strictObject({ street: text, city: text, postalCode: text.nullable().default(null) });

/** What can be written about a person; what is absent stays as it is, and of somebody new it is empty. */
const writable = {
  email: text.nullable().optional(),
  /** A calendar day, `YYYY-MM-DD`. */
  birthDate: text.nullable().optional(),
  locale: z.enum(['en', 'he']).optional(),
  /** Separators would make two of one. */
  phones: z
    .array(z.string().regex(/^[^\n,;]{1,40}$/))
    .max(20)
    .optional(),
  addresses: z.array(address).max(3).optional(),
  /** Of a pupil. */
  styles: z.strictObject(styles.partial().shape).optional(),
  /** Of a class manager: the year in which the work began. */
  employmentYear: z.number().int().optional(),
};

export const newPerson = z.strictObject({
  role,
  firstName: text,
  lastName: text,
  /** Absent or empty: one is made of the name. */
  username: text.optional(),
  ...writable,
  /** Of a parent: a pupil of the school to be linked at once. */
  childId: z.number().int().positive().optional(),
});

export const personChange = z.strictObject({
  firstName: text.optional(),
  lastName: text.optional(),
  username: text.optional(),
  ...writable,
});
export type PersonChange = z.infer<typeof personChange>;

/** One person as the school manager sees them. */
export const person = z.object({
  id: z.number(),
  role,
  firstName: z.string(),
  lastName: z.string(),
  username: z.string(),
  email: z.string().nullable(),
  birthDate: z.string().nullable(),
  locale: z.string(),
  phones: z.array(z.string()),
  addresses: z.array(z.object({ street: z.string(), city: z.string(), postalCode: z.string().nullable() })),
  /** Null for whoever is no pupil. */
  styles: z
    .object({
      learningStyle: z.string().nullable(),
      routineStyle: z.string().nullable(),
      collaborationStyle: z.string().nullable(),
    })
    .nullable(),
  /** Null for whoever is no class manager. */
  employmentYear: z.number().nullable(),
  createdAt: z.string(),
  disabledAt: z.string().nullable(),
  hasPassword: z.boolean(),
  /** False: another school keeps this parent's account, and it alone may change it. */
  keptHere: z.boolean(),
  classes: z.array(classOfPerson),
  /** Of a pupil. */
  guardians: z.array(guardian),
  /** Of a parent: at this school. */
  children: z.array(guardian),
  /** Of a parent: how many more go to other schools. */
  childrenElsewhere: z.number(),
  /** Until when a one-time link is open. */
  oneTimeLinkUntil: z.string().nullable(),
  loginCard: z.object({ createdAt: z.string(), lastUsedAt: z.string().nullable() }).nullable(),
  /** Of a pupil who was released and not taken in yet. */
  released: z.object({ schoolId: z.number(), school: z.string(), at: z.string() }).nullable(),
});
export type PersonView = z.infer<typeof person>;

/** Shown once: whoever opens the address sets the password. */
export const oneTimeLink = z.object({ url: z.string(), expiresAt: z.string() });

export const newGuardian = z.strictObject({
  /** Exactly as the parent has it. */
  username: z.string().min(1).max(200),
});
export const guardians = z.array(guardian);
export const guardianParams = z.object({ id, parentId: id });
export const guardianChange = z.strictObject({
  status: guardianStatus,
  /** Why; kept for the school. */
  note: z.string().max(500).default(''),
});

export const release = z.strictObject({ schoolId: z.number().int().positive() });

const managerOfClass = z.object({ id: z.number(), name: z.string() });
const classFields = { name: z.string(), year: z.number(), gradeLevel, capacity: z.number() };

export const schoolClassList = z.array(
  z.object({
    id: z.number(),
    ...classFields,
    pupils: z.number().describe('Whose accounts are in use.'),
    closed: z.number().describe('Pupils in it whose accounts are closed.'),
    managers: z.array(managerOfClass),
    archivedAt: z.string().nullable(),
  }),
);

/** What is written about a class; `year` is the one in which the school year begins. */
export const writtenClass = z.strictObject({
  name: text,
  year: z.number().int(),
  gradeLevel,
  capacity: z.number().int(),
});

export const schoolClass = z.object({
  id: z.number(),
  ...classFields,
  archivedAt: z.string().nullable(),
  managers: z.array(managerOfClass),
  pupils: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      username: z.string(),
      disabled: z.boolean(),
      hasPassword: z.boolean(),
    }),
  ),
});
export type SchoolClassView = z.infer<typeof schoolClass>;

const pupilIds = z.array(z.number().int().positive()).min(1).max(500);

export const joining = z.strictObject({
  studentIds: pupilIds,
  /** More than the class has places for, on purpose. */
  knowingly: z.boolean().default(false),
});
export const moving = joining.extend({
  /** The class to move to. */
  to: z.number().int().positive(),
});
export const leaving = z.strictObject({ studentIds: pupilIds });
export const managing = z.strictObject({ managerIds: z.array(z.number().int().positive()).max(100) });

export const classCourseParams = z.object({ id, courseId: id });
export const classCourseList = z.array(
  z.object({
    id: z.number(),
    name: z.string(),
    subject: z.string(),
    gradeLevel,
    type: z.enum(['mandatory', 'optional']),
    /** How many of the class are in it. */
    pupils: z.number(),
  }),
);
export const enrolling = z.strictObject({
  courseId: z.number().int().positive(),
  /** Absent: everybody in the class. */
  studentIds: pupilIds.optional(),
});
