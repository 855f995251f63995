import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kinds, Lesson, POOL } from '../../../test/support/lesson.ts';
import { begun, contextFor, makeItem, plainChecker } from '../../../test/support/tutoring-fixtures.ts';
import { readPupil } from './pupil-act.ts';
import { step } from './step.ts';

test('the last item of the session is an exit item: no hint before a first attempt, then the recap in the same turn', () => {
  const lesson = new Lesson(POOL.slice(0, 5));
  for (let turn = 0; turn < 4; turn += 1) lesson.right();
  assert.ok(lesson.last.move.kind === 'confirm' && lesson.last.move.exit === true);
  assert.equal(lesson.state.phase, 'exit');
  assert.equal(lesson.say('hint').kind, 'smaller question');
  assert.equal(lesson.state.open?.rung, 0);
  assert.equal(lesson.say('98').kind, 'locate error');
  assert.equal(lesson.say('hint').kind, 'hint');
  const last = lesson.right();
  assert.ok(last.kind === 'confirm' && last.pose === null && last.recap === true);
  assert.equal(lesson.state.phase, 'recap');
  const end = lesson.say('I learned to share equally');
  assert.ok(end.kind === 'recap' && end.text === 'I learned to share equally');
  assert.ok(end.facts.solvedAlone === 4 && end.facts.solvedWithHints === 1);
  assert.equal(lesson.state.phase, 'closed');
  assert.equal(lesson.say('Next').kind, 'nothing left');
});

test('near the planned end the exit item comes, and with no time for it the recap', () => {
  const lesson = new Lesson();
  lesson.say(lesson.open.key.answer, { remaining: 4 * 60_000 });
  assert.ok(lesson.last.move.kind === 'confirm' && lesson.last.move.exit === true);
  const late = new Lesson();
  late.say(late.open.key.answer, { remaining: 60_000 });
  assert.ok(late.last.move.kind === 'confirm' && late.last.move.pose === null && late.last.move.recap === true);
  assert.equal(late.say('i shared marbles', { remaining: 30_000 }).kind, 'recap');
});

test('a secure pupil spends the planned time on harder items before the session closes', () => {
  const secure = { masteryOf: () => 0.9, answersOf: () => 5, remaining: 15 * 60_000 };
  const lesson = new Lesson(POOL, secure);
  const levels: number[] = [];
  while (lesson.state.phase !== 'exit') {
    levels.push(lesson.open.level);
    lesson.say(lesson.open.key.answer, secure);
    if (lesson.state.open === null) lesson.say('i divided', secure);
  }
  assert.equal(levels.filter((level) => level >= 3).length, 6, 'all hard ones of the pool');
  assert.equal(lesson.state.phase, 'exit');
});

test('an item that was skipped at the very end leads to the recap, one that was given up to a last one to do alone', () => {
  const late = { remaining: 60_000 };
  const [skips, givesUp] = [new Lesson(), new Lesson()];
  for (const lesson of [skips, givesUp]) lesson.right();
  const skipped = skips.say('skip', late);
  assert.ok('pose' in skipped && skipped.pose === null && skipped.recap === true);
  const last = givesUp.say('i give up', late);
  assert.ok('pose' in last && last.pose !== null && last.exit === true);
  const over = givesUp.say('skip', late);
  assert.ok('pose' in over && over.pose === null && over.recap === true, 'only one');
});

test('the item that closes a session is done alone: help comes unasked only after the third wrong answer', () => {
  const lesson = new Lesson();
  lesson.right();
  lesson.say('i give up', { remaining: 60_000 });
  const rungs = ['98', '97', '96'].map((answer) => {
    const move = lesson.say(answer, { remaining: 60_000 });
    return move.kind === 'locate error' ? move.rung !== null : move.kind;
  });
  assert.deepEqual(rungs, [false, false, true]);
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

test('a review that waits for a problem of the pupil comes back before anything new', () => {
  const due = [901, 902, 903].map((id) => makeItem(id, { unitName: 'Old' }));
  const problem = { written: '3x + 5 = 20', left: '3x+5', right: '20', letter: 'x' };
  const welcome = begun(POOL, { due });
  assert.equal(welcome.state.open?.qaId, 901);
  const brought = step(
    welcome.state,
    { type: 'own problem', problem },
    {
      ...contextFor(welcome.state, POOL, { due }),
      open: due[0] ?? null,
    },
  );
  assert.equal(brought.move.kind, 'own problem');
  const own = brought.move.kind === 'own problem' ? brought.move.pose : null;
  assert.ok(own);
  const context = { ...contextFor(brought.state, POOL, { due }), open: own };
  const solved = step(brought.state, readPupil({ text: own.key.answer }, brought.state, own, plainChecker), context);
  assert.deepEqual([solved.state.open?.qaId, solved.state.phase], [901, 'opening']);
  assert.ok(solved.move.kind === 'confirm' && solved.move.review === true && solved.move.reviews === 3);
});

test('a recap that names nothing of the session is asked once for one thing of it, and then closes the lesson as it is', () => {
  const lesson = new Lesson();
  lesson.right();
  lesson.say("Let's finish");
  const asked = lesson.say('I practised a lot and I look at each step again before I answer');
  assert.ok(asked.kind === 'ask for recap' && asked.concrete === true);
  const closed = lesson.say('I really do look at each step again');
  assert.ok(closed.kind === 'recap' && closed.evidence === null);
  assert.equal(lesson.state.recap, 'I really do look at each step again');
  const named = new Lesson();
  named.right();
  named.say("Let's finish");
  assert.equal(named.say('Equal shares come from dividing').kind, 'recap');
});

test('who has tried nothing closes with an easy question, and after it neither a recap of nothing is asked nor one thanked for', () => {
  const late = { remaining: 60_000 };
  const lesson = new Lesson();
  const closing = lesson.say('skip', late);
  assert.ok(closing.kind === 'skip' && closing.exit === true && closing.easy === true);
  assert.equal(lesson.open.level, Math.min(...POOL.map(({ level }) => level)));
  const over = lesson.say('skip', late);
  assert.ok(over.kind === 'skip' && over.pose === null && over.over === true && over.recap === undefined);
  assert.equal(lesson.state.phase, 'closed');
  assert.equal(lesson.say('next', late).kind, 'pose', 'whoever wants to go on may');
});

test('an answer to that easy question is something to look back at', () => {
  const late = { remaining: 60_000 };
  const lesson = new Lesson();
  lesson.say('skip', late);
  const last = lesson.say(lesson.open.key.answer, late);
  assert.ok(last.kind === 'confirm' && last.recap === true);
});

test('a name that a worked example comes to at its end is not asked as if it were fresh', () => {
  const cell = (id: number, answer: string, workedExample = '') =>
    makeItem(id, {
      level: 1,
      question: 'Which part is it?',
      key: { ...makeItem(1).key, kind: 'text', answer },
      hints: [],
      workedExample,
    });
  const example =
    'Which part is in every cell? Step 1: bacteria have no nucleus. Step 2: one is left. Result: ribosomes.';
  const pool = [cell(1, 'chloroplasts', example), cell(2, 'ribosomes'), cell(3, 'nucleus')];
  const { state } = begun(pool, { masteryOf: () => 0.2 });
  assert.equal(state.open?.example, true);
  assert.deepEqual(state.told, [2]);
});
