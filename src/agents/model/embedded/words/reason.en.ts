import type { Catalogue } from '../bilingual.ts';

/** "How do you know?" after an answer that was right, in English. The reason itself is never judged. */
export const REASON_EN = {
  ASK_REASON: {
    plain: [
      'Before we go on: how do you know? A sentence in your own words is enough, and it is not marked.',
      'One thing first: what made you sure of it? A few words will do; nothing is counted.',
      'Say it as you would to a friend: why does it come out like that? It is not marked.',
      'Put it into a sentence of your own: how did you get there? It is not marked.',
    ],
    gentle: [
      'If you like, put it into a few words: how do you know? Nothing is marked, and “next” is fine too.',
      'What helped you see it? A few words are plenty, and they are not marked.',
    ],
    young: ['How do you know? Tell me in a few words.', 'How did you do it? Tell me in your own words.'],
  },
  REASON_HEARD: {
    plain: [
      'Thank you; what one has said in own words stays longer.',
      'Thank you for putting it into words; I do not mark it.',
      'Saying it yourself is what makes it yours; thank you.',
    ],
    young: ['Thank you for telling me.', 'Thank you, that is worth saying aloud.'],
  },
  REASON_LEFT: {
    plain: ['It need not be put into words now.', 'That is fine; we leave it at that.'],
  },
  REASON_COMPARE: {
    plain: [
      'To compare with, the question bank says: {text}',
      'Put it beside this: {text}',
      'Here is how the bank has it: {text}',
    ],
  },
} satisfies Catalogue;
