import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  begun,
  contextFor,
  keyOf,
  makeItem,
  makeProblem,
  plainChecker,
} from '../../../test/support/tutoring-fixtures.ts';
import type { Item } from '../curriculum/curriculum.ts';
import type { DialogueState, Found, Move, PupilAct } from './dialogue.ts';
import { afterPause, initialDialogue } from './dialogue-state.ts';
import { readPupil } from './pupil-act.ts';
import { step } from './step.ts';
import type { StepContext, StepResult } from './step-context.ts';
import { withheldBy } from './withheld.ts';

const POOL = Array.from({ length: 12 }, (_, index) => makeItem(index + 1, { level: 1 + (index % 4) }));

/** A session talked through in the pupil's own words. */
class Lesson {
  state: DialogueState;
  last: StepResult;
  readonly pool: readonly Item[];
  constructor(pool: readonly Item[] = POOL, more: Partial<StepContext> = {}) {
    this.pool = pool;
    this.last = begun(pool, more);
    this.state = this.last.state;
  }
  get open(): Item {
    const open = this.pool.find((item) => item.revisionId === this.state.open?.revisionId);
    assert.ok(open, 'an item is open');
    return open;
  }
  say(text: string, more: Partial<StepContext> = {}): Move {
    const context = contextFor(this.state, this.pool, more);
    return this.act(readPupil({ text }, this.state, context.open, plainChecker), more);
  }
  act(act: PupilAct, more: Partial<StepContext> = {}): Move {
    this.last = step(this.state, act, contextFor(this.state, this.pool, more));
    this.state = this.last.state;
    return this.last.move;
  }
  right(): Move {
    return this.say(this.open.key.answer);
  }
}

const kinds = (lesson: Lesson, ...texts: string[]) => texts.map((text) => lesson.say(text).kind);
const found = (item: Item, coverage: number): Found => ({ item, coverage, score: coverage });

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
  const asked = [1, 2, 3]
    .map(() => lesson.say('hint'))
    .map((move) => move.kind === 'smaller question' && move.question);
  assert.equal(new Set(asked).size, 3);
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

test('without an attempt the answer is not reached, however often help is asked for', () => {
  const pool = [1, 2].map((id) => makeItem(id, { hints: [], workedExample: '' }));
  const lesson = new Lesson(pool);
  for (let turn = 0; turn < 40; turn += 1) {
    assert.ok(['hint', 'smaller question'].includes(lesson.say(turn % 4 === 3 ? 'some of my own words' : 'hint').kind));
  }
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
  const move = lesson.say('it feeds the plant when the sun shines');
  assert.ok(move.kind === 'compare' && move.pose !== null);
  assert.deepEqual([lesson.last.attempt?.verdict, lesson.last.attempt?.counts], ['cannot judge', false]);
});

test('five wrong answers in a row raise a flag for the class manager, once', () => {
  const lesson = new Lesson();
  for (const answer of ['91', '92', '93', '94', '95', '96', '97']) lesson.say(answer);
  assert.deepEqual(lesson.state.flags, ['wrong streak']);
});

test('an own question is answered from the bank while the item stays open and withheld', () => {
  const lesson = new Lesson();
  const item = lesson.open;
  const other = makeItem(80, { unitName: 'Cells' });
  const move = lesson.say('what is a cell made of?', { found: [found(other, 0.7)] });
  assert.ok(
    move.kind === 'answer question' &&
      move.found.item.qaId === 80 &&
      move.open?.qaId === item.qaId &&
      move.pose === null,
  );
  assert.equal(withheldBy(lesson.state, item, null)[0]?.key, item.key);
});

test('what was shown for an own question does not come as an item afterwards', () => {
  const lesson = new Lesson(POOL.slice(0, 3));
  const shown = POOL.slice(0, 3).find((item) => item.qaId !== lesson.open.qaId);
  assert.ok(shown);
  lesson.say('how many marbles is that then?', { found: [found(shown, 0.9)] });
  const posed = [lesson.open.qaId];
  lesson.right();
  posed.push(lesson.open.qaId);
  lesson.right();
  assert.equal(lesson.state.open, null);
  assert.ok(!posed.includes(shown.qaId));
});

test('a question that nothing covers is offered the three nearest; one can be picked', () => {
  const lesson = new Lesson();
  const near = [81, 82, 83, 84].map((id) =>
    found(makeItem(id, { question: `Why is the sky number ${id} blue?` }), 0.3),
  );
  const move = lesson.say('why is everything blue?', { found: near });
  assert.ok(move.kind === 'did you mean' && move.options.length === 3);
  assert.deepEqual(lesson.state.offered, [81, 82, 83]);
  const picked = lesson.say('why is the sky number 82 blue', { found: near.slice(1, 2) });
  assert.ok(picked.kind === 'answer question' && picked.found.item.qaId === 82);
  assert.deepEqual(lesson.state.offered, []);
});

test('the tutor says so when it knows nothing near', () => {
  assert.equal(new Lesson().say('why is the sky blue?').kind, 'cannot answer');
});

test('neither the open item nor its twin nor a later step of it is answered, in whatever words it is asked', () => {
  const steps = makeProblem(1, 2, { level: 1 });
  const lesson = new Lesson([...steps, makeItem(5)]);
  const twin = makeItem(70, { key: lesson.open.key });
  assert.equal(lesson.say('how much does each one get?', { found: [found(lesson.open, 0.8)] }).kind, 'hint');
  assert.equal(lesson.say('what do they have at the end?', { found: [found(twin, 0.8)] }).kind, 'cannot answer');
  assert.equal(
    lesson.say('what comes out after that?', { found: [found(makeItem(2, { problemId: 30_001 }), 0.8)] }).kind,
    'cannot answer',
  );
  assert.equal(lesson.act({ type: 'picked', qaId: 2 }).kind, 'cannot answer');
});

test('a "for test" question is neither posed, answered nor offered', () => {
  const secret = makeItem(1, { use: 'for test' });
  assert.equal(begun([secret]).state.open, null);
  const lesson = new Lesson();
  assert.equal(lesson.say('what is a cell?', { found: [found({ ...secret, qaId: 90 }, 0.9)] }).kind, 'cannot answer');
  assert.equal(
    lesson.act({ type: 'picked', qaId: 90 }, { found: [found({ ...secret, qaId: 90 }, 0.9)] }).kind,
    'cannot answer',
  );
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

test('the last item of the session is an exit item: no hint before a first attempt, then the recap', () => {
  const lesson = new Lesson(POOL.slice(0, 5));
  for (let turn = 0; turn < 4; turn += 1) lesson.right();
  assert.ok(lesson.last.move.kind === 'confirm' && lesson.last.move.exit === true);
  assert.equal(lesson.state.phase, 'exit');
  assert.equal(lesson.say('hint').kind, 'smaller question');
  assert.equal(lesson.state.open?.rung, 0);
  assert.equal(lesson.say('98').kind, 'locate error');
  assert.equal(lesson.say('hint').kind, 'hint');
  assert.equal(lesson.right().kind, 'confirm');
  const recap = lesson.say('Next');
  assert.ok(recap.kind === 'ask for recap' && recap.facts.solvedAlone === 4 && recap.facts.solvedWithHints === 1);
  assert.equal(recap.kind === 'ask for recap' && recap.nothingLeft, true);
  const end = lesson.say('I learned to share equally');
  assert.ok(end.kind === 'recap' && end.text === 'I learned to share equally');
  assert.equal(lesson.state.phase, 'closed');
  assert.equal(lesson.say('Next').kind, 'nothing left');
});

test('near the planned end the exit item comes, and with no time for it the recap', () => {
  const lesson = new Lesson();
  lesson.say(lesson.open.key.answer, { remaining: 4 * 60_000 });
  assert.ok(lesson.last.move.kind === 'confirm' && lesson.last.move.exit === true);
  const late = new Lesson();
  late.say(late.open.key.answer, { remaining: 60_000 });
  assert.ok(late.last.move.kind === 'confirm' && late.last.move.pose === null);
  assert.equal(late.say('ok', { remaining: 60_000 }).kind, 'ask for recap');
});

test('when every unit is secure the session closes with its exit item', () => {
  const lesson = new Lesson(POOL, { masteryOf: () => 0.9, answersOf: () => 5 });
  for (let turn = 0; turn < 3; turn += 1)
    lesson.say(lesson.open.key.answer, { masteryOf: () => 0.9, answersOf: () => 5 });
  assert.ok(lesson.last.move.kind === 'confirm' && lesson.last.move.exit === true);
});

test('"Let’s finish" leads to the recap at once, and whoever changes their mind goes on with the same item', () => {
  const lesson = new Lesson();
  lesson.right();
  const { qaId } = lesson.open;
  assert.equal(lesson.say("Let's finish").kind, 'ask for recap');
  assert.deepEqual([lesson.state.open, lesson.last.attempt], [null, null]);
  assert.equal(lesson.say('Next').kind, 'recap');
  assert.equal(lesson.say('Next').kind, 'pose');
  assert.equal(lesson.open.qaId, qaId);
  assert.equal(lesson.say("Let's finish").kind, 'ask for recap');
});

test('who leaves before doing anything is not asked for a recap', () => {
  const lesson = new Lesson();
  const move = lesson.say('bye');
  assert.ok(move.kind === 'recap' && move.text === '');
  assert.equal(lesson.state.phase, 'closed');
});

test('who does not know what to say in the recap is asked once more, then let go', () => {
  const lesson = new Lesson();
  lesson.right();
  assert.deepEqual(kinds(lesson, 'stop', 'idk', 'idk'), ['ask for recap', 'ask for recap', 'recap']);
  assert.equal(lesson.state.recap, '');
});

test('a session without any questions is honest about it from the start', () => {
  const lesson = new Lesson([]);
  assert.ok(lesson.last.move.kind === 'welcome' && lesson.last.move.pose === null);
  assert.deepEqual(kinds(lesson, 'ok', 'hint', 'bye', 'hello'), [
    'nothing left',
    'nothing left',
    'recap',
    'small talk',
  ]);
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

test('due reviews open the session, three at most', () => {
  const due = [901, 902, 903, 904].map((id) => makeItem(id, { unitName: 'Old' }));
  const all = [...POOL, ...due];
  let { state, move } = begun(POOL, { due });
  const reviews: number[] = [];
  while (move.kind !== 'welcome' ? move.kind === 'confirm' && move.review === true : true) {
    const open = all.find((item) => item.revisionId === state.open?.revisionId);
    assert.ok(open);
    reviews.push(open.qaId);
    const act = readPupil({ text: open.key.answer }, state, open, plainChecker);
    ({ state, move } = step(state, act, { ...contextFor(state, POOL, { due }), open }));
  }
  assert.deepEqual(reviews, [901, 902, 903]);
  assert.equal(state.phase, 'practice');
});
