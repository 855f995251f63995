import type { Translated } from '../translated.ts';
import { lesson } from './lesson.ts';

/** Words of the chat page. Plain data and functions: the island loads them too. */
export const chat = {
  you: 'You',
  teacher: (name: string, subject: string) => `${name}, ${subject} teacher`,
  log: 'Session',
  thinking: (name: string) => `${name} is writing`,
  interrupted: 'This reply broke off.',
  askAgain: 'Ask again',
  notSent: 'Not sent yet. Trying again…',
  sendAgain: 'Send again',
  asked: 'The question that was asked',
  question: (n: number) => `Question ${n}`,
  step: (step: number, steps: number) => `Step ${step} of ${steps}`,
  exit: 'On your own now',
  hints: 'Hints',
  hintsUsed: (used: number, total: number) => `${used} of ${total} hints used`,
  hint: 'A hint, please',
  stuck: "I'm stuck",
  giveUp: 'I give up on this one. Show me how.',
  giveUpLabel: 'Show me how, I give up on this one',
  skip: 'Skip this one',
  reportQuestion: 'Something is wrong with this question',
  next: 'Next',
  finish: "Let's finish",
  compose: 'Your message',
  composeHint: 'Answer, or ask anything about this',
  talkHint: 'Say something, or write “pass”',
  send: 'Send',
  didYouMean: 'Did you mean',
  pause: 'Pause',
  resume: 'Go on',
  end: 'End session',
  pending: 'Your session is ready.',
  pendingMore: 'It waits for five minutes.',
  start: 'Start',
  paused: 'This session is paused.',
  pausedMore: 'Everything is kept. Go on whenever you like.',
  over: 'This session has ended.',
  toSummary: 'See what came of it',
  minutes: (minutes: number) => `${minutes} min`,
  types: {
    homework: 'homework',
    'test preparation': 'test preparation',
    individual: 'lesson',
    group: 'lesson in a group',
    social: 'talk in a group',
  },
  whereYouAre: 'Where you are',
  units: 'This session',
  mastered: 'mastered',
  lost: 'The connection is lost. Your words are kept; they are sent as soon as it is back.',
  back: 'The connection is back.',
  adults: 'Adults of your school can read sessions.',
  tutorModel: (name: string) =>
    `${name} is an AI and can be wrong; whether an answer is right is decided by your school's question bank, not by the AI.`,
  tutorEmbedded: (name: string) =>
    `${name} is the tutor built into this program. It knows only your school's question bank and cannot follow every thought of your own.`,
  heldBack: {
    consent:
      'The AI from outside this school may not read your words: nobody has said yes to that for you. So the tutor built into this program teaches you. You can learn everything here just the same.',
    pupil:
      'Your AI use for today is used up, so the built-in tutor goes on. Nothing is lost: your work is kept, and the AI is back tomorrow.',
    class:
      'Your class has used up its AI use for today, so the built-in tutor goes on. Nothing is lost: your work is kept, and the AI is back tomorrow.',
    school:
      'Your school has used up its AI budget for this month, so the built-in tutor goes on. Nothing is lost: your work is kept.',
  },
  tutorOfTalk: (name: string) =>
    `What ${name} says in a talk was written by people. No AI reads or answers what you say here.`,
  lesson,
  moved: 'The session has moved on elsewhere. Load the page again.',
};

export type ChatWords = Translated<typeof chat>;
