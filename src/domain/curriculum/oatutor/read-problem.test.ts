import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { CC_BY, hintJson, PNG, problemJson, stepJson } from '../../../../test/support/oatutor-folder.ts';
import { createAnswerChecker } from '../../tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../tutoring/answer-checking/math-engine.ts';
import type { AnswerChecker } from '../../tutoring/verdict.ts';
import { type ReadResult, readProblem } from './read-problem.ts';
import type { RawProblem } from './source-shape.ts';

let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

interface Made {
  problem?: Record<string, unknown>;
  step?: Record<string, unknown>;
  hints?: unknown;
  figures?: RawProblem['figures'];
}

const raw = ({ problem, step, hints = [hintJson('h1')], figures = [] }: Made = {}): RawProblem => ({
  id: 'p1',
  problem: problemJson(problem),
  steps: [{ id: 'p1a', step: stepJson(step), pathway: hints }],
  figures,
});

const read = (made: Made = {}): ReadResult => readProblem(raw(made), checker);

function taken(made: Made = {}) {
  const result = read(made);
  assert.ok(result.ok, result.ok ? '' : result.reason);
  const [step] = result.draft.steps;
  assert.ok(step);
  return { ...result, step };
}

function refused(made: Made): string {
  const result = read(made);
  assert.ok(!result.ok, 'it was taken');
  return result.reason;
}

test('the body is the stem, the step the question, and licence and source are kept', () => {
  const { draft, step, course, lesson } = taken();
  assert.equal(draft.stem, 'Dana has $3$ apples.');
  assert.equal(step.question, 'She gets $4$ more. How many has she now?');
  assert.deepEqual([step.kind, step.answer, step.acceptedAnswers], ['number', '7', []]);
  assert.equal(draft.licence, 'CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)');
  assert.equal(draft.source, 'Made-up Book, by way of OATutor (https://example.org/book)');
  assert.equal(draft.sourceKey, 'oatutor:p1');
  assert.deepEqual([course, lesson], ['OpenStax: Elementary Algebra', '2.1 Adding']);
  assert.deepEqual(step.aliases, ['Adding apples']);
});

test('kinds come from the answer', () => {
  const kinds: [string, string][] = [
    ['$$\\frac{3}{4}$$', 'number'],
    ['$$16$$ $$m$$', 'number'],
    ['$$14x^2+7xy$$', 'expression'],
    ['$$y=4x+1$$', 'expression'],
    ['$$x=-3$$, $$x=2$$', 'set'],
    ['(-inf,-4)U(-3,inf)', 'interval'],
    ['No solution here', 'text'],
  ];
  for (const [answer, kind] of kinds) assert.equal(taken({ step: { stepAnswer: [answer] } }).step.kind, kind, answer);
});

test('an answer is written as a pupil would write it, or set where that reads better', () => {
  const answerOf = (stepAnswer: string[], answerLatex?: string) => {
    const { step } = taken({ step: { stepAnswer, answerLatex } });
    return [step.answer, ...(step.acceptedAnswers ?? [])];
  };
  assert.deepEqual(answerOf(['$$-\\frac{3}{4}$$']), ['-3/4']);
  assert.deepEqual(answerOf(['$$16$$ $$m$$']), ['16 m']);
  assert.deepEqual(answerOf(['(1,inf)'], '$$(1,\\infty)$$'), ['$(1,\\infty)$', '(1,inf)']);
});

test('further right answers are accepted', () => {
  assert.deepEqual(taken({ step: { stepAnswer: ['$$x+1$$', '$$1+x+0$$'] } }).step.acceptedAnswers, ['$1+x+0$']);
});

test('choices get letters, doubles are one, and the key is the letter of the right one', () => {
  const choices = ['$$1$$', '$$2$$', '$$2$$', '$$3$$'];
  const { step, notes } = taken({ step: { problemType: 'MultipleChoice', choices, stepAnswer: ['$$3$$'] } });
  assert.deepEqual([step.kind, step.answer], ['choice', 'c']);
  assert.deepEqual(step.choices, [
    { id: 'a', text: '$1$' },
    { id: 'b', text: '$2$' },
    { id: 'c', text: '$3$' },
  ]);
  assert.match(notes.join(), /“\$2\$” stands more than once among its choices, and is kept once/);
});

test('choices that cannot be chosen from are refused', () => {
  const choice = (choices: string[], answer: string) =>
    refused({ step: { problemType: 'MultipleChoice', choices, stepAnswer: [answer] } });
  assert.match(choice(['Yes', 'No'], 'Maybe'), /not among its choices/);
  assert.match(choice([], 'Yes'), /fewer than two choices/);
  assert.match(choice(['Yes', ''], 'Yes'), /fewer than two choices/);
});

test('a problem whose choices all read the same keeps all of them, as a draft that says why', () => {
  const choices = ['is less than seven.', 'is less than seven. ', 'is less than seven.'];
  const read = taken({ step: { problemType: 'MultipleChoice', choices, stepAnswer: [choices[0]] } });
  assert.equal(read.draft.draft, 'its choices all read the same');
  assert.deepEqual(
    [read.step.kind, read.step.answer, read.step.choices?.map(({ id, text }) => `${id} ${text}`)],
    ['choice', 'a', ['a is less than seven.', 'b is less than seven.', 'c is less than seven.']],
  );
  assert.deepEqual(read.notes, ['kept as a draft, which no pupil is asked: its choices all read the same']);
});

test('hints come in the order in which they build on each other', () => {
  const hints = [
    hintJson('h3', { dependencies: ['h2'], text: 'third' }),
    hintJson('h1', { text: 'first' }),
    hintJson('h2', { dependencies: ['h1'], text: 'second' }),
  ];
  assert.deepEqual(
    taken({ hints }).step.hints.map((hint) => hint.text),
    ['first', 'second', 'third'],
  );
});

test('hints that depend on each other in a circle are taken in the order of the file, and it is said', () => {
  const hints = [
    hintJson('h1', { dependencies: ['h2'], text: 'a' }),
    hintJson('h2', { dependencies: ['h1'], text: 'b' }),
  ];
  const { step, notes } = taken({ hints });
  assert.deepEqual(
    step.hints.map((hint) => hint.text),
    ['a', 'b'],
  );
  assert.match(notes.join(), /in a circle/);
});

test('a scaffold is a smaller question with an answer of its own', () => {
  const scaffold = {
    type: 'scaffold',
    problemType: 'TextBox',
    hintAnswer: ['$$12$$'],
    title: 'Multiply',
    text: 'What is 4(3)?',
  };
  const { step } = taken({ hints: [hintJson('h1', scaffold)] });
  assert.deepEqual(step.hints, [
    { text: 'Multiply', scaffold: { question: 'What is 4(3)?', kind: 'number', answer: '12' } },
  ]);
  assert.equal(step.explanation, 'What is 4(3) → 12');
});

test('a scaffold that asks for the answer itself is a plain hint', () => {
  const scaffold = {
    type: 'scaffold',
    problemType: 'TextBox',
    hintAnswer: ['$$7$$'],
    title: 'Add',
    text: 'What is 3 + 4?',
  };
  assert.deepEqual(taken({ hints: [hintJson('h1', scaffold)] }).step.hints, [{ text: 'What is 3 + 4?' }]);
});

test('a scaffold whose answer cannot be checked stays as a hint', () => {
  const scaffold = {
    type: 'scaffold',
    problemType: 'MultipleChoice',
    hintAnswer: ['C'],
    choices: ['A', 'B'],
    text: 'Which?',
  };
  const { step, notes } = taken({ hints: [hintJson('h1', scaffold)] });
  assert.deepEqual(step.hints, [{ text: 'Which?' }]);
  assert.match(notes.join(), /became a plain hint/);
});

test('the explanation is the end of the hints, and nothing where there are none', () => {
  const hints = [1, 2, 3, 4].map((n) => hintJson(`h${n}`, { text: `Step ${n}.` }));
  assert.equal(taken({ hints }).step.explanation, 'Step 2.\n\nStep 3.\n\nStep 4.');
  assert.equal(taken({ hints: [] }).step.explanation, '');
});

test('hints without a licence of their own are counted; with a forbidding one they are left out', () => {
  const hints = [
    hintJson('h1', { license: '' }),
    hintJson('h2', { license: 'https://creativecommons.org/licenses/by-nd/4.0/' }),
  ];
  const { step, notes, unlicensedHints } = taken({ hints });
  assert.equal(step.hints.length, 1);
  assert.equal(unlicensedHints, 1);
  assert.match(notes.join(), /does not allow adaptations/);
});

test('damaged hints leave the question as it is', () => {
  const { step, notes } = taken({ hints: { not: 'a list' } });
  assert.deepEqual(step.hints, []);
  assert.match(notes.join(), /hints are left out/);
  assert.match(taken({ hints: [hintJson('h1', { text: '$$\\frac{1$$' })] }).notes.join(), /damaged formula/);
});

test('the title says what to do where nothing else does', () => {
  const bare = { stepTitle: '$$x^2=9$$', stepAnswer: ['$$x=3$$, $$x=-3$$'] };
  assert.equal(
    taken({ problem: { title: 'Solve the quadratic', body: '' }, step: bare }).draft.stem,
    'Solve the quadratic',
  );
  assert.equal(taken({ problem: { title: 'Solving things', body: '' } }).draft.stem, undefined);
});

test('a title that gives the answer away is not shown', () => {
  const telling = { title: 'Stable Equilibrium', body: '' };
  const step = {
    problemType: 'MultipleChoice',
    choices: ['Stable equilibrium', 'Unstable equilibrium'],
    stepAnswer: ['Stable equilibrium'],
    stepTitle: '$$U$$',
  };
  assert.equal(taken({ problem: telling, step }).draft.stem, undefined);
});

test('nothing is said twice', () => {
  const { draft, step } = taken({
    problem: { body: 'What is $$3+4$$?' },
    step: { stepTitle: 'Sum', stepBody: 'What is $$3+4$$?' },
  });
  assert.equal(draft.stem, 'What is $3+4$?');
  assert.equal(step.question, 'Sum\n\nWhat is $3+4$?');
  const only = taken({ problem: { body: 'What is $$3+4$$?' }, step: { stepTitle: '', stepBody: '' } });
  assert.deepEqual([only.draft.stem, only.step.question], [undefined, 'What is $3+4$?']);
});

test('a figure goes from the text to the problem, with an honest description', () => {
  const figures = [{ name: 'figure1.gif', bytes: PNG }];
  const { draft, step } = taken({
    step: { stepTitle: 'How long is the line shown?', stepBody: '##figure1.gif## ' },
    figures,
  });
  assert.equal(step.question, 'How long is the line shown?');
  assert.equal(draft.figures?.[0]?.mediaType, 'image/png');
  assert.match(draft.figures?.[0]?.alt ?? '', /Adding apples.*no description/);
});

test('a figure that is not an image, is missing or was not read stops its problem', () => {
  const step = { stepBody: '##figure1.gif##' };
  const program = new Uint8Array([0x7f, 0x45, 0x4c, 0x46, ...Array<number>(40).fill(0)]);
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
  for (const bytes of [program, svg]) {
    assert.match(refused({ step, figures: [{ name: 'figure1.gif', bytes }] }), /no GIF, PNG, JPEG or WebP/);
  }
  assert.match(refused({ step }), /is missing/);
  assert.match(
    refused({ step, figures: [{ name: 'figure1.gif', refused: 'figure1.gif is larger than 2 MB' }] }),
    /larger than 2 MB/,
  );
  assert.match(
    refused({ step: { stepBody: '##../../secret.gif##' }, figures: [{ name: 'secret.gif', bytes: PNG }] }),
    /is missing/,
  );
});

test('a figure that only a hint shows is not taken, because it would show with the question', () => {
  const { draft, notes } = taken({
    hints: [hintJson('h1', { text: 'Look: ##figure1.gif##' })],
    figures: [{ name: 'figure1.gif', bytes: PNG }],
  });
  assert.equal(draft.figures, undefined);
  assert.match(notes.join(), /a figure in a hint is left out/);
});

test('what cannot be asked honestly is refused with the reason', () => {
  assert.match(refused({ problem: { license: '' } }), /no licence/);
  assert.match(refused({ problem: { courseName: ' ' } }), /names no course/);
  assert.match(refused({ problem: { variabilization: { a: [1, 2] } } }), /variables/);
  assert.match(refused({ step: { stepAnswer: [] } }), /damaged/);
  assert.match(refused({ step: { stepAnswer: [''] } }), /no answer/);
  assert.match(refused({ step: { stepTitle: '$$\\frac{1}{$$' } }), /damaged formula/);
  assert.match(refused({ step: { problemType: 'Essay' } }), /none that is asked here/);
  assert.match(refused({ problem: { body: '' }, step: { stepTitle: '' } }), /asks nothing/);
  const none = readProblem({ id: 'p', problem: problemJson({ license: CC_BY }), steps: [], figures: [] }, checker);
  assert.ok(!none.ok && /no step/.test(none.reason));
});

test('anything that JSON can hold is refused, never thrown at', () => {
  for (const problem of [
    null,
    3,
    'x',
    [],
    {},
    { title: 3 },
    { body: ['x'] },
    JSON.parse('{"__proto__": {"title": "x"}}'),
  ]) {
    const result = readProblem(
      { id: 'p', problem, steps: [{ id: 'a', step: problem, pathway: problem }], figures: [] },
      checker,
    );
    assert.equal(result.ok, false);
  }
});

test('an answer over one may be damaged, and is pointed out', () => {
  assert.match(taken({ step: { stepAnswer: ['$$\\frac{1}{1}$$'] } }).notes.join(), /look at it/);
});

test('numbers where texts should be are read as texts, and empty fields as empty', () => {
  const { draft, step } = taken({ problem: { title: null, body: 12 }, step: { stepAnswer: [7], stepBody: null } });
  assert.deepEqual([draft.stem, step.answer, step.aliases], ['12', '7', []]);
});

test('longer ways and later steps are harder', () => {
  const many = Array.from({ length: 8 }, (_, n) => hintJson(`h${n}`));
  assert.equal(taken().step.level, 1);
  assert.equal(taken({ hints: many }).step.level, 3);
});
