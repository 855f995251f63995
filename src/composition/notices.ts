import type { Config } from '../config.ts';
import { SEND_MAIL, SEND_URGENT_MAIL } from '../data/jobs/job-kinds.ts';
import { createSmtpMailer } from '../data/mail/smtp-mailer.ts';
import { JobWorker } from '../services/jobs/job-worker.service.ts';
import type { LiveSignals } from '../services/live/live-signals.service.ts';
import { MailService } from '../services/mail/mail.service.ts';
import { SendMailHandler } from '../services/mail/send-mail.handler.ts';
import { NotificationsService } from '../services/notifications/notifications.service.ts';
import { AlertTellingService } from '../services/safety/alert-telling.service.ts';
import type { Clock } from '../shared/instant.ts';
import type { Repositories } from './repositories.ts';

export interface NoticeParts extends Repositories {
  clock: Clock;
  signals: LiveSignals;
  log: (details: object, message: string) => void;
}

/** What people are told, in the program and by e-mail. Letters have workers of their own: a slow mail server holds up nothing else. */
export function composeNotices(parts: NoticeParts, settings: Config['mail'], publicUrl: string) {
  const { clock, jobs, log } = parts;
  const mail = new MailService({ ...parts, available: settings !== null });
  const workers: JobWorker[] = [];
  if (settings) {
    const domain = /@([^>]+)/.exec(settings.from)?.[1] ?? 'localhost';
    const deps = { ...parts, mailer: createSmtpMailer(settings), domain };
    for (const kind of [SEND_URGENT_MAIL, SEND_MAIL]) {
      const handlers = [new SendMailHandler(kind, deps)];
      workers.push(new JobWorker({ jobs, clock, handlers, log: ({ what, ...details }) => log(details, what) }));
    }
  }
  const notifications = new NotificationsService({ ...parts, mail, publicUrl });
  const telling = new AlertTellingService({ ...parts, notifications });
  return { mail, notifications, telling, mailWorkers: workers };
}
