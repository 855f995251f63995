import { fromStored, fromStoredOrNull } from '../../data/db/instants.ts';
import { alertKey } from '../../services/safety/alert-telling.service.ts';
import { DAY, HOUR, MINUTE } from '../../shared/instant.ts';
import type { Scene } from '../scene.ts';

/** Before school begins each school names whom it tells of alerts: a class manager at once, and its head where nobody takes one on. */
export async function nameAdults({ people, services, since, at, actorOf }: Scene): Promise<void> {
  for (const school of people.schools) {
    const room = roomOf(people, school.id);
    if (!room) continue;
    const head = await actorOf(school.manager);
    const adults = [
      { userId: room.manager.id, step: 0 as const },
      { userId: school.manager.id, step: 1 as const },
    ];
    await at(since - 5 * DAY + 13 * HOUR, () => services.safeguarding.name(head, adults));
  }
}

/** Whose manager the school tells first: somebody with a login, where there is one. */
function roomOf({ classes }: Scene['people'], school: number) {
  const own = classes.filter(({ schoolId }) => schoolId === school);
  return own.find(({ manager }) => manager.username === 'amir') ?? own[0];
}

/** Who was told of the alerts of the history, and again of those that nobody took on; and a rehearsal of one. */
export async function tellOfAlerts(scene: Scene): Promise<void> {
  const { db, services, at } = scene;
  const alerts = await db.handle().selectFrom('safety_alerts').selectAll().orderBy('id').execute();
  for (const alert of alerts) {
    const { id, student_id: studentId, school_id: schoolId, severity } = alert;
    const told = { id, studentId, schoolId, severity };
    const [escalated, taken] = [fromStoredOrNull(alert.escalated_at), fromStoredOrNull(alert.acknowledged_at)];
    await at(fromStored(alert.created_at), () => services.alertTelling.tell(told, 0));
    if (escalated !== null) await at(escalated, () => services.alertTelling.tell(told, 1));
    if (taken !== null) await at(taken, () => services.notifications.settle(alertKey(id)));
  }
  await rehearse(scene);
}

const CAME = 'On my telephone after a minute. I would have gone to the room and called the counsellor on the way.';

async function rehearse({ people, services, since, now, at, actorOf }: Scene): Promise<void> {
  const [school] = people.schools;
  const room = school && roomOf(people, school.id);
  const began = now - 12 * DAY;
  if (!room || began < since) return;
  const [head, named] = [await actorOf(school.manager), await actorOf(room.manager)];
  const id = await at(began, () => services.safeguarding.rehearse(head, 2));
  await at(began + 4 * MINUTE, () => services.alertPages.acknowledgeRehearsal(named, id, CAME));
}
