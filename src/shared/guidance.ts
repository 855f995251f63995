import * as z from 'zod';

const version = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string().describe('Markdown.'),
  regions: z.array(z.string()),
  grades: z.array(z.string()).describe('Classes of these; empty: of all.'),
  courseId: z.number().nullable().describe('Null: of the subject as a whole.'),
  courseName: z.string().nullable(),
  unitNames: z.array(z.string()).describe('In the order in which they are recommended.'),
  replacesOrder: z.boolean(),
  tests: z.array(z.object({ id: z.number(), name: z.string() })),
  writtenAt: z.string(),
  publishedAt: z.string().nullable(),
});
const withdrawn = z.object({ at: z.string(), why: z.string() }).nullable();

/** Guidance as supervisors read it. */
export const ownGuidance = z.object({
  id: z.number(),
  subject: z.string(),
  isOwn: z.boolean().describe('Whether I may change it.'),
  withdrawn,
  current: version.nullable().describe('What class managers read.'),
  draft: version.nullable(),
});
export const ownGuidanceList = z.array(ownGuidance);

/** Guidance as class managers read it. */
export const classGuidance = z.object({
  id: z.number(),
  subject: z.string(),
  withdrawn,
  version,
  publishedAt: z.string(),
  news: z.enum(['new', 'changed']).nullable().describe('Nobody has read it yet; or an earlier version only.'),
  classes: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      readAt: z.string().nullable(),
      takenUpAt: z.string().nullable(),
      word: z.string(),
    }),
  ),
});
export const classGuidanceList = z.array(classGuidance);
export type OwnGuidanceAnswer = z.infer<typeof ownGuidance>;
export type ClassGuidanceAnswer = z.infer<typeof classGuidance>;
