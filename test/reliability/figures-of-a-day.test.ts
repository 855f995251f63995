import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { DATABASES } from '../support/databases.ts';
import { factsFromRows, keptFacts } from '../support/facts-from-rows.ts';
import { openItemOf } from '../support/lesson-key.ts';
import { DEED_NAMES } from '../support/mortal.ts';
import { MortalSchool } from '../support/mortal-school.ts';

/** A day of so many deeds; with TEST_LONG many of them, each longer. */
const { days, deeds, pupils } =
  process.env.TEST_LONG === '1' ? { days: 20, deeds: 150, pupils: 6 } : { days: 1, deeds: 60, pupils: 3 };

/** Most of a day is this. */
const STUDY = ['study', 'study', 'study', 'take part', 'take part'] as const;

/** Stands for the answer to whatever is open. */
const RIGHT = 'right';

/** Who does what, what they say, and after how many queries the server dies; null: it lives. */
const deed = fc.record({
  name: fc.constantFrom(...DEED_NAMES, ...STUDY),
  who: fc.nat({ max: pupils - 1 }),
  word: fc.constantFrom(RIGHT, RIGHT, RIGHT, '7', 'a hint, please', 'I give up'),
  diesAfter: fc.oneof(
    { weight: 5, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 60 }) },
  ),
});

for (const { database, skip } of DATABASES) {
  test(`after a day of work in which the server died again and again, figures are what the rows come to (${database})`, {
    skip,
  }, async (t) => {
    const school = await MortalSchool.open(t, database);
    const { room } = school;
    const ids: number[] = [];
    while (ids.length < pupils) ids.push((await school.newSitting()).studentId);
    const plan = fc.sample(fc.array(deed, { minLength: deeds, maxLength: deeds }), { numRuns: days, seed: 20_261_130 });
    let died = 0;
    for (const [day, of] of plan.entries()) {
      for (const [place, { name, who, word, diesAfter }] of of.entries()) {
        const studentId = ids[who] ?? assert.fail();
        const said = word === RIGHT ? await keyOf(school.db, studentId) : word;
        const wish = { name, studentId, word: said, clientId: `${day}-${place}`, ...room };
        if (await school.killAfter(diesAfter, () => school.server.call('deed', wish))) died += 1;
        if (place % 10 === 0) await school.killAfter(diesAfter, () => school.server.call('evaluate', null));
      }
      assert.deepEqual(await keptFacts(school.db), await factsFromRows(school.db), `day ${day}`);
    }
    await school.server.call('evaluate', null);
    const facts = await keptFacts(school.db);
    assert.deepEqual(facts, await factsFromRows(school.db));
    assert.ok(died > deeds / 20, `the server died ${died} times`);
    const [all, kinds] = [[...facts.values()], new Set([...facts.keys()].map((key) => key.split(' ')[0]))];
    assert.deepEqual([...kinds].sort(), ['home', 'school'], 'there were sessions at home and at school');
    for (const name of ['attempts', 'correct', 'active_ms', 'social', 'investment']) {
      assert.ok(
        all.some((fact) => Number(fact[name]) > 0),
        `${name} are among the figures`,
      );
    }
    assert.ok(
      all.some((fact) => fact.is_attendant === 0),
      'somebody was away',
    );
    t.diagnostic(`${days * deeds} deeds, ${died} deaths, ${facts.size} parts in sessions`);
  });
}

/** The answer to the question that is open for a pupil at home; where none is, a number. */
async function keyOf(db: DatabaseManager, studentId: number): Promise<string> {
  const live = await db
    .handle()
    .selectFrom('live_sessions')
    .select('session_id')
    .where('student_id', '=', studentId)
    .where('kind', '=', 'home')
    .executeTakeFirst();
  const item = live && (await openItemOf(db, live.session_id));
  return item ? item.key.answer : '1001';
}
