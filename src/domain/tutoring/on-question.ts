import type { Item } from '../curriculum/curriculum.ts';
import type { DialogueState, Found, Move, Outcome, Posing } from './dialogue.ts';
import { hasBegun } from './dialogue-state.ts';
import { shownAnswer } from './ladder.ts';
import { normalForm } from './match-phrase.ts';
import { onHelp } from './on-help.ts';
import { poseNext } from './pose.ts';
import { asksAboutAWord, asksForMeaning, asksOfTutor, asksWhy, pointsBack } from './read-question.ts';
import { termsOf } from './retrieval/terms.ts';
import { statesAnswer, visibleText } from './states-answer.ts';
import type { StepContext, StepResult } from './step-context.ts';

/** Share of the question's weight that a found one must cover to be its answer, and to be offered at all. */
const ANSWERS = 0.4;
const OFFERS = 0.45;
const OPTIONS = 3;

type Nearness = Pick<Found, 'coverage' | 'about'>;

/** Whether a question of the bank may be given as the answer: it covers what was asked, and it is about that. */
export const isAnswer = ({ coverage, about }: Nearness): boolean => coverage >= ANSWERS && about !== false;

/** Whether it is near enough to be offered as "Did you mean …?"; otherwise it is kinder to say that the bank has nothing. */
export const isOffer = ({ coverage }: Nearness): boolean => coverage >= OFFERS;

interface Asked {
  state: DialogueState;
  /** The open item, when one is. */
  item: Item | null;
  question: string;
}

/**
 * A question of the pupil's own: answered from the bank when a question there covers it well enough, else the nearest three are
 * offered, else the tutor says that it does not know. The open item's own question is a request for help, however it is worded,
 * and nothing that would give the open item away is answered or offered; nor is a "for test" item (T11).
 */
export function onQuestion(asked: Asked, context: StepContext): StepResult {
  const words = normalForm(asked.question);
  if (asked.item !== null && asksAboutAWord(words)) return askWhichWord(asked, asked.item, context);
  if (asksWhy(words)) {
    const before = justDone(asked, context);
    if (before !== null) return answerWith({ item: before, coverage: 1, score: 1 }, asked, context, true);
    if (hasBegun(asked.state) || !pointsBack(words)) return help(asked, context);
  }
  const found = context.found.filter((one) => one.item.use === 'for study');
  const best = found[0];
  if (best !== undefined && best.item.qaId === asked.item?.qaId && isAboutOpen(best, asked))
    return help(asked, context);
  if (asksOfTutor(words)) return offer(asked, []);
  const free = found.filter((one) => !givesAway(one.item, asked, context));
  const answer = free.find(isAnswer);
  if (answer !== undefined) return answerWith(answer, asked, context);
  return offer(asked, free.filter(isOffer).slice(0, OPTIONS));
}

/** Who asks what a word of the open item means wants to understand it, and does not ask for a step of the way. */
function isAboutOpen(open: Found, { question }: Asked): boolean {
  return open.coverage >= ANSWERS && (isAnswer(open) || !asksForMeaning(normalForm(question)));
}

const ANSWERED = new Set<Outcome>(['solved alone', 'solved with hints', 'revealed', 'given up', 'compared']);

/** The item that was answered just now, where its explanation may be told: it gives nothing of the open one away. */
function justDone({ state, item }: Asked, { pool, due = [], checker }: StepContext): Item | null {
  const last = state.done.at(-1);
  if (last === undefined || !ANSWERED.has(last.outcome) || hasBegun(state)) return null;
  const done = [...pool, ...due].find(({ revisionId }) => revisionId === last.revisionId);
  if (done === undefined || done.explanation.trim() === '') return null;
  const told = `${done.explanation}\n${shownAnswer(done)}`;
  if (item !== null && (statesAnswer(item, told, checker) || checker.sameAnswer(item.key, shownAnswer(done))))
    return null;
  return done;
}

/** One of the questions that were offered. */
export function onPicked(asked: Asked, qaId: number, context: StepContext): StepResult {
  const item =
    context.found.find((one) => one.item.qaId === qaId)?.item ?? context.pool.find((one) => one.qaId === qaId);
  if (item !== undefined && item.qaId === asked.item?.qaId) return help(asked, context);
  if (item === undefined || item.use !== 'for study' || givesAway(item, asked, context)) return offer(asked, []);
  return answerWith({ item, coverage: 1, score: 1 }, asked, context);
}

function help({ state, item }: Asked, context: StepContext): StepResult {
  const open = state.open;
  if (open === null || item === null) return offer({ state, item, question: '' }, []);
  return onHelp({ state, open, item }, context);
}

/** Another step of the open problem, or a question with the same answer. */
function givesAway(candidate: Item, { item }: Asked, context: StepContext): boolean {
  if (item === null) return false;
  if (candidate.qaId === item.qaId || candidate.problemId === item.problemId) return true;
  const answer = shownAnswer(candidate);
  if (context.checker.sameAnswer(item.key, answer)) return true;
  // A name that another question has in it is the name; a number there is any number.
  const told = [candidate.stem, candidate.question, answer, candidate.explanation].join('\n');
  return item.key.kind === 'text' && statesAnswer(item, told, context.checker);
}

/** What was shown as an answer is no longer fresh: it does not come as an item in this session. */
function answerWith(
  found: Found,
  { state, item, question }: Asked,
  context: StepContext,
  justDone = false,
): StepResult {
  const known = state.done.some((done) => done.qaId === found.item.qaId);
  const { revisionId, qaId, problemId, unitName } = found.item;
  const shown = { revisionId, qaId, problemId, unitName, outcome: 'shown', wrong: 0, rungs: 0, exit: false } as const;
  const after = known ? state : { ...state, done: [...state.done, shown] };
  const { state: next, posing } = goOn(after, item, context);
  const move: Move = {
    kind: 'answer question',
    question,
    found,
    open: item,
    ...(justDone ? { justDone } : {}),
    ...posing,
  };
  return { state: next, move, attempt: null };
}

/** Where practice has no item open, the next one follows the answer. */
function goOn(state: DialogueState, item: Item | null, context: StepContext): { state: DialogueState; posing: Posing } {
  const practising = state.phase === 'practice' && item === null;
  return practising ? poseNext(state, context, null) : { state, posing: { pose: null } };
}

/** Which word was meant; a question that explains one of the open item is offered, where it was not done today and does not give the item away. */
function askWhichWord(asked: Asked, item: Item, context: StepContext): StepResult {
  const visible = new Set(termsOf(visibleText(item)));
  const done = new Set(asked.state.done.map(({ qaId }) => qaId));
  const explained = context.pool.find((one) => {
    if (done.has(one.qaId)) return false;
    const name = one.key.kind === 'text' && one.use === 'for study' ? termsOf(one.key.answer) : [];
    return name.length > 0 && name.every((word) => visible.has(word)) && !givesAway(one, asked, context);
  });
  return offer(asked, explained === undefined ? [] : [{ item: explained, coverage: 1, score: 1 }], true);
}

function offer({ state, item, question }: Asked, options: Found[], word = false): StepResult {
  if (options.length === 0 && !word)
    return { state, move: { kind: 'cannot answer', question, open: item }, attempt: null };
  const move: Move = { kind: 'did you mean', question, options, open: item, ...(word ? { word } : {}) };
  const offered = options.map((option) => option.item.qaId);
  const offeredQuestions = options.map((option) => option.item.question);
  return { state: { ...state, offered, offeredQuestions }, move, attempt: null };
}
