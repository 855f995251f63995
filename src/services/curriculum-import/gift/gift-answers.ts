import type {
  MultipleChoice,
  Numerical,
  NumericalChoice,
  NumericalFormat,
  ShortAnswer,
  TextChoice,
  TrueFalse,
} from 'gift-pegjs';
import type { Choice, WrongAnswer } from '../../../domain/curriculum/curriculum.ts';
import type { QaDraft } from '../../../domain/curriculum/curriculum-draft.ts';
import { toleranceShare } from '../../../domain/curriculum/exchange/plain-number.ts';
import { oneOfEach, twinNote } from '../../../domain/curriculum/import/twin-choices.ts';
import { kindOfAnswer } from '../../../domain/tutoring/answer-checking/kind-of-answer.ts';
import { markdownOf, plainOf } from './gift-text.ts';

/** What an answer part of GIFT says about the key, and what of it was not taken. */
export interface ReadAnswers {
  key: Pick<QaDraft, 'kind' | 'answer' | 'tolerance' | 'acceptedAnswers' | 'choices' | 'wrongAnswers'>;
  /** What is said to whoever is right: part of the explanation. */
  praise: string[];
  notes: string[];
}

export type AnswersResult = ReadAnswers | { reason: string };

const choiceId = (index: number): string => String.fromCharCode(97 + index);
const isRight = ({ isCorrect, weight }: { isCorrect: boolean; weight: number | null }): boolean =>
  isCorrect ? weight === null || weight === 100 : weight === 100;
const isPartly = ({ weight }: { weight: number | null }): boolean => weight !== null && weight > 0 && weight < 100;

/** One of several, or several of several. Where no choice is wholly right, the pupil needs all that are partly right. */
export function readChoices({ choices }: MultipleChoice): AnswersResult {
  if (choices.length > 26) return { reason: `it has ${choices.length} choices; 26 can be asked here` };
  const written = choices.map(({ text }, index): Choice => ({ id: choiceId(index), text: markdownOf(text) }));
  if (written.some(({ text }) => text === '')) return { reason: 'one of its choices is empty' };
  const { all, idAt, twins } = lettered(written);
  const idsOf = (is: (choice: TextChoice) => boolean) => [
    ...new Set(choices.flatMap((choice, index) => (is(choice) ? [idAt(index)] : []))),
  ];
  const [right, partly] = [idsOf(isRight), idsOf(isPartly)];
  const several = right.length === 0;
  const answers = several ? partly : right;
  const [first] = answers;
  if (first === undefined) return { reason: 'none of its choices is right' };
  if (all.length < 2) return { reason: 'it has only one choice' };
  const wrong = wrongAnswersOf(choices, (index) => (answers.includes(idAt(index)) ? null : idAt(index)));
  const notes = twins.map(twinNote);
  if (several && partly.length > 0)
    notes.push('marks for a part of the right choices are not given here: all of them are needed');
  if (!several && partly.length > 0) notes.push('choices that were worth a part of the mark count as wrong here');
  return {
    key: {
      kind: several ? 'several choices' : 'choice',
      answer: several ? answers.join(',') : first,
      acceptedAnswers: several ? [] : answers.slice(1),
      choices: all,
      wrongAnswers: several ? [] : wrong,
    },
    praise: choices.flatMap(({ feedback }, index) => (answers.includes(idAt(index)) ? says(feedback) : [])),
    notes: several && wrong.length > 0 ? [...notes, 'what was said to single wrong choices is left out'] : notes,
  };
}

/** Choices that read the same are one, so that the letters go on without a gap. */
function lettered(written: readonly Choice[]) {
  const { choices, ids, twins } = oneOfEach(written);
  const all = choices.map(({ text }, at): Choice => ({ id: choiceId(at), text }));
  const idAt = (index: number) => choiceId(choices.findIndex(({ id }) => id === ids.get(choiceId(index))));
  return { all, idAt, twins };
}

function wrongAnswersOf(choices: readonly TextChoice[], idOf: (index: number) => string | null): WrongAnswer[] {
  return choices.flatMap(({ feedback }, index) => {
    const id = idOf(index);
    const [said] = says(feedback);
    return id !== null && said !== undefined ? [{ answer: id, feedback: said }] : [];
  });
}

const says = (feedback: TextChoice['feedback']): string[] => [markdownOf(feedback)].filter((text) => text !== '');

/** True and false as two choices. The first feedback of GIFT is for the wrong answer, the second for the right one. */
export function readTrueFalse({ isTrue, trueFeedback: first, falseFeedback: second }: TrueFalse): ReadAnswers {
  const [right, wrong] = isTrue ? ['a', 'b'] : ['b', 'a'];
  return {
    key: {
      kind: 'choice',
      answer: right ?? 'a',
      choices: [
        { id: 'a', text: 'True' },
        { id: 'b', text: 'False' },
      ],
      wrongAnswers: says(first).map((feedback) => ({ answer: wrong ?? 'b', feedback })),
    },
    praise: says(second),
    notes: [],
  };
}

/** Words, numbers or formulas that are typed. */
export function readShort({ choices }: ShortAnswer): AnswersResult {
  const notes: string[] = [];
  const pattern = (text: string) => /(?<!\\)\*/.test(text);
  const texts = choices.map((choice) => ({ ...choice, answer: plainOf(choice.text) }));
  // A star that is meant has a backslash before it.
  const meant = (text: string) => text.replaceAll('\\*', '*');
  const right = texts.filter((choice) => isRight(choice) && !pattern(choice.answer)).map(({ answer }) => meant(answer));
  const usable = [...new Set(right)].filter((answer) => answer !== '');
  const [first, ...others] = usable;
  if (first === undefined) {
    const only = texts.some((choice) => isRight(choice) && pattern(choice.answer));
    return {
      reason: only
        ? 'its answer has a * for any letters, which cannot be checked here'
        : 'no answer of it is wholly right',
    };
  }
  if (texts.some((choice) => isRight(choice) && pattern(choice.answer)))
    notes.push('answers with a * for any letters are left out');
  if (texts.some(isPartly)) notes.push('answers that were worth a part of the mark are left out');
  if (texts.some(({ answer, weight, feedback }) => answer === '*' && weight === 0 && feedback))
    notes.push('what was said to any other answer is left out');
  const kinds = new Set(usable.map(kindOfAnswer));
  return {
    key: {
      kind: kinds.size === 1 ? kindOfAnswer(first) : 'text',
      answer: first,
      acceptedAnswers: others,
      wrongAnswers: texts.flatMap(({ answer, weight, feedback }) =>
        weight === 0 && answer !== '*' && answer !== ''
          ? says(feedback).map((said) => ({ answer: meant(answer), feedback: said }))
          : [],
      ),
    },
    praise: texts.filter(isRight).flatMap(({ feedback }) => says(feedback)),
    notes,
  };
}

interface Measured {
  answer: string;
  tolerance: number;
  /** What else is right, in words, where that is a range. */
  range: string | null;
}

/** A number, one with a tolerance, or any number within bounds. */
export function readNumerical({ choices }: Numerical): AnswersResult {
  const list = Array.isArray(choices) ? choices : [{ isCorrect: true, weight: null, text: choices, feedback: null }];
  const right = list.filter((choice) => isRight(choice) && isNumber(choice.text));
  const [first, ...others] = right.map(({ text }) => measured(text));
  if (first === undefined) return { reason: 'no answer of it is wholly right' };
  if (first === null) return { reason: 'any number around zero is right, and such a range cannot be checked here' };
  const notes: string[] = [];
  const same = others.filter((other) => other !== null && other.tolerance <= first.tolerance);
  if (same.length < others.length) notes.push('a further right answer with a wider range is left out');
  if (list.some(isPartly)) notes.push('answers that were worth a part of the mark are left out');
  if (list.some(({ text, feedback }) => !isNumber(text) && feedback))
    notes.push('what was said to any other answer is left out');
  return {
    key: {
      kind: 'number',
      answer: first.answer,
      ...(first.tolerance > 0 ? { tolerance: first.tolerance } : {}),
      acceptedAnswers: same.flatMap((other) => (other ? [other.answer] : [])),
      wrongAnswers: wrongNumbers(list),
    },
    praise: [
      ...right.flatMap(({ feedback }) => says(feedback)),
      ...(first.range === null ? [] : [`Any number from ${first.range} is right.`]),
    ],
    notes,
  };
}

const isNumber = (text: NumericalFormat): boolean => text.number !== undefined || text.numberLow !== undefined;

/** The middle of a range, and how far it reaches as a share of it; null where that cannot be said. */
function measured({ number, range = 0, numberLow, numberHigh }: NumericalFormat): Measured | null {
  if (number !== undefined && range === 0) return { answer: written(number), tolerance: 0, range: null };
  const [a, b] = number === undefined ? [numberLow ?? 0, numberHigh ?? 0] : [number - range, number + range];
  const [low, high] = a <= b ? [a, b] : [b, a];
  const middle = number ?? Number(((low + high) / 2).toPrecision(12));
  const tolerance = toleranceShare(number === undefined ? (high - low) / 2 : range, middle);
  if (low === high) return { answer: written(middle), tolerance: 0, range: null };
  if (!(tolerance < 1)) return null;
  return { answer: written(middle), tolerance, range: `${written(low)} to ${written(high)}` };
}

const written = (number: number): string => String(Number(number.toPrecision(12)));

function wrongNumbers(list: readonly NumericalChoice[]): WrongAnswer[] {
  return list.flatMap(({ text, weight, isCorrect, feedback }) => {
    const wrong = weight === 0 || !isCorrect;
    if (!wrong || text.number === undefined) return [];
    return says(feedback).map((said) => ({ answer: written(text.number ?? 0), feedback: said }));
  });
}
