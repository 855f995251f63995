import type { GIFTQuestion, Matching } from 'gift-pegjs';
import type { ProblemDraft, QaDraft } from '../../../domain/curriculum/curriculum-draft.ts';
import { type OwnId, readOwnId } from '../../../domain/curriculum/exchange/own-id.ts';
import { partedStem } from '../../../domain/curriculum/exchange/steps.ts';
import { readTags } from '../../../domain/curriculum/exchange/tags.ts';
import { keyOfQa } from '../../../domain/curriculum/import/check-key.ts';
import { LIMITS } from '../../../domain/curriculum/import/limits.ts';
import { shorten } from '../../../domain/curriculum/import/shorten.ts';
import type { AnswerChecker } from '../../../domain/tutoring/verdict.ts';
import {
  type AnswersResult,
  type ReadAnswers,
  readChoices,
  readNumerical,
  readShort,
  readTrueFalse,
} from './gift-answers.ts';
import { markdownOf } from './gift-text.ts';

/** The question, as a step of ours where its id says so, or why it is not taken. */
export type GiftResult = { problem: ProblemDraft; own: OwnId | undefined; notes: string[] } | { reason: string };

type Question = Exclude<GIFTQuestion, { type: 'Category' | 'Description' }>;

/**
 * A question of GIFT as one of ours. Matching becomes a problem with a choice for each pair, an essay whose general feedback
 * is a model answer a text to compare with. What pupils could not answer is not taken, with the reason.
 */
export function readGiftQuestion(question: GIFTQuestion, checker: AnswerChecker): GiftResult {
  if (question.type === 'Category') return { reason: 'it is a category' };
  if (question.type === 'Description') return { reason: 'it is a text without a question' };
  const text = markdownOf(question.stem);
  if (text === '') return { reason: 'it asks nothing' };
  if (question.type === 'Matching') return readMatching(question, text);
  const answers = answersOf(question);
  if ('reason' in answers) return answers;
  const own = readOwnId(question.id ?? '');
  if (own) return readOurs(question, own, answers, text);
  const { use, level = USUAL_LEVEL, aliases } = readTags(question.tags ?? [], false);
  const explanation = [...answers.praise, ...generalFeedback(question)].join('\n\n');
  const qa: QaDraft = { ...UNSAID, ...answers.key, use, level, aliases, question: text, hints: [], explanation };
  const notes = [...answers.notes, ...withoutTelling(qa, checker)];
  const problem = problemOf(question, [withoutUnsaid(qa, question)], (note) => notes.push(note));
  return { problem, own, notes };
}

/** A question that left from here: what GIFT cannot say stays as it is, and what our own tags say is taken. */
function readOurs(question: Question, own: OwnId, { key, notes }: ReadAnswers, text: string): GiftResult {
  const { level = USUAL_LEVEL, ...tags } = readTags(question.tags ?? [], true);
  const several = tags.kind === 'several choices';
  const answers = [key.answer, ...(key.acceptedAnswers ?? [])];
  const { stem, question: asked } = partedStem(text);
  const qa: QaDraft = {
    unsaid: ['hints', 'workedExample', ...(several ? (['wrongAnswers', 'acceptedAnswers'] as const) : [])],
    ...key,
    ...tags,
    level,
    ...(several && key.kind === 'choice' ? { answer: answers.join(','), acceptedAnswers: [], wrongAnswers: [] } : {}),
    question: asked,
    hints: [],
    explanation: generalFeedback(question).join('\n\n'),
  };
  const title = (question.title ?? '').trim();
  const unsaid = ['figures', 'licence', 'source'] as const;
  const problem: ProblemDraft = {
    unsaid,
    restated: true,
    sourceKey: own.key,
    title,
    stem,
    source: 'GIFT',
    licence: '',
    steps: [qa],
  };
  return { problem, own, notes: several ? [] : notes };
}

/** Leaves out what is said to a wrong answer and gives the right one away, with a note. */
function withoutTelling(qa: QaDraft, checker: AnswerChecker): string[] {
  const telling = (qa.wrongAnswers ?? []).filter(({ feedback }) => isTold(qa, feedback, checker));
  qa.wrongAnswers = (qa.wrongAnswers ?? []).filter((wrong) => !telling.includes(wrong));
  return telling.length > 0 ? ['what was said to a wrong answer gave the right one away, and is left out'] : [];
}

/** GIFT says nothing about difficulty; the second of four levels is where questions start here. */
const USUAL_LEVEL = 2;

/** GIFT has nothing of these kinds: what a question has of them stays. */
const UNSAID = { unsaid: ['hints', 'workedExample', 'unit'] } as const satisfies Pick<QaDraft, 'unsaid'>;

/** Tags are where the use, the level and the other wordings are said. */
function withoutUnsaid(qa: QaDraft, { tags }: Question): QaDraft {
  const silent = tags && tags.length > 0 ? [] : (['use', 'level', 'aliases'] as const);
  return { ...qa, unsaid: [...(qa.unsaid ?? []), ...silent] };
}

function answersOf(question: Exclude<Question, Matching>): AnswersResult {
  switch (question.type) {
    case 'MC':
      return readChoices(question);
    case 'TF':
      return readTrueFalse(question);
    case 'Short':
      return readShort(question);
    case 'Numerical':
      return readNumerical(question);
    default:
      return readEssay(markdownOf(question.globalFeedback));
  }
}

function readEssay(modelAnswer: string): AnswersResult {
  if (modelAnswer.length > LIMITS.answer)
    return { reason: `its model answer has ${modelAnswer.length} characters; allowed are ${LIMITS.answer}` };
  if (modelAnswer === '')
    return { reason: 'it is an essay without a model answer, so that nobody here could tell what is right' };
  const key = { kind: 'text', answer: modelAnswer } as const;
  return {
    key,
    praise: [],
    notes: ['it is an essay: its general feedback is the answer that pupils compare theirs with'],
  };
}

function generalFeedback({ type, globalFeedback }: Question): string[] {
  const said = type === 'Essay' ? '' : markdownOf(globalFeedback);
  return said === '' ? [] : [said];
}

function readMatching(question: Matching, stem: string): GiftResult {
  const texts = [...new Set(question.matchPairs.map(({ subanswer }) => subanswer.trim()))].sort();
  const choices = texts.slice(0, 26).map((text, index) => {
    return { id: String.fromCharCode(97 + index), text: markdownOf({ format: 'plain', text }) };
  });
  const pairs = question.matchPairs.filter(({ subquestion }) => subquestion.text.trim() !== '');
  if (texts.length < 2 || texts.length > 26)
    return { reason: `it matches ${texts.length} different things; allowed are 2 to 26` };
  if (pairs.length === 0) return { reason: 'it has nothing to match' };
  const { use, level = USUAL_LEVEL, aliases } = readTags(question.tags ?? [], false);
  const explanation = generalFeedback(question).join('\n\n');
  const steps = pairs.map(({ subquestion, subanswer }): QaDraft => {
    const answer = choices[texts.indexOf(subanswer.trim())]?.id ?? 'a';
    const key = { kind: 'choice' as const, answer, choices, question: markdownOf(subquestion) };
    return withoutUnsaid({ ...UNSAID, ...key, use, level, aliases, hints: [], explanation }, question);
  });
  const notes = [`it is asked as ${steps.length} questions, one for each pair`];
  const problem = problemOf(question, steps, (note) => notes.push(note));
  return { problem: { ...problem, stem }, own: undefined, notes };
}

function problemOf(question: Question, steps: QaDraft[], tell: (note: string) => void): ProblemDraft {
  const id = question.id?.trim() || null;
  const title = shorten('its title', (question.title ?? '').trim(), LIMITS.title, tell);
  return {
    unsaid: ['figures', 'licence', 'source', ...(question.type === 'Matching' ? [] : (['stem'] as const))],
    ...(id === null ? {} : { sourceKey: `gift:${id}` }),
    written: JSON.stringify(question),
    title,
    source: 'GIFT',
    licence: '',
    steps,
  };
}

/** Whether a text gives the right answer away: of a choice its text, of the others the answer itself. */
function isTold(qa: QaDraft, text: string, checker: AnswerChecker): boolean {
  const key = keyOfQa(qa);
  if (qa.kind !== 'choice') return checker.sameAnswer(key, text);
  const right = qa.choices?.find(({ id }) => id === qa.answer)?.text ?? '';
  return right.length > 3 && text.toLowerCase().includes(right.toLowerCase());
}
