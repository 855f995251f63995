import type { Catalogue } from '../bilingual.ts';

/** What the tutor says, in English. */
export const RECAP_ASK_EN = {
  /** The pupil's own look back (T7). */
  RECAP_ASK: {
    plain: [
      'In two or three sentences of your own: what will you remember from today?',
      'Tell me in your own words: what did you find out today that you did not know before?',
      'Write a few lines for yourself: which step was the most useful today?',
      'Suppose a friend missed this session. How would you explain the main idea?',
    ],
    young: [
      'What did you learn today? Tell me in your own words.',
      'Tell me one thing that you can do now and could not do before.',
    ],
  },
} satisfies Catalogue;
