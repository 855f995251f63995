import type { Page } from 'playwright-core';
import { NAMED } from '../../src/data/sample/people/named-people.ts';
import { logIn } from './browser.ts';
import type { RunningServer } from './running-server.ts';

export interface Classmates {
  ids: number[];
  usernames: string[];
  first: string[];
  full: string[];
}

/**
 * Logs Noa and pupils of her class in, one in front of each page. Of the sample region only Noa has a known password: the others get hers,
 * which needs nothing but a look into the database.
 */
export async function logInAsClassmates({ db }: RunningServer, pages: readonly Page[]): Promise<Classmates> {
  const handle = db.handle();
  const noa = await handle
    .selectFrom('users')
    .innerJoin('classes_students as place', 'place.student_id', 'users.id')
    .select(['users.id', 'users.password_hash', 'place.class_id'])
    .where('username', '=', 'noa')
    .executeTakeFirstOrThrow();
  const people = await handle
    .selectFrom('users')
    .innerJoin('classes_students as place', 'place.student_id', 'users.id')
    .select(['users.id', 'username', 'first_name', 'last_name'])
    .where('place.class_id', '=', noa.class_id)
    .orderBy((eb) => eb.case().when('username', '=', 'noa').then(0).else(1).end())
    .orderBy('users.id')
    .limit(pages.length)
    .execute();
  const ids = people.map(({ id }) => id);
  await handle.updateTable('users').set({ password_hash: noa.password_hash }).where('id', 'in', ids).execute();
  for (const [n, page] of pages.entries()) {
    await logIn(page, { username: people[n]?.username ?? '', password: NAMED.noa.password });
    await page.waitForURL((url) => url.pathname !== '/login');
  }
  return {
    ids,
    usernames: people.map(({ username }) => username),
    first: people.map(({ first_name }) => first_name),
    full: people.map(({ first_name, last_name }) => `${first_name} ${last_name}`),
  };
}
