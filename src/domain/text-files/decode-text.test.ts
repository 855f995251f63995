import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText } from './decode-text.ts';

/** Letters of Hebrew with their points as Windows-1255 has them. */
const windows1255 = (text: string): Buffer =>
  Buffer.from(
    [...text].map((sign) => {
      const code = sign.charCodeAt(0);
      if (code >= 0x5d0 && code <= 0x5ea) return code - 0x5d0 + 0xe0;
      return code >= 0x5b0 && code <= 0x5b9 ? code - 0x5b0 + 0xc0 : code;
    }),
  );
/** Letters of Russian as Windows-1251 has them. */
const windows1251 = (text: string): Buffer =>
  Buffer.from(
    [...text].map((sign) => (sign >= 'А' && sign <= 'я' ? sign.charCodeAt(0) - 0x410 + 0xc0 : sign.charCodeAt(0))),
  );

test('Hebrew in Windows-1255 is read: names, words with points, a word of English among them', () => {
  for (const text of [
    'id,שם\n1,נועה',
    'unit,question\nx,כַּמָּה זֶה'.replaceAll('\u05bc', ''),
    'שלום לכולם, הנה קובץ של הCSV שלי, תודה רבה',
  ]) {
    assert.deepEqual(decodeText(windows1255(text)), { text, encoding: 'Windows-1255' });
  }
});

test('files of Western and Cyrillic code pages are refused, and never become Hebrew', () => {
  const foreign: [string, Buffer][] = [
    ['Spanish names', Buffer.from('id,name\n1,José\n2,Núñez\n3,Inés', 'latin1')],
    ['French words', Buffer.from('question\ncafé déjà là', 'latin1')],
    ['German words', Buffer.from('question\nWie groß ist die Fläche?', 'latin1')],
    ['Russian names', windows1251('id,name\n1,Иванов\n2,Петров\n3,Сидоров')],
    ['a price', Buffer.from('price\n£5', 'latin1')],
  ];
  for (const [what, bytes] of foreign) {
    const read = decodeText(bytes);
    assert.ok('refused' in read, `${what}: ${JSON.stringify(read)}`);
    assert.match(read.refused, /allowed are UTF-8, UTF-16 and Windows-1255 \(Hebrew\)/);
  }
});

test('UTF-16 without a mark is read although most of its letters are no ASCII', () => {
  const text = 'unit,question,answer\nחיבור,כמה הם שלוש ועוד ארבע ועוד חמש ועוד שש?,18\n';
  const little = Buffer.from(text, 'utf16le');
  assert.deepEqual(decodeText(little), { text, encoding: 'UTF-16' });
  assert.deepEqual(decodeText(Buffer.from(little).swap16()), { text, encoding: 'UTF-16' });
});

test('the first byte that is no letter is found, wherever it stands', () => {
  for (const [bytes, at] of [
    [Buffer.from('abc\xfcde', 'latin1'), 3],
    [Buffer.concat([Buffer.from('é'.repeat(50_001)), Buffer.from([0xfc]), Buffer.from('€'.repeat(9))]), 100_002],
    [Buffer.from([0x61, 0xc3, 0xa9, 0xe2, 0x82]), 3],
    [Buffer.from([0x61, 0xe2, 0x82, 0x61]), 1],
    [Buffer.from('unit\nAdding,caf\xe9?,2\n', 'latin1'), 15],
    [Buffer.from('M\xfcller', 'latin1'), 1],
    [Buffer.from('abcdefghij\0klm'), 10],
  ] as const) {
    const read = decodeText(bytes);
    assert.ok('refused' in read);
    assert.equal(read.at, at);
  }
});
