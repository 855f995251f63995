import { compose } from '../composition/compose.ts';
import type { DatabaseManager } from '../data/db/database-manager.ts';
import { UserRepo } from '../data/people/user.repo.ts';
import type { SampleStage } from '../data/sample/populate.ts';
import type { Actor } from '../domain/access/permission-matrix.ts';
import type { JobWorker } from '../services/jobs/job-worker.service.ts';
import type { Instant } from '../shared/instant.ts';
import type { Services } from '../web/services.ts';
import { openPost, type Post } from './post.ts';

/** The services of the product, with a clock that stands at whatever moment somebody does something. */
export interface Backstage {
  db: DatabaseManager;
  services: Services;
  worker: JobWorker;
  /** Makes the reports that were asked for. */
  reportWorker: JobWorker;
  post: Post;
  /** Does something at a moment. */
  at<Result>(moment: Instant, work: () => Promise<Result>): Promise<Result>;
  actorOf(person: { id: number }): Promise<Actor>;
}

/** Where deeds are done: the services, and the region as far as it is there. */
export type Scene = Backstage & SampleStage;

/** The services over one database. The algebra is loaded here: in the transaction that fills the region nothing is waited for. */
export async function openBackstage(db: DatabaseManager): Promise<Backstage> {
  let now: Instant = 0;
  const config = { remoteModel: null, secretKey: 'only the sample region is made with this' };
  const log = (details: object, message: string) => {
    throw new Error(`${message}: ${JSON.stringify(details)}`);
  };
  const outside = { db, clock: { now: () => now }, log };
  const { services, worker, reportWorker, tutoring } = compose({ config, ...outside });
  await tutoring();
  const users = new UserRepo(db);
  return {
    db,
    services,
    worker,
    reportWorker,
    post: openPost(outside, config),
    at: (moment, work) => {
      now = moment;
      return work();
    },
    actorOf: async ({ id }) => {
      const actor = await users.findActor(id);
      if (!actor) throw new Error(`Nobody has the id ${id}.`);
      return actor;
    },
  };
}
