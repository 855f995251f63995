import * as z from 'zod';
import { days, metricValue, subjectQuery } from './analytics.ts';

const tells = {
  subject: z.string(),
  region: z.string(),
  days,
  schools: z.number().describe('How many are told of: those in which ten or more studied it.'),
  hiddenSchools: z.number().describe('Those in which fewer did.'),
};

const hardness = {
  pupils: z.number(),
  answers: z.number().describe('First answers.'),
  right: metricValue,
  unaided: metricValue,
  hintsPerAnswer: z.number(),
  givenUp: z.number(),
};

/** Units of a subject by how hard they were. */
export const hardUnits = z.object({
  ...tells,
  units: z
    .array(z.object({ courseId: z.number(), courseName: z.string(), unitName: z.string(), ...hardness }))
    .describe('The hardest first.'),
  hiddenUnits: z.number().describe('Which fewer than ten pupils answered, or from which such a one would follow.'),
});

export const hardQuestionsQuery = subjectQuery.extend({
  courseId: z.coerce.number().int().positive(),
  unitName: z.string().min(1).max(200),
});
export const hardQuestions = z.object({
  ...tells,
  courseId: z.number(),
  courseName: z.string(),
  unitName: z.string(),
  questions: z.array(z.object({ qaId: z.number(), problemId: z.number(), question: z.string(), ...hardness })),
  hiddenQuestions: z.number(),
});

/** Wrong answers that ten pupils or more gave. */
export const wrongAnswers = z.object({
  ...tells,
  units: z.array(
    z.object({
      courseId: z.number(),
      unitName: z.string(),
      questions: z.array(
        z.object({
          qaId: z.number(),
          problemId: z.number(),
          question: z.string(),
          stem: z.string(),
          choices: z.array(z.object({ id: z.string(), text: z.string() })),
          answered: z.number().describe('Pupils who answered it.'),
          wrong: z.array(
            z.object({
              answer: z.string(),
              pupils: z.number(),
              schools: z.number(),
              slip: z.looseObject({ kind: z.string() }).describe('What it looks like beside the key.'),
              said: z.string().nullable().describe('What the tutor says to whoever gives it.'),
            }),
          ),
        }),
      ),
    }),
  ),
  hidden: z.number().describe('Wrong answers that fewer than ten pupils gave.'),
});
