import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createForgetter, FORGOTTEN } from './forget.ts';

const NOA = {
  id: 7,
  firstName: 'Noa',
  lastName: 'Levi',
  others: ['noa.levi', 'noa@example.org'],
  words: ['I think it is nine', '12'],
};
const near = createForgetter(NOA, { near: true });
const far = createForgetter(NOA, { near: false });

test('near them the first name goes, elsewhere only both names, addresses and usernames', () => {
  assert.equal(near.text('Well done, Noa! Noam is next.'), `Well done, ${FORGOTTEN}! Noam is next.`);
  assert.equal(far.text('Noa Cohen and NOA LEVI (noa.levi)'), `Noa Cohen and ${FORGOTTEN} (${FORGOTTEN})`);
  assert.equal(far.text('write to noa@example.org'), `write to ${FORGOTTEN}`);
});

test('their words go where they are quoted, but for those that anybody says', () => {
  assert.equal(near.text('You said "I think it is nine", and 12 it is.'), `You said "${FORGOTTEN}", and 12 it is.`);
  assert.equal(far.text('I think it is nine'), 'I think it is nine');
});

test('a Hebrew name goes with the little words that are written together with it', () => {
  const noa = createForgetter({ ...NOA, firstName: 'נועה', lastName: 'לוי', others: [] }, { near: true });
  assert.equal(noa.text('כל הכבוד לנועה ונועם'), `כל הכבוד ל${FORGOTTEN} ונועם`);
});

test('in JSON they go by their id too, where an id stands for somebody, and the rest stays as it was', () => {
  const plan = {
    groups: [{ name: 'Noa and Adam', studentIds: [7, 8] }],
    studentIds: [7],
    leftOut: [
      { studentId: 7, why: 'no course' },
      { studentId: 8, why: 'no units' },
    ],
    messageId: 7,
    count: 7,
  };
  assert.deepEqual(JSON.parse(near.json(JSON.stringify(plan))), {
    groups: [{ name: `${FORGOTTEN} and Adam`, studentIds: [8] }],
    studentIds: [0],
    leftOut: [{ studentId: 8, why: 'no units' }],
    messageId: 7,
    count: 7,
  });
  assert.deepEqual(JSON.parse(near.json('{"userId":7,"by":"noa.levi"}')), { userId: null, by: FORGOTTEN });
  assert.equal(near.json('no JSON, Noa'), `no JSON, ${FORGOTTEN}`);
});

test('a row of a report that is theirs goes, and rows of classes and other pupils stay', () => {
  const row = (id: number) => ({ id, name: null, metrics: { sessions: 7 } });
  const report = [
    { kind: 'parts', of: 'pupil', rows: [row(7), row(8)], hidden: 0 },
    { kind: 'parts', of: 'class', rows: [row(7)], hidden: 0 },
  ];
  assert.deepEqual(JSON.parse(far.json(JSON.stringify(report))), [
    { kind: 'parts', of: 'pupil', rows: [row(8)], hidden: 0 },
    { kind: 'parts', of: 'class', rows: [row(7)], hidden: 0 },
  ]);
});

test('a username that is a name is taken out where it stands alone, and others of this name keep theirs', () => {
  const noa = createForgetter({ ...NOA, others: ['noa'] }, { near: false });
  assert.equal(
    noa.json('{"username":"noa","note":"Noa Cohen asked"}'),
    `{"username":"${FORGOTTEN}","note":"Noa Cohen asked"}`,
  );
});
