import type { Actor } from '../../domain/access/permission-matrix.ts';
import { MINUTE } from '../../shared/instant.ts';
import type { Parts } from '../../shared/live.ts';
import type { NotificationsService } from '../notifications/notifications.service.ts';
import type { LiveSignal } from './live-signals.service.ts';
import type { TopicReader } from './topic-reader.ts';

/** Everybody's own topic: how many notifications they have not read (`unread`). */
export class NotificationsReader implements TopicReader {
  /** A signal that was lost costs a minute. */
  readonly every = MINUTE;
  readonly #notifications: Pick<NotificationsService, 'countUnread'>;

  constructor(notifications: Pick<NotificationsService, 'countUnread'>) {
    this.#notifications = notifications;
  }

  audience({ userId }: Actor): string {
    return String(userId);
  }

  /** Who is logged in has some of their own. */
  async allows(): Promise<void> {}

  async read(actor: Actor): Promise<Parts> {
    return { unread: await this.#notifications.countUnread(actor) };
  }

  concerns({ userIds }: LiveSignal, id: number, { actor }: { actor: Actor }): boolean {
    return id === 0 && (userIds?.includes(actor.userId) ?? false);
  }
}
