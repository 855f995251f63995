import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { leastLength, type PasswordOwner, passwordProblem } from './password-policy.ts';

const parent: PasswordOwner = {
  role: 'parent',
  gradeLevel: null,
  username: 'dalia.peretz',
  firstName: 'Dalia',
  lastName: 'Peretz',
};

test('the more children somebody can read about, the longer the password', () => {
  const of = (role: PasswordOwner['role'], gradeLevel: PasswordOwner['gradeLevel'] = null) =>
    leastLength({ role, gradeLevel });
  assert.deepEqual(
    [
      of('student', '1st'),
      of('student', '6th'),
      of('student', '7th'),
      of('student'),
      of('parent'),
      of('class manager'),
    ],
    [6, 6, 8, 8, 10, 12],
  );
  assert.deepEqual(passwordProblem('short', parent), { kind: 'short', least: 10 });
});

test('long words that one remembers are taken, without digits and signs', () => {
  for (const password of ['four green chairs', 'התרנגולת שרה בבוקר', '🐢🐢🐇🐇🦊🦊🐻🐻🐼🐼', 'my dog eats maths']) {
    assert.equal(passwordProblem(password, parent), null, password);
  }
});

test('what is guessed first is refused, whatever stands around it', () => {
  for (const password of [
    'Password2026!',
    '1234567890',
    '12345678901234',
    'qwertyuiop',
    'aaaaaaaaaaaa',
    '!!welcome!!2026',
    'abababababab',
    'iloveyou1234',
    '0987654321',
    'abcdefghij12',
    '123456789012',
  ]) {
    assert.deepEqual(passwordProblem(password, parent), { kind: 'common' }, password);
  }
});

test('a password made of the own name is refused', () => {
  for (const password of ['dalia.peretz', 'DaliaPeretz1', 'peretz-dalia', 'dalia2026!!!', 'Peretz123456']) {
    assert.deepEqual(passwordProblem(password, parent), { kind: 'own' }, password);
  }
});

test('a password longer than anybody types is refused, and every text has an answer', () => {
  assert.deepEqual(passwordProblem('ab '.repeat(300), parent), { kind: 'long' });
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const problem = passwordProblem(text, parent);
      if ([...text.normalize('NFKC')].length < 10) assert.equal(problem?.kind, 'short');
    }),
  );
});
