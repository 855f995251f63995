import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { classOf } from '../../../test/support/class-of.ts';
import { login } from '../../../test/support/client.ts';
import { TestClock } from '../../../test/support/clock.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { factsFromRows } from '../../../test/support/facts-from-rows.ts';
import { actor } from '../../../test/support/past.ts';
import { fromStored, type StoredInstant } from '../../data/db/instants.ts';
import { METRICS } from '../../shared/analytics.ts';
import { civilDay, machineTimeZone } from '../../shared/calendar.ts';
import { DAY } from '../../shared/instant.ts';

const NOW = Date.parse('2026-11-30T09:30:00Z');

databaseTest('every figure of a class is what its sessions come to, counted one by one', async (db, t) => {
  await db.populateSampleData({ now: NOW, words: () => 'said', days: 40 });
  const app = await startTestApp(t, db, { clock: new TestClock(NOW) });
  const amir = await db
    .handle()
    .selectFrom('users')
    .select('id')
    .where('username', '=', 'amir')
    .executeTakeFirstOrThrow();
  const view = await app.services.classAnalytics.ofClass(actor(amir.id, 'class manager'), {});
  const ids = new Set(view.parts.map(({ id }) => id));
  const { from, to } = view.days;
  const facts = [...(await factsFromRows(db))].flatMap(([key, fact]) => {
    const [kind, , student] = key.split(' ');
    const day = civilDay(fromStored(fact.started_at as StoredInstant), machineTimeZone());
    const isIn = ids.has(Number(student)) && day >= from && day <= to;
    return isIn ? [{ kind, student: Number(student), numbers: fact as Record<string, number | null> }] : [];
  });
  const sum = (name: string) => facts.reduce((all, { numbers }) => all + (numbers[name] ?? 0), 0);
  const there = facts.filter(({ numbers }) => numbers.is_attendant === 1);
  const places = facts.filter(({ kind }) => kind === 'school');
  const scores = facts.flatMap(({ numbers }) => numbers.proficiency ?? []);
  const { metrics } = view;
  assert.ok(there.length > 20 && scores.length > 10, 'there is something to count');
  assert.equal(metrics.sessions.value, there.length);
  assert.equal(metrics['active pupils'].value, new Set(there.map(({ student }) => student)).size);
  assert.ok(Math.abs((metrics['study time'].value ?? 0) - sum('active_ms') / 60_000) < 0.01);
  assert.equal(metrics.answers.value, sum('attempts'));
  assert.equal(metrics['right answers'].value, sum('correct') / sum('attempts'));
  assert.equal(metrics['unaided answers'].value, sum('unaided') / sum('attempts'));
  assert.equal(
    metrics.attendance.value,
    places.filter(({ numbers }) => numbers.is_attendant === 1).length / places.length,
  );
  assert.equal(metrics.proficiency.value, scores.reduce((all, one) => all + one, 0) / scores.length);
  for (const metric of ['sessions', 'answers', 'study time'] as const) {
    const bySpan = view.spans.reduce((all, { metrics: { [metric]: one } }) => all + (one.value ?? 0), 0);
    const byPupil = view.parts.reduce((all, { metrics: { [metric]: one } }) => all + (one.value ?? 0), 0);
    for (const parts of [bySpan, byPupil]) assert.ok(Math.abs(parts - (metrics[metric].value ?? -1)) < 1e-6, metric);
  }
});

databaseTest('figures are of days, of one’s own class, and the file says what the page says', async (db, t) => {
  const { manager, classId } = await classOf(db, 4);
  const app = await startTestApp(t, db);
  const { classAnalytics } = app.services;
  const today = civilDay(app.clock.now(), machineTimeZone());
  const view = await classAnalytics.ofClass(manager, { from: today, to: today });
  assert.deepEqual([view.days, view.spans.length, view.parts.length], [{ from: today, to: today }, 1, 4]);
  const day = (ago: number) => civilDay(app.clock.now() - ago * DAY, machineTimeZone());
  assert.deepEqual(view.daysBefore, { from: day(1), to: day(1) });
  const year = await classAnalytics.ofClass(manager, { from: day(365) });
  assert.deepEqual([year.spanDays, year.spans.length], [28, 14]);
  for (const wish of [{ from: '2026-02-31' }, { from: day(0), to: day(1) }, { from: day(366) }, { to: 'yesterday' }]) {
    await assert.rejects(classAnalytics.ofClass(manager, wish), { kind: 'invalid-input' }, JSON.stringify(wish));
  }
  await assert.rejects(classAnalytics.ofClass(manager, { classId: classId + 1 }), { kind: 'not-found' });
  const page = await login(app, 'class-manager');
  const json = await page.get('/api/v1/class/analytics');
  assert.equal(json.status, 200);
  const csv = await page.get('/api/v1/class/analytics', { accept: 'text/csv' });
  const lines = csv.text.trim().split('\r\n');
  assert.equal(lines.length, 1 + 1 + 4, 'a head, the class, its pupils');
  assert.equal(lines[0]?.split(',').length, 1 + METRICS.length + (METRICS.length - 4) + (METRICS.length - 5));
  assert.equal((await page.get('/class/analytics.csv')).text, csv.text);
  assert.equal((await page.get('/class/analytics?from=2026-02-31')).status, 400);
});

test('figures of a class take as many queries for many pupils and days as for few', async (t) => {
  const queriesFor = async (pupils: number, days: number) => {
    const { db, count } = await openCounted(t);
    const { manager } = await classOf(db, pupils);
    const app = await startTestApp(t, db);
    const from = civilDay(app.clock.now() - days * DAY, machineTimeZone());
    return count(() => app.services.classAnalytics.ofClass(manager, { from }));
  };
  assert.equal(await queriesFor(40, 300), 21);
  assert.equal(await queriesFor(3, 6), 21);
});
