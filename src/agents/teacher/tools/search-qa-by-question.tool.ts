import * as z from 'zod';
import { defineTool } from '../teacher-tool.ts';
import { bankQuestionShape, presentable } from './shapes.ts';

/** The questions of the bank nearest to what is asked; open ones come without their answers. */
export const searchQaByQuestion = defineTool({
  name: 'search_qa_by_question',
  description:
    'Searches the question bank of the open course for questions near to a question of the pupil, with answers and explanations. `coverage` (0 to 1) says how much of the query was found; below 0.4 it is not an answer.',
  argumentsSchema: z.strictObject({
    question: z.string().trim().min(1).max(500).describe('What to look for, in words.'),
    limit: z.number().int().min(1).max(5).default(3).describe('How many, at most.'),
  }),
  resultSchema: z.object({
    questions: z.array(bankQuestionShape.extend({ coverage: z.number().min(0).max(1) })),
  }),
  async run(args, ports, brief) {
    const found = (await ports.searchQuestions(args.question, args.limit)).slice(0, args.limit);
    return {
      questions: found.flatMap((each) =>
        presentable([each], brief).map((shown) => ({ ...shown, coverage: each.coverage })),
      ),
    };
  },
});
