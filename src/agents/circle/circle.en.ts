import type { CircleRound } from '../../domain/tutoring/circle.ts';

export interface CircleWords {
  open: { about: readonly string[]; free: readonly string[] };
  /** What everybody is asked in a round: with a topic, and without one. */
  rounds: Record<CircleRound, { about: readonly string[]; free: readonly string[] }>;
  thanks: readonly string[];
  passed: readonly string[];
  ask: readonly string[];
  end: readonly string[];
  over: readonly string[];
  unkind: readonly string[];
}

/** What is said in a talk, in English. */
export const CIRCLE_EN: CircleWords = {
  open: {
    about: [
      'Welcome, all of you. Today we talk about *{topic}*. There are no right answers here and no marks. One speaks, the others listen; whoever does not want to say anything writes “pass”. What is said here is for this group, and adults of the school can read it.',
    ],
    free: [
      'Welcome, all of you. Today we talk with each other. There are no right answers here and no marks. One speaks, the others listen; whoever does not want to say anything writes “pass”. What is said here is for this group, and adults of the school can read it.',
    ],
  },
  rounds: {
    arrive: {
      about: ['To begin with: in one or two words, how are you today?'],
      free: ['To begin with: in one or two words, how are you today?'],
    },
    tell: {
      about: ['Now to our subject. Tell of one time when you met *{topic}*: what happened, and how was it for you?'],
      free: ['Tell of one moment of the last days that stayed with you: what happened, and how was it for you?'],
    },
    listen: {
      about: [
        'Now look back at what the others wrote. What did somebody else say about *{topic}* that you had not thought of?',
      ],
      free: [
        'Now look back at what the others wrote. What did somebody else say that you would like to hear more about?',
      ],
    },
    together: {
      about: ['What could this group do so that it goes better with *{topic}*? One small thing is enough.'],
      free: ['What could this group do for each other in the next days? One small thing is enough.'],
    },
    close: {
      about: ['We come to the end. What do you take with you, in one sentence?'],
      free: ['We come to the end. What do you take with you, in one sentence?'],
    },
  },
  thanks: [
    'Thank you, {name}.',
    'Thank you for saying that, {name}.',
    'I have read that, {name}; thank you.',
    '{name}, thank you for sharing it with us.',
  ],
  passed: ['That is all right, {name}.', 'Passing is fine, {name}.', 'Of course, {name}; listening counts too.'],
  ask: [
    '{next}, how is it for you?',
    'What would you say, {next}?',
    '{next}, would you like to go on?',
    'And you, {next}?',
  ],
  end: [
    'That was our round. Thank you all for speaking and for listening to each other. Whoever would like to talk about something further can raise a hand, and your class manager comes to you.',
  ],
  unkind: [
    '{name}, here we speak of each other with respect. Please say it in other words, or write what you need. Your class manager can read this.',
    'That can hurt somebody, {name}. Say what you mean in words that you would like to hear yourself. Your class manager can read this.',
  ],
  over: [
    'Our talk is over, and what you wrote stands here for the group. Your class manager ends the lesson; a raised hand brings them to you.',
  ],
};
