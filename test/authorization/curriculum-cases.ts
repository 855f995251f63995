import type { RouteCase } from './cases.ts';
import { LAST_UNIT, type TargetIds } from './records.ts';

const SUPERVISOR = ['regional supervisor'] as const;
const course = (ids: TargetIds) => ({ id: ids.course });
const unit = () => `?name=${encodeURIComponent(LAST_UNIT)}`;
const newIn = () => `?unit=${encodeURIComponent(LAST_UNIT)}`;
const noUpload = () => ({ id: 999_999 });
const looking = () => 'do=preview';

/** Something of a course: for whoever supervises its subject, in whatever region. */
const ofSubject = (more: Partial<RouteCase>): RouteCase => ({
  for: SUPERVISOR,
  names: true,
  ofSubject: true,
  params: course,
  ok: [200],
  ...more,
});

/** Writing curricula: pages, forms, API. */
export const CURRICULUM_CASES: Record<string, RouteCase> = {
  'GET /region/curriculum': { for: SUPERVISOR, query: () => '?q=much', ok: [200] },
  'GET /region/curriculum/import': { for: SUPERVISOR, ok: [200] },
  'POST /region/curriculum/import': { for: SUPERVISOR, body: () => 'format=gift', ok: [400] },
  // A file is its sender's alone: what somebody else sent is not there (curriculum-uploads.test.ts).
  'GET /region/curriculum/import/:id': { for: SUPERVISOR, params: noUpload, ok: [404] },
  'POST /region/curriculum/import/:id/confirm': { for: SUPERVISOR, params: noUpload, ok: [404] },
  'POST /region/curriculum/import/:id/cancel': { for: SUPERVISOR, params: noUpload, ok: [404] },
  'GET /region/curriculum/export': { for: SUPERVISOR, query: () => '?format=csv', ok: [200] },
  // Of another subject there is no course.
  'GET /region/curriculum/export/file': { for: SUPERVISOR, query: () => '?format=csv', ok: [200, 404] },
  'GET /region/curriculum/courses/new': { for: SUPERVISOR, ok: [200] },
  'POST /region/curriculum/courses/new': { for: SUPERVISOR, body: looking, ok: [200] },
  'GET /region/curriculum/courses/:id': ofSubject({}),
  'GET /region/curriculum/courses/:id/edit': ofSubject({}),
  'POST /region/curriculum/courses/:id/edit': ofSubject({ body: looking }),
  'POST /region/curriculum/courses/:id/order': ofSubject({
    // It is the last one already.
    body: () => `move=down&unit=${encodeURIComponent(LAST_UNIT)}`,
    ok: [303],
  }),
  'GET /region/curriculum/courses/:id/unit': ofSubject({ query: unit }),
  'GET /region/curriculum/courses/:id/unit/edit': ofSubject({ query: unit }),
  'POST /region/curriculum/courses/:id/unit/edit': ofSubject({ query: unit, body: looking }),
  'GET /region/curriculum/courses/:id/units/new': ofSubject({}),
  'POST /region/curriculum/courses/:id/units/new': ofSubject({ body: looking }),
  'GET /region/curriculum/courses/:id/problems/new': ofSubject({ query: newIn }),
  'POST /region/curriculum/courses/:id/problems/new': ofSubject({ query: newIn, body: looking }),
  'GET /region/curriculum/courses/:id/tests/new': ofSubject({}),
  'POST /region/curriculum/courses/:id/tests/new': ofSubject({ body: looking }),
  'GET /region/curriculum/courses/:id/publish': ofSubject({}),
  // Nothing is ticked.
  'POST /region/curriculum/courses/:id/publish': ofSubject({ body: () => 'note=', ok: [400] }),
  'GET /region/curriculum/courses/:id/history': ofSubject({}),
  'GET /region/curriculum/publications/:id': ofSubject({ params: ({ publication }) => ({ id: publication }) }),
  'GET /region/curriculum/problems/:id': ofSubject({ params: ({ problem }) => ({ id: problem }) }),
  'POST /region/curriculum/problems/:id': ofSubject({ params: ({ problem }) => ({ id: problem }), body: looking }),
  'GET /region/curriculum/problems/:id/history': ofSubject({ params: ({ problem }) => ({ id: problem }) }),
  'POST /region/curriculum/problems/:id/move': ofSubject({
    params: ({ problem }) => ({ id: problem }),
    body: () => 'move=up',
    ok: [303],
  }),
  'POST /region/curriculum/problems/:id/restore': ofSubject({
    params: ({ problem }) => ({ id: problem }),
    body: ({ change }) => `change=${change}&side=before`,
  }),
  'GET /region/curriculum/tests/:id': ofSubject({ params: ({ test }) => ({ id: test }) }),
  'POST /region/curriculum/tests/:id': ofSubject({ params: ({ test }) => ({ id: test }), body: looking }),
  'GET /api/v1/curriculum/courses': { for: SUPERVISOR, ok: [200] },
  'GET /api/v1/curriculum/courses/:id': ofSubject({}),
  'GET /api/v1/curriculum/questions': { for: SUPERVISOR, query: () => '?q=much', ok: [200] },
  'POST /api/v1/curriculum/preview': {
    for: SUPERVISOR,
    body: () => ({ fields: { 's0.question': 'How much?', 's0.answer': '7', 's0.try': '8' } }),
    ok: [200],
  },
};
