import assert from 'node:assert/strict';
import { test } from 'node:test';
import { piecesOf } from './pieces-of.ts';

test('a text in pieces is the same text, and no piece begins or ends with half of a character', () => {
  for (const before of ['', 'x']) {
    const text = `${before}${'𝑥'.repeat(20_000)}`;
    const pieces = [...piecesOf(text)];
    assert.equal(pieces.join(''), text);
    assert.ok(pieces.length > 2);
    for (const piece of pieces) assert.ok(piece.isWellFormed());
  }
  assert.deepEqual([...piecesOf('')], []);
});
