import { hash, randomBytes } from 'node:crypto';

/** The secret of a link that ends letters, and what the database keeps of it: a copy of the table ends nobody's. */
export function newStopLink(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: stopHashOf(token) };
}

export function stopHashOf(token: string): string {
  return hash('sha256', token, 'base64url');
}
