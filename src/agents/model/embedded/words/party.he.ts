import type { SameNames } from '../bilingual.ts';
import type { PARTY_EN } from './party.en.ts';

/** What the tutor says where several study together, in Hebrew. */
export const PARTY_HE: SameNames<typeof PARTY_EN> = {
  TO: {
    plain: [
      'נסתכל על התשובה של {name}.',
      '{name}, זה בשבילך.',
      'זה לגבי מה ששלחת, {name}.',
      'אליך, {name}, וכולם מוזמנים להקשיב.',
    ],
  },
  FIRST: {
    plain: [
      '{next}, הפעם מתחילים איתך; כל השאר מוזמנים להוסיף.',
      'השאלה הזאת מתחילה אצל {next}, ואחר כך כולם מוסיפים.',
      '{next}, נשמח לשמוע אותך קודם. כל השאר חושבים יחד.',
      'קודם נשמע את {next}, ואחר כך את כל השאר.',
    ],
  },
  LATE: {
    right: {
      plain: [
        '{name}, התשובה שלך הגיעה בזמן שהשאלה נסגרה, וגם היא נכונה.',
        'גם זה נכון, {name}; זה הגיע רגע אחרי שהשאלה הסתיימה.',
      ],
    },
    wrong: {
      plain: [
        '{name}, זה היה לשאלה הקודמת, שכבר הסתיימה. זו לא התשובה; אפשר להשוות למה שכתוב למעלה.',
        'זה היה לשאלה הקודמת, {name}, וזו אינה התשובה. מה שכתוב למעלה מראה למה.',
      ],
    },
    unknown: {
      plain: ['{name}, זה היה לשאלה הקודמת, שכבר הסתיימה.', 'השאלה שאליה כתבת כבר הסתיימה, {name}.'],
    },
  },
};
