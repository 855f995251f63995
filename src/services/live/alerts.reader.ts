import { type Actor, scopeOf } from '../../domain/access/permission-matrix.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import { MINUTE } from '../../shared/instant.ts';
import type { Parts } from '../../shared/live.ts';
import type { AlertsService } from '../safety/alerts.service.ts';
import type { LiveSignal } from './live-signals.service.ts';
import type { Shown, TopicReader } from './topic-reader.ts';

/** The alerts that somebody sees: `state` differs when their page would; the page itself is fetched. */
export class AlertsReader implements TopicReader {
  /** Rehearsals end by themselves, and no alert is missed because a signal was lost. */
  readonly every = MINUTE / 2;
  readonly #alerts: Pick<AlertsService, 'pulse'>;

  constructor(alerts: Pick<AlertsService, 'pulse'>) {
    this.#alerts = alerts;
  }

  audience({ userId }: Actor): string {
    return String(userId);
  }

  async allows({ role }: Actor): Promise<void> {
    if (scopeOf(role, 'acknowledge a safety alert') !== null) return;
    throw new AppError('forbidden', 'forbidden', 'Your account may not do that.');
  }

  async read(actor: Actor): Promise<Parts> {
    return { state: await this.#alerts.pulse(actor) };
  }

  concerns({ alertsOf }: LiveSignal, _id: number, { actor }: Shown): boolean {
    return alertsOf !== undefined && alertsOf === actor.schoolId;
  }
}
