// A process of its own: it takes as long as twenty others.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { isLive, type SessionStatus } from '../../src/domain/study-session/study-session.ts';
import { MINUTE } from '../../src/shared/instant.ts';
import type { MessageView, SessionView } from '../../src/shared/study-session.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { type Client, login } from '../support/client.ts';
import { databaseTest } from '../support/databases.ts';
import { smallSchool } from '../support/factory.ts';
import { END, field } from '../support/study.ts';

/** Lessons that are played. */
const RUNS = process.env.TEST_LONG === '1' ? { sqlite: 300, mysql: 40 } : { sqlite: 120, mysql: 20 };

const EVENTS = ['start', 'pause', 'resume', 'end', 'cancel'] as const;

type Command = { tab: 0 | 1 } & (
  | { do: 'create' }
  | { do: (typeof EVENTS)[number] }
  /** Says something under one of a few client ids, so that repeats happen. */
  | { do: 'say'; words: number }
);
/** One command, two at once from different tabs, or half an hour in which nobody does anything. */
type Step = { one: Command } | { race: [Command, Command] } | { wait: true };

/** What the pupil's newest session should be. */
interface Model {
  status: SessionStatus | 'none';
  said: ReadonlySet<number>;
}

const NEXT: Record<(typeof EVENTS)[number], Partial<Record<SessionStatus, SessionStatus>>> = {
  start: { pending: 'active', active: 'active' },
  pause: { active: 'paused', paused: 'paused' },
  resume: { paused: 'active', active: 'active' },
  end: { active: 'completed', paused: 'completed', completed: 'completed' },
  cancel: { pending: 'cancelled', cancelled: 'cancelled' },
};

function apply(model: Model, command: Command): { model: Model; code: number } {
  const { status, said } = model;
  if (command.do === 'create') {
    const taken = status !== 'none' && isLive(status);
    return taken ? { model, code: 409 } : { model: { status: 'pending', said: new Set() }, code: 201 };
  }
  if (status === 'none') return { model, code: 404 };
  if (command.do === 'say') {
    if (said.has(command.words)) return { model, code: 200 };
    if (status !== 'active') return { model, code: 409 };
    return { model: { status, said: new Set([...said, command.words]) }, code: 200 };
  }
  const next = NEXT[command.do][status];
  return next === undefined ? { model, code: 409 } : { model: { status: next, said }, code: 200 };
}

function afterWaiting({ status, said }: Model): Model {
  if (status === 'pending') return { status: 'cancelled', said };
  return { status: status === 'active' ? 'paused' : status, said };
}

const tab = fc.constantFrom<0 | 1>(0, 1);
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ tab, do: fc.constant('create' as const) }) },
  { weight: 10, arbitrary: fc.record({ tab, do: fc.constantFrom(...EVENTS, 'start', 'resume') }) },
  { weight: 3, arbitrary: fc.record({ tab, do: fc.constant('say' as const), words: fc.integer({ min: 0, max: 2 }) }) },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ one: command }) },
  { weight: 5, arbitrary: fc.record({ race: fc.tuple(command, command) }) },
  { weight: 1, arbitrary: fc.record({ wait: fc.constant(true as const) }) },
);

/** A pupil with two windows open on the same session. */
class TwoTabs {
  readonly #app: TestApp;
  readonly #tabs: [Client, Client];
  readonly #courseId: number;
  #id = 1_000_000_000;

  constructor(app: TestApp, tabs: [Client, Client], courseId: number) {
    this.#app = app;
    this.#tabs = tabs;
    this.#courseId = courseId;
  }

  async send(command: Command): Promise<number> {
    const client = this.#tabs[command.tab];
    if (command.do === 'create') {
      const body = { type: 'homework', courseId: this.#courseId, emotionalStateBefore: 'neutral' };
      const answer = await client.post('/api/v1/study-sessions/home', body);
      if (answer.status === 201) this.#id = Number(field(answer, 'id'));
      return answer.status;
    }
    const base = `/api/v1/study-sessions/home/${this.#id}`;
    if (command.do === 'say') {
      const body = { clientId: `say-${command.words}`, content: `Is it ${command.words}?` };
      return (await client.post(`${base}/messages`, body)).status;
    }
    return (await client.post(`${base}/${command.do}`, command.do === 'end' ? END : undefined)).status;
  }

  async wait(): Promise<void> {
    this.#app.clock.advance(31 * MINUTE);
    await this.#app.services.studySessions.expireSessions();
  }

  /** How it really stands; asserts what must hold of every session at every moment. */
  async look(): Promise<Model> {
    const [client] = this.#tabs;
    const answer = await client.get(`/api/v1/study-sessions/home/${this.#id}`);
    if (answer.status === 404) return { status: 'none', said: new Set() };
    const session = answer.json as SessionView;
    const open = session.pauses.filter((pause) => pause.end === null);
    assert.equal(open.length, session.status === 'paused' ? 1 : 0, 'an open pause belongs to a paused session');
    const messages = (await client.get(`/api/v1/study-sessions/home/${this.#id}/messages`)).json as MessageView[];
    const prompts = messages.filter(({ from }) => from === 'student');
    const replies = messages.filter(({ from }) => from === 'teacher');
    assert.ok(replies.length === prompts.length + 1 || messages.length === 0, 'a welcome, and a reply to each');
    if (session.status !== 'active') assert.ok(messages.every(({ state }) => state !== 'streaming'));
    return { status: session.status, said: new Set(prompts.map(({ clientId }) => Number(clientId?.slice(4)))) };
  }
}

const same = (a: Model, b: Model) =>
  a.status === b.status && a.said.size === b.said.size && [...a.said].every((one) => b.said.has(one));

async function play(tabs: TwoTabs, steps: readonly Step[]): Promise<Model> {
  let model: Model = { status: 'none', said: new Set() };
  for (const next of steps) {
    let candidates: { model: Model; codes: number[] }[];
    let codes: number[] = [];
    if ('wait' in next) {
      await tabs.wait();
      candidates = [{ model: afterWaiting(model), codes: [] }];
    } else if ('one' in next) {
      codes = [await tabs.send(next.one)];
      const result = apply(model, next.one);
      candidates = [{ model: result.model, codes: [result.code] }];
    } else {
      const [a, b] = next.race;
      // A message would go to the session that was there before: what is said while another is made has no one answer.
      const making = [a, b].some((one) => one.do === 'create');
      if (making && a.do !== b.do) continue;
      codes = await Promise.all([tabs.send(a), tabs.send(b)]);
      candidates = [inOrder(model, a, b), inOrder(model, b, a, true)];
    }
    const real = await tabs.look();
    const found = candidates.find((one) => same(one.model, real) && one.codes.join() === codes.join());
    assert.ok(
      found,
      `after ${JSON.stringify(next)} in ${show(model)}: ${codes} and ${show(real)}, not ${candidates.map((one) => `${one.codes} and ${show(one.model)}`).join(' or ')}`,
    );
    model = found.model;
  }
  return model;
}

const show = ({ status, said }: Model) => `${status} (${[...said].join(' ')})`;

function inOrder(model: Model, first: Command, second: Command, swapped = false) {
  const one = apply(model, first);
  const two = apply(one.model, second);
  return { model: two.model, codes: swapped ? [two.code, one.code] : [one.code, two.code] };
}

databaseTest(
  'property: whatever two windows do, one after the other or at once, the session is as if they had taken turns',
  async (db, t) => {
    const { make, schoolId, courseId } = await smallSchool(db);
    const app = await startTestApp(t, db);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        run += 1;
        const name = `two-tabs-${run}`;
        const pupilId = await make.student(name, schoolId);
        await make.enrol(pupilId, courseId);
        const tabs: [Client, Client] = [await login(app, name), await login(app, name)];
        const model = await play(new TwoTabs(app, tabs, courseId), [{ one: { tab: 0, do: 'create' } }, ...steps]);
        assert.equal(await livePlaces(db, pupilId), model.status !== 'none' && isLive(model.status) ? 1 : 0);
      }),
      { numRuns: RUNS[db.dialect], endOnFailure: true },
    );
  },
);

async function livePlaces(db: DatabaseManager, pupilId: number): Promise<number> {
  const rows = await db.run((handle) =>
    handle.selectFrom('live_sessions').select('session_id').where('student_id', '=', pupilId).execute(),
  );
  return rows.length;
}
