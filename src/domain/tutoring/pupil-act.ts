import type { Item } from '../curriculum/curriculum.ts';
import { ALL_PHRASES } from './all-phrases.ts';
import type { DialogueState, PupilAct } from './dialogue.ts';
import { hasBegun } from './dialogue-state.ts';
import { isLikeAnswer, type Vocabulary } from './likeness.ts';
import { matchPhrase, normalForm, withoutFillers } from './match-phrase.ts';
import { isNonAnswer } from './non-answer.ts';
import { ownItem } from './own-problem/own-item.ts';
import { readOwnProblem } from './own-problem/read-own-problem.ts';
import type { Phrases, Wish } from './phrases.ts';
import { attemptAt, guessAtPart, isAnswerItself, judgedGuess, partAnswer } from './read-answer.ts';
import { asksAboutItem, asksWhy, asksWhyWrong, looksLikeQuestion } from './read-question.ts';
import { visibleText } from './states-answer.ts';
import type { AnswerChecker } from './verdict.ts';

type Attempt = Extract<PupilAct, { type: 'attempt' }>;

export interface PupilMessage {
  text: string;
  /** The choice that was clicked, when one was. */
  choiceId?: string;
}

/** Longer than any wish; what is longer is an answer or a question. */
const MAX_PHRASE = 300;
const MAX_FEELING = 100;
const MAX_QUESTION = 500;
const MAX_TEXT = 2000;

/**
 * What a pupil's message is, in the light of what is open. An answer to the open item that the checker can judge wins over other
 * readings, unless the message asks ("why 5?") or wishes ("hint please") something; a wish that is itself the answer is one.
 * Tries to get at the answer without work are requests for help, never questions of the pupil's own. `knows` is the vocabulary of
 * the course. Never throws.
 */
export function readPupil(
  message: PupilMessage,
  state: DialogueState,
  open: Item | null,
  checker: AnswerChecker,
  knows: Vocabulary = () => false,
): PupilAct {
  const item = state.open !== null && open?.revisionId === state.open.revisionId ? open : null;
  const act = read(message, state, item, checker, ALL_PHRASES);
  return act.type === 'attempt' && item !== null ? asLikeAnswer(act, item, knows, ALL_PHRASES) : act;
}

/** Free text that has nothing of an answer is not compared with the key, and so does not bring it out (T1): it is asked again. */
function asLikeAnswer(act: Attempt, item: Item, knows: Vocabulary, { addressed }: Phrases): Attempt {
  const { verdict } = act;
  if (verdict.verdict !== 'cannot judge' || verdict.reason !== 'free text') return act;
  if (isLikeAnswer(item, verdict.understood ?? act.answer, knows, addressed)) return act;
  return { ...act, verdict: { verdict: 'cannot judge', reason: 'unreadable' } };
}

function read(
  message: PupilMessage,
  state: DialogueState,
  item: Item | null,
  checker: AnswerChecker,
  phrases: Phrases,
): PupilAct {
  const text = message.text.normalize('NFC').trim();
  if (item !== null && message.choiceId !== undefined) return attemptAt(item, text, checker, message.choiceId);
  if (text === '') return { type: 'empty' };
  const words = normalForm(text.slice(0, MAX_TEXT));
  const brought = broughtProblem(text, state, item, checker);
  if (brought !== null) return brought;
  const wish = text.length > MAX_PHRASE ? null : readWish(words, phrases);
  if (state.phase === 'recap') return inRecap(text, words, wish, phrases);
  const picked = pickedByText(words, state);
  if (picked !== null) return { type: 'picked', qaId: picked };
  if (item === null && state.reasonOf !== undefined) return asReason(text, words, wish, phrases);
  if (item === null) return withoutItem(text, words, wish, state, phrases);
  return withItem({ text, words, wish, item }, state, checker, phrases);
}

/**
 * A problem of the pupil's own, where it can be solved here. One with the answer of the open item is a request for help with that;
 * the item that closes a session is done alone, and nothing is brought beside it.
 */
function broughtProblem(
  text: string,
  state: DialogueState,
  item: Item | null,
  checker: AnswerChecker,
): PupilAct | null {
  if (state.phase === 'recap' || state.open?.exit) return null;
  if (item !== null && isAnswerItself(item, text, checker)) return null;
  const problem = readOwnProblem(text, item === null ? null : visibleText(item));
  const own = problem && ownItem(problem, 0, checker);
  if (problem === null || own === null) return null;
  const givesAway = item !== null && checker.sameAnswer(item.key, own.key.answer);
  return givesAway ? { type: 'help' } : { type: 'own problem', problem };
}

function readWish(words: string, phrases: Phrases): Wish | null {
  if (words === '') return null;
  const lists: [Wish, readonly string[]][] = [
    ['stop', phrases.stop],
    ['give up', phrases.giveUp],
    ['skip', phrases.skip],
    ['stuck', phrases.stuck],
    ['help', phrases.help],
    ['go on', phrases.goOn],
    ['small talk', phrases.smallTalk],
  ];
  const forms = [...new Set([words, withoutFillers(words, phrases.fillers)])];
  for (const wanted of ['exact', 'close'] as const) {
    for (const form of forms) {
      const match = lists.find(([, list]) =>
        wanted === 'exact' ? list.includes(form) : matchPhrase(form, list) !== null,
      );
      if (match !== undefined) return match[0];
    }
  }
  return phrases.requests.find(({ pattern }) => pattern.test(words))?.wish ?? null;
}

const actOf = (wish: Wish, text: string): PupilAct =>
  wish === 'small talk' ? { type: 'small talk', text: text.slice(0, MAX_QUESTION) } : { type: wish };

const ownQuestion = (text: string): PupilAct => ({ type: 'own question', question: text.slice(0, MAX_QUESTION) });

/** Whether the pupil fishes for the answer instead of working for it, by a trick or not. Of a long message both ends are read. */
const isFishing = (words: string, { fishing, tricks }: Phrases): boolean => matches(words, [...fishing, ...tricks]);

function matches(words: string, patterns: readonly RegExp[]): boolean {
  const ends = words.length <= 2 * MAX_PHRASE ? [words] : [words.slice(0, MAX_PHRASE), words.slice(-MAX_PHRASE)];
  return ends.some((end) => patterns.some((pattern) => pattern.test(end)));
}

/** How the pupil feels about it all; what is longer says more than that. */
const isFeeling = (words: string, phrases: Phrases): boolean =>
  words.length <= MAX_FEELING && phrases.feelings.some((pattern) => pattern.test(words));

interface Read {
  text: string;
  words: string;
  wish: Wish | null;
  item: Item;
}

function withItem(
  { text, words, wish, item }: Read,
  state: DialogueState,
  checker: AnswerChecker,
  phrases: Phrases,
): PupilAct {
  if (text.length > MAX_TEXT) return attemptAt(item, text, checker);
  if (isAnswerItself(item, text, checker)) return attemptAt(item, text, checker);
  const part = state.open?.part ?? null;
  const guess = judgedGuess(item, text, checker, phrases);
  if (guess !== null) return (part && guessAtPart(part, item, text, checker, phrases)) ?? guess;
  const place = placeOf(words, state, phrases);
  if (place !== null && words.includes(' ')) return { type: 'picked', qaId: place };
  if ((state.open?.wrong ?? 0) > 0 && (asksWhy(words) || asksWhyWrong(words))) return { type: 'help', why: true };
  if (asksWhy(words) && state.done.length > 0 && !hasBegun(state)) return ownQuestion(text);
  if ((wish === null || wish === 'help') && isFishing(words, phrases))
    return { type: 'help', forAnswer: true, ...(matches(words, phrases.tricks) ? { trick: true } : {}) };
  if (wish !== null) return actOf(wish, text);
  const marks = marksAlone(text);
  if (marks !== null) return marks;
  if (asksAboutItem(words, item)) return { type: 'help' };
  if (isFeeling(words, phrases)) return actOf('small talk', text);
  if (looksLikeQuestion(text, words, phrases, item.key.kind)) return ownQuestion(text);
  if (phrases.notUnderstood.test(words)) return { type: 'stuck' };
  if (part !== null) {
    const answer = partAnswer(part, item, text, checker);
    if (answer !== null) return answer;
  }
  const attempt = attemptAt(item, text, checker);
  if (attempt.verdict.verdict !== 'cannot judge') return attempt;
  if (place !== null) return { type: 'picked', qaId: place };
  return item.key.kind !== 'text' && asksAfterAll(text, words, phrases) ? ownQuestion(text) : attempt;
}

/** What cannot be read as an answer may be a question without its mark: "is zero a number". */
function asksAfterAll(text: string, words: string, phrases: Phrases): boolean {
  const [first = '', ...rest] = words.split(' ');
  return /[?؟？]\s*$/.test(text) || (phrases.yesNoWords.includes(first) && rest.length >= 2);
}

/** "?" asks for help, "…" says nothing yet. */
function marksAlone(text: string): PupilAct | null {
  if (!/^[\s?؟？!.…,;:'"’-]+$/.test(text)) return null;
  return /[?؟？]/.test(text) ? { type: 'help' } : { type: 'empty' };
}

function withoutItem(text: string, words: string, wish: Wish | null, state: DialogueState, phrases: Phrases): PupilAct {
  const place = placeOf(words, state, phrases);
  if (place !== null) return { type: 'picked', qaId: place };
  if (wish !== null) return actOf(wish, text);
  if (isFishing(words, phrases)) return { type: 'help' };
  if (isFeeling(words, phrases)) return actOf('small talk', text);
  if (looksLikeQuestion(text, words, phrases, null) || phrases.notUnderstood.test(words)) return ownQuestion(text);
  const letters = /\p{L}{3}/u.test(words);
  const aboutMe = /^(?:i|im|ive|my|we|our|you|youre|its|it)\b/.test(words);
  return letters && !aboutMe ? ownQuestion(text) : actOf('small talk', text);
}

/** Asked how they know: nearly everything is that; whoever would rather not goes on, and it is no request for help. */
function asReason(text: string, words: string, wish: Wish | null, phrases: Phrases): PupilAct {
  if (wish === 'stop' || wish === 'small talk') return actOf(wish, text);
  if (wish !== null || isFishing(words, phrases)) return { type: 'go on' };
  if (/[?؟？]\s*$/.test(text) && looksLikeQuestion(text, words, phrases, null)) return ownQuestion(text);
  const isNothing = words === '' || isNonAnswer({ answer: '', acceptedAnswers: [] }, text);
  return isNothing ? { type: 'go on' } : { type: 'reason', text: text.slice(0, MAX_TEXT) };
}

/** In the recap nearly everything is the recap; a question must look like one, and only a clear wish is a wish. */
function inRecap(text: string, words: string, wish: Wish | null, phrases: Phrases): PupilAct {
  if (wish !== null) return actOf(wish, text);
  if (/[?؟？]\s*$/.test(text) && looksLikeQuestion(text, words, phrases, null)) return ownQuestion(text);
  return { type: 'recap', text: text.slice(0, MAX_TEXT) };
}

function pickedByText(words: string, state: DialogueState): number | null {
  if (words === '') return null;
  const index = state.offeredQuestions.findIndex((question) => normalForm(question) === words);
  return state.offered[index] ?? null;
}

function placeOf(words: string, state: DialogueState, phrases: Phrases): number | null {
  if (state.offered.length === 0) return null;
  const index = phrases.places.findIndex((pattern) => pattern.test(words));
  return state.offered[index] ?? null;
}
