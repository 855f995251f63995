import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unitDraft } from '../../../test/support/factory.ts';
import { sizedPng } from '../../../test/support/png.ts';
import { createAnswerChecker } from '../../domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../domain/tutoring/answer-checking/math-engine.ts';
import { takeProblem } from './take-problems.ts';

test('a question whose picture would stop a phone is left out, and the report says why', async () => {
  const checker = createAnswerChecker(await loadMathEngine());
  const [problem] = unitDraft('Angles', 1).problems;
  assert.ok(problem);
  const take = (bytes: Uint8Array) => {
    const read = { notTaken: [], notes: [] };
    const figures = [{ fileName: 'angle.png', mediaType: 'image/png', alt: 'An angle', bytes }];
    const taken = takeProblem({ ...problem, figures }, 'q1', { checker }, read);
    return { taken: taken !== undefined, notTaken: read.notTaken };
  };
  assert.deepEqual(take(sizedPng(4000, 4000)), { taken: true, notTaken: [] });
  const reason = 'a figure has more than 16 million pixels';
  assert.deepEqual(take(sizedPng(60_000, 60_000)), { taken: false, notTaken: [{ id: 'q1', reason }] });
});
