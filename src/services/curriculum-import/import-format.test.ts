import assert from 'node:assert/strict';
import { test } from 'node:test';
import { badFile, courseMissing, type FileIssue, nothingTaken } from './import-format.ts';

test('a file that cannot be read is answered with everything that is wrong with it, and where', () => {
  const issues: FileIssue[] = [
    { file: 'q.csv', line: 7, column: 'level', value: '5', problem: 'allowed is 1 to 4' },
    { file: 'q.gift', line: 2, column: 9, problem: 'a closing brace is missing' },
    {
      file: 'q.json',
      field: 'courses[0].name',
      value: 'x'.repeat(500),
      problem: 'allowed is a text of 1 to 190 characters',
    },
  ];
  const { message, details } = badFile(issues);
  const lines = message.split('\n');
  assert.equal(lines[1], 'q.csv, line 7, column “level”: read "5"; allowed is 1 to 4');
  assert.equal(lines[2], 'q.gift, line 2, column 9: a closing brace is missing');
  assert.match(lines[3] ?? '', /^q\.json, courses\[0\]\.name: read "x{80}…"; allowed/);
  assert.equal(Array.isArray(details?.issues) && details.issues.length, 3);
});

test('of very many faults the first thousand are named, and the others counted', () => {
  const issues = Array.from({ length: 1150 }, (_, index) => ({
    file: 'q.csv',
    line: index + 2,
    problem: 'it is empty',
  }));
  const { message } = badFile(issues);
  assert.equal(message.split('\n').length, 1002);
  assert.match(message, /… and 150 more$/);
});

test('of a file of which nothing can be taken every question is named with its reason', () => {
  const notTaken = Array.from({ length: 57 }, (_, index) => ({ id: `q${index + 1}`, reason: 'it asks nothing' }));
  const { message } = nothingTaken('quiz.zip', notTaken, '');
  assert.equal(message.split('\n').length, 58);
  assert.match(message, /q57: it asks nothing$/);
});

test('a source that names no course is answered with what must be said', () => {
  const { message, details } = courseMissing(['name', 'grade'], 'quiz.gift');
  assert.match(
    message,
    /quiz\.gift does not say the name and the grade of its course\. Choose it in the form, or say --course and --grade with/,
  );
  assert.deepEqual(Object.keys(details?.fields ?? {}), ['name', 'grade']);
});
