import type { tooLong as en } from '../en/too-long.ts';

/** How long a text may be, and how long it was. */
export const tooLong: typeof en = (most, written) => `לכל היותר ${most} תווים; כאן יש ${written}.`;
