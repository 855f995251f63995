import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';

export const CC_BY = 'https://creativecommons.org/licenses/by/4.0/ <CC BY 4.0>';

export interface MadeStep {
  step?: Record<string, unknown>;
  hints?: unknown;
}

export interface MadeProblem {
  problem?: Record<string, unknown>;
  steps?: MadeStep[];
  figures?: Record<string, Uint8Array>;
}

/** A one-pixel PNG. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const problemJson = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  title: 'Adding apples',
  body: 'Dana has $$3$$ apples.',
  variabilization: {},
  oer: 'https://example.org/book <Made-up Book>',
  license: CC_BY,
  lesson: '2.1 Adding',
  courseName: 'OpenStax: Elementary Algebra',
  ...more,
});

export const stepJson = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  stepTitle: 'She gets $$4$$ more. How many has she now?',
  stepBody: '',
  stepAnswer: ['$$7$$'],
  answerType: 'arithmetic',
  problemType: 'TextBox',
  variabilization: {},
  ...more,
});

export const hintJson = (id: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  id,
  type: 'hint',
  dependencies: [],
  title: 'Count',
  text: `Count on from three (${id}).`,
  variabilization: {},
  license: CC_BY,
  ...more,
});

/** An OATutor folder in the temporary folder, removed when the test ends; answers with its path. */
export function makeFolder(t: TestContext, problems: Record<string, MadeProblem>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'oatutor-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(path.join(root, 'content-pool'));
  for (const [id, made] of Object.entries(problems)) addProblem(root, id, made);
  return root;
}

/** One more problem in such a folder. */
export function addProblem(root: string, id: string, made: MadeProblem): void {
  const folder = path.join(root, 'content-pool', id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${id}.json`), JSON.stringify(problemJson(made.problem)));
  for (const [index, { step, hints }] of (made.steps ?? [{}]).entries()) {
    const name = `${id}${String.fromCharCode(97 + index)}`;
    mkdirSync(path.join(folder, 'steps', name, 'tutoring'), { recursive: true });
    writeFileSync(path.join(folder, 'steps', name, `${name}.json`), JSON.stringify(stepJson(step)));
    const pathway = hints ?? [hintJson(`${name}-h1`), hintJson(`${name}-h2`, { text: 'Three, then four more.' })];
    writeFileSync(path.join(folder, 'steps', name, 'tutoring', `${name}DefaultPathway.json`), JSON.stringify(pathway));
  }
  for (const [name, bytes] of Object.entries(made.figures ?? {})) {
    mkdirSync(path.join(folder, 'figures'), { recursive: true });
    writeFileSync(path.join(folder, 'figures', name), bytes);
  }
}

/** Five problems of one chapter, enough for a unit. */
export function fiveProblems(prefix: string, problem: Record<string, unknown> = {}): Record<string, MadeProblem> {
  return Object.fromEntries(
    [1, 2, 3, 4, 5].map((n) => [
      `${prefix}${n}`,
      {
        problem: { title: `Apples ${n}`, ...problem },
        steps: [{ step: { stepTitle: `What is $$${n}+3$$?`, stepAnswer: [`$$${n + 3}$$`] } }],
      },
    ]),
  );
}
