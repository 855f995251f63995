import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readClass } from './class-fields.ts';
import { readPerson } from './person-fields.ts';

const pupil = { role: 'student', today: '2026-11-29' } as const;
const noa = { firstName: 'Noa', lastName: 'Peretz' };

test('a name is enough; the rest is tidied and kept', () => {
  assert.equal(readPerson(noa, pupil).ok, true);
  const read = readPerson(
    {
      firstName: '  Noa   Lee ',
      lastName: 'Peretz',
      username: ' NOA.Peretz ',
      email: 'Noa@Example.ORG',
      birthDate: '2012-02-29',
      phones: '050-1234567\n+972 (4) 123/45, 050-1234567',
      street0: '1 Herzl St',
      city0: 'Haifa',
      learningStyle: 'visual',
    },
    pupil,
  );
  assert.ok(read.ok);
  const { firstName, username, email, birthDate, phones, addresses, styles } = read.person;
  assert.deepEqual([firstName, username, email, birthDate], ['Noa Lee', 'noa.peretz', 'noa@example.org', '2012-02-29']);
  assert.deepEqual(phones, ['050-1234567', '+972 (4) 123/45']);
  assert.deepEqual(addresses, [{ street: '1 Herzl St', city: 'Haifa', postalCode: null }]);
  assert.equal(styles.learningStyle, 'visual');
});

test('everything that is wrong comes back at once, by the name of its field', () => {
  const read = readPerson(
    {
      firstName: ' ',
      lastName: 'x'.repeat(101),
      username: 'noa peretz',
      email: 'noa@school',
      birthDate: '2011-02-29',
      locale: 'xx',
      phones: 'call me',
      street1: 'Herzl St',
      learningStyle: 'telepathy',
    },
    pupil,
  );
  assert.ok(!read.ok);
  assert.deepEqual(read.problems, {
    firstName: 'missing',
    lastName: { is: 'too long', most: 100, read: 101 },
    username: 'username characters',
    email: 'email',
    birthDate: 'date',
    locale: 'choice',
    phones: 'phones',
    street1: 'half an address',
    learningStyle: 'choice',
  });
  const date = (birthDate: string) => {
    const answer = readPerson({ ...noa, birthDate }, pupil);
    return answer.ok ? null : answer.problems.birthDate;
  };
  assert.equal(date('2026-11-30'), 'date ahead');
  for (const birthDate of ['1899-12-31', '2012-13-01', '2012-04-31', '29.11.2012', '2100-02-29']) {
    assert.equal(date(birthDate), 'date', birthDate);
  }
});

test('a class manager has a year, a pupil has styles, and nobody has both', () => {
  const manager = { role: 'class manager', today: '2026-11-29' } as const;
  const read = readPerson({ ...noa, employmentYear: '2019', learningStyle: 'visual' }, manager);
  assert.ok(read.ok);
  assert.deepEqual([read.person.employmentYear, read.person.styles.learningStyle], [2019, null]);
  for (const employmentYear of ['1949', '2028', 'long ago']) {
    const wrong = readPerson({ ...noa, employmentYear }, manager);
    assert.deepEqual(wrong.ok ? {} : wrong.problems, { employmentYear: 'year' });
  }
});

test('whatever is sent, it is read or refused by the names of fields that a form has', () => {
  const fields = [
    'firstName',
    'lastName',
    'username',
    'email',
    'birthDate',
    'phones',
    'street0',
    'city2',
    'employmentYear',
  ];
  const sent = fc.dictionary(fc.constantFrom(...fields), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(sent, fc.constantFrom('student', 'parent', 'class manager'), (form, role) => {
      const read = readPerson(form, { role, today: '2026-11-29' });
      if (read.ok) assert.ok(read.person.firstName !== '' && read.person.lastName !== '');
      else assert.ok(Object.keys(read.problems).length > 0);
    }),
  );
});

test('a class is read, or says everything that is wrong with it', () => {
  const good = { name: ' 9 A ', year: '2026', gradeLevel: '9th', capacity: '30' };
  assert.deepEqual(readClass(good, { thisYear: 2026 }), {
    ok: true,
    fields: { name: '9 A', year: 2026, gradeLevel: '9th', capacity: 30 },
    identity: { name: '9 A', year: 2026, gradeLevel: '9th' },
  });
  const bad = { name: '', year: '2029', gradeLevel: '13th', capacity: '0' };
  assert.deepEqual(readClass(bad, { thisYear: 2026 }), {
    ok: false,
    problems: { name: 'missing', year: 'year', capacity: 'capacity', gradeLevel: 'grade' },
    identity: null,
  });
  const long = readClass({ ...good, name: 'x'.repeat(61) }, { thisYear: 2026 });
  assert.deepEqual(long.ok ? {} : long.problems, { name: { is: 'too long', most: 60, read: 61 } });
});

test('of an address that is too long each part says so, and a half one is still half', () => {
  const address = { street0: 'x'.repeat(201), city0: 'y'.repeat(101), postalCode0: '1'.repeat(21), city1: 'Haifa' };
  const read = readPerson({ ...noa, ...address }, pupil);
  assert.ok(!read.ok);
  assert.deepEqual(read.problems, {
    street0: { is: 'too long', most: 200, read: 201 },
    city0: { is: 'too long', most: 100, read: 101 },
    postalCode0: { is: 'too long', most: 20, read: 21 },
    street1: 'half an address',
  });
});
