import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { pauses } from '../in-slices.ts';
import { dayNumber, daysWithCalls, type UsageRow, usageFromCalls } from './model-usage.ts';
import { overAfter, sessionsFromRows } from './session-facts.ts';
import { sittingsAfter, sittingsFromRows } from './test-facts.ts';
import { MOST_NAMED, type Verified } from './verified.ts';

type Row = Record<string, unknown>;
type Key = (row: Row) => string;

/** Compares rows that are kept with the same rows counted anew, slice by slice. */
class Comparison {
  readonly #found: Verified;
  readonly #key: Key;

  constructor(what: Verified['what'], key: Key) {
    this.#found = { what, rows: 0, wrong: [] };
    this.#key = key;
  }

  get result(): Verified {
    return this.#found;
  }

  compare(kept: readonly object[], counted: readonly object[]): void {
    const due = new Map((counted as Row[]).map((row) => [this.#key(row), row]));
    this.#found.rows += kept.length;
    for (const row of kept as Row[]) {
      const key = this.#key(row);
      const right = due.get(key);
      due.delete(key);
      if (right === undefined) this.#say(`${key}: is kept and should not be`);
      else if (Object.entries(right).some(([name, value]) => !isSame(row[name], value)))
        this.#say(`${key}: is another`);
    }
    for (const key of due.keys()) this.#say(`${key}: is missing`);
  }

  #say(what: string): void {
    if (this.#found.wrong.length < MOST_NAMED) this.#found.wrong.push(what);
  }
}

/**
 * Counts everything that figures are added up from anew and compares it with what is kept. Reads only, some at a time, each slice at
 * one moment: what people do meanwhile is counted or not, on both sides.
 */
export async function verifyFacts(db: DatabaseManager): Promise<Verified[]> {
  return [await sessions(db, 'home'), await sessions(db, 'school'), await tests(db)];
}

async function sessions(db: DatabaseManager, kind: 'home' | 'school'): Promise<Verified> {
  const found = new Comparison(`sessions at ${kind}`, (row) => `session ${row.session_id} of pupil ${row.student_id}`);
  await inSlicesOf(
    db,
    (after) => overAfter(db, kind, after),
    async (handle, after, ids) => {
      const last = ids.at(-1) ?? Number.MAX_SAFE_INTEGER;
      const kept = handle.selectFrom('session_facts').selectAll().where('kind', '=', kind);
      found.compare(
        await kept.where('session_id', '>', after).where('session_id', '<=', last).execute(),
        await sessionsFromRows(db, kind, ids),
      );
    },
  );
  return found.result;
}

async function tests(db: DatabaseManager): Promise<Verified> {
  const found = new Comparison('tests', (row) => `sitting ${row.sitting_id}`);
  await inSlicesOf(
    db,
    (after) => sittingsAfter(db, after),
    async (handle, after, ids) => {
      const last = ids.at(-1) ?? Number.MAX_SAFE_INTEGER;
      const kept = handle.selectFrom('test_facts').selectAll().where('sitting_id', '>', after);
      found.compare(await kept.where('sitting_id', '<=', last).execute(), await sittingsFromRows(db, ids));
    },
  );
  return found.result;
}

/** Until nothing comes any more, and once more for what is kept beyond the last. */
async function inSlicesOf(
  db: DatabaseManager,
  next: (after: number) => Promise<number[]>,
  compare: (handle: Handle, after: number, ids: number[]) => Promise<void>,
): Promise<void> {
  const pause = pauses();
  for (let after: number | undefined = 0; after !== undefined; ) {
    const from: number = after;
    after = await db.tx(async (handle) => {
      const ids = await next(from);
      await compare(handle, from, ids);
      return ids.at(-1);
    });
    await pause();
  }
}

/** The same of what models were used for, by the days of the schools' calendar. */
export async function verifyUsage(db: DatabaseManager, timeZone: string): Promise<Verified> {
  const found = new Comparison('model calls', ({ school_id, day, class_id, purpose, provider, model }) =>
    [school_id, day, class_id, purpose, provider, model].join('/'),
  );
  const pause = pauses();
  const schools = await daysWithCalls(db, timeZone);
  for (const { schoolId, days } of schools) {
    for (const day of days) {
      await db.tx(async (handle) => {
        const kept = handle.selectFrom('model_usage').selectAll().where('school_id', '=', schoolId);
        found.compare(
          (await kept.where('day', '=', dayNumber(day)).execute()) as UsageRow[],
          await usageFromCalls(db, schoolId, day, timeZone),
        );
      });
      await pause();
    }
  }
  const rows = await db.run((handle) => handle.selectFrom('model_usage').selectAll().execute());
  const within = new Map(schools.map(({ schoolId, days }) => [schoolId, new Set(days.map(dayNumber))]));
  found.compare(
    rows.filter(({ school_id, day }) => !within.get(school_id)?.has(day)),
    [],
  );
  return found.result;
}

function isSame(kept: unknown, counted: unknown): boolean {
  if (kept === null || counted === null) return kept === counted;
  if (typeof kept === 'number' || typeof counted === 'number') return Math.abs(Number(kept) - Number(counted)) < 1e-6;
  return kept === counted;
}
