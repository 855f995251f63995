import { CLOSES_AFTER_DAYS, RELEASED_AFTER_DAYS } from '../../domain/evaluation/quarter-closing.ts';
import { quarterOf, type SchoolQuarter } from '../../domain/evaluation/school-quarter.ts';
import { civilDay, machineTimeZone, noonOf, startOfDay } from '../../shared/calendar.ts';
import { DAY, HOUR, type Instant } from '../../shared/instant.ts';
import type { Scene } from '../scene.ts';

/** Quarters that ended within the history are closed a week after their end, and are there for everybody two weeks later. */
export async function closeQuarters(scene: Scene): Promise<void> {
  const { services, worker, since, now, at } = scene;
  for (let quarter = quarterOf(civilDay(since, machineTimeZone())); ; quarter = next(quarter)) {
    const closed = endOf(quarter) + CLOSES_AFTER_DAYS * DAY + 5 * HOUR;
    if (closed > now) return;
    await at(closed, async () => {
      await services.quarterClosings.closeDue();
      await worker.runDue();
    });
    const shown = closed + RELEASED_AFTER_DAYS * DAY;
    if (shown <= now) await at(shown, () => services.quarterClosings.releaseDue());
  }
}

const endOf = ({ lastDay }: SchoolQuarter): Instant =>
  startOfDay(civilDay(noonOf(lastDay) + DAY, 'UTC'), machineTimeZone());
const next = (quarter: SchoolQuarter): SchoolQuarter => quarterOf(civilDay(noonOf(quarter.lastDay) + DAY, 'UTC'));
