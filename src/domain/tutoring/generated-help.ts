import type { QaKind } from '../curriculum/curriculum.ts';
import type { TutorLanguage } from './brief.ts';
import { HEBREW_HELP } from './generated-help-he.ts';

/** Help that needs no author: for items without hints, and the smaller questions of T10. Data, one table a locale. */
export interface GeneratedHelp {
  language: TutorLanguage;
  /** Where to look, by kind of answer. Instructions, not questions: a reply to a question would read as an answer to the item. */
  pointer: Record<QaKind, string>;
  /** What to do next when no author has said it. */
  nextStep: Record<QaKind, string>;
  /** Leads to a scaffold that has no text of its own. */
  scaffoldLead: string;
  /**
   * Smaller questions to answer in own words, by kind of answer; no knowledge of the item is needed to ask them. None is answered
   * by a number or a choice: that would read as an answer to the item.
   */
  inOwnWords: Record<QaKind, readonly string[]>;
  /** Those that are about a formula, where the item has one. */
  inFormulas: Partial<Record<QaKind, readonly string[]>>;
  /** After a hint was given. */
  ofLastHint: string;
  /** A piece of one item: of what it gives, names, reckons or offers. */
  pieces: {
    given(quantities: readonly string[]): string;
    oneGiven(quantity: string): string;
    order(formula: string): string;
    letter(letter: string, formula: string): string;
    line(code: string): string;
    name(name: string): string;
    /** Choices are not named: it would tell something of each. */
    compare: string;
    weigh: string;
  };
  /** The end of an example shown whole. */
  exampleEnds(answer: string): string;
  answerIs(answer: string): string;
}

const listed = (all: readonly string[]): string => `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;

export const ENGLISH_HELP: GeneratedHelp = {
  language: 'en',
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
  inOwnWords: {
    number: [],
    expression: ['What should the line look like at the end? Describe it in one short sentence.'],
    set: ['How could you test whether a value fits? Put it into one short sentence.'],
    interval: ['How could you test whether a value fits? Put it into one short sentence.'],
    choice: ['Which word of the question decides it, do you think? Write that word and why.'],
    'several choices': [],
    text: ['What does the question tell you about what you look for? Say it in your own words; the name can wait.'],
  },
  inFormulas: {
    expression: ['Is there something in it to undo, or something to bring together? Say what you see, in words.'],
    set: ['Do you expect no value, just one, or several? Say why, in a few words.'],
    interval: [
      'Are the values that fit all small ones, all large ones, or some in between? Answer in words.',
      'What happens just at the border: is that value still allowed? Say why, in a few words.',
    ],
  },
  ofLastHint: 'What does the last hint tell you about your question? Put it into your own words.',
  pieces: {
    given: (all) => `The question gives ${listed(all)}. What does each of them stand for? Say it in words.`,
    oneGiven: (one) => `The question gives ${one}. What does that stand for, and what is it that you look for?`,
    order: (formula) => `Look at ${formula}: which of its operations comes first, and why? Say it in a short sentence.`,
    letter: (letter, formula) =>
      `Look at ${formula}: what happens to ${letter} there, one thing after the other? Say it in words.`,
    line: (code) => `Read only the line ${code}. What does it tell the computer to do? Say it in words.`,
    name: (name) => `The question speaks of “${name}”. What do you know about that? One thing is enough.`,
    compare: 'Look only at the first two choices. In what do they differ? Say it in a few words.',
    weigh: 'Take only the first choice. What speaks for it, or against it? Say it in a few words.',
  },
  exampleEnds: (answer) => `So the answer there is ${answer}.`,
  answerIs: (answer) => `The answer is ${answer}.`,
};

export const GENERATED_HELP: Record<TutorLanguage, GeneratedHelp> = { en: ENGLISH_HELP, he: HEBREW_HELP };
