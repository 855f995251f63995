import * as z from 'zod';
import { id } from '../../../shared/paging.ts';

/**
 * `/study-sessions/:kind/:id`. Home and school sessions have separate ids; of the two kinds only home sessions are served so far,
 * so an address of the other kind leads nowhere.
 */
export const sessionParams = z.object({ kind: z.literal('home'), id });
