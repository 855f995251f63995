import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialCircle, openCircle } from '../../domain/tutoring/circle.ts';
import { circleWords } from './circle-words.ts';

test('whatever a talk is about is said as it was written', () => {
  for (const topic of ["$$ and $' and $&", 'the place {name} in {topic}', '{next}']) {
    const move = openCircle(initialCircle(topic), [{ id: 1, firstName: 'Noa', pseudonym: 'Sky', turns: 0 }]);
    for (const language of ['en', 'he'] as const) assert.ok(circleWords(move, language).includes(`*${topic}*`), topic);
  }
});
