import * as z from 'zod';
import { defineTool } from '../teacher-tool.ts';
import { unitStandingShape } from './shapes.ts';

/** How the pupil of this session stands in the open course. */
export const getStudentProgress = defineTool({
  name: 'get_student_progress',
  personal: true,
  description:
    'How this pupil stands in the open course: progress of the course, and state, progress, mastery and number of answers of each unit.',
  argumentsSchema: z.strictObject({}),
  resultSchema: z.object({
    courseName: z.string(),
    progress: z.number().min(0).max(1),
    units: z.array(unitStandingShape),
  }),
  async run(_args, ports) {
    const found = await ports.getStudentProgress();
    return { ...found, units: found.units.slice(0, 40) };
  },
});
