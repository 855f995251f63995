import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { equals, feedback1, item1, scores, typed1, v1 } from '../../../../../test/support/qti-files.ts';
import { descendantsOf } from '../../../markup/markup.ts';
import { parseXml } from '../../../markup/parse-xml.ts';
import { createAnswerChecker } from '../../../tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../../tutoring/answer-checking/math-engine.ts';
import type { AnswerChecker } from '../../../tutoring/verdict.ts';
import { ItemRefused } from '../item.ts';
import { toProblem } from '../to-problem.ts';
import { readItemV1 } from './read-item.ts';

let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

const from = { sourceKey: 'k', source: 's', licence: 'l' };

function problem(item: string) {
  const [element] = descendantsOf(parseXml(new TextEncoder().encode(v1(item))), 'item');
  assert.ok(element);
  return toProblem(readItemV1(element), [], from, checker);
}

const steps = (item: string) => problem(item).draft.steps;
const only = (item: string) => {
  const [step, ...more] = steps(item);
  assert.ok(step && more.length === 0);
  return step;
};
const refused = (item: string, message: RegExp) =>
  assert.throws(
    () => problem(item),
    (error: unknown) => error instanceof ItemRefused && message.test(error.message),
  );

test('the choice that gets the points is the key, wherever it stands', () => {
  const step = only(
    item1({
      choices: { x: '5', y: '4', z: '6' },
      processing: scores(equals('r', 'x'), { points: 0 }) + scores(equals('r', 'y')),
    }),
  );
  assert.deepEqual([step.question, step.kind, step.answer], ['What is 2 + 2?', 'choice', 'b']);
  assert.deepEqual(
    step.choices?.map((choice) => choice.text),
    ['5', '4', '6'],
  );
});

test('"not this one" makes all others right, and a choice of nothing but right ones is no question', () => {
  const others = `<not>${equals('r', 'a')}</not>`;
  refused(item1({ processing: scores(others) }), /does not say which answer is right/);
  const either = scores(`<or>${equals('r', 'a')}${equals('r', 'b')}</or>`);
  assert.deepEqual(only(item1({ choices: { a: '1', b: '2', c: '3' }, processing: either })).acceptedAnswers, ['b']);
  refused(item1({ processing: either }), /each of its choices is right/);
});

test('a choice that earns a part of the points is not right, and this is said', () => {
  const { draft, notes } = problem(
    item1({ processing: scores(equals('r', 'b')) + scores(equals('r', 'a'), { points: 50 }) }),
  );
  assert.equal(draft.steps[0]?.answer, 'b');
  assert.match(notes.join(), /part of the points/);
});

test('several answers: with and and not, or by adding and taking points', () => {
  const choices = { a: 'red', b: 'soft', c: 'blue', d: 'loud' };
  const all = `<and>${equals('r', 'a')}<not>${equals('r', 'b')}</not>${equals('r', 'c')}<not>${equals('r', 'd')}</not></and>`;
  assert.equal(only(item1({ choices, cardinality: 'Multiple', processing: scores(all) })).answer, 'a,c');
  const added = ['a', 'b', 'c', 'd'].map(
    (key) =>
      `<respcondition><conditionvar>${equals('r', key)}</conditionvar><setvar varname="S" action="Add">${'ac'.includes(key) ? 50 : -25}</setvar></respcondition>`,
  );
  assert.equal(only(item1({ choices, cardinality: 'Multiple', processing: added.join('') })).answer, 'a,c');
});

test('what comes after a condition that ends the marking is not looked at', () => {
  const processing = `<respcondition title="Correct"><conditionvar>${equals('r', 'b')}</conditionvar><setvar varname="SCORE" action="Set">100</setvar></respcondition>
    <respcondition><conditionvar><other/></conditionvar><setvar varname="SCORE" action="Set">0</setvar></respcondition>`;
  assert.equal(only(item1({ processing })).answer, 'b');
});

test('feedback goes to the wrong choice that it speaks of, what is said once right explains', () => {
  const step = only(
    item1({
      choices: { a: '4', b: '5', c: '22' },
      processing:
        ['b', 'c']
          .map(
            (key) =>
              `<respcondition continue="Yes"><conditionvar>${equals('r', key)}</conditionvar><displayfeedback linkrefid="${key}_fb"/></respcondition>`,
          )
          .join('') + scores(equals('r', 'a'), { feedback: 'correct_fb' }),
      after:
        feedback1('b_fb', 'One too many.') +
        feedback1('c_fb', 'You wrote them side by side: the sum is not 4 digits long.') +
        feedback1('correct_fb', '<p>Two and two.</p>') +
        feedback1('general_incorrect_fb', 'Incorrect!'),
    }),
  );
  assert.deepEqual(step.wrongAnswers, [
    { answer: 'b', feedback: 'One too many.' },
    { answer: 'c', feedback: 'You wrote them side by side: the sum is not 4 digits long.' },
  ]);
  assert.equal(step.explanation, 'Two and two.');
});

test('feedback that names the right choice is left out, and this is said', () => {
  const { draft, notes } = problem(
    item1({
      choices: { a: 'London', b: 'Paris' },
      processing: `<respcondition continue="Yes"><conditionvar>${equals('r', 'b')}</conditionvar><displayfeedback linkrefid="b_fb"/></respcondition>${scores(equals('r', 'a'))}`,
      after: feedback1('b_fb', 'No, you meant London.'),
    }),
  );
  assert.equal(draft.steps[0]?.wrongAnswers, undefined);
  assert.match(notes.join(), /gives the right one away/);
});

test('typed answers: every one that is right is taken once', () => {
  const step = only(typed1(scores(equals('r', 'grey') + equals('r', 'Grey') + equals('r', 'gray'))));
  assert.deepEqual([step.kind, step.answer, step.acceptedAnswers], ['text', 'grey', ['gray']]);
  assert.deepEqual(
    [only(typed1(scores(equals('r', '42')))).kind, only(typed1(scores(equals('r', '42')))).answer],
    ['number', '42'],
  );
});

const numeric = (conditions: string) => typed1(conditions, { type: 'numerical_question', fib: 'fibtype="Decimal"' });
const between = (from: number, to: number) =>
  `<vargte respident="r">${from}</vargte><varlte respident="r">${to}</varlte>`;

test('numbers: exact, with a margin, in a range', () => {
  const exact = only(numeric(scores(`<or>${equals('r', '1234.0')}<and>${between(1234, 1234)}</and></or>`)));
  assert.deepEqual([exact.kind, exact.answer, exact.tolerance], ['number', '1234', undefined]);
  const margin = only(numeric(scores(`<or>${equals('r', '77.0')}<and>${between(70, 84)}</and></or>`)));
  for (const [text, verdict] of Object.entries({
    '70': 'correct',
    '84': 'correct',
    '77': 'correct',
    '69.9': 'incorrect',
    '84.1': 'incorrect',
  })) {
    const key = { ...margin, acceptedAnswers: margin.acceptedAnswers ?? [], choices: [] };
    assert.equal(checker.check(key, { text }).verdict, verdict, text);
  }
  const range = only(numeric(scores(between(1, 22))));
  assert.deepEqual([range.answer, range.explanation], ['11.5', 'Any number from 1 to 22 is right.']);
  const several = only(numeric(scores(equals('r', '1')) + scores(equals('r', '-1'))));
  assert.deepEqual([several.answer, several.acceptedAnswers], ['1', ['-1']]);
});

test('numbers that no tolerance can say are refused with the reason', () => {
  refused(numeric(scores(between(-1, 1))), /from -1 to 1, which no tolerance here can say/);
  refused(
    numeric(scores(`<or>${equals('r', '100')}<and>${between(900, 1100)}</and></or>`)),
    /100 is outside of the numbers that it takes/,
  );
  refused(numeric(scores(`<vargte respident="r">5</vargte>`)), /cannot be followed/);
  refused(numeric(scores(between(9, 11)) + scores(between(99, 101))), /different tolerances/);
  refused(numeric(scores(equals('r', 'ten'))), /read “ten” where a number is needed/);
});

const lid = (ident: string, label: string, choices: Record<string, string>, attributes = '') =>
  `<response_lid ident="${ident}" rcardinality="Single"><material><mattext>${label}</mattext></material><render_choice>${Object.entries(
    choices,
  )
    .map(
      ([key, text]) =>
        `<response_label ident="${key}" ${attributes}><material><mattext>${text}</mattext></material></response_label>`,
    )
    .join('')}</render_choice></response_lid>`;
const several = (type: string, text: string, lids: string, processing: string) =>
  `<item ident="m" title="Pairs"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>${type}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>
   <presentation><material><mattext texttype="text/html">${text}</mattext></material>${lids}</presentation><resprocessing>${processing}</resprocessing></item>`;
const adds = (ident: string, key: string) => scores(equals(ident, key), { points: 50, action: 'Add', keep: 'Yes' });

test('matching is asked row by row, and rows left empty are passed over', () => {
  const choices = { x: 'Paris', y: 'Rome', e: '' };
  const { draft, notes } = problem(
    several(
      'matching_question',
      'Capitals',
      lid('r1', 'Italy', choices) + lid('r2', 'France', choices) + lid('r3', '', choices),
      adds('r1', 'y') + adds('r2', 'x') + adds('r3', 'e'),
    ),
  );
  assert.equal(draft.stem, 'Capitals');
  assert.deepEqual(
    draft.steps.map((step) => [step.question, step.answer]),
    [
      ['Which of these goes with **Italy**?', 'b'],
      ['Which of these goes with **France**?', 'a'],
    ],
  );
  assert.match(notes.join(), /row of it is empty/);
});

test('menus in a text are gaps with choices, in the order of the text', () => {
  const read = problem(
    several(
      'multiple_dropdowns_question',
      'Roses are [b], violets [a].',
      lid('response_a', 'a', { 1: 'blue', 2: 'loud' }) + lid('response_b', 'b', { 3: 'soft', 4: 'red' }),
      adds('response_a', '1') + adds('response_b', '4'),
    ),
  );
  assert.equal(read.draft.stem, 'Roses are \\_\\_\\_\\_ (1), violets \\_\\_\\_\\_ (2).');
  assert.deepEqual(
    read.draft.steps.map((step) => [step.question, step.kind, step.answer]),
    [
      ['What belongs in gap (1)?', 'choice', 'b'],
      ['What belongs in gap (2)?', 'choice', 'a'],
    ],
  );
});

test('gaps to type into take each word that is listed, and a pattern is refused', () => {
  const open = several(
    'fill_in_multiple_blanks_question',
    'Roses are [a].',
    lid('response_a', 'a', { 1: 'red', 2: 'rouge' }),
    adds('response_a', '1'),
  );
  const step = only(open);
  assert.deepEqual(
    [step.question, step.kind, step.answer, step.acceptedAnswers],
    ['Roses are \\_\\_\\_\\_.', 'text', 'red', ['rouge']],
  );
  refused(open.replaceAll('response_label ', 'response_label scoring_algorithm="TextRegex" '), /marked by a pattern/);
  refused(open.replace('[a]', 'red'), /has no place for gap 1/);
});

test('what is right in one gap may not depend on another', () => {
  const both = (x: string, y: string) => scores(`<and>${equals('r1', x)}${equals('r2', y)}</and>`);
  const choices = { x: 'Paris', y: 'Rome' };
  const lids = lid('r1', 'One', choices) + lid('r2', 'Two', choices);
  refused(several('other', 'Name two', lids, both('x', 'y') + both('y', 'x')), /depends on what stands in another/);
  assert.deepEqual(
    steps(several('other', 'Name two', lids, both('x', 'y'))).map((step) => step.answer),
    ['a', 'b'],
  );
});

test('putting in order is asked place by place; the last place is what is left', () => {
  const ordered = item1({
    cardinality: 'Ordered',
    text: 'Sort.',
    choices: { a: 'b', b: 'c', c: 'a' },
    processing: scores(['c', 'a', 'b'].map((key) => equals('r', key)).join('')),
  });
  assert.deepEqual(
    steps(ordered).map((step) => [step.question, step.answer]),
    [
      ['Which comes first?', 'c'],
      ['Which comes second?', 'a'],
    ],
  );
});

const calculated = (text: string, answer: string, tolerance = '0') =>
  typed1('', { type: 'calculated_question', text, fib: 'fibtype="Decimal"' }).replace(
    '</item>',
    `<itemproc_extension><calculated><answer_tolerance>${tolerance}</answer_tolerance><var_sets><var_set ident="1"><var name="x">6</var><var name="y">4</var><answer>${answer}</answer></var_set><var_set ident="2"/></var_sets></calculated></itemproc_extension></item>`,
  );

test('drawn numbers become those of the first set, and this is said', () => {
  const { draft, notes } = problem(calculated('What is [x] plus [y]?', '10.0', '10%'));
  const [step] = draft.steps;
  assert.deepEqual([step?.question, step?.answer, step?.tolerance], ['What is 6 plus 4?', '10', 0.1]);
  assert.match(notes.join(), /the first of 2 sets/);
  refused(calculated('[x][y] times?', '10'), /side by side/);
  refused(calculated('[x]', '1*10^1'), /no plain number/);
});

test('choices that read the same are one, and this is said', () => {
  const { draft, notes } = problem(
    item1({ choices: { a: '3 m', b: '4 m', c: '3  m', d: '5 m' }, processing: scores(equals('r', 'c')) }),
  );
  const [step] = draft.steps;
  assert.deepEqual(
    [step?.answer, step?.choices?.map(({ id, text }) => `${id} ${text}`)],
    ['a', ['a 3 m', 'b 4 m', 'c 5 m']],
  );
  assert.ok(notes.includes('“3 m” stands more than once among its choices, and is kept once'), notes.join());
});

test('what has no counterpart is refused with a reason', () => {
  refused(typed1(scores('<other/>', { points: 0 }), { type: 'essay_question' }), /a person must mark/);
  refused(item1({ type: 'file_upload_question' }), /answered with a file/);
  refused(item1({ type: 'text_only_question' }), /only a text/);
  refused(item1({ processing: '' }), /does not say which answer is right/);
  refused(item1({ choices: { a: 'one' } }), /no two choices/);
  refused(item1({ choices: { a: 'one', b: 'one' } }), /all read the same/);
  refused(item1({ choices: { a: '<img src="x.png">', b: 'two' } }), /pictures without a description/);
  refused(item1({ text: '<iframe src="https://example.org"></iframe>' }), /film, a sound or a page/);
  refused(
    item1({ processing: scores('<durequal respident="r">5</durequal>') + scores(equals('r', 'a')) }),
    /“durequal”, which cannot be followed/,
  );
});

test('an essay with a sample solution is asked with it as the key', () => {
  const essay = typed1('', { type: 'essay_question' }).replace(
    '</item>',
    '<itemfeedback ident="s"><solution><solutionmaterial><flow_mat><material><mattext>Because it is warm.</mattext></material></flow_mat></solutionmaterial></solution></itemfeedback></item>',
  );
  assert.deepEqual([only(essay).kind, only(essay).answer], ['text', 'Because it is warm.']);
});

test('pictures are kept with their descriptions, equations as TeX', () => {
  const [element] = descendantsOf(
    parseXml(
      new TextEncoder().encode(
        v1(
          item1({
            text: 'See <img src="a/b.png" alt="a map"> and <img class="equation_image" src="/equation_images/x" data-equation-content="\\frac{1}{2}">',
          }),
        ),
      ),
    ),
    'item',
  );
  assert.ok(element);
  const item = readItemV1(element);
  assert.deepEqual(item.pictures, [{ src: 'a/b.png', alt: 'a map' }]);
  assert.equal(item.stem, 'See and $\\frac{1}{2}$');
});
