import type { Item } from '../../../domain/curriculum/curriculum.ts';
import type { Random } from '../random.ts';
import type { Answer } from './answers.ts';
import type { Typing } from './traits.ts';

/** What is sent. */
export interface Said {
  text: string;
  choiceId?: string;
}

/** Words as this pupil types them: capitals, marks, slips of the fingers. */
export function typed(text: string, typing: Typing, random: Random): string {
  const words = text.split(' ').map((word) => (random.chance(typing.typos) ? slip(word, random) : word));
  let line = words.join(' ');
  if (typing.lowercase) line = line.toLowerCase();
  else line = line.charAt(0).toUpperCase() + line.slice(1);
  if (!typing.apostrophes) line = line.replaceAll(/['’]/g, '');
  return typing.period && /[\p{L}\d]$/u.test(line) ? `${line}.` : line;
}

/** Two neighbours inside a longer word change places, as when one types fast. */
function slip(word: string, random: Random): string {
  if (!/^[a-z]{5,}$/i.test(word)) return word;
  const at = random.int(1, word.length - 3);
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

/** A wish with or without a please. */
export function asked(text: string, typing: Typing, random: Random): string {
  const polite = typing.please !== '' && !text.endsWith('?') && random.chance(0.5);
  return typed(polite ? `${text} ${typing.please}` : text, typing, random);
}

/** An answer as it is typed or clicked. */
export function answered(answer: Answer, item: Item, typing: Typing, random: Random): Said {
  if (item.key.kind === 'choice') return choiceSaid(answer, item, typing, random);
  if (item.key.kind === 'several choices') {
    return { text: answer.ids.join(random.pick([', ', ' and ', ','])) };
  }
  if (item.key.kind === 'text') return textSaid(answer.text, typing, random);
  const text = withUnit(answer.text, item, random);
  if (item.key.kind !== 'number' && item.key.kind !== 'expression') return { text: spaced(text, random) };
  return { text: hedged(text, item, typing, random) };
}

function choiceSaid(answer: Answer, { key }: Item, typing: Typing, random: Random): Said {
  const id = answer.ids[0] ?? '';
  const choice = key.choices.find((one) => one.id === id)?.text ?? id;
  const short = !choice.includes('$') && choice.split(' ').length <= 5;
  const way = random.weighted([
    ['click', 62],
    ['letter', 20],
    ['words', short ? 18 : 0],
  ] as const);
  if (way === 'click') return { text: choice, choiceId: id };
  if (way === 'words') return { text: typed(choice, typing, random) };
  return { text: random.pick([id, id, `${id})`, id.toUpperCase()]) };
}

function textSaid(text: string, typing: Typing, random: Random): Said {
  const way = random.weighted([
    ['plain', 70],
    ['think', 18],
    ['ask', 100 * typing.doubts * 0.4],
  ] as const);
  const line = typing.lowercase ? text.charAt(0).toLowerCase() + text.slice(1) : text;
  if (way === 'think') return { text: typed(`i think ${line}`, { ...typing, typos: 0 }, random) };
  return {
    text: typed(way === 'ask' && text.split(' ').length <= 3 ? `${line}?` : line, { ...typing, typos: 0 }, random),
  };
}

function withUnit(text: string, { key }: Item, random: Random): string {
  return key.unit !== undefined && !text.includes(key.unit) && random.chance(0.35) ? `${text} ${key.unit}` : text;
}

const spaced = (text: string, random: Random): string => (random.chance(0.4) ? text.replaceAll(', ', ',') : text);

function hedged(text: string, item: Item, typing: Typing, random: Random): string {
  const letter = /\bsolve\b.*\$[^$]*\bx\b/i.test(item.question) || /\bwhat is \$x\$/i.test(item.question);
  const its = typing.apostrophes ? "it's" : 'its';
  const way = random.weighted([
    ['bare', 58],
    ['letter', letter && item.key.kind === 'number' ? 26 : 0],
    ['think', 8],
    ['got', 8],
    ['its', 6],
    ['doubt', 60 * typing.doubts],
  ] as const);
  switch (way) {
    case 'bare':
      return item.key.kind === 'expression' && random.chance(0.4) ? text.replaceAll(' ', '') : text;
    case 'letter':
      return random.pick([`x = ${text}`, `x=${text}`]);
    case 'think':
      return `${typing.lowercase ? 'i' : 'I'} think ${random.chance(0.4) ? `${its} ` : ''}${text}`;
    case 'got':
      return `${typing.lowercase ? 'i' : 'I'} got ${text}`;
    case 'its':
      return `${typing.lowercase ? its : its.replace('i', 'I')} ${text}`;
    case 'doubt':
      return random.pick([`is it ${text}?`, `${text}?`, `maybe ${text}`, `idk, ${text}?`]);
  }
}
