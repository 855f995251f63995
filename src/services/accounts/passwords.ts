import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { LONGEST_PASSWORD } from '../../domain/access/password-policy.ts';

/** Hashes and checks passwords with argon2id: 19 MiB, two passes, one lane (OWASP Password Storage). */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** False for a wrong password, for an unusable hash and for none; it takes as long in each case. */
  verify(hash: string | null, password: string): Promise<boolean>;
}

const SETTINGS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function createPasswordHasher(): PasswordHasher {
  let decoy: Promise<string> | undefined;
  return {
    hash: (password) => hash(password.normalize('NFKC'), SETTINGS),
    async verify(stored, password) {
      decoy ??= hash('nobody has this password', SETTINGS);
      const usable = stored?.startsWith('$argon2id$') ?? false;
      const given = password.length <= LONGEST_PASSWORD ? password.normalize('NFKC') : '';
      const right = await verify(usable && stored !== null ? stored : await decoy, given);
      return usable && right && password.length <= LONGEST_PASSWORD;
    },
  };
}

/** No letters that are taken for each other on paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A random password that can be read from a card and typed: four groups of four, 79 bits. */
export function readablePassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
