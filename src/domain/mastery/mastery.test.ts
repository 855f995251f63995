import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { learn } from './gelo.ts';
import {
  cautiousEstimate,
  certaintyInEnglish,
  certaintyOf,
  describeMastery,
  isMastered,
  masteryInEnglish,
  predictUnit,
} from './mastery.ts';
import { observationOf } from './observation.ts';
import { courseProgress, studyState, unitProgress } from './progress.ts';
import { type GeloTerms, PRIORS } from './terms.ts';

/** Answers to questions that nobody answered before: "1" right, "0" wrong, "h" right with a hint. */
function pupil(marks: string, start: GeloTerms = PRIORS): GeloTerms {
  let terms = start;
  for (const mark of marks) {
    const answer = { correct: mark === '1' ? 1 : 0, unaided: mark !== 'h' } as const;
    terms = { ...learn(terms, answer), item: PRIORS.item };
  }
  return terms;
}

test('nobody has mastered a unit after two unaided answers, however strong', () => {
  const strong: GeloTerms = { ...PRIORS, student: { mean: 6, variance: 0.05, ewma: 1 } };
  assert.equal(isMastered(pupil('11', strong)), false);
  assert.equal(isMastered(pupil('111', strong)), true);
});

test('a newcomer who gets everything right masters a unit within ten questions, and not at the third', () => {
  assert.equal(isMastered(pupil('111')), false);
  assert.equal(isMastered(pupil('1111111111')), true);
});

test('a pupil who is right half of the time does not master the unit', () => {
  assert.equal(isMastered(pupil('10'.repeat(30))), false);
});

test('right answers with hints alone never master a unit', () => {
  assert.equal(isMastered(pupil('h'.repeat(40))), false);
});

test('the cautious estimate is below the estimate and rises towards it with evidence', () => {
  const early = predictUnit(pupil('11'));
  const late = predictUnit(pupil('11'.repeat(15)));
  assert.ok(cautiousEstimate(early) < early.p);
  assert.ok(late.p - cautiousEstimate(late) < early.p - cautiousEstimate(early));
});

test('progress starts at 0, is 1 exactly when the unit is mastered, and state follows it', () => {
  assert.equal(unitProgress(PRIORS), 0);
  let terms: GeloTerms = PRIORS;
  for (let i = 0; i < 12; i++) {
    terms = pupil('1', terms);
    assert.equal(unitProgress(terms) === 1, isMastered(terms), `answer ${i + 1}`);
  }
  assert.equal(studyState(unitProgress(terms), 12), 'completed');
  assert.equal(studyState(0, 0), 'not started');
  assert.equal(studyState(0, 1), 'in progress');
  assert.equal(studyState(0.4, 0), 'in progress');
});

test('progress is never lost, whatever is answered later, and stays between 0 and 1', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('1', '0', 'h'), { maxLength: 50 }), (marks) => {
      let terms: GeloTerms = PRIORS;
      let progress = 0;
      for (const mark of marks) {
        terms = pupil(mark, terms);
        const next = unitProgress(terms, progress);
        assert.ok(next >= progress && next <= 1);
        progress = next;
      }
    }),
  );
});

test('a strong pupil has no progress in a unit that they have not touched', () => {
  const strong: GeloTerms = { ...PRIORS, student: { mean: 4, variance: 0.05, ewma: 1 } };
  assert.equal(unitProgress(strong), 0);
  assert.ok(unitProgress(pupil('1', strong)) > 0.2);
});

test('progress that cannot be read counts as none', () => {
  assert.equal(unitProgress(PRIORS, Number.NaN), 0);
  assert.equal(unitProgress(PRIORS, -3), 0);
});

test('the progress of a course is its units by weight, and 1 when all are done', () => {
  assert.equal(courseProgress([]), 0);
  assert.equal(
    courseProgress([
      { progress: 1, weight: 0.2 },
      { progress: 0, weight: 0.6 },
    ]).toFixed(6),
    '0.250000',
  );
  assert.equal(courseProgress([0.1, 0.2, 0.7, 0.3].map((weight) => ({ progress: 1, weight }))), 1);
  assert.equal(
    courseProgress([
      { progress: 1, weight: 0 },
      { progress: 0, weight: 0 },
    ]),
    0.5,
  );
});

test('a pupil reads how the last unaided answers went', () => {
  const say = (marks: string) => masteryInEnglish(describeMastery(pupil(marks).studentUnit, false));
  assert.equal(say(''), 'You have not answered a question here yet.');
  assert.equal(say('hh'), 'So far you have worked with hints here; try one on your own next.');
  assert.equal(say('1'), 'You got your first one right without help.');
  assert.equal(say('0'), 'You have tried one without help.');
  assert.equal(say('00'), 'You have tried 2 without help; none was right yet.');
  assert.equal(say('h0111'), 'Of your last 4 tries without help, 3 were right.');
  assert.equal(
    masteryInEnglish(describeMastery(pupil('0111111111').studentUnit, true)),
    'You have mastered this. Of your last 8 tries without help, 8 were right.',
  );
});

test('only a right answer without help counts as right; what was skipped or not judged counts not at all', () => {
  const attempt = { verdict: 'correct', hintsUsed: 0, revealed: false, unaided: true, counts: true } as const;
  assert.deepEqual(observationOf(attempt), { correct: 1, unaided: true });
  assert.deepEqual(observationOf({ ...attempt, hintsUsed: 1, unaided: false }), { correct: 0, unaided: false });
  assert.deepEqual(observationOf({ ...attempt, verdict: 'incorrect' }), { correct: 0, unaided: true });
  assert.deepEqual(observationOf({ ...attempt, verdict: 'given up' }), { correct: 0, unaided: false });
  assert.deepEqual(observationOf({ ...attempt, revealed: true }), { correct: 0, unaided: false });
  assert.equal(observationOf({ ...attempt, verdict: 'skipped' }), null);
  assert.equal(observationOf({ ...attempt, verdict: 'cannot judge' }), null);
  assert.equal(observationOf({ ...attempt, counts: false }), null);
});

test('an estimate grows surer with answers, and says so', () => {
  let terms: GeloTerms = PRIORS;
  const steps = new Set([certaintyOf(predictUnit(terms))]);
  for (let n = 0; n < 120; n += 1) {
    terms = learn({ ...terms, item: PRIORS.item }, { correct: n % 3 === 0 ? 0 : 1, unaided: true });
    steps.add(certaintyOf(predictUnit(terms)));
  }
  assert.deepEqual([...steps], ['unsure', 'fairly sure', 'sure']);
  assert.equal(certaintyInEnglish('unsure', 0), '');
  assert.equal(certaintyInEnglish('unsure', 1), 'The estimate rests on one answer and is still unsure.');
  assert.equal(certaintyInEnglish('sure', 40), 'The estimate rests on 40 answers and is quite sure.');
});
