// A process of its own: it takes as long as twenty others.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { onRequestHookHandler, RouteOptions } from 'fastify';
import { AccessService } from '../../src/services/access/access.service.ts';
import { startTestApp } from '../support/app.ts';
import { databaseTest, openSqlite } from '../support/databases.ts';
import { CASES } from './all-cases.ts';
import { routesOf, runMatrix } from './run-matrix.ts';
import { buildWorld, type World } from './world.ts';

databaseTest('every route answers every person, at every distance, as the permission matrix says', async (db, t) => {
  const world = await buildWorld(t, db);
  const before = await statesOf(world);
  // All of it on one database; on the other every route and person at what is theirs and at one thing that is not, unless there is time.
  const sampled = db.dialect === 'mysql' && process.env.TEST_LONG !== '1';
  const { requests, failures } = await runMatrix(world, CASES, { sampled });
  assert.deepEqual(failures, []);
  assert.ok(requests > 1500, `only ${requests} requests were made`);
  assert.deepEqual(await statesOf(world), before, 'nobody moved a session of somebody else');
  t.diagnostic(`${requests} requests over ${routesOf(world).length} routes`);
});

test('every case belongs to a route that is served', async (t) => {
  const served = new Set(routesOf(await buildWorld(t, await openSqlite(t))));
  assert.deepEqual(
    Object.keys(CASES).filter((key) => !served.has(key)),
    [],
  );
});

test('a route of which nobody has said who may use it is named', async (t) => {
  const world = await buildWorld(t, await openSqlite(t));
  const { 'GET /api/v1/me': _, ...rest } = CASES;
  const { failures } = await runMatrix(world, rest, { routes: (key) => key.endsWith('/me') });
  assert.match(failures.join('\n'), /GET \/api\/v1\/me has no case: add it to test\/authorization/);
});

/** Their services ask again who it is: without the route's own check they still refuse everybody whom it refuses. */
const ASK_AGAIN = [
  'GET /',
  'GET /alerts',
  'GET /alerts/:id',
  'GET /alerts/figures',
  'GET /alerts/figures.csv',
  'GET /alerts/rehearsals/:id',
  'GET /api/v1/alerts',
  'GET /api/v1/alerts/figures',
  'GET /api/v1/class/attention',
  'GET /api/v1/me',
  'GET /api/v1/notifications',
  'GET /class/attention',
  'GET /live',
  'GET /notifications',
  'GET /profile',
  'GET /profile/export',
  'GET /profile/export/stored.zip',
  'POST /alerts/:id/false-alarm',
  'POST /alerts/:id/passage',
  'POST /alerts/:id/tell-parents',
  'POST /alerts/rehearsals/:id/acknowledge',
  'POST /api/v1/notifications/read',
  'POST /api/v1/study-sessions/home',
  'POST /notifications/:id/open',
  'POST /notifications/read',
  'POST /profile',
  'POST /profile/export',
  'POST /profile/password',
];

test('without the check of any one route the matrix fails', async (t) => {
  const world = await buildWorld(t, await openSqlite(t));
  let open = '';
  const onRoute = (route: RouteOptions) => {
    const access = route.config?.access;
    if (!access) return;
    const opened: onRequestHookHandler = (request, _reply, done) => {
      const { method, config, url } = request.routeOptions;
      config.access = open === `${method} ${url}` ? 'public' : access;
      done();
    };
    route.onRequest = [route.onRequest ?? [], opened].flat();
  };
  const app = await startTestApp(t, world.app.db, { onRoute });
  const guarded = routesOf(world).filter((key) => world.app.routes.get(key) !== 'public');
  const unnoticed: string[] = [];
  t.mock.method(AccessService.prototype, 'requireRole', () => {});
  for (open of guarded) {
    const { failures } = await runMatrix({ ...world, app }, CASES, { routes: (one) => one === open, first: true });
    if (failures.length === 0) unnoticed.push(open);
  }
  assert.deepEqual(unnoticed.sort(), ASK_AGAIN);
  t.diagnostic(`${guarded.length} routes`);
});

async function statesOf({ app }: World) {
  return app.db.run((db) =>
    db
      .selectFrom('home_sessions_students')
      .innerJoin('home_hours_study_sessions', 'id', 'home_session_id')
      .select(['student_id', 'id', 'status', 'textual_feedback'])
      .where('status', '=', 'completed')
      .orderBy('id')
      .execute(),
  );
}
