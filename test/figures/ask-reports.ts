import type { NAMED } from '../../src/data/sample/people/named-people.ts';
import { quarterOf } from '../../src/domain/evaluation/school-quarter.ts';
import type { ReportWish } from '../../src/services/kept-reports/kept-reports.service.ts';
import type { TestApp } from '../support/app.ts';
import { RawRows } from './raw-rows.ts';

type Wish = Omit<ReportWish, 'locale' | 'period'> & { who: keyof typeof NAMED; period?: string };

/** Everybody asks for reports, of quarters, of a school year and of days; the rows as they were when these were made. */
export async function askForReports(app: TestApp): Promise<RawRows> {
  const rows = await RawRows.read(app.db, app.clock.now());
  const { classId, memberId, childId, emptiedId } = whom(rows);
  const [closed] = rows.of('quarter_closings');
  const { schoolYear, quarter } = quarterOf(rows.dayBefore(0));
  const now = `${schoolYear}-q${quarter}`;
  const over = closed ? `${closed.school_year}-q${closed.quarter}` : now;
  await make(app, rows, [
    { who: 'amir', kind: 'class', classId, period: over },
    { who: 'amir', kind: 'pupil', studentId: memberId, period: over },
    { who: 'amir', kind: 'pupils', classId },
    { who: 'ruth', kind: 'school', period: now },
    { who: 'ruth', kind: 'subject', subject: 'math', period: over },
    { who: 'ruth', kind: 'class', classId: emptiedId, period: now },
    { who: 'dalia', kind: 'pupil', studentId: childId, period: `year-${schoolYear}` },
    { who: 'noa', kind: 'pupil', studentId: rows.idOf('noa') },
    { who: 'yossi', kind: 'region', region: 'haifa', period: now },
  ]);
  return RawRows.read(app.db, app.clock.now());
}

/** And again, of the days that pages show. */
export async function askForReportsAgain(app: TestApp): Promise<void> {
  const rows = await RawRows.read(app.db, app.clock.now());
  const { classId, childId } = whom(rows);
  await make(app, rows, [
    { who: 'amir', kind: 'class', classId },
    { who: 'ruth', kind: 'school' },
    { who: 'ruth', kind: 'subject', subject: 'science' },
    { who: 'dalia', kind: 'pupil', studentId: childId },
    { who: 'yossi', kind: 'region subject', subject: 'math', region: 'haifa' },
    { who: 'yossi', kind: 'region subject', subject: 'science', region: 'haifa' },
  ]);
}

async function make(app: TestApp, rows: RawRows, wishes: readonly Wish[]): Promise<void> {
  for (const { who, ...wish } of wishes) {
    const actor = await app.services.accounts.findActor(rows.idOf(who));
    if (!actor) throw new Error(`nobody is ${who}`);
    const days = { period: 'days', from: rows.dayBefore(27), to: rows.dayBefore(0) };
    await app.services.keptReports.ask(actor, { ...days, ...wish, locale: 'en' });
  }
  await app.reportWorker.runDue();
}

/** A class of Amir's, a child of Dalia's, and a class of Ruth's that somebody will leave. */
function whom(rows: RawRows) {
  const { class_id: classId } = rows.one(
    'classess_class_managers',
    (one) => one.class_manager_id === rows.idOf('amir'),
  );
  const { student_id: memberId } = rows.one('classes_students', (one) => one.class_id === classId);
  const { student_id: childId } = rows.one(
    'parents_students',
    (one) => one.parent_id === rows.idOf('dalia') && one.status === 'verified',
  );
  const school = rows.one('schools', (one) => one.school_manager_id === rows.idOf('ruth'));
  const ofRuth = new Set(rows.of('classes').flatMap((one) => (one.school_id === school.id ? [one.id] : [])));
  const other = rows.one('classes_students', (one) => ofRuth.has(one.class_id) && one.class_id !== classId);
  return { classId, memberId, childId: Number(childId), emptiedId: other.class_id };
}
