import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type AttentionKind, attentionOf, type PupilCounts } from './attention.ts';

const WELL: PupilCounts = {
  lessons: 8,
  missed: 0,
  recent: { answers: 20, right: 16 },
  before: { answers: 40, right: 32 },
  daysAway: 1,
  daysKnown: 56,
  atHome: 5,
  feelings: 6,
  lowFeelings: 1,
};
const BUSY = { studying: 0.8, studyingAtHome: 0.7 };
const kinds = (counts: Partial<PupilCounts>, school = BUSY) =>
  attentionOf({ ...WELL, ...counts }, school).map(({ kind, severity }) => `${kind} ${severity}`);

test('whoever comes, studies and answers as before needs no attention', () => {
  assert.deepEqual(kinds({}), []);
});

test('each rule speaks from its threshold on, and not before', () => {
  assert.deepEqual(kinds({ missed: 2, lessons: 4 }), []);
  assert.deepEqual(kinds({ missed: 3, lessons: 10 }), [], 'less than a third');
  assert.deepEqual(kinds({ missed: 3, lessons: 9 }), ['absence 1']);
  assert.deepEqual(kinds({ missed: 4, lessons: 8 }), ['absence 2']);
  assert.deepEqual(kinds({ recent: { answers: 20, right: 10 } }), ['decline 2']);
  assert.deepEqual(kinds({ recent: { answers: 40, right: 24 } }), ['decline 1']);
  assert.deepEqual(kinds({ recent: { answers: 9, right: 0 } }), [], 'too few answers');
  assert.deepEqual(kinds({ recent: { answers: 20, right: 14 } }), [], 'ten points are not fifteen');
  assert.deepEqual(
    kinds({ recent: { answers: 10, right: 6 }, before: { answers: 20, right: 16 } }),
    [],
    'may be chance',
  );
  assert.deepEqual(kinds({ daysAway: 13 }), []);
  assert.deepEqual(kinds({ daysAway: 14 }), ['inactivity 1']);
  assert.deepEqual(kinds({ daysAway: null }), ['inactivity 2']);
  assert.deepEqual(kinds({ daysAway: null, daysKnown: 10 }), [], 'a new account');
  assert.deepEqual(kinds({ daysAway: 20 }, { ...BUSY, studying: 0.2 }), [], 'a holiday');
  assert.deepEqual(kinds({ atHome: 0 }), ['no homework 1']);
  assert.deepEqual(kinds({ atHome: 0, lessons: 4, missed: 2 }), [], 'too few lessons to say that they come');
  assert.deepEqual(kinds({ atHome: 0 }, { ...BUSY, studyingAtHome: 0.4 }), [], 'hardly anybody does');
  assert.deepEqual(kinds({ feelings: 3, lowFeelings: 3 }), []);
  assert.deepEqual(kinds({ feelings: 6, lowFeelings: 4 }), ['low feelings 2']);
  assert.deepEqual(kinds({ feelings: 8, lowFeelings: 4 }), []);
  assert.deepEqual(kinds({ feelings: 9, lowFeelings: 7 }), ['low feelings 3']);
});

const counts: fc.Arbitrary<PupilCounts> = fc
  .record({
    attended: fc.nat(20),
    missed: fc.nat(12),
    recent: fc.tuple(fc.nat(40), fc.nat(40)),
    before: fc.tuple(fc.nat(80), fc.nat(80)),
    daysAway: fc.option(fc.nat(56)),
    daysKnown: fc.nat(56),
    atHome: fc.nat(5),
    good: fc.nat(10),
    lowFeelings: fc.nat(10),
  })
  .map(({ attended, missed, recent, before, good, lowFeelings, ...rest }) => ({
    ...rest,
    lessons: attended + missed,
    missed,
    recent: { answers: recent[0] + recent[1], right: recent[0] },
    before: { answers: before[0] + before[1], right: before[0] },
    feelings: good + lowFeelings,
    lowFeelings,
  }));
const school = fc.record({
  studying: fc.double({ min: 0, max: 1, noNaN: true }),
  studyingAtHome: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** What does a pupil good never raises an alert of this kind, nor makes one more urgent. */
function neverRaises(kind: AttentionKind, better: (counts: PupilCounts) => PupilCounts): void {
  const urgency = (one: PupilCounts, meanwhile: typeof BUSY) =>
    attentionOf(one, meanwhile).find((attention) => attention.kind === kind)?.severity ?? 0;
  let raised = 0;
  fc.assert(
    fc.property(counts, school, (one, meanwhile) => {
      const before = urgency(one, meanwhile);
      if (before > 0) raised += 1;
      assert.ok(urgency(better(one), meanwhile) <= before);
    }),
    { numRuns: 1000 },
  );
  assert.ok(raised > 0, `${kind} was raised`);
}

test('coming to a lesson never raises an absence', () => {
  neverRaises('absence', (one) => ({ ...one, lessons: one.lessons + 1 }));
});

test('answering right instead of wrong never raises a decline', () => {
  neverRaises('decline', (one) => {
    const right = Math.min(one.recent.answers, one.recent.right + 1);
    return { ...one, recent: { ...one.recent, right } };
  });
});

test('studying today never raises inactivity, and ends it', () => {
  neverRaises('inactivity', (one) => ({ ...one, daysAway: 0 }));
});

test('a session at home ends what was said of homework', () => {
  neverRaises('no homework', (one) => ({ ...one, atHome: one.atHome + 1 }));
});

test('a good feeling never raises the alert of low ones', () => {
  neverRaises('low feelings', (one) => ({ ...one, feelings: one.feelings + 1 }));
});
