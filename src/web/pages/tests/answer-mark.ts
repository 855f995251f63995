import { createHash } from 'node:crypto';

/** A short mark of an answer as a page showed it: how a form that comes back tells what was changed on it. */
export function answerMark(answer: string): string {
  return createHash('sha256').update(answer).digest('base64url').slice(0, 12);
}
