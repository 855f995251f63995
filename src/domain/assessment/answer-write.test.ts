import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type AnswerWrite, decideWrite, type KeptAnswer } from './answer-write.ts';

const EMPTY: KeptAnswer = { answer: '', seq: 0, savedBy: null };

function apply(kept: KeptAnswer, write: AnswerWrite): KeptAnswer {
  if (decideWrite(kept, write) !== 'taken') return kept;
  return { answer: write.answer, seq: write.seq, savedBy: write.device };
}

test('the writes of one device end with its last one, in whatever order and however often they arrive', () => {
  const sent = fc.array(fc.string({ maxLength: 5 }), { minLength: 1, maxLength: 12 }).chain((answers) => {
    const writes = answers.map((answer, index) => ({ answer, seq: index + 1, device: 'phone' }));
    const arrivals = fc.array(fc.nat(writes.length - 1), { maxLength: 30 });
    return arrivals.map((repeats) => ({ writes, repeats }));
  });
  fc.assert(
    fc.property(sent, fc.infiniteStream(fc.nat()), ({ writes, repeats }, keys) => {
      const order = [...writes, ...repeats.flatMap((index) => writes[index] ?? [])]
        .map((write) => ({ write, key: keys.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key);
      const kept = order.reduce((now, { write }) => apply(now, write), EMPTY);
      const last = writes.at(-1);
      assert.equal(kept.answer, last?.answer);
    }),
  );
});

test('who goes back to an earlier answer keeps it, though the one between arrives last', () => {
  const write = (seq: number, answer: string): AnswerWrite => ({ answer, seq, device: 'phone' });
  const kept = [write(1, 'a'), write(3, 'a'), write(2, 'b')].reduce(apply, EMPTY);
  assert.equal(kept.answer, 'a');
});

test('a device that did not know of another never overwrites it', () => {
  const kept = { answer: 'b', seq: 3, savedBy: 'tablet' };
  assert.equal(decideWrite(kept, { answer: 'a', seq: 3, device: 'phone' }), 'changed elsewhere');
  assert.equal(decideWrite(kept, { answer: 'a', seq: 4, device: 'phone' }), 'taken');
});

test('two devices that wrote the same are of one mind', () => {
  assert.equal(
    decideWrite({ answer: 'b', seq: 3, savedBy: 'tablet' }, { answer: 'b', seq: 1, device: 'phone' }),
    'there already',
  );
});

test('an answer that is taken back is taken', () => {
  assert.equal(
    decideWrite({ answer: 'b', seq: 1, savedBy: 'phone' }, { answer: '', seq: 2, device: 'phone' }),
    'taken',
  );
});
