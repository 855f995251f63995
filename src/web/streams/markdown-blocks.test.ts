import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MarkdownBlocks } from './markdown-blocks.ts';

/** The blocks of a text that arrives in these pieces. */
function blocksOf(pieces: readonly string[]): string[] {
  const blocks = new MarkdownBlocks();
  const found: string[] = [];
  for (const piece of pieces) for (const { block } of blocks.push(piece)) if (block !== undefined) found.push(block);
  const last = blocks.end();
  return last === null ? found : [...found, last];
}

test('paragraphs are blocks, ended by an empty line', () => {
  assert.deepEqual(blocksOf(['One.\n\nTwo', ' more.\n', '\nThree']), ['One.\n\n', 'Two more.\n\n', 'Three']);
});

test('an empty line inside a code fence or displayed maths ends nothing', () => {
  const fence = '```\na\n\nb\n```\n\n';
  const maths = '$$\nx = 1\n\ny = 2\n$$\n\n';
  assert.deepEqual(blocksOf([`${fence}${maths}end`]), [fence, maths, 'end']);
  assert.deepEqual(blocksOf(['$$x = 1$$\n\nnext']), ['$$x = 1$$\n\n', 'next']);
});

test('space alone is no block', () => {
  assert.deepEqual(blocksOf(['\n\n', '\n', '  ']), []);
  assert.deepEqual(blocksOf(['\n\nOne\n\n\n\nTwo\n\n\n']), ['\n\nOne\n\n', '\n\nTwo\n\n']);
});

const text = fc.array(fc.constantFrom('a', '\n', '\n\n', '```\n', '$$\n', '$$x$$\n', '- b\n', ' '), { maxLength: 30 });

test('property: however a text is cut into pieces, its blocks are the same and hold all of it', () => {
  fc.assert(
    fc.property(text, fc.infiniteStream(fc.integer({ min: 1, max: 5 })), (parts, lengths) => {
      const whole = parts.join('');
      const pieces: string[] = [];
      for (let at = 0; at < whole.length; ) {
        const length = lengths.next().value ?? 1;
        pieces.push(whole.slice(at, at + length));
        at += length;
      }
      assert.deepEqual(blocksOf(pieces), blocksOf([whole]));
      assert.equal(blocksOf(pieces).join('').trimEnd(), whole.trimEnd());
    }),
  );
});

test('property: what is shown since the last block is the beginning of the open one', () => {
  fc.assert(
    fc.property(text, (parts) => {
      const blocks = new MarkdownBlocks();
      let shown = '';
      let all = '';
      for (const part of parts) {
        for (const { text: piece, block } of blocks.push(part)) {
          shown += piece;
          all += piece;
          if (block === undefined) continue;
          assert.equal(shown, block);
          shown = '';
        }
      }
      assert.equal(all, parts.join(''));
      assert.equal(blocks.end() ?? '', shown.trim() === '' ? '' : shown);
    }),
  );
});
