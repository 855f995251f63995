import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeBrief, nextItem } from '../../../test/support/teaching-brief.ts';
import { fromPseudonym, toPseudonym } from './pseudonym.ts';

const { pupil } = makeBrief({ kind: 'pose', pose: nextItem() });

test('the first name is replaced as a word, in whatever case', () => {
  assert.equal(toPseudonym('Noa, NOA and noa: not Noam or kinoa', pupil), 'Robin, Robin and Robin: not Noam or kinoa');
});

test('a name that is also a word is replaced only where it is written as a name', () => {
  const will = { ...pupil, firstName: 'Will' };
  assert.equal(toPseudonym('Will will do it', will), 'Robin will do it');
});

test('names of other scripts are replaced too', () => {
  assert.equal(toPseudonym('שלום נועה!', { ...pupil, firstName: 'נועה' }), 'שלום Robin!');
});

test('the pupil reads their own name again', () => {
  assert.equal(fromPseudonym('Well done, Robin. The robin sings.', pupil), 'Well done, Noa. The robin sings.');
});

test('a name with signs in it is taken literally', () => {
  assert.equal(toPseudonym('a.b (c)', { ...pupil, firstName: 'a.b (c)' }), 'Robin');
  assert.equal(toPseudonym('axb', { ...pupil, firstName: 'a.b' }), 'axb');
});
