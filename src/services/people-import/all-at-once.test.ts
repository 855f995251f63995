import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { databaseTest, openSqlite } from '../../../test/support/databases.ts';
import { smallDistrict } from '../../../test/support/district/district.ts';
import { everything, importFiles } from '../../../test/support/district/import.ts';
import { type Files, toOneRoster } from '../../../test/support/district/write-district.ts';
import { Factory } from '../../../test/support/factory.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import type { PeopleImportRequest } from './people-import.service.ts';

async function refusedBy(
  db: DatabaseManager,
  format: PeopleImportRequest['format'],
  files: Files,
  more: Partial<PeopleImportRequest> = {},
): Promise<string[]> {
  const error = await importFiles(db, format, files, { dryRun: true, ...more }).then(
    () => assert.fail('it was taken'),
    (one: unknown) => one,
  );
  assert.ok(error instanceof AppError && error.code === 'bad-people-file', String(error));
  return error.message.split('\n');
}

async function school(db: DatabaseManager): Promise<number> {
  const make = new Factory(db);
  await make.region('north');
  return make.school('Hillside School', 'north');
}

databaseTest('every fault of every row of a file of people is said at once, and nothing is changed', async (db) => {
  const schoolId = await school(db);
  const before = await everything(db);
  const files: Files = {
    'people.csv': [
      'role;id;first name;last name;birth date;username;email;class;grade;children;status;language;school;shoe size',
      'pupil;1;Noa;Levi;31/2/2012;n@a;noa at home;9z;;;maybe;Klingon;;38',
      'parent;2;;Levi;;;dana@example.org;;;77;active;en;;',
      'dragon;3;Omer;Katz;;;;;;;;;;',
      'pupil;1;Tal;Bar;;;;9z;;;;;Far School;',
      'pupil;;Gil;Dan;1.1;;;9a;13;;;;;',
    ].join('\n'),
  };
  const said = await refusedBy(db, 'csv', files, { schoolId });
  assert.deepEqual(said, [
    'Nothing was imported: 9 things are wrong.',
    'people.csv, row 2, column birth date: read "31/2/2012"; allowed is a day of the past: 2012-03-25, or 25/3/2012 (the day first).',
    'people.csv, row 2, column language: read "Klingon"; allowed is English or Hebrew.',
    'people.csv, row 2, column status: read "maybe"; allowed is active or disabled.',
    'people.csv, row 3, column first name: nothing stands there; allowed is a name.',
    'people.csv, row 4, column role: read "dragon"; allowed is pupil, parent, class manager or school manager.',
    'people.csv, row 5, column id: read "1"; people.csv, row 2 says the same id; allowed is one line a person.',
    'people.csv, row 6, column id: give an id, a username or an e-mail address, by which a later file can mean the same person.',
    'people.csv, row 6, column birth date: read "1.1"; allowed is a day of the past: 2012-03-25, or 25/3/2012 (the day first).',
    'people.csv, row 6, column grade: read "13"; allowed is a grade from 1 to 12: 9, 9th, ט.',
    'Besides, this would be left out:',
    'people.csv, row 2, column email: the e-mail address “noa at home” is left out: allowed is one e-mail address: name@school.org.',
    'people.csv, row 2, column username: the username “n@a” of Noa Levi is left out: allowed are 2 to 64 letters and digits of one alphabet, with single . _ - between; one is made of the name instead.',
    'people.csv, row 2, column class: Noa Levi in class “9z” is left out: no class in the file or here is called that; allowed is a class that is there, or a new class with its grade in the column “grade”.',
    'people.csv, row 5, column class: Noa Levi in class “9z” is left out: no class in the file or here is called that; allowed is a class that is there, or a new class with its grade in the column “grade”.',
    'people.csv, row 3, column children: the link between … Levi and 77 is left out: nobody in the file or here has the id 77; allowed is the id, username or e-mail address of somebody.',
    'people.csv, row 1: the column “shoe size” was not read; allowed are role, id, first name, last name, birth date, username, email, phone, school, status, language, class, grade, year, parents, children, employment year.',
  ]);
  assert.deepEqual(await everything(db), before);
});

/** A row of pupils.csv that is right, and what may be planted into it: the cell, and what must be said of it. */
const RIGHT = ['1', 'Noa', 'Levi', '2012-03-25', 'noa', 'noa@example.org', '9a', '9', 'active', 'en', '050-1234567'];
const HEAD = 'id,first name,last name,birth date,username,email,class,grade,status,language,phone';
const FAULTS: Record<string, { at: number; cell: string; allowed: RegExp }> = {
  'first name': { at: 1, cell: '', allowed: /nothing stands there; allowed is a name/ },
  'last name': { at: 2, cell: 'a'.repeat(181), allowed: /allowed are at most 180 characters/ },
  'birth date': { at: 3, cell: '2012-13-01', allowed: /read "2012-13-01"; allowed is a day of the past/ },
  username: { at: 4, cell: 'o l', allowed: /“o l” .* allowed are 2 to 64 letters and digits/ },
  email: { at: 5, cell: 'nowhere', allowed: /“nowhere” is left out: allowed is one e-mail address/ },
  phone: { at: 10, cell: 'call me', allowed: /“call me” is left out: allowed is one telephone number/ },
  grade: { at: 7, cell: 'high', allowed: /read "high"; allowed is a grade from 1 to 12/ },
  status: { at: 8, cell: 'gone', allowed: /read "gone"; allowed is active or disabled/ },
  language: { at: 9, cell: 'xx', allowed: /read "xx"; allowed is English or Hebrew/ },
};
/** These alone do not keep a file from being taken. */
const LEFT_OUT = new Set(['username', 'email', 'phone']);

test('whatever faults are planted in whichever rows, each is named by its row and column, and no other', async (t) => {
  const db = await openSqlite(t);
  const schoolId = await school(db);
  const names = Object.keys(FAULTS);
  const row = fc.uniqueArray(fc.constantFrom(...names), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
      fc.pre(rows.flat().some((name) => !LEFT_OUT.has(name)));
      const lines = rows.map((planted, index) => {
        const cells = RIGHT.with(0, String(index + 1))
          .with(4, `noa${index}x`)
          .with(5, `noa${index}@example.org`);
        for (const name of planted) cells[FAULTS[name]?.at ?? 0] = FAULTS[name]?.cell ?? '';
        return cells.join(',');
      });
      const said = await refusedBy(db, 'csv', { 'pupils.csv': [HEAD, ...lines].join('\n') }, { schoolId });
      const found = said.filter((line) => line.startsWith('pupils.csv, row'));
      for (const [index, planted] of rows.entries()) {
        for (const name of planted) {
          const line = found.find((one) => one.startsWith(`pupils.csv, row ${index + 2}, column ${name}:`));
          assert.match(line ?? '', FAULTS[name]?.allowed ?? /./, `${name} in row ${index + 2} of ${said.join('\n')}`);
        }
      }
      assert.equal(found.length, rows.flat().length, said.join('\n'));
    }),
    { numRuns: 60 },
  );
});

test('a missing column, a column of passwords and an unknown class are said together', async (t) => {
  const db = await openSqlite(t);
  const schoolId = await school(db);
  const text = 'id,first name,class,birth date,password\n1,Noa,9z,tomorrow,hunter2\n';
  const said = await refusedBy(db, 'csv', { 'pupils.csv': text }, { schoolId });
  assert.equal(said[0], 'Nothing was imported: 3 things are wrong.');
  assert.match(said[1] ?? '', /row 1, column password: passwords are never read/);
  assert.match(said[2] ?? '', /row 1, column last name: this column is missing/);
  assert.match(said[3] ?? '', /row 2, column birth date: read "tomorrow"/);
  assert.doesNotMatch(said.join(), /were? not read/, 'of the column of passwords more is said');
  assert.match(said[5] ?? '', /row 2, column class: Noa … in class “9z” is left out: no class/);
  assert.doesNotMatch(said.join(), /hunter2/);
});

test('a file in Latin letters is refused at the cell in which the first of them stands, with the rest that is wrong', async (t) => {
  const db = await openSqlite(t);
  const schoolId = await school(db);
  const text = 'id;first name;last name;birth date\r\n1;"A\r\nB";Levi;\r\n2;Noa;M\xfcller;\r\n3;José;Katz;never\r\n';
  const bytes = Buffer.from(text, 'latin1');
  const request = { schoolId, files: [{ name: 'pupils.csv', bytes }] };
  const said = await refusedBy(db, 'csv', {}, request);
  const at = bytes.indexOf(0xfc) + 1;
  assert.match(
    said.join('\n'),
    new RegExp(
      `pupils\\.csv, row 3, column last name: read "Müller"; byte ${at} of the file \\(0xFC\\) is no letter: .*allowed are UTF-8, UTF-16`,
    ),
  );
  assert.match(said.join('\n'), /row 2, column first name: read "A\\r\\nB"; allowed is one line of text/);
  assert.match(said.join('\n'), /row 4, column birth date: read "never"/);
});

test('what stands before a quotation mark that is not closed is judged as well', async (t) => {
  const db = await openSqlite(t);
  const schoolId = await school(db);
  const text = 'id,first name,last name,birth date\n1,Noa,Levi,x\n2,"Omer,Katz,\n';
  const said = await refusedBy(db, 'csv', { 'pupils.csv': text }, { schoolId });
  assert.match(said[1] ?? '', /row 2, column birth date: read "x"/);
  assert.match(said[2] ?? '', /row 3: a quotation mark is not closed here/);
});

databaseTest('faults of several files of a register are said together', async (db) => {
  const files = toOneRoster(smallDistrict());
  const users = (files['users.csv'] ?? '').split('\n');
  const broken: Files = {
    ...files,
    'orgs.csv': (files['orgs.csv'] ?? '').replace(',school,', ',castle,'),
    'users.csv': [...users.slice(0, 1), 'Q1,active,,maybe,,,,Far,,,,,', ...users.slice(1)].join('\n'),
    'academicSessions.csv': `${files['academicSessions.csv']}T9,active,,Term,fortnight,2026-09-01,soon,,2027\n`,
    'enrollments.csv': `${files['enrollments.csv']}E-x,,,CS1a,S1,P1,pupil,,,\nE-y,,,CS1a,S1,nobody,student,,,\n`,
  };
  const said = (await refusedBy(db, 'oneroster', broken)).join('\n');
  for (const line of [
    /orgs\.csv, row \d+, column type: read "castle"; allowed is department, school/,
    /academicSessions\.csv, row \d+, column type: read "fortnight"; allowed is/,
    /academicSessions\.csv, row \d+, column endDate: read "soon"; allowed is a day/,
    /users\.csv, row 2, column enabledUser: read "maybe"; allowed is true or false/,
    /users\.csv, row 2, column givenName: nothing stands there/,
    /enrollments\.csv, row 36, column role: read "pupil"; allowed is/,
    /enrollments\.csv, row 37, column userSourcedId: nobody in class “9a” is left out: nobody in the file or here has the id nobody/,
  ]) {
    assert.match(said, line);
  }
});
