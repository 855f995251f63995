/**
 * Makes a message comparable: what children do to words to hide them, to hurry or by mistake is undone, as far as it can be
 * without a dictionary. The result is lower case, with single spaces, without apostrophes and marks, drawn-out letters single;
 * the end of a sentence is a dot of its own.
 */
export function plainWords(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/\p{L}/gu, (letter) => LOOKALIKES[letter] ?? letter)
    .replace(/['’‘`´׳"״”“]/g, '')
    .replace(/[^\s]+/g, unmask);
  return squeeze(
    joinSpelledOut(words)
      .replace(/[.!?;:\n]+/g, ' . ')
      .replace(/[^\p{L}\p{N}.]+/gu, ' ')
      .replace(/[^ ]+/g, repair)
      .replace(/ +/g, ' ')
      .replace(/\b(my|him|her|any) (self|more)\b/g, '$1$2')
      .trim(),
  );
}

/**
 * Doubled Latin letters become one ("kill" and "kiiil" are both "kil"), and three or more of any other script; the Hebrew letters
 * that have a form of their own at a word's end get their common form. What is compared with the result is squeezed as well.
 */
export function squeeze(text: string): string {
  return text
    .replace(/[ךםןףץ]/g, (letter) => 'כמנפצ'['ךםןףץ'.indexOf(letter)] ?? letter)
    .replace(/([a-z])\1+/g, '$1')
    .replace(/(\p{L})\1{2,}/gu, '$1');
}

/** Letters of other alphabets that look like Latin ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ԁ: 'd',
  κ: 'k',
  ο: 'o',
  α: 'a',
  ι: 'i',
};

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'i',
};

/** What a word with stars in it ("k*ll") may stand for. */
const STARRED = ['kill', 'killing', 'die', 'dead', 'suicide', 'suicidal', 'murder', 'rape', 'raped', 'hang', 'stab'];

/** "k1ll", "$uicide", "d!e", "k*ll". A word without letters, and digits beside it ("5cm"), stay as they are. */
function unmask(word: string): string {
  const starred = /^[a-z]+[*#]+[a-z]+[.!?,]*$/.test(word) ? STARRED.find((known) => fits(word, known)) : undefined;
  if (starred) return starred;
  if (!/^[$@]?[\p{L}]/u.test(word) && !/^[135][a-z]{3}/.test(word)) return word;
  return word
    .replace(/11(?=\p{L}|$)/gu, 'll')
    .replace(/(?<=\p{L})[013457@$!|]+(?=\p{L})|^[$@135](?=\p{L}{3})/gu, (marks) =>
      [...marks].map((mark) => LEET[mark] ?? mark).join(''),
    );
}

function fits(word: string, known: string): boolean {
  const bare = word.replace(/[.!?,]+$/, '');
  return (
    bare.length === known.length && [...bare].every((mark, at) => mark === '*' || mark === '#' || mark === known[at])
  );
}

/** "k i l l  m y s e l f", "s.u.i.c.i.d.e": three or more single letters in a row are one word. */
function joinSpelledOut(text: string): string {
  return text.replace(/(?<!\p{L})\p{L}(?:[ .\-_*]{1,2}\p{L}(?!\p{L})){2,}(?:\.(?= ))?/gu, (run) =>
    run.replace(/[ .\-_*]/g, ''),
  );
}

/** Words whose misspellings are read as them: long enough that no other English word is one slip away. */
const REPAIRED = ['suicide', 'suicidal', 'myself', 'anymore', 'overdose', 'worthless', 'killing', 'nobody', 'existing'];

function repair(word: string): string {
  if (!/^[a-z]{5,10}$/.test(word)) return word;
  return REPAIRED.find((known) => known[0] === word[0] && oneSlip(word, known)) ?? word;
}

/** Whether one letter is wrong, missing or too many, or two neighbours are swapped. */
function oneSlip(word: string, known: string): boolean {
  let from = 0;
  while (from < word.length && word[from] === known[from]) from += 1;
  const rest = word.slice(from);
  const wanted = known.slice(from);
  return (
    rest.slice(1) === wanted.slice(1) ||
    rest === wanted.slice(1) ||
    rest.slice(1) === wanted ||
    (rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2))
  );
}
