import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { sql } from 'kysely';
import { DatabaseManager, type DatabaseSettings } from '../../src/data/db/database-manager.ts';
import { SittingRepo } from '../../src/data/tests/sitting.repo.ts';
import { DAY, MINUTE } from '../../src/shared/instant.ts';
import { emptyMysql } from './databases.ts';
import { Died, Mortal } from './mortal.ts';
import { type TestSchool, testSchool } from './test-school.ts';

/**
 * After every single query of each step with TEST_LONG. Without it after some of them: the first and the last, and two between on
 * SQLite, or one in the middle on MySQL.
 */
const EVERY = process.env.TEST_LONG === '1';
const SAMPLED = { sqlite: 4, mysql: 3 };

/** A school whose server dies and comes back, each time with a pupil whom nothing has happened to yet. */
export class MortalSchool {
  readonly db: DatabaseManager;
  readonly #settings: DatabaseSettings;
  readonly #school: TestSchool;
  #server: Mortal;
  #starts = 1;
  #pupils = 0;

  private constructor(settings: DatabaseSettings, db: DatabaseManager, parts: Parts) {
    this.#settings = settings;
    this.db = db;
    this.#school = parts.school;
    this.#server = parts.server;
  }

  static async open(t: TestContext, database: 'sqlite' | 'mysql'): Promise<MortalSchool> {
    const folder = mkdtempSync(join(tmpdir(), 'allamda-crash-'));
    const settings: DatabaseSettings =
      database === 'mysql' ? await emptyMysql() : { kind: 'sqlite', file: join(folder, 'crash.sqlite') };
    const db = new DatabaseManager(settings);
    await db.createTables();
    const parts = { school: await testSchool(db), server: await Mortal.start(settings, 0) };
    const opened = new MortalSchool(settings, db, parts);
    t.after(async () => {
      opened.#server.stop();
      await db.close();
      rmSync(folder, { recursive: true, force: true });
    });
    return opened;
  }

  get server(): Mortal {
    return this.#server;
  }

  get courseId(): number {
    return this.#school.courseId;
  }

  async newPupil(): Promise<number> {
    this.#pupils += 1;
    const { make, schoolId, courseId } = this.#school;
    const id = await make.student(`pupil-${this.#pupils}`, schoolId);
    await make.enrol(id, courseId);
    return id;
  }

  /** A test that a new pupil can begin now and for a day, and its time. */
  async newSitting(): Promise<{ studentId: number; sittingId: number }> {
    const { make, schoolId, classId, testedId, testId, classManagerId } = this.#school;
    this.#pupils += 1;
    const studentId = await make.student(`pupil-${this.#pupils}`, schoolId, { classId });
    await make.enrol(studentId, testedId);
    const now = Date.now();
    const window = { date: now - MINUTE, deadline: now + DAY };
    const set = { testId, studentId, sitting: 1, extraMinutes: 0, teacherId: null, scheduledBy: classManagerId };
    await new SittingRepo(this.db).create([{ ...set, ...window }]);
    const { rows } = await sql<{ id: number }>`select id from tests_students where student_id = ${studentId}`.execute(
      this.db.handle(),
    );
    return { studentId, sittingId: Number(rows[0]?.id) };
  }

  /** The class that new pupils with a test are in, who looks after it, and what they study. */
  get room(): { classId: number; managerId: number; courseId: number } {
    const { classId, classManagerId: managerId, testedId: courseId } = this.#school;
    return { classId, managerId, courseId };
  }

  /** Lets `act` happen, killing the server after so many queries and starting it again; null: it lives. Answers whether it died. */
  async killAfter(queries: number | null, act: () => Promise<unknown>): Promise<boolean> {
    await this.#server.call('arm', { after: queries });
    const died = (await deathIn(act())) ?? (await deathIn(this.#server.call('arm', { after: null })));
    if (died) await this.startAgain();
    return died !== null;
  }

  /** The class manager releases one result. */
  async release(sittingId: number): Promise<void> {
    const { classManagerId: managerId, classId, testId } = this.#school;
    assert.equal(await this.#server.call('release', { managerId, classId, testId, sittingId }), 1);
  }

  /** Starts the server again; its clock says that most of a minute has passed. */
  async startAgain(): Promise<void> {
    this.#server = await Mortal.start(this.#settings, this.#starts * 0.9 * MINUTE);
    this.#starts += 1;
    await this.#server.call('recover', null);
  }

  /**
   * Lets `act` happen once in peace, to learn how many queries it takes; then again and again, killing the server after one of
   * these queries each time, starting it again, and holding `check` to what is left. Each time with new preparations.
   */
  async killAtEachStep<Prepared>(
    prepare: () => Promise<Prepared>,
    act: (prepared: Prepared) => Promise<unknown>,
    check: (prepared: Prepared, died: Died | null) => Promise<void>,
  ): Promise<void> {
    const peaceful = await prepare();
    await this.#server.call('arm', { after: null });
    await act(peaceful);
    const total = await this.#server.call('countQueries', null);
    assert.ok(total > 2, 'the step asks the database');
    await check(peaceful, null);
    for (const after of positions(total, SAMPLED[this.db.dialect])) {
      const prepared = await prepare();
      await this.#server.call('arm', { after });
      const died = await deathIn(act(prepared));
      // The reply may have asked less this time: then nobody has died yet, or only after it was given.
      const later = died ?? (await deathIn(this.#server.call('arm', { after: null })));
      if (later) await this.startAgain();
      await check(prepared, died);
    }
  }

  async count(query: ReturnType<typeof sql<{ n: number }>>): Promise<number> {
    const { rows } = await query.execute(this.db.handle());
    return Number(rows[0]?.n);
  }
}

interface Parts {
  school: TestSchool;
  server: Mortal;
}

/** How the process died in a call; null: it lived. */
async function deathIn(call: Promise<unknown>): Promise<Died | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (error instanceof Died) return error;
    throw error;
  }
}

function positions(total: number, sampled: number): number[] {
  const all = Array.from({ length: total }, (_, index) => index + 1);
  if (EVERY) return all;
  return [
    ...new Set(
      Array.from({ length: sampled }, (_, index) => all[Math.round((index * (total - 1)) / (sampled - 1))] ?? 1),
    ),
  ];
}
