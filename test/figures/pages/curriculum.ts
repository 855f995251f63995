import { messagesFor } from '../../../src/web/i18n/messages.ts';
import { PageFigures } from '../page-figures.ts';
import type { RawRow, RawRows } from '../raw-rows.ts';
import type { PageToCount, Recount } from '../recount.ts';

const t = messagesFor('en');
const words = t.curriculum;

/** The courses of a supervisor's subjects: what each holds, drafts not with it, and what waits to be published. */
function pageOf(rows: RawRows, path: string, isListed: (course: RawRow<'courses'>) => boolean): PageToCount {
  const page = new PageFigures();
  for (const { id, name, draft_since: since } of rows.of('courses').filter(isListed)) {
    const isIn = (one: { course_id: number; archived_at: string | null }) =>
      one.course_id === id && one.archived_at === null;
    const units = rows.of('learning_units').filter((one) => isIn(one) && one.draft_since === null);
    const questions = rows.of('qas').filter(isIn);
    page.row(words.courses, since === null ? name : `${name} ${words.standings.new}`, {
      [words.units]: [units.length],
      [words.studyQuestions]: [questions.filter(({ type }) => type === 'for study').length],
      [words.testQuestions]: [questions.filter(({ type }) => type === 'for test').length],
      [words.waiting]: [rows.of('curriculum_drafts').filter((one) => one.course_id === id).length],
    });
  }
  return { path, lines: true, figures: page.map };
}

export const CURRICULUM: Recount = {
  page: '/region/curriculum',
  who: 'yossi',
  count: (rows) => {
    const own = new Set(
      rows
        .of('subjects_regional_supervisors')
        .flatMap((one) => (one.regional_supervisor_id === rows.idOf('yossi') ? [one.subject_name] : [])),
    );
    const isOwn = (one: RawRow<'courses'>) => own.has(one.subject_name) && one.archived_at === null;
    return [
      pageOf(rows, '/region/curriculum', isOwn),
      pageOf(rows, '/region/curriculum?subject=math', (one) => isOwn(one) && one.subject_name === 'math'),
    ];
  },
};
