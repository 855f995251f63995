import type { Role } from '../../src/domain/access/permission-matrix.ts';
import type { RouteCase } from './cases.ts';
import type { TargetIds } from './records.ts';

const PERIOD = 'period=days&from=2026-01-01&to=2026-01-31';

const ofPupil = ({ pupil, keptReports }: TargetIds) => ({ id: pupil, reportId: keptReports.ofPupil });
const ofClass = ({ keptReports }: TargetIds) => ({ reportId: keptReports.ofClass });
const ofSubject = ({ keptReports }: TargetIds) => ({ reportId: keptReports.ofSubject });

/** The report of a pupil, at each place where it is read. Nothing prints here, and nobody here has made it. */
function pupilReports(path: string, role: Role): Record<string, RouteCase> {
  const one = { for: [role], names: true, params: ofPupil } as const;
  return {
    [`GET ${path}/:reportId`]: { ...one, ok: [200] },
    [`GET /api/v1${path}/:reportId`]: { ...one, ok: [200] },
    [`GET ${path}/:reportId/report.pdf`]: { ...one, ok: [409] },
    [`GET ${path}/:reportId/table.csv`]: { ...one, query: () => '?section=0', ok: [200] },
    [`POST ${path}/:reportId/remove`]: { ...one, ok: [403] },
  };
}

/** All pupils of a class at once. */
function sets(path: string, role: Role): Record<string, RouteCase> {
  const one = { for: [role], names: true, params: ofClass } as const;
  return {
    [`POST ${path}/:reportId/print`]: { ...one, body: () => 'format=zip', ok: [409] },
    [`GET ${path}/:reportId/reports.pdf`]: { ...one, ok: [404] },
    [`GET ${path}/:reportId/reports.zip`]: { ...one, ok: [404] },
  };
}

const SUPERVISOR = { for: ['regional supervisor'], ofSubject: true, params: ofSubject } as const;

/** Pages of reports that are kept. */
export const KEPT_REPORT_CASES: Record<string, RouteCase> = {
  ...pupilReports('/class/reports', 'class manager'),
  ...pupilReports('/school/reports', 'school manager'),
  ...pupilReports('/children/:id/reports', 'parent'),
  ...pupilReports('/progress/reports', 'student'),
  ...sets('/class/reports', 'class manager'),
  ...sets('/school/reports', 'school manager'),
  'GET /class/reports': { for: ['class manager'], ok: [200] },
  'POST /class/reports': {
    for: ['class manager'],
    names: true,
    body: ({ pupil }) => `of=pupil:${pupil}&${PERIOD}`,
    also: [
      { body: ({ lessonClass }) => `of=class:${lessonClass}&${PERIOD}`, ok: [303] },
      { body: ({ lessonClass }) => `of=pupils:${lessonClass}&${PERIOD}`, ok: [303] },
    ],
    ok: [303],
  },
  'GET /api/v1/class/reports': { for: ['class manager'], ok: [200] },
  'GET /api/v1/school/reports': { for: ['school manager'], ok: [200] },
  'GET /api/v1/progress/reports': { for: ['student'], ok: [200] },
  'GET /api/v1/region/reports': { for: ['regional supervisor'], ok: [200] },
  'GET /api/v1/region/reports/:reportId': { ...SUPERVISOR, ok: [200, 404] },
  'GET /api/v1/children/:id/reports': {
    for: ['parent'],
    names: true,
    params: ({ pupil }) => ({ id: pupil }),
    ok: [200],
  },
  'GET /school/reports': { for: ['school manager'], ok: [200] },
  'POST /school/reports': {
    for: ['school manager'],
    names: true,
    body: ({ lessonClass }) => `of=class:${lessonClass}&${PERIOD}`,
    also: [{ body: ({ pupil }) => `of=pupil:${pupil}&${PERIOD}`, ok: [303] }],
    ok: [303],
  },
  'GET /children/:id/reports': { for: ['parent'], names: true, params: ({ pupil }) => ({ id: pupil }), ok: [200] },
  'POST /children/:id/reports': {
    for: ['parent'],
    names: true,
    params: ({ pupil }) => ({ id: pupil }),
    body: () => PERIOD,
    ok: [303],
  },
  'GET /progress/reports': { for: ['student'], ok: [200] },
  'POST /progress/reports': { for: ['student'], body: () => PERIOD, ok: [303] },
  'GET /region/reports': { for: ['regional supervisor'], ok: [200] },
  // 404: who supervises the subject in another region; a test of reports holds whose region it is.
  'POST /region/reports': {
    for: ['regional supervisor'],
    ofSubject: true,
    body: () => `of=region subject:math|north&${PERIOD}`,
    ok: [303, 404],
  },
  'GET /region/reports/:reportId': { ...SUPERVISOR, ok: [200, 404] },
  'GET /region/reports/:reportId/report.pdf': { ...SUPERVISOR, ok: [409, 404] },
  'GET /region/reports/:reportId/table.csv': { ...SUPERVISOR, query: () => '?section=0', ok: [400, 404] },
  'POST /region/reports/:reportId/remove': { ...SUPERVISOR, ok: [403, 404] },
};
