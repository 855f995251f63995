import { DAY } from '../../src/shared/instant.ts';
import { LOGINS } from './people.ts';
import { NOW } from './size.ts';

export type Person = keyof typeof LOGINS;

/** A page or a file; `grows`: of what the short history does not hold, so that the two are not alike. */
export interface Page {
  who: Person;
  path: string;
  grows?: true;
}

const day = (ago: number) => new Date(NOW - ago * DAY).toISOString().slice(0, 10);
const YEAR = `from=${day(364)}`;
const HALF_YEAR = `from=${day(183)}`;
const CHILD = `/children/${LOGINS.pupil.id}`;
const UNIT = 'course=1&unit=Algebra+1';

/** Every page and file that shows figures, lists what happened, or tells of alerts. */
const PAGES: Record<Person, readonly string[]> = {
  pupil: ['/progress', '/progress.csv', '/progress/sessions.csv', '/history', '/profile/looked'],
  parent: [
    '/children',
    CHILD,
    ...['progress', 'progress.csv', 'progress/sessions.csv', 'looked'].map((page) => `${CHILD}/${page}`),
  ],
  'class manager': [
    '/class',
    `/class/students/${LOGINS.pupil.id}`,
    ...['analytics', 'analytics.csv', 'attention', 'quarter', 'quarter.csv', 'evaluations'].map(
      (page) => `/class/${page}`,
    ),
    ...['guidance', 'guidance/2'].map((page) => `/class/${page}`),
    '/alerts',
    '/notifications',
  ],
  'school manager': [
    '/school',
    ...['analytics', 'analytics.csv', 'ai', 'ai.csv', 'quarter', 'people'].map((page) => `/school/${page}`),
    ...['', '?who=class-manager-1', '?action=login', `?from=${day(27)}`].map((query) => `/school/audit${query}`),
    `/school/audit.csv?from=${day(27)}`,
    '/alerts',
    '/alerts/figures',
    '/alerts/figures.csv',
    '/notifications',
  ],
  supervisor: [
    '/region',
    ...['analytics', 'analytics.csv', 'hard-units', 'hard-units.csv', 'wrong-answers', 'wrong-answers.csv'].map(
      (page) => `/region/${page}`,
    ),
    `/region/hard-units?${UNIT}`,
    `/region/hard-units.csv?${UNIT}`,
    ...['schools/1', 'schools/1/grades.csv', 'guidance', 'guidance/2', 'guidance/2/classes.csv'].map(
      (page) => `/region/${page}`,
    ),
    '/notifications',
  ],
};

/** Over as much as may be asked for, and how far people and the evaluator agree, which is of all that there is. */
const LONG_PAGES: Record<Person, readonly string[]> = {
  pupil: [`/progress?${YEAR}`],
  parent: [`${CHILD}/progress?${YEAR}`],
  'class manager': [`/class/analytics?${YEAR}`],
  'school manager': [
    `/school/analytics?${YEAR}`,
    '/school/analytics?period=2025-q4',
    `/school/ai?${YEAR}`,
    '/school/evaluator',
  ],
  supervisor: ['analytics?', 'hard-units?', `hard-units?${UNIT}&`, 'wrong-answers?', 'schools/1?'].map(
    (page) => `/region/${page}${HALF_YEAR}`,
  ),
};

/** With the lists of reports and those that were made before. */
export function pagesWith(reports: Record<Person, readonly string[]>): Page[] {
  return (Object.keys(PAGES) as Person[]).flatMap((who) => [
    ...PAGES[who].map((path): Page => ({ who, path })),
    ...[...LONG_PAGES[who], ...reports[who]].map((path): Page => ({ who, path, grows: true })),
  ]);
}
