import { type RouteCase, unknownName } from './cases.ts';
import type { TargetIds } from './records.ts';

const PUPIL = ['student'] as const;
const STAFF = ['class manager', 'school manager'] as const;
const SCHOOL_MANAGER = ['school manager'] as const;
const upload = (ids: TargetIds) => ({ id: ids.upload });
const device = (ids: TargetIds) => ({ id: ids.device });
const pupil = (ids: TargetIds) => ({ id: ids.pupil });
const pupilSession = (ids: TargetIds) => ({ id: ids.pupil, sessionId: ids.session });
const pupilLesson = (ids: TargetIds) => ({ id: ids.pupil, sessionId: ids.lesson });
const session = (ids: TargetIds) => ({ id: ids.session });
const ownScore = (ids: TargetIds) => ({ id: ids.session, kind: 'proficiency' });
const ownLessonScore = (ids: TargetIds) => ({ id: ids.lesson, kind: 'proficiency' });
const pupilLessonScore = (ids: TargetIds) => ({ id: ids.pupil, sessionId: ids.lesson, kind: 'proficiency' });
const pupilScore = (ids: TargetIds) => ({ ...pupilSession(ids), kind: 'investment' });

const MANAGER = ['class manager'] as const;
const ahead = ({ sittings }: TargetIds) => ({ id: sittings.ahead });
const open = ({ sittings }: TargetIds) => ({ id: sittings.open });
const marked = ({ sittings }: TargetIds) => ({ id: sittings.marked });
const classTest = (ids: TargetIds) => ({ classId: ids.class, testId: ids.test });

/** Every page, form and file. A new one is added here, with who may use it and what it names. */
export const PAGE_CASES: Record<string, RouteCase> = {
  'GET /healthz': { for: 'public', ok: [200] },
  'GET /readyz': { for: 'public', ok: [200] },
  'GET /login': { for: 'public', ok: [200, 303] },
  'POST /login': { for: 'public', body: () => `username=${unknownName()}&password=x`, ok: [400] },
  // There are people.
  'GET /setup': { for: 'public', ok: [404] },
  'POST /setup': { for: 'public', ok: [409] },
  'POST /logout': { for: 'public', ok: [303], endsLogin: true },
  'GET /figures/:hash': { for: 'anyone logged in', params: () => ({ hash: '0'.repeat(64) }), ok: [404] },
  'GET /how-counted': { for: 'anyone logged in', ok: [200] },
  'GET /': { for: 'anyone logged in', ok: [200, 303] },
  'GET /courses': { for: PUPIL, ok: [200] },
  'GET /courses/:id': { for: PUPIL, names: true, params: ({ course }) => ({ id: course }), ok: [200] },
  'GET /history': { for: PUPIL, ok: [200] },
  'GET /study': { for: PUPIL, names: true, query: ({ course }) => `?course=${course}`, ok: [200] },
  'POST /study': { for: PUPIL, names: true, body: ({ course }) => `course=${course}`, ok: [400, 409] },
  'GET /study/new': { for: PUPIL, names: true, query: ({ course }) => `?course=${course}`, ok: [200] },
  'GET /study/plan': { for: PUPIL, names: true, query: ({ course }) => `?course=${course}`, ok: [200] },
  'POST /study/new': { for: PUPIL, names: true, body: ({ course }) => `course=${course}`, ok: [400, 409] },
  'GET /study/home/:id': { for: PUPIL, names: true, params: session, ok: [200, 303] },
  'POST /study/home/:id/messages': {
    for: PUPIL,
    names: true,
    params: session,
    body: () => 'clientId=from-the-matrix&content=help',
    ok: [409],
  },
  ...Object.fromEntries(
    ['start', 'pause', 'resume', 'cancel', 'end'].map((event): [string, RouteCase] => [
      `POST /study/home/:id/${event}`,
      {
        for: ['student', 'class manager'],
        names: true,
        params: session,
        body: () => 'feeling=positive&difficulty=3&understanding=7&feedback=',
        ok: [303, 409],
      },
    ]),
  ),
  'GET /study/home/:id/end': { for: ['student', 'class manager'], names: true, params: session, ok: [200, 303] },
  'GET /study/home/:id/summary': { for: PUPIL, names: true, params: session, ok: [200] },
  'GET /children': { for: ['parent'], ok: [200] },
  // Whose request it is, the tests of requests hold: here nobody has one.
  'POST /children/requests/:id/accept': { for: ['parent'], params: () => ({ id: 999_999 }), ok: [404] },
  'POST /children/requests/:id/refuse': { for: ['parent'], params: () => ({ id: 999_999 }), ok: [404] },
  'GET /progress': { for: ['student'], ok: [200] },
  'GET /progress.csv': { for: ['student'], ok: [200] },
  'GET /progress/sessions.csv': { for: ['student'], ok: [200] },
  'GET /children/:id/progress': { for: ['parent'], names: true, params: pupil, ok: [200] },
  'GET /children/:id/progress.csv': { for: ['parent'], names: true, params: pupil, ok: [200] },
  'GET /children/:id/progress/sessions.csv': { for: ['parent'], names: true, params: pupil, ok: [200] },
  'GET /children/:id': { for: ['parent'], names: true, params: pupil, ok: [200] },
  'GET /children/:id/export': { for: ['parent'], names: true, params: pupil, ok: [200] },
  'POST /children/:id/export': { for: ['parent'], names: true, params: pupil, ok: [303] },
  'GET /children/:id/export/stored.zip': { for: ['parent'], names: true, params: pupil, ok: [200] },
  'GET /children/:id/sessions/:sessionId': { for: ['parent'], names: true, params: pupilSession, ok: [200] },
  'GET /children/:id/lessons/:sessionId': { for: ['parent'], names: true, params: pupilLesson, ok: [200] },
  'GET /study/home/:id/contest/:kind': { for: PUPIL, names: true, params: ownScore, ok: [200] },
  'POST /study/home/:id/contest/:kind': {
    for: PUPIL,
    names: true,
    params: ownScore,
    body: () => 'words=I was away.',
    ok: [303],
  },
  'GET /children/:id/sessions/:sessionId/contest/:kind': {
    for: ['parent'],
    names: true,
    params: pupilScore,
    ok: [200],
  },
  'POST /children/:id/sessions/:sessionId/contest/:kind': {
    for: ['parent'],
    names: true,
    params: pupilScore,
    body: () => 'words=',
    ok: [400],
  },
  'GET /study/school/:id/contest/:kind': { for: PUPIL, names: true, params: ownLessonScore, ok: [200] },
  'POST /study/school/:id/contest/:kind': {
    for: PUPIL,
    names: true,
    params: ownLessonScore,
    body: () => 'words=',
    ok: [400],
  },
  'GET /children/:id/lessons/:sessionId/contest/:kind': {
    for: ['parent'],
    names: true,
    params: pupilLessonScore,
    ok: [200],
  },
  'POST /children/:id/lessons/:sessionId/contest/:kind': {
    for: ['parent'],
    names: true,
    params: pupilLessonScore,
    body: () => 'words=She was not well.',
    ok: [303],
  },
  'POST /class/students/:id/lessons/:sessionId/scores/:kind': {
    for: MANAGER,
    names: true,
    params: pupilLessonScore,
    body: () => 'proficiency-action=disputed&proficiency-words=Looked at it.',
    ok: [303, 409],
  },
  'GET /class/evaluations': { for: MANAGER, ok: [200] },
  'POST /class/students/:id/sessions/:sessionId/scores/:kind': {
    for: MANAGER,
    names: true,
    params: pupilScore,
    body: () => 'investment-action=stands&investment-words=Looked at it.',
    ok: [303, 409],
  },
  'GET /class': { for: ['class manager'], ok: [200] },
  'GET /class/plans/:classId': {
    for: MANAGER,
    names: true,
    params: (ids) => ({ classId: ids.class }),
    query: (ids) => `?pupils=${ids.pupil}`,
    ok: [200],
  },
  'GET /class/students/:id/progress': { for: STAFF, names: true, params: pupil, ok: [200] },
  'GET /class/students/:id/progress.csv': { for: STAFF, names: true, params: pupil, ok: [200] },
  'GET /class/students/:id/progress/sessions.csv': { for: STAFF, names: true, params: pupil, ok: [200] },
  'GET /class/students/:id': { for: STAFF, names: true, params: pupil, ok: [200] },
  'GET /class/students/:id/sessions/:sessionId': { for: STAFF, names: true, params: pupilSession, ok: [200] },
  'GET /class/students/:id/lessons/:sessionId': { for: STAFF, names: true, params: pupilLesson, ok: [200] },
  'POST /class/students/:id/sessions/:sessionId/read': {
    for: STAFF,
    names: true,
    params: pupilSession,
    body: () => 'reason=An alert was raised.',
    ok: [200],
    // With a reason, which is written into the audit log.
    shows: { 'school manager': ['words', 'reply', 'hidden', 'feedback'] },
  },
  'GET /school': { for: SCHOOL_MANAGER, ok: [200] },
  'GET /school/analytics': { for: SCHOOL_MANAGER, ok: [200] },
  'GET /school/analytics.csv': { for: SCHOOL_MANAGER, ok: [200] },
  'GET /api/v1/school/analytics': { for: SCHOOL_MANAGER, ok: [200] },
  'GET /school/ai': { for: SCHOOL_MANAGER, ok: [200] },
  'GET /school/ai.csv': { for: SCHOOL_MANAGER, ok: [200] },
  'GET /school/evaluator': { for: SCHOOL_MANAGER, ok: [200] },
  'GET /school/people/import': { for: SCHOOL_MANAGER, ok: [200] },
  'POST /school/people/import': { for: SCHOOL_MANAGER, body: () => 'format=csv', ok: [400] },
  'GET /school/people/import/:id': { for: SCHOOL_MANAGER, names: true, params: upload, ok: [200] },
  'GET /school/people/import/:id/plan.csv': { for: SCHOOL_MANAGER, names: true, params: upload, ok: [200] },
  'POST /school/people/import/:id/confirm': {
    for: SCHOOL_MANAGER,
    names: true,
    params: upload,
    body: () => 'fingerprint=another',
    ok: [409],
  },
  // Thrown away once, it is gone for its owner too.
  'POST /school/people/import/:id/cancel': { for: SCHOOL_MANAGER, names: true, params: upload, ok: [303, 404] },
  'GET /school/people/export': { for: SCHOOL_MANAGER, ok: [200] },
  'GET /school/devices': { for: SCHOOL_MANAGER, ok: [200] },
  'GET /school/devices.csv': { for: SCHOOL_MANAGER, ok: [200] },
  'GET /school/devices/new': { for: SCHOOL_MANAGER, ok: [200] },
  'POST /school/devices': { for: SCHOOL_MANAGER, body: () => 'serials=&model=', ok: [400] },
  'GET /school/devices/:id': {
    for: SCHOOL_MANAGER,
    names: true,
    params: device,
    query: () => '?who=zq',
    ok: [200],
  },
  'POST /school/devices/:id': { for: SCHOOL_MANAGER, names: true, params: device, body: () => 'serials=', ok: [400] },
  'POST /school/devices/:id/lend': {
    for: SCHOOL_MANAGER,
    names: true,
    params: device,
    body: (ids) => `student=${ids.pupil}`,
    ok: [303, 409],
  },
  'POST /school/devices/:id/return': {
    for: SCHOOL_MANAGER,
    names: true,
    params: device,
    body: () => 'condition=functional',
    ok: [303],
  },
  'POST /school/devices/:id/remove': { for: SCHOOL_MANAGER, names: true, params: device, ok: [409] },
  'GET /tests': { for: PUPIL, ok: [200] },
  'GET /tests/:id': { for: PUPIL, names: true, params: open, ok: [200] },
  'POST /tests/:id/begin': { for: PUPIL, names: true, params: ahead, ok: [409] },
  'POST /tests/:id/answers': { for: PUPIL, names: true, params: open, body: () => 'device=matrix&go=stay', ok: [303] },
  'GET /tests/:id/hand-in': { for: PUPIL, names: true, params: open, ok: [200] },
  'POST /tests/:id/submit': { for: PUPIL, names: true, params: ahead, ok: [409] },
  'POST /tests/:id/reflection': {
    for: PUPIL,
    names: true,
    params: marked,
    body: () => 'feeling=neutral&difficulty=5',
    ok: [303],
  },
  'GET /class/tests': { for: MANAGER, ok: [200] },
  'GET /class/tests/new': {
    for: MANAGER,
    names: true,
    query: (ids) => `?class=${ids.class}&test=${ids.test}`,
    ok: [200],
  },
  'POST /class/tests/new': {
    for: MANAGER,
    names: true,
    body: (ids) => `class=${ids.class}&test=${ids.test}&date=&deadline=`,
    ok: [400],
  },
  'GET /class/tests/marking': { for: MANAGER, ok: [200] },
  'GET /class/tests/:classId/:testId': { for: MANAGER, names: true, params: classTest, ok: [200] },
  'GET /class/tests/:classId/:testId/results': { for: MANAGER, names: true, params: classTest, ok: [200] },
  'GET /class/tests/:classId/:testId/grades.csv': { for: MANAGER, names: true, params: classTest, ok: [200] },
  'POST /class/tests/:classId/:testId/release': {
    for: MANAGER,
    names: true,
    params: classTest,
    body: () => '',
    ok: [303],
  },
  'POST /class/tests/:classId/:testId/change': {
    for: MANAGER,
    names: true,
    params: classTest,
    body: () => 'date=&deadline=',
    ok: [400],
  },
  'POST /class/tests/:classId/:testId/cancel': { for: MANAGER, names: true, params: classTest, ok: [409] },
  'GET /class/tests/sittings/:id': { for: MANAGER, names: true, params: marked, ok: [200] },
  'POST /class/tests/sittings/:id/change': {
    for: MANAGER,
    names: true,
    params: ahead,
    body: () => 'date=&deadline=',
    ok: [400],
  },
  'POST /class/tests/sittings/:id/resit': {
    for: MANAGER,
    names: true,
    params: open,
    body: () => 'date=&deadline=',
    ok: [409],
  },
  'POST /class/tests/sittings/:id/cancel': { for: MANAGER, names: true, params: open, ok: [409] },
  'POST /class/tests/sittings/:id/answers/:position/mark': {
    for: MANAGER,
    names: true,
    params: (ids) => ({ ...marked(ids), position: 1 }),
    body: () => 'share=',
    ok: [400],
  },
  'GET /region': { for: ['regional supervisor'], ok: [200] },
  'GET /region/analytics': { for: ['regional supervisor'], ok: [200] },
  'GET /region/analytics.csv': { for: ['regional supervisor'], ok: [200] },
  'GET /api/v1/region/analytics': { for: ['regional supervisor'], ok: [200] },
};
