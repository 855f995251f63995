import { DAY } from '../../src/shared/instant.ts';
import type { TestApp } from '../support/app.ts';
import { addAlert } from '../support/past.ts';
import { RawRows } from './raw-rows.ts';

/** Alerts of Amir's pupils and of others of his school: of two months and categories, taken on, false, and open. */
export async function raiseAlerts(app: TestApp): Promise<void> {
  const { db, clock, services } = app;
  const rows = await RawRows.read(db, clock.now());
  const amir = await services.accounts.findActor(rows.idOf('amir'));
  const ruth = await services.accounts.findActor(rows.idOf('ruth'));
  if (!amir || !ruth) throw new Error('nobody is there to judge');
  const { school_id: schoolId } = rows.one('class_managers', (one) => one.user_id === amir.userId);
  const own = rows.of('classess_class_managers').find((one) => one.class_manager_id === amir.userId)?.class_id;
  const members = rows.of('classes_students').flatMap((one) => (one.class_id === own ? [one.student_id] : []));
  const raised: number[] = [];
  for (const [place, { category, ago }] of [
    { category: 'distress', ago: 0 },
    { category: 'distress', ago: 1 },
    { category: 'distress', ago: 2 },
    { category: 'self-harm', ago: 3 },
    { category: 'self-harm', ago: 45 },
  ].entries()) {
    const words = rows
      .of('messages')
      .filter((one) => one.home_session_id !== null && members.includes(one.student_id ?? 0));
    const said = words[place * 3];
    const of = { studentId: said?.student_id ?? 0, sessionId: said?.home_session_id ?? 0, messageId: said?.id ?? 0 };
    raised.push(await addAlert(db, { ...of, schoolId, now: clock.now() - ago * DAY }, { category, severity: 2 }));
  }
  const [first = 0, second = 0, , , last = 0] = raised;
  await services.alerts.markFalse(amir, first, 'A line of a song.');
  await services.alerts.acknowledge(ruth, second, { note: 'Spoke with the pupil.', tellParents: false });
  await services.alerts.markFalse(ruth, last, 'Asked what the word means.');
}
