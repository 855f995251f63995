import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDraft } from './check-draft.ts';
import type { CourseDraft, ProblemDraft, QaDraft, TestDraft, UnitDraft } from './curriculum-draft.ts';
import { LIMITS } from './import/limits.ts';

interface Parts {
  course?: Partial<CourseDraft>;
  unit?: Partial<UnitDraft>;
  problem?: Partial<ProblemDraft>;
  qa?: Partial<QaDraft>;
  test?: Partial<TestDraft>;
}

function problemsOf({ course, unit, problem, qa, test: said }: Parts) {
  const question: QaDraft = {
    use: 'for study',
    level: 2,
    kind: 'number',
    question: 'How much is 3 + 4?',
    answer: '7',
    hints: [],
    explanation: '',
    ...qa,
  };
  const asked: ProblemDraft = { sourceKey: 'sum', source: '', licence: '', steps: [question], ...problem };
  const adding: UnitDraft = {
    name: 'Adding',
    type: 'chapter',
    weight: 1,
    estimatedDurationMinutes: 30,
    description: '',
    problems: [asked],
    ...unit,
  };
  const quiz: TestDraft = { name: 'Quiz', type: 'quiz', durationMinutes: 20, units: { Adding: 1 }, ...said };
  const numbers: CourseDraft = {
    name: 'Numbers',
    subject: 'math',
    gradeLevel: '7th',
    type: 'optional',
    level: 2,
    description: '',
    units: [adding],
    tests: [quiz],
    ...course,
  };
  return checkDraft({ courses: [numbers] });
}

const AT = 'course "Numbers", unit "Adding", problem sum';
const times = <Thing>(count: number, make: (index: number) => Thing): Thing[] =>
  Array.from({ length: count }, (_, index) => make(index));
const long = (length: number) => 'x'.repeat(length);

/** The part of a curriculum with so much of something, how much is allowed, and where and how one more is said. */
const CASES: [string, (size: number) => Parts, number, RegExp][] = [
  [
    'a question',
    (size) => ({ qa: { question: long(size) } }),
    LIMITS.text,
    /problem sum: its text, “x{40}…”, has 20001 /,
  ],
  ['an answer', (size) => ({ qa: { answer: long(size) } }), LIMITS.answer, /its answer, .* 2001 .*allowed are 2000/],
  ['a unit of an answer', (size) => ({ qa: { unit: long(size) } }), LIMITS.unit, /its unit, .* allowed are 60/],
  ['an explanation', (size) => ({ qa: { explanation: long(size) } }), LIMITS.text, /its explanation/],
  ['a worked example', (size) => ({ qa: { workedExample: long(size) } }), LIMITS.text, /its worked example/],
  [
    'hints',
    (size) => ({ qa: { hints: times(size, () => ({ text: 'Look.' })) } }),
    LIMITS.hints,
    /it has 31 hints; allowed are 30/,
  ],
  ['a hint', (size) => ({ qa: { hints: [{ text: long(size) }] } }), LIMITS.text, /its hint 1,/],
  [
    'the answer of a smaller question',
    (size) => ({ qa: { hints: [{ text: 'a', scaffold: { question: 'b', kind: 'text', answer: long(size) } }] } }),
    LIMITS.answer,
    /the answer of its hint 1,/,
  ],
  [
    'accepted answers',
    (size) => ({ qa: { acceptedAnswers: times(size, String) } }),
    LIMITS.list,
    /101 accepted answers/,
  ],
  ['an accepted answer', (size) => ({ qa: { acceptedAnswers: [long(size)] } }), LIMITS.answer, /its accepted answer,/],
  ['other wordings', (size) => ({ qa: { aliases: times(size, String) } }), LIMITS.list, /101 aliases/],
  [
    'wrong answers',
    (size) => ({ qa: { wrongAnswers: times(size, (index) => ({ answer: String(index), feedback: 'No.' })) } }),
    LIMITS.list,
    /101 wrong answers/,
  ],
  [
    'words on a wrong answer',
    (size) => ({ qa: { wrongAnswers: [{ answer: '8', feedback: long(size) }] } }),
    LIMITS.text,
    /its feedback,/,
  ],
  [
    'choices',
    (size) => ({ qa: { kind: 'choice', answer: '0', choices: times(size, (id) => ({ id: String(id), text: 'a' })) } }),
    LIMITS.choices,
    /it has 27 choices; allowed are 26/,
  ],
  ['a choice', (size) => ({ qa: { choices: [{ id: 'a', text: long(size) }] } }), LIMITS.answer, /its choice a,/],
  ['a key', (size) => ({ problem: { sourceKey: long(size) } }), LIMITS.name, /its key,/],
  ['a title', (size) => ({ problem: { title: long(size) } }), LIMITS.title, /its title, .* 481 .*allowed are 480/],
  ['a stem', (size) => ({ problem: { stem: long(size) } }), LIMITS.text, /its stem,/],
  ['a licence', (size) => ({ problem: { licence: long(size) } }), LIMITS.title, /its licence,/],
  [
    'bytes of a picture',
    (size) => ({
      problem: { figures: [{ fileName: '', mediaType: 'image/png', alt: '', bytes: new Uint8Array(size) }] },
    }),
    LIMITS.figure,
    /a picture of it has 2097153 bytes; allowed are 2097152/,
  ],
  [
    'a description of a unit',
    (size) => ({ unit: { description: long(size) } }),
    LIMITS.text,
    /unit "Adding": its description,/,
  ],
  [
    'minutes of a unit',
    (size) => ({ unit: { estimatedDurationMinutes: size } }),
    LIMITS.unitMinutes,
    /read 100001 minutes/,
  ],
  [
    'a description of a course',
    (size) => ({ course: { description: long(size) } }),
    LIMITS.text,
    /^course "Numbers": its description,/,
  ],
  [
    'courses that come first',
    (size) => ({ course: { prerequisites: times(size, String) } }),
    LIMITS.list,
    /101 prerequisites/,
  ],
  ['a name of a test', (size) => ({ test: { name: long(size) } }), LIMITS.name, /its name, .* 191 /],
  [
    'minutes of a test',
    (size) => ({ test: { durationMinutes: size } }),
    LIMITS.testMinutes,
    /test "Quiz": read 10001 minutes; allowed is a whole number from 1 to 10000/,
  ],
  [
    'questions of a test',
    (size) => ({ test: { questionCount: size } }),
    60,
    /test "Quiz": read 61 questions; .* from 1 to 60/,
  ],
  ['a link', (size) => ({ test: { link: `https://${long(size - 8)}` } }), LIMITS.title, /its link, “https:/],
];

for (const [what, make, most, said] of CASES) {
  test(`${what}: as much as is allowed is taken, and one more is said with its place`, () => {
    assert.deepEqual(problemsOf(make(most)), []);
    const beyond = problemsOf(make(most + 1)).map(({ where, problem }) => `${where}: ${problem}`);
    assert.equal(beyond.length, 1, beyond.join('\n'));
    assert.match(beyond[0] ?? '', said);
  });
}

test('of a problem with several questions it is said which one', () => {
  const steps = ['7', long(LIMITS.answer + 1)].map(
    (answer): QaDraft => ({
      use: 'for study',
      level: 1,
      kind: 'text',
      question: 'What?',
      answer,
      hints: [],
      explanation: '',
    }),
  );
  const [found] = problemsOf({ problem: { steps } });
  assert.equal(found?.where, AT);
  assert.match(found?.problem ?? '', /^question 2: its answer,/);
});

test('a link that a browser would run, and two tests of one name, are said', () => {
  assert.match(
    problemsOf({ test: { link: 'javascript:alert(1)' } })[0]?.problem ?? '',
    /read the link "javascript:alert/,
  );
  const quiz: TestDraft = { name: 'Quiz', type: 'quiz', durationMinutes: 20, units: {} };
  assert.match(
    problemsOf({ course: { tests: [quiz, quiz] } })[0]?.problem ?? '',
    /the test "Quiz" stands there more than/,
  );
});
