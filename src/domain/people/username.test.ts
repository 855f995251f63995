import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LONGEST_USERNAME, normalizeUsername, proposeUsername, usernameBase, usernameProblem } from './username.ts';

const free = () => false;

test('a username is made of the name, in letters that the person can type', () => {
  assert.equal(proposeUsername('Noa', 'Peretz', free), 'noa.peretz');
  assert.equal(proposeUsername(' José  María ', "O'Brien-Núñez", free), 'jose.maria.obrien.nunez');
  assert.equal(proposeUsername('נועה', 'בן דוד', free), 'נועה.בן.דוד');
  assert.equal(proposeUsername('ليان', 'أبو سالم', free), 'ليان.ابو.سالم');
  assert.equal(proposeUsername('Madonna', '', free), 'madonna');
  assert.equal(proposeUsername('???', '…', free), 'person');
});

test('a name that mixes alphabets does not become a username that mixes them', () => {
  assert.equal(proposeUsername('Noa', 'פרץ', free), 'person');
});

test('who comes later gets a number', () => {
  const taken = new Set(['noa.peretz', 'noa.peretz2']);
  assert.equal(
    proposeUsername('Noa', 'Peretz', (name) => taken.has(name)),
    'noa.peretz3',
  );
});

test('a username says what is wrong with it', () => {
  assert.equal(usernameProblem('a'), 'length');
  assert.equal(usernameProblem('a'.repeat(LONGEST_USERNAME + 1)), 'length');
  for (const name of ['noa peretz', 'noa@peretz', '.noa', 'noa.', 'noa..p', 'noa\u200bp', '<noa>']) {
    assert.equal(usernameProblem(name), 'characters', name);
  }
  assert.equal(usernameProblem('nоa'), 'alphabets', 'a Cyrillic о among Latin letters');
  for (const name of ['noa', 'noa.peretz2', 'o-neill_7', '2b', 'נועה']) assert.equal(usernameProblem(name), null, name);
});

test('whatever two people are called, each gets a username of their own that is taken as it is', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string()), { maxLength: 30 }), (names) => {
      const taken = new Set<string>();
      for (const [first, last] of names) {
        const username = proposeUsername(first, last, (name) => taken.has(name));
        assert.equal(taken.has(username), false);
        assert.equal(usernameProblem(username), null, JSON.stringify(username));
        assert.equal(normalizeUsername(username), username);
        assert.ok(username.startsWith(usernameBase(first, last)));
        taken.add(username);
      }
    }),
  );
});
