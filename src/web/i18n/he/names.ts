import type { TestType } from '../../../domain/curriculum/curriculum.ts';

/** What kinds of tests are called. */
export const TEST_TYPES: Record<TestType, string> = {
  quiz: 'בוחן',
  'mid term': 'מבחן אמצע',
  'final exam': 'מבחן מסכם',
  meitzav: 'מבחן מיצ״ב',
  bagrut: 'בחינת בגרות',
  'final project': 'פרויקט גמר',
};
