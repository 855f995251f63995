import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MINUTE } from '../../shared/instant.ts';
import type { PupilAct } from '../tutoring/dialogue.ts';
import { describeInEnglish } from './evaluation-words.ts';
import { investment } from './investment.ts';
import { activeTime, noGaming, ownQuestions, substantiveTurns, triesBeforeHelp } from './investment-components.ts';
import { proficiency } from './proficiency.ts';
import { activeMilliseconds, type EvidenceAttempt, type SessionEvidence } from './session-evidence.ts';

type Act = PupilAct['type'];
const ACTS: readonly Act[] = [
  'attempt',
  'part',
  'help',
  'stuck',
  'give up',
  'skip',
  'go on',
  'own question',
  'picked',
  'recap',
  'stop',
  'small talk',
  'empty',
];

function attempt(id: number, more: Partial<EvidenceAttempt> = {}): EvidenceAttempt {
  const plain = { verdict: 'correct', hintsUsed: 0, revealed: false, unaided: true, counts: true } as const;
  return { id, messageId: 100 + id, unitName: 'Fractions', ...plain, ...more };
}
const attempts = (count: number, more: Partial<EvidenceAttempt> = {}) =>
  Array.from({ length: count }, (_, i) => attempt(i + 1, more));

/** Turns as [act, number of the open question]; message ids from 1. */
function session(
  turns: readonly (readonly [Act, number | null])[],
  more: Partial<SessionEvidence> = {},
): SessionEvidence {
  return {
    attempts: [],
    turns: turns.map(([act, posing], i) => ({ messageId: i + 1, act, posing })),
    units: [{ name: 'Fractions', before: 0.45, after: 0.62 }],
    time: { activeMs: 30 * MINUTE, plannedMs: 30 * MINUTE, finished: false },
    ...more,
  };
}

test('proficiency is 1 + 9 · p of the units, by unaided answers', () => {
  const evidence = session([], {
    attempts: [...attempts(4), ...attempts(2, { unitName: 'Ratios' })],
    units: [
      { name: 'Fractions', before: 0.5, after: 0.75 },
      { name: 'Ratios', before: 0.5, after: 0.45 },
      { name: 'Not touched', before: 0.1, after: 0.1 },
    ],
  });
  const { score, exact, confidence } = proficiency(evidence);
  assert.deepEqual([score, exact?.toFixed(6), confidence], [7, '6.850000', 6 / 11]);
});

test('answers with help do not weigh in proficiency', () => {
  const helped = attempts(6, { unitName: 'Ratios', unaided: false, hintsUsed: 1 });
  const units = [
    { name: 'Fractions', before: 0.5, after: 0.8 },
    { name: 'Ratios', before: 0.5, after: 0.1 },
  ];
  assert.equal(proficiency(session([], { attempts: [attempt(9), ...helped], units })).exact?.toFixed(6), '8.200000');
});

test('fewer than five judged answers give no proficiency score, but a reason', () => {
  const others = [attempt(7, { verdict: 'cannot judge' }), attempt(8, { verdict: 'given up' })];
  const result = proficiency(session([], { attempts: [...attempts(4), ...others] }));
  assert.deepEqual([result.score, result.reason, result.confidence], [null, 'too little evidence', 0]);
  assert.equal(describeInEnglish(result), 'Too few answers for a score: 4 could be judged, and it takes at least 5.');
  assert.equal(proficiency(session([], { attempts: attempts(5) })).reason, null);
});

test('answers that all came with help give no proficiency score', () => {
  const result = proficiency(session([], { attempts: attempts(8, { unaided: false, hintsUsed: 2 }) }));
  assert.equal(result.score, null);
  assert.equal(describeInEnglish(result), 'Every answer came with help, so there is no score.');
});

test('proficiency says in words what it rests on, and names each attempt and its message once', () => {
  const result = proficiency(
    session([], {
      attempts: [
        ...attempts(4),
        attempt(5, { verdict: 'incorrect' }),
        attempt(6, { unaided: false, counts: false, messageId: 105 }),
        attempt(7, { verdict: 'given up', unaided: false, messageId: null }),
      ],
    }),
  );
  assert.equal(
    describeInEnglish(result),
    '4 of 5 questions tried without help were right at once. 1 question solved after help or a second try. 1 question not solved; ' +
      'the solution was shown. Fractions: the estimated chance of a right answer went from 45% to 62%.',
  );
  assert.deepEqual(result.evidence, { attemptIds: [1, 2, 3, 4, 5, 6, 7], messageIds: [101, 102, 103, 104, 105] });
});

test('turns with substance: a greeting and a first hint cost nothing, empty messages and hint after hint do', () => {
  const share = (...turns: [Act, number | null][]) => substantiveTurns(session(turns)).share;
  const six = [1, 2, 3, 4, 5, 6].map((n): [Act, number] => ['attempt', n]);
  assert.equal(share(['small talk', null], ...six, ['help', 6], ['small talk', null]), 1);
  assert.equal(share(...six.slice(0, 4), ['empty', 5], ['empty', 5], ['empty', 5]), 4 / 7);
  assert.equal(share(['attempt', 1], ['help', 1], ['help', 1], ['help', 1]), 1 / 3);
  assert.equal(share(['help', 1], ['attempt', 1], ['help', 1], ['part', 1], ['stuck', 1]), 1);
  assert.equal(share(['help', 1], ['give up', 1], ['help', 2], ['go on', 2], ['skip', 2]), null);
  assert.equal(share(['small talk', null], ['small talk', null], ['small talk', null], ['attempt', 1]), 0.5);
});

test('tries before help: the first thing done on a question decides', () => {
  const share = (...turns: [Act, number | null][]) => triesBeforeHelp(session(turns)).share;
  assert.equal(share(['attempt', 1], ['help', 1], ['attempt', 1], ['attempt', 2]), 1);
  assert.equal(share(['attempt', 1], ['help', 2], ['attempt', 2], ['attempt', 3], ['give up', 4]), 0.5);
  assert.equal(share(['skip', 1], ['own question', 2]), null);
});

test('active time: what was planned, or the end of the session, however soon it comes', () => {
  const share = (activeMinutes: number, planned: number | null, finished = false) =>
    activeTime(
      session([], {
        time: { activeMs: activeMinutes * MINUTE, plannedMs: planned === null ? null : planned * MINUTE, finished },
      }),
    ).share;
  assert.equal(share(24, 30), 0.8);
  assert.equal(share(50, 30), 1);
  assert.equal(share(12, 30, true), 1);
  assert.equal(share(12, null), null);
});

test('gaming is three requests for help in a row on one question, not three in a session', () => {
  const share = (...turns: [Act, number | null][]) => noGaming(session(turns)).share;
  assert.equal(share(['help', 1], ['help', 1], ['help', 1], ['attempt', 2]), 0.5);
  assert.equal(share(['help', 1], ['help', 1], ['attempt', 1], ['help', 1], ['help', 1]), 1);
  assert.equal(share(['help', 1], ['help', 2], ['help', 3]), 1);
  assert.equal(share(['small talk', null]), null);
});

test('own questions: none, one, more', () => {
  const share = (count: number) =>
    ownQuestions(session(Array.from({ length: count }, (): [Act, null] => ['own question', null]))).share;
  assert.deepEqual([share(0), share(1), share(2), share(9)], [0, 0.5, 1, 1]);
});

const DILIGENT: [Act, number | null][] = [
  ['attempt', 1],
  ['attempt', 2],
  ['help', 2],
  ['attempt', 2],
  ['own question', 2],
  ['attempt', 3],
  ['own question', 3],
  ['recap', null],
];

test('a session of honest work gets 10 for investment, whether the answers were right or wrong', () => {
  const right = investment(session(DILIGENT, { attempts: attempts(5) }));
  const wrong = investment(session(DILIGENT, { attempts: attempts(5, { verdict: 'incorrect' }) }));
  assert.equal(right.score, 10);
  assert.equal(wrong.score, 10);
  assert.equal(
    describeInEnglish(right),
    '7 of 7 turns were work on the subject. Tried before asking for help on 3 of 3 questions. ' +
      'At work for 30 of 30 planned minutes; pauses are not counted. Asked 2 questions of their own.',
  );
  assert.deepEqual(right.evidence.messageIds, [1, 2, 4, 5, 6, 7, 8]);
});

test('clicking through hints gets a low score for investment', () => {
  const turns = [1, 2, 3].flatMap((n): [Act, number][] => [
    ['help', n],
    ['help', n],
    ['help', n],
    ['give up', n],
  ]);
  const result = investment(
    session(turns, { time: { activeMs: 6 * MINUTE, plannedMs: 30 * MINUTE, finished: false } }),
  );
  assert.equal(result.score, 1);
  assert.match(describeInEnglish(result), /hint after hint without trying on 3 questions/);
});

test('what could not be seen is left out of investment, not taken as half', () => {
  const unplanned = session(DILIGENT, { time: { activeMs: 0, plannedMs: null, finished: false } });
  const result = investment(unplanned);
  assert.equal(result.score, 10);
  assert.equal(result.confidence.toFixed(6), (0.8 * (8 / 13)).toFixed(6));
});

test('too few turns, or nothing but skipping, give no investment score, but a reason', () => {
  const few = investment(
    session([
      ['attempt', 1],
      ['go on', 1],
      ['empty', 1],
      ['attempt', 1],
      ['stop', null],
    ]),
  );
  assert.deepEqual([few.score, few.reason], [null, 'too little evidence']);
  assert.equal(describeInEnglish(few), 'Too few turns for a score: 2, and it takes at least 3.');
  const skipping = investment(
    session([
      ['skip', 1],
      ['skip', 2],
      ['skip', 3],
      ['skip', 4],
    ]),
  );
  assert.deepEqual([skipping.score, skipping.reason], [null, 'too little evidence']);
  assert.equal(describeInEnglish(skipping), 'The session gave too little to see for a score.');
});

test('active time leaves pauses out and allows ten minutes of thinking at a stretch', () => {
  const minutes = (...list: number[]) => list.map((minute) => minute * MINUTE);
  assert.equal(activeMilliseconds(minutes(0, 5, 9), []), 9 * MINUTE);
  assert.equal(activeMilliseconds(minutes(9, 0, 5), []), 9 * MINUTE);
  assert.equal(activeMilliseconds(minutes(0, 45), []), 10 * MINUTE);
  const hour = [{ start: 5 * MINUTE, end: 65 * MINUTE }];
  assert.equal(activeMilliseconds(minutes(0, 4, 66, 70), hour), 10 * MINUTE);
  assert.equal(activeMilliseconds(minutes(0, 4, 6), [{ start: 5 * MINUTE, end: null }]), 5 * MINUTE);
  assert.equal(activeMilliseconds([], []), 0);
});

const anySession = fc
  .record({
    turns: fc.array(fc.tuple(fc.constantFrom(...ACTS), fc.option(fc.integer({ min: 1, max: 5 }))), { maxLength: 30 }),
    judged: fc.array(
      fc.record({
        verdict: fc.constantFrom('correct' as const, 'incorrect' as const, 'cannot judge' as const, 'skipped' as const),
        unaided: fc.boolean(),
      }),
      { maxLength: 20 },
    ),
    after: fc.double({ min: 0, max: 1, noNaN: true }),
    activeMs: fc.integer({ min: 0, max: 10_000_000 }),
    plannedMs: fc.option(fc.integer({ min: 0, max: 10_000_000 })),
    finished: fc.boolean(),
  })
  .map(({ turns, judged, after, activeMs, plannedMs, finished }) =>
    session(turns, {
      attempts: judged.map((one, i) => attempt(i, one)),
      units: [{ name: 'Fractions', before: 0.5, after }],
      time: { activeMs, plannedMs, finished },
    }),
  );

test('whatever happened, a score is a whole number from 1 to 10 with words, or none with a reason', () => {
  fc.assert(
    fc.property(anySession, (evidence) => {
      for (const result of [proficiency(evidence), investment(evidence)]) {
        assert.ok(describeInEnglish(result).length > 0);
        assert.ok(result.confidence >= 0 && result.confidence <= 1);
        if (result.score === null) assert.equal(result.reason, 'too little evidence');
        else assert.ok(Number.isInteger(result.score) && result.score >= 1 && result.score <= 10);
      }
    }),
  );
});

test('messages named as evidence were written in the session', () => {
  fc.assert(
    fc.property(anySession, (evidence) => {
      const known = new Set(evidence.turns.map(({ messageId }) => messageId));
      for (const id of investment(evidence).evidence.messageIds) assert.ok(known.has(id));
    }),
  );
});
