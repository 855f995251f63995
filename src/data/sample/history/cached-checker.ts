import type { AnswerKey } from '../../../domain/curriculum/curriculum.ts';
import type { AnswerChecker, Verdict } from '../../../domain/tutoring/verdict.ts';

/** A checker that judges the same answer to the same key once. Keys are told apart by identity. */
export function cached(checker: AnswerChecker): AnswerChecker {
  const verdicts = new WeakMap<AnswerKey, Map<string, Verdict>>();
  const same = new WeakMap<AnswerKey, Map<string, boolean>>();
  return {
    check: (key, answer, wrongAnswers = []) => {
      const name = JSON.stringify([answer.text, answer.choiceId, answer.question, wrongAnswers.length]);
      return remember(verdicts, key, name, () => checker.check(key, answer, wrongAnswers));
    },
    sameAnswer: (key, candidate) => remember(same, key, candidate, () => checker.sameAnswer(key, candidate)),
  };
}

function remember<Value>(
  known: WeakMap<AnswerKey, Map<string, Value>>,
  key: AnswerKey,
  name: string,
  make: () => Value,
): Value {
  const ofKey = known.get(key) ?? new Map<string, Value>();
  known.set(key, ofKey);
  const before = ofKey.get(name);
  if (before !== undefined) return before;
  const value = make();
  ofKey.set(name, value);
  return value;
}
