import * as z from 'zod';
import { defineTool } from '../teacher-tool.ts';
import { bankQuestionShape, presentable, unitNameArgument } from './shapes.ts';

/** Questions of a unit, for explaining; those that are open come without their answers. */
export const getQaForLearningUnit = defineTool({
  name: 'get_qa_for_learning_unit',
  description:
    'Questions with answers and explanations of one learning unit of the open course, to explain from. They are not to be posed: the page poses questions.',
  argumentsSchema: z.strictObject({
    unit_name: unitNameArgument,
    limit: z.number().int().min(1).max(8).default(5).describe('How many, at most.'),
  }),
  resultSchema: z.object({ unitName: z.string(), questions: z.array(bankQuestionShape) }),
  async run(args, ports, brief) {
    const found = await ports.findQuestionsOfUnit(args.unit_name, args.limit);
    return { unitName: args.unit_name, questions: presentable((found ?? []).slice(0, args.limit), brief) };
  },
});
