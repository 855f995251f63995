import type { Catalogue } from '../bilingual.ts';

/** Why an answer is wrong, in English: never what would be right. */
export const WHY_EN = {
  WHY_OPEN: {
    plain: ['A good thing to want to know.', 'You want the reason, so here it is.', 'The reason is worth a look.'],
    gentle: ['It is good that you want to understand it.', 'You may always ask for the reason.'],
    young: ['You want to know why. Good.', 'Let us see why.'],
  },
  /** For each kind of slip, where its author said nothing of it. */
  REASON: {
    sign: { plain: ['A sign changed somewhere on the way, and everything after it went along with that.'] },
    unit: { plain: ['The number belongs to another unit than the one that is asked for.'] },
    operation: {
      plain: ['It comes out when one has {used}, and the question does something else with these two.'],
    },
    'part way': {
      plain: ['It comes out when one has {used}. That uses only a part of what the question gives.'],
    },
    'smaller question': { plain: ['It answers a step on the way, and the question asks for more than that step.'] },
    'from the question': {
      plain: ['That number is given in the question; what is asked for still has to be worked out from it.'],
    },
    border: {
      plain: ['An end belongs to it only if the question still holds there, and one of your brackets says otherwise.'],
    },
    'value missing': { plain: ['Every value that fits has to be named, and yours leave something out.'] },
    'value too many': {
      plain: ['Every value has to hold when it is put back into the question, and one of yours fails.'],
    },
    'place value': { plain: ['A factor of ten came in or was lost on the way; the digits themselves are no trouble.'] },
    'turned over': { plain: ['In a division it matters which number is shared and which one shares it.'] },
    'one off': {
      plain: [
        'It is close, as after a small slip in the counting or the adding; the number alone does not tell me which.',
      ],
    },
    'too big': {
      plain: ['The number is too large; from it alone I cannot tell in which of your lines that happened.'],
    },
    'too small': {
      plain: ['The number is too small; from it alone I cannot tell in which of your lines that happened.'],
    },
    choice: { plain: ['Something in the question speaks against that choice: it has to fit every word of it.'] },
    'several choices': {
      plain: ['Either something that you marked does not fit, or something that fits was left unmarked.'],
    },
    expression: {
      plain: ['The two do not mean the same: with an easy number for the letter they come out differently.'],
    },
    set: { plain: ['Put back into the question, a value of yours fails, or a value that fits is missing.'] },
    interval: { plain: ['There are numbers about which your interval and the question do not agree.'] },
    number: {
      plain: [
        'From the number alone I see that it is not what is asked for, but not in which of your lines it happened.',
      ],
    },
    text: { plain: ['It names something else than the question asks for.'] },
  },
  /** Leads to the author's rule. */
  RULE: {
    plain: ['This is what it has to keep to:', 'The rule behind it:', 'The idea that decides it:'],
  },
  /** The last turn has said it, and there is no rule besides. */
  NO_MORE: {
    plain: [
      'It is good that you ask. What I wrote about it is all that I can say without taking the next step away from you.',
      'A fair question, but the reason is what I have just written: more would give the answer away.',
    ],
  },
  WHY_CLOSE: {
    lines: {
      plain: [
        'Hold your answer against that, and write the next one.',
        'Check your lines with this in mind, and send me what you get.',
        'Look at your answer again with that, and change what does not keep to it.',
      ],
      young: ['Look at your answer again with that, and write a new one.'],
    },
    'in words': {
      plain: [
        'Hold your answer against that, and write another one.',
        'Read the question once more with that in mind, and answer it anew.',
        'With this in mind, think of another answer and write it here.',
      ],
    },
    choosing: {
      plain: [
        'Hold the choices against that, one at a time, and choose again.',
        'Look at the other choices with this in mind, and choose anew.',
      ],
    },
  },
} satisfies Catalogue;
