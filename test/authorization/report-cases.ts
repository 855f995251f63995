import type { RouteCase } from './cases.ts';
import type { TargetIds } from './records.ts';

const MANAGER = ['class manager'] as const;
/** They may report questions, and have none there. */
const NOTHING_FOR_PUPILS = { student: [404] };
const REPORTERS = ['student', 'class manager'] as const;
const askedInLesson = ({ lesson, pupil, asked }: TargetIds) =>
  `lesson=${lesson}&pupil=${pupil}&question=${asked.revisionId}`;
const askedInTest = ({ sittings, testQuestion }: TargetIds) => `sitting=${sittings.marked}&question=${testQuestion}`;
const askedOfClass = (ids: TargetIds) => `class=${ids.class}&test=${ids.test}&question=${ids.testQuestion}`;

/** Pages on which questions are reported, and reports answered. */
export const REPORT_CASES: Record<string, RouteCase> = {
  'GET /api/v1/question-reports': { for: REPORTERS, ok: [200] },
  'POST /api/v1/question-reports': {
    for: REPORTERS,
    names: true,
    body: ({ lesson, pupil, asked }) => ({
      place: { at: 'lesson', sessionId: lesson, studentId: pupil },
      revisionId: asked.revisionId,
      reason: 'answer',
    }),
    ok: [204],
  },
  'GET /reports': { for: ['student', 'class manager'], ok: [200] },
  'GET /reports/new': {
    for: ['student', 'class manager'],
    names: true,
    query: ({ session, asked }) => `?session=${session}&question=${asked.revisionId}`,
    ok: [200],
  },
  'POST /reports/new': {
    for: ['student', 'class manager'],
    names: true,
    body: ({ session, asked }) => `session=${session}&question=${asked.revisionId}&reason=answer&comment=`,
    ok: [303],
  },
  'GET /reports/new/lesson': { for: REPORTERS, names: true, query: (ids) => `?${askedInLesson(ids)}`, ok: [200] },
  'POST /reports/new/lesson': {
    for: REPORTERS,
    names: true,
    body: (ids) => `${askedInLesson(ids)}&reason=answer&comment=`,
    ok: [303],
  },
  // Its result is not released: for the pupil there is nothing to report yet.
  'GET /reports/new/test': {
    for: MANAGER,
    names: true,
    query: (ids) => `?${askedInTest(ids)}`,
    ok: [200],
    refusedAs: NOTHING_FOR_PUPILS,
  },
  'POST /reports/new/test': {
    for: MANAGER,
    names: true,
    body: (ids) => `${askedInTest(ids)}&reason=answer&comment=`,
    ok: [303],
    refusedAs: NOTHING_FOR_PUPILS,
  },
  'GET /reports/new/results': {
    for: MANAGER,
    names: true,
    query: (ids) => `?${askedOfClass(ids)}`,
    ok: [200],
    refusedAs: NOTHING_FOR_PUPILS,
  },
  'POST /reports/new/results': {
    for: MANAGER,
    names: true,
    body: (ids) => `${askedOfClass(ids)}&reason=answer&comment=`,
    ok: [303],
    refusedAs: NOTHING_FOR_PUPILS,
  },
  'GET /api/v1/curriculum/question-reports': { for: ['regional supervisor'], ok: [200] },
  // 409: another supervisor of the subject has answered it meanwhile.
  'POST /api/v1/curriculum/question-reports/:id/answer': {
    for: ['regional supervisor'],
    ofSubject: true,
    params: ({ asked }) => ({ id: asked.qaId }),
    body: () => ({ state: 'dismissed', reply: 'Thank you.' }),
    ok: [204, 409],
  },
  'GET /region/curriculum/reports': { for: ['regional supervisor'], ok: [200] },
  // 409: another supervisor of the subject has answered it meanwhile.
  'POST /region/curriculum/reports/:id': {
    for: ['regional supervisor'],
    ofSubject: true,
    params: ({ asked }) => ({ id: asked.qaId }),
    body: ({ asked }) => `reply-${asked.qaId}=Thank you.&state=dismissed`,
    ok: [303, 409],
  },
};
