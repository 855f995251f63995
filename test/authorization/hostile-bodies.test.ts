// A process of its own: it takes as long as twenty others.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import * as z from 'zod';
import { errorBody } from '../../src/shared/errors.ts';
import { openSqlite } from '../support/databases.ts';
import { sharedData } from '../support/shared-data.ts';
import { CASES } from './all-cases.ts';
import type { RouteCase } from './cases.ts';
import { type ActorName, REACH, ROLE } from './matrix.ts';
import { routesOf } from './run-matrix.ts';
import { buildWorld, type World } from './world.ts';

const BLNS = sharedData('security/blns.json');
const SUITE = sharedData('security/JSONTestSuite');
/** Everything with TEST_LONG; without, every third of ours and every fortieth of the others, begun elsewhere in each field. */
const LONG = process.env.TEST_LONG === '1';
const EVERY = LONG ? 1 : 40;
const EVERY_OF_OURS = LONG ? 1 : 3;
/** A file of the JSON test suite goes to every route with TEST_LONG; without, to every fourth, begun elsewhere for each file. */
const EVERY_ROUTE = LONG ? 1 : 4;

const STRINGS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202eabc',
  'e\u0301'.repeat(50),
  'x'.repeat(100_000),
  "'; drop table users; --",
  '%00%ff',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '-1',
  '1e400',
  'NaN',
  '99999999999999999999',
  '0x10',
  '2026-02-30T25:61:00Z',
  '🧪'.repeat(300),
  '__proto__',
];
const NO_STRINGS = [
  null,
  true,
  -1,
  0,
  1.5,
  1e308,
  2 ** 53,
  [],
  {},
  [null],
  [[]],
  { __proto__: null },
  ['x'.repeat(5000)],
];

const naughty = BLNS.skip ? [] : z.array(z.string()).parse(JSON.parse(readFileSync(BLNS.path, 'utf8')));

/** Somebody who may do it, at what is theirs. */
function actorFor(route: RouteCase): ActorName {
  if (route.for === 'public' || route.for === 'anyone logged in') return 'pupil';
  const roles: readonly (string | null)[] = route.for;
  const able = (Object.keys(ROLE) as ActorName[]).filter((actor) => roles.includes(ROLE[actor]));
  const own = able.find((actor) => REACH[actor].includes('own')) ?? able[0];
  assert.ok(own, `nobody may use this: ${roles.join(', ')}`);
  return own;
}

interface Sent {
  type: string;
  payload: string | Buffer;
}

class Attacker {
  readonly #world: World;
  requests = 0;
  readonly failures: string[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  /** Sends a body to a route; what is not taken must be refused for a reason, in the shape that errors have. */
  async send(key: string, route: RouteCase, { type, payload }: Sent): Promise<number> {
    const [method = '', path = ''] = key.split(' ');
    const ids = this.#world.targets.own;
    const values = route.params?.(ids) ?? {};
    const address = path.replaceAll(/:(\w+)/g, (_, name: string) => String(values[name] ?? 'missing'));
    const cookie = this.#world.cookies[actorFor(route)];
    this.requests += 1;
    const answer = await this.#world.app.server.inject({
      method: method as 'POST' | 'PUT' | 'PATCH' | 'DELETE',
      url: address + (route.query?.(ids) ?? ''),
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': type, ...(cookie ? { cookie } : {}) },
      payload,
    });
    const said = `${key} ${payload.toString().slice(0, 120)}: ${answer.statusCode} ${answer.payload.slice(0, 200)}`;
    if (answer.statusCode >= 500) this.failures.push(said);
    if (answer.statusCode < 400 || !path.startsWith('/api/')) return answer.statusCode;
    if (!errorBody.safeParse(JSON.parse(answer.payload)).success) this.failures.push(`no error shape: ${said}`);
    return answer.statusCode;
  }
}

/** Each field in its turn made into each of these, the others as they were. */
function* spoilt(body: object, values: (field: number) => Iterable<unknown>): Generator<string> {
  for (const [index, field] of Object.keys(body).entries()) {
    for (const value of values(index)) yield JSON.stringify({ ...body, [field]: value });
  }
}

function* stringsFor(field: number): Generator<string> {
  for (let index = field % EVERY_OF_OURS; index < STRINGS.length; index += EVERY_OF_OURS) yield STRINGS[index] ?? '';
  for (let index = field % EVERY; index < naughty.length; index += EVERY) yield naughty[index] ?? '';
}

function* spoiltForm(form: string): Generator<string> {
  const fields = new URLSearchParams(form);
  for (const [index, field] of [...fields.keys()].entries()) {
    for (const text of stringsFor(index)) {
      const changed = new URLSearchParams(fields);
      changed.set(field, text);
      yield changed.toString();
    }
    yield `${form}&${field}=twice&${field}[]=x&${field}[a][b]=y`;
  }
}

async function world(t: TestContext): Promise<{ attacker: Attacker; writes: [string, RouteCase, unknown][] }> {
  const made = await buildWorld(t, await openSqlite(t));
  const writes = routesOf(made).flatMap((key): [string, RouteCase, unknown][] => {
    const route = CASES[key];
    const body = route?.body?.(made.targets.own);
    return route === undefined || body === undefined || route.endsLogin ? [] : [[key, route, body]];
  });
  assert.ok(writes.length > 60, `only ${writes.length} routes take a body`);
  return { attacker: new Attacker(made), writes };
}

test('whatever stands in whichever field of whichever route, it is taken or refused with a reason', async (t) => {
  const { attacker, writes } = await world(t);
  for (const [key, route, body] of writes) {
    if (typeof body === 'string') {
      const type = 'application/x-www-form-urlencoded';
      for (const payload of spoiltForm(body)) await attacker.send(key, route, { type, payload });
    } else if (typeof body === 'object' && body !== null) {
      const type = 'application/json';
      for (const payload of spoilt(body, stringsFor)) await attacker.send(key, route, { type, payload });
      for (const payload of spoilt(body, () => NO_STRINGS)) await attacker.send(key, route, { type, payload });
    }
  }
  assert.deepEqual(attacker.failures, []);
  t.diagnostic(`${attacker.requests} requests to ${writes.length} routes`);
  if (BLNS.skip) t.diagnostic(`Without the strings of others: ${BLNS.skip}.`);
});

test('every file of the JSON test suite, sent to whichever route of the API, is taken or refused with a reason', {
  skip: SUITE.skip,
}, async (t) => {
  const { attacker, writes } = await world(t);
  const files = readdirSync(SUITE.path)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, payload: readFileSync(join(SUITE.path, name)) }));
  const routes = writes.filter(([name]) => name.includes(' /api/'));
  for (const [at, [key, route]] of routes.entries()) {
    for (const [index, { name, payload }] of files.entries()) {
      // What takes a megabyte to say the same once more is sent to the first route only.
      const skipped = payload.length > 50_000 ? at > 0 : (at + index) % EVERY_ROUTE !== 0;
      if (skipped) continue;
      const status = await attacker.send(key, route, { type: 'application/json', payload });
      if (name.startsWith('n_')) assert.ok(status >= 400, `${name} is no JSON, and ${key} took it`);
    }
  }
  assert.deepEqual(attacker.failures, []);
  t.diagnostic(`${attacker.requests} requests`);
});
