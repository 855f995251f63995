import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeItem } from '../../../test/support/tutoring-fixtures.ts';
import type { DialogueState, Outcome } from './dialogue.ts';
import { initialDialogue } from './dialogue-state.ts';
import { recapEvidence } from './recap-evidence.ts';

const items = [
  makeItem(1, {
    unitName: 'Sharing',
    question: 'How many marbles for each friend?',
    explanation: 'Equal shares come from dividing.',
  }),
  makeItem(2, { unitName: 'Sharing' }),
  makeItem(3, {
    unitName: 'Angles',
    question: 'How wide is the corner of a triangle?',
    explanation: 'Angles of a triangle make half a turn.',
  }),
];

function after(...outcomes: Outcome[]): DialogueState {
  const done = outcomes.map((outcome, index) => {
    const { revisionId, qaId, problemId, unitName } = items[index] ?? makeItem(index);
    return { revisionId, qaId, problemId, unitName, outcome, wrong: 0, rungs: 0, exit: false };
  });
  return { ...initialDialogue(), done };
}

test('a recap that names what was solved is met with what was solved', () => {
  const evidence = recapEvidence(
    'I learned that dividing makes equal shares',
    after('solved alone', 'solved with hints'),
    items,
  );
  assert.deepEqual(evidence, { unit: 'Sharing', words: ['dividing', 'equal'], alone: 1, helped: 1 });
});

test('the name of the unit and words of any lesson name nothing that was learned', () => {
  const state = after('solved alone', 'solved with hints');
  assert.equal(recapEvidence('I practised Sharing and look at each question twice', state, items), null);
});

test('of two units the one counts of which more is named', () => {
  const state = after('solved alone', 'solved alone', 'solved with hints');
  assert.equal(recapEvidence('a triangle has angles of half a turn, by dividing', state, items)?.unit, 'Angles');
});

test('what was not solved, or not named, is no evidence', () => {
  assert.equal(recapEvidence('dividing makes equal shares', after('revealed', 'skipped', 'given up'), items), null);
  assert.equal(recapEvidence('it was fun', after('solved alone'), items), null);
  assert.equal(recapEvidence('', after('solved alone'), items), null);
});
