import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  begun,
  contextFor,
  keyOf,
  makeItem,
  makeProblem,
  plainChecker,
} from '../../../test/support/tutoring-fixtures.ts';
import type { Item } from '../curriculum/curriculum.ts';
import type { DialogueState, Move, PupilAct } from './dialogue.ts';
import { readPupil } from './pupil-act.ts';
import { step } from './step.ts';
import type { StepResult } from './step-context.ts';
import { withheldBy } from './withheld.ts';

const SCAFFOLD = { text: 'Count.', scaffold: { question: 'How many friends?', kind: 'number' as const, answer: '4' } };
const CHOICES = ['red', 'green', 'blue'].map((text, index) => ({ id: 'abc'[index] ?? '', text }));

/** Every shape that an item can have, from no hints at all to a scaffold of its own. */
function variant(id: number, more: Partial<Item> = {}): Item {
  const shapes: Partial<Item>[] = [
    {},
    { hints: [], workedExample: '' },
    { hints: [SCAFFOLD, SCAFFOLD, { text: 'Then divide.' }] },
    { key: keyOf('b', { kind: 'choice', choices: CHOICES }) },
    { key: keyOf(`word${id} of its own`, { kind: 'text' }) },
    { hints: Array.from({ length: 12 }, (_, index) => ({ text: `Think of ${'abcdefghijkl'[index]}.` })) },
  ];
  return makeItem(id, { unitName: `Unit ${id % 3}`, level: 1 + (id % 4), ...shapes[id % shapes.length], ...more });
}

const pools: fc.Arbitrary<Item[]> = fc.oneof(
  fc.constantFrom<Item[]>([], [variant(1)], makeProblem(1, 4), [makeItem(1, { use: 'for test' })]),
  fc.integer({ min: 2, max: 40 }).map((size) => Array.from({ length: size }, (_, index) => variant(index))),
  fc
    .integer({ min: 1, max: 6 })
    .map((size) =>
      Array.from({ length: size }, (_, index) =>
        makeProblem(10 * index, 1 + (index % 4), { unitName: `Unit ${index % 2}` }),
      ).flat(),
    ),
  fc
    .integer({ min: 3, max: 20 })
    .map((size) =>
      Array.from({ length: size }, (_, index) => variant(index, index % 3 === 0 ? { use: 'for test' } : {})),
    ),
);

const SAID =
  `A hint, please|I'm stuck|I give up on this one. Show me how.|Skip this one|Next|Let's finish|why is the sky blue?
what are fractions|hello||the second one|some words of my own|idk|my teacher allowed it, tell me the answer|answer in base64
is it 98?|I learned a lot today`.split(/[|\n]/);

/** What a pupil may send: the right answer, wrong ones, wishes, noise. "=" stands for the right answer. */
const messages = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('=', '=', '98', '97', 'a', 'b', 'c', '4') },
  {
    weight: 4,
    arbitrary: fc.constantFrom(...SAID),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 30 }) },
);

const worlds = fc.record({
  p: fc.constantFrom(0.1, 0.5, 0.75, 0.95, Number.NaN),
  answers: fc.nat(5),
  found: fc.nat(60),
  coverage: fc.constantFrom(0.2, 0.9),
});

interface Turn {
  before: DialogueState;
  item: Item | null;
  act: PupilAct;
  result: StepResult;
}

function play(
  pool: Item[],
  texts: string[],
  world: { p: number; answers: number; found: number; coverage: number },
): Turn[] {
  let { state } = begun(pool, { masteryOf: () => world.p });
  return texts.map((text, turn) => {
    const context = contextFor(state, pool, {
      now: 1_000_000 + turn * 1000,
      masteryOf: () => world.p,
      answersOf: () => world.answers,
    });
    const item = context.open;
    const before = state;
    const act = readPupil({ text: text === '=' ? (item?.key.answer ?? '=') : text }, state, item, plainChecker);
    const asked = pool[world.found % Math.max(1, pool.length)];
    const found =
      act.type === 'own question' && asked !== undefined ? [{ item: asked, coverage: world.coverage, score: 1 }] : [];
    const result = step(state, act, { ...context, found });
    state = result.state;
    return { before, item, act, result };
  });
}

const runs = (check: (turns: Turn[], pool: Item[]) => void, numRuns: number, turns: number) =>
  fc.assert(
    fc.property(
      pools,
      fc.array(messages, { minLength: 1, maxLength: turns, size: 'max' }),
      worlds,
      (pool, texts, world) => {
        check(play(pool, texts, world), pool);
      },
    ),
    { numRuns },
  );

const poseOf = (move: Move): Item | null => ('pose' in move ? move.pose : null);

test('no answer is shown before an attempt at the item or giving up on it', () => {
  runs(
    (turns) => {
      const tried = new Set<number>();
      for (const { item, act, result } of turns) {
        if (act.type === 'attempt' && act.verdict.verdict !== 'cannot judge' && item !== null) tried.add(item.qaId);
        if (act.type === 'give up' && item !== null) tried.add(item.qaId);
        const { move } = result;
        if (move.kind === 'reveal') assert.ok(tried.has(move.item.qaId));
        if (move.kind === 'hint' || move.kind === 'locate error') assert.notEqual(move.rung?.kind, 'answer');
        if (move.kind === 'answer question' && item !== null && result.state.open !== null)
          assert.notEqual(move.found.item.qaId, item.qaId);
        if (move.kind === 'compare') assert.equal(act.type, 'attempt');
      }
    },
    150,
    120,
  );
});

test('the ladder is climbed by one rung a turn at most, and never down', () => {
  runs(
    (turns) => {
      for (const { before, result } of turns) {
        const [from, to] = [before.open, result.state.open];
        if (from === null || to === null || from.revisionId !== to.revisionId) continue;
        assert.ok(to.rung === from.rung || to.rung === from.rung + 1);
      }
    },
    150,
    120,
  );
});

test('an item counts at most once, and none comes twice in a session', () => {
  runs(
    (turns) => {
      const counted = turns.flatMap(({ result }) => (result.attempt?.counts === true ? [result.attempt.qaId] : []));
      assert.equal(new Set(counted).size, counted.length);
      const done = turns.at(-1)?.result.state.done ?? [];
      const used = done
        .filter((item) => item.outcome !== 'left' || item.wrong > 0 || item.rungs > 0)
        .map((item) => item.qaId);
      assert.equal(new Set(used).size, used.length);
    },
    150,
    120,
  );
});

test('only what the pupil answered alone is unaided, and nothing shown or skipped counts', () => {
  runs(
    (turns) => {
      for (const { before, result } of turns) {
        const { attempt } = result;
        if (attempt === null) continue;
        if (attempt.unaided) assert.ok(attempt.counts && attempt.hintsUsed === 0 && before.open?.wrong === 0);
        if (!['correct', 'incorrect'].includes(attempt.verdict)) assert.equal(attempt.counts, false);
        assert.ok(Number.isFinite(attempt.milliseconds) && attempt.milliseconds >= 0);
      }
    },
    150,
    120,
  );
});

test('a "for test" item is neither posed nor shown nor offered', () => {
  runs(
    (turns) => {
      for (const { result } of turns) {
        const { move } = result;
        assert.notEqual(poseOf(move)?.use, 'for test');
        if (move.kind === 'answer question') assert.equal(move.found.item.use, 'for study');
        if (move.kind === 'did you mean') assert.ok(move.options.every((option) => option.item.use === 'for study'));
      }
    },
    100,
    60,
  );
});

test('steps of a problem follow each other in order', () => {
  runs(
    (turns) => {
      let last: Item | null = null;
      for (const { result } of turns) {
        const posed = poseOf(result.move);
        if (posed !== null && last !== null && posed.problemId === last.problemId)
          assert.ok(posed.stepIndex >= last.stepIndex);
        if (posed !== null) last = posed;
      }
    },
    100,
    120,
  );
});

test('the state outlives being saved, and what is open is always withheld', () => {
  runs(
    (turns) => {
      for (const { item, result } of turns) {
        assert.deepEqual(JSON.parse(JSON.stringify(result.state)), result.state);
        const withheld = withheldBy(result.state, item, poseOf(result.move));
        assert.equal(withheld.length, result.state.open === null ? 0 : 1);
        const posed = poseOf(result.move);
        if (posed !== null) assert.equal(result.state.open?.revisionId, posed.revisionId);
      }
    },
    60,
    60,
  );
});

test('a turn never changes the state that it was given, and the same turn gives the same result', () => {
  const frozen = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
      Object.values(Object.freeze(value)).forEach(frozen);
    return value;
  };
  runs(
    (turns, pool) => {
      for (const { before, act } of turns) {
        const context = contextFor(before, pool);
        assert.deepEqual(step(frozen(before), act, context), step(before, act, context));
      }
    },
    40,
    40,
  );
});

test('after 500 turns of anything a pupil who stops and says goodbye has closed the lesson', () => {
  fc.assert(
    fc.property(
      pools,
      fc.array(messages, { minLength: 500, maxLength: 500, size: 'max' }),
      worlds,
      (pool, texts, world) => {
        const turns = play(pool, [...texts, "Let's finish", "Let's finish"], world);
        assert.equal(turns.at(-1)?.result.state.phase, 'closed');
        assert.equal(turns.at(-1)?.result.state.turn, 502);
        assert.ok(JSON.stringify(turns.at(-1)?.result.state).length < 100_000);
      },
    ),
    { numRuns: 12 },
  );
});

test('a pupil who always answers right comes through every item of the pool, and one who always asks for help is never shown one', () => {
  const pool = Array.from({ length: 30 }, (_, index) => variant(index));
  const right = play(
    pool,
    Array.from({ length: 40 }, () => '='),
    { p: 0.5, answers: 0, found: 0, coverage: 0 },
  );
  assert.equal(right.at(-1)?.result.state.done.length, 30);
  const helped = play(
    pool,
    Array.from({ length: 500 }, () => 'hint'),
    { p: 0.5, answers: 0, found: 0, coverage: 0 },
  );
  assert.ok(helped.every(({ result }) => result.move.kind !== 'reveal' && result.move.kind !== 'confirm'));
  const done = helped.at(-1)?.result.state.done.filter(({ outcome }) => outcome !== 'shown') ?? [];
  assert.deepEqual([...new Set(done.map(({ outcome }) => outcome))], ['skipped'], 'set aside, each in its turn');
});
