import { hash } from '@node-rs/argon2';

/** argon2id with 19 MiB, two passes, one lane (OWASP Password Storage). */
const SETTINGS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What is stored in the place of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), SETTINGS);
}
