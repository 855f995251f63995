import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monthsBefore } from '../../shared/months.ts';
import { changedPolicies, clockTime, mayBeginAt, readPolicies } from './policies.ts';

const SENT = {
  transcripts: 'summary',
  unanswered: 'no',
  graceDays: '60',
  messageMonths: '',
  recordMonths: ' 36 ',
  studyFrom: '8:30',
  studyUntil: '24:00',
};

test('policies are read from a form, and what is left empty is no limit', () => {
  const read = readPolicies(SENT);
  assert.deepEqual(read.ok && read.policies, {
    transcripts: 'summary',
    unansweredConsent: false,
    consentGraceDays: 60,
    messageMonths: null,
    recordMonths: 36,
    studyFrom: 510,
    studyUntil: 1440,
  });
});

const WRONG: [sent: Record<string, string>, problems: Record<string, string>][] = [
  [{ transcripts: 'all' }, { transcripts: 'choose' }],
  [{ unanswered: '' }, { unanswered: 'choose' }],
  [{ graceDays: '-1' }, { graceDays: 'days' }],
  [{ graceDays: '366' }, { graceDays: 'days' }],
  [{ messageMonths: '0' }, { messageMonths: 'months' }],
  [
    { messageMonths: '1.5', recordMonths: '121' },
    { messageMonths: 'months', recordMonths: 'months' },
  ],
  [{ messageMonths: '1e2' }, { messageMonths: 'months' }],
  [{ messageMonths: '٣' }, { messageMonths: 'months' }],
  [{ studyFrom: '25:00' }, { studyFrom: 'time' }],
  [
    { studyFrom: 'noon', studyUntil: '24:01' },
    { studyFrom: 'time', studyUntil: 'time' },
  ],
  [{ studyFrom: '' }, { studyFrom: 'both' }],
  [{ studyUntil: '' }, { studyUntil: 'both' }],
  [{ studyFrom: '20:00', studyUntil: '20:00' }, { studyUntil: 'order' }],
];

for (const [sent, problems] of WRONG) {
  test(`policies are refused with ${JSON.stringify(sent)}`, () => {
    const read = readPolicies({ ...SENT, ...sent });
    assert.equal(read.ok, false);
    assert.deepEqual(read.problems, problems);
  });
}

test('nothing at all is refused field by field', () => {
  assert.deepEqual(readPolicies({}).problems, { transcripts: 'choose', unanswered: 'choose', graceDays: 'days' });
});

test('hours bind from the first minute to the one before the last', () => {
  const hours = { studyFrom: 840, studyUntil: 1260 };
  assert.deepEqual(
    [839, 840, 1259, 1260].map((minute) => mayBeginAt(hours, minute)),
    [false, true, true, false],
  );
  assert.equal(mayBeginAt({ studyFrom: null, studyUntil: null }, 3), true);
  assert.deepEqual([clockTime(510), clockTime(1440), clockTime(null)], ['08:30', '24:00', '']);
});

test('what was changed is said with what it was before', () => {
  const read = readPolicies(SENT);
  assert.ok(read.ok);
  const after = { ...read.policies, messageMonths: 12, studyFrom: null };
  assert.deepEqual(changedPolicies(read.policies, after), {
    messageMonths: { before: null, after: 12 },
    studyFrom: { before: 510, after: null },
  });
});

test('months before are counted by the calendar', () => {
  const at = (text: string) => Date.parse(text);
  assert.equal(monthsBefore(at('2026-03-31T10:00:00Z'), 1), at('2026-02-28T10:00:00Z'));
  assert.equal(monthsBefore(at('2026-01-15T10:00:00Z'), 14), at('2024-11-15T10:00:00Z'));
  assert.equal(monthsBefore(at('2024-02-29T00:00:00Z'), 12), at('2023-02-28T00:00:00Z'));
});
