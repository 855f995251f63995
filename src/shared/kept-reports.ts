import * as z from 'zod';

const line = {
  id: z.number(),
  kind: z.enum(['pupil', 'pupils', 'class', 'school', 'subject', 'region subject', 'region']),
  school: z.string().nullable(),
  class: z.string().nullable(),
  pupil: z.string().nullable(),
  subject: z.string().nullable(),
  region: z.string().nullable(),
  period: z.string(),
  firstDay: z.string(),
  lastDay: z.string(),
  state: z.enum(['asked', 'done', 'failed']),
  askedAt: z.string(),
  madeAt: z.string().nullable(),
  metricsVersion: z.number().nullable().describe('Of the definitions by which it was made.'),
};

export const keptReportList = z.array(z.object(line));

/** A report as it was made. */
export const keptReport = z.object({
  ...line,
  madeBy: z.string().nullable(),
  sections: z
    .array(z.looseObject({ kind: z.string() }))
    .describe('Its figures, as they were; empty while it is not made. Pupils have an id, see `pupils`.'),
  pupils: z.array(z.object({ id: z.number(), name: z.string() })).describe('Those in it whom I may know.'),
});
export type KeptReportLine = z.infer<typeof keptReportList>[number];
export type KeptReportAnswer = z.infer<typeof keptReport>;
