import type { Slip } from '../../../domain/tutoring/slip.ts';

/** What the tutor takes a wrong answer for, where it can tell from the key and the question. */
function slipWords(slip: Slip): string | null {
  switch (slip.kind) {
    case 'operation':
      return `${slip.numbers.join(' and ')} were ${slip.used}`;
    case 'part way':
      return `${slip.numbers.join(' and ')} were ${slip.used}, which is a part of the way`;
    case 'smaller question':
      return 'it answers the smaller question of a hint';
    case 'from the question':
      return 'it is a number of the question';
    case 'sign':
      return 'the sign is wrong';
    case 'unit':
      return 'it is in another unit';
    case 'place value':
      return 'the decimal point is in another place';
    case 'turned over':
      return 'the fraction is upside down';
    case 'one off':
      return 'it is one off';
    case 'border':
      return 'the ends are right, the brackets are not';
    case 'value missing':
      return 'a value is missing';
    case 'value too many':
      return 'there is a value too many';
    default:
      return null;
  }
}

/** What pupils answer wrongly, to who writes the question. */
export const wrongAnswers = {
  common: 'What pupils answer wrongly',
  toExplain: 'Wrong answers to explain',
  commonLead:
    'Counted from their answers to this wording. Say something about an answer, and the tutor says it to the next pupil who gives it.',
  commonAnswer: (pupils: number, answered: number) => `${pupils} of ${answered} pupils answered`,
  commonFeedback: (answer: string) => `What to say about ${answer}`,
  tutorSays: (slip: Slip): string => {
    const words = slipWords(slip);
    return words === null
      ? 'Until then the tutor cannot tell what went wrong, and only says where to look.'
      : `Until then the tutor goes by what it can check: ${words}.`;
  },
};
