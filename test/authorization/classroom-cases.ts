import type { RouteCase } from './cases.ts';
import type { TargetIds } from './records.ts';

const MANAGER = ['class manager'] as const;
const given = (ids: TargetIds) => ({ id: ids.givenLesson });

/** Lessons as class managers give them. */
export const CLASSROOM_CASES: Record<string, RouteCase> = {
  'GET /api/v1/classroom/lessons': { for: MANAGER, ok: [200] },
  'POST /api/v1/classroom/lessons': {
    for: MANAGER,
    names: true,
    body: (ids) => ({ type: 'individual', classId: ids.lessonClass, minutes: 1 }),
    ok: [400],
  },
  'GET /api/v1/classroom/lessons/:id': { for: MANAGER, names: true, params: given, ok: [200] },
  'PUT /api/v1/classroom/lessons/:id': {
    for: MANAGER,
    names: true,
    params: given,
    body: () => ({ minutes: 45 }),
    ok: [409],
  },
  'POST /api/v1/classroom/lessons/:id/start': { for: MANAGER, names: true, params: given, ok: [409] },
  ...Object.fromEntries(
    ['cancel', 'pause', 'resume', 'stop', 'extend'].map((event): [string, RouteCase] => [
      `POST /api/v1/classroom/lessons/:id/${event}`,
      {
        for: MANAGER,
        names: true,
        params: given,
        ...(event === 'extend' ? { body: () => ({ minutes: 5 }) } : {}),
        // To stop what is stopped changes nothing.
        ok: event === 'stop' ? [200] : [409],
      },
    ]),
  ),
};
