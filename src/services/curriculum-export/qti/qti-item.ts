import { ownId } from '../../../domain/curriculum/exchange/own-id.ts';
import { isPlainNumber } from '../../../domain/curriculum/exchange/plain-number.ts';
import { withStem } from '../../../domain/curriculum/exchange/steps.ts';
import type { StoredProblem, StoredStep } from '../../../domain/curriculum/import/stored-course.ts';
import { toPortableHtml } from '../../../domain/markup/to-portable-html.ts';
import { documentOf, element, markup, type Xml } from './xml.ts';

const RESPONSE = { identifier: 'RESPONSE' };
const SCORE = { identifier: 'SCORE' };
const FEEDBACK = { identifier: 'FEEDBACK' };

export interface ItemPlace {
  identifier: string;
  /** Paths of the pictures, seen from the item. */
  pictures: readonly { path: string; alt: string }[];
}

/** One question as an item of QTI 2.1, with what it takes to understand it. */
export function qtiItem(problem: StoredProblem, index: number, { identifier, pictures }: ItemPlace): Buffer {
  const step = problem.steps[index];
  if (!step) throw new RangeError(`Problem ${problem.key} has no step ${index + 1}.`);
  const remarks = remarksOf(step);
  return documentOf(
    element(
      'assessmentItem',
      {
        xmlns: 'http://www.imsglobal.org/xsd/imsqti_v2p1',
        identifier,
        title: problem.title || identifier,
        label: ownId({ key: problem.key, step: index + 1 }, problem.steps.length),
        adaptive: 'false',
        timeDependent: 'false',
        toolName: 'allamda',
        toolVersion: '1',
      },
      [
        declaration(step),
        outcome('SCORE', 'float', '0'),
        outcome('FEEDBACK', 'identifier'),
        element('itemBody', {}, [
          element('div', {}, markup(toPortableHtml(withStem(problem.stem, step.question)))),
          ...pictures.map(({ path, alt }) => element('p', {}, element('img', { src: path, alt }))),
          interaction(step),
        ]),
        element('responseProcessing', {}, [
          element('responseCondition', {}, [
            element('responseIf', {}, [isRight(step), ...outcomes('1', 'right')]),
            ...remarks.map(({ id }) =>
              element('responseElseIf', {}, [given('identifier', id), set(FEEDBACK, 'identifier', `wrong_${id}`)]),
            ),
          ]),
        ]),
        ...(step.explanation === '' ? [] : [said('right', step.explanation)]),
        ...remarks.map(({ id, text }) => said(`wrong_${id}`, text)),
      ],
    ),
  );
}

/** Whether the step is marked as a number: what other programs read as one. */
export const isQtiNumber = ({ kind, answer, acceptedAnswers }: StoredStep): boolean =>
  kind === 'number' && [answer, ...acceptedAnswers].every(isPlainNumber);

/** Ids of choices as QTI takes them: a letter in front, nothing odd behind. */
const choiceIds = ({ choices }: StoredStep): Map<string, string> =>
  new Map(choices.map(({ id }, index) => [id, `choice_${index + 1}`]));

function rightOf(step: StoredStep): string[] {
  const ids = choiceIds(step);
  const all = step.kind === 'several choices' ? step.answer.split(',') : [step.answer, ...step.acceptedAnswers];
  return step.choices.length > 0 && /choice/.test(step.kind) ? all.map((id) => ids.get(id.trim()) ?? '') : all;
}

function remarksOf(step: StoredStep): { id: string; text: string }[] {
  const ids = choiceIds(step);
  if (step.kind !== 'choice') return [];
  return step.wrongAnswers.flatMap(({ answer, feedback }) => {
    const id = ids.get(answer);
    return id === undefined ? [] : [{ id, text: feedback }];
  });
}

const baseTypeOf = (step: StoredStep): string =>
  /choice/.test(step.kind) ? 'identifier' : isQtiNumber(step) ? 'float' : 'string';

function declaration(step: StoredStep): Xml {
  const right = rightOf(step);
  const several = step.kind === 'several choices';
  const shown = several ? right : right.slice(0, 1);
  const loose = baseTypeOf(step) === 'string' ? 'false' : undefined;
  const entries = right.map((mapKey) => element('mapEntry', { mapKey, mappedValue: 1, caseSensitive: loose }));
  return element(
    'responseDeclaration',
    { ...RESPONSE, cardinality: several ? 'multiple' : 'single', baseType: baseTypeOf(step) },
    [
      element(
        'correctResponse',
        {},
        shown.map((value) => element('value', {}, value)),
      ),
      ...(several ? [] : [element('mapping', { defaultValue: 0 }, entries)]),
    ],
  );
}

const outcome = (identifier: string, baseType: string, value?: string): Xml =>
  element(
    'outcomeDeclaration',
    { identifier, cardinality: 'single', baseType },
    value === undefined ? [] : element('defaultValue', {}, element('value', {}, value)),
  );

function interaction(step: StoredStep): Xml {
  const answer = { responseIdentifier: 'RESPONSE' };
  if (baseTypeOf(step) !== 'identifier') {
    const expectedLength = Math.max(...rightOf(step).map((text) => text.length)) + 5;
    return element('p', {}, element('textEntryInteraction', { ...answer, expectedLength }));
  }
  const ids = choiceIds(step);
  const maxChoices = step.kind === 'choice' ? 1 : 0;
  return element(
    'choiceInteraction',
    { ...answer, shuffle: 'false', maxChoices },
    step.choices.map(({ id, text }) =>
      element('simpleChoice', { identifier: ids.get(id) }, markup(toPortableHtml(text))),
    ),
  );
}

/** The test whether an answer is right. A tolerance is a share of the answer, in hundredths. */
function isRight(step: StoredStep): Xml {
  const response = element('variable', RESPONSE);
  if (step.kind === 'several choices') return element('match', {}, [response, element('correct', RESPONSE)]);
  if (baseTypeOf(step) !== 'float') return element('gt', {}, [element('mapResponse', RESPONSE), base('float', '0')]);
  const percent = step.tolerance === null ? 0 : Number((step.tolerance * 100).toPrecision(12));
  const mode =
    percent > 0 ? { toleranceMode: 'relative', tolerance: `${percent} ${percent}` } : { toleranceMode: 'exact' };
  return element(
    'or',
    {},
    rightOf(step).map((value) => element('equal', mode, [response, base('float', value)])),
  );
}

const base = (baseType: string, value: string): Xml => element('baseValue', { baseType }, value);
const given = (baseType: string, value: string): Xml =>
  element('match', {}, [element('variable', RESPONSE), base(baseType, value)]);
const set = (what: { identifier: string }, baseType: string, value: string): Xml =>
  element('setOutcomeValue', what, base(baseType, value));
const outcomes = (score: string, feedback: string): Xml[] => [
  set(SCORE, 'float', score),
  set(FEEDBACK, 'identifier', feedback),
];

const said = (identifier: string, text: string): Xml =>
  element(
    'modalFeedback',
    { outcomeIdentifier: 'FEEDBACK', identifier, showHide: 'show' },
    element('div', {}, markup(toPortableHtml(text))),
  );
