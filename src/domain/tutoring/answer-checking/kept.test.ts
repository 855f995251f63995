import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kept } from './kept.ts';

test('what was read is not read again, also where nothing could be read', () => {
  const asked: string[] = [];
  const read = kept((text) => {
    asked.push(text);
    return text === 'no number' ? undefined : text.length;
  });
  for (const text of ['12', 'no number', '12', 'no number', '']) read(text);
  assert.deepEqual(asked, ['12', 'no number', '']);
  assert.deepEqual([read('12'), read('no number'), read('')], [2, undefined, 0]);
});

test('it does not grow without end: the first that was read goes first, and long texts are never kept', () => {
  let reads = 0;
  const read = kept((text) => {
    reads += 1;
    return text;
  });
  for (let number = 0; number <= 4000; number += 1) read(String(number));
  assert.equal(reads, 4001);
  assert.deepEqual([read('4000'), reads], ['4000', 4001]);
  assert.deepEqual([read('0'), reads], ['0', 4002]);
  const long = 'x'.repeat(201);
  assert.deepEqual([read(long), read(long), reads], [long, long, 4004]);
});
