import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { KeptReportRepo, type NewReport } from '../../src/data/kept-reports/kept-report.repo.ts';
import { canary } from './matrix.ts';
import type { Owner } from './records.ts';

/** Reports that were made: of the pupil, of all pupils of the class, and of the subject in its region. Of a pupil who is gone the last two are nobody's. */
export interface KeptReportIds {
  ofPupil: number;
  ofClass: number;
  ofSubject: number;
}

const NOBODYS = 999_999;

export async function addKeptReports(db: DatabaseManager, owner: Owner): Promise<KeptReportIds> {
  const { target, pupil, classId, schoolId, now } = owner;
  const reports = new KeptReportRepo(db);
  const course = canary(target, 'course');
  const units = [{ name: 'A unit', word: 'strong' as const, mastery: 0.9, answers: 5 }];
  const figures = [{ kind: 'units' as const, courses: [{ name: course, subject: 'math', progress: 1, units }] }];
  const report = (what: Partial<NewReport> & Pick<NewReport, 'kind'>): NewReport => ({
    schoolId: null,
    classId: null,
    studentId: null,
    subject: null,
    region: null,
    period: 'days',
    firstDay: '2026-01-01',
    lastDay: '2026-01-31',
    locale: 'en',
    madeBy: null,
    requestKey: `${what.kind} ${target}`,
    askedAt: now,
    made: { figures, metricsVersion: 1, at: now },
    ...what,
  });
  const { id: ofPupil } = await reports.add(report({ kind: 'pupil', studentId: pupil, classId, schoolId }));
  const { id: ofClass } = await reports.add(report({ kind: 'pupils', classId, schoolId }));
  const nothing = { made: { figures: [], metricsVersion: 1, at: now } };
  const subject = { kind: 'region subject' as const, subject: 'math', region: 'north', ...nothing };
  const { id: ofSubject } = await reports.add(report(subject));
  return { ofPupil, ofClass: target === 'deleted' ? NOBODYS : ofClass, ofSubject };
}
