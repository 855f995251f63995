import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rewordingProblem } from './check-rewording.ts';
import type { WeekFacts } from './week-facts.ts';
import { weekSentences } from './week-sentences.ts';
import { weekInWords } from './week-words.ts';

const NOTHING: WeekFacts = {
  name: 'Noa',
  sessions: 0,
  sessionsBefore: 0,
  minutes: 0,
  minutesBefore: 0,
  days: 0,
  lastDaysAgo: null,
  right: { part: 0, of: 0 },
  rightBefore: { part: 0, of: 0 },
  attendance: { part: 0, of: 0 },
  lowFeelings: { part: 0, of: 0 },
  units: [],
  grades: [],
  nextTest: null,
  weakUnit: null,
  due: 0,
};
const WEEK: WeekFacts = {
  ...NOTHING,
  sessions: 5,
  sessionsBefore: 3,
  minutes: 130,
  minutesBefore: 90,
  days: 4,
  right: { part: 30, of: 42 },
  rightBefore: { part: 10, of: 40 },
  attendance: { part: 2, of: 3 },
  lowFeelings: { part: 2, of: 5 },
  units: [
    { name: 'Adding', course: 'Numbers', before: 0.5, after: 0.71 },
    { name: 'Egypt', course: 'The ancient world', before: 0.6, after: 0.48 },
  ],
  grades: [{ name: 'Quiz 1', course: 'Numbers', grade: 85 }],
  nextTest: { name: 'Mid term', course: 'Numbers', inDays: 4, weakUnit: 'Slopes' },
  weakUnit: { name: 'Egypt', course: 'The ancient world' },
  due: 3,
};
const bare = (text: string) => text.replace(/[\u2068\u2069]/g, '');
const said = (facts: WeekFacts, language: 'en' | 'he' = 'en') => weekInWords(facts, language).map(bare);

test('a week is told with what was, how that compares, and one thing to do', () => {
  assert.deepEqual(said(WEEK), [
    'Noa studied 2 h 10 min in 5 sessions, at home and at school, on 4 days.',
    'That is 40 min more than in the seven days before (1 h 30 min).',
    'Of 42 questions, 30 went right at the first try (71%).',
    'That is better than in the seven days before (25%).',
    'The unit that moved up most is “Adding” (Numbers): the estimated chance of a right answer went from 50% to 71%.',
    'The unit “Egypt” (The ancient world) went down: from 60% to 48% estimated chance of a right answer.',
    'At school Noa was at 2 of 3 lessons.',
    'The test “Quiz 1” (Numbers) got the grade 85 of 100.',
    'Before 2 of 5 sessions Noa said that things were not good. A calm moment to ask may help.',
    'The test “Mid term” (Numbers) comes in 4 days.',
    'A good next step before the test: practise “Slopes”.',
  ]);
  assert.equal(said(WEEK, 'he')[0], 'הלימוד של Noa נמשך שעתיים ו־10 דק׳, ב־5 מפגשים בבית ובבית הספר, ב־4 ימים.');
});

test('a difference that may be chance is not called one, and few answers say nothing', () => {
  const keys = (facts: Partial<WeekFacts>) => weekSentences({ ...WEEK, ...facts }).map(({ key }) => key);
  assert.ok(keys({ rightBefore: { part: 26, of: 40 } }).includes('right same'));
  assert.ok(keys({ rightBefore: { part: 39, of: 40 } }).includes('right less'));
  assert.ok(keys({ right: { part: 9, of: 9 } }).includes('right few'));
  assert.ok(!keys({ rightBefore: { part: 9, of: 9 } }).some((key) => /right (more|less|same)/.test(key)));
  assert.ok(keys({ minutesBefore: 127 }).includes('time same'));
  assert.ok(keys({ minutesBefore: 200 }).includes('time less'));
  assert.ok(keys({ sessionsBefore: 0, minutesBefore: 0 }).includes('time first'));
  assert.ok(
    keys({ units: [{ name: 'Adding', course: 'Numbers', before: 0.5, after: 0.51 }] }).every(
      (k) => !/unit (up|down)/.test(k),
    ),
  );
});

test('a week without a session says so, and one in which nobody ever came invites to begin', () => {
  assert.deepEqual(said(NOTHING), [
    'Noa has not studied here yet.',
    'A good next step: find a fixed time together for a short session.',
  ]);
  assert.equal(
    said({ ...NOTHING, lastDaysAgo: 9 })[0],
    'Noa did not study here in these seven days; the last time was 9 days ago.',
  );
});

test('whatever the week, both languages say the same numbers in the same order, and a wording as it is passes', () => {
  const part = (most: number) => fc.nat(most).chain((of) => fc.nat(of).map((some) => ({ part: some, of })));
  const unit = fc.record({
    name: fc.constantFrom('Adding', 'Egypt'),
    course: fc.constant('Numbers'),
    before: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    after: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const week = fc.record({
    name: fc.constant('Noa'),
    sessions: fc.integer({ min: 3, max: 20 }),
    sessionsBefore: fc.nat(20),
    minutes: fc.nat(59),
    minutesBefore: fc.nat(59),
    days: fc.integer({ min: 3, max: 7 }),
    lastDaysAgo: fc.constant(0),
    right: part(80),
    rightBefore: part(80),
    attendance: part(9),
    lowFeelings: part(9),
    units: fc.array(unit, { maxLength: 3 }),
    grades: fc.array(fc.record({ name: fc.constant('Quiz'), course: fc.constant('Numbers'), grade: fc.nat(100) }), {
      maxLength: 2,
    }),
    nextTest: fc.option(
      fc.record({
        name: fc.constant('Quiz'),
        course: fc.constant('Numbers'),
        inDays: fc.integer({ min: 3, max: 14 }),
        weakUnit: fc.option(fc.constant('Adding')),
      }),
    ),
    weakUnit: fc.option(fc.constant({ name: 'Egypt', course: 'Numbers' })),
    due: fc.integer({ min: 3, max: 40 }),
  });
  fc.assert(
    fc.property(week, (facts) => {
      for (const language of ['en', 'he'] as const) {
        const text = weekInWords(facts, language).join(' ');
        assert.doesNotMatch(text, /NaN|undefined|null|Infinity/);
        const names = ['Adding', 'Egypt', 'Numbers', 'Quiz'].filter((name) => text.includes(name));
        assert.equal(rewordingProblem(text, { language, text, pupil: 'Noa', names }), null, text);
      }
    }),
  );
});

const GIVEN = {
  language: 'en' as const,
  text: said(WEEK).join(' '),
  pupil: 'Noa',
  names: ['Adding', 'Numbers', 'Egypt', 'The ancient world', 'Quiz 1', 'Mid term', 'Slopes'],
};

test('another wording passes that keeps every number and name where it was', () => {
  const reworded = GIVEN.text
    .replace(
      'Noa studied 2 h 10 min in 5 sessions, at home and at school, on 4 days.',
      'At home and at school, Noa spent 2 h 10 min in 5 sessions on 4 days.',
    )
    .replace('A good next step before the test: practise', 'Before the test it would help to practise');
  assert.notEqual(reworded, GIVEN.text);
  assert.equal(rewordingProblem(reworded, GIVEN), null);
});

test('a wording that embellishes is found out, whatever it adds, drops or turns round', () => {
  const swap = (from: string, to: string) => {
    assert.ok(GIVEN.text.includes(from), from);
    return GIVEN.text.replace(from, to);
  };
  const bad: Record<string, string> = {
    'another number': swap('42 questions', '45 questions'),
    'a number more': `${GIVEN.text} That puts Noa at 90%.`,
    'a number in words': `${GIVEN.text} Keep it up for three days.`,
    'a number left out': swap(' (71%)', ''),
    'two numbers exchanged': swap('from 50% to 71%', 'from 71% to 50%'),
    'more turned into less': swap('40 min more than', '40 min less than'),
    'better turned into worse': swap('That is better than', 'That is worse than'),
    'a denial': swap('30 went right', '30 did not go right'),
    'two units exchanged': GIVEN.text.replaceAll('Adding', '~').replaceAll('Egypt', 'Adding').replaceAll('~', 'Egypt'),
    praise: `${GIVEN.text} Excellent!`,
    blame: swap('At school Noa was', 'At school the lazy Noa was'),
    'a diagnosis': `${GIVEN.text} This may be a sign of anxiety.`,
    'a comparison with others': `${GIVEN.text} That is above the class average.`,
    'whether it is a girl': swap('Before 2 of 5 sessions Noa said', 'Before 2 of 5 sessions she said'),
    'another name': swap('practise “Slopes”', 'practise “Slopes” with Daniel'),
    'a name left out': swap('“Egypt” (The ancient world)', 'on the Nile'),
    'an address': `${GIVEN.text} See www.example.org for more.`,
    'much more text': `${GIVEN.text} ${'It was like this and like that. '.repeat(30)}`,
    'hardly any text': 'Noa studied.',
    markup: `**${GIVEN.text}**`,
  };
  for (const [what, reply] of Object.entries(bad)) assert.notEqual(rewordingProblem(reply, GIVEN), null, what);
});

test('in Hebrew, too', () => {
  const given = { ...GIVEN, language: 'he' as const, text: said(WEEK, 'he').join(' ') };
  assert.equal(
    rewordingProblem(given.text.replace('צעד טוב לפני המבחן: לתרגל את', 'לפני המבחן כדאי לתרגל את'), given),
    null,
  );
  for (const reply of [
    given.text.replace('יותר מאשר', 'פחות מאשר'),
    `${given.text} כל הכבוד!`,
    `${given.text} היא מוכשרת מאוד.`,
    `${given.text} אולי זו חרדה.`,
    `${given.text} כך זה נמשך שלושה שבועות.`,
    `${given.text} Well done.`,
    GIVEN.text,
  ]) {
    assert.notEqual(rewordingProblem(reply, given), null, reply.slice(-40));
  }
});
