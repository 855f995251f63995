import { createHmac, timingSafeEqual } from 'node:crypto';
import type { OperatorRepo } from '../../data/people/operator.repo.ts';
import type { Throttle } from '../../domain/access/login-throttle.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { type FirstSchoolProblems, readFirstSchool } from '../../domain/people/first-school.ts';
import { type MadeAccount, notEmpty, type SetupService } from './setup.service.ts';

export interface FirstRunDeps {
  operator: OperatorRepo;
  setup: SetupService;
  /** Counts wrong codes, as it counts wrong passwords. */
  guard: {
    refuseBlocked(throttles: Throttle[]): Promise<void>;
    noteFailure(throttles: Throttle[]): Promise<void>;
  };
  /** The installation's own: the code is made of it. */
  secretKey: string;
}

type Sent = Record<string, string | undefined>;
export type FirstRunResult = { ok: true; made: MadeAccount } | { ok: false; problems: FirstSchoolProblems };

/** Letters and digits that are not taken for each other. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 60 bits, which nobody guesses through the throttle, in three groups that can be typed. */
const GROUPS = 3;
const GROUP = 4;

/**
 * The first school from a browser, while nobody is there who could log in. Who may do it knows the code that the start prints. It is
 * made of the secret key and kept nowhere: every process of an installation knows the same one, before and after a restart.
 */
export class FirstRunService {
  readonly #deps: FirstRunDeps;
  readonly #code: string;
  #done = false;

  constructor(deps: FirstRunDeps) {
    this.#deps = deps;
    this.#code = codeOf(deps.secretKey);
  }

  /** The code to print; null once there are people. */
  async code(): Promise<string | null> {
    return (await this.isOpen()) ? this.#code : null;
  }

  /** Whether nobody is there yet. Once somebody is, this process asks no more. */
  async isOpen(): Promise<boolean> {
    this.#done ||= await this.#deps.operator.hasPeople();
    return !this.#done;
  }

  /** Throws `not-found` once there are people. */
  async requireOpen(): Promise<void> {
    if (!(await this.isOpen())) throw notFound('page');
  }

  /**
   * Makes the first school and its manager, with a one-time link. Everything that is wrong comes back at once, the code too. Throws
   * `database-not-empty` once there are people, for one of two browsers too, and `login-throttled` after too many wrong codes from
   * one address.
   */
  async setUp(sent: Sent, address: string): Promise<FirstRunResult> {
    const { guard, setup } = this.#deps;
    if (!(await this.isOpen())) throw notEmpty();
    const throttles = [{ kind: 'account' as const, subject: `setup:${address}`.slice(0, 190) }];
    await guard.refuseBlocked(throttles);
    const read = readFirstSchool(sent);
    const code = plain(sent.code ?? '');
    if (!same(code, plain(this.#code))) {
      if (code !== '') await guard.noteFailure(throttles);
      const problems = read.ok ? {} : read.problems;
      return { ok: false, problems: { code: code === '' ? 'missing' : 'code', ...problems } };
    }
    if (!read.ok) return read;
    const { school, region, manager } = read;
    const [made] = await setup.setUp({ school, region, manager, supervisor: null });
    if (!made) throw new Error('No manager was made.');
    return { ok: true, made };
  }
}

function codeOf(secretKey: string): string {
  const bytes = createHmac('sha256', secretKey).update('first run').digest();
  const letters = Array.from({ length: GROUPS * GROUP }, (_, index) => ALPHABET[(bytes[index] ?? 0) % ALPHABET.length]);
  return Array.from({ length: GROUPS }, (_, index) => letters.slice(index * GROUP, (index + 1) * GROUP).join('')).join(
    '-',
  );
}

/** As codes are compared: small letters, spaces and hyphens do not matter, nor what is easily taken for a digit. */
function plain(code: string): string {
  return code
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '');
}

function same(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
