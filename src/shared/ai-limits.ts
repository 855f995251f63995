import * as z from 'zod';

/** What models may cost a school, and how it stands with that, as the API answers it. */
export const aiStanding = z.object({
  limits: z.object({
    monthlyMicros: z.number().nullable().describe('Millionths of a dollar a calendar month; null: no limit.'),
    monthlyTokens: z.number().nullable(),
    classDailyTokens: z.number().nullable(),
    pupilDailyTokens: z.number(),
  }),
  month: z.object({ tokens: z.number(), micros: z.number() }).describe('Used in this calendar month.'),
  share: z.number().nullable().describe('Of the month’s budget; null: there is none.'),
  stops: z
    .object({ school: z.number(), class: z.number(), pupil: z.number() })
    .describe('How many limits of each kind have held calls back, this month and today.'),
});
