import { login } from '../support/client.ts';
import { OWNER_ONLY, type RouteCase } from './cases.ts';
import {
  ACTORS,
  type ActorName,
  canariesIn,
  canary,
  REACH,
  REGION_OF,
  ROLE,
  SUBJECT_OF_ALL,
  staffOf,
  TARGETS,
  type Target,
  visibleTo,
} from './matrix.ts';
import type { TargetIds } from './records.ts';
import type { World } from './world.ts';

export interface MatrixOptions {
  /** Only these routes. */
  routes?: (key: string) => boolean;
  /** Only these actors. */
  actors?: readonly ActorName[];
  /** Of what is not the actor's own only one, another one for each actor. */
  sampled?: boolean;
  /** Told who acts before each request. */
  onActor?: (userId: number | undefined) => void;
  /** Stops at the first failure. */
  first?: boolean;
}

export interface MatrixResult {
  requests: number;
  failures: string[];
}

/** Every route that is served, `METHOD /path`; a HEAD goes with its GET. */
export function routesOf({ app }: Pick<World, 'app'>): string[] {
  return [...app.routes.keys()].filter(
    (key) => !key.startsWith('HEAD ') && !key.startsWith('OPTIONS ') && key !== 'GET /assets/*',
  );
}

/** Sends every route as every actor at every target, and answers with what was not as the matrix says. */
export async function runMatrix(
  world: World,
  cases: Record<string, RouteCase>,
  options: MatrixOptions = {},
): Promise<MatrixResult> {
  const result: MatrixResult = { requests: 0, failures: [] };
  for (const key of routesOf(world).filter(options.routes ?? (() => true))) {
    const route = cases[key];
    if (!route) {
      result.failures.push(`${key} has no case: add it to test/authorization, with who may use it and what it names.`);
      continue;
    }
    for (const [actor, one] of askers(route, options.actors)) {
      for (const target of targetsFor(one, actor, options.sampled)) {
        result.requests += 1;
        options.onActor?.(world.userIds[actor]);
        const failure = await probe(world, key, one, actor, target);
        if (failure !== null) result.failures.push(failure);
        if (failure !== null && options.first) return result;
      }
    }
  }
  return result;
}

/** Every actor at everything that the route names. */
function askers(route: RouteCase, actors: readonly ActorName[] = ACTORS): [ActorName, RouteCase][] {
  const all = [route, ...(route.also ?? []).map((also) => ({ ...route, ...also }))];
  return actors.flatMap((actor) => all.map((one): [ActorName, RouteCase] => [actor, one]));
}

function targetsFor(route: RouteCase, actor: ActorName, sampled = false): readonly Target[] {
  if (!route.names) return ['own'];
  if (!sampled) return TARGETS;
  const others = TARGETS.filter((target) => target !== 'own');
  // The same at every route: what one of them puts away another one brings back.
  return ['own', ...others.slice(ACTORS.indexOf(actor) % others.length).slice(0, 1)];
}

/** An id that nothing has. */
const NOTHING = 987_654_321;

async function probe(world: World, key: string, route: RouteCase, actor: ActorName, target: Target) {
  const ids = world.targets[target];
  const values = route.params?.(ids) ?? {};
  const ask = await asking(world, key, route, actor, ids);
  const answer = await ask(values);
  if (route.undo && answer.statusCode === 201) {
    const headers = { 'sec-fetch-site': 'same-origin', cookie: world.cookies[actor] ?? '' };
    await world.app.server.inject({ method: 'POST', url: route.undo(answer.payload), headers });
  }
  const wanted = expected(key, route, actor, target);
  const where = `${key} as ${actor} at ${route.names ? target : 'what is there'}`;
  if (!wanted.includes(answer.statusCode)) {
    return `${where}: ${answer.statusCode} instead of ${wanted.join(' or ')}. ${answer.payload.slice(0, 200)}`;
  }
  const visible = visibleTo(actor, route.shows);
  if (route.namesStaff) for (const mark of staffOf(actor)) visible.add(mark);
  if (route.offersCourses) for (const other of TARGETS) visible.add(canary(other, 'course'));
  const leaked = canariesIn(answer.payload + JSON.stringify(answer.headers)).filter((mark) => !visible.has(mark));
  if (leaked.length > 0) return `${where}: shows ${leaked.join(', ')}`;
  // Somebody else's is answered as what is not there: nobody finds out which ids there are.
  if (answer.statusCode !== 404 || !key.includes(' /api/') || typeof values.id !== 'number') return null;
  const nothing = await ask({ ...values, id: NOTHING });
  if (nothing.payload === answer.payload) return null;
  return `${where}: is told apart from nothing by ${answer.payload.slice(0, 200)}`;
}

/** Sends the route with these values in its address. */
async function asking(world: World, key: string, route: RouteCase, actor: ActorName, ids: TargetIds) {
  const [method = 'GET', path = '/'] = key.split(' ');
  const body = route.body?.(ids);
  const form = typeof body === 'string';
  const type = { 'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json' };
  const cookie = await cookieOf(world, route, actor);
  return (values: Record<string, string | number>) =>
    world.app.server.inject({
      method: method as 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
      url:
        path.replaceAll(/:(\w+)/g, (_, name: string) => String(values[name] ?? 'missing')) + (route.query?.(ids) ?? ''),
      headers: { 'sec-fetch-site': 'same-origin', ...cookie, ...(body === undefined ? {} : type) },
      ...(body === undefined ? {} : { payload: form ? body : JSON.stringify(body) }),
    });
}

async function cookieOf(world: World, route: RouteCase, actor: ActorName): Promise<Record<string, string>> {
  const username = world.usernames[actor];
  // What ends a login gets one of its own, so that the requests after it are still who they say they are.
  const fresh = ROLE[actor] !== null && username !== undefined ? () => login(world.app, username) : null;
  const cookie = route.endsLogin ? ((await fresh?.())?.cookie ?? null) : world.cookies[actor];
  return cookie === null ? {} : { cookie };
}

/** The statuses that are right. A page sends whoever is not logged in to the login; the API says 401. */
function expected(key: string, route: RouteCase, actor: ActorName, target: Target): readonly number[] {
  if (route.for === 'public') return route.ok;
  const role = ROLE[actor];
  if (role === null) return key.startsWith('GET ') && !key.startsWith('GET /api/') ? [303] : [401];
  if (route.for !== 'anyone logged in' && !route.for.includes(role))
    return route.refusedAs?.[role] ?? route.refused ?? [403];
  if (route.ofSubject) return SUBJECT_OF_ALL.includes(actor) ? route.ok : [404];
  if (route.ofRegion) return REGION_OF[actor]?.includes(target) ? route.ok : [404];
  if (!route.names) return route.ok;
  const theirs = REACH[actor].includes(target) && (role === 'student' || !OWNER_ONLY.test(key));
  return theirs ? route.ok : [404];
}
