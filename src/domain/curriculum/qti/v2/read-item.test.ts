import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { choices2, declared, item2 } from '../../../../../test/support/qti-files.ts';
import { parseXml } from '../../../markup/parse-xml.ts';
import { createAnswerChecker } from '../../../tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../../tutoring/answer-checking/math-engine.ts';
import type { AnswerChecker } from '../../../tutoring/verdict.ts';
import { ItemRefused } from '../item.ts';
import { toProblem } from '../to-problem.ts';
import { readItemV2 } from './read-item.ts';
import { withNamesOf2x } from './version-names.ts';

let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

const read = (xml: string, document?: (href: string) => string | undefined) =>
  readItemV2(withNamesOf2x(parseXml(new TextEncoder().encode(xml))), document);
const problem = (xml: string) => toProblem(read(xml), [], { sourceKey: 'k', source: 's', licence: 'l' }, checker);
const steps = (xml: string) => problem(xml).draft.steps;
const asked = (xml: string) => steps(xml).map((step) => [step.question, step.kind, step.answer]);
const only = (xml: string) => {
  const [step, ...more] = steps(xml);
  assert.ok(step && more.length === 0);
  return step;
};
const refused = (xml: string, message: RegExp) =>
  assert.throws(
    () => problem(xml),
    (error: unknown) => error instanceof ItemRefused && message.test(error.message),
  );

const CORRECT = '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p2/rptemplates/match_correct"/>';
const MAP = '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response"/>';
const map = (entries: Record<string, number>) =>
  `<mapping defaultValue="0">${Object.entries(entries)
    .map(([key, value]) => `<mapEntry mapKey="${key}" mappedValue="${value}"/>`)
    .join('')}</mapping>`;

test('a choice: the text before it, the prompt, the key', () => {
  const xml = item2(declared(['B']), `<p>Read this.</p>${choices2({ A: 'one', B: 'two' })}`, CORRECT);
  assert.deepEqual(asked(xml), [['Read this.\n\nWhich?', 'choice', 'b']]);
  assert.equal(problem(xml).draft.title, 'An item');
});

test('several choices: those declared, or those that a mapping gives points for', () => {
  const body = choices2({ H: 'Hydrogen', O: 'Oxygen', C: 'Carbon' }, { most: 0 });
  assert.equal(only(item2(declared(['H', 'O'], { cardinality: 'multiple' }), body, MAP)).answer, 'a,b');
  assert.equal(
    only(item2(declared([], { cardinality: 'multiple', mapping: map({ H: 1, O: 1, C: -1 }) }), body, MAP)).answer,
    'a,b',
  );
});

test('answers that only the marking names are found in it', () => {
  const branch = (element: string, keys: string[]) =>
    `<${element}><match><variable identifier="RESPONSE"/><multiple>${keys.map((key) => `<baseValue baseType="identifier">${key}</baseValue>`).join('')}</multiple></match><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></${element}>`;
  const processing = `<responseProcessing><responseCondition>${branch('responseIf', ['A', 'B'])}${branch('responseElseIf', ['C'])}</responseCondition></responseProcessing>`;
  const step = only(
    item2(declared([], { cardinality: 'multiple' }), choices2({ A: '1', B: '2', C: '3' }, { most: 0 }), processing),
  );
  assert.deepEqual([step.answer, step.acceptedAnswers], ['a,b', ['c']]);
});

test('a gap to type into, with all words that earn as much as the declared one', () => {
  const body = '<p>This sun of <textEntryInteraction responseIdentifier="RESPONSE"/>;</p>';
  const step = only(
    item2(declared(['York'], { type: 'string', mapping: map({ York: 1, Yorke: 1, Lancaster: 0.5 }) }), body, MAP),
  );
  assert.deepEqual(
    [step.question, step.kind, step.answer, step.acceptedAnswers],
    ['This sun of \\_\\_\\_\\_;', 'text', 'York', ['Yorke']],
  );
});

test('numbers with a tolerance, and a slider', () => {
  const equal = (mode: string, tolerance: string) =>
    `<responseProcessing><responseCondition><responseIf><equal toleranceMode="${mode}" tolerance="${tolerance}"><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></equal><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>`;
  const body = '<p><textEntryInteraction responseIdentifier="RESPONSE"/></p>';
  const number = declared(['4'], { type: 'float' });
  assert.equal(only(item2(number, body, equal('relative', '5.0 5.0'))).tolerance, 0.05);
  assert.equal(only(item2(number, body, equal('absolute', '1'))).tolerance, 0.25);
  const slider =
    '<sliderInteraction responseIdentifier="RESPONSE" lowerBound="0" upperBound="9"><prompt>How many?</prompt></sliderInteraction>';
  assert.deepEqual(asked(item2(declared(['4'], { type: 'integer' }), slider, CORRECT)), [
    ['How many?\n\nA number from 0 to 9.', 'number', '4'],
  ]);
});

test('several places in one text are numbered gaps under one stem', () => {
  const body = `<p>Now is the <inlineChoiceInteraction responseIdentifier="A"><inlineChoice identifier="w">winter</inlineChoice><inlineChoice identifier="s">spring</inlineChoice></inlineChoiceInteraction>
    of our <textEntryInteraction responseIdentifier="B"/>.</p>`;
  const xml = item2(declared(['w'], { id: 'A' }) + declared(['discontent'], { id: 'B', type: 'string' }), body);
  assert.equal(problem(xml).draft.stem, 'Now is the \\_\\_\\_\\_ (1) of our \\_\\_\\_\\_ (2).');
  assert.deepEqual(asked(xml), [
    ['What belongs in gap (1)?', 'choice', 'a'],
    ['What belongs in gap (2)?', 'text', 'discontent'],
  ]);
});

test('order, matching, pairs and words to place become questions that are marked one by one', () => {
  const order = `<orderInteraction responseIdentifier="RESPONSE"><prompt>Sort.</prompt>${['A', 'B', 'C'].map((key) => `<simpleChoice identifier="${key}">${key}${key}</simpleChoice>`).join('')}</orderInteraction>`;
  assert.deepEqual(asked(item2(declared(['C', 'A', 'B'], { cardinality: 'ordered' }), order, CORRECT)), [
    ['Which comes first?', 'choice', 'c'],
    ['Which comes second?', 'choice', 'a'],
  ]);
  const set = (keys: string[]) =>
    `<simpleMatchSet>${keys.map((key) => `<simpleAssociableChoice identifier="${key}" matchMax="9">${key}</simpleAssociableChoice>`).join('')}</simpleMatchSet>`;
  const match = (...keys: string[][]) =>
    `<matchInteraction responseIdentifier="RESPONSE"><prompt>Match.</prompt>${keys.map(set).join('')}</matchInteraction>`;
  const pairs = (...values: string[]) => declared(values, { cardinality: 'multiple', type: 'directedPair' });
  assert.deepEqual(asked(item2(pairs('P T', 'C R'), match(['C', 'P'], ['R', 'T']), CORRECT)), [
    ['Which of these goes with **C**?', 'choice', 'a'],
    ['Which of these goes with **P**?', 'choice', 'b'],
  ]);
  assert.deepEqual(asked(item2(pairs('A X', 'B X', 'C Y'), match(['A', 'B', 'C', 'D'], ['X', 'Y']), CORRECT)), [
    ['Which of these go with **X**? Choose all of them.', 'several choices', 'a,b'],
    ['Which of these go with **Y**? Choose all of them.', 'several choices', 'c'],
  ]);
  const list = ['A', 'B', 'C', 'D'].map(
    (key) => `<simpleAssociableChoice identifier="${key}" matchMax="1">${key}</simpleAssociableChoice>`,
  );
  const associate = `<associateInteraction responseIdentifier="RESPONSE"><prompt>Rivals.</prompt>${list.join('')}</associateInteraction>`;
  assert.deepEqual(
    asked(item2(declared(['A D', 'B C'], { cardinality: 'multiple', type: 'pair' }), associate, CORRECT)),
    [
      ['Which of these goes with **A**?', 'choice', 'c'],
      ['Which of these goes with **B**?', 'choice', 'b'],
    ],
  );
  const gaps = `<gapMatchInteraction responseIdentifier="RESPONSE"><prompt>Fill.</prompt><gapText identifier="W">winter</gapText><gapText identifier="S">summer</gapText><p>Now is the <gap identifier="G1"/> made <gap identifier="G2"/>.</p></gapMatchInteraction>`;
  const placed = problem(item2(pairs('W G1', 'S G2'), gaps, CORRECT)).draft;
  assert.equal(placed.stem, 'Fill.\n\nNow is the \\_\\_\\_\\_ (1) made \\_\\_\\_\\_ (2).');
  assert.deepEqual(
    placed.steps.map((step) => step.answer),
    ['a', 'b'],
  );
});

test('words to pick out of a text are set in bold and are the choices', () => {
  const text = (second: string) =>
    `<hottextInteraction responseIdentifier="RESPONSE" maxChoices="1"><p>The <hottext identifier="A">fox</hottext> and the <hottext identifier="B">${second}</hottext>.</p></hottextInteraction>`;
  assert.deepEqual(asked(item2(declared(['B']), text('dog'), CORRECT)), [
    ['The **fox** and the **dog**.', 'choice', 'b'],
  ]);
  refused(item2(declared(['B']), text('fox'), CORRECT), /stand in its text more than once/);
});

test('feedback, hints and solutions find their places', () => {
  const body = `<choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>Who?</prompt>
    <simpleChoice identifier="A">George<feedbackInline outcomeIdentifier="FB" identifier="A" showHide="show">He lives elsewhere.</feedbackInline></simpleChoice>
    <simpleChoice identifier="B">Vicente</simpleChoice></choiceInteraction><p><endAttemptInteraction responseIdentifier="HINT" title="Hint"/></p>
    <rubricBlock view="scorer"><p>Mark with care.</p></rubricBlock>`;
  const processing = `<responseProcessing><responseCondition><responseIf><variable identifier="HINT"/><setOutcomeValue identifier="FB"><baseValue baseType="identifier">HINT</baseValue></setOutcomeValue></responseIf>
    <responseElse><setOutcomeValue identifier="FB"><variable identifier="RESPONSE"/></setOutcomeValue></responseElse></responseCondition></responseProcessing>
    <modalFeedback outcomeIdentifier="FB" identifier="HINT" showHide="show">Think of the south.</modalFeedback><modalFeedback outcomeIdentifier="FB" identifier="B" showHide="show">He was elected in 2000.</modalFeedback>`;
  const outcomes = '<outcomeDeclaration identifier="FB" cardinality="single" baseType="identifier"/>';
  const step = only(
    item2(declared(['B']) + declared([], { id: 'HINT', type: 'boolean' }) + outcomes, body, processing),
  );
  assert.equal(step.question, 'Who?');
  assert.deepEqual(
    step.choices?.map((choice) => choice.text),
    ['George', 'Vicente'],
  );
  assert.deepEqual(step.wrongAnswers, [{ answer: 'a', feedback: 'He lives elsewhere.' }]);
  assert.deepEqual(step.hints, [{ text: 'Think of the south.' }]);
  assert.equal(step.explanation, 'He was elected in 2000.');
});

test('a text in a file of its own comes before the question, and is missed when it is not there', () => {
  const xml = item2(
    declared(['A']),
    `<object data="text.html" type="text/html"/>${choices2({ A: 'yes', B: 'no' })}`,
    CORRECT,
  );
  assert.match(
    read(xml, () => '<html><head><title>T</title></head><body><p>The islands.</p></body></html>').stem,
    /^The islands\./,
  );
  assert.throws(() => read(xml), /text.html, is not in the package/);
});

test('QTI 3.0 is read with its own names', () => {
  const xml = `<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i3" title="Three">
    <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier"><qti-correct-response><qti-value>B</qti-value></qti-correct-response></qti-response-declaration>
    <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
    <qti-item-body><p>Read.</p><qti-choice-interaction response-identifier="RESPONSE" max-choices="1"><qti-prompt>Which?</qti-prompt>
    <qti-simple-choice identifier="A">one</qti-simple-choice><qti-simple-choice identifier="B">two</qti-simple-choice></qti-choice-interaction></qti-item-body>
    <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/></qti-assessment-item>`;
  assert.deepEqual(asked(xml), [['Read.\n\nWhich?', 'choice', 'b']]);
});

test('what has no counterpart is refused with a reason', () => {
  const one = declared(['A']);
  const body = choices2({ A: 'a', B: 'b' });
  const alone = (name: string) => item2(one, `<${name} responseIdentifier="RESPONSE"/>`);
  refused(alone('hotspotInteraction'), /click on a picture/);
  refused(alone('uploadInteraction'), /answered with a file/);
  refused(alone('drawingInteraction'), /a drawing/);
  refused(alone('somethingNewInteraction'), /not known here: somethingNewInteraction/);
  refused(item2('', body), /does not say which answer is right/);
  refused(item2(declared([]), body), /does not say which answer is right/);
  refused(item2(declared(['Z']), body, CORRECT), /not among its choices/);
  refused(
    item2(declared([], { type: 'string' }), '<extendedTextInteraction responseIdentifier="RESPONSE"/>'),
    /a person must mark/,
  );
  refused(
    item2(`${one}<templateDeclaration identifier="n" cardinality="single" baseType="integer"/>`, body),
    /made anew by a program/,
  );
  refused(
    item2(one, `<feedbackBlock outcomeIdentifier="F" identifier="x" showHide="show">${body}</feedbackBlock>`),
    /appear one after the other/,
  );
  refused(item2(one, '<p>Only words.</p>'), /only a text/);
  refused(item2(one, `<video src="x.mp4"/>${body}`), /a film, a sound/);
  refused(item2(one, `<object data="x.svg" type="image/svg+xml"/>${body}`), /image\/svg\+xml; PNG/);
});

test('a declared answer that earns nothing in its own marking is refused', () => {
  const wrong = `<responseProcessing><responseCondition><responseIf><match><variable identifier="RESPONSE"/><baseValue baseType="identifier">B</baseValue></match><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>`;
  refused(item2(declared(['A']), choices2({ A: 'a', B: 'b' }), wrong), /earns nothing in its own marking/);
});

test('gaps that are compared with each other are refused: what is right in one depends on the other', () => {
  const two = declared(['x'], { id: 'A', type: 'string' }) + declared(['y'], { id: 'B', type: 'string' });
  const body = '<p><textEntryInteraction responseIdentifier="A"/> <textEntryInteraction responseIdentifier="B"/></p>';
  const processing =
    '<responseProcessing><responseCondition><responseIf><stringMatch caseSensitive="false"><variable identifier="A"/><variable identifier="B"/></stringMatch></responseIf></responseCondition></responseProcessing>';
  refused(item2(two, body, processing), /depends on what stands in another/);
});
