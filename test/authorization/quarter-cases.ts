import type { RouteCase } from './cases.ts';
import type { TargetIds } from './records.ts';

const PUPIL = ['student'] as const;
const PARENT = ['parent'] as const;
const MANAGER = ['class manager'] as const;
const SCHOOL_MANAGER = ['school manager'] as const;
const ofClass = (ids: TargetIds) => `class=${ids.lessonClass}&quarter=2026/1`;
const own = (ids: TargetIds) => ({ kind: 'proficiency', scoreId: ids.quarter.proficiency });
const ofChild = (ids: TargetIds) => ({ id: ids.pupil, ...own(ids) });

/** Quarters of pupils, classes and schools, and who needs attention. */
export const QUARTER_CASES: Record<string, RouteCase> = {
  'GET /class/quarter': { for: MANAGER, names: true, query: (ids) => `?${ofClass(ids)}`, ok: [200] },
  'GET /class/quarter.csv': { for: MANAGER, names: true, query: (ids) => `?${ofClass(ids)}`, ok: [200] },
  'GET /api/v1/class/quarter': {
    for: MANAGER,
    names: true,
    query: (ids) => `?classId=${ids.lessonClass}&quarter=2026/1`,
    ok: [200],
  },
  'POST /class/quarter': {
    for: MANAGER,
    names: true,
    body: (ids) =>
      `${ofClass(ids)}&subject=math&social-${ids.pupil}=9&words-social-${ids.pupil}=&was-social-${ids.pupil}=x`,
    ok: [303],
  },
  'POST /class/quarter/release': { for: MANAGER, names: true, body: ofClass, ok: [303] },
  // 409: nobody asks any more.
  'POST /class/quarter/scores/:kind/:id': {
    for: MANAGER,
    names: true,
    params: (ids) => ({ kind: 'investment', id: ids.quarter.investment }),
    body: (ids) => `${ofClass(ids)}&action=stands&words=Looked at it.`,
    ok: [303, 409],
  },
  'GET /school/quarter': { for: SCHOOL_MANAGER, query: () => '?quarter=2026/1', ok: [200] },
  // Nobody studied in that quarter.
  'POST /school/quarter': { for: SCHOOL_MANAGER, body: () => 'quarter=2026/1', ok: [409] },
  'GET /quarters/:kind/:scoreId/contest': { for: PUPIL, names: true, params: own, ok: [200] },
  'POST /quarters/:kind/:scoreId/contest': { for: PUPIL, names: true, params: own, body: () => 'words=', ok: [400] },
  'GET /children/:id/quarters/:kind/:scoreId/contest': { for: PARENT, names: true, params: ofChild, ok: [200] },
  'POST /children/:id/quarters/:kind/:scoreId/contest': {
    for: PARENT,
    names: true,
    params: ofChild,
    body: () => 'words=She worked more than that.',
    ok: [303],
  },
  'GET /class/attention': { for: ['class manager', 'school manager'], ok: [200] },
  // 409: somebody else has taken it on meanwhile.
  'POST /class/attention/:id': {
    for: ['class manager', 'school manager'],
    names: true,
    params: (ids) => ({ id: ids.quarter.attention }),
    body: () => 'answer=taken&days=0&note=Spoke with them.',
    ok: [303, 409],
  },
  'GET /api/v1/quarters': { for: PUPIL, ok: [200] },
  'GET /api/v1/children/:id/quarters': {
    for: PARENT,
    names: true,
    params: (ids) => ({ id: ids.pupil }),
    ok: [200],
  },
};
