import type { ScaffoldContent, StepContent } from '../../../shared/curriculum-content.ts';
import { isReadable } from '../../tutoring/answer-checking/kind-of-answer.ts';
import type { AnswerChecker } from '../../tutoring/verdict.ts';
import type { AnswerKey, Choice, QaKind } from '../curriculum.ts';
import { readsAs } from '../import/twin-choices.ts';
import { checkLength, checkNumber, type FieldProblem, LONGEST } from './field-problem.ts';

const EXAMPLES: Partial<Record<QaKind, string>> = {
  number: 'a number, such as 12, 3/4, 2.5 or 6.02e23',
  expression: 'an expression, such as 2x + 6',
  set: 'a set, such as {-2, 3}',
  interval: 'an interval, such as [0, 4) or x > 3',
};

const asKey = ({ kind, answer, tolerance, unit, acceptedAnswers, choices }: StepContent): AnswerKey => ({
  kind,
  answer,
  acceptedAnswers,
  choices,
  ...(tolerance === null ? {} : { tolerance }),
  ...(unit === null ? {} : { unit }),
});

/** The key of a step as the checker reads it. */
export const keyOf = asKey;

/**
 * All that is wrong with a question, each beside the field that it is about. The answer checker has the last word: the key must
 * be right by itself, and an answer that is foreseen as wrong must not be.
 */
export function checkStep(step: StepContent, checker: AnswerChecker): FieldProblem[] {
  const problems = [
    ...needed('question', step.question, 'The question is empty.'),
    ...checkNumber('level', step.level, { least: 1, most: 4, whole: true }),
    ...checkTolerance(step),
    ...checkLength('unit', step.unit ?? '', LONGEST.name),
    ...checkLength('workedExample', step.workedExample, LONGEST.text),
    ...checkLength('explanation', step.explanation, LONGEST.text),
    ...checkKey('', step),
    ...step.hints.flatMap(({ text, scaffold }, index) => checkHint(index, text, scaffold, checker)),
    ...step.wrongAnswers.flatMap(checkWrongAnswer),
  ];
  const isWrong = (name: string) => problems.some(({ field }) => field === name);
  if (isWrong('choices')) return problems;
  problems.push(...checkAccepted(step, checker));
  return isWrong('answer') ? problems : [...problems, ...askChecker(step, checker)];
}

function needed(field: string, text: string, problem: string): FieldProblem[] {
  return text.trim() === '' ? [{ field, problem }] : checkLength(field, text, LONGEST.text);
}

function checkTolerance({ tolerance, kind }: StepContent): FieldProblem[] {
  if (tolerance === null) return [];
  if (!(tolerance >= 0 && tolerance < 1)) {
    return [{ field: 'tolerance', problem: 'A share of the answer from 0 up to 1 is needed: 0.01 is one percent.' }];
  }
  return kind === 'number' ? [] : [{ field: 'tolerance', problem: 'Only numbers have a tolerance.' }];
}

/** The form of an answer: among the choices, or readable as its kind. `prefix` goes before the names of fields. */
function checkKey(prefix: string, { kind, answer, choices }: Pick<StepContent, 'kind' | 'answer' | 'choices'>) {
  const at = (field: string, problem: string): FieldProblem => ({ field: prefix + field, problem });
  if (kind === 'choice' || kind === 'several choices') return checkChoices(kind, answer, choices, at);
  if (answer.trim() === '') return [at('answer', 'The answer is empty.')];
  if (answer.length > 500) return [at('answer', `This has ${answer.length} characters; at most 500 are taken.`)];
  const example = EXAMPLES[kind];
  if (!example) return [];
  return isReadable(kind, answer) ? [] : [at('answer', `“${answer}” cannot be read as ${example}.`)];
}

function checkChoices(
  kind: QaKind,
  answer: string,
  choices: readonly Choice[],
  at: (field: string, problem: string) => FieldProblem,
): FieldProblem[] {
  const found: FieldProblem[] = [];
  const ids = choices.map(({ id }) => id);
  if (choices.length < 2) found.push(at('choices', 'At least two choices are needed.'));
  const texts = choices.map(({ text }) => readsAs(text));
  const twice = texts.find((text, index) => texts.indexOf(text) !== index);
  if (twice !== undefined) found.push(at('choices', `“${twice}” stands there twice.`));
  const marked = answer
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);
  if (marked.length === 0) found.push(at('choices', 'Mark what is right.'));
  if (kind === 'choice' && marked.length > 1)
    found.push(at('choices', 'Mark one choice: this question has one answer.'));
  if (marked.some((id) => !ids.includes(id))) found.push(at('choices', 'The choice that is marked is empty.'));
  return found;
}

function checkHint(index: number, text: string, scaffold: ScaffoldContent | null, checker: AnswerChecker) {
  const field = `hint${index}`;
  const found = checkLength(field, text, LONGEST.text);
  if (text.trim() === '') found.push({ field, problem: 'The hint is empty.' });
  if (!scaffold) return found;
  const inside = checkKey(`${field}.`, scaffold);
  if (scaffold.question.trim() === '')
    inside.push({ field: `${field}.question`, problem: 'The smaller question is empty.' });
  if (inside.length > 0) return [...found, ...inside];
  const key = { kind: scaffold.kind, answer: scaffold.answer, acceptedAnswers: [], choices: scaffold.choices };
  return isRight(checker, key, scaffold.answer)
    ? found
    : [...found, { field: `${field}.answer`, problem: 'The answer checker does not take this answer for right.' }];
}

function checkWrongAnswer({ answer, feedback }: StepContent['wrongAnswers'][number], index: number): FieldProblem[] {
  const field = `wrong${index}`;
  return [
    ...(answer.trim() === '' ? [{ field, problem: 'The wrong answer is empty.' }] : []),
    ...(feedback.trim() === '' ? [{ field, problem: 'Say what to tell a pupil who answers this.' }] : []),
  ];
}

/** Each of them is an answer by itself, whatever the key is. */
function checkAccepted(step: StepContent, checker: AnswerChecker): FieldProblem[] {
  return step.acceptedAnswers.flatMap((answer) => {
    const alone = { ...asKey(step), answer, acceptedAnswers: [] };
    const reads = checkKey('', { ...step, answer }).length === 0 && isRight(checker, alone, answer);
    return reads
      ? []
      : [{ field: 'acceptedAnswers', problem: `“${answer}” cannot be read as an answer of this kind.` }];
  });
}

/** What is seen only with a key that can be read. */
function askChecker(step: StepContent, checker: AnswerChecker): FieldProblem[] {
  const key = asKey(step);
  const found: FieldProblem[] = [];
  if (!isRight(checker, key, step.answer)) {
    found.push({ field: 'answer', problem: `The answer checker does not take “${step.answer}” for right.` });
  }
  step.wrongAnswers.forEach(({ answer, feedback }, index) => {
    if (answer.trim() !== '' && isRight(checker, key, answer)) {
      found.push({ field: `wrong${index}`, problem: `“${answer}” is right by the key.` });
    }
    if (feedback.trim() !== '' && step.kind !== 'text' && checker.sameAnswer(key, feedback)) {
      found.push({
        field: `wrong${index}`,
        problem: 'What is said about a wrong answer may not give the right one away.',
      });
    }
  });
  return found;
}

function isRight(checker: AnswerChecker, key: AnswerKey, answer: string): boolean {
  const isChoice = key.kind === 'choice';
  return checker.check(key, { text: answer, ...(isChoice ? { choiceId: answer } : {}) }).verdict === 'correct';
}
