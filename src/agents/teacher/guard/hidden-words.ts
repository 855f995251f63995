import { decoded } from './decode.ts';

/** Letters of other scripts that are drawn like Latin ones. */
const LOOK_LIKE: Record<string, string> = Object.fromEntries(
  [...'аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsԁdɡgոnυuνvοoαaρpκkιiτtεeηnωw'].flatMap((char, at, all) =>
    at % 2 === 0 ? [[char, all[at + 1] ?? '']] : [],
  ),
);
const OTHER_SCRIPT = /[\u0370-\u058f\u0261]/u;

/** Small letters and digits only, accents gone, look-alikes of other scripts taken for what they look like where both are mixed. */
export function folded(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\p{L}]+/gu, (word) =>
      OTHER_SCRIPT.test(word) && [...word].every((char) => /[a-z]/.test(char) || char in LOOK_LIKE)
        ? [...word].map((char) => LOOK_LIKE[char] ?? char).join('')
        : word,
    );
  return plain.replace(/[^\p{L}\p{N}]+/gu, '');
}

const backwards = (text: string): string => [...text].toReversed().join('');

/** A way to hide letters in a text: reads them out of it, and says how many of a word in a row are too many. */
interface Hiding {
  read(text: string): string;
  tooMany(word: string): number;
  shortest: number;
}

const ALONE = /(?<![\p{L}\p{N}'])\p{L}(?![\p{L}\p{N}'])/gu;
const firsts = (parts: readonly string[]): string => parts.map((part) => /\p{L}/u.exec(part)?.[0] ?? '').join('');

const HIDINGS: readonly Hiding[] = [
  // Letters that stand alone: "p h o t o", "Letter 1 is P."
  { read: (text) => (text.match(ALONE) ?? []).join(''), tooMany: () => 3, shortest: 3 },
  // First letters of lines, of sentences, of words.
  { read: (text) => firsts(text.split(/\n+/)), tooMany: () => 4, shortest: 4 },
  { read: (text) => firsts(text.split(/\n+|[.!?:]+\s+/)), tooMany: () => 4, shortest: 4 },
  { read: (text) => firsts(text.split(/\s+/)), tooMany: (word) => Math.max(5, word.length * 0.7), shortest: 5 },
  {
    read: (text) => (text.match(/\p{Lu}/gu) ?? []).join(''),
    tooMany: (word) => Math.max(4, word.length * 0.5),
    shortest: 4,
  },
];

/** Whether a word, from its beginning, goes on in `now` after what was read `before`. */
function goesOn(before: string, now: string, word: string, tooMany: number): boolean {
  const least = Math.min(word.length, Math.ceil(tooMany));
  const tail = before.slice(-word.length);
  const all = tail + now;
  for (let at = all.indexOf(word.slice(0, least)); at >= 0; at = all.indexOf(word.slice(0, least), at + 1)) {
    let end = at + least;
    while (end < all.length && end - at < word.length && all[end] === word[end - at]) end += 1;
    if (end > tail.length) return true;
  }
  return false;
}

function inLetters(heard: string, sentence: string, word: string): boolean {
  return HIDINGS.some(({ read, tooMany, shortest }) => {
    if (word.length < shortest) return false;
    const now = folded(read(sentence));
    if (now === '') return false;
    const before = folded(read(heard));
    const most = tooMany(word);
    return goesOn(before, now, word, most) || goesOn(before, now, backwards(word), Math.max(most, 4));
  });
}

const A = 97;
const shifted = (text: string, by: number): string =>
  text.replace(/[a-z]/g, (char) => String.fromCharCode(((char.charCodeAt(0) - A + by) % 26) + A));
const mirrored = (text: string): string =>
  text.replace(/[a-z]/g, (char) => String.fromCharCode(2 * A + 25 - char.charCodeAt(0)));

const SHORTEST_CIPHER = 5;

/** Every letter moved on by the same number of places, or the alphabet turned round. */
function inCipher(flat: string, word: string): boolean {
  if (word.length < SHORTEST_CIPHER || !/^[a-z]+$/.test(word)) return false;
  if (flat.includes(mirrored(word)) || flat.includes(backwards(word))) return true;
  return Array.from({ length: 25 }, (_, by) => shifted(word, by + 1)).some((each) => flat.includes(each));
}

const KNOWN_SHARE = 0.5;
const ENDS = /\b(?:begin|start)s? (?:with|in)\W+(\p{L}{2,})\b[^.!?]*?\bends? (?:with|in|on)\W+(\p{L}{2,})/giu;

/** "It begins with osmo and ends with sis": most of the word. */
function byEnds(sentence: string, word: string): boolean {
  return [...sentence.toLowerCase().matchAll(ENDS)].some(
    ([, head = '', tail = '']) =>
      word.startsWith(head) && word.endsWith(tail) && (head.length + tail.length) / word.length > KNOWN_SHARE,
  );
}

/** "ph_t_synth_s_s": the word with gaps of which less than half is missing; "photosynth": most of it. */
function inPart(sentence: string, word: string, isKnown: (token: string) => boolean): boolean {
  const tokens = sentence.toLowerCase().match(/[\p{L}_*•?-]{4,}/gu) ?? [];
  return tokens.some((token) => {
    if (token.length === word.length && /[_*•?-]/.test(token)) {
      const letters = [...token].filter((char) => !/[_*•?-]/.test(char)).length;
      const fits = [...token].every((char, at) => /[_*•?-]/.test(char) || char === word[at]);
      if (fits && letters / word.length > KNOWN_SHARE) return true;
    }
    const long = token.length >= Math.max(5, word.length * 0.6) && token.length < word.length - 1;
    return long && word.startsWith(token) && !isKnown(token);
  });
}

/** Written with letters of another script that only look like its own. */
function drawn(sentence: string, word: string): boolean {
  const tokens = sentence.split(/\s+/).filter((token) => OTHER_SCRIPT.test(token) && !OTHER_SCRIPT.test(folded(token)));
  const joined = tokens.map(folded).join('');
  return tokens.some((token) => folded(token) === word) || (word.length > 4 && joined.includes(word));
}

/** Dots and dashes, or groups of dots, and nothing else. */
export function isMorse(text: string): boolean {
  if (!/^[\s.\-–—•·−_/|]{3,}$/.test(text)) return false;
  return (/[.•·]/.test(text) && /[-–—−_]/.test(text)) || /[.•·]+(?:\s+[.•·]+)/.test(text);
}

/** What is looked for, in small letters without blanks. */
export interface HiddenWords {
  words: readonly string[];
  /** Names of numbers: a part of one is another number. */
  names: readonly string[];
}

/**
 * Whether a sentence, after what was heard before it in this turn, hides one of these words: letter by
 * letter, as first letters or capitals, moved in the alphabet, encoded, with gaps. `isKnown` tells what the pupil can read anyway.
 */
export function hidesWord(
  heard: string,
  sentence: string,
  { words, names }: HiddenWords,
  isKnown: (token: string) => boolean,
): boolean {
  const hidden = [...words, ...names];
  if (hidden.length === 0) return false;
  const flat = folded(sentence);
  const codes = decoded(sentence).map(folded);
  return hidden.some(
    (word) =>
      codes.some((code) => (word.length > 3 ? code.includes(word) || code.includes(backwards(word)) : code === word)) ||
      drawn(sentence, word) ||
      byEnds(sentence, word) ||
      inLetters(heard, sentence, word) ||
      inCipher(flat, word) ||
      (!names.includes(word) && inPart(sentence, word, isKnown)),
  );
}
