import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { TABLES } from '../../src/data/db/schema.ts';
import type { Actor } from '../../src/domain/access/permission-matrix.ts';
import { AppError } from '../../src/domain/errors/app-error.ts';
import { MINUTE } from '../../src/shared/instant.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { classOf } from '../support/class-of.ts';
import { databaseTest } from '../support/databases.ts';
import { addSchoolLesson } from '../support/school-lesson.ts';

/** Pairs of sessions that are played. */
const RUNS = process.env.TEST_LONG === '1' ? { sqlite: 200, mysql: 30 } : { sqlite: 20, mysql: 3 };

type Kind = 'home' | 'school';
const OTHER: Record<Kind, Kind> = { home: 'school', school: 'home' };
const COLUMN: Record<Kind, string> = { home: 'home_session_id', school: 'school_session_id' };
const SAID = { feelingAfter: 'positive', difficulty: 4, understanding: 8, feedback: 'It was good.' } as const;

const OWN = ['say', 'say', 'crisis', 'pause', 'resume', 'end', 'report', 'score'] as const;
const STAFF = ['hold all', 'go on', 'whisper', 'write', 'take over', 'hand back', 'hand', 'extend', 'stop'] as const;
type Deed = { kind: Kind; do: (typeof OWN)[number] | (typeof STAFF)[number]; words: string };

const words = fc.constantFrom('hint', 'right', 'I think it is 77', 'I give up', 'what is a number?');
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ kind: fc.constantFrom<Kind>('home', 'school'), do: fc.constantFrom(...OWN), words }),
  fc.record({ kind: fc.constant<Kind>('school'), do: fc.constantFrom(...STAFF), words }),
);
/** One deed, or a word at home while something is done at school, or the other way round. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(deed) },
  { weight: 2, arbitrary: fc.tuple(deed, deed).filter(([a, b]) => a.kind !== b.kind) },
);

interface World extends Awaited<ReturnType<typeof classOf>> {
  app: TestApp;
  db: DatabaseManager;
}

/** A pupil at home and another one in a lesson, whose sessions have the same id. */
class Pair {
  readonly #world: World;
  readonly lessonId: number;
  readonly id: number;
  readonly pupils: Record<Kind, Actor>;
  #said = 0;

  private constructor(world: World, parts: { lessonId: number; id: number; pupils: Record<Kind, Actor> }) {
    this.#world = world;
    this.lessonId = parts.lessonId;
    this.id = parts.id;
    this.pupils = parts.pupils;
  }

  static async of(world: World, run: number): Promise<Pair> {
    const { app, make, schoolId, classId, courseId, manager, pupil } = world;
    const ids: number[] = [];
    for (const kind of ['home', 'school']) {
      const id = await make.student(`${kind}-${run}`, schoolId, { classId });
      await make.enrol(id, courseId);
      ids.push(id);
    }
    const [home, school] = ids.map(pupil);
    assert.ok(home && school);
    await sameIdNext(world);
    const { id } = await app.services.studyStart.begin(home, {
      type: 'homework',
      courseId,
      emotionalStateBefore: 'neutral',
    });
    const wish = { classId, type: 'individual', minutes: 45, studentIds: [school.userId] } as const;
    const { lesson } = await app.services.lessonPlanning.createLesson(manager, wish);
    assert.equal((await app.services.lessonAttendance.current(school))?.sessionId, id, 'the ids are the same');
    await app.services.lessonAttendance.joinLesson(school, id, 'neutral');
    await app.services.lessonTalk.begin(school, id);
    return new Pair(world, { lessonId: lesson.id, id, pupils: { home, school } });
  }

  /** Does it; what cannot be done just now is refused, and changes nothing. */
  async act(deed: Deed): Promise<void> {
    try {
      await (deed.kind === 'home' ? this.#atHome(deed) : this.#atSchool(deed));
      if (deed.do === 'end' || deed.do === 'stop') await this.#world.app.worker.runDue();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }

  async #atHome({ do: what, words: said }: Deed): Promise<void> {
    const { id, pupils } = this;
    const { conversation, studySessions, sessionView, scoreReviews } = this.#world.app.services;
    const own = pupils.home;
    if (what === 'say') await this.#say(conversation, said, (await sessionView.standingOf(own, id)).openItem);
    else if (what === 'crisis') await this.#say(conversation, 'i want to kill myself', null);
    else if (what === 'pause') await studySessions.pauseSession(own, id);
    else if (what === 'resume') await conversation.resume(own, id);
    else if (what === 'end') await studySessions.endSession(own, id, SAID);
    else if (what === 'report') await this.#report('home');
    else if (what === 'score') {
      const name = { hours: 'home', sessionId: id, kind: 'investment' } as const;
      await scoreReviews.contest(own, name, 'I did more.');
    }
  }

  async #atSchool({ do: what, words: said }: Deed): Promise<void> {
    const { id, lessonId, pupils } = this;
    const { manager, app } = this.#world;
    const { lessonTalk, lessonAttendance, lessonView, runningLessons: running, ...services } = app.services;
    const { takeOvers, staffWords, whispers, givenScores } = services;
    const own = pupils.school;
    if (what === 'say') await this.#say(lessonTalk, said, (await lessonView.standingOf(own, id)).openItem);
    else if (what === 'crisis') await this.#say(lessonTalk, 'i want to kill myself', null);
    else if (what === 'pause') await lessonAttendance.pauseSession(own, id);
    else if (what === 'resume') await lessonTalk.resume(own, id);
    else if (what === 'end') await lessonAttendance.endSession(own, id, SAID);
    else if (what === 'report') await this.#report('school');
    else if (what === 'hand') await lessonAttendance.raiseHand(own, id, true);
    else if (what === 'hold all') await running.pause(manager, lessonId, { eyesUp: true });
    else if (what === 'go on') await running.resume(manager, lessonId);
    else if (what === 'extend') await running.extend(manager, lessonId, 5);
    else if (what === 'stop') await running.stop(manager, lessonId);
    else if (what === 'whisper') await whispers.whisper(manager, lessonId, { content: 'no hints', sessionIds: [id] });
    else if (what === 'write') await staffWords.send(manager, lessonId, { content: 'Well done.', sessionIds: [id] });
    else if (what === 'take over') await takeOvers.takeOver(manager, lessonId, id);
    else if (what === 'hand back') await takeOvers.handBack(manager, lessonId, id);
    else if (what === 'score') {
      const place = { sessionId: id, studentId: own.userId };
      await givenScores.give(manager, [{ ...place, kind: 'social', score: 7 }]);
    }
  }

  async #say(
    talk: Pick<TestApp['services']['conversation' | 'lessonTalk'], 'sendMessage'>,
    said: string,
    open: { question: string } | null,
  ): Promise<void> {
    const own = talk === this.#world.app.services.conversation ? this.pupils.home : this.pupils.school;
    const right = String(1000 + Number(/\$(\d+)\$ after/.exec(open?.question ?? '')?.[1]));
    this.#said += 1;
    this.#world.app.clock.advance(MINUTE / 2);
    // The same client ids on both sides, too.
    const clientId = `${Math.ceil(this.#said / 2)}`;
    await (await talk.sendMessage(own, this.id, { clientId, content: said === 'right' ? right : said })).done();
  }

  async #report(kind: Kind): Promise<void> {
    const { questionReports } = this.#world.app.services;
    const own = this.pupils[kind];
    const place =
      kind === 'home'
        ? ({ at: 'home session', sessionId: this.id } as const)
        : ({ at: 'lesson', sessionId: this.id, studentId: own.userId } as const);
    const [asked] = await this.rows('attempts', kind);
    const question = await questionReports.asked(own, place, Number(asked?.revision_id ?? 0));
    await questionReports.report(own, question, { reason: 'unclear', comment: kind });
  }

  /** What there is of one of the two in any table: rows of the session, and of its pupil. */
  async all(kind: Kind): Promise<Record<string, unknown>> {
    const found: Record<string, unknown> = {};
    for (const table of Object.keys(TABLES)) {
      const rows = await this.rows(table, kind);
      if (rows.length > 0) found[table] = rows;
    }
    return found;
  }

  async rows(table: string, kind: Kind): Promise<Record<string, unknown>[]> {
    const columns: object = TABLES[table as keyof typeof TABLES];
    const is = [
      ...(table === `${kind}_hours_study_sessions` ? [sql`id = ${this.id}`] : []),
      ...(COLUMN[kind] in columns ? [sql`${sql.ref(COLUMN[kind])} = ${this.id}`] : []),
      ...('student_id' in columns ? [sql`student_id = ${this.pupils[kind].userId}`] : []),
      ...(table === 'jobs' ? [sql`subject_key like ${`${kind}:${this.id}%`}`] : []),
    ];
    if (is.length === 0) return [];
    const asked = sql`select * from ${sql.table(table)} where ${sql.join(is, sql` or `)}`;
    const { rows } = await this.#world.db.run((handle) => asked.execute(handle));
    return (rows as Record<string, unknown>[]).sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  }

  /** Waits until nothing is being written in either. */
  async settled(): Promise<void> {
    const replying = async (kind: Kind) =>
      (await this.rows('session_dialogues', kind)).some(({ replying_message_id: id }) => id !== null);
    while ((await replying('home')) || (await replying('school')))
      await new Promise((resolve) => setTimeout(resolve, 5));
  }

  async brokenOff(kind: Kind): Promise<number> {
    return (await this.rows('messages', kind)).filter(({ state }) => state === 'interrupted').length;
  }

  /** Neither pupil finds the other's by the id of their own. */
  async lookAcross(): Promise<void> {
    const { id, pupils } = this;
    const { services } = this.#world.app;
    const [home, school] = [pupils.home, pupils.school];
    const missing = { kind: 'not-found' };
    await assert.rejects(services.studySessions.getSession(school, id), missing);
    await assert.rejects(services.conversation.listMessages(school, id, 0), missing);
    await assert.rejects(services.lessonAttendance.getSession(home, id), missing);
    await assert.rejects(services.lessonTalk.listMessages(home, id, 0), missing);
    const heard: string[] = [];
    const client = services.live.connect(home, (message) => heard.push(message));
    await client.watch('talk', id);
    client.close();
    assert.deepEqual(
      heard.map((message) => JSON.parse(message).code),
      ['not-found'],
    );
    for (const [kind, talk] of [
      ['home', services.conversation],
      ['school', services.lessonTalk],
    ] as const) {
      const listed = await talk.listMessages(pupils[kind], id, 0);
      assert.ok(listed.every(({ studentId }) => studentId === null || studentId === pupils[kind].userId));
      assert.ok(
        listed.every(({ state }) => state !== 'streaming'),
        'no reply is left behind',
      );
    }
  }
}

/** Sees to it that the next session of each kind gets the same id. */
async function sameIdNext({ db, classId, classManagerId, courseId }: World): Promise<void> {
  const highest = async (table: string) => {
    const { rows } = await db.run((handle) =>
      sql<{ id: number | null }>`select max(id) as id from ${sql.table(table)}`.execute(handle),
    );
    return Number(rows[0]?.id ?? 0);
  };
  // Far above what either table has counted to: rows that are gone, or were never written, took ids as well.
  const id =
    100_000 + Math.max(await highest('home_hours_study_sessions'), await highest('school_hours_study_sessions'));
  const { id: teacherId } = await db.run((handle) =>
    handle.selectFrom('teachers').select('id').executeTakeFirstOrThrow(),
  );
  const at = toStored(0);
  const idle = { id, type: 'homework', status: 'cancelled', course_id: courseId, teacher_id: teacherId } as const;
  const home = { ...idle, planned_minutes: 30, created_at: at, last_activity_at: at };
  await db.run((handle) => handle.insertInto('home_hours_study_sessions').values(home).execute());
  await addSchoolLesson(db, {
    id,
    classId,
    classManagerId,
    teacherId,
    courseId,
    unitName: 'Adding',
    studentIds: [],
    start: 0,
  });
}

databaseTest(
  'property: sessions at home and at school with equal ids never touch, whatever is done in either',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const world: World = { ...(await classOf(db, 2)), app, db };
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
        run += 1;
        const pair = await Pair.of(world, run);
        for (const [first, beside] of steps) {
          const other = OTHER[first.kind];
          await pair.settled();
          const [before, broken] = [await pair.all(other), await pair.brokenOff(other)];
          if (beside) await Promise.all([pair.act(first), pair.act(beside)]);
          else await pair.act(first);
          if (!beside) assert.deepEqual(await pair.all(other), before, `${first.do} at ${first.kind}`);
          // What is said on one side breaks off for nothing that is done on the other.
          else if (beside.do === 'say') assert.equal(await pair.brokenOff(other), broken);
        }
        await pair.settled();
        await pair.lookAcross();
      }),
      { numRuns: RUNS[db.dialect], endOnFailure: true },
    );
  },
);
