import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import type { DatabaseSettings } from '../../src/data/db/database-manager.ts';

interface InSession {
  studentId: number;
  sessionId: number;
}

interface InTest {
  studentId: number;
  sittingId: number;
}

/** What people do on a day at school; each hangs on what they, or their class, did before. */
export const DEED_NAMES = [
  'study',
  'end home',
  'teach',
  'take part',
  'end lesson',
  'mark away',
  'give scores',
  'take test',
] as const;

/** Somebody's deed, with all that one of these needs. */
export interface MortalDeed {
  name: (typeof DEED_NAMES)[number];
  studentId: number;
  managerId: number;
  classId: number;
  courseId: number;
  /** What is said or answered. */
  word: string;
  clientId: string;
}

/** What the process can be told to do. */
export interface MortalWishes {
  /** Die after so many queries from now on; with null live on. Counts anew. */
  arm: { after: number | null };
  /** Answers how many queries there were since. */
  countQueries: null;
  /** What a start does about what a dead process left behind. */
  recover: null;
  /** Answers the id of the session. */
  begin: { studentId: number; courseId: number };
  send: InSession & { clientId: string; content: string };
  pause: InSession;
  end: InSession;
  /** Does all queued work. */
  evaluate: null;
  /** Begins a test or finds it begun; answers when its time ends. */
  beginTest: InTest;
  /** Saves one answer of a test under way; once it answers, the answer is acknowledged. */
  answerTest: InTest & { position: number; seq: number; value: string };
  handIn: InTest;
  /** Hands in every test whose time is up; answers how many those were. */
  handInOverdue: null;
  /** Answers 1 where it was possible, 0 where it was refused. */
  deed: MortalDeed;
  /** Releases one result that is marked. */
  release: { managerId: number; classId: number; testId: number; sittingId: number };
}

/** The process has died in the middle of a call. */
export class Died extends Error {
  /** Whether it had told its caller before that the words, or the change, were saved. */
  readonly acknowledged: boolean;

  constructor(acknowledged: boolean) {
    super('The process has died.');
    this.acknowledged = acknowledged;
  }
}

const root = join(import.meta.dirname, '../..');
let bundled: Promise<string> | undefined;

/** Packages that bring more than JavaScript, or are not for this. */
const LEFT_OUT = /^(?:@node-rs\/argon2|mysql2)(?:$|\/)/;

/**
 * The process's program in a few files, packages and all: hundreds of starts read it, and each would take four times as long from
 * its sources. By the same name each time, so that what V8 compiled at one start is there for the next.
 */
function program(): Promise<string> {
  bundled ??= (async () => {
    const bundle = await rolldown({
      input: join(import.meta.dirname, 'mortal-main.ts'),
      platform: 'node',
      external: LEFT_OUT,
      transform: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      checks: { configurationFieldConflict: false },
    });
    const { output } = await bundle.generate({
      format: 'esm',
      entryFileNames: 'main.mjs',
      chunkFileNames: '[name].mjs',
    });
    await bundle.close();
    const files = output.flatMap((file) => (file.type === 'chunk' ? [file] : []));
    const hash = createHash('sha256').update(files.map(({ code }) => code).join('\0'));
    // Beside the packages, so that it finds those that were left out.
    const dir = join(root, 'node_modules/.cache/mortal', hash.digest('base64url'));
    if (!existsSync(dir)) write(dir, files);
    return join(dir, 'main.mjs');
  })();
  return bundled;
}

/** Whole or not at all: another test file may be writing the same. */
function write(dir: string, files: { fileName: string; code: string }[]): void {
  const own = `${dir}.${process.pid}`;
  mkdirSync(own, { recursive: true });
  for (const { fileName, code } of files) writeFileSync(join(own, fileName), code);
  try {
    renameSync(own, dir);
  } catch {
    rmSync(own, { recursive: true, force: true });
  }
}

/** The services of the program in a process that dies when it is told to. */
export class Mortal {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** `ahead`: how far its clock is ahead of ours, in ms. */
  static async start(database: DatabaseSettings, ahead: number): Promise<Mortal> {
    const args = [await program(), JSON.stringify(database), String(ahead)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const mortal = new Mortal(child);
    await mortal.#hear('ready');
    return mortal;
  }

  /** Throws `Died` when the process does not live to answer. */
  call<Name extends keyof MortalWishes>(name: Name, wish: MortalWishes[Name]): Promise<number> {
    // Who died after the last answer hears nothing any more.
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return Promise.reject(new Died(false));
    const heard = this.#hear('answer');
    this.#child.send({ name, wish });
    return heard;
  }

  stop(): void {
    this.#child.kill('SIGKILL');
  }

  #hear(kind: 'ready' | 'answer'): Promise<number> {
    const child = this.#child;
    return new Promise((resolve, reject) => {
      let acknowledged = false;
      const settle = (finish: () => void) => {
        child.off('message', listen);
        child.off('exit', died);
        finish();
      };
      const listen = (said: { ready?: true; acknowledged?: true; answer?: number; error?: string }) => {
        if (said.acknowledged) acknowledged = true;
        else if (said.error !== undefined) settle(() => reject(new Error(said.error)));
        else if (kind === 'ready' ? said.ready : !said.ready) settle(() => resolve(said.answer ?? 0));
      };
      const died = () => settle(() => reject(new Died(acknowledged)));
      child.on('message', listen);
      child.on('exit', died);
    });
  }
}
