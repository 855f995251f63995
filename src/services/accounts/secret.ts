import { hash, randomBytes } from 'node:crypto';

/** A secret to hand out, and what the database keeps of it. */
export interface Secret {
  /** 256 random bits as base64url, 43 characters: what stands in an address. */
  token: string;
  hash: string;
}

export function newSecret(): Secret {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOf(token) };
}

/** What the database knows of a secret: a copy of the table opens no door. Random bits need no slow hash. */
export function hashOf(token: string): string {
  return hash('sha256', token, 'base64url');
}
