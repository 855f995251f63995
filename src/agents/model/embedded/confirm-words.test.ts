import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeBrief, makeItem, nextItem } from '../../../../test/support/teaching-brief.ts';
import type { Item } from '../../../domain/curriculum/curriculum.ts';
import type { Move, SeenWork } from '../../../domain/tutoring/dialogue.ts';
import { affirms } from '../../teacher/guard/manners.ts';
import { countQuestions, countWords } from './author-text.ts';
import { wordMove } from './word-move.ts';
import { CONFIRM_HE } from './words/confirm.he.ts';

const seen = (more: Partial<SeenWork> = {}): SeenWork => ({
  understood: '7',
  wrong: 0,
  rungs: 0,
  inARow: 1,
  helpedBefore: false,
  ...more,
});

type Parts = Partial<Extract<Move, { kind: 'confirm' }>>;

function replies(parts: Parts, item: Item = makeItem()): string[] {
  return Array.from({ length: 12 }, (_, turn) => {
    const move: Move = { kind: 'confirm', item, answer: '7', alone: true, seen: seen(), pose: nextItem(), ...parts };
    return wordMove(makeBrief(move, { turn: turn + 1 }));
  });
}

const firstParagraph = (reply: string): string => reply.split('\n\n')[0] ?? '';

test('a first right answer is not praised for care or perseverance, which nobody saw', () => {
  for (const reply of replies({ seen: seen({ inARow: 2 }) }))
    assert.doesNotMatch(firstParagraph(reply), /careful|step by step|kept|stayed|did not give up|trying/i, reply);
});

test('a series of right answers is named from time to time, and is told in short', () => {
  const long = makeItem({ explanation: `${'The first reason is told here in quite a few words. '.repeat(4)}` });
  for (const reply of replies({ seen: seen({ inARow: 3 }) }, long)) {
    assert.match(firstParagraph(reply), /three/i);
    assert.ok(countWords(reply) < 60, reply);
  }
  for (const reply of replies({ seen: seen({ inARow: 4 }) })) assert.doesNotMatch(firstParagraph(reply), /four/i);
});

test('what was seen is praised: a second look, a hint that was used, staying with it, a reason', () => {
  const praise = (parts: Parts) => replies({ alone: false, ...parts }).map(firstParagraph);
  for (const text of praise({ seen: seen({ wrong: 1, inARow: 0 }) }))
    assert.match(text, /again|slip|second|first try/i);
  for (const text of praise({ seen: seen({ rungs: 1, inARow: 0 }) })) assert.match(text, /hint|help/i);
  for (const text of praise({ seen: seen({ rungs: 2, wrong: 2, inARow: 0 }) }))
    assert.match(text, /stayed|more than one try|until it fitted|went on working/i);
  const answer = 'I think it is 7 because 21 shared by 3 is 7';
  for (const text of praise({ alone: true, seen: seen(), answer })) assert.match(text, /why|reason/i);
});

test('who has clicked through all the choices is not praised for finding the last one', () => {
  const choices = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `the choice ${id}` }));
  const item = makeItem({ key: { kind: 'choice', answer: 'd', acceptedAnswers: [], choices } });
  for (const reply of replies({ alone: false, answer: 'the choice d', seen: seen({ wrong: 3, inARow: 0 }) }, item))
    assert.doesNotMatch(firstParagraph(reply), /stayed|kept|found|yourself/i, reply);
});

test('the answer is repeated as a formula, as the checker read it, and never as a whole sentence', () => {
  const item = makeItem({ kind: 'expression', answer: '8x - 12' });
  const answer = 'so the result would be 8x-12';
  const all = replies({ answer, seen: seen({ understood: '8x − 12' }) }, item);
  assert.ok(all.some((reply) => reply.includes('$8x - 12$')));
  assert.ok(all.every((reply) => !reply.includes('the result would be')));
});

test('a word with a slip of the pen is repeated as it is spelt', () => {
  const item = makeItem({ kind: 'text', answer: 'newton' });
  const all = replies({ answer: 'netwon', seen: seen({ understood: 'netwon' }) }, item);
  assert.ok(all.some((reply) => reply.includes('**newton**')));
  assert.ok(all.every((reply) => !reply.includes('netwon')));
});

test('after the last item the recap is asked for, as the one question of the turn', () => {
  for (const reply of replies({ pose: null, recap: true })) {
    assert.ok(countQuestions(reply) <= 1, reply);
    assert.match(reply, /in your own words|of your own|for yourself|explain/i);
    assert.doesNotMatch(reply, /“next”/);
  }
});

test('however the tutor says in Hebrew that an answer is right, it is heard as that, and a no is not', () => {
  for (const text of [...CONFIRM_HE.RIGHT.plain, ...CONFIRM_HE.RIGHT_QUOTED.plain]) assert.ok(affirms(text), text);
  for (const text of ['זאת לא התשובה הנכונה.', 'זה לא נכון.']) assert.ok(!affirms(text), text);
});

test('after one wrong answer nobody hears of several tries, nor that they found the slip that they were shown', () => {
  const said = (wrong: number, rungs: number) =>
    (['en', 'he'] as const).flatMap((language) =>
      ['7th', '3rd'].flatMap((gradeLevel) =>
        Array.from({ length: 12 }, (_, turn) => {
          const work = seen({ wrong, rungs, inARow: 0 });
          const move: Move = {
            kind: 'confirm',
            item: makeItem(),
            answer: '7',
            alone: false,
            seen: work,
            pose: nextItem(),
          };
          return firstParagraph(wordMove(makeBrief(move, { turn, language, pupil: { gradeLevel } })));
        }),
      ),
    );
  for (const text of [...said(1, 0), ...said(1, 1)])
    assert.doesNotMatch(
      text,
      /tries|[Tt]ry by try|more than one|stayed|kept|did not give up|yourself|until it|closer|ניסיונות|מניסיון לניסיון|יותר מניסיון|לבד|התמדת|המשכת|צעד אחרי צעד/,
    );
  for (const text of said(3, 0)) assert.doesNotMatch(text, /hint|help|[Ff]irst try |רמז|נעזרת/);
});
