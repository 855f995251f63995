import { renderToString } from 'preact-render-to-string';
import { buildApp } from '../../src/app.ts';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { machineTimeZone } from '../../src/shared/calendar.ts';
import { loadAssets } from '../../src/web/assets.ts';
import { formatFor } from '../../src/web/i18n/format.ts';
import { messagesFor } from '../../src/web/i18n/messages.ts';
import { withPage } from '../../src/web/page-context.ts';
import { TodayPage } from '../../src/web/pages/today.page.tsx';
import { child } from '../../src/web/strings.ts';
import { PUPIL } from './desk.ts';

const WARM_UP = 2000;
/** Short ones, of which the best counts, as of whole requests. */
const RENDERS = 100;
const ROUNDS = 100;

/**
 * The dashboard's view by itself, on the same data: no request, no session, no query. Pages a second of CPU; by Preact alone where
 * this process was told to leave pages to it (PLAIN_JSX), else as the product builds them.
 */
async function barePagesASecond(file: string): Promise<number> {
  const db = new DatabaseManager({ kind: 'sqlite', file });
  const config = { trustProxy: false, logLevel: 'silent', remoteModel: null, production: false } as const;
  const app = await buildApp({
    config: { ...config, secretKey: 'a secret of the benchmark, and of nothing else' },
    db,
  });
  try {
    const user = await db.run((handle) =>
      handle.selectFrom('users').select('id').where('username', '=', PUPIL.username).executeTakeFirstOrThrow(),
    );
    const actor = await app.services.accounts.findActor(user.id);
    if (!actor) throw new Error('The pupil of the benchmark is not there.');
    const view = await app.services.today.today(actor);
    const context = {
      actor: { ...actor, unread: 0 },
      locale: 'en' as const,
      t: messagesFor('en'),
      format: formatFor('en', machineTimeZone()),
      path: '/',
      assets: loadAssets(),
    };
    const asText = process.env.PLAIN_JSX ? renderToString : child;
    const render = () => withPage(context, () => asText(<TodayPage view={view} />));
    for (let done = 0; done < WARM_UP; done += 1) render();
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = process.cpuUsage();
      for (let done = 0; done < RENDERS; done += 1) render();
      const { user: own, system } = process.cpuUsage(before);
      best = Math.min(best, (own + system) / 1000 / RENDERS);
    }
    return 1000 / best;
  } finally {
    await app.stop(1000);
    await db.close();
  }
}

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Which database has the pupil of the benchmark?');
console.log(await barePagesASecond(file));
