import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { SECOND } from '../../shared/instant.ts';

/** How long the program may take to say its name, in ms. */
const ANSWERS_WITHIN = 10 * SECOND;

/** What the program to print with calls itself. Throws where there is none, or where it does not start. */
export async function printerName(path: string): Promise<string> {
  const { stdout } = await promisify(execFile)(path, ['--version'], { timeout: ANSWERS_WITHIN });
  return stdout.trim().slice(0, 100);
}
