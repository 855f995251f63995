import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maths as mathsInEnglish } from './en/maths.ts';
import { english } from './english.ts';
import { maths as mathsInHebrew } from './he/maths.ts';
import { hebrew } from './hebrew.ts';

/** What is the same in both languages, or has no Hebrew in it: names, numbers, nothing. */
const SAME = /^(|[1-4✓?]|iOS|Android|Windows|Chrome OS|JSON|CSV|GIFT \(Moodle\)|QTI 2\.1|OneRoster 1\.2)$/;
/** Hebrew pages name the other language as it names itself. */
const OTHERWISE = new Set(['common.login.otherLanguage']);

/** Every text of a catalogue by its path, and every function by its own. */
function walk(node: unknown, path = ''): [string, unknown][] {
  if (typeof node !== 'object' || node === null) return [[path, node]];
  return Object.entries(node).flatMap(([name, value]) => walk(value, path === '' ? name : `${path}.${name}`));
}

const [en, he] = [
  new Map(walk({ ...english, maths: mathsInEnglish })),
  new Map(walk({ ...hebrew, maths: mathsInHebrew })),
];

test('every text of the English pages is there in Hebrew, and no other', () => {
  assert.deepEqual([...he.keys()].sort(), [...en.keys()].sort());
});

test('what is said in Hebrew is Hebrew, and not the English text left standing', () => {
  const left = [...he].filter(
    ([path, text]) =>
      typeof text === 'string' &&
      !OTHERWISE.has(path) &&
      !SAME.test(text) &&
      (text === en.get(path) || !/\p{Script=Hebrew}/u.test(text)),
  );
  assert.deepEqual(left, []);
});

test('what depends on numbers and names is said in Hebrew as well', () => {
  const words = /[A-Za-z]{3,} [a-z]{2,}/;
  const left = [...he].filter(
    ([path, said]) =>
      typeof said === 'function' &&
      String(said) === String(en.get(path)) &&
      words.test(String(said).replace(/\$\{.*?\}/g, '')),
  );
  assert.deepEqual(
    left.map(([path]) => path),
    [],
  );
});

test('one and two of something have words of their own', () => {
  const { words, parent, desk } = hebrew;
  assert.deepEqual([1, 2, 5].map(words.minutes), ['דקה אחת', 'שתי דקות', '5 דקות']);
  assert.deepEqual([1, 2, 7].map(parent.weekSessions), ['במפגש אחד', 'בשני מפגשים', 'ב־7 מפגשים']);
  assert.equal(desk.did({ added: 2, linked: 1 }), '2 נוספו, הורה אחד קושר');
});

test('an error is told by its sentence, by its code, or as it is', () => {
  const { message } = hebrew.common.errors;
  assert.equal(
    message('login-failed', 'This username and password do not go together.'),
    'שם המשתמש והסיסמה לא מתאימים זה לזה.',
  );
  assert.equal(
    message('conflict', 'Another session ended just now. Please try again.'),
    'מפגש אחר הסתיים ממש עכשיו. נסו שוב.',
  );
  assert.equal(
    message('too-many', 'Too many requests. Please wait 7 seconds.'),
    'יותר מדי ניסיונות. המתינו 7 שניות ונסו שוב.',
  );
  assert.equal(message('never-heard-of', 'Something new.'), 'Something new.');
});
