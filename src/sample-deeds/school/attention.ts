import { civilDay, machineTimeZone, startOfDay } from '../../shared/calendar.ts';
import { DAY, HOUR } from '../../shared/instant.ts';
import type { Scene } from '../scene.ts';

/** The nights before so many days at which it was looked who needs attention; in a school that runs it is every night. */
const NIGHTS = [22, 15, 8, 3, 1, 0];
const SPOKE = 'Spoke after the lesson: looks after a small brother in the evenings. We agreed on two fixed afternoons.';
const LATER = 'Just back from a week with grandparents; I look again next week.';
const WRONG = 'Was in the science camp of the school with six others: the lessons were elsewhere.';

/** It was looked who needs attention, and class managers took some on, put one off and found one to be wrong. */
export async function lookAfter(scene: Scene): Promise<void> {
  const { services, worker, now, since, at } = scene;
  for (const ago of NIGHTS) {
    const night = startOfDay(civilDay(now - ago * DAY, machineTimeZone()), machineTimeZone()) + 4 * HOUR;
    if (night < since + 14 * DAY || night > now) continue;
    await at(night, async () => {
      await services.attention.lookDue();
      await worker.runDue();
      await services.attention.escalateDue();
    });
    if (ago === 8 || ago === 1) await answer(scene, night + 5 * HOUR);
  }
}

/** Each class manager sees to the first of what waits, but not to all of it. */
async function answer({ people, services, now, at, actorOf }: Scene, moment: number): Promise<void> {
  if (moment > now) return;
  for (const { manager } of people.classes) {
    const actor = await actorOf(manager);
    await at(moment, async () => {
      const [first, second, third] = await services.attention.waiting(actor);
      if (first) await services.attention.acknowledge(actor, first.id, { note: SPOKE, days: 0 });
      if (second) await services.attention.markFalse(actor, second.id, WRONG);
      if (third) await services.attention.acknowledge(actor, third.id, { note: LATER, days: 7 });
    });
  }
}
