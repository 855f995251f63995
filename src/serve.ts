import { type App, buildApp } from './app.ts';
import { type Config, ConfigError, loadConfig } from './config.ts';
import { DatabaseManager } from './data/db/database-manager.ts';
import { prepareSampleRegion } from './sample-region.ts';
import { startProblem } from './start-problem.ts';

/** How long a stop may take, in ms: what is being written is finished or marked by then. */
const STOP_WITHIN = 17_000;

/** Starts the server and stays until it is told to stop. A wrong setting ends it with one line and exit code 1. */
export async function serve(): Promise<void> {
  const config = configOrExit();
  const db = new DatabaseManager(config.database);
  try {
    await db.createTables();
    const sampleLogins = config.showSampleLogins ? await prepareSampleRegion(db, (text) => console.log(text)) : [];
    const app = await buildApp({ config, db, sampleLogins });
    const again = await app.replayErasures();
    if (again > 0) console.log(`Erased again from the ledger of erasures: ${again}`);
    await app.server.listen({ host: config.host, port: config.port });
    console.log(`λllamda is at ${addressOf(app, config)}`);
    await tellFirstRun(app, config);
    await app.startWork();
    stopOnSignal(app, db);
  } catch (error) {
    console.error(`λllamda could not start: ${startProblem(error, config)}`);
    await db.close().catch(() => {});
    process.exit(1);
  }
}

/** Who sees what the start prints may make the first school. */
async function tellFirstRun({ services, ...app }: App, config: Config): Promise<void> {
  const code = await services.firstRun.code();
  if (code === null) return;
  console.log(`There is no school yet. Open ${addressOf(app, config)}/setup and write this code: ${code}`);
}

function configOrExit(): Config {
  try {
    return loadConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

function addressOf(app: Pick<App, 'server'>, config: Config): string {
  const address = app.server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return `http://${config.host === '127.0.0.1' ? 'localhost' : host}:${port}`;
}

/** SIGTERM and SIGINT stop it gracefully; a second one at once. */
function stopOnSignal(app: App, db: DatabaseManager): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    app
      .stop(STOP_WITHIN)
      .then(() => db.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
