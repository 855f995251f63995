import type { RouteCase } from './cases.ts';
import type { TargetIds } from './records.ts';

const SCHOOL_MANAGER = ['school manager'] as const;
const PARENT = ['parent'] as const;
const POLICIES = 'transcripts=full&unanswered=yes&graceDays=60&messageMonths=&recordMonths=&studyFrom=&studyUntil=';
const pupil = (ids: TargetIds) => ({ id: ids.pupil });

/** Consent, policies, the audit log, and who looked at what. */
export const OVERSIGHT_CASES: Record<string, RouteCase> = {
  'GET /children/:id/consent': { for: PARENT, names: true, params: pupil, ok: [200] },
  'POST /children/:id/consent': {
    for: PARENT,
    names: true,
    params: pupil,
    body: () => 'purpose=remote+teacher&version=1&answer=yes',
    ok: [303],
  },
  'GET /api/v1/children/:id/consents': { for: PARENT, names: true, params: pupil, ok: [200] },
  'GET /api/v1/school/consents': { for: SCHOOL_MANAGER, ok: [200] },
  'GET /school/audit': { for: SCHOOL_MANAGER, ok: [200] },
  'GET /school/audit.csv': { for: SCHOOL_MANAGER, ok: [200] },
  // Who looked is told by name.
  'GET /profile/looked': { for: ['student'], ok: [200], namesStaff: true },
  'GET /children/:id/looked': {
    for: PARENT,
    names: true,
    params: pupil,
    ok: [200],
    namesStaff: true,
  },
  'GET /school/policies': { for: SCHOOL_MANAGER, ok: [200] },
  // As it was, so that nothing else changes.
  'POST /school/policies': { for: SCHOOL_MANAGER, body: () => POLICIES, ok: [303] },
  'POST /school/policies/try': { for: SCHOOL_MANAGER, body: () => POLICIES, ok: [200] },
  'POST /school/policies/models': { for: SCHOOL_MANAGER, body: () => 'subject=math&model=', ok: [303] },
  // As it was.
  'POST /school/ai/limits': { for: SCHOOL_MANAGER, body: () => 'pupilDailyTokens=60000', ok: [303] },
  'GET /school/consents': { for: SCHOOL_MANAGER, ok: [200] },
  'POST /school/consents': {
    for: SCHOOL_MANAGER,
    names: true,
    body: (ids) => `pupils=${ids.pupil}&purpose=remote+teacher&answer=yes&note=folder`,
    ok: [303],
  },
};
