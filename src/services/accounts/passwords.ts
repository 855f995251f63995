import { randomInt } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import { hashPassword } from '../../data/accounts/password-hash.ts';
import { LONGEST_PASSWORD } from '../../domain/access/password-policy.ts';

/** Hashes and checks passwords. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** False for a wrong password, for an unusable hash and for none; it takes as long in each case. */
  verify(hash: string | null, password: string): Promise<boolean>;
}

export function createPasswordHasher(): PasswordHasher {
  let decoy: Promise<string> | undefined;
  return {
    hash: hashPassword,
    async verify(stored, password) {
      decoy ??= hashPassword('nobody has this password');
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
