import type { Item } from '../../../src/domain/curriculum/curriculum.ts';
import { readKeyAnswer } from '../../../src/domain/tutoring/answer-checking/math-check.ts';
import { showObject } from '../../../src/domain/tutoring/answer-checking/math-objects.ts';
import type { PupilMessage } from '../../../src/domain/tutoring/pupil-act.ts';

/** Five ways in which a pupil may write the right answer. */
export function rightWays(item: Item): PupilMessage[] {
  const { key } = item;
  if (key.kind === 'choice') {
    const index = key.choices.findIndex((choice) => choice.id === key.answer);
    const text = key.choices[index]?.text ?? '';
    return [
      { text: '', choiceId: key.answer },
      { text: key.answer },
      { text: `${key.answer.toUpperCase()})` },
      { text: `I think it is ${key.answer}` },
      { text: text.replace(/\$/g, '') },
    ];
  }
  const tex = key.answer.replace(/(?<!\\)\$/g, '').replace(/\\\$/g, '$');
  const plain = plainly(key.answer);
  return [
    { text: plain },
    { text: `the answer is ${plain}` },
    { text: `I think it's ${plain}.` },
    { text: `  I got   ${plain} ` },
    { text: tex },
  ];
}

/** Answers that are wrong: every other choice in three ways; the key with one digit changed, with its sign changed, and others. */
export function wrongWays(item: Item): PupilMessage[] {
  const { key } = item;
  if (key.kind === 'choice') {
    return key.choices
      .filter((choice) => choice.id !== key.answer)
      .flatMap((choice) => [
        { text: '', choiceId: choice.id },
        { text: `it is ${choice.id}` },
        { text: choice.text.replace(/\$/g, '') },
      ]);
  }
  const plain = plainly(key.answer);
  const others = [...digitsChanged(plain), ...signChanged(key.kind, plain), '1234567', '17x + 91', 'maybe 0.0173'];
  return others.filter((text) => text !== plain).map((text) => ({ text: `the answer is ${text}` }));
}

/** "x² − 3/4" for its TeX: as a pupil types it. */
function plainly(answer: string): string {
  const object = readKeyAnswer(answer);
  return object ? showObject(object) : answer.replace(/(?<!\\)\$/g, '');
}

function digitsChanged(text: string): string[] {
  const places = [...text.matchAll(/\d/g)].map((found) => found.index);
  const ends = [...new Set([places[0], places.at(-1)])].filter((at) => at !== undefined);
  return ends.map((at) => `${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`);
}

/** The other sign; nothing for zero, and nothing where a sign is part of something larger. */
function signChanged(kind: Item['key']['kind'], text: string): string[] {
  if (kind !== 'number' || !/[1-9]/.test(text) || !/^[-−]?[\d.,/]+$/.test(text)) return [];
  return [/^[-−]/.test(text) ? text.slice(1) : `-${text}`];
}
