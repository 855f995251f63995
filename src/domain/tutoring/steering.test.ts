import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Lesson } from '../../../test/support/lesson.ts';
import { makeItem } from '../../../test/support/tutoring-fixtures.ts';
import type { Move } from './dialogue.ts';
import { type Steering, UNSTEERED } from './steering.ts';

const steered = (steer: Partial<Steering>) => ({ steer: { ...UNSTEERED, ...steer } });
const NO_HINTS = steered({ help: 'none' });
const rungOf = (move: Move) => ('rung' in move ? (move.rung?.kind ?? null) : 'no rung');

test('without hints whoever asks is asked back, again and again, is not flagged for it and may still give up', () => {
  const lesson = new Lesson();
  for (let turn = 0; turn < 12; turn += 1) {
    const move = lesson.say(turn % 2 === 0 ? 'hint' : "I'm stuck", NO_HINTS);
    assert.ok(move.kind === 'smaller question' && move.hintsKept, `${turn}: ${move.kind}`);
  }
  assert.deepEqual([lesson.state.open?.rung, lesson.state.flags], [0, []]);
  for (let wrong = 0; wrong < 5; wrong += 1) assert.equal(rungOf(lesson.say('1', NO_HINTS)), null);
  assert.equal(lesson.say('why is it wrong?', NO_HINTS).kind, 'locate error');
  assert.equal(lesson.state.open?.rung, 0);
  assert.equal(lesson.say('I give up', NO_HINTS).kind, 'reveal');
  assert.equal(lesson.say('hint').kind, 'hint', 'when it is taken back, hints come again');
});

test('with more help the first wrong answer brings a rung, and the answer still waits for the second', () => {
  const lesson = new Lesson();
  assert.equal(rungOf(lesson.say('1', steered({ help: 'more' }))), 'pointer');
  const bare = makeItem(1, { hints: [], workedExample: '' });
  const short = new Lesson([bare]);
  while (short.state.open && short.state.open.rung < 2) short.say('hint');
  assert.equal(rungOf(short.say('1', steered({ help: 'more' }))), null, 'only the answer is left');
  assert.equal(short.say('2', steered({ help: 'more' })).kind, 'reveal');
});

test('easier and harder move the level of the next question, and of no other', () => {
  const pool = [1, 2, 3, 4].flatMap((level) => [1, 2, 3].map((n) => makeItem(level * 10 + n, { level })));
  const levelAfter = (level: number) => {
    const lesson = new Lesson(pool, { masteryOf: () => 0.7, answersOf: () => 9 });
    const before = lesson.open;
    lesson.say(before.key.answer, { ...steered({ level }), masteryOf: () => 0.7, answersOf: () => 9 });
    return [before.level, lesson.open.level];
  };
  assert.deepEqual([-2, -1, 0, 1, 2].map(levelAfter), [
    [3, 1],
    [3, 2],
    [3, 3],
    [3, 4],
    [3, 4],
  ]);
});

const TWO_UNITS = [
  ...[1, 2, 3, 4].map((id) => makeItem(id)),
  ...[11, 12, 13].map((id) => makeItem(id, { unitName: 'Decimals' })),
];

test('a unit that is ordered comes next, at once for who is stuck, and stays until it is used up', () => {
  const toDecimals = steered({ unit: { order: 5, name: 'Decimals' } });
  const lesson = new Lesson(TWO_UNITS);
  assert.equal(lesson.open.unitName, 'Fractions');
  assert.equal(lesson.say('1', toDecimals).kind, 'locate error', 'an answer is judged');
  const left = lesson.state.open?.qaId;
  const move = lesson.say('hint', toDecimals);
  assert.ok(move.kind === 'skip' && move.elsewhere);
  assert.deepEqual([lesson.last.attempt, lesson.open.unitName], [null, 'Decimals'], 'nobody has skipped anything');
  assert.equal(lesson.state.done.find(({ qaId }) => qaId === left)?.outcome, 'left');
  for (let solved = 0; solved < 3; solved += 1) {
    assert.equal(lesson.open.unitName, 'Decimals');
    lesson.say(lesson.open.key.answer, toDecimals);
  }
  assert.equal(lesson.open.unitName, 'Fractions');
  assert.equal(lesson.say('hint', toDecimals).kind, 'hint', 'where nothing is left to go to, the lesson goes on here');
});

test('the next unit and the one before are counted once from where the pupil is', () => {
  const next = steered({ unit: { order: 7, step: 1 } });
  const lesson = new Lesson(TWO_UNITS);
  lesson.say('next', next);
  assert.equal(lesson.open.unitName, 'Decimals');
  lesson.say(lesson.open.key.answer, next);
  assert.equal(lesson.open.unitName, 'Decimals', 'the same order is not taken twice');
  lesson.say('hint', steered({ unit: { order: 8, step: -1 } }));
  assert.equal(lesson.open.unitName, 'Fractions');
  assert.equal(
    lesson.say('hint', steered({ unit: { order: 9, step: -1 } })).kind,
    'hint',
    'there is none before the first',
  );
});

test('a worked example that is ordered is the next help, and comes with each question', () => {
  const example = steered({ example: { order: 3, about: null } });
  const lesson = new Lesson();
  lesson.state = { ...lesson.state, open: lesson.state.open && { ...lesson.state.open, example: false } };
  assert.equal(rungOf(lesson.say('hint', example)), 'worked look-alike');
  assert.equal(rungOf(lesson.say('hint', example)), 'next step');
  const move = lesson.say(lesson.open.key.answer, example);
  assert.ok('pose' in move && move.pose && move.example);
});

test('an example that is ordered by what it is about is shown once, and never one that holds the answer', () => {
  const lab = (answer: string) => `In the lab two bottles hold $${answer}$ drops.`;
  const about = steered({ example: { order: 4, about: 'lab' } });
  const ask = (workedExample: string) => {
    const lesson = new Lesson([
      makeItem(1),
      makeItem(2, { workedExample, level: 4 }),
      ...[3, 4, 5].map((id) => makeItem(id)),
    ]);
    lesson.state = { ...lesson.state, open: lesson.state.open && { ...lesson.state.open, example: true } };
    const move = lesson.say('hint', about);
    return 'rung' in move ? (move.rung?.text ?? '') : '';
  };
  assert.equal(ask(lab('12')), lab('12'));
  assert.notEqual(ask(lab('7001')), lab('7001'));
});

test('whatever is ordered, no answer is given before a wrong one was recorded', () => {
  const orders = fc.record({
    help: fc.constantFrom('none' as const, 'more' as const, null),
    level: fc.integer({ min: -2, max: 2 }),
    unit: fc.constantFrom(
      null,
      { order: 1, name: 'Decimals' },
      { order: 2, step: 1 as const },
      { order: 3, name: 'None' },
    ),
    example: fc.constantFrom(null, { order: 4, about: null }, { order: 5, about: 'marbles' }),
  });
  const says = fc.constantFrom('hint', "I'm stuck", 'next', '1', 'the answer please', 'a half', 'skip', 'why?', '');
  fc.assert(
    fc.property(fc.array(fc.tuple(says, orders), { maxLength: 25 }), (turns) => {
      const lesson = new Lesson(TWO_UNITS);
      for (const [text, steer] of turns) {
        const tried = lesson.state.open?.wrong ?? 0;
        const open = lesson.state.open;
        const move = lesson.say(text, { steer });
        const again = open && lesson.state.open?.revisionId === open.revisionId ? lesson.state.open : null;
        if (move.kind === 'reveal') assert.ok(tried >= 1, `${text} ${JSON.stringify(steer)}`);
        if ('rung' in move && move.rung) assert.notEqual(move.rung.kind, 'answer');
        if (again && steer.help === 'none') assert.equal(again.rung, open?.rung);
      }
    }),
    { numRuns: 300 },
  );
});
