import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { problemContent, stepContent } from '../../../../test/support/curriculum.ts';
import type { AnyContent, ProblemContent } from '../../../shared/curriculum-content.ts';
import { compareContent, flatten } from './compare-content.ts';

const text = fc.constantFrom('', 'one', 'two', 'three\nfour');
const texts = fc.array(text, { maxLength: 3 });
const steps = fc.array(
  fc
    .record({
      question: text,
      answer: text,
      explanation: text,
      level: fc.constantFrom(1, 4),
      tolerance: fc.constantFrom(null, 0.01),
      unit: fc.constantFrom(null, 'cm'),
      acceptedAnswers: texts,
      choices: texts.map((all) => all.map((choice, at) => ({ id: 'abc'[at] ?? '', text: choice }))),
      hints: texts.map((all) => all.map((hint) => ({ text: hint, scaffold: null }))),
      wrongAnswers: texts.map((all) => all.map((answer) => ({ answer, feedback: 'No' }))),
    })
    .map(stepContent),
  { minLength: 1, maxLength: 3 },
);
const problems = fc
  .record({
    title: text,
    stem: text,
    archived: fc.boolean(),
    figures: texts.map((all) => all.map((alt, at) => ({ hash: `${at}`, alt }))),
    steps,
  })
  .map((more): AnyContent => ({ kind: 'problem', content: problemContent('Adding', more) }));

test('two states differ exactly where their fields do, seen from either side', () => {
  fc.assert(
    fc.property(problems, problems, (a, b) => {
      assert.deepEqual(compareContent(a, a), []);
      const there = compareContent(a, b);
      const back = compareContent(b, a);
      const same = JSON.stringify(flatten(a)) === JSON.stringify(flatten(b));
      assert.equal(there.length === 0, same);
      const asSeen = (all: typeof there) =>
        all.map(({ step, field, index, before, after }) => JSON.stringify([step, field, index, before, after])).sort();
      assert.deepEqual(asSeen(there), asSeen(back.map((one) => ({ ...one, before: one.after, after: one.before }))));
      // What was, changed as it is said, is what is.
      const name = (one: { step: number | null; field: string; index: number | null }) =>
        `${one.step}/${one.field}/${one.index}`;
      const changed = new Map(flatten(a).map((one) => [name(one), one.text]));
      for (const one of there) {
        if (one.after === null) changed.delete(name(one));
        else changed.set(name(one), one.after);
      }
      assert.deepEqual(changed, new Map(flatten(b).map((one) => [name(one), one.text])));
    }),
  );
});

test('of something new all fields are new, and of something gone all are gone', () => {
  fc.assert(
    fc.property(problems, (one) => {
      const fresh = compareContent(null, one);
      assert.deepEqual(
        fresh.map(({ after }) => after),
        flatten(one).map((field) => field.text),
      );
      assert.ok(fresh.every(({ before }) => before === null));
      assert.ok(compareContent(one, null).every(({ after }) => after === null));
    }),
  );
});

test('a hint with a smaller question is compared as a whole', () => {
  const with_ = (answer: string): AnyContent => {
    const scaffold = { question: 'Half of ten?', kind: 'number' as const, answer, choices: [] };
    const content: ProblemContent = problemContent('Adding', {
      steps: [stepContent({ hints: [{ text: 'Begin small.', scaffold }] })],
    });
    return { kind: 'problem', content };
  };
  assert.deepEqual(compareContent(with_('5'), with_('6')), [
    {
      step: 0,
      field: 'hints',
      index: 1,
      before: 'Begin small.\nHalf of ten?\n5',
      after: 'Begin small.\nHalf of ten?\n6',
    },
  ]);
});

test('of two orders the stretch is shown in which they differ, questions by what they are called', () => {
  const order = (...units: string[]): AnyContent => ({ kind: 'order', content: { units } });
  const said = (a: AnyContent, b: AnyContent) => {
    const [one] = compareContent(a, b, new Map([[7, 'A long\nstory']]));
    return [one?.before, one?.after];
  };
  assert.deepEqual(said(order('a', 'b', 'c', 'd'), order('a', 'c', 'b', 'd')), ['2. b\n3. c', '2. c\n3. b']);
  assert.deepEqual(said(order('a', 'b'), order('a', 'b', 'c')), ['', '3. c']);
  assert.deepEqual(said(order('a', 'b', 'c'), order('a', 'c')), ['2. b\n3. c', '2. c']);
  assert.deepEqual(compareContent(order('a', 'b'), order('a', 'b')), []);
  const sequence = (...ids: number[]): AnyContent => ({ kind: 'sequence', content: { problems: ids } });
  assert.deepEqual(said(sequence(7, 8), sequence(8, 7)), ['1. A long story\n2. #8', '1. #8\n2. A long story']);
});
