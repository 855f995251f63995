import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY } from '../../shared/instant.ts';
import { type ConsentStanding, consentStanding, type GivenConsent } from './consent.ts';
import { CONSENT_TEXTS, consentText, currentVersion, PURPOSES } from './purposes.ts';

const NOW = Date.UTC(2026, 10, 1);
const yes = (version: number): GivenConsent => ({ answer: 'yes', version });
const no = (version: number): GivenConsent => ({ answer: 'no', version });

const CASES: [
  what: string,
  given: GivenConsent | null,
  asked: [version: number, daysAgo: number | null],
  unanswered: boolean,
  expected: Pick<ConsentStanding, 'allowed' | 'because' | 'open'>,
][] = [
  ['nobody answered', null, [1, 9], false, { allowed: false, because: 'nobody answered', open: true }],
  [
    'nobody answered, and the school allows that',
    null,
    [1, 9],
    true,
    { allowed: true, because: 'nobody answered', open: true },
  ],
  ['yes', yes(1), [1, 9], false, { allowed: true, because: 'answered', open: false }],
  ['no, whatever the school allows', no(1), [1, 9], true, { allowed: false, because: 'answered', open: false }],
  [
    'an earlier yes holds for a while',
    yes(1),
    [2, 29],
    false,
    { allowed: true, because: 'earlier version', open: true },
  ],
  ['and then no longer', yes(1), [2, 30], false, { allowed: false, because: 'earlier version ran out', open: true }],
  [
    'unless the school allows it',
    yes(1),
    [2, 31],
    true,
    { allowed: true, because: 'earlier version ran out', open: true },
  ],
  [
    'a version that is not in force yet ends nothing',
    yes(1),
    [2, null],
    false,
    { allowed: true, because: 'earlier version', open: true },
  ],
  ['an earlier no stays a no', no(1), [2, 900], true, { allowed: false, because: 'earlier version', open: true }],
];

for (const [what, given, [version, daysAgo], unanswered, expected] of CASES) {
  test(`consent: ${what}`, () => {
    const since = daysAgo === null ? null : NOW - daysAgo * DAY;
    const { allowed, because, open } = consentStanding(given, { version, since }, { unanswered, graceDays: 30 }, NOW);
    assert.deepEqual({ allowed, because, open }, expected);
  });
}

test('every version of every purpose is there in both languages', () => {
  for (const purpose of PURPOSES) {
    assert.equal(currentVersion(purpose), CONSENT_TEXTS[purpose].length);
    for (let version = 1; version <= currentVersion(purpose); version += 1) {
      const [en, he] = [consentText(purpose, version, 'en'), consentText(purpose, version, 'he')];
      assert.ok(en && he && en.title && he.title);
      assert.match(he.what, /[א-ת]/);
    }
    assert.equal(consentText(purpose, currentVersion(purpose) + 1, 'en'), undefined);
    assert.equal(consentText(purpose, 0, 'en'), undefined);
  }
});
