import { type RouteCase, unknownName } from './cases.ts';
import type { TargetIds } from './records.ts';

const MANAGER = ['school manager'] as const;
const person = ({ spare }: TargetIds) => ({ id: spare });
const schoolClass = ({ spareClass }: TargetIds) => ({ id: spareClass });
const guardian = ({ spare, spareParent }: TargetIds) => ({ id: spare, parentId: spareParent });
const pupilInForm = ({ spare }: TargetIds) => `pupil=${spare}`;

/** A request about one of the school's people, or one of its classes: anybody else's does not exist. */
export const about = (params: RouteCase['params'], ok: readonly number[], body?: RouteCase['body']): RouteCase => ({
  for: MANAGER,
  names: true,
  ...(params ? { params } : {}),
  ...(body ? { body } : {}),
  ok,
});

/** The pages of people, and the ways in. In the order in which they are served: what is shut is opened again after it. */
export const PEOPLE_CASES: Record<string, RouteCase> = {
  // Nobody's: the tests of accounts hold real ones.
  'GET /welcome/:token': { for: 'public', params: () => ({ token: unknownName() }), ok: [404] },
  'POST /welcome/:token': {
    for: 'public',
    params: () => ({ token: unknownName() }),
    body: () => 'password=x',
    ok: [404],
  },
  'GET /letters/stop/:token': { for: 'public', params: () => ({ token: unknownName() }), ok: [404] },
  'POST /letters/stop/:token': { for: 'public', params: () => ({ token: unknownName() }), ok: [404] },
  'POST /profile/letters': { for: ['parent'], body: () => 'wanted=no', ok: [303] },
  'GET /card/:token': { for: 'public', params: () => ({ token: unknownName() }), ok: [404] },
  'POST /card/:token': { for: 'public', params: () => ({ token: unknownName() }), ok: [404] },
  // Its messages are in socket-cases.ts.
  'GET /live': { for: 'anyone logged in', ok: [426] },
  'GET /profile': { for: 'anyone logged in', ok: [200] },
  'POST /profile': { for: 'anyone logged in', body: () => 'locale=nowhere', ok: [400] },
  'POST /profile/password': {
    for: 'anyone logged in',
    body: () => 'before=x&after=y&again=z',
    ok: [400],
  },
  'GET /school/people': { for: MANAGER, ok: [200] },
  'GET /school/people/new': { ...about(undefined, [200]), query: ({ spare }) => `?role=parent&child=${spare}` },
  'POST /school/people/new': about(undefined, [400], ({ spare }) => `role=parent&child=${spare}`),
  'GET /school/people/:id': about(person, [200]),
  'GET /school/people/:id/edit': about(person, [200]),
  'POST /school/people/:id/edit': about(person, [400], () => 'firstName='),
  'POST /school/people/:id/disable': about(person, [303]),
  'POST /school/people/:id/enable': about(person, [303]),
  'POST /school/people/:id/link': about(person, [200]),
  'GET /school/people/:id/export': about(person, [200]),
  'POST /school/people/:id/export': about(person, [303]),
  'GET /school/people/:id/export/stored.zip': about(person, [200]),
  'GET /profile/export': { for: 'anyone logged in', ok: [200] },
  'POST /profile/export': { for: 'anyone logged in', ok: [303] },
  'GET /profile/export/stored.zip': { for: 'anyone logged in', ok: [200] },
  'GET /school/people/:id/erase': about(person, [200]),
  'POST /school/people/:id/erase': about(person, [400], () => 'username=somebody-else'),
  'GET /school/erasures': { for: MANAGER, ok: [200] },
  'POST /school/people/:id/classes': about(person, [303], ({ spareClass }) => `class=${spareClass}`),
  'POST /school/people/:id/card': about(person, [409]),
  'POST /school/people/:id/card/revoke': about(person, [303]),
  'POST /school/people/cards': { for: MANAGER, body: () => 'role=student', ok: [200] },
  'POST /school/people/card-policy': { for: MANAGER, body: () => 'allowed=no', ok: [303] },
  'POST /school/people/:id/guardian-requests/:requestId/withdraw': about(
    ({ spare, guardianRequest }) => ({ id: spare, requestId: guardianRequest }),
    [303],
  ),
  'POST /school/people/:id/guardians': about(person, [303], () => `parent=${unknownName()}`),
  'POST /school/people/:id/guardians/:parentId/verify': about(guardian, [303]),
  'POST /school/people/:id/guardians/:parentId/block': about(
    guardian,
    [303],
    ({ spareParent }) => `note-${spareParent}=A judge said so.`,
  ),
  'POST /school/people/:id/guardians/:parentId/unlink': about(guardian, [303]),
  'POST /school/people/:id/release': about(person, [303], ({ unmanagedSchool }) => `school=${unmanagedSchool}`),
  'POST /school/people/:id/withdraw': about(person, [303]),
  'POST /school/people/:id/accept': about(({ arrival }) => ({ id: arrival }), [303]),
  'POST /school/people/:id/decline': about(({ refusedArrival }) => ({ id: refusedArrival }), [303]),
  'GET /school/people/classes': { for: MANAGER, ok: [200] },
  'GET /school/people/classes/new': { for: MANAGER, ok: [200] },
  'POST /school/people/classes/new': { for: MANAGER, body: () => 'name=', ok: [400] },
  'GET /school/people/classes/:id': { ...about(schoolClass, [200]), offersCourses: true },
  'GET /school/people/classes/:id/edit': about(schoolClass, [200]),
  'POST /school/people/classes/:id/edit': about(schoolClass, [400], () => 'name='),
  'POST /school/people/classes/:id/archive': about(schoolClass, [303]),
  'POST /school/people/classes/:id/restore': about(schoolClass, [303]),
  'POST /school/people/classes/:id/join': about(schoolClass, [303], pupilInForm),
  'POST /school/people/classes/:id/move': about(
    schoolClass,
    [303],
    ({ spare, spareClass }) => `pupil=${spare}&to=${spareClass}`,
  ),
  'POST /school/people/classes/:id/courses': about(
    schoolClass,
    [303],
    ({ spare, course }) => `pupil=${spare}&course=${course}`,
  ),
  // What is refused is said on the page of the class, which offers courses.
  'POST /school/people/classes/:id/courses/withdraw': {
    ...about(schoolClass, [303, 409], ({ course }) => `course=${course}`),
    offersCourses: true,
  },
  'POST /school/people/classes/:id/leave': about(schoolClass, [303], pupilInForm),
  'POST /school/people/classes/:id/managers': about(schoolClass, [303], () => 'manager='),
  'POST /school/people/classes/:id/cards/link': about(schoolClass, [200], pupilInForm),
  'POST /school/people/classes/:id/cards/card': { ...about(schoolClass, [409], pupilInForm), offersCourses: true },
};
