import type { Catalogue } from '../bilingual.ts';

/** What the tutor says where several study together, in English. */
export const PARTY_EN = {
  /** Who is answered, where the answer itself names nobody. */
  TO: {
    plain: [
      'Let us look at what {name} wrote.',
      '{name}, this is for you.',
      'This is about what {name} sent.',
      'To you, {name}, and all may listen.',
    ],
  },
  /** Who goes first at the question that opens now. */
  FIRST: {
    plain: [
      '{next}, please go first on this one; the others add what they think.',
      'This one starts with {next}, and then everybody may add to it.',
      '{next}, I would like to hear you first. The others think along.',
      'Let us hear {next} first, and the others after that.',
    ],
  },
  /** An answer that came when its question was done. */
  LATE: {
    right: {
      plain: [
        '{name}, yours came while that question was being closed, and it is right as well.',
        'That is right too, {name}; it came a moment after the question was done.',
      ],
    },
    wrong: {
      plain: [
        '{name}, yours was for the question before, which is done. It was not right; compare it with what is written above.',
        'That was for the question before, {name}, and it is not the answer. What is written above shows why.',
      ],
    },
    unknown: {
      plain: [
        '{name}, that was for the question before, which is done by now.',
        'The question that you wrote to is done, {name}.',
      ],
    },
  },
} satisfies Catalogue;
