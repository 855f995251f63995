import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeBrief, makeItem } from '../../../../test/support/teaching-brief.ts';
import type { Move } from '../../../domain/tutoring/dialogue.ts';
import { wordMove } from './word-move.ts';

const LANGUAGES = ['en', 'he'] as const;
const SAID = 'That word is kept for water. Here it is perfume in open air.';
const RULE = 'Nobody pushes the perfume: its particles fly around until they are everywhere.';

type Wrong = Extract<Move, { kind: 'locate error' }>;
const text = makeItem({ kind: 'text', answer: 'diffusion' });
const wrong: Wrong = { kind: 'locate error', item: text, answer: 'osmosis', feedback: SAID, wrong: 1, rung: null };

/** The answer to "why?" right after the turn that marked the answer. */
function whyAfter(move: Wrong, rule: string | null, language: 'en' | 'he', turn: number): string {
  const verdict = wordMove(makeBrief(move, { turn, language }));
  return wordMove(makeBrief({ ...move, why: { rule } }, { turn: turn + 1, language, lastReplies: [verdict] }));
}

test('asked why, the tutor says what is beyond the last turn and does not paste that again', () => {
  for (const language of LANGUAGES)
    for (let turn = 1; turn <= 6; turn += 1) {
      const words = whyAfter(wrong, RULE, language, turn);
      assert.ok(words.includes(RULE), words);
      assert.doesNotMatch(words, /kept for water|perfume in open air/, words);
      assert.doesNotMatch(words, /your lines|השורות/, 'one word has no lines');
    }
});

test('where there is nothing beyond the last turn that is said, and no reason announced', () => {
  for (const language of LANGUAGES)
    for (let turn = 1; turn <= 6; turn += 1) {
      const words = whyAfter(wrong, null, language, turn);
      assert.doesNotMatch(words, /kept for water|so here it is|worth a look|הנה הסיבה/, words);
      assert.match(words, /all that I can say|what I have just written|כל מה שאפשר|מה שכתבתי עכשיו/, words);
    }
});

test('a feedback that only asks is not asked a second time', () => {
  const asks = { ...wrong, feedback: 'Which coordinate is zero there?' };
  for (const language of LANGUAGES) assert.doesNotMatch(whyAfter(asks, RULE, language, 2), /Which coordinate/);
});

test('a reason that was not said yet is said', () => {
  const words = wordMove(
    makeBrief({ ...wrong, why: { rule: null } }, { lastReplies: ['Take the time that you need.'] }),
  );
  assert.match(words, /kept for water/);
});

test('of a number that is only known to be wrong no reason is made up', () => {
  for (const kind of ['too big', 'too small', 'one off'] as const)
    for (const language of LANGUAGES)
      for (let turn = 1; turn <= 6; turn += 1) {
        const move: Wrong = {
          ...wrong,
          item: makeItem(),
          answer: '70',
          feedback: null,
          slip: { kind },
          why: { rule: null },
        };
        const words = wordMove(makeBrief(move, { turn, language, lastReplies: ['Take your time.'] }));
        assert.doesNotMatch(words, /estimate|idea|הערכה|רעיון/, words);
        assert.match(words, /alone|לבדו/, words);
      }
});
