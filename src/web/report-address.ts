import * as z from 'zod';
import type { Actor } from '../domain/access/permission-matrix.ts';
import type { AskedQuestion, ReportPlace } from '../services/question-reports/question-reports.service.ts';

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const question = { question: id };

/** The pages on which a question is reported, each with how it names the place and the question. */
export const REPORT_PAGES = {
  '/reports/new': z
    .object({ session: id, ...question })
    .transform((sent) => found({ at: 'home session', sessionId: sent.session }, sent)),
  '/reports/new/lesson': z
    .object({ lesson: id, pupil: id, ...question })
    .transform((sent) => found({ at: 'lesson', sessionId: sent.lesson, studentId: sent.pupil }, sent)),
  '/reports/new/test': z
    .object({ sitting: id, ...question })
    .transform((sent) => found({ at: 'sitting', sittingId: sent.sitting }, sent)),
  '/reports/new/results': z
    .object({ class: id, test: id, ...question })
    .transform((sent) => found({ at: 'results', classId: sent.class, testId: sent.test }, sent)),
} as const;

function found(place: ReportPlace, { question: revisionId }: { question: number }) {
  return { place, revisionId };
}

/** The page on which a question that was met there is reported; the form on it goes there too. */
export function reportHref(place: ReportPlace, revisionId: number): string {
  return `${pageOf(place)}&question=${revisionId}`;
}

function pageOf(place: ReportPlace): string {
  switch (place.at) {
    case 'home session':
      return `/reports/new?session=${place.sessionId}`;
    case 'lesson':
      return `/reports/new/lesson?lesson=${place.sessionId}&pupil=${place.studentId}`;
    case 'sitting':
      return `/reports/new/test?sitting=${place.sittingId}`;
    case 'results':
      return `/reports/new/results?class=${place.classId}&test=${place.testId}`;
  }
}

/** Where whoever reports came from. */
export function backFrom({ place, studentId, position }: AskedQuestion, { role }: Pick<Actor, 'role'>): string {
  const pupil = role === 'student';
  switch (place.at) {
    case 'home session':
      return pupil ? `/study/home/${place.sessionId}` : `/class/students/${studentId}/sessions/${place.sessionId}`;
    case 'lesson':
      return pupil ? `/study/school/${place.sessionId}` : `/class/students/${studentId}/lessons/${place.sessionId}`;
    case 'sitting':
      return pupil ? `/tests/${place.sittingId}#q${position}` : `/class/tests/sittings/${place.sittingId}#a${position}`;
    case 'results':
      return `/class/tests/${place.classId}/${place.testId}/results`;
  }
}
