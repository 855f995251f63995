import { randomUUID } from 'node:crypto';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { NotificationRepo, StoredNotification } from '../../data/notifications/notification.repo.ts';
import type { Recipient, RecipientRepo } from '../../data/notifications/recipient.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { Clock } from '../../shared/instant.ts';
import type { NotificationData, NotificationKind } from '../../shared/notifications.ts';
import type { LiveSignals } from '../live/live-signals.service.ts';
import type { MailService } from '../mail/mail.service.ts';
import { letterOf } from './letters/letter-of.ts';

export interface NotificationsDeps {
  db: DatabaseManager;
  notificationRows: NotificationRepo;
  recipients: RecipientRepo;
  mail: MailService;
  signals: LiveSignals;
  /** What links in letters begin with. */
  publicUrl: string;
  clock: Clock;
}

export interface Telling {
  /** Names what happened: the same key tells each person once, whatever is tried again. At most 150 characters. */
  key?: string;
  /** The pupil whom it is about: erased with them. */
  about?: number;
  /** By e-mail as well, where there is a mail server and the person has an address. */
  mail?: boolean;
  /** The school whose manager sees whether letters went out. */
  schoolId?: number | null;
  /** The letter waits behind no other. */
  urgent?: boolean;
  /** How often people were told of the same: what they have of it is told anew, on top, and by a further letter. 0 for the first time. */
  round?: number;
}

/** Somebody who was told, and whether a letter goes to them too. */
export interface Told {
  userId: number;
  mailKey: string | null;
}

export interface NotificationList {
  /** The newest first. */
  items: StoredNotification[];
  unread: number;
  /** The id to ask with for older ones; null when there are none. */
  before: number | null;
}

const PAGE = 30;

/** What people are told in the program, live, and by e-mail where that is asked for. */
export class NotificationsService {
  readonly #deps: NotificationsDeps;

  constructor(deps: NotificationsDeps) {
    this.#deps = deps;
  }

  /**
   * Tells people something. Joins the transaction under way; pages that are open show it after the commit. Whoever has a disabled account is
   * told nothing. Answers who was told.
   */
  async tell<Kind extends NotificationKind>(
    userIds: readonly number[],
    kind: Kind,
    data: NotificationData[Kind],
    { key = randomUUID(), about, mail: byMail = false, schoolId = null, urgent = false, round = 0 }: Telling = {},
  ): Promise<Told[]> {
    const { db, notificationRows: notifications, recipients, mail, signals, publicUrl, clock } = this.#deps;
    const now = clock.now();
    const told = await db.tx(async () => {
      const people = await recipients.list([...new Set(userIds)]);
      if (round > 0)
        await notifications.remove(
          people.map(({ id }) => id),
          key,
        );
      await notifications.add(people.map(({ id }) => ({ userId: id, key, about: about ?? null, kind, data, now })));
      const letters = byMail && mail.available ? people.filter(hasAddress) : [];
      const keyOf = (id: number) => (round === 0 ? `${key}:${id}` : `${key}:${id}:${round}`);
      await mail.queue(
        ...letters.map(({ id, email, locale }) => ({
          to: { userId: id, email },
          ...letterOf(kind, data, locale, publicUrl),
          key: keyOf(id),
          schoolId,
          urgent,
          ...(about === undefined ? {} : { about }),
        })),
      );
      const lettered = new Set(letters.map(({ id }) => id));
      return people.map(({ id }) => ({ userId: id, mailKey: lettered.has(id) ? keyOf(id) : null }));
    });
    db.afterCommit(() => signals.publish({ userIds: told.map(({ userId }) => userId) }));
    return told;
  }

  /** What happened is done with: nobody has to read of it any more, or this one has not. Joins the transaction under way. */
  async settle(key: string, userId?: number): Promise<void> {
    const { db, notificationRows, clock, signals } = this.#deps;
    const userIds = await notificationRows.settle(key, clock.now(), userId);
    if (userIds.length > 0) db.afterCommit(() => signals.publish({ userIds }));
  }

  /** What the actor was told, the newest first. */
  async list(actor: Actor, before?: number): Promise<NotificationList> {
    const { notificationRows: notifications } = this.#deps;
    const found = await notifications.list(actor.userId, PAGE + 1, before);
    const items = found.slice(0, PAGE);
    return {
      items,
      unread: await notifications.countUnread(actor.userId),
      before: found.length > PAGE ? (items.at(-1)?.id ?? null) : null,
    };
  }

  async countUnread(actor: Actor): Promise<number> {
    return this.#deps.notificationRows.countUnread(actor.userId);
  }

  /** The actor has read it; answers what it is about. Throws `not-found` for one that is not theirs. */
  async read(actor: Actor, id: number): Promise<Pick<StoredNotification, 'kind' | 'data'>> {
    const { notificationRows: notifications, clock, signals } = this.#deps;
    const found = await notifications.find(actor.userId, id);
    if (!found) throw notFound('notification');
    await notifications.markRead(actor.userId, { id }, clock.now());
    signals.publish({ userIds: [actor.userId] });
    return found;
  }

  /** The actor has read all that there was up to the newest that their page showed. */
  async readAll(actor: Actor, upTo: number): Promise<void> {
    const { notificationRows: notifications, clock, signals } = this.#deps;
    await notifications.markRead(actor.userId, { upTo }, clock.now());
    signals.publish({ userIds: [actor.userId] });
  }
}

function hasAddress(person: Recipient): person is Recipient & { email: string } {
  return person.email !== null && person.email !== '';
}
