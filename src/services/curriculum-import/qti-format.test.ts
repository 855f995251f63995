import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { before, type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { databaseTest } from '../../../test/support/databases.ts';
import { zipOf } from '../../../test/support/make-zip.ts';
import { PNG } from '../../../test/support/oatutor-folder.ts';
import { sizedPng } from '../../../test/support/png.ts';
import {
  choices2,
  declared,
  equals,
  item1,
  item2,
  manifest,
  resource,
  scores,
  typed1,
  v1,
} from '../../../test/support/qti-files.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import { createAnswerChecker } from '../../domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../domain/tutoring/answer-checking/math-engine.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import { createCurriculumImport } from './create-curriculum-import.ts';
import type { ImportSource, ReadOptions } from './import-format.ts';
import { importSource } from './import-source.ts';
import { CARTRIDGE, QTI } from './qti-format.ts';

const clock = { now: () => Date.UTC(2026, 8, 1) };
let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

const zip = (files: Record<string, string | Uint8Array>, fileName = 'numbers.zip'): ImportSource => ({
  kind: 'file',
  fileName,
  bytes: zipOf(files),
});
const file = (text: string, fileName = 'quiz.xml'): ImportSource => ({
  kind: 'file',
  fileName,
  bytes: Buffer.from(text),
});
const read = (source: ImportSource, options: Partial<ReadOptions> = {}) =>
  QTI.read(source, { checker, subject: 'math', gradeLevel: '7th', ...options });
const reasons = async (source: ImportSource) =>
  (await read(source)).notTaken.map(({ id, reason }) => `${id}: ${reason}`);
const refused = (source: ImportSource, message: RegExp, options?: Partial<ReadOptions>) =>
  assert.rejects(
    read(source, options),
    (error: unknown) => error instanceof AppError && error.kind === 'invalid-input' && message.test(error.message),
  );

const items = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, n) => item1({ ident: `${prefix}${n}`, text: `${prefix} ${n}?` })).join('');
const quiz = (ident: string, title: string, body: string) =>
  v1(`<assessment ident="${ident}" title="${title}"><section ident="root_section">${body}</section></assessment>`);
const bank = (ident: string, title: string, body: string) =>
  v1(
    `<objectbank ident="${ident}"><qtimetadata><qtimetadatafield><fieldlabel>bank_title</fieldlabel><fieldentry>${title}</fieldentry></qtimetadatafield></qtimetadata>${body}</objectbank>`,
  );

test('a package is a course: its quizzes and banks in the order of its organization, small ones together', async () => {
  const { draft, notTaken } = await read(
    zip({
      'imsmanifest.xml': manifest({
        title: 'Sums and more',
        resources:
          resource('r1', 'one.xml') +
          resource('r2', 'two.xml') +
          resource('r3', 'bank.xml') +
          resource('r4', 'page.html', 'webcontent') +
          resource('r5', 'talk.xml', 'imsdt_xmlv1p1'),
        organization:
          '<item identifier="x" identifierref="r2"><title>Second</title></item><item identifier="y" identifierref="r1"><title>First</title></item>',
      }),
      'one.xml': quiz('q1', 'Products', items(2, 'p')),
      'two.xml': quiz('q2', 'Sums', items(6, 's')),
      'bank.xml': bank('b', 'Leftovers', items(4, 'l')),
      'page.html': '<p>A page</p>',
      'talk.xml': '<topic/>',
    }),
  );
  const [course] = draft.courses;
  assert.deepEqual([course?.name, course?.subject, course?.gradeLevel], ['Sums and more', 'math', '7th']);
  assert.deepEqual(
    course?.units.map((unit) => [unit.name, unit.problems.length]),
    [
      ['Sums', 6],
      ['Products and Leftovers', 6],
    ],
  );
  assert.deepEqual(notTaken, [
    { id: '1 page', reason: 'only questions are taken from a package' },
    { id: '1 discussion', reason: 'only questions are taken from a package' },
  ]);
  assert.equal(
    (await read(zip({ 'q.xml': quiz('q', 'Q', items(1, 'a')) }), { name: 'My own' })).draft.courses[0]?.name,
    'My own',
  );
});

test('of the two forms in which Canvas has a quiz the full one is taken, and questions of banks that are in a quiz once', async () => {
  const { draft, notes } = await read(
    zip({
      'imsmanifest.xml': manifest({ resources: resource('g1', 'g1/assessment_qti.xml') }),
      'g1/assessment_qti.xml': quiz('g1', 'Quiz', items(1, 'plain')),
      'non_cc_assessments/g1.xml.qti': quiz(
        'g1',
        'Quiz',
        item1({ ident: 'full', text: 'full?' }) + item1({ ident: 'twin', text: 'full?' }),
      ),
      'non_cc_assessments/g2.xml.qti': bank('g2', 'Bank', item1({ ident: 'full', text: 'full!' }) + items(1, 'own')),
    }),
  );
  const questions = draft.courses.flatMap((course) =>
    course.units.flatMap((unit) => unit.problems.map((problem) => problem.steps[0]?.question)),
  );
  assert.deepEqual(questions, ['full?', 'own 0?']);
  assert.match(
    notes.map(({ note }) => note).join(),
    /1 of their questions stand in a quiz as well.*1 questions stand in the package word for word a second time/,
  );
});

test('a test of QTI 2 orders its items into its sections; what it names and is not there is reported', async () => {
  const item = (id: string) =>
    item2(
      declared(['A']),
      choices2({ A: `a ${id}`, B: 'b' }, { prompt: `Which ${id}?` }),
      '',
      `identifier="${id}" title="${id}"`,
    );
  const { draft, notTaken } = await read(
    zip({
      'test.xml': `<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="t" title="Whole"><testPart identifier="p"><assessmentSection identifier="s" title="Part one" visible="true">
        <assessmentItemRef identifier="b" href="items/b.xml"/><assessmentItemRef identifier="a" href="items/a.xml"/><assessmentItemRef identifier="c" href="../c.xml"/></assessmentSection></testPart></assessmentTest>`,
      'items/a.xml': item('a'),
      'items/b.xml': item('b'),
    }),
  );
  const [unit] = draft.courses[0]?.units ?? [];
  assert.deepEqual([unit?.name, unit?.problems.map((problem) => problem.title)], ['Part one', ['b', 'a']]);
  assert.deepEqual(notTaken, [{ id: '../c.xml', reason: 'test.xml refers to it, and the package does not hold it' }]);
});

test('a text that several questions are about stands before each of them', async () => {
  const child = item1({ ident: 'c', text: 'Who?' }).replace(
    '</qtimetadata>',
    '<qtimetadatafield><fieldlabel>parent_stimulus_item_ident</fieldlabel><fieldentry>s</fieldentry></qtimetadatafield></qtimetadata>',
  );
  const stimulus =
    '<item ident="s" title="Passage"><presentation><material><mattext texttype="text/html">&lt;p&gt;Long ago.&lt;/p&gt;</mattext></material></presentation></item>';
  const { draft, notTaken } = await read(file(quiz('q', 'Q', stimulus + child)));
  assert.equal(draft.courses[0]?.units[0]?.problems[0]?.steps[0]?.question, 'Long ago.\n\nWho?');
  assert.deepEqual(notTaken, []);
});

test('pictures come from the package and nowhere else, and are told by their bytes', async () => {
  const withPicture = (src: string) =>
    quiz('q', 'Q', items(1, 'ok') + item1({ ident: 'pic', text: `See <img src="${src}" alt="A map">` }));
  const { draft } = await read(
    zip({ 'quiz/q.xml': withPicture('$IMS-CC-FILEBASE$/maps/a%20b.png?x=1'), 'web_resources/maps/a b.png': PNG }),
  );
  const figure = draft.courses[0]?.units[0]?.problems[1]?.figures?.[0];
  assert.deepEqual([figure?.fileName, figure?.mediaType, figure?.alt], ['a%20b.png', 'image/png', 'A map']);
  const data = `data:image/png;base64,${Buffer.from(PNG).toString('base64')}`;
  assert.equal((await read(file(withPicture(data)))).draft.courses[0]?.units[0]?.problems.length, 2);
  const reason = async (src: string, more: Record<string, string> = {}) =>
    (await reasons(zip({ 'q.xml': withPicture(src), ...more }))).join();
  assert.match(await reason('missing.png'), /missing.png is not in the package/);
  assert.match(await reason('../../../etc/passwd'), /is not in the package/);
  assert.match(await reason('https://example.org/a.png'), /stands on another site/);
  assert.match(await reason('file:///etc/passwd'), /stands on another site/);
  const huge = `data:image/png;base64,${sizedPng(60_000, 60_000).toString('base64')}`;
  assert.match(await reason(huge), /more than 16 million pixels/);
  assert.match(await reason('a.png', { 'a.png': '<svg onload="alert(1)">'.padEnd(60) }), /no PNG, JPEG, GIF or WebP/);
});

test('the licence: as told, else of the resource, else of the package; that there is none is said', async () => {
  const licences = async (rights: string, options: Partial<ReadOptions> = {}) => {
    const files = {
      'imsmanifest.xml': manifest({ rights, resources: resource('r', 'q.xml') }),
      'q.xml': quiz('q', 'Q', items(1, 'a')),
    };
    const { draft, notes } = await read(zip(files), options);
    return [draft.courses[0]?.units[0]?.problems[0]?.licence, notes.map(({ note }) => note).join()];
  };
  assert.deepEqual(await licences('CC BY 4.0'), ['CC BY 4.0', '']);
  assert.deepEqual(await licences('CC BY 4.0', { licence: 'our own' }), ['our own', '']);
  assert.match(
    String(await licences('Private (Copyrighted)')),
    /^Private \(Copyrighted\),the package says “Private \(Copyrighted\)”; pass its questions on only if you may/,
  );
  assert.match(String(await licences('')), /^,1 questions name no licence/);
});

test('a single damaged or dangerous file stops nothing else', async () => {
  const found = await reasons(
    zip({
      'a.xml': quiz('q', 'Q', items(1, 'a')),
      'bomb.xml': '<!DOCTYPE a [<!ENTITY x "ha">]><questestinterop>&x;</questestinterop>',
      'cut.xml': v1(items(1, 'b')).slice(0, -40),
      'other.xml': '<recipe/>',
      'results.xml': '<assessmentResult/>',
    }),
  );
  assert.match(found.join('\n'), /bomb.xml: it declares entities of its own/);
  assert.match(found.join('\n'), /cut.xml: it is damaged/);
  assert.match(found.join('\n'), /other.xml: its root is <recipe>, which is no question/);
  assert.match(found.join('\n'), /results.xml: it holds results of pupils/);
});

test('of several questions that cannot be taken each is named, whatever is wrong with it and with the others', async () => {
  const body = [
    item1({ ident: 'good', text: 'Good?' }),
    item1({ ident: 'keyless', title: 'Keyless', text: 'No key?', processing: scores(equals('r', 'a'), { points: 0 }) }),
    item1({ ident: 'mute', title: 'Mute', text: '' }),
    item1({ ident: 'lonely', title: 'Lonely', text: 'One choice?', choices: { a: 'only' } }),
    typed1('', { ident: 'essay', type: 'essay_question', text: 'Tell.' }),
  ].join('');
  const { draft, notTaken } = await read(zip({ 'a.xml': quiz('q', 'Q', body), 'cut.xml': '<questestinterop><item' }));
  assert.equal(draft.courses[0]?.units[0]?.problems.length, 1);
  const said = notTaken.map(({ id, reason }) => `${id}: ${reason}`).join('\n');
  for (const named of [
    /cut\.xml: it is damaged at line 1, column 22/,
    /a\.xml, “Keyless”: it does not say which answer is right/,
    /a\.xml, “Mute”: it asks nothing/,
    /a\.xml, “Lonely”: it has no two choices/,
    /a\.xml, “Tell\.”: it asks for a text that a person must mark, and has no model answer/,
  ])
    assert.match(said, named);
  assert.equal(notTaken.length, 5, said);
});

test('what holds nothing to take is refused whole, with what was found', async () => {
  await refused(file('<a/>'), /Nothing of quiz.xml can be taken[\s\S]*<a>, which is no question/);
  await refused(
    zip({ 'imsmanifest.xml': manifest({ title: 'QTI 1.1 Export', resources: '' }) }),
    /“QTI 1.1 Export”, IMS Content 1.1.0\) can be taken\. It holds no question of QTI 1.2, 2.0, 2.1, 2.2 or 3.0/,
  );
  await refused(
    zip({ 'imsmanifest.xml': manifest({ resources: resource('r', 'gone.xml') }) }),
    /gone.xml: the manifest names it, and the package does not hold it/,
  );
  await refused(
    { kind: 'file', fileName: 'x.zip', bytes: zipOf({ 'q.xml': v1(items(1, 'a')), '../q.xml': '' }) },
    /may not lead out/,
  );
  await refused(
    { kind: 'file', fileName: 'x.zip', bytes: zipOf({ 'q.xml': v1(items(1, 'a')) }).subarray(0, 300) },
    /cut off/,
  );
  await refused(file(quiz('q', 'Q', items(1, 'a'))), /say --subject and --grade/, {
    subject: undefined,
    gradeLevel: undefined,
  });
});

test('a folder is read like an archive; links in it lead nowhere', async (t: TestContext) => {
  const root = mkdtempSync(path.join(tmpdir(), 'qti-'));
  t.after(() => rmSync(root, { recursive: true }));
  mkdirSync(path.join(root, 'deep/er'), { recursive: true });
  writeFileSync(path.join(root, 'deep/er/quiz.xml'), quiz('q', 'Q', items(1, 'a')));
  writeFileSync(path.join(root, '.hidden.xml'), quiz('h', 'H', items(1, 'h')));
  symlinkSync('/etc/passwd', path.join(root, 'link.xml'));
  const { draft, notTaken } = await read({ kind: 'folder', path: root });
  assert.equal(draft.courses[0]?.units[0]?.problems.length, 1);
  assert.deepEqual(notTaken, []);
});

test('files are recognized by what they hold', () => {
  const cartridge = zipOf({ 'imsmanifest.xml': '', 'course_settings/a.xml': '' });
  const pack = zipOf({ 'imsmanifest.xml': '', 'q.xml': '' });
  assert.deepEqual([QTI.recognizes(pack), CARTRIDGE.recognizes(pack)], [true, false]);
  assert.deepEqual([QTI.recognizes(cartridge), CARTRIDGE.recognizes(cartridge)], [false, true]);
  assert.equal(QTI.recognizes(Buffer.from(v1(''))), true);
  assert.equal(QTI.recognizes(Buffer.from(`\ufeff${v1('')}`, 'utf16le')), true);
  assert.equal(QTI.recognizes(Buffer.from('::Q1:: What? {=a ~b}')), false);
  assert.equal(QTI.recognizes(zipOf({ 'users.csv': '' })), false);
});

databaseTest(
  'importing the same package twice adds nothing, a new question of it is added, and another package is another',
  async (db) => {
    const service = createCurriculumImport(db, clock);
    const run = (source: ImportSource) =>
      importSource(QTI, source, { checker, name: 'Numbers', subject: 'math', gradeLevel: '7th' }, service);
    const added = async (source: ImportSource) => {
      const report = (await run(source)).courses[0]?.added;
      return [report?.units, report?.problems, report?.questions];
    };
    const pack = (count: number) =>
      zip({
        'imsmanifest.xml': manifest({ resources: resource('r', 'q.xml') }),
        'q.xml': quiz('q', 'Q', items(count, 'a')),
      });
    assert.deepEqual(await added(pack(5)), [1, 5, 5]);
    assert.deepEqual(await added(pack(5)), [0, 0, 0]);
    assert.deepEqual(await added(pack(6)), [0, 1, 1]);
    const { courses } = await run(pack(6));
    assert.deepEqual(
      Object.values(courses[0]?.changed ?? {})
        .flat()
        .filter(Boolean),
      [],
    );
    // Tools that call every package and every first question the same: what is asked tells them apart.
    const nameless = (text: string) => file(v1(item1({ ident: 'QUE_1001', text })));
    assert.equal((await run(nameless('One?'))).courses[0]?.added.problems, 1);
    assert.equal((await run(nameless('Two?'))).courses[0]?.added.problems, 1);
    assert.equal((await run(nameless('Two?'))).courses[0]?.added.problems, 0);
  },
);

databaseTest('a refused package leaves nothing behind', async (db) => {
  const service = createCurriculumImport(db, clock);
  const bytes = zipOf({
    'imsmanifest.xml': manifest({ resources: resource('r', 'q.xml') }),
    'q.xml': quiz('q', 'Q', items(5, 'a')),
  });
  bytes[60] = (bytes[60] ?? 0) ^ 0xff;
  await assert.rejects(
    importSource(
      QTI,
      { kind: 'file', fileName: 'x.zip', bytes },
      { checker, subject: 'math', gradeLevel: '7th' },
      service,
    ),
    AppError,
  );
  const courses = await db.run((handle) => handle.selectFrom('courses').select('id').execute());
  assert.deepEqual(courses, []);
});

test('whatever is changed in a document of questions, it is read or refused by name', async () => {
  const whole = quiz('q', 'Q', item1({ ident: 'a', cardinality: 'Multiple' }) + item1({ ident: 'b' }));
  const pieces = fc.constantFrom(
    '<',
    '</item>',
    '<item>',
    '&lt;',
    'respident="x"',
    '<not>',
    '<and>',
    '100',
    '-1',
    '<response_lid ident="r">',
    '<mattext>',
    '[r]',
    '\ue100',
    '<math><mi>',
  );
  const change = fc.tuple(fc.nat(whole.length), fc.nat(40), fc.oneof(pieces, fc.string({ maxLength: 6 })));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      const changed = changes.reduce(
        (all, [at, length, piece]) => all.slice(0, at) + piece + all.slice(at + length),
        whole,
      );
      try {
        const { draft } = await read(file(changed));
        for (const unit of draft.courses.flatMap((course) => course.units)) assert.ok(unit.problems.length > 0);
      } catch (error) {
        assert.ok(error instanceof AppError && error.kind === 'invalid-input', String(error));
      }
    }),
    { numRuns: 200 },
  );
});
