import * as z from 'zod';

/** The shape of every error that the API answers with. */
export const errorBody = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    /** Of a fault of ours: what to name when asking for help. */
    id: z.string().exactOptional(),
    details: z.record(z.string(), z.unknown()).exactOptional(),
  }),
});
export type ErrorBody = z.infer<typeof errorBody>;
