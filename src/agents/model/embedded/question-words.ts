import type { Item } from '../../../domain/curriculum/curriculum.ts';
import type { Move } from '../../../domain/tutoring/dialogue.ts';
import { countWords, ended, firstSentences, oneQuestion, withoutQuestions } from './author-text.ts';
import { leadBack } from './lead-on.ts';
import { answerSentence, shownAnswer } from './shown-answer.ts';
import { paragraphs, type Talk, type Ways } from './talk.ts';

type AnswerQuestion = Extract<Move, { kind: 'answer question' }>;
type DidYouMean = Extract<Move, { kind: 'did you mean' }>;
type CannotAnswer = Extract<Move, { kind: 'cannot answer' }>;

const FOUND: Ways = {
  plain: [
    'Good question. Your school’s question bank has this about it:',
    'That is worth asking. This is in the question bank:',
    'I looked it up in your school’s question bank and found this:',
    'The question bank of your school has a question about that:',
    'There is something about it in your school’s question bank:',
  ],
  young: ['Good that you ask! I found this:', 'I looked it up for you:', 'Here is what I found for you:'],
};

/** What was asked about is itself the answer: the question then says what it is. */
const FOUND_NAME: Ways = {
  plain: [
    'Good question. {answer} is the answer to this one, and so the question tells you what it is:',
    'In your school’s question bank {answer} is what this question looks for:',
    'The question bank explains {answer} the other way round:',
  ],
};

/** Why the last answer is what it is. */
const FOUND_WHY: Ways = {
  plain: [
    'Good that you want to know why. It was about this question:',
    'It pays to ask why. Here is the question once more, with its reason:',
    'Let us look at the reason. The question was:',
  ],
  young: ['Good that you ask why! The question was:', 'Here is why. The question was:'],
};

const FOUND_ANSWER: Ways = {
  plain: ['The answer is', 'It is', 'What it looks for is', 'The answer to that is'],
};

const FOUND_OPEN: Ways = {
  plain: [
    'That is just what the open question asks, so I will not take it from you. A thought to start with:',
    'You are asking the very question that is open. Let me only point the way:',
  ],
};

const THINK_FIRST: Ways = {
  plain: [
    'Read the question once more and write down what is given and what is asked.',
    'Begin with what you know for certain, and write that down first.',
  ],
};

const ROOM = 60;

function foundText(talk: Talk, item: Item, isNamed: boolean): string {
  const stem = item.stem.trim() === '' || countWords(item.stem) > 20 ? '' : `${ended(item.stem)} `;
  const asked = `> ${oneQuestion(`${stem}${item.question}`.trim()).replace(/\n/g, '\n> ')}`;
  const answer = isNamed ? '' : answerSentence(item.key, talk.say(FOUND_ANSWER));
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
    ? talk.say(FOUND_NAME, { answer: shownAnswer(found.item.key) })
    : talk.say(move.justDone ? FOUND_WHY : FOUND);
  return paragraphs(opening, foundText(talk, found.item, isNamed), leadBack(talk, open, move));
}

const SEVERAL: Ways = {
  plain: [
    'I am not sure which question you mean, and I would rather not guess. I only know your school’s question bank; these come nearest.',
    'I know only what is in your school’s question bank, and your question is not there word for word. Something close is below.',
    'I did not find exactly that in your school’s question bank, but a few questions come near it.',
  ],
};
const PICK: Ways = {
  plain: [
    'Pick the one that you mean, or ask in other words.',
    'Choose the one that fits, or put your question another way.',
    'Click what you meant; if none fits, write it in other words.',
  ],
};

export function didYouMeanWords(talk: Talk, _move: DidYouMean): string {
  return `${talk.say(SEVERAL)} ${talk.say(PICK)}`;
}

const UNKNOWN: Ways = {
  plain: [
    'I find nothing about that in this course, and I would rather not make something up.',
    'As far as I can see, that is not part of this course, so I have no sure answer to it.',
    'I looked, but the questions of this course, which are all I have, say nothing about that.',
    'There I have to pass: I know only what is in this course, and I do not find that in it.',
  ],
  young: [
    'I do not know that one. I only know the questions of this course.',
    'I do not find that in this course, so I cannot tell you.',
  ],
};
const ASK_ELSEWHERE: Ways = {
  plain: [
    'Your teacher at school will be glad to be asked.',
    'Note it down for your teacher; it is a question worth keeping.',
    'Asking it with other words may help, or take it to your teacher.',
  ],
};

const ABOUT_OPEN: Ways = {
  plain: [
    'Back to the open question: have a go at it, or write “hint” if you are stuck.',
    'Let us go on with the open question. If you want a hint for it, write “hint”.',
    'Now back to the question on the page: try it, or write “hint” and I will help.',
  ],
};

/** Honest, and not a dead end: who to ask, and, with a question open, back to that. */
export function cannotAnswerWords(talk: Talk, move: CannotAnswer): string {
  const otherwise = move.open === null ? leadBack(talk, null) : talk.say(ABOUT_OPEN);
  return `${talk.say(UNKNOWN)} ${talk.say(ASK_ELSEWHERE)} ${otherwise}`;
}
