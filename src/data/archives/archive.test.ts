import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { makeZip, type ZipEntry, zipOf } from '../../../test/support/make-zip.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import { ARCHIVE_LIMITS, type ArchiveLimits, isArchive, openArchive } from './archive.ts';

const refused = (zip: Uint8Array, message: RegExp, limits?: ArchiveLimits) =>
  assert.rejects(openArchive(zip, limits), (error: unknown) => {
    assert.ok(error instanceof AppError, String(error));
    assert.equal(error.code, 'bad-archive');
    assert.match(error.message, message);
    return true;
  });

test('files come out as they went in, and folders are not listed', async () => {
  const archive = await openArchive(
    makeZip([
      { name: 'people/' },
      { name: 'people/users.csv', bytes: 'a,b\n' },
      { name: 'מורה.xml', bytes: '<a/>', method: 0 },
    ]),
  );
  assert.deepEqual(archive.names, ['people/users.csv', 'מורה.xml']);
  assert.equal(String(await archive.read('people/users.csv')), 'a,b\n');
  assert.equal(String(await archive.read('מורה.xml')), '<a/>');
  assert.equal(archive.sizeOf('people/users.csv'), 4);
  assert.equal(archive.has('people'), false);
  await assert.rejects(archive.read('people/classes.csv'), /does not hold "people\/classes.csv"/);
});

test('an empty archive, one with a comment, and what only looks like one', async () => {
  assert.deepEqual((await openArchive(makeZip([]))).names, []);
  assert.deepEqual((await openArchive(makeZip([{ name: 'a' }], { comment: 'made by a school' }))).names, ['a']);
  assert.equal(isArchive(zipOf({ a: '' })), true);
  assert.equal(isArchive(makeZip([])), true);
  assert.equal(isArchive(Buffer.from('PK is a pair of letters')), false);
  await refused(Buffer.from('PK is a pair of letters'), /no zip archive/);
  await refused(Buffer.alloc(0), /no zip archive/);
});

const names: [string, RegExp][] = [
  ['../evil.xml', /lead out/],
  ['a/../../evil.xml', /lead out/],
  ['/etc/passwd', /root/],
  ['C:/evil.xml', /drive/],
  ['c:evil.xml', /drive/],
  ['a\\evil.xml', /backslash/],
  ['..\\evil.xml', /backslash/],
  ['a//b', /empty part/],
  ['a/./b', /empty part/],
  ['', /needs a name/],
  ['a\u0000.xml', /control/],
  ['a/'.repeat(40), /32 folders/],
  ['a'.repeat(600), /500 characters/],
];
for (const [name, message] of names) {
  test(`the name ${JSON.stringify(name.slice(0, 30))} is refused`, () =>
    refused(zipOf({ 'ok.xml': '', [name]: '' }), message));
}

const entries: [string, ZipEntry[], RegExp][] = [
  ['a link', [{ name: 'a', bytes: '/etc/passwd', mode: 0o120777 }], /link or a device/],
  ['a pipe', [{ name: 'a', mode: 0o010644 }], /link or a device/],
  ['a password', [{ name: 'a', bytes: 'x', flags: 1 }], /password/],
  ['an unknown method', [{ name: 'a', bytes: 'x', method: 12 }], /method 12/],
  ['a name twice', [{ name: 'a' }, { name: 'a' }], /"a" twice/],
  ['a file and a folder of one name', [{ name: 'a' }, { name: 'a/' }], /twice/],
  ['one name in two forms of Unicode', [{ name: 'caf\u00e9' }, { name: 'cafe\u0301' }], /twice/],
  ['a folder with bytes', [{ name: 'a/', bytes: 'x' }], /folder that holds bytes/],
  ['two names for one entry', [{ name: 'a', localName: 'b', bytes: 'x' }], /two names/],
  ['an entry outside the archive', [{ name: 'a', claims: { offset: 1_000_000 } }], /not where its list says/],
  ['a claim to bytes of the directory', [{ name: 'a', bytes: 'x', claims: { packedSize: 90 } }], /overlap/],
];
for (const [title, list, message] of entries) {
  test(`refused by name: ${title}`, () => refused(makeZip(list), message));
}

test('entries that share their bytes are refused before any is unpacked', async () => {
  const kernel = deflateRawSync(Buffer.alloc(900_000));
  const bomb = makeZip([
    { name: 'a', bytes: Buffer.alloc(900_000), packed: kernel },
    { name: 'a2', localName: 'a2', bytes: Buffer.alloc(900_000), packed: kernel },
  ]);
  assert.equal((await openArchive(bomb)).names.length, 2);
  const inner = makeZip([{ name: 'b', bytes: 'inside' }]).subarray(0, 39);
  const shared = makeZip([
    { name: 'a', packed: inner, method: 0, bytes: inner },
    { name: 'b', bytes: 'inside', claims: { offset: 31 } },
  ]);
  await refused(shared, /overlap/);
});

test('an archive whose end counts fewer entries than its list holds is refused', () =>
  refused(makeZip([{ name: 'a' }, { name: 'b' }], { count: 1 }), /hides some/));

test('sizes and counts past the limits are refused, and those at the limits are taken', async () => {
  const limits = { ...ARCHIVE_LIMITS, archive: 1000, entries: 2, entry: 100, all: 150 };
  await refused(Buffer.alloc(1001), /larger than 1 kB/, limits);
  await refused(zipOf({ a: '', b: '', c: '' }), /3 entries; allowed are 2/, limits);
  await refused(zipOf({ a: 'x'.repeat(101) }), /"a" in the archive is larger/, limits);
  await refused(zipOf({ a: 'x'.repeat(100), b: 'x'.repeat(51) }), /What the archive holds is larger/, limits);
  assert.equal((await openArchive(zipOf({ a: 'x'.repeat(100), b: 'x'.repeat(50) }), limits)).names.length, 2);
});

test('a bomb that owns up to its size is refused by its ratio', () =>
  refused(zipOf({ 'bomb.xml': Buffer.alloc(20 * 1024 * 1024) }), /200 times its size/));

test('a bomb that lies about its size is stopped while it unpacks, and one that claims more than it has too', async () => {
  const packed = deflateRawSync(Buffer.alloc(60 * 1024 * 1024));
  const bomb = await openArchive(makeZip([{ name: 'bomb', packed, claims: { size: 1000 } }]));
  const before = process.memoryUsage().rss;
  await assert.rejects(bomb.read('bomb'), /"bomb" in the archive is damaged/);
  assert.ok(process.memoryUsage().rss - before < 32 * 1024 * 1024);
  const hollow = await openArchive(makeZip([{ name: 'a', bytes: 'x', claims: { size: 1000 } }]));
  await assert.rejects(hollow.read('a'), /damaged/);
});

test('an archive in an archive stays closed: its bytes are bytes', async () => {
  const inner = zipOf({ '../evil.xml': 'x' });
  const outer = await openArchive(zipOf({ 'inner.zip': inner }));
  assert.deepEqual(outer.names, ['inner.zip']);
  assert.deepEqual(await outer.read('inner.zip'), inner);
});

test('a changed byte of a file is found by its checksum', async () => {
  const zip = makeZip([{ name: 'a', bytes: 'a text', method: 0 }]);
  zip[33] = 0x21;
  const archive = await openArchive(zip);
  await assert.rejects(archive.read('a'), /checksum/);
});

test('an archive that is cut off anywhere is refused', async () => {
  const zip = zipOf({ 'a.xml': 'some text', 'b.xml': 'more text' });
  for (let length = 0; length < zip.length; length += 1) {
    await assert.rejects(openArchive(zip.subarray(0, length)), { code: 'bad-archive' }, `${length} bytes`);
  }
});

test('whatever bytes are changed, an archive is read or refused by name, never anything else', async () => {
  const zip = makeZip([
    { name: 'a.xml', bytes: 'some text '.repeat(20) },
    { name: 'b/' },
    { name: 'b/c', bytes: 'c', method: 0 },
  ]);
  const changes = fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(changes, async (list) => {
      const changed = Buffer.from(zip);
      for (const [at, byte] of list) changed[at] = byte;
      try {
        const archive = await openArchive(changed);
        for (const name of archive.names) await archive.read(name);
      } catch (error) {
        assert.ok(error instanceof AppError && error.code === 'bad-archive', String(error));
      }
    }),
    { numRuns: 500 },
  );
});
