import * as z from 'zod';
import { id } from '../../../shared/paging.ts';
import { sessionKind } from '../../../shared/study-session.ts';

/** `/study-sessions/:kind/:id`: home and school sessions have separate ids, and are looked for among their own only. */
export const sessionParams = z.object({ kind: sessionKind, id });

/** What only sessions at home know. */
export const homeParams = z.object({ kind: z.literal('home'), id });
/** What only sessions at school know. */
export const lessonParams = z.object({ kind: z.literal('school'), id });
