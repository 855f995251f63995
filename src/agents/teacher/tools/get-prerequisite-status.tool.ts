import * as z from 'zod';
import { defineTool } from '../teacher-tool.ts';
import { unitNameArgument, unitStandingShape } from './shapes.ts';

/** How the pupil stands in the units that come before one. */
export const getPrerequisiteStatus = defineTool({
  name: 'get_prerequisite_status',
  personal: true,
  description: 'How this pupil stands in the units that should be known before a learning unit of the open course.',
  argumentsSchema: z.strictObject({ unit_name: unitNameArgument }),
  resultSchema: z.union([
    z.object({ unitName: z.string(), prerequisites: z.array(unitStandingShape) }),
    z.object({ unitName: z.string(), unknown: z.literal(true) }),
  ]),
  async run(args, ports) {
    const found = await ports.findPrerequisiteStatus(args.unit_name);
    return found ?? { unitName: args.unit_name, unknown: true as const };
  },
});
