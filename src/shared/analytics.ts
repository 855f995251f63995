import * as z from 'zod';

/** Figures of pupils, classes and schools, as the API answers them. */
export const METRICS = [
  'active pupils',
  'sessions',
  'study time',
  'answers',
  'right answers',
  'unaided answers',
  'attendance',
  'proficiency',
  'investment',
  'social',
  'low feelings',
  'tests',
  'grade',
  'pass rate',
] as const;
export type Metric = (typeof METRICS)[number];

/** `count`: a number of things; `minutes`; `share`: 0 … 1; `score`: 1 … 10; `grade`: 0 … 100. */
const METRIC_UNITS = ['count', 'minutes', 'share', 'score', 'grade'] as const;
export type MetricUnit = (typeof METRIC_UNITS)[number];

export const metricValue = z.object({
  value: z.number().nullable().describe('Null: there is nothing, or too little, to say it from.'),
  of: z.number().describe('What it rests on: so many pupils, sessions, answers, places, scores or tests.'),
  error: z.number().nullable().describe('Standard error, where it is a share or a mean.'),
  few: z.literal(true).optional().describe('Fewer than ten people are behind it, so that it is not told.'),
});
const metrics = z.object(Object.fromEntries(METRICS.map((metric) => [metric, metricValue])));
export const days = z.object({ from: z.string(), to: z.string() });

export const daysQuery = z.object({
  period: z
    .string()
    .max(20)
    .optional()
    .describe(
      'Days by name instead of `from` and `to`: `week` (since Sunday), `four-weeks`, `quarter`, `school-year`, or a quarter of a school year, `2026-q2`.',
    ),
  from: z
    .string()
    .max(20)
    .optional()
    .describe('The first day, YYYY-MM-DD; 27 days before the last one where it is missing.'),
  to: z.string().max(20).optional().describe('The last day; today where it is missing.'),
});
export const classQuery = daysQuery.extend({ classId: z.coerce.number().int().positive().optional() });

export const analytics = z.object({
  version: z.number().describe('Of the definitions of the metrics.'),
  id: z.number().describe('Of the class, or of the school.'),
  name: z.string(),
  days,
  daysBefore: days.describe(
    'What the days are compared with: as many days of the week, quarter or year before, or those right before.',
  ),
  units: z.record(z.string(), z.enum(METRIC_UNITS)),
  metrics,
  metricsBefore: metrics,
  spanDays: z.number().describe('How many days a span has: 7, or 28 of a long time.'),
  spans: z.array(z.object({ days, metrics })),
  subjects: z
    .array(z.object({ name: z.string(), metrics, metricsBefore: metrics }))
    .describe('The same by subject. Sessions without a course are in none.'),
  parts: z
    .array(z.object({ id: z.number(), name: z.string(), metrics, metricsBefore: metrics }))
    .describe('Pupils of a class, classes of a school.'),
});

export const classAnalytics = analytics.extend({
  units: z
    .array(
      z.object({
        courseId: z.number(),
        courseName: z.string(),
        unitName: z.string(),
        pupils: z.number().describe('Who can study it.'),
        begun: z.number(),
        known: z.number(),
      }),
    )
    .describe('Units of the courses of the class, as they are today.'),
  knowing: z.array(z.number()).describe('How many pupils know 0–19 %, 20–39 % … 80–100 % of their units.'),
  questions: z
    .array(
      z.object({
        qaId: z.number(),
        question: z.string(),
        courseName: z.string(),
        unitName: z.string(),
        answers: z.number(),
        correct: z.number(),
      }),
    )
    .describe('The hardest of the questions that have enough first answers.'),
  taught: z
    .array(
      z.object({
        lessonId: z.number(),
        courseName: z.string(),
        unitName: z.string(),
        at: z.number(),
        before: metricValue,
        after: metricValue,
      }),
    )
    .describe('Right answers in units before and after they were taught.'),
});

const compared = z.object({
  value: metricValue,
  others: metricValue,
  standing: z.enum(['above', 'below', 'chance', 'too little']),
});
export const schoolAnalytics = analytics.extend({
  compared: z
    .array(z.object({ id: z.number(), name: z.string(), metrics: z.record(z.string(), compared) }))
    .describe('Each class beside all others; `chance` where the difference may be.'),
  struggling: z.array(
    z.object({ id: z.number(), name: z.string(), needs: z.array(z.looseObject({ why: z.string() })) }),
  ),
  doingWell: z.array(z.object({ id: z.number(), name: z.string(), proficiency: metricValue })),
  coverage: z.array(
    z.object({
      classId: z.number(),
      className: z.string(),
      courseId: z.number(),
      courseName: z.string(),
      pupils: z.number(),
      units: z.number(),
      begun: z.number(),
      parts: z.number(),
      partsBegun: z.number(),
      partsKnown: z.number(),
    }),
  ),
});

export const subjectQuery = daysQuery.extend({
  subject: z.string().max(100).optional(),
  region: z.string().max(100).optional(),
});
export const regionAnalytics = analytics.extend({
  subject: z.string(),
  region: z.string(),
  hidden: z.number().describe('Schools in which fewer than ten pupils studied it; they are in no figure.'),
  grid: z
    .object({
      subjects: z.array(z.string()),
      rows: z.array(z.object({ id: z.number(), name: z.string(), cells: z.array(metricValue.nullable()) })),
    })
    .describe('Right answers at the first try, by school and subject; null: too few pupils.'),
  overTime: z
    .array(z.object({ id: z.number(), name: z.string(), cells: z.array(metricValue.nullable()) }))
    .describe('The same of the subject by school, a cell a span; null: too few pupils, or they could be worked out.'),
});

export type AnalyticsAnswer = z.infer<typeof analytics>;
