import type { Slip } from '../../../domain/tutoring/slip.ts';
import type { wrongAnswers as en } from '../en/wrong-answers.ts';
import type { Translated } from '../translated.ts';

const USED: Record<string, string> = {
  added: 'חוברו',
  subtracted: 'הוחסרו',
  multiplied: 'הוכפלו',
  divided: 'חולקו',
};

/** What the tutor takes a wrong answer for, where it can tell from the key and the question. */
function slipWords(slip: Slip): string | null {
  switch (slip.kind) {
    case 'operation':
      return `המספרים ${slip.numbers.join(', ')} ${USED[slip.used] ?? slip.used}`;
    case 'part way':
      return `המספרים ${slip.numbers.join(', ')} ${USED[slip.used] ?? slip.used}, וזה חלק מהדרך`;
    case 'smaller question':
      return 'זו תשובה לשאלה הקטנה של רמז';
    case 'from the question':
      return 'זה מספר מתוך השאלה';
    case 'sign':
      return 'הסימן שגוי';
    case 'unit':
      return 'זה ביחידת מידה אחרת';
    case 'place value':
      return 'הנקודה העשרונית במקום אחר';
    case 'turned over':
      return 'השבר הפוך';
    case 'one off':
      return 'הסטייה היא באחד';
    case 'border':
      return 'הקצוות נכונים, הסוגריים לא';
    case 'value missing':
      return 'חסר ערך';
    case 'value too many':
      return 'יש ערך אחד יותר מדי';
    default:
      return null;
  }
}

/** What pupils answer wrongly, to who writes the question. */
export const wrongAnswers: Translated<typeof en> = {
  common: 'מה תלמידים עונים בטעות',
  toExplain: 'תשובות שגויות שכדאי להסביר',
  commonLead: 'נספר מהתשובות לניסוח הזה. כתבו משהו על תשובה, והמורה יאמר אותו למי שייתן אותה בפעם הבאה.',
  commonAnswer: (pupils, answered) => `${pupils} מתוך ${answered} תלמידים ענו`,
  commonFeedback: (answer) => `מה לומר על ${answer}`,
  tutorSays: (slip) => {
    const words = slipWords(slip);
    return words === null
      ? 'עד אז המורה לא יודע מה השתבש, ורק אומר היכן להסתכל.'
      : `עד אז המורה הולך לפי מה שהוא יכול לבדוק: ${words}.`;
  },
};
