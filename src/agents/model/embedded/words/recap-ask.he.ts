import type { SameNames } from '../bilingual.ts';
import type { RECAP_ASK_EN } from './recap-ask.en.ts';

export const RECAP_ASK_HE: SameNames<typeof RECAP_ASK_EN> = {
  RECAP_ASK: {
    plain: [
      'בשניים או שלושה משפטים שלך: מה יישאר איתך מהיום?',
      'במילים שלך: מה גילית היום שלא היה ידוע לך קודם?',
      'כדאי לכתוב כמה שורות לעצמך: איזה שלב היה היום הכי מועיל?',
      'נניח שמישהו מהכיתה פספס את השיעור. איך אפשר להסביר לו את הרעיון המרכזי?',
    ],
  },
};
