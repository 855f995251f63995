import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { startTestApp } from '../support/app.ts';
import { login } from '../support/client.ts';
import { databaseTest } from '../support/databases.ts';
import { smallSchool } from '../support/factory.ts';
import { FORM_TYPE, formData } from '../support/form-data.ts';
import { makeZip, type ZipEntry, zipOf } from '../support/make-zip.ts';
import { choices2, declared, item1, item2, manifest, resource, v1 } from '../support/qti-files.ts';

const MB = 1024 * 1024;
/** What one file may take to be refused, in ms, however little of the machine is left for it. */
const SLOWEST = 20_000;
const SUBJECT = { subject: 'math', grade: '9th', course: 'Hostile', licence: 'CC0' };

const quiz = (body = item1()) =>
  v1(`<assessment ident="a" title="Quiz"><section ident="s">${body}</section></assessment>`);
const package_ = (entries: Record<string, string | Uint8Array>) =>
  zipOf({ 'imsmanifest.xml': manifest({ resources: resource('r', 'quiz.xml') }), ...entries });
const withEntry = (entry: ZipEntry) => makeZip([{ name: 'quiz.xml', bytes: quiz() }, entry]);
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const utf32 = (text: string) => {
  const points = [0xfeff, ...[...text].map((letter) => letter.codePointAt(0) ?? 0)];
  const bytes = Buffer.alloc(points.length * 4);
  for (const [index, point] of points.entries()) bytes.writeUInt32LE(point, index * 4);
  return bytes;
};
/** "לל" and the like in the code page of Hebrew Windows. */
const windows1255 = (text: string) =>
  Buffer.from(
    [...text].map((letter) => (/[א-ת]/.test(letter) ? letter.charCodeAt(0) - 0x5d0 + 0xe0 : letter.charCodeAt(0))),
  );

const LAUGHS = `<!DOCTYPE m [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${'bcdefghij'[n]} "${`&${'abcdefghi'[n]};`.repeat(10)}">`).join('')}]>`;
const declaring = (xml: string) => xml.replace(/^(<\?xml[^>]*\?>)/, `$1${LAUGHS}`);

/** An archive that says in its ZIP64 fields that an entry is another size. */
function zip64Lie(): Buffer {
  const honest = zipOf({ 'quiz.xml': quiz() });
  const at = honest.readUInt32LE(honest.length - 6);
  const bytes = Buffer.from(honest);
  bytes.writeUInt32LE(0xffffffff, at + 24);
  bytes.writeUInt32LE(0xffffffff, at + 42);
  return bytes;
}

interface Attack {
  name: string;
  bytes: Uint8Array;
  format?: string;
  /** What the page says. */
  says: RegExp;
  /** It can be brought in: what is dangerous of it is left out or read as what it is. */
  taken?: true;
}

const ATTACKS: Record<string, Attack> = {
  'an archive inside an archive inside an archive': {
    name: 'nested.zip',
    bytes: zipOf({ 'inner.zip': zipOf({ 'deep.zip': zipOf({ 'quiz.xml': quiz() }) }) }),
    format: 'qti',
    says: /inner\.zip: it is an archive in the archive; unpack it and send it by itself/,
  },
  'a bomb behind a manifest': {
    name: 'bomb.zip',
    bytes: makeZip([
      { name: 'imsmanifest.xml', bytes: manifest({ resources: '' }) },
      { name: 'quiz.xml', bytes: Buffer.alloc(30 * MB, 32) },
    ]),
    format: 'qti',
    says: /unpacks to more than 200 times its size, like a bomb/,
  },
  'many entries that are no bombs alone': {
    name: 'many.zip',
    bytes: makeZip(
      Array.from({ length: 9 }, (_, n) => ({
        name: `q${n}.xml`,
        packed: Buffer.alloc(200_000),
        claims: { size: 31 * MB, packedSize: 200_000 },
      })),
    ),
    format: 'qti',
    says: /larger than 256 MB when unpacked/,
  },
  'sizes that lie in ZIP64': { name: 'lie.zip', bytes: zip64Lie(), format: 'qti', says: /damaged|cut off/ },
  'an entry that grows past what it claims': {
    name: 'grows.zip',
    bytes: makeZip([{ name: 'quiz.xml', bytes: Buffer.alloc(3 * MB, 65), claims: { size: 100 } }]),
    format: 'qti',
    says: /is damaged/,
  },
  'two entries on the same bytes': {
    name: 'overlap.zip',
    bytes: makeZip([
      { name: 'a.xml', bytes: quiz() },
      { name: 'b.xml', bytes: quiz(), claims: { offset: 0 } },
    ]),
    format: 'qti',
    says: /overlap|two names/,
  },
  'a link to the passwords': {
    name: 'link.zip',
    bytes: withEntry({ name: 'secret.xml', bytes: '/etc/passwd', mode: 0o120777 }),
    format: 'qti',
    says: /is a link or a device/,
  },
  'one name twice': {
    name: 'twice.zip',
    bytes: withEntry({ name: 'quiz.xml', bytes: 'other' }),
    format: 'qti',
    says: /&quot;quiz\.xml&quot; twice|"quiz\.xml" twice/,
  },
  'one name twice, composed and decomposed': {
    name: 'twice.zip',
    bytes: makeZip([
      { name: 'é.xml', bytes: quiz() },
      { name: 'e\u0301.xml', bytes: quiz() },
    ]),
    format: 'qti',
    says: /twice/,
  },
  'a way out of the archive': {
    name: 'out.zip',
    bytes: withEntry({ name: 'a/../../out.xml' }),
    format: 'qti',
    says: /may not lead out of the archive/,
  },
  'a way out with backslashes': {
    name: 'out.zip',
    bytes: withEntry({ name: '..\\out.xml' }),
    format: 'qti',
    says: /no backslash/,
  },
  'a name of a device': {
    name: 'drive.zip',
    bytes: withEntry({ name: 'C:/out.xml' }),
    format: 'qti',
    says: /begin with a drive/,
  },
  'a picture outside of the package': {
    name: 'picture.zip',
    bytes: package_({ 'quiz.xml': quiz(item1({ text: '<img src="../../../../etc/passwd" alt="x"/> Which?' })) }),
    format: 'qti',
    says: /its picture \.\.\/\.\.\/\.\.\/\.\.\/etc\/passwd is not in the package/,
  },
  'entities in the manifest': {
    name: 'laughs.zip',
    bytes: zipOf({
      'imsmanifest.xml': declaring(manifest({ resources: resource('r', 'quiz.xml') })),
      'quiz.xml': quiz(),
    }),
    format: 'qti',
    says: /imsmanifest\.xml[\s\S]*declares entities of its own/,
    taken: true,
  },
  'entities in a question': {
    name: 'laughs.xml',
    bytes: Buffer.from(declaring(quiz(item1({ text: '&j;' })))),
    format: 'qti',
    says: /declares entities of its own/,
  },
  'entities in UTF-16': {
    name: 'laughs16.xml',
    bytes: utf16(declaring(quiz()).replace('UTF-8', 'UTF-16')),
    format: 'qti',
    says: /declares entities of its own/,
  },
  'entities from elsewhere': {
    name: 'external.xml',
    bytes: Buffer.from(
      quiz().replace(
        '?>',
        '?><!DOCTYPE q SYSTEM "http://127.0.0.1:1/x.dtd" [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
      ),
    ),
    format: 'qti',
    says: /declares entities of its own/,
  },
  'an attribute without end': {
    name: 'attribute.xml',
    bytes: Buffer.from(
      item2(declared(['a']), choices2({ a: '1', b: '2' }), '', `identifier="i" title="${'t'.repeat(3 * MB)}"`),
    ),
    format: 'qti',
    says: /an attribute of 3145728 characters; allowed are 100000/,
  },
  'elements without end': {
    name: 'deep.xml',
    bytes: Buffer.from(v1('<section>'.repeat(100_000))),
    format: 'qti',
    says: /nested more than 100 deep/,
  },
  'a table with zeros': {
    name: 'zero.csv',
    bytes: Buffer.from('unit,question,answer\nA,Wh\0at?,1\n'),
    format: 'csv',
    says: /zero bytes/,
  },
  'ten million columns': {
    name: 'wide.csv',
    bytes: Buffer.from(`unit,question,answer${','.repeat(7 * MB)}\nA,b,1\n`),
    format: 'csv',
    says: /line 1: the row has 7340035 cells; a table may have 1000 columns/,
  },
  'two thousand columns': {
    name: 'wide.csv',
    bytes: Buffer.from(`unit,question,answer${',x'.repeat(2000)}\nA,b,1\n`),
    format: 'csv',
    says: /line 1: it has 2003 columns; allowed are 1000/,
  },
  'a quotation mark that never closes': {
    name: 'quote.csv',
    bytes: Buffer.from(`unit,question,answer\nA,"${'b,1\n'.repeat(MB)}`),
    format: 'csv',
    says: /never closes|longer than/,
  },
  'halves of characters': {
    name: 'half.json',
    bytes: Buffer.from(
      JSON.stringify({
        format: 'allamda-curriculum',
        version: 1,
        courses: [
          {
            name: 'H',
            subject: 'math',
            gradeLevel: '9th',
            units: [
              {
                name: 'U',
                problems: [
                  { key: 'k', steps: [{ use: 'for study', level: 2, kind: 'number', question: 'X?', answer: '1' }] },
                ],
              },
            ],
          },
        ],
      }).replace('X?', 'Half \\ud83d?'),
    ),
    format: 'json',
    says: /line 1, column \d+: read &quot;\\ud83d&quot;; this is half of a character|read &quot;\\\\ud83d&quot;; this is half of a character/,
  },
  'Hebrew of Windows': {
    name: 'hebrew.csv',
    bytes: windows1255('unit,question,answer\nאלגברה,כמה הם 2 ועוד 2,4\n'),
    format: 'csv',
    says: /כמה הם 2 ועוד 2[\s\S]*it was read as Windows-1255/,
    taken: true,
  },
  'Hebrew of Windows in GIFT': {
    name: 'hebrew.gift',
    bytes: windows1255('כמה הם 2 ועוד 2 {#4}'),
    format: 'gift',
    says: /כמה הם 2 ועוד 2[\s\S]*it was read as Windows-1255/,
    taken: true,
  },
  'UTF-32': { name: 'wide.csv', bytes: utf32('unit,question,answer\nA,b?,1\n'), format: 'csv', says: /UTF-32/ },
  'UTF-32 in JSON': {
    name: 'wide.json',
    bytes: utf32('{"format":"allamda-curriculum"}'),
    format: 'json',
    says: /UTF-8|UTF-32/,
  },
  'UTF-16 in JSON, which is read': {
    name: 'wide.json',
    bytes: utf16('{"format":"allamda-curriculum"}'),
    format: 'json',
    says: /courses: it is missing; needed is a list/,
  },
  'JSON without end': {
    name: 'deep.json',
    bytes: Buffer.from(`{"courses":${'['.repeat(2_000_000)}`),
    format: 'json',
    says: /no JSON|nested/,
  },
  'a prototype in JSON': {
    name: 'proto.json',
    bytes: Buffer.from('{"format":"allamda-curriculum","version":1,"__proto__":{"courses":[]},"constructor":1}'),
    format: 'json',
    says: /courses: it is missing; needed is a list/,
  },
  'braces without end in GIFT': {
    name: 'deep.gift',
    bytes: Buffer.from(`Q ${'{'.repeat(200_000)}`),
    format: 'gift',
    says: /allowed are 16000/,
  },
};

async function open(t: TestContext, db: DatabaseManager) {
  const { make } = await smallSchool(db);
  await make.supervisor('yossi', 'math', 'north');
  const app = await startTestApp(t, db);
  const yossi = await login(app, 'yossi');
  const rows = async () =>
    Promise.all(
      (['courses', 'problems', 'qas', 'figures', 'curriculum_uploads', 'curriculum_publications'] as const).map(
        async (table) =>
          Number(
            (
              await db
                .handle()
                .selectFrom(table)
                .select(({ fn }) => fn.countAll().as('rows'))
                .executeTakeFirstOrThrow()
            ).rows,
          ),
      ),
    );
  return { yossi, rows };
}

databaseTest(
  'whatever a file tries, the page says what is wrong with it, and nothing is left behind',
  async (db, t) => {
    const { yossi, rows } = await open(t, db);
    const before = await rows();
    for (const [what, { name, bytes, format = '', says, taken }] of Object.entries(ATTACKS)) {
      const began = performance.now();
      const sent = await yossi.send('/region/curriculum/import', {
        method: 'POST',
        bytes: formData({ name, text: bytes, fields: { ...SUBJECT, format } }),
        headers: { 'content-type': FORM_TYPE },
      });
      let text = sent.text;
      if (taken) {
        assert.equal(sent.status, 303, `${what}: ${text.slice(0, 3000)}`);
        const place = String(sent.headers.location);
        text = (await yossi.get(place)).text;
        await yossi.send(`${place}/cancel`, {
          method: 'POST',
          body: '',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        });
      } else assert.equal(sent.status, 400, what);
      const refusal = /class="as-written"[^>]*>([\s\S]*?)<\/p>/.exec(text)?.[1] ?? text;
      assert.match(refusal, says, `${what}: ${refusal.slice(0, 600)}`);
      assert.ok(performance.now() - began < SLOWEST, `${what}: ${Math.round(performance.now() - began)} ms`);
      assert.deepEqual(await rows(), before, what);
    }
  },
);
