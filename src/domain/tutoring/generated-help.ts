import type { QaKind } from '../curriculum/curriculum.ts';
import type { TutorLanguage } from './brief.ts';
import { HEBREW_HELP } from './generated-help-he.ts';

/** Help that needs no author: for items without hints, and the smaller questions of T10. Data, one table a locale. */
export interface GeneratedHelp {
  /** Where to look, by kind of answer. Instructions, not questions: a reply to a question would read as an answer to the item. */
  pointer: Record<QaKind, string>;
  /** What to do next when no author has said it. */
  nextStep: Record<QaKind, string>;
  /** Leads to a scaffold that has no text of its own. */
  scaffoldLead: string;
  /** Smaller questions to answer in own words; no knowledge of the item is needed to ask them. */
  inOwnWords: string[];
  /** Turns the ladder's pointer into such a question. */
  aboutPointer(pointer: string): string;
  answerIs(answer: string): string;
}

export const ENGLISH_HELP: GeneratedHelp = {
  pointer: {
    number: 'Go through the question once more and mark every number in it. Write beside each one what it stands for.',
    expression:
      'Look at how the question is built: mark the terms, the signs between them and what each bracket belongs to.',
    set: 'Check first how many values could fit. There may be one, several or none, so look for all of them.',
    interval: 'Find the place where it changes from true to false, and decide on which side of it the true values lie.',
    choice:
      'Cross out the choices that cannot be right, and compare the ones that stay with the words of the question.',
    'several choices':
      'Take the choices one at a time and decide for each by itself whether it is true. More than one may be.',
    text: 'Find the word in the question that tells what kind of answer is wanted: a name, a reason, a place or a time.',
  },
  nextStep: {
    number: 'Write down only the first calculation, do it, and look at what you have before you go on.',
    expression: 'Change just one thing in the expression, write the new line under the old one, and then look again.',
    set: 'Find one value that works, put it back into the question to test it, and then search for the next.',
    interval: 'Test the border value itself: put it in, and see whether it is still allowed or just not.',
    choice: 'Take the two choices that seem nearest and find the one word or number in which they differ.',
    'several choices':
      'Start with the choice you are surest about, then test the next one against the question in the same way.',
    text: 'Start with what you do know about it, in one short sentence. Then fit it to the words of the question.',
  },
  scaffoldLead: 'Try a smaller question first.',
  inOwnWords: [
    'What is the question asking you to find? Say it in your own words.',
    'What does the question already tell you? Put it into one short sentence.',
    'What would you do first, before anything else? A few words are enough.',
  ],
  aboutPointer: (pointer) => `${pointer} What does that tell you here? Answer in a few words.`,
  answerIs: (answer) => `The answer is ${answer}.`,
};

export const GENERATED_HELP: Record<TutorLanguage, GeneratedHelp> = { en: ENGLISH_HELP, he: HEBREW_HELP };
