import type { Item } from '../../../domain/curriculum/curriculum.ts';
import type { Move } from '../../../domain/tutoring/dialogue.ts';
import { countWords, ended, firstSentences, oneQuestion, withoutQuestions } from './author-text.ts';
import { bilingual } from './bilingual.ts';
import { leadBack } from './lead-on.ts';
import { answerSentence, shownAnswer } from './shown-answer.ts';
import { paragraphs, type Talk } from './talk.ts';
import { QUESTION_EN } from './words/question.en.ts';
import { QUESTION_HE } from './words/question.he.ts';

type AnswerQuestion = Extract<Move, { kind: 'answer question' }>;
type DidYouMean = Extract<Move, { kind: 'did you mean' }>;
type CannotAnswer = Extract<Move, { kind: 'cannot answer' }>;

const {
  FOUND,
  FOUND_NAME,
  FOUND_WHY,
  FOUND_ANSWER,
  FOUND_OPEN,
  THINK_FIRST,
  SEVERAL,
  WHICH_WORD,
  ONE_WORD,
  PICK,
  UNKNOWN,
  ASK_ELSEWHERE,
  ABOUT_OPEN,
} = bilingual(QUESTION_EN, QUESTION_HE);

const ROOM = 60;

function foundText(talk: Talk, item: Item, isNamed: boolean): string {
  const stem = item.stem.trim() === '' || countWords(item.stem) > 20 ? '' : `${ended(item.stem)} `;
  const asked = `> ${oneQuestion(`${stem}${item.question}`.trim()).replace(/\n/g, '\n> ')}`;
  const answer = isNamed ? '' : answerSentence(item.key, talk.say(FOUND_ANSWER), talk.phrasing);
  const room = ROOM - countWords(asked) - countWords(answer);
  const why = firstSentences(withoutQuestions(item.explanation), Math.max(room, 20));
  return paragraphs(asked, answer.includes('\n') ? paragraphs(answer, why) : `${answer} ${why}`);
}

/** "What is osmosis?", where the bank asks for the word and the word is the answer. */
function namesAnswer(question: string, { key }: Item): boolean {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const name = words(key.answer);
  const asked = new Set(words(question));
  return key.kind === 'text' && name.length > 0 && name.length <= 3 && name.every((word) => asked.has(word));
}

/** The pupil's own question, answered from the bank; the open item is never answered this way. */
export function answerQuestionWords(talk: Talk, move: AnswerQuestion): string {
  const { open, found } = move;
  if (open && open.qaId === found.item.qaId) {
    const hint = open.hints[0]?.text;
    const help = hint ? ended(oneQuestion(hint)) : talk.say(THINK_FIRST);
    return paragraphs(talk.say(FOUND_OPEN), help, leadBack(talk, open));
  }
  const isNamed = !move.justDone && namesAnswer(move.question, found.item);
  const opening = isNamed
    ? talk.say(FOUND_NAME, { answer: shownAnswer(found.item.key, talk.phrasing) })
    : talk.say(move.justDone ? FOUND_WHY : FOUND);
  return paragraphs(opening, foundText(talk, found.item, isNamed), leadBack(talk, open, move));
}

export function didYouMeanWords(talk: Talk, move: DidYouMean): string {
  if (move.word) {
    const word = move.options[0]?.item.key.answer;
    return `${talk.say(WHICH_WORD)} ${word ? talk.say(ONE_WORD.offered, { word }) : talk.say(ONE_WORD.asked)}`;
  }
  return `${talk.say(SEVERAL)} ${talk.say(PICK)}`;
}

/** Honest, and not a dead end: who to ask, and, with a question open, back to that. */
export function cannotAnswerWords(talk: Talk, move: CannotAnswer): string {
  const otherwise = move.open === null ? leadBack(talk, null) : talk.say(ABOUT_OPEN);
  return `${talk.say(UNKNOWN)} ${talk.say(ASK_ELSEWHERE)} ${otherwise}`;
}
