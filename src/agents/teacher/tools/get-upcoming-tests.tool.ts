import * as z from 'zod';
import { defineTool } from '../teacher-tool.ts';

/** The tests of the open course that lie ahead of this pupil. */
export const getUpcomingTests = defineTool({
  name: 'get_upcoming_tests',
  personal: true,
  description: 'The tests of the open course that this pupil has ahead: name, type, date, days away, units.',
  argumentsSchema: z.strictObject({}),
  resultSchema: z.object({
    tests: z.array(
      z.object({
        name: z.string(),
        type: z.string(),
        date: z.string(),
        daysAway: z.number().int().min(0),
        unitNames: z.array(z.string()),
      }),
    ),
  }),
  async run(_args, ports) {
    return { tests: (await ports.listUpcomingTests()).slice(0, 10) };
  },
});
