import * as z from 'zod';

/** Ids and pages as they stand in an address. */
export const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

export const idParams = z.object({ id });

export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  /** The `before` of the page before: older ones than this id. */
  before: id.optional(),
});
