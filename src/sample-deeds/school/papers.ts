import { quarterOf } from '../../domain/evaluation/school-quarter.ts';
import type { ReportWish } from '../../services/kept-reports/kept-reports.service.ts';
import { civilDay, machineTimeZone, noonOf, startOfDay } from '../../shared/calendar.ts';
import { DAY, HOUR, type Instant } from '../../shared/instant.ts';
import type { Scene } from '../scene.ts';

/** Reports that were asked for before a meeting of parents and before one of the schools, of the quarter as it stood then. */
export async function askForReports(scene: Scene): Promise<void> {
  const { people, services, reportWorker, since, now, at, actorOf } = scene;
  const [school] = people.schools;
  const room = people.classes.find(({ schoolId }) => schoolId === school?.id);
  const [guide] = people.supervisors;
  const pupil = people.pupils.find(({ classId }) => classId === room?.id);
  const asked = now - 2 * DAY;
  if (!school || !room || !guide || !pupil || asked < since) return;
  const { schoolYear, quarter } = quarterOf(civilDay(asked, machineTimeZone()));
  const ask = async (who: { id: number }, wish: Pick<ReportWish, 'kind'> & Partial<ReportWish>) => {
    const [subject, region] = [guide.subjects[0], guide.regions[0]];
    const actor = await actorOf(who);
    const period = `${schoolYear}-q${quarter}`;
    await services.keptReports.ask(actor, {
      subject,
      region,
      period,
      locale: 'en',
      key: `sample ${wish.kind}`,
      ...wish,
    });
  };
  await at(asked, async () => {
    await ask(room.manager, { kind: 'class', classId: room.id });
    await ask(room.manager, { kind: 'pupil', studentId: pupil.person.id });
    await ask(school.manager, { kind: 'school' });
    await ask(guide.person, { kind: 'region subject' });
    await reportWorker.runDue();
  });
}

/** A parent wished for letters about the week of a child, and had one each Sunday of the last three weeks. */
export async function writeLetters({ people, post, since, now, at, actorOf }: Scene): Promise<void> {
  const dalia = people.people.find(({ username }) => username === 'dalia');
  const first = lastSunday(now) - 14 * DAY + 9 * HOUR;
  if (!dalia || first < since) return;
  const parent = await actorOf(dalia);
  await at(first - 3 * DAY, () => post.weeklyLetters.choose(parent, { mayReword: false }));
  for (const back of [2, 1, 0]) {
    const sunday = lastSunday(now) - back * 7 * DAY + 9 * HOUR;
    if (sunday <= now) await at(sunday, () => post.deliver());
  }
}

/** Its first moment. */
function lastSunday(now: Instant): Instant {
  const today = civilDay(now, machineTimeZone());
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return startOfDay(civilDay(noonOf(today) - weekday * DAY, 'UTC'), machineTimeZone());
}
