import type { AnswerKey, Item } from '../curriculum/curriculum.ts';
import type { OpenPart, PupilAct } from './dialogue.ts';
import { normalForm } from './match-phrase.ts';
import { isNonAnswer } from './non-answer.ts';
import type { Phrases } from './phrases.ts';
import type { AnswerChecker, Verdict } from './verdict.ts';

const MAX_ANSWER = 2000;

type Attempt = Extract<PupilAct, { type: 'attempt' }>;

/** The message as an attempt at the item, judged. What is too long to be an answer is not judged. */
export function attemptAt(item: Item, text: string, checker: AnswerChecker, choiceId?: string): Attempt {
  const answer = text.slice(0, MAX_ANSWER);
  const question = `${item.stem}\n${item.question}`.trim();
  const checked = { text: answer, question, ...(choiceId === undefined ? {} : { choiceId }) };
  const verdict: Verdict =
    text.length > MAX_ANSWER
      ? { verdict: 'cannot judge', reason: 'too long' }
      : checker.check(item.key, checked, item.wrongAnswers);
  return {
    type: 'attempt',
    answer: answer || clicked(item, choiceId),
    ...(choiceId === undefined ? {} : { choiceId }),
    verdict,
  };
}

const clicked = (item: Item, choiceId: string | undefined): string =>
  item.key.choices.find((choice) => choice.id === choiceId)?.text ?? choiceId ?? '';

/** Whether the message is nothing but an answer: the right one, one of the choices, or a wrong one that was foreseen. */
export function isAnswerItself(item: Item, text: string, checker: AnswerChecker): boolean {
  const plain = normalForm(text);
  const named = [...item.key.choices.map((choice) => choice.text), ...item.wrongAnswers.map((wrong) => wrong.answer)];
  const isNamed = plain !== '' && named.some((answer) => normalForm(answer) === plain && sameMarks(answer, text));
  return isNamed || checker.sameAnswer(item.key, text.replace(/[\s?؟？.!]+$/, ''));
}

/** Normal form drops marks, and "-5" is not "5". */
function sameMarks(a: string, b: string): boolean {
  const marks = (text: string) => text.replace(/[\s\p{L}\p{N}.,!?'’"]/gu, '');
  return /^\p{L}/u.test(a.trim()) || marks(a) === marks(b);
}

const ANNOUNCED =
  /^\s*(?:so |then |and |ok |well )*(?:(?:the|my)(?: final)? (?:answer|result|solution)(?: is|:| =)?|answer:?|it(?:['’]s| is)|x ?=)\s*\S+(?:\s\S+){0,3}$/i;

/** "Is it 5?", "maybe 5", "I don't know, 5?": the answer after the hesitation, when the checker can judge it. */
export function judgedGuess(item: Item, text: string, checker: AnswerChecker, phrases: Phrases): Attempt | null {
  const guess = afterLead(text, phrases);
  if (guess === '' || (guess.split(/\s+/).length > 4 && !isAnswerItself(item, guess, checker))) return null;
  const attempt = attemptAt(item, guess, checker);
  return attempt.verdict.verdict === 'cannot judge' ? null : { ...attempt, answer: text };
}

/** What follows "is it", "I think", "maybe"; '' where nothing does. */
function afterLead(text: string, phrases: Phrases): string {
  const lead = phrases.beforeAnswer.exec(text)?.[0];
  return lead === undefined ? '' : text.slice(lead.length).replace(/[\s?؟？]+$/, '');
}

/** The same said to the smaller question that is open, where its key can tell; null when it is rather meant for the item. */
export function guessAtPart(
  part: OpenPart,
  item: Item,
  text: string,
  checker: AnswerChecker,
  phrases: Phrases,
): PupilAct | null {
  if (part.key === null) return null;
  const answer = partAnswer(part, item, afterLead(text, phrases), checker);
  return answer?.type === 'part' && answer.right !== null ? { ...answer, answer: text } : null;
}

/**
 * The message as an answer to the smaller question that is open, or null when it is rather an attempt at the item: when it is
 * right for the item, a foreseen wrong answer, or no key can tell and it is not in words.
 */
export function partAnswer(part: OpenPart, item: Item, text: string, checker: AnswerChecker): PupilAct | null {
  const whole = checker.check(item.key, { text, question: item.question }, item.wrongAnswers);
  if (whole.verdict === 'correct' || (whole.verdict === 'incorrect' && whole.known !== undefined)) return null;
  if (part.key === null) {
    // "The answer is 7" is meant for the item: nothing else that is open has an answer.
    if (whole.verdict === 'incorrect' && ANNOUNCED.test(text)) return null;
    return inWords(item.key, text) ? { type: 'part', answer: text, right: null } : null;
  }
  const { verdict } = checker.check({ ...part.key, acceptedAnswers: [] }, { text });
  if (verdict !== 'cannot judge') return { type: 'part', answer: text, right: verdict === 'correct' };
  return part.key.kind === 'text' && inWords(item.key, text) ? { type: 'part', answer: text, right: null } : null;
}

/** Said in two words or more, and not by a hand on the keys. */
function inWords(key: AnswerKey, text: string): boolean {
  return (text.match(/\p{L}{2,}/gu) ?? []).length >= 2 && !isNonAnswer(key, text);
}
