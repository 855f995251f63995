import { compose } from '../composition/compose.ts';
import type { DatabaseManager } from '../data/db/database-manager.ts';
import { JobRepo } from '../data/jobs/job.repo.ts';
import { SEND_MAIL } from '../data/jobs/job-kinds.ts';
import { MailRepo } from '../data/mail/mail.repo.ts';
import { JobWorker } from '../services/jobs/job-worker.service.ts';
import { SendMailHandler } from '../services/mail/send-mail.handler.ts';
import type { Clock } from '../shared/instant.ts';
import type { Services } from '../web/services.ts';

/** The weekly letters of the region, while it had a mail server: one that took every letter. */
export interface Post {
  weeklyLetters: Services['weeklyLetters'];
  /** Writes the letters that are due, and hands them over. */
  deliver(): Promise<void>;
}

interface Outside {
  db: DatabaseManager;
  clock: Clock;
  log: (details: object, message: string) => void;
}

const DOMAIN = 'example.org';

/** Nothing else is sent by e-mail: the program that shows the region has no mail server. */
export function openPost({ db, clock, log }: Outside, config: { remoteModel: null; secretKey: string }): Post {
  const mail = { url: `smtp://mail.${DOMAIN}`, from: `λllamda <allamda@${DOMAIN}>` };
  const { services, mailWorkers } = compose({ config: { ...config, mail }, db, clock, log });
  const taken = { send: async () => {} };
  const handlers = [
    new SendMailHandler(SEND_MAIL, { db, clock, mails: new MailRepo(db), mailer: taken, domain: DOMAIN }),
  ];
  const carrier = new JobWorker({ jobs: new JobRepo(db), clock, handlers, log: (event) => log(event, event.what) });
  return {
    weeklyLetters: services.weeklyLetters,
    async deliver() {
      await services.weeklyLetters.queueDue();
      await mailWorkers.at(-1)?.runDue();
      await carrier.runDue();
    },
  };
}
