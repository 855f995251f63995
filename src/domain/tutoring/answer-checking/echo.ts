import type { AnswerKey } from '../../curriculum/curriculum.ts';
import { rightAnswers } from './judgement.ts';
import { showObject } from './math-objects.ts';
import { readMath } from './math-reader.ts';
import { bareAnswers } from './sentences.ts';
import { compact, tidy } from './tidy.ts';

const OPERATION = /[+*/^=(]|.-|\\frac|\\sqrt|sqrt/;

/**
 * Whether an answer only repeats an expression that stands in the question ("3 + 11", "x² + 5x + 6" where it is to be factored):
 * of the right value, and no answer. An answer that reads like the key is none of that, even where the question shows the key.
 */
export function repeatsQuestion(key: AnswerKey, text: string, question: string): boolean {
  if (key.kind === 'choice' || key.kind === 'several choices' || key.kind === 'text') return false;
  const keys = rightAnswers(key).map(plainForm);
  const stated = spelledOut(question);
  return bareAnswers(tidy(text)).some((candidate) => {
    const form = plainForm(candidate);
    return OPERATION.test(candidate) && !keys.includes(form) && stated.includes(form);
  });
}

/** The formulas of a question: between dollar signs, and runs of mathematical characters in its text. */
function spelledOut(question: string): string[] {
  const tex = [...question.matchAll(/\$\$?([^$]{1,300})\$/g)].map((found) => found[1] ?? '');
  const sides = tex.flatMap((formula) => [formula, ...formula.split(/=|\\leq?|\\geq?|<|>/)]);
  const plain = tidy(question).match(/(?:\d[\d.,]*|[()+*/^-]| |(?<![a-z])[a-z](?![a-z])|sqrt){2,80}/gi) ?? [];
  return [...sides, ...plain].map(plainForm);
}

function plainForm(text: string): string {
  const object = readMath(text, { alternative: false, known: new Set(), oneNumber: true });
  return object ? showObject(object) : compact(text);
}
