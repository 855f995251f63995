import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hintFor, keyed } from '../../../test/support/guard-reading.ts';
import { plainChecker } from '../../../test/support/plain-checker.ts';
import { makeBrief, makeItem, nextItem } from '../../../test/support/teaching-brief.ts';
import type { Move } from '../../domain/tutoring/dialogue.ts';
import { brokenRules, type TaughtTurn } from './rule-checks.ts';

const apples = keyed({ answer: '24' }, 'How many apples are there in 4 boxes of 6 apples?');
const hint = (reply: string): TaughtTurn => ({ brief: hintFor(apples), reply });
const broken = (turn: TaughtTurn, before: TaughtTurn[] = []) => brokenRules(turn, before, plainChecker);
const GOOD = 'Look at one box first. How many apples does it hold?';

test('a good turn breaks nothing', () => {
  assert.deepEqual(broken(hint(GOOD)), []);
});

test('each rule is named by a turn that breaks it', () => {
  assert.deepEqual(broken(hint('So the answer is 24. Write it down.')), ['T1']);
  assert.deepEqual(broken(hint('What is given? What is asked?')), ['T3']);
  assert.deepEqual(broken(hint('Boxes and apples.')), ['T5']);
  assert.deepEqual(broken(hint('You are so smart! Write your next line.')), ['T8']);
  assert.deepEqual(broken(hint('You are a visual learner, so draw it.')), ['T12']);
  const wrong: Move = { kind: 'locate error', item: apples, answer: '10', feedback: null, wrong: 1, rung: null };
  assert.deepEqual(broken({ brief: makeBrief(wrong), reply: 'Perfect! Write your next line.' }), ['T4']);
  const right: Move = { kind: 'confirm', item: apples, answer: '24', alone: true, pose: nextItem() };
  assert.deepEqual(broken({ brief: makeBrief(right), reply: 'Go on with the one below.' }), ['T4']);
  const kept: Move = { kind: 'skip', item: apples, pose: makeItem({ qaId: 9, revisionId: 9, use: 'for test' }) };
  assert.deepEqual(broken({ brief: makeBrief(kept), reply: 'Here is another one, try it.' }), ['T11']);
});

test('a worked example that says “No” of its own story contradicts no verdict', () => {
  const workedExample = 'Tea stands for an hour. Did anybody stir it? No, the tea mixed all by itself.';
  const right: Move = {
    kind: 'confirm',
    item: apples,
    answer: '24',
    alone: true,
    pose: nextItem(),
    example: true,
    lookAlike: workedExample,
  };
  const reply = `Right: **24**. Follow this worked example: ${workedExample} Now answer the question below.`;
  assert.ok(!broken({ brief: makeBrief(right), reply }).includes('T4'));
  const other = `Right: **24**. No, that was not so good, and it went on all by itself. Now answer the question below.`;
  assert.ok(broken({ brief: makeBrief(right), reply: other }).includes('T4'));
});

test('a rung that is left out, and a new one after three requests without a try, are seen', () => {
  const rung = (number: number): TaughtTurn => {
    const brief = hintFor(apples);
    return { brief: { ...brief, move: { ...brief.move, number } as Move }, reply: GOOD };
  };
  assert.deepEqual(broken(rung(3), [rung(1)]), ['T2']);
  assert.deepEqual(broken(rung(4), [rung(1), rung(2), rung(3)]), ['T10']);
});
