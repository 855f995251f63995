import { hash } from 'node:crypto';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { type Composition, compose, type Outside } from './composition/compose.ts';
import type { Config } from './config.ts';
import { DatabaseManager } from './data/db/database-manager.ts';
import { RedisBus } from './data/live/redis-bus.ts';
import { ScheduledBackups, type ScheduledBackupsDeps } from './services/backup/scheduled-backups.ts';
import type { JobWorker } from './services/jobs/job-worker.service.ts';
import { type Clock, MINUTE, SECOND } from './shared/instant.ts';
import { type Assets, loadAssets } from './web/assets.ts';
import type { SampleLogin } from './web/pages/login.page.tsx';
import type { RateLimits } from './web/plugins/rate-limit.plugin.ts';
import { buildServer } from './web/server.ts';
import type { Services } from './web/services.ts';

export interface AppDeps {
  config: Pick<Config, 'secretKey' | 'trustProxy' | 'logLevel' | 'remoteModel' | 'production'> &
    Partial<Pick<Config, 'redisUrl' | 'mail' | 'publicUrl' | 'erasureLedger' | 'backups' | 'chromiumPath'>>;
  /** Open and migrated. */
  db: DatabaseManager;
  clock?: Clock;
  assets?: Assets;
  sampleLogins?: SampleLogin[];
  rateLimits?: RateLimits;
  /** Told of every route before it is added: how a test knows them all. */
  onRoute?: (route: RouteOptions) => void;
}

export interface App {
  server: FastifyInstance;
  services: Services;
  worker: JobWorker;
  /** Send letters; none without a mail server. */
  mailWorkers: JobWorker[];
  /** Erases again whom the ledger names, in a database from a backup; answers how many that were. Before anybody is let in. */
  replayErasures(): Promise<number>;
  exportWorker: JobWorker;
  reportWorker: JobWorker;
  /** Begins the work that needs nobody to ask for it: jobs, expiry, sweeping. */
  startWork(): Promise<void>;
  /**
   * Takes nothing new, finishes or marks what is being written within `milliseconds`, and then cuts the connections of those
   * who do not listen. Leaves the database open.
   */
  stop(milliseconds?: number): Promise<void>;
}

/** How long after the start the tutor is loaded, unless somebody needs it sooner, in ms. */
const WARM_UP_AFTER = 1500;

/** How often it is looked whether sockets are still alive, in ms. */
const BEAT = 5 * SECOND;

/** How often other processes are told who is there, in ms. */
const ANNOUNCED_EVERY = 10 * SECOND;

type Log = (details: object, message: string) => void;

/** How long a connection may take at a stop to hear the end of its answer, in ms. */
const LISTENS_WITHIN = 1500;

type Workbench = Pick<Outside, 'config' | 'listen'> & Pick<AppDeps, 'db' | 'clock'>;

/** The services and the worker without a server, for the commands. */
export function buildWorkbench({ config, db, clock = Date, listen }: Workbench) {
  const parts = compose({ config, db, clock, log: () => {}, ...(listen ? { listen } : {}) });
  const { services, worker, tutoring, replayErasures } = parts;
  return { services, worker, tutoring, replayErasures };
}

/** The one composition root: everything is made here and handed what it depends on. */
export async function buildApp(deps: AppDeps): Promise<App> {
  const { config, db } = deps;
  const clock = deps.clock ?? Date;
  let log: Log = () => {};
  const late: Log = (details, message) => log(details, message);
  const bus = config.redisUrl ? await openBus(config.redisUrl, config.secretKey, late) : null;
  const parts = compose({ config, db, clock, log: late, bus });
  const server = await buildServer(parts.services, {
    assets: deps.assets ?? loadAssets(),
    secret: config.secretKey,
    secure: config.production,
    trustProxy: config.trustProxy,
    logLevel: config.logLevel,
    sampleLogins: deps.sampleLogins ?? [],
    ...(deps.rateLimits ? { rateLimits: deps.rateLimits } : {}),
    ...(deps.onRoute ? { onRoute: deps.onRoute } : {}),
  });
  log = (details, message) => server.log.info(details, message);
  const workers = [parts.worker, parts.importWorker, parts.exportWorker, parts.reportWorker, ...parts.mailWorkers];
  const timers: NodeJS.Timeout[] = [];
  const every: Every = (milliseconds, work, what) => {
    const timer = setInterval(() => {
      work().catch((error: unknown) => server.log.error({ err: error }, what));
    }, milliseconds);
    timer.unref();
    timers.push(timer);
  };
  return {
    server,
    services: parts.services,
    worker: parts.worker,
    mailWorkers: parts.mailWorkers,
    replayErasures: parts.replayErasures,
    exportWorker: parts.exportWorker,
    reportWorker: parts.reportWorker,
    async startWork() {
      // The algebra takes a second to load and holds everything else up meanwhile: the first page comes before it.
      const warmUp = setTimeout(() => {
        parts.tutoring().catch((error: unknown) => server.log.error({ err: error }, 'the tutor could not be loaded'));
      }, WARM_UP_AFTER);
      timers.push(warmUp.unref());
      // With SQLite this process is the only writer: whatever is still "streaming" was left by one that died.
      for (const replies of parts.replies) await replies.sweepOrphans({ all: db.dialect === 'sqlite' });
      await parts.services.remoteConsent.begin();
      for (const worker of workers) worker.start();
      keepUp(every, parts, server);
      keepBackups(every, { db, clock, settings: config.backups ?? null });
    },
    async stop(milliseconds = 15 * SECOND) {
      for (const timer of timers) clearInterval(timer);
      const closed = server.close();
      // What is being printed is printed again: nobody waits at a stop for a program that may hang.
      parts.printer?.close();
      // A connection falls idle when its answer is out, which may be after the server began to close.
      const idle = setInterval(() => server.server.closeIdleConnections(), 100);
      await Promise.all([
        parts.services.lessonTalk.close(),
        ...workers.map((worker) => worker.stop()),
        ...parts.replies.map((replies) => replies.drain(milliseconds)),
      ]);
      const deaf = setTimeout(() => server.server.closeAllConnections(), LISTENS_WITHIN);
      await closed;
      parts.services.live.close();
      await parts.relay?.close();
      clearInterval(idle);
      clearTimeout(deaf);
    },
  };
}

type Every = (milliseconds: number, work: () => Promise<unknown>, what: string) => void;

/** Writes backups where a folder is set for them. */
function keepBackups(
  every: Every,
  { settings, ...deps }: Omit<ScheduledBackupsDeps, 'settings'> & { settings: ScheduledBackupsDeps['settings'] | null },
): void {
  if (!settings) return;
  const backups = new ScheduledBackups({ ...deps, settings });
  every(MINUTE, () => backups.runDue(), 'writing a backup failed');
}

/** What is done again and again for as long as the process runs. */
function keepUp(every: Every, { services, replies, relay }: Composition, { liveSockets }: FastifyInstance): void {
  for (const one of replies) {
    every(5 * SECOND, () => one.sweepOrphans(), 'sweeping replies failed');
  }
  every(2 * SECOND, () => services.lessonTalk.goOnEverywhere(), 'answering groups failed');
  every(2 * SECOND, () => liveSockets.sweep(), 'sweeping sockets failed');
  every(ANNOUNCED_EVERY, async () => relay?.announce(), 'telling who is there failed');
  every(BEAT, async () => liveSockets.beat(BEAT), 'the heartbeat of sockets failed');
  every(SECOND, () => services.runningLessons.endDue(), 'ending lessons failed');
  every(2 * SECOND, () => services.leavers.release(), 'releasing who left a class failed');
  every(2 * SECOND, () => services.takeOvers.giveBackAbandoned(), 'giving sessions back to the teacher failed');
  every(15 * SECOND, () => services.studySessions.expireSessions(), 'expiring sessions failed');
  every(2 * SECOND, () => services.testTaking.submitOverdue(), 'handing in tests failed');
  every(10 * MINUTE, () => services.attention.lookDue(), 'looking after pupils failed');
  every(10 * MINUTE, () => services.attention.escalateDue(), 'telling of what waits failed');
  every(10 * MINUTE, () => services.quarterClosings.closeDue(), 'closing quarters failed');
  every(10 * MINUTE, () => services.quarterClosings.releaseDue(), 'showing quarters failed');
  every(5 * SECOND, () => services.alertTelling.escalateOverdue(), 'escalating alerts failed');
  every(10 * MINUTE, () => services.webSessions.removeExpired(), 'sweeping logins failed');
  every(10 * MINUTE, () => services.retention.queueDue(), 'queueing what is no longer kept failed');
  every(10 * MINUTE, () => services.figureSweeps.removeUnneeded(), 'sweeping pictures failed');
  every(10 * MINUTE, () => services.reportPrinting.removeExpired(), 'sweeping printed reports failed');
  every(10 * MINUTE, () => services.personExport.removeExpired(), 'sweeping exports failed');
  every(10 * MINUTE, () => services.weeklyLetters.queueDue(), 'queueing weekly letters failed');
  every(10 * MINUTE, () => services.peopleUploads.removeExpired(), 'sweeping files of people failed');
}

/** Processes of one school have one secret, and one Redis may serve many schools. */
function openBus(url: string, secretKey: string, log: Log): Promise<RedisBus> {
  return RedisBus.open({ url, name: `allamda:${hash('sha256', `live ${secretKey}`, 'base64url')}`, log });
}

/** For the commands, which may not reach into `data` themselves. */
export { DatabaseManager };
