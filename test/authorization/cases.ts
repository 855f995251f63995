import { randomUUID } from 'node:crypto';
import type { Role } from '../../src/domain/access/permission-matrix.ts';
import { PASSWORD } from '../support/factory.ts';
import type { CanaryKind } from './matrix.ts';
import type { TargetIds } from './records.ts';

/** What a route is about, typed by hand from the specification's matrix and never derived from the program. */
export interface RouteCase {
  /** Who may use it at all. */
  for: 'public' | 'anyone logged in' | readonly Role[];
  /** Whether address, query or body name something of a pupil's; then each target is tried. */
  names?: boolean;
  /** It belongs to whoever supervises the subject, not to whoever has to do with the pupil. */
  ofSubject?: boolean;
  /** It belongs to whoever supervises the subject in the region of the pupil's school. */
  ofRegion?: boolean;
  /** Values for the address, `:name` → value. */
  params?: (ids: TargetIds) => Record<string, string | number>;
  /** With the question mark. */
  query?: (ids: TargetIds) => string;
  body?: (ids: TargetIds) => unknown;
  /** Other things that the same route names, with their own answers; the rest is as above. */
  also?: readonly Pick<RouteCase, 'params' | 'body' | 'query' | 'ok'>[];
  /** What whoever may is answered. 409 where the thing is theirs, but not in the state for it. */
  ok: readonly number[];
  /** What whoever may not is answered, where the answer depends on what is named. */
  refused?: readonly number[];
  /** The same for one of those roles, where it is another. */
  refusedAs?: Partial<Record<Role, readonly number[]>>;
  /** What it shows beyond what the role may usually read. */
  shows?: Partial<Record<Role, readonly CanaryKind[]>>;
  /** It names the staff of the school. */
  namesStaff?: boolean;
  /** It offers every course that can be studied: their names are no secret of a school. */
  offersCourses?: boolean;
  /** It ends the login that it is sent with. */
  endsLogin?: boolean;
  /** Where the change that it made is taken back, made of its answer. */
  undo?: (answer: string) => string;
}

/** Another one each time, so that none is throttled. */
export const unknownName = () => `nobody-${randomUUID()}`;

const PUPIL = ['student'] as const;
const PARENT = ['parent'] as const;
const session = (ids: TargetIds) => ({ kind: 'home', id: ids.session });
/** A lesson at school that is over. */
const lesson = (ids: TargetIds) => ({ kind: 'school', id: ids.lesson });
const MANAGER = ['class manager'] as const;
const STAFF = ['class manager', 'school manager'] as const;
const lessonOf = (ids: TargetIds) => ({ id: ids.pupil, sessionId: ids.lesson });
const ahead = ({ sittings }: TargetIds) => ({ id: sittings.ahead });
const open = ({ sittings }: TargetIds) => ({ id: sittings.open });
const marked = ({ sittings }: TargetIds) => ({ id: sittings.marked });
const classTest = (ids: TargetIds) => ({ classId: ids.class, testId: ids.test });
/** A window that is over, so that nothing is changed. */
const NEVER = { date: '2026-01-05T08:00:00Z', deadline: '2026-01-05T10:00:00Z' };
const END = { emotionalStateAfter: 'positive', difficulty: 3, understanding: 7 };

/** Every route of the API. A new one is added here, with who may use it and what it names. */
export const API_CASES: Record<string, RouteCase> = {
  'GET /api/openapi.json': { for: 'public', ok: [200] },
  'POST /api/v1/auth/login': {
    for: 'public',
    body: () => ({ username: unknownName(), password: PASSWORD }),
    ok: [401],
  },
  'POST /api/v1/auth/logout': { for: 'public', ok: [204], endsLogin: true },
  'GET /api/v1/me': { for: 'anyone logged in', ok: [200] },
  'GET /api/v1/courses': { for: PUPIL, ok: [200] },
  'GET /api/v1/courses/prioritized': { for: PUPIL, ok: [200] },
  'GET /api/v1/courses/:id': { for: PUPIL, names: true, params: ({ course }) => ({ id: course }), ok: [200] },
  'GET /api/v1/courses/:id/assignment': {
    for: PUPIL,
    names: true,
    params: ({ course }) => ({ id: course }),
    query: () => '?minutes=45',
    ok: [200],
  },
  'GET /api/v1/study-plan': {
    for: PUPIL,
    names: true,
    query: ({ course }) => `?minutes=45&course=${course}`,
    ok: [200],
  },
  'POST /api/v1/study-sessions/:kind/:id/contest': {
    for: PUPIL,
    names: true,
    params: session,
    body: () => ({ kind: 'proficiency', words: 'I was away.' }),
    ok: [204],
  },
  'POST /api/v1/lessons/:id/contest': {
    for: PUPIL,
    names: true,
    params: ({ lesson }) => ({ id: lesson }),
    body: () => ({ kind: 'proficiency', words: 'The fire bell rang.' }),
    ok: [204],
  },
  'POST /api/v1/children/:id/lessons/:sessionId/contest': {
    for: PARENT,
    names: true,
    params: (ids) => ({ id: ids.pupil, sessionId: ids.lesson }),
    body: () => ({ kind: 'proficiency', words: 'She had been ill.' }),
    ok: [204],
  },
  'POST /api/v1/children/:id/sessions/:sessionId/contest': {
    for: PARENT,
    names: true,
    params: (ids) => ({ id: ids.pupil, sessionId: ids.session }),
    body: () => ({ kind: 'proficiency', words: 'It was noisy.' }),
    ok: [204],
  },
  'GET /api/v1/evaluations': { for: MANAGER, ok: [200] },
  'POST /api/v1/evaluations': {
    for: MANAGER,
    names: true,
    body: (ids) => ({
      studentId: ids.pupil,
      sessionId: ids.session,
      kind: 'investment',
      action: 'stands',
      words: 'Yes.',
    }),
    ok: [409],
    also: [
      {
        body: (ids) => ({
          evaluations: [{ sessionId: ids.lesson, studentId: ids.pupil, kind: 'social', score: 6 }],
        }),
        ok: [200],
      },
    ],
  },
  'GET /api/v1/progress': { for: PUPIL, ok: [200] },
  'GET /api/v1/history': { for: PUPIL, ok: [200] },
  'GET /api/v1/lessons': { for: PUPIL, ok: [200] },
  'GET /api/v1/lessons/:id': { for: PUPIL, names: true, params: ({ lesson }) => ({ id: lesson }), ok: [200] },
  'GET /api/v1/children/:id/lessons': {
    for: PARENT,
    names: true,
    params: ({ pupil }) => ({ id: pupil }),
    ok: [200],
  },
  'GET /api/v1/children/:id/lessons/:sessionId': { for: PARENT, names: true, params: lessonOf, ok: [200] },
  'GET /api/v1/class/students/:id/lessons': {
    for: STAFF,
    names: true,
    params: ({ pupil }) => ({ id: pupil }),
    ok: [200],
  },
  'GET /api/v1/class/students/:id/lessons/:sessionId': { for: STAFF, names: true, params: lessonOf, ok: [200] },
  'GET /api/v1/children/requests': { for: PARENT, ok: [200] },
  // Whose request it is, the tests of requests hold: here nobody has one.
  'POST /api/v1/children/requests/:id/accept': { for: PARENT, params: () => ({ id: 999_999 }), ok: [404] },
  'POST /api/v1/children/requests/:id/refuse': { for: PARENT, params: () => ({ id: 999_999 }), ok: [404] },
  'GET /api/v1/tests': { for: PUPIL, ok: [200] },
  'GET /api/v1/tests/:id': { for: PUPIL, names: true, params: open, ok: [200] },
  'POST /api/v1/tests/:id/begin': { for: PUPIL, names: true, params: ahead, ok: [409] },
  'PUT /api/v1/tests/:id/answers': {
    for: PUPIL,
    names: true,
    params: open,
    body: () => ({ device: 'matrix', answers: [] }),
    ok: [200],
  },
  'POST /api/v1/tests/:id/submit': { for: PUPIL, names: true, params: ahead, ok: [409] },
  'POST /api/v1/tests/:id/reflection': {
    for: PUPIL,
    names: true,
    params: marked,
    body: () => ({ feeling: 'neutral', difficulty: 5 }),
    ok: [204],
  },
  'GET /api/v1/tests/:id/review': { for: PUPIL, names: true, params: marked, ok: [409] },
  'GET /api/v1/class/tests': { for: MANAGER, ok: [200] },
  'POST /api/v1/class/tests': {
    for: MANAGER,
    names: true,
    body: (ids) => ({ classId: ids.class, testId: ids.test, ...NEVER }),
    ok: [400],
  },
  'GET /api/v1/class/tests/:classId/:testId': { for: MANAGER, names: true, params: classTest, ok: [200] },
  'PUT /api/v1/class/tests/:classId/:testId': {
    for: MANAGER,
    names: true,
    params: classTest,
    body: () => NEVER,
    ok: [400],
  },
  'DELETE /api/v1/class/tests/:classId/:testId': { for: MANAGER, names: true, params: classTest, ok: [409] },
  'POST /api/v1/class/tests/:classId/:testId/release': {
    for: MANAGER,
    names: true,
    params: classTest,
    body: () => ({ sittingIds: [] }),
    ok: [200],
  },
  'GET /api/v1/class/plans/:classId': {
    for: MANAGER,
    names: true,
    params: (ids) => ({ classId: ids.class }),
    query: (ids) => `?pupils=${ids.pupil}`,
    ok: [200],
  },
  'GET /api/v1/class/marking': { for: MANAGER, ok: [200] },
  'PUT /api/v1/class/sittings/:id': {
    for: MANAGER,
    names: true,
    params: ahead,
    body: () => ({ ...NEVER, extraMinutes: 0 }),
    ok: [400],
  },
  'DELETE /api/v1/class/sittings/:id': { for: MANAGER, names: true, params: open, ok: [409] },
  'POST /api/v1/class/sittings/:id/delay': {
    for: MANAGER,
    names: true,
    params: open,
    body: () => ({ ...NEVER, reason: 'ill' }),
    ok: [409],
  },
  'POST /api/v1/class/sittings/:id/resit': { for: MANAGER, names: true, params: open, body: () => NEVER, ok: [409] },
  'PUT /api/v1/class/sittings/:id/answers/:position/mark': {
    for: MANAGER,
    names: true,
    params: (ids) => ({ ...marked(ids), position: 1 }),
    // A change of a mark without its reason.
    body: () => ({ share: 0.5 }),
    ok: [400],
  },
  'POST /api/v1/study-sessions/home': {
    for: PUPIL,
    names: true,
    body: ({ course }) => ({ type: 'homework', courseId: course, emotionalStateBefore: 'neutral' }),
    ok: [201, 409],
    undo: (answer) => `/api/v1/study-sessions/home/${JSON.parse(answer).id}/cancel`,
  },
  'GET /api/v1/study-sessions/:kind/:id': {
    for: PUPIL,
    names: true,
    params: session,
    ok: [200],
    also: [{ params: lesson, ok: [200] }],
  },
  // Class managers start and stop sessions of their classes at school; a session at home is the pupil's alone.
  ...Object.fromEntries(
    ['start', 'pause', 'resume', 'cancel', 'end'].map((event): [string, RouteCase] => [
      `POST /api/v1/study-sessions/:kind/:id/${event}`,
      {
        for: ['student', 'class manager'],
        names: true,
        params: session,
        ...(event === 'end' ? { body: () => END } : {}),
        ok: [200, 409],
        // Only sessions at home are given up.
        also: [{ params: lesson, ok: event === 'cancel' ? [400, 404] : [409] }],
      },
    ]),
  ),
  'POST /api/v1/study-sessions/:kind/:id/hand': {
    for: ['student', 'class manager'],
    names: true,
    params: lesson,
    body: () => ({ up: true }),
    ok: [409],
  },
  ...Object.fromEntries(
    ['evaluations', 'messages', 'stream'].map((part): [string, RouteCase] => [
      `GET /api/v1/study-sessions/:kind/:id/${part}`,
      { for: PUPIL, names: true, params: session, ok: [200], also: [{ params: lesson, ok: [200] }] },
    ]),
  ),
  'POST /api/v1/study-sessions/:kind/:id/messages': {
    for: PUPIL,
    names: true,
    params: session,
    body: () => ({ clientId: 'from-the-matrix', content: 'help' }),
    ok: [409],
    also: [{ params: lesson, ok: [409] }],
  },
  'GET /api/v1/children': { for: PARENT, ok: [200] },
  'GET /api/v1/children/:id/progress': { for: PARENT, names: true, params: ({ pupil }) => ({ id: pupil }), ok: [200] },
  'GET /api/v1/progress/figures': { for: ['student'], ok: [200] },
  'GET /api/v1/children/:id/progress/figures': {
    for: PARENT,
    names: true,
    params: ({ pupil }) => ({ id: pupil }),
    ok: [200],
  },
  'GET /api/v1/children/:id/sessions': { for: PARENT, names: true, params: ({ pupil }) => ({ id: pupil }), ok: [200] },
  'GET /api/v1/children/:id/sessions/:sessionId/transcript': {
    for: PARENT,
    names: true,
    params: (ids) => ({ id: ids.pupil, sessionId: ids.session }),
    ok: [200],
  },
};

/** A session is its pupil's alone: class managers may change sessions, but at other addresses and by lessons. */
export const OWNER_ONLY = /\/study-sessions\/:kind\/:id|\/study\/(home|school)\/:id/;
