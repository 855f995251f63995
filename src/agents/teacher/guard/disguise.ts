import { inHebrew } from './hebrew-numbers.ts';
import { bareDigits } from './hidden-numbers.ts';
import { englishNames } from './number-names.ts';
import { numbersIn } from './numbers.ts';
import { inSymbols, squeezed } from './plain-text.ts';

/** What is looked for behind a disguise. */
export interface Secret {
  values: readonly number[];
  /** Key texts, squeezed, of four letters or more. */
  texts: readonly string[];
}

const plainDigits = (value: number): string => String(Math.abs(value));

const isName = (letters: string, secret: Secret): boolean =>
  letters !== '' &&
  (secret.texts.includes(letters) || secret.values.some((value) => englishNames(Math.abs(value)).includes(letters)));

/** Names that do not stand in other words by chance. */
const longNames = (secret: Secret): string[] =>
  secret.values.flatMap((value) => englishNames(Math.abs(value))).filter((name) => name.length > 5);

const LOOKALIKES: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** "tw3nty-f0ur" */
function inLookalikes(sentence: string, secret: Secret): boolean {
  const mixed = (sentence.toLowerCase().match(/[a-z0-9@$!-]{3,}/g) ?? []).filter(
    (token) => /[a-z]/.test(token) && /[0-9@$!]/.test(token),
  );
  return mixed.some((token) => {
    const letters = [...token].map((char) => LOOKALIKES[char] ?? char).join('');
    return isName(squeezed(letters), secret) || isName(squeezed(letters.replaceAll('i', 'l')), secret);
  });
}

const rot13 = (text: string): string =>
  text.replace(/[a-z]/gi, (char) => {
    const base = char <= 'Z' ? 65 : 97;
    return String.fromCharCode(((char.charCodeAt(0) - base + 13) % 26) + base);
  });
const backwards = (text: string): string => [...text].toReversed().join('');

function behindLetters(sentence: string, secret: Secret): boolean {
  const tokens = (sentence.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? [])
    .map(squeezed)
    .filter((word) => word.length > 2);
  const hidden = [...secret.texts, ...longNames(secret)];
  return [rot13, backwards].some((turn) => {
    const whole = squeezed(turn(sentence));
    return tokens.some((token) => isName(turn(token), secret)) || hidden.some((each) => whole.includes(each));
  });
}

/** Letters one by one: "t-w-e-l-v-e", "s e v e n". */
function spelledOut(sentence: string, secret: Secret): boolean {
  const runs = sentence.match(/(?<![\p{L}'])\p{L}(?:[\s\-.,·_/|]+\p{L}(?![\p{L}'])){2,}/gu) ?? [];
  return runs.some((run) => {
    const letters = squeezed(run);
    return (
      isName(letters, secret) ||
      isName(backwards(letters), secret) ||
      secret.texts.some((text) => letters.includes(text))
    );
  });
}

const DIGIT_TALK =
  /\b(?:digits?|starts? with|begins? with|ends? (?:with|in)|place|ones|tens|hundreds|figures?|followed by|next to|side by side|write|in a row)\b/i;

/** Digits one by one: "1 then 2", "a 4 followed by a 2", "one two". */
function digitByDigit(sentence: string, secret: Secret): boolean {
  const text = inSymbols(sentence);
  const wanted = secret.values.map(plainDigits).filter((digits) => digits.replace('.', '').length > 1);
  if (wanted.length === 0) return false;
  const tight = (text.match(/(?<![\d.])\d(?:(?:\s*[-–·_|]\s*|\s+)\d(?!\d|\.\d))+/g) ?? []).map((run) =>
    run.replace(/\D/g, ''),
  );
  const loose = (
    text.match(
      /(?<![\d.])\d(?:\s*(?:,|and|then|and then|,? ?followed by|next to|point|dot)\s*(?:an? |the |digit )*\d(?!\d|\.\d))+/gi,
    ) ?? []
  ).map((run) => run.replace(/point|dot/gi, '.').replace(/[^\d.]/g, ''));
  const all = DIGIT_TALK.test(text) ? [...loose, (text.match(/(?<![\d.])\d(?!\d|\.\d)/g) ?? []).join('')] : [];
  return [...tight, ...all].some((digits) =>
    wanted.some((each) => each === digits || each.replace('.', '') === digits),
  );
}

const REVERSE_TALK =
  /\b(?:backwards?|revers\w*|mirror\w*|flip\w*|turned? around|right to left|upside|swap\w*|other way (?:a)?round)\b/i;

function turnedAround(sentence: string, secret: Secret): boolean {
  if (!REVERSE_TALK.test(sentence)) return false;
  return numbersIn(inSymbols(sentence)).some((number) => {
    const turned = backwards(number.raw.replace(/[^\d.]/g, ''));
    return turned !== '' && secret.values.some((value) => plainDigits(value) === String(Number(turned)));
  });
}

const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

function fromRoman(text: string): number {
  const values = [...text].map((char) => ROMAN[char] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

function inOtherNumerals(sentence: string, secret: Secret): boolean {
  const roman = (sentence.match(/(?<![\p{L}\p{N}])[IVXLCDM]{1,9}(?![\p{L}\p{N}'])/gu) ?? [])
    .filter((token) => token.length > 1 || /\broman\b/i.test(sentence))
    .filter(
      (token) =>
        !new RegExp(
          `\\b(?:part|chapter|unit|step|act|war|type|phase|option|choice|answer|world war|louis|grade|level) ${token}\\b`,
          'i',
        ).test(sentence),
    )
    .map(fromRoman);
  const based = [
    ...(sentence.match(/\b0x[0-9a-f]+\b/gi) ?? []).map((token) => Number.parseInt(token.slice(2), 16)),
    ...(sentence.match(/\b0b[01]+\b/gi) ?? []).map((token) => Number.parseInt(token.slice(2), 2)),
    ...(/\bbinary\b/i.test(sentence)
      ? (sentence.match(/\b[01]{2,}\b/g) ?? []).map((token) => Number.parseInt(token, 2))
      : []),
    ...(/\bhex/i.test(sentence)
      ? (sentence.match(/\b[0-9a-f]+\b/gi) ?? []).map((token) => Number.parseInt(token, 16))
      : []),
  ];
  return [...roman, ...based].some((value) => secret.values.includes(value));
}

/** Whether a sentence holds the answer in a form that is meant to be undone: spelled out, turned around, encoded. */
export function disguised(sentence: string, secret: Secret): boolean {
  if (secret.values.length === 0 && secret.texts.length === 0) return false;
  return (
    behindLetters(sentence, secret) ||
    inLookalikes(sentence, secret) ||
    spelledOut(sentence, secret) ||
    inHebrew(sentence, secret.values) ||
    digitByDigit(sentence, secret) ||
    turnedAround(sentence, secret) ||
    inOtherNumerals(sentence, secret)
  );
}

/** The digits that are told as digits of a number ("the first digit is 1"), in order; for hints spread over sentences. */
export function toldDigits(sentence: string): string {
  const text = inSymbols(sentence);
  const bare = bareDigits(sentence);
  if (bare !== '') return bare;
  if (!/\b(?:digits?|ones|tens|hundreds|units?|place|fingers?)\b|ספרה/iu.test(text)) return '';
  return (text.match(/(?:\b(?:is|are|=|be|a|an|put|write|hold up|show)|:|היא)\s*(?:an? )?(\d)(?!\d|\.\d)/gi) ?? [])
    .map((hit) => hit.at(-1))
    .join('');
}
