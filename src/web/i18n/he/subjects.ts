/** What subjects are called. */
export const SUBJECTS: Record<string, string> = {
  math: 'מתמטיקה',
  english: 'אנגלית',
  literature: 'ספרות',
  hebrew: 'עברית',
  music: 'מוזיקה',
  history: 'היסטוריה',
  civics: 'אזרחות',
  science: 'מדעים',
  'computer science': 'מדעי המחשב',
  'physical education': 'חינוך גופני',
  art: 'אמנות',
  'bible studies': 'תנ״ך',
};
