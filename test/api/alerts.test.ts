import assert from 'node:assert/strict';
import { startTestApp } from '../support/app.ts';
import { login } from '../support/client.ts';
import { databaseTest } from '../support/databases.ts';
import { smallSchool } from '../support/factory.ts';
import { actor } from '../support/past.ts';

databaseTest('staff read alerts and what they were told by the API as on the pages', async (db, t) => {
  const { pupilId, schoolId, managerId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const now = app.clock.now();
  const said = {
    studentId: pupilId,
    schoolId,
    session: null,
    messageId: null,
    severity: 2,
    category: 'self-harm',
    now,
  };
  const id = await app.services.alertTelling.add(said);
  const manager = await login(app, 'class-manager');
  type Board = { counts: object; open: { id: number; at: string; acknowledgedBy: string | null }[] };
  const board = (await manager.get('/api/v1/alerts')).json as Board;
  assert.deepEqual(board.counts, { open: 1, escalated: 0 });
  assert.deepEqual(
    board.open.map((alert) => [alert.id, alert.at, alert.acknowledgedBy]),
    [[id, new Date(now).toISOString(), null]],
  );
  const told = async () =>
    (await manager.get('/api/v1/notifications')).json as { unread: number; items: { id: number; path: string }[] };
  const { unread, items } = await told();
  assert.deepEqual([unread, items.map(({ path }) => path)], [1, [`/alerts/${id}`]]);
  assert.equal((await manager.post('/api/v1/notifications/read', { upTo: items[0]?.id })).status, 204);
  assert.equal((await told()).unread, 0);
  const month = new Date(now).toISOString().slice(0, 7);
  const rate = { month, category: 'self-harm', alerts: 1, judged: 0, falseAlarms: 0 };
  assert.deepEqual((await manager.get('/api/v1/alerts/figures')).json, [rate]);
  assert.deepEqual((await manager.get('/api/v1/class/attention')).json, {
    waiting: [],
    taken: [],
    closed: [],
    rates: [],
  });

  const head = await login(app, 'manager');
  const limits = await app.services.aiLimits.standing(actor(managerId, 'school manager', schoolId));
  const { today: _, ...standing } = limits;
  assert.deepEqual((await head.get('/api/v1/school/ai/limits')).json, standing);
});
