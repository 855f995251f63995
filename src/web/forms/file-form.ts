import type { FastifyRequest } from 'fastify';

export interface SentFile {
  name: string;
  bytes: Uint8Array;
}

/** What became of the file of a form; undefined where none was chosen. */
export type FileOutcome = SentFile | 'too large' | 'cut off' | undefined;

const LONGEST_NAME = 120;

/**
 * Reads a form with one file in the field "file", and hands over each of its other fields: also those behind a file that is too large,
 * and those that had arrived where the form breaks off.
 */
export async function readFileForm(
  request: FastifyRequest,
  nameless: string,
  takeField: (name: string, value: string) => void,
): Promise<FileOutcome> {
  let file: FileOutcome;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') takeField(part.fieldname, part.value);
        continue;
      }
      const bytes = await part.toBuffer();
      if (part.fieldname !== 'file') continue;
      if (part.file.truncated) file = 'too large';
      else if (bytes.length > 0) file = { name: nameOf(part.filename) || nameless, bytes };
    }
  } catch (error) {
    if (!isCutForm(error)) throw error;
    return 'cut off';
  }
  return file;
}

/** Whether a form with files broke off on its way, or is none. */
export function isCutForm(error: unknown): boolean {
  return error instanceof Error && /^(Unexpected end of|Part terminated early|Malformed)/.test(error.message);
}

/** The last part of a file's name, without signs that cannot be seen. */
function nameOf(name: string | undefined): string {
  return (name ?? '')
    .replace(/^.*[/\\]/, '')
    .replace(/\p{Cc}/gu, '')
    .slice(-LONGEST_NAME);
}
