import type { RouteCase } from './cases.ts';

const STAFF = ['class manager', 'school manager'] as const;
const SCHOOL_MANAGER = ['school manager'] as const;

/** Alerts, who is told of them, and notifications. */
export const SAFETY_CASES: Record<string, RouteCase> = {
  'GET /alerts': { for: ['parent', ...STAFF], ok: [200] },
  'POST /alerts/:id/acknowledge': {
    for: ['parent', ...STAFF],
    names: true,
    params: ({ alert }) => ({ id: alert }),
    body: () => 'note=We talked.',
    ok: [303, 409],
  },
  'POST /alerts/:id/tell-parents': {
    for: STAFF,
    names: true,
    params: ({ alert }) => ({ id: alert }),
    ok: [303],
    refused: [403, 404],
  },
  'GET /alerts/figures': { for: STAFF, ok: [200] },
  'GET /alerts/figures.csv': { for: STAFF, ok: [200] },
  'GET /alerts/:id': { for: STAFF, names: true, params: ({ alert }) => ({ id: alert }), ok: [200] },
  'POST /alerts/:id/passage': {
    for: STAFF,
    names: true,
    params: ({ alert }) => ({ id: alert }),
    body: () => 'reason=',
    ok: [400],
  },
  'POST /alerts/:id/false-alarm': {
    for: STAFF,
    names: true,
    params: ({ alert }) => ({ id: alert }),
    body: () => 'reason=',
    ok: [400],
  },
  // Whose it is, the tests of rehearsals hold: here nobody has one.
  'GET /alerts/rehearsals/:id': { for: STAFF, params: () => ({ id: 999_999 }), ok: [404] },
  'POST /alerts/rehearsals/:id/acknowledge': {
    for: STAFF,
    params: () => ({ id: 999_999 }),
    body: () => 'note=Seen.',
    ok: [404],
  },
  'GET /api/v1/alerts': { for: STAFF, ok: [200] },
  'GET /api/v1/alerts/figures': { for: STAFF, ok: [200] },
  'GET /api/v1/class/attention': { for: STAFF, ok: [200] },
  'GET /api/v1/school/ai/limits': { for: SCHOOL_MANAGER, ok: [200] },
  'GET /api/v1/notifications': { for: 'anyone logged in', ok: [200] },
  'POST /api/v1/notifications/read': { for: 'anyone logged in', body: () => ({ upTo: 1 }), ok: [204] },
  'GET /school/safeguarding': { for: SCHOOL_MANAGER, ok: [200] },
  'POST /school/safeguarding': { for: SCHOOL_MANAGER, body: () => '', ok: [400] },
  'POST /school/safeguarding/rehearsals': { for: SCHOOL_MANAGER, body: () => 'severity=1', ok: [303, 409] },
  'GET /notifications': { for: 'anyone logged in', ok: [200] },
  'POST /notifications/read': { for: 'anyone logged in', body: () => 'upTo=1', ok: [303] },
  // Whose it is, the tests of notifications hold: here nobody has one.
  'POST /notifications/:id/open': { for: 'anyone logged in', params: () => ({ id: 999_999 }), ok: [404] },
};
