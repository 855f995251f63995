import assert from 'node:assert/strict';
import { test } from 'node:test';
import { found, Lesson, POOL } from '../../../test/support/lesson.ts';
import { begun, keyOf, makeItem, makeProblem } from '../../../test/support/tutoring-fixtures.ts';
import { withheldBy } from './withheld.ts';

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
    found(makeItem(id, { question: `Why is the sky number ${id} blue?` }), 0.5),
  );
  const move = lesson.say('why is everything blue?', { found: near.map((one) => ({ ...one, about: false })) });
  assert.ok(move.kind === 'did you mean' && move.options.length === 3);
  assert.deepEqual(lesson.state.offered, [81, 82, 83]);
  const picked = lesson.say('why is the sky number 82 blue', { found: near.slice(1, 2) });
  assert.ok(picked.kind === 'answer question' && picked.found.item.qaId === 82);
  assert.deepEqual(lesson.state.offered, []);
});

test('no question is offered or answered that has the name in it that the open one asks for', () => {
  const key = keyOf('Mary Shelley', { kind: 'text', acceptedAnswers: ['Shelley'] });
  const open = makeItem(1, { question: 'Who wrote “Frankenstein”?', key });
  const asksOfHer = makeItem(81, { question: 'Shelley was how old when the monster was born?' });
  const tellsOfHer = makeItem(82, { question: 'Which pair is right?', explanation: 'Shelley made the monster.' });
  const harmless = makeItem(83, { question: 'In which year was the monster born?' });
  const near = [asksOfHer, tellsOfHer, harmless].map((item) => ({ ...found(item, 0.5), about: false }));
  const move = new Lesson([open]).say('what is a monster?', { found: near });
  assert.ok(move.kind === 'did you mean');
  assert.deepEqual(
    move.options.map(({ item }) => item.qaId),
    [83],
  );
});

test('the tutor says so when it knows nothing near', () => {
  assert.equal(new Lesson().say('why is the sky blue?').kind, 'cannot answer');
  const far = [found(makeItem(85), 0.1), found(makeItem(86), 0.4)].map((one) => ({ ...one, about: false }));
  assert.equal(new Lesson().say('who won the world cup?', { found: far }).kind, 'cannot answer');
});

test('an entry that only has words in common is offered, not given as the answer', () => {
  const mentions = { ...found(makeItem(87), 1), about: false };
  assert.equal(new Lesson().say('what is a variable?', { found: [mentions] }).kind, 'did you mean');
  const second = found(makeItem(88), 0.6);
  const move = new Lesson().say('what is a variable?', { found: [mentions, second] });
  assert.ok(move.kind === 'answer question' && move.found.item.qaId === 88);
});

test('who asks what a word of the open item means has not asked for a hint', () => {
  const lesson = new Lesson();
  const open = { ...found(lesson.open, 1), about: false };
  assert.equal(lesson.say('what is a marble?', { found: [open] }).kind, 'cannot answer');
  assert.equal(lesson.state.open?.rung, 0);
  assert.equal(lesson.say('which share has each friend in the box?', { found: [open] }).kind, 'hint');
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

test('"why is that?" after an answer is told from the explanation of that question', () => {
  for (const asks of ['Why is that?', 'why?', 'But how come?', 'can you explain that', 'explain', 'למה?']) {
    const lesson = new Lesson(
      POOL.map((item) => ({ ...item, explanation: `Because of ${item.qaId} marbles in rows.` })),
    );
    const before = lesson.open.qaId;
    lesson.right();
    const { open } = lesson;
    const move = lesson.say(asks);
    assert.ok(move.kind === 'answer question' && move.justDone === true, `${asks}: ${move.kind}`);
    assert.deepEqual([move.found.item.qaId, move.open?.qaId, move.pose], [before, open.qaId, null]);
    assert.equal(lesson.state.done.filter(({ qaId }) => qaId === before).length, 1, 'it is not counted again');
    assert.equal(lesson.right().kind, 'confirm', 'the open one is as it was');
  }
});

test('"why?" about an open question whose hint was read asks for help with it', () => {
  const lesson = new Lesson();
  lesson.say('hint');
  assert.equal(lesson.say('why is that?').kind, 'hint');
});

test('no reason is told that gives the open question away, or that nobody wrote', () => {
  const told = { explanation: 'It comes to that, as in the next one.' };
  const lesson = new Lesson([makeItem(1, { ...told }), makeItem(2, { key: makeItem(1).key })]);
  lesson.right();
  assert.equal(lesson.say('why is that?').kind, 'cannot answer');
  const silent = new Lesson(POOL.map((item) => ({ ...item, explanation: '' })));
  silent.right();
  assert.equal(silent.say('why is that?').kind, 'cannot answer');
});

test('who asks about the tutor or the hour is offered nothing from the bank', () => {
  const near = [found(makeItem(85, { question: 'Ella is x years old. How old is her brother?' }), 1)];
  for (const asks of ['how old are you?', 'what is your favourite food?', 'what time is it?', 'who are you?']) {
    const said = new Lesson().say(asks, { found: near.map((one) => ({ ...one, about: false })) });
    assert.ok(said.kind === 'cannot answer' || said.kind === 'small talk', `${asks}: ${said.kind}`);
  }
});

test('who asks what “that word” means is asked which one, and offered one that the bank explains', () => {
  const question = 'Each enzyme works on one kind of molecule. How many kinds are two?';
  const open = makeItem(1, { question });
  const names = makeItem(81, {
    question: 'What is a helper of reactions called?',
    key: keyOf('enzyme', { kind: 'text' }),
  });
  const lesson = new Lesson([open, names], { masteryOf: () => 0.6 });
  assert.equal(lesson.open.qaId, 1);
  for (const words of ['what does that word mean?', 'מה פירוש המילה הזאת?']) {
    const move = lesson.say(words);
    assert.ok(move.kind === 'did you mean' && move.word === true, words);
    assert.deepEqual(lesson.state.offered, [81]);
  }
  assert.equal(lesson.say(names.question).kind, 'answer question');
  const plain = new Lesson([makeItem(1)]).say('what does that word mean?');
  assert.ok(plain.kind === 'did you mean' && plain.word === true && plain.options.length === 0);
});
