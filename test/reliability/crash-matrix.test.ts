import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { sql } from 'kysely';
import { DatabaseManager, type DatabaseSettings } from '../../src/data/db/database-manager.ts';
import { MINUTE } from '../../src/shared/instant.ts';
import { DATABASES, mysqlSettings } from '../support/databases.ts';
import { smallSchool } from '../support/factory.ts';
import { openItemOf } from '../support/lesson-key.ts';
import { Died, Mortal } from '../support/mortal.ts';

/** After every single query of each step with TEST_LONG, after some of them without. */
const EVERY = process.env.TEST_LONG === '1';
const SAMPLED = 4;

/** A school whose server dies and comes back, each time with a pupil whom nothing has happened to yet. */
class School {
  readonly db: DatabaseManager;
  readonly #settings: DatabaseSettings;
  readonly #school: Awaited<ReturnType<typeof smallSchool>>;
  #server: Mortal;
  #starts = 1;
  #pupils = 0;

  private constructor(settings: DatabaseSettings, db: DatabaseManager, parts: Parts) {
    this.#settings = settings;
    this.db = db;
    this.#school = parts.school;
    this.#server = parts.server;
  }

  static async open(t: TestContext, database: 'sqlite' | 'mysql'): Promise<School> {
    const folder = mkdtempSync(join(tmpdir(), 'allamda-crash-'));
    const settings: DatabaseSettings =
      database === 'mysql'
        ? mysqlSettings(`allamda_crash_${process.pid}`)
        : { kind: 'sqlite', file: join(folder, 'crash.sqlite') };
    const db = new DatabaseManager(settings);
    await db.createTables();
    const parts = { school: await smallSchool(db), server: await Mortal.start(settings, 0) };
    const opened = new School(settings, db, parts);
    t.after(async () => {
      opened.#server.stop();
      if (settings.kind === 'mysql') await sql`drop database ${sql.id(settings.database)}`.execute(db.handle());
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
    for (const after of positions(total)) {
      const prepared = await prepare();
      await this.#server.call('arm', { after });
      const died = await act(prepared).then(
        () => null,
        (error: unknown) => {
          if (error instanceof Died) return error;
          throw error;
        },
      );
      // The reply may have asked less this time: then nobody has died yet.
      if (died) await this.startAgain();
      else await this.#server.call('arm', { after: null });
      await check(prepared, died);
    }
  }

  async count(query: ReturnType<typeof sql<{ n: number }>>): Promise<number> {
    const { rows } = await query.execute(this.db.handle());
    return Number(rows[0]?.n);
  }
}

interface Parts {
  school: Awaited<ReturnType<typeof smallSchool>>;
  server: Mortal;
}

function positions(total: number): number[] {
  const all = Array.from({ length: total }, (_, index) => index + 1);
  if (EVERY) return all;
  return [
    ...new Set(
      Array.from({ length: SAMPLED }, (_, index) => all[Math.round((index * (total - 1)) / (SAMPLED - 1))] ?? 1),
    ),
  ];
}

for (const { database, skip } of DATABASES) {
  test(`killed while a session begins: there is one session, with one welcome (${database})`, { skip }, async (t) => {
    const school = await School.open(t, database);
    const { courseId } = school;
    await school.killAtEachStep(
      async () => ({ studentId: await school.newPupil(), courseId }),
      (wish) => school.server.call('begin', wish),
      async (wish) => {
        const id = await school.server.call('begin', wish);
        const { studentId } = wish;
        assert.equal(
          await school.count(sql`select count(*) as n from live_sessions where student_id = ${studentId}`),
          1,
        );
        assert.equal(
          await school.count(
            sql`select count(*) as n from messages where home_session_id = ${id} and state = 'complete'`,
          ),
          1,
        );
        assert.ok(await openItemOf(school.db, id), 'a question is open');
      },
    );
  });

  test(`killed while a message is sent and answered: one message, one reply, one attempt (${database})`, {
    skip,
  }, async (t) => {
    const school = await School.open(t, database);
    const prepare = async () => {
      const studentId = await school.newPupil();
      const sessionId = await school.server.call('begin', { studentId, courseId: school.courseId });
      const item = await openItemOf(school.db, sessionId);
      assert.ok(item);
      return { studentId, sessionId, clientId: 'first', content: item.key.answer };
    };
    const prompts = (sessionId: number) =>
      school.count(
        sql`select count(*) as n from messages where home_session_id = ${sessionId} and client_id = 'first'`,
      );
    await school.killAtEachStep(
      prepare,
      (wish) => school.server.call('send', wish),
      async (wish, died) => {
        const { sessionId } = wish;
        if (died?.acknowledged) assert.equal(await prompts(sessionId), 1, 'acknowledged words are there');
        await school.server.call('send', wish);
        assert.equal(await prompts(sessionId), 1);
        const replies = sql<{ n: number }>`select count(*) as n from messages where home_session_id = ${sessionId}
          and teacher_id is not null and state = 'complete' and content <> ''`;
        assert.equal(await school.count(replies), 2, 'the welcome and one reply, both whole');
        assert.equal(
          await school.count(sql`select count(*) as n from attempts where home_session_id = ${sessionId}`),
          1,
        );
        await school.server.call('send', { ...wish, clientId: 'second', content: 'And now?' });
      },
    );
  });

  test(`killed while a session is ended: it is over once, and its evaluation is queued once (${database})`, {
    skip,
  }, async (t) => {
    const school = await School.open(t, database);
    const over = sql.raw(`select count(*) as n from home_hours_study_sessions where status = 'completed' and id = `);
    await school.killAtEachStep(
      async () => {
        const studentId = await school.newPupil();
        const sessionId = await school.server.call('begin', { studentId, courseId: school.courseId });
        await school.server.call('pause', { studentId, sessionId });
        return { studentId, sessionId };
      },
      (wish) => school.server.call('end', wish),
      async (wish, died) => {
        const { studentId, sessionId } = wish;
        if (died?.acknowledged) assert.equal(await school.count(sql`${over} ${sessionId}`), 1, 'acknowledged and over');
        await school.server.call('end', wish);
        assert.equal(await school.count(sql`${over} ${sessionId}`), 1);
        assert.equal(
          await school.count(sql`select count(*) as n from live_sessions where student_id = ${studentId}`),
          0,
        );
        assert.equal(
          await school.count(sql`select count(*) as n from jobs where subject_key = ${`home:${sessionId}`}`),
          1,
        );
        const open = sql<{ n: number }>`select count(*) as n from home_hours_study_session_pauses
          where home_session_id = ${sessionId} and end_time is null`;
        assert.equal(await school.count(open), 0, 'no pause is left open');
      },
    );
  });

  test(`killed while a session is evaluated: within a minute each kind is there once (${database})`, {
    skip,
  }, async (t) => {
    const school = await School.open(t, database);
    await school.killAtEachStep(
      async () => {
        await school.server.call('evaluate', null);
        const studentId = await school.newPupil();
        const sessionId = await school.server.call('begin', { studentId, courseId: school.courseId });
        await school.server.call('end', { studentId, sessionId });
        return sessionId;
      },
      () => school.server.call('evaluate', null),
      async (sessionId) => {
        await school.server.call('evaluate', null);
        for (const kind of ['proficiency', 'investment']) {
          const table = sql.table(`sessional_${kind}_evaluations`);
          assert.equal(
            await school.count(sql`select count(*) as n from ${table} where home_session_id = ${sessionId}`),
            1,
            kind,
          );
        }
      },
    );
  });
}
