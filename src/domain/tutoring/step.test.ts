import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kinds, Lesson, POOL } from '../../../test/support/lesson.ts';
import { begun, contextFor, keyOf, makeItem, makeProblem } from '../../../test/support/tutoring-fixtures.ts';
import { afterPause, initialDialogue } from './dialogue-state.ts';
import { step } from './step.ts';
import { withheldBy } from './withheld.ts';

test('a lesson opens with a welcome and the easiest item', () => {
  const lesson = new Lesson();
  assert.equal(lesson.last.move.kind, 'welcome');
  assert.equal(lesson.open.level, 1);
});

test('a right answer is confirmed, counts as unaided, and brings the next item', () => {
  const lesson = new Lesson();
  const { qaId } = lesson.open;
  const move = lesson.right();
  assert.ok(move.kind === 'confirm' && move.alone && move.pose !== null && move.pose.qaId !== qaId);
  const attempt = lesson.last.attempt;
  assert.deepEqual(
    [attempt?.verdict, attempt?.counts, attempt?.unaided, attempt?.revealed],
    ['correct', true, true, false],
  );
  assert.equal(lesson.state.done[0]?.outcome, 'solved alone');
});

test('a wrong answer is located, from the second one on with the next rung, and only the first counts', () => {
  const lesson = new Lesson();
  const first = lesson.say('99');
  assert.ok(first.kind === 'locate error' && first.rung === null && first.wrong === 1);
  assert.equal(first.kind === 'locate error' && first.feedback, 'That is what all have together.');
  assert.deepEqual([lesson.last.attempt?.counts, lesson.last.attempt?.unaided], [true, true]);
  const second = lesson.say('98');
  assert.ok(second.kind === 'locate error' && second.rung?.kind === 'pointer' && second.feedback === null);
  assert.equal(lesson.last.attempt?.counts, false);
  const third = lesson.right();
  assert.ok(third.kind === 'confirm' && !third.alone);
  assert.deepEqual([lesson.last.attempt?.counts, lesson.last.attempt?.unaided], [false, false]);
  assert.equal(lesson.state.done[0]?.outcome, 'solved with hints');
});

test('hints come one rung at a time, and an answer after one is not unaided', () => {
  const lesson = new Lesson();
  const moves = [lesson.say('hint please'), lesson.say("I'm stuck")];
  assert.deepEqual(
    moves.map((move) => move.kind === 'hint' && [move.rung.kind, move.number, move.of]),
    [
      ['pointer', 1, 4],
      ['concept', 2, 4],
    ],
  );
  lesson.right();
  assert.deepEqual([lesson.last.attempt?.counts, lesson.last.attempt?.unaided], [true, false]);
  assert.equal(lesson.last.attempt?.hintsUsed, 2);
});

test('the third request for help without an attempt brings a smaller question, the flag, and no new rung', () => {
  const lesson = new Lesson();
  assert.deepEqual(kinds(lesson, 'hint', 'hint', 'hint', 'hint'), [
    'hint',
    'hint',
    'smaller question',
    'smaller question',
  ]);
  assert.deepEqual(lesson.state.flags, ['effortless help']);
  assert.equal(lesson.state.open?.rung, 2);
  assert.equal(lesson.say('98').kind, 'locate error');
  assert.equal(lesson.say('hint').kind, 'hint');
});

test('two smaller questions in a row are not the same', () => {
  const lesson = new Lesson();
  kinds(lesson, 'hint', 'hint');
  const asked = [1, 2].map(() => lesson.say('hint')).map((move) => move.kind === 'smaller question' && move.question);
  assert.equal(new Set(asked).size, 2);
});

test('an answer to the smaller question in own words earns the next rung', () => {
  const lesson = new Lesson();
  kinds(lesson, 'hint', 'hint', 'hint');
  const move = lesson.say('to share them equally');
  assert.ok(move.kind === 'hint' && move.rung.kind === 'worked look-alike');
  assert.equal(lesson.last.attempt, null);
  assert.equal(lesson.state.helpWithoutEffort, 0);
});

test('a scaffold’s answer is checked, and never held against the item', () => {
  const scaffold = { question: 'How many friends are there?', kind: 'number' as const, answer: '4' };
  const pool = [1, 2].map((id) =>
    makeItem(id, { hints: [{ text: 'Count.', scaffold }, { text: 'Divide.' }, { text: 'Do it.' }] }),
  );
  for (const [answer, right, partAnswer] of [
    ['4', true, null],
    ['3', false, '4'],
  ] as const) {
    const lesson = new Lesson(pool);
    lesson.say('hint');
    const move = lesson.say(answer);
    assert.ok(move.kind === 'part checked' && move.right === right && move.partAnswer === partAnswer);
    assert.equal(lesson.last.attempt, null);
    assert.equal(lesson.state.open?.wrong, 0);
    assert.equal(lesson.say('3').kind, 'locate error');
  }
});

test('without an attempt the answer is not reached, however often it is asked for', () => {
  const pool = [1, 2].map((id) => makeItem(id, { hints: [], workedExample: '' }));
  const lesson = new Lesson(pool);
  for (let turn = 0; turn < 40; turn += 1) {
    const { kind } = lesson.say(['hint', 'give me the answer', 'hint', 'some of my own words'][turn % 4] ?? '');
    assert.ok(kind !== 'reveal' && kind !== 'confirm', `${turn}: ${kind}`);
  }
  assert.ok(lesson.state.done.every(({ outcome }) => outcome === 'skipped'));
});

test('the ladder ends with the answer: revealed, no mastery, and a fresh item', () => {
  const lesson = new Lesson();
  const item = lesson.open;
  const moves = ['98', '97', '96', '95', '94', '93'].map((answer) => lesson.say(answer));
  assert.deepEqual(
    moves.map((move) => move.kind),
    ['locate error', 'locate error', 'locate error', 'locate error', 'locate error', 'reveal'],
  );
  const reveal = moves.at(-1);
  assert.ok(reveal?.kind === 'reveal' && reveal.reason === 'ladder' && reveal.item.qaId === item.qaId);
  assert.ok(reveal.kind === 'reveal' && reveal.pose !== null && reveal.pose.qaId !== item.qaId);
  assert.deepEqual(
    [lesson.last.attempt?.verdict, lesson.last.attempt?.revealed, lesson.last.attempt?.counts],
    ['incorrect', true, false],
  );
  assert.equal(lesson.state.done[0]?.outcome, 'revealed');
});

test('after a wrong answer help leads up to the answer, with an attempt at least every third time', () => {
  const lesson = new Lesson();
  const moves = kinds(lesson, '98', 'hint', 'hint', '97', 'hint', 'hint');
  assert.deepEqual(moves, ['locate error', 'hint', 'hint', 'locate error', 'hint', 'reveal']);
  assert.deepEqual([lesson.last.attempt?.verdict, lesson.last.attempt?.revealed], ['given up', true]);
});

test('giving up is always possible: recorded, shown, no mastery, and a fresh item on the unit comes later', () => {
  const lesson = new Lesson();
  const move = lesson.say('I give up on this one. Show me how.');
  assert.ok(move.kind === 'reveal' && move.reason === 'given up' && move.pose?.unitName === 'Fractions');
  const attempt = lesson.last.attempt;
  assert.deepEqual(
    [attempt?.verdict, attempt?.revealed, attempt?.counts, attempt?.unaided],
    ['given up', true, false, false],
  );
});

test('skipping shows no solution and earns nothing', () => {
  const lesson = new Lesson();
  assert.equal(lesson.say('Skip this one').kind, 'skip');
  const attempt = lesson.last.attempt;
  assert.deepEqual([attempt?.verdict, attempt?.revealed, attempt?.counts], ['skipped', false, false]);
});

test('skipping one step of a problem leaves the rest of it out', () => {
  const lesson = new Lesson([...makeProblem(1, 3, { level: 1 }), makeItem(9)]);
  assert.equal(lesson.open.qaId, 1);
  lesson.say('skip');
  assert.equal(lesson.open.qaId, 9);
  lesson.right();
  assert.equal(lesson.state.open, null);
});

test('what cannot be read is asked for again twice, then help is offered; it is never wrong', () => {
  const lesson = new Lesson();
  const moves = kinds(lesson, 'purple elephants', 'green elephants', 'red elephants');
  assert.deepEqual(moves, ['ask again', 'ask again', 'hint']);
  assert.equal(lesson.state.open?.wrong, 0);
  assert.equal(lesson.last.attempt?.verdict, 'cannot judge');
});

test('a silent pupil is asked, then helped, and is never stuck', () => {
  const lesson = new Lesson();
  const moves = Array.from({ length: 8 }, () => lesson.say('').kind);
  assert.deepEqual(moves.slice(0, 5), ['ask again', 'ask again', 'hint', 'hint', 'smaller question']);
  assert.deepEqual(lesson.state.flags, []);
});

test('free text that no key can judge is compared, does not count, and the next item opens', () => {
  const key = keyOf('it makes sugar from light', { kind: 'text' });
  const lesson = new Lesson(
    [1, 2, 3].map((id) => makeItem(id, { key, question: `Say in a sentence what leaf ${id} does.` })),
  );
  const move = lesson.say('it makes food for the plant when there is light');
  assert.ok(move.kind === 'compare' && move.pose !== null);
  assert.deepEqual([lesson.last.attempt?.verdict, lesson.last.attempt?.counts], ['cannot judge', false]);
});

test('five wrong answers in a row raise a flag for the class manager, once', () => {
  const lesson = new Lesson();
  for (const answer of ['91', '92', '93', '94', '95', '96', '97']) lesson.say(answer);
  assert.deepEqual(lesson.state.flags, ['wrong streak']);
});

test('steps of a problem come together and in order, whatever the level of others', () => {
  const lesson = new Lesson([
    makeItem(50, { level: 2 }),
    ...makeProblem(1, 3, { level: 1 }),
    makeItem(51, { level: 1 }),
  ]);
  const posed: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    posed.push(lesson.open.qaId);
    if (turn === 1) lesson.say('I give up');
    else lesson.right();
  }
  assert.deepEqual(posed, [1, 2, 3]);
});

test('small talk and "ok" leave the item open', () => {
  const lesson = new Lesson();
  const item = lesson.open;
  for (const text of ['hello', 'ok', 'next']) {
    const move = lesson.say(text);
    assert.ok(move.kind === 'small talk' && move.open?.qaId === item.qaId && move.pose === null, text);
  }
  assert.equal(lesson.state.open?.qaId, item.qaId);
});

test('an item that vanished while it was open is left behind', () => {
  const lesson = new Lesson();
  const { state, move } = step(lesson.state, { type: 'go on' }, contextFor(lesson.state, POOL.slice(5)));
  assert.ok(move.kind === 'pose' && move.pose !== null);
  assert.equal(state.done[0]?.outcome, 'left');
});

test('what is open is withheld, what was confirmed or revealed is free', () => {
  const lesson = new Lesson();
  const before = lesson.open;
  assert.equal(withheldBy(lesson.state, null, before).length, 1);
  lesson.say('98');
  assert.deepEqual(withheldBy(lesson.state, before, null, ['earlier'])[0]?.pupilWords, ['earlier', '98']);
  assert.equal(withheldBy(lesson.state, before, null)[0]?.turns, 0, 'replies before this one while it was open');
  const move = lesson.say('I give up');
  const posed = move.kind === 'reveal' ? move.pose : null;
  assert.deepEqual(
    withheldBy(lesson.state, before, posed, ['98']).map((one) => [one.key, one.pupilWords]),
    [[posed?.key, []]],
  );
  lesson.say('stop');
  assert.deepEqual(withheldBy(lesson.state, posed, null), []);
});

test('time on an item is measured from its posing, without pauses', () => {
  const lesson = new Lesson();
  lesson.state = afterPause(lesson.state, 60_000);
  lesson.say(lesson.open.key.answer, { now: 1_000_000 + 75_000 });
  assert.equal(lesson.last.attempt?.milliseconds, 15_000);
  assert.equal(afterPause(initialDialogue(), 5).open, null);
});

test('a low mastery brings a worked example with the item; high mastery, reviews and the exit item do not', () => {
  const low = { masteryOf: () => 0.3 };
  assert.equal(begun(POOL, low).move.kind === 'welcome' && new Lesson(POOL, low).state.open?.example, true);
  assert.equal(new Lesson(POOL, { masteryOf: () => 0.75 }).state.open?.example, false);
  assert.equal(new Lesson().state.open?.example, false);
  const fading = new Lesson();
  fading.say('I give up');
  assert.equal(fading.state.open?.example, true);
});

test('a unit that was weak before the lesson opens with an example though other answers have raised its chance', () => {
  const units = [{ name: 'Fractions', before: 0.3, after: 0.45 }];
  assert.equal(new Lesson(POOL, { masteryOf: () => 0.45, units }).state.open?.example, true);
  const lesson = new Lesson(POOL, { masteryOf: () => 0.45, units });
  lesson.say(lesson.open.key.answer, { masteryOf: () => 0.45, units });
  assert.equal(lesson.state.open?.example, false, 'the next one goes by what is known now');
});

test('after every smaller question was asked once none is asked again: one way on comes, another one, and then another question', () => {
  const lesson = new Lesson();
  const item = lesson.open;
  const moves = [];
  while (lesson.open.qaId === item.qaId) moves.push(lesson.say(moves.length % 2 === 0 ? 'give me the answer' : 'hint'));
  const asked = moves.flatMap((move) => (move.kind === 'smaller question' ? [move] : []));
  const questions = asked.filter(({ again }) => again === undefined).map(({ question }) => question);
  assert.ok(questions.length > 1 && new Set(questions).size === questions.length);
  const rounds = asked.slice(questions.length).map(({ again }) => again);
  assert.deepEqual(rounds, [1, 2]);
  const last = moves.at(-1);
  assert.ok(last?.kind === 'skip' && last.setAside === true && last.pose !== null);
  assert.deepEqual([lesson.last.attempt?.verdict, lesson.last.attempt?.revealed], ['skipped', false]);
  assert.ok(lesson.state.flags.includes('effortless help'), 'the class manager is told');
  for (const [index, move] of moves.slice(0, -1).entries())
    assert.equal(
      'forAnswer' in move && move.forAnswer === true,
      index % 2 === 0,
      'a plea for the answer is met plainly',
    );
});

test('a smaller question that was asked with one item is not asked with the next', () => {
  const lesson = new Lesson([1, 2].map((id) => makeItem(id, { hints: [], workedExample: '' })));
  const asked: string[] = [];
  for (let turn = 0; turn < 40; turn += 1) {
    const move = lesson.say('hint');
    if (move.kind === 'smaller question' && move.again === undefined) asked.push(move.question);
  }
  assert.equal(new Set(asked).size, asked.length);
  assert.equal(asked.length, 3, 'a piece of each item, and once what fits any of its kind');
});

test('between .4 and .7 two questions in a row that were missed at first bring a worked example with the next, one alone does not', () => {
  const middling = { masteryOf: () => 0.5 };
  const lesson = new Lesson(POOL, middling);
  const opens = ['98', 'right', '98', 'right'].flatMap((says) => {
    lesson.say(says === 'right' ? lesson.open.key.answer : says, middling);
    return says === 'right' ? [lesson.state.open?.example] : [];
  });
  assert.deepEqual(opens, [false, true]);
  const units = ['A', 'A', 'B', 'B'].map((unitName, at) => makeItem(at + 1, { unitName, level: 1 }));
  const twoUnits = new Lesson(units, middling);
  for (const _ of [1, 2]) {
    twoUnits.say('98', middling);
    twoUnits.say(twoUnits.open.key.answer, middling);
  }
  assert.deepEqual([twoUnits.open.unitName, twoUnits.state.open?.example], ['B', true], 'in whichever units they were');
  const high = { masteryOf: () => 0.75 };
  const strong = new Lesson(POOL, high);
  for (const _ of [1, 2]) {
    strong.say('98', high);
    strong.say(strong.open.key.answer, high);
  }
  assert.equal(strong.state.open?.example, false);
});

test('a second wrong answer that its author foresaw is met with those words and not with the next rung besides; the same one again brings the rung', () => {
  const rung = (...answers: string[]) => {
    const lesson = new Lesson();
    const move = answers.map((answer) => lesson.say(answer)).at(-1);
    assert.ok(move?.kind === 'locate error');
    return move.rung?.kind ?? null;
  };
  assert.deepEqual(
    [rung('98', '99'), rung('99', '99'), rung('99', '98'), rung('98', '97', '99')],
    [null, 'pointer', 'pointer', 'concept'],
  );
});
