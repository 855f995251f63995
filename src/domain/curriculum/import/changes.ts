import type { Choice, Hint, WrongAnswer } from '../curriculum.ts';
import type { Change } from './import-plan.ts';
import type { CompleteQa } from './stored-course.ts';

const LONGEST = 400;

type Words<T> = { [Name in keyof T]?: (value: T[Name]) => string };

/**
 * The attributes among `words` in which two things differ, with both values in words. Values are compared as JSON, so that
 * lists are equal when all their parts are.
 */
export function changesOf<T extends object>(before: T, after: T, words: Words<T>): Change[] {
  const changes: Change[] = [];
  for (const name of Object.keys(words) as (keyof T & string)[]) {
    const say = words[name];
    if (!say || JSON.stringify(before[name]) === JSON.stringify(after[name])) continue;
    changes.push({ what: nameOf(name), before: shortened(say(before[name])), after: shortened(say(after[name])) });
  }
  return changes;
}

/** "acceptedAnswers" as "accepted answers". */
const nameOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

export const asText = (value: string): string => value;
export const asNumber = (value: number | null): string => (value === null ? '' : String(value));
export const asList = (values: readonly string[]): string => values.join('; ');

const choice = ({ id, text }: Choice): string => `${id}) ${text}`;
const hint = ({ text, scaffold }: Hint): string =>
  scaffold ? `${text} (${scaffold.question} → ${scaffold.answer})` : text;
const wrong = ({ answer, feedback }: WrongAnswer): string => `${answer}: ${feedback}`;
const eachOf =
  <T>(say: (value: T) => string) =>
  (values: readonly T[]): string =>
    values.map(say).join('\n');

/** How each attribute of a question is said. */
export const QA_WORDS: Required<Words<CompleteQa>> = {
  use: asText,
  level: asNumber,
  kind: asText,
  question: asText,
  answer: asText,
  tolerance: asNumber,
  unit: (value) => value ?? '',
  acceptedAnswers: asList,
  choices: eachOf(choice),
  aliases: asList,
  hints: eachOf(hint),
  workedExample: asText,
  explanation: asText,
  wrongAnswers: eachOf(wrong),
};
