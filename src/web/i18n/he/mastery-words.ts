import type { Certainty, MasteryFacts } from '../../../domain/mastery/mastery.ts';
import { counted } from './counted.ts';

/** What is known of a pupil in a unit, spoken to the pupil. */
export function masteryInHebrew(facts: MasteryFacts): string {
  switch (facts.key) {
    case 'mastery.none':
      return 'עוד לא ענית כאן על אף שאלה.';
    case 'mastery.helped':
      return 'עד עכשיו עבדת כאן עם רמזים; כדאי לנסות שאלה אחת לבד.';
    case 'mastery.mastered':
      return `כבר רכשת את זה. מתוך ${facts.params.of} הניסיונות האחרונים שלך בלי עזרה, ${facts.params.right} היו נכונים.`;
    case 'mastery.recent':
      return recent(facts.params);
  }
}

function recent({ right, of }: { right: number; of: number }): string {
  if (of === 1) return right === 1 ? 'את השאלה הראשונה פתרת נכון בלי עזרה.' : 'ניסית שאלה אחת בלי עזרה.';
  if (right === 0) return `ניסית ${of} שאלות בלי עזרה; אף תשובה עוד לא הייתה נכונה.`;
  return `מתוך ${of} הניסיונות האחרונים שלך בלי עזרה, ${right === 1 ? 'אחד היה נכון' : `${right} היו נכונים`}.`;
}

/** How sure the estimate is, spoken to the pupil; nothing where nothing was answered. */
export function certaintyInHebrew(certainty: Certainty, answers: number): string {
  if (answers === 0) return '';
  const from = counted(answers, 'תשובה אחת', 'שתי תשובות', 'תשובות');
  if (certainty === 'sure') return `ההערכה נשענת על ${from} והיא בטוחה.`;
  if (certainty === 'fairly sure') return `ההערכה נשענת על ${from} והיא בטוחה למדי.`;
  return `ההערכה נשענת על ${from} ועדיין אינה בטוחה.`;
}
