import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { problemLine, RosterProblems } from '../problem.ts';
import type { Table } from '../table.ts';
import { readCsvRoster } from './read-csv-roster.ts';

function table(file: string, ...lines: string[]): Table {
  const [header = [], ...rest] = lines.map((line) => line.split(','));
  return { file, header, rows: rest.map((cells, index) => ({ row: index + 2, cells })) };
}

function resultOf<Result>(work: Generator<void, Result>): Result {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

function read(tables: Table[], whole = false) {
  const problems = new RosterProblems();
  const roster = resultOf(readCsvRoster(tables, { today: '2026-11-29', whole }, problems));
  return { roster, problems: problems.list.map(problemLine) };
}

test('headers are found in English and Hebrew, whatever their case, spaces and dashes', () => {
  const english = read([
    table('pupils.csv', 'ID, First_Name ,LAST-NAME,Date of birth,Class,Grade', '1,Noa,Levi,25/3/2012,9a,ט'),
  ]);
  const hebrew = read([
    table('תלמידים.csv', 'מזהה,שם פרטי,שם משפחה,תאריך לידה,כיתה,שכבה', '1,Noa,Levi,2012-03-25,9a,9th'),
  ]);
  for (const { roster, problems } of [english, hebrew]) {
    assert.deepEqual(problems, []);
    const [person] = roster.people;
    assert.equal(person?.firstName, 'Noa');
    assert.equal(person?.birthDate, '2012-03-25');
    assert.equal(roster.classes[0]?.gradeLevel, '9th');
    assert.equal(roster.memberships.length, 1);
  }
});

test('one file says everything about everybody', () => {
  const { roster, problems } = read([
    table(
      'all of us.csv',
      'role,id,first name,last name,class,grade,children,email',
      'pupil,1,Noa,Levi,9a,9,,',
      'הורה,2,Dana,Levi,,,1,',
      'teacher,,Amir,Barak,,,,amir@example.org',
    ),
  ]);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    roster.people.map(({ id, role }) => [id, role]),
    [
      ['1', 'student'],
      ['2', 'parent'],
      ['email:amir@example.org', 'class manager'],
    ],
  );
  assert.deepEqual(
    roster.links.map(({ parent, child }) => [parent, child]),
    [['2', '1']],
  );
});

test('everything that is wrong is said at once, with file, row, column, value and what is allowed', () => {
  const { problems } = read([
    table(
      'pupils.csv',
      'id,first name,last name,birth date,grade',
      '1,,Levi,31/2/2012,13',
      '1,Noa,Levi,2030-01-01,9',
      ',Noa,Levi,,',
    ),
    table('classes.csv', 'class,grade,capacity', '9a,kindergarten,0'),
  ]);
  assert.deepEqual(problems, [
    'classes.csv, row 2, column grade: read "kindergarten"; allowed is a grade from 1 to 12: 9, 9th, ט.',
    'classes.csv, row 2, column capacity: read "0"; allowed is a whole number from 1 to 1000.',
    'pupils.csv, row 2, column first name: nothing stands there; allowed is a name.',
    'pupils.csv, row 2, column birth date: read "31/2/2012"; allowed is a day of the past: 2012-03-25, or 25/3/2012 (the day first).',
    'pupils.csv, row 2, column grade: read "13"; allowed is a grade from 1 to 12: 9, 9th, ט.',
    'pupils.csv, row 3, column id: read "1"; pupils.csv, row 2 says the same id; allowed is one line a person.',
    'pupils.csv, row 3, column birth date: read "2030-01-01"; allowed is a day of the past: 2012-03-25, or 25/3/2012 (the day first).',
    'pupils.csv, row 4, column id: give an id, a username or an e-mail address, by which a later file can mean the same person.',
  ]);
});

test('a column of passwords is refused by its name, and none of them is repeated', () => {
  const abroad = [
    'Kennwort',
    'mot de passe',
    'Contraseña',
    'пароль',
    'كلمة السر',
    'ŞİFRE',
    '密码',
    'パスワード',
    '비밀번호',
  ];
  const hidden = ['P A S S W O R D', 'pass\u200bword', 'ＰＡＳＳＷＯＲＤ', 'סִיסְמָה', 'קוד סודי', 'PIN', 'initial pw'];
  for (const title of ['Password', 'initial_password', 'סיסמה', 'PWD', 'password hash', ...abroad, ...hidden]) {
    const { problems } = read([table('pupils.csv', `id,first name,last name,${title}`, '1,Noa,Levi,hunter2')]);
    assert.match(
      problems[0] ?? '',
      /^pupils\.csv, row 1, column .+: passwords are never read from a file\. Take the column out/,
      title,
    );
    assert.match(problems[0] ?? '', /one-time link/);
    assert.doesNotMatch(problems.join(), /hunter2/);
  }
});

test('a column that only sounds like passwords is none', () => {
  for (const title of ['Passport number', 'Pinned', 'Secretary', 'Opinion', 'Bypass']) {
    assert.deepEqual(
      read([table('pupils.csv', `id,first name,last name,${title}`, '1,Noa,Levi,x')]).problems,
      [],
      title,
    );
  }
});

test('columns and files that nobody knows are named and not read', () => {
  const { roster } = read([
    table('pupils.csv', 'id,first name,last name,shoe size', '1,Noa,Levi,38'),
    table('menu.csv', 'day', 'Sunday'),
  ]);
  assert.match(
    roster.notes.join('\n'),
    /menu\.csv was not read.*\n.*pupils\.csv, row 1: the column “shoe size” was not read; allowed are id, /,
  );
});

test('whatever stands in the cells is read or refused, and what is read has a name and an id', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('9', 'pupil', '1', '25/3/2012', 'a@b.co', ''),
  );
  const row = fc.array(cell, { minLength: 8, maxLength: 8 });
  const header = ['role', 'id', 'first name', 'last name', 'birth date', 'class', 'grade', 'children'];
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      const { roster, problems } = read([
        { file: 'people.csv', header, rows: rows.map((cells, index) => ({ row: index + 2, cells })) },
      ]);
      assert.ok(roster.people.length <= rows.length);
      assert.ok(problems.length > 0 || roster.people.length === rows.length);
      for (const person of roster.people) {
        assert.ok(person.id !== '' && person.firstName.trim() !== '' && person.lastName.trim() !== '');
        assert.doesNotMatch(person.firstName, /\p{Cc}/u);
      }
    }),
  );
});
