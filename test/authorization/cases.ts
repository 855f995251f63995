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
  /** Values for the address, `:name` → value. */
  params?: (ids: TargetIds) => Record<string, string | number>;
  /** With the question mark. */
  query?: (ids: TargetIds) => string;
  body?: (ids: TargetIds) => unknown;
  /** What whoever may is answered. 409 where the thing is theirs, but not in the state for it. */
  ok: readonly number[];
  /** What whoever may not is answered, where the answer depends on what is named. */
  refused?: readonly number[];
  /** What it shows beyond what the role may usually read. */
  shows?: Partial<Record<Role, readonly CanaryKind[]>>;
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
  'GET /api/v1/progress': { for: PUPIL, ok: [200] },
  'GET /api/v1/history': { for: PUPIL, ok: [200] },
  'GET /api/v1/tests': { for: PUPIL, ok: [200] },
  'POST /api/v1/study-sessions/home': {
    for: PUPIL,
    names: true,
    body: ({ course }) => ({ type: 'homework', courseId: course, emotionalStateBefore: 'neutral' }),
    ok: [201, 409],
    undo: (answer) => `/api/v1/study-sessions/home/${JSON.parse(answer).id}/cancel`,
  },
  'GET /api/v1/study-sessions/:kind/:id': { for: PUPIL, names: true, params: session, ok: [200] },
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
      },
    ]),
  ),
  'GET /api/v1/study-sessions/:kind/:id/evaluations': { for: PUPIL, names: true, params: session, ok: [200] },
  'GET /api/v1/study-sessions/:kind/:id/messages': { for: PUPIL, names: true, params: session, ok: [200] },
  'GET /api/v1/study-sessions/:kind/:id/stream': { for: PUPIL, names: true, params: session, ok: [200] },
  'POST /api/v1/study-sessions/:kind/:id/messages': {
    for: PUPIL,
    names: true,
    params: session,
    body: () => ({ clientId: 'from-the-matrix', content: 'help' }),
    ok: [409],
  },
  'GET /api/v1/children': { for: PARENT, ok: [200] },
  'GET /api/v1/children/:id/progress': { for: PARENT, names: true, params: ({ pupil }) => ({ id: pupil }), ok: [200] },
  'GET /api/v1/children/:id/sessions': { for: PARENT, names: true, params: ({ pupil }) => ({ id: pupil }), ok: [200] },
  'GET /api/v1/children/:id/sessions/:sessionId/transcript': {
    for: PARENT,
    names: true,
    params: (ids) => ({ id: ids.pupil, sessionId: ids.session }),
    ok: [200],
  },
};

/** A home session is its pupil's alone: class managers may change sessions, but none of these. */
export const OWNER_ONLY = /\/study-sessions\/:kind\/:id|\/study\/home\/:id/;
