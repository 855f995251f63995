import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildIndex, type SearchDoc, search } from './search-index.ts';

const doc = (id: number, question: string, answer = '', aliases: string[] = [], hints: string[] = []): SearchDoc => ({
  id,
  question,
  answer,
  aliases,
  hints,
});

const bank = [
  doc(1, 'What is photosynthesis?', 'How plants make sugar from light', ['how do plants eat']),
  doc(2, 'Where does cellular respiration take place?', 'In the mitochondria', ['where do cells get energy']),
  doc(3, 'Solve $2x + 3 = 11$.', '4', ['two step equation'], ['Undo the addition first.']),
  doc(4, 'Find the slope of the line through $(1, 2)$ and $(3, 8)$.', '3', ['how steep is a line']),
  doc(5, 'What does the cell membrane do?', 'It decides what may enter the cell'),
];
const index = buildIndex(bank);
const first = (query: string) => search(index, query, 1)[0];

test('a question finds the question of the bank that it is about, with full coverage', () => {
  assert.equal(first('what is photosynthesis')?.id, 1);
  assert.ok((first('what is photosynthesis')?.coverage ?? 0) > 0.99);
});

test('other forms of the words, other wordings and hints are found too', () => {
  assert.equal(first('plants eating')?.id, 1);
  assert.equal(first('how steep are lines?')?.id, 4);
  assert.equal(first('undoing an addition')?.id, 3);
});

test('typing errors still find their way and still count as covered', () => {
  const hit = first('wat is fotosynthesis');
  assert.equal(hit?.id, 1);
  const misspelt = first('photosinthesis');
  assert.equal(misspelt?.id, 1);
  assert.ok((misspelt?.coverage ?? 0) >= 0.4, `coverage ${misspelt?.coverage}`);
});

test('a question about something else covers too little to be answered', () => {
  const coverage = first('who won the football world cup last summer')?.coverage ?? 0;
  assert.ok(coverage < 0.4, `coverage ${coverage}`);
});

test('a word of the bank in a question about something else is not enough', () => {
  const coverage = first('my phone cell provider has bad reception in tunnels')?.coverage ?? 0;
  assert.ok(coverage < 0.4, `coverage ${coverage}`);
});

const algebra = buildIndex([
  doc(
    1,
    'Which first step helps with $7x - 4 = 2x + 21$?',
    'Subtract $2x$',
    ['variable on both sides'],
    ['A variable may be moved like a number.'],
  ),
  doc(2, 'Solve $-5x = 35$.', '-7', [], ['The coefficient of $x$ is negative.']),
  doc(3, 'What is a number in front of a letter called?', 'coefficient', ['name of the number next to x']),
  doc(4, 'What is the slope of the line $y = -3x + 8$?', '-3', ['slope of a line from its equation']),
  doc(5, 'How do you call a parallel line?', 'A line with the same slope'),
]);
const about = (query: string) => search(algebra, query, 5).filter((hit) => hit.about && hit.coverage >= 0.4);

test('a word that an entry only mentions does not make the entry an answer to what the word means', () => {
  for (const query of ['what is a variable?', 'what does solve mean', 'what is a line', 'what is a side'])
    assert.deepEqual(about(query), [], query);
});

test('the entry whose answer is the word that was asked about is an answer', () => {
  assert.equal(about('what does coefficient mean')[0]?.id, 3);
  assert.equal(about('what is a coeficient')[0]?.id, 3);
});

test('an entry is about its own question and its other wordings', () => {
  assert.equal(about('what is the slope of the line y = -3x + 8')[0]?.id, 4);
  assert.equal(about('how do i get the slope of a line from its equation?')[0]?.id, 4);
});

test('a hint that mentions a word is found by it, and not counted as covering the question', () => {
  const hit = search(algebra, 'coefficient negative', 5).find((each) => each.id === 2);
  assert.ok(hit !== undefined && hit.coverage === 0);
});

test('nothing but small words, marks or nothing at all finds nothing', () => {
  for (const query of ['', '   ', 'what is it?', '???', '🙂']) assert.deepEqual(search(index, query, 3), []);
});

test('an empty bank finds nothing', () => {
  assert.deepEqual(search(buildIndex([]), 'photosynthesis', 3), []);
});

test('formulas are searched by their letters and numbers, not by TeX commands', () => {
  const fractions = buildIndex([doc(1, 'Solve $\\frac{x}{5} = 6$.'), doc(2, 'What is a fracture?')]);
  assert.equal(search(fractions, 'frac', 1)[0]?.id, 2);
});

test('Hebrew questions are found', () => {
  const hebrew = buildIndex([doc(1, 'מהי פוטוסינתזה?'), doc(2, 'מהו שיפוע של ישר?')]);
  assert.equal(search(hebrew, 'שיפוע', 1)[0]?.id, 2);
});

test('at most as many as asked for, best first', () => {
  const hits = search(index, 'cell energy light line', 2);
  assert.equal(hits.length, 2);
  assert.ok((hits[0]?.score ?? 0) >= (hits[1]?.score ?? 0));
  assert.ok(hits.every((hit) => !hit.about));
});

test('property: whatever is asked, coverage is a share, what is about it comes first, scores descend, and ids are of the bank', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 6 }), (query, limit) => {
      const hits = search(index, query, limit);
      assert.ok(hits.length <= limit);
      for (const [at, hit] of hits.entries()) {
        assert.ok(hit.coverage >= 0 && hit.coverage <= 1);
        assert.ok(bank.some((each) => each.id === hit.id));
        const before = hits[at - 1];
        if (before === undefined) continue;
        assert.ok(before.about || !hit.about);
        assert.ok(before.about !== hit.about || hit.score <= before.score);
      }
    }),
  );
});

test('property: the question itself finds itself', () => {
  fc.assert(
    fc.property(fc.constantFrom(...bank), (each) => {
      assert.equal(first(each.question)?.id, each.id);
    }),
  );
});
