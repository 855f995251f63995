import * as z from 'zod';

/**
 * What a supervisor edits, as it is kept in drafts and in the history of publications. Units are named by the name that they are
 * published under; nothing is absent, so that two states can be compared field by field.
 */
const kinds = ['number', 'expression', 'set', 'interval', 'choice', 'several choices', 'text'] as const;
const grades = ['1st', '2nd', '3rd', '4th', '5th', '6th', '7th', '8th', '9th', '10th', '11th', '12th'] as const;

const texts = z.array(z.string());
const choices = z.array(z.object({ id: z.string(), text: z.string() }));

const scaffold = z.object({ question: z.string(), kind: z.enum(kinds), answer: z.string(), choices });

export const stepContent = z.object({
  /** Null: a step that was never published. */
  qaId: z.number().int().nullable(),
  use: z.enum(['for study', 'for test']),
  level: z.number(),
  kind: z.enum(kinds),
  question: z.string(),
  answer: z.string(),
  tolerance: z.number().nullable(),
  unit: z.string().nullable(),
  acceptedAnswers: texts,
  choices,
  aliases: texts,
  hints: z.array(z.object({ text: z.string(), scaffold: scaffold.nullable() })),
  workedExample: z.string(),
  explanation: z.string(),
  wrongAnswers: z.array(z.object({ answer: z.string(), feedback: z.string() })),
});
export type StepContent = z.infer<typeof stepContent>;
export type ScaffoldContent = z.infer<typeof scaffold>;

export const courseContent = z.object({
  name: z.string(),
  subject: z.string(),
  gradeLevel: z.enum(grades),
  type: z.enum(['mandatory', 'optional']),
  level: z.number(),
  description: z.string(),
  /** Ids of courses that should be done first. */
  prerequisites: z.array(z.number().int()),
  archived: z.boolean(),
});
export type CourseContent = z.infer<typeof courseContent>;

/** The units of a course that are not archived, in teaching order. */
export const orderContent = z.object({ units: texts });
export type OrderContent = z.infer<typeof orderContent>;

/** The problems of a unit that are not archived, by id, in the order in which pupils meet them. */
export const sequenceContent = z.object({ problems: z.array(z.number().int()) });
export type SequenceContent = z.infer<typeof sequenceContent>;

export const unitContent = z.object({
  name: z.string(),
  type: z.enum(['intro', 'chapter', 'summary']),
  weight: z.number(),
  minutes: z.number(),
  description: z.string(),
  prerequisites: texts,
  archived: z.boolean(),
});
export type UnitContent = z.infer<typeof unitContent>;

const figures = z.array(z.object({ hash: z.string(), alt: z.string() }));

export const problemContent = z.object({
  title: z.string(),
  stem: z.string(),
  /** In order, by the hash of what they show. What was kept before there were figures in drafts has none. */
  figures: figures.default([]),
  unit: z.string(),
  source: z.string(),
  licence: z.string(),
  archived: z.boolean(),
  steps: z.array(stepContent),
});
export type ProblemContent = z.infer<typeof problemContent>;

export const testContent = z.object({
  name: z.string(),
  type: z.enum(['quiz', 'mid term', 'final exam', 'meitzav', 'bagrut', 'final project']),
  minutes: z.number(),
  /** Null: as many as fit into the time. */
  questionCount: z.number().nullable().default(null),
  link: z.string().nullable(),
  units: z.array(z.object({ unit: z.string(), weight: z.number() })),
  archived: z.boolean(),
});
export type TestContent = z.infer<typeof testContent>;

/** What each kind of draft holds. */
export interface Contents {
  course: CourseContent;
  order: OrderContent;
  unit: UnitContent;
  sequence: SequenceContent;
  problem: ProblemContent;
  test: TestContent;
}
export type ContentKind = keyof Contents;

/** A draft or a state of the past, told apart by its kind. */
export type AnyContent = { [Kind in ContentKind]: { kind: Kind; content: Contents[Kind] } }[ContentKind];

/** Reads what was kept as JSON. Throws when it is not what was written: that is a fault, not input. */
export function readAny(kind: ContentKind, json: string): AnyContent {
  const kept: unknown = JSON.parse(json);
  switch (kind) {
    case 'course':
      return { kind, content: courseContent.parse(kept) };
    case 'order':
      return { kind, content: orderContent.parse(kept) };
    case 'sequence':
      return { kind, content: sequenceContent.parse(kept) };
    case 'unit':
      return { kind, content: unitContent.parse(kept) };
    case 'problem':
      return { kind, content: problemContent.parse(kept) };
    default:
      return { kind, content: testContent.parse(kept) };
  }
}
