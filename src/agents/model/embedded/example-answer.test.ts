import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { hintFor, keyed, readGuarded } from '../../../../test/support/guard-reading.ts';
import { makeBrief } from '../../../../test/support/teaching-brief.ts';
import type { AnswerKey } from '../../../domain/curriculum/curriculum.ts';
import { createAnswerChecker } from '../../../domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../../domain/tutoring/answer-checking/math-engine.ts';
import type { AnswerChecker } from '../../../domain/tutoring/verdict.ts';
import { wordMove } from './word-move.ts';

let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});
const LETTERS = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `part ${id}` }));

/** What stood in the examples that the tutor gave before it looked at the key, and forms of it. */
const KEYS: (Partial<AnswerKey> & { answer: string })[] = [
  { kind: 'expression', answer: '2x + 6' },
  { kind: 'expression', answer: '2(x + 3)' },
  { kind: 'expression', answer: 'x^2' },
  { kind: 'expression', answer: '2a + 6' },
  { kind: 'interval', answer: '(2, 5]' },
  { kind: 'interval', answer: '2 < x <= 5' },
  { kind: 'interval', answer: '[0, ∞)' },
  { kind: 'interval', answer: '[3, inf)' },
  { kind: 'several choices', answer: 'a,c', choices: LETTERS },
];

test('the way to write an answer is shown with an example that is not the answer, and is told whole', () => {
  for (const key of KEYS)
    for (const language of ['en', 'he'] as const)
      for (let turn = 1; turn <= 6; turn += 1) {
        const item = keyed(key, 'What comes out?');
        const brief = makeBrief(
          { kind: 'ask again', item, reason: 'unreadable', understood: null },
          { turn, language },
        );
        const words = wordMove(brief);
        assert.deepEqual(readGuarded({ ...hintFor(item), language }, words).rules, [], `${key.answer}: ${words}`);
        const examples = words.match(/\d\w \+ \d|\w\^2|[[(]\d+, [\d∞]+[\])]/g) ?? [];
        for (const example of examples)
          assert.equal(checker.sameAnswer(item.key, example), false, `${key.answer}: ${words}`);
        assert.doesNotMatch(words, /\{\w+\}|\ba, c\b/);
      }
});

test('an example of several choices says nothing about the choices', () => {
  const item = keyed({ kind: 'several choices', answer: 'a,c', choices: LETTERS }, 'Which fit?');
  const replies = [1, 2, 3, 4, 5, 6].map((turn) =>
    wordMove(makeBrief({ kind: 'ask again', item, reason: 'unreadable', understood: null }, { turn })),
  );
  assert.ok(replies.some((words) => words.includes('p, r')));
  for (const words of replies) assert.doesNotMatch(words, /like [a-d], [a-d]/);
});
