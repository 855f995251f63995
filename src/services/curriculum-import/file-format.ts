import { invalidInput } from '../../domain/errors/app-error.ts';
import { findFormat, IMPORT_FORMATS } from './formats.ts';
import type { ImportFormat } from './import-format.ts';

/** The formats that one file can be in, for people. */
export const FILE_FORMATS = IMPORT_FORMATS.filter(({ takes }) => takes.includes('file')).map(({ id, title }) => ({
  id,
  title,
}));

/** The format that was named, or the first that knows the bytes. Throws `invalid-input` where none does. */
export function formatOf(id: string, bytes: Uint8Array): ImportFormat {
  const named = findFormat(id);
  const found = named ?? IMPORT_FORMATS.find((one) => one.takes.includes('file') && one.recognizes(bytes));
  if (found?.takes.includes('file')) return found;
  const known = FILE_FORMATS.map(({ title }) => title).join(', ');
  throw invalidInput(`This is none of the kinds of file that are read here: ${known}.`, { format: known });
}
