import * as z from 'zod';

/** Words from a form. Browsers send two characters for the end of a line that they count as one against `maxlength`. */
export const lines = z.string().transform((text) => text.replaceAll('\r\n', '\n'));
