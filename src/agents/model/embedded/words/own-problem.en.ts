import type { Catalogue } from '../bilingual.ts';

/** What the tutor says, in English. */
export const OWN_PROBLEM_EN = {
  TAKEN: {
    plain: [
      'Good that you brought it. Your problem stands below now, and I keep its solution to myself until you have had your try.',
      'Then let us look at your own problem. It is below; I have worked it through, so I can tell you whether what you get is right.',
      'A problem from your own work is a good thing to sit down with. You see it below.',
      'We take yours now. I will not do it for you, and I will go along with you step by step.',
    ],
    gentle: [
      'Thank you for bringing it. We look at your problem in small steps; it is below now.',
      'Good that you ask about it. Yours is below, and there is no hurry.',
    ],
    young: ['Good that you brought it, {name}. It is below now.', 'Let us look at your own one. You see it below.'],
  },
  ASIDE: {
    plain: [
      'The question from before waits meanwhile.',
      'What we had open stays aside until then.',
      'We come back to the other question later.',
    ],
  },
  BEGIN: {
    plain: [
      'Write your answer as far as you get, or ask for a hint.',
      'Try it and send me what you get; if the beginning is hard, ask for a hint.',
      'Begin with the first line on paper, then write your answer here. Hints are there too.',
    ],
  },
} satisfies Catalogue;
