import * as z from 'zod';

export const role = z.enum(['student', 'parent', 'class manager', 'school manager', 'regional supervisor']);

export const credentials = z.object({
  username: z.string().min(1).max(200),
  password: z.string().min(1).max(2000),
});

/** Who is logged in. */
export const currentUser = z.object({
  user: z.object({ id: z.number(), role, name: z.string(), firstName: z.string(), locale: z.string() }),
});
