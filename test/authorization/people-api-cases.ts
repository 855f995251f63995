import { type RouteCase, unknownName } from './cases.ts';
import { about } from './people-cases.ts';
import type { TargetIds } from './records.ts';

const MANAGER = ['school manager'] as const;
const person = ({ spare }: TargetIds) => ({ id: spare });
const schoolClass = ({ spareClass }: TargetIds) => ({ id: spareClass });
const device = (ids: TargetIds) => ({ id: ids.device });
const pupils = ({ spare }: TargetIds) => ({ studentIds: [spare] });
const NAMELESS = { name: '', year: 2026, gradeLevel: '9th', capacity: 30 };
const MODELLESS = { model: '', os: 'android' };

/** People, classes and devices for programs. In the order in which they are served: what is shut is opened again after it. */
export const PEOPLE_API_CASES: Record<string, RouteCase> = {
  'GET /api/v1/school/evaluator': { for: MANAGER, ok: [200] },
  'GET /api/v1/school/people': { for: MANAGER, ok: [200] },
  'POST /api/v1/school/people': about(undefined, [400], ({ spare }) => {
    return { role: 'parent', firstName: '', lastName: '', childId: spare };
  }),
  'GET /api/v1/school/people/:id': about(person, [200]),
  'PATCH /api/v1/school/people/:id': about(person, [400], () => ({ firstName: '' })),
  'POST /api/v1/school/people/:id/disable': about(person, [200]),
  'POST /api/v1/school/people/:id/enable': about(person, [200]),
  'POST /api/v1/school/people/:id/one-time-link': about(person, [201]),
  'POST /api/v1/school/people/:id/guardians': about(person, [202], () => ({ username: unknownName() })),
  'PUT /api/v1/school/people/:id/guardians/:parentId': about(
    ({ spare, spareParent }) => ({ id: spare, parentId: spareParent }),
    [204],
    () => ({ status: 'blocked', note: 'A judge said so.' }),
  ),
  'DELETE /api/v1/school/people/:id/guardians/:parentId': about(
    ({ spare, mistakenParent }) => ({ id: spare, parentId: mistakenParent }),
    [204],
  ),
  'POST /api/v1/school/people/:id/release': about(person, [200], ({ unmanagedSchool }) => {
    return { schoolId: unmanagedSchool };
  }),
  'POST /api/v1/school/people/:id/withdraw': about(person, [204]),
  'POST /api/v1/school/people/:id/decline': about(({ refusedApiArrival }) => ({ id: refusedApiArrival }), [204]),
  'POST /api/v1/school/people/:id/accept': about(({ apiArrival }) => ({ id: apiArrival }), [200]),
  'GET /api/v1/school/classes': { for: MANAGER, ok: [200] },
  'POST /api/v1/school/classes': { for: MANAGER, body: () => NAMELESS, ok: [400] },
  'GET /api/v1/school/classes/:id': about(schoolClass, [200]),
  'PUT /api/v1/school/classes/:id': about(schoolClass, [400], () => NAMELESS),
  'POST /api/v1/school/classes/:id/archive': about(schoolClass, [204]),
  'POST /api/v1/school/classes/:id/restore': about(schoolClass, [204]),
  'POST /api/v1/school/classes/:id/join': about(schoolClass, [200], pupils),
  'POST /api/v1/school/classes/:id/move': about(schoolClass, [200], (ids) => ({ ...pupils(ids), to: ids.spareClass })),
  'POST /api/v1/school/classes/:id/leave': about(schoolClass, [200], pupils),
  'GET /api/v1/school/classes/:id/courses': { ...about(schoolClass, [200]), offersCourses: true },
  'POST /api/v1/school/classes/:id/courses': about(schoolClass, [200], ({ course }) => ({ courseId: course })),
  'DELETE /api/v1/school/classes/:id/courses/:courseId': about(
    ({ spareClass, course }) => ({ id: spareClass, courseId: course }),
    [204, 409],
  ),
  'PUT /api/v1/school/classes/:id/managers': about(schoolClass, [200], () => ({ managerIds: [] })),
  'GET /api/v1/school/devices': { for: MANAGER, ok: [200] },
  'POST /api/v1/school/devices': {
    for: MANAGER,
    body: () => ({ serialNumbers: ['TAB-1'], ...MODELLESS }),
    ok: [400],
  },
  'GET /api/v1/school/devices/:id': about(device, [200]),
  'PUT /api/v1/school/devices/:id': about(device, [400], () => ({ serialNumber: 'TAB-1', ...MODELLESS })),
  'DELETE /api/v1/school/devices/:id': about(device, [409]),
  'POST /api/v1/school/devices/:id/loans': about(device, [409], ({ pupil }) => ({ studentId: pupil })),
  'POST /api/v1/school/devices/:id/return': about(device, [200], () => ({ condition: 'functional' })),
};
