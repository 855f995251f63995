import * as z from 'zod';
import { STUDY_STATES } from '../../../domain/curriculum/curriculum.ts';
import type { TeachingBrief } from '../../../domain/tutoring/brief.ts';
import type { BankQuestion } from '../ports.ts';
import { isWithheld } from '../withheld.ts';

const share = z.number().min(0).max(1);

export const unitNameArgument = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .describe('Name of a learning unit of the open course.');

export const unitStandingShape = z.object({
  unitName: z.string(),
  state: z.enum(STUDY_STATES),
  progress: share,
  mastery: share.nullable(),
  answers: z.number().int().min(0),
  dueForReview: z.boolean(),
});

export const bankQuestionShape = z.object({
  unitName: z.string(),
  level: z.number().int().min(1).max(4),
  question: z.string(),
  choices: z.array(z.string()),
  /** Left out for a question that the pupil still has to answer. */
  answer: z.string().optional(),
  explanation: z.string().optional(),
});

const short = (text: string, longest: number): string => (text.length > longest ? `${text.slice(0, longest)} …` : text);

function answerText(question: BankQuestion): string {
  const ids = question.answer.split(',').map((id) => id.trim());
  const chosen = question.choices.filter((choice) => ids.includes(choice.id)).map((choice) => choice.text);
  return chosen.length > 0 ? chosen.join('; ') : question.answer;
}

/** What a model may see of the questions: none "for test", and no answer to one that is open or about to open. */
export function presentable(questions: BankQuestion[], brief: TeachingBrief): z.input<typeof bankQuestionShape>[] {
  return questions
    .filter((question) => question.use === 'for study')
    .map((question) => ({
      unitName: question.unitName,
      level: question.level,
      question: short(question.question, 600),
      choices: question.choices.map((choice) => short(choice.text, 120)),
      ...(isWithheld(brief, question)
        ? {}
        : { answer: short(answerText(question), 200), explanation: short(question.explanation, 500) }),
    }));
}
