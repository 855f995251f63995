import { HomeSessionRepo } from '../../data/study-session/home-session.repo.ts';
import { DAY, HOUR } from '../../shared/instant.ts';
import type { Scene } from '../scene.ts';

const TO_HELP = 'To see with the counsellor what was meant.';

/** Staff and a parent read conversations, and a school manager what was said around an alert: each reading is in the audit log. */
export async function readTranscripts(scene: Scene): Promise<void> {
  const { db, people, services, now, at, actorOf } = scene;
  const idOf = (username: string) => people.people.find((person) => person.username === username)?.id ?? 0;
  const [noa, amir, dalia] = [idOf('noa'), await actorOf({ id: idOf('amir') }), await actorOf({ id: idOf('dalia') })];
  const sessions = await new HomeSessionRepo(db).listOfStudent(noa, 10);
  const over = sessions.filter(({ status }) => status === 'completed').slice(0, 2);
  for (const [place, { id }] of over.entries()) {
    await at(now - (place + 1) * HOUR, () => services.pupilPages.session(amir, noa, id));
  }
  const [last] = over;
  if (last) await at(now - 30 * HOUR, () => services.family.transcript(dalia, noa, last.id));
  await readAlerts(scene);
}

/** Of alerts that somebody has taken on. */
async function readAlerts({ db, people, services, at, actorOf, now }: Scene): Promise<void> {
  for (const school of people.schools) {
    const head = await actorOf(school.manager);
    const alerts = await db
      .handle()
      .selectFrom('safety_alerts')
      .select(['id'])
      .where('school_id', '=', school.id)
      .where('acknowledged_at', 'is not', null)
      .orderBy('id')
      .execute();
    for (const { id } of alerts) await at(now - 2 * DAY, () => services.alertPages.openPassage(head, id, TO_HELP));
  }
}
