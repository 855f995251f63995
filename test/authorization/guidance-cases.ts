import type { RouteCase } from './cases.ts';
import type { TargetIds } from './records.ts';

const SUPERVISOR = ['regional supervisor'] as const;
const MANAGER = ['class manager'] as const;
const params = (ids: TargetIds) => ({ id: ids.guidance });

/** Guidance for a region: for whoever supervises its subject there. */
const ofRegion = (more: Partial<RouteCase> = {}): RouteCase => ({
  for: SUPERVISOR,
  names: true,
  ofRegion: true,
  params,
  ok: [200],
  ...more,
});

/** Guidance that supervisors publish and class managers take up: pages, forms, API. */
export const GUIDANCE_CASES: Record<string, RouteCase> = {
  'GET /region/hard-units': { for: SUPERVISOR, ok: [200] },
  'GET /region/hard-units.csv': { for: SUPERVISOR, ok: [200] },
  // In no school of that world did ten pupils study: none is told of. Whose school it is, region-school.service.test.ts holds.
  'GET /region/schools/:id': { for: SUPERVISOR, params: () => ({ id: 1 }), ok: [404] },
  'GET /region/schools/:id/grades.csv': { for: SUPERVISOR, params: () => ({ id: 1 }), ok: [404] },
  'GET /region/wrong-answers': { for: SUPERVISOR, ok: [200] },
  'GET /region/wrong-answers.csv': { for: SUPERVISOR, ok: [200] },
  'GET /region/guidance': { for: SUPERVISOR, ok: [200] },
  'GET /region/guidance/new': { for: SUPERVISOR, ok: [200] },
  'POST /region/guidance/new': { for: SUPERVISOR, body: () => 'step=course', ok: [200] },
  'GET /region/guidance/:id': ofRegion(),
  'GET /region/guidance/:id/classes.csv': ofRegion(),
  'GET /region/guidance/:id/edit': ofRegion(),
  'POST /region/guidance/:id/edit': ofRegion({ body: () => 'step=course' }),
  // There is no draft.
  'POST /region/guidance/:id/publish': ofRegion({ body: () => 'edits=1', ok: [409] }),
  'POST /region/guidance/:id/discard': ofRegion({ ok: [409] }),
  // Without words.
  'POST /region/guidance/:id/withdraw': ofRegion({ body: () => 'why=', ok: [400] }),
  'GET /api/v1/region/guidance': { for: SUPERVISOR, ok: [200] },
  'GET /api/v1/region/guidance/:id': ofRegion(),
  'GET /api/v1/region/hard-units': { for: SUPERVISOR, ok: [200] },
  // Ten pupils answered no unit of that world.
  'GET /api/v1/region/hard-units/questions': {
    for: SUPERVISOR,
    query: ({ course }) => `?courseId=${course}&unitName=Adding`,
    ok: [404],
  },
  'GET /api/v1/region/wrong-answers': { for: SUPERVISOR, ok: [200] },
  'GET /api/v1/class/guidance': { for: MANAGER, ok: [200] },
  'GET /api/v1/class/guidance/:id': { for: MANAGER, names: true, params, ok: [200] },
  'GET /class/guidance': { for: MANAGER, ok: [200] },
  'GET /class/guidance/:id': { for: MANAGER, names: true, params, ok: [200] },
  'POST /class/guidance/:id': { for: MANAGER, names: true, params, body: () => 'said=read', ok: [303] },
};
