import { machineTimeZone } from '../../../src/shared/calendar.ts';
import { formatFor } from '../../../src/web/i18n/format.ts';
import { messagesFor } from '../../../src/web/i18n/messages.ts';
import { PageFigures } from '../page-figures.ts';
import type { RawRow, RawRows } from '../raw-rows.ts';
import type { Recount } from '../recount.ts';
import { addLessons, addQuarters, addSessions, addStandings, addTests, addWeek } from './pupil-parts.ts';
import { comingTests, homeWithin, lastStudied } from './pupil-rows.ts';
import { addLetter, addWeekInWords } from './week-in-words.ts';

const t = messagesFor('en');
const words = t.parent;
const format = formatFor('en', machineTimeZone());
const SESSIONS_SHOWN = 5;

const childrenOf = (rows: RawRows, parent: number): number[] =>
  rows
    .of('parents_students')
    .flatMap((one) => (one.parent_id === parent && one.status === 'verified' ? [one.student_id] : []))
    .toSorted((a, b) => (rows.nameOf(a) < rows.nameOf(b) ? -1 : 1));

export const CHILDREN: Recount = {
  page: '/children',
  who: 'dalia',
  count: (rows) => {
    const page = new PageFigures();
    for (const child of childrenOf(rows, rows.idOf('dalia'))) {
      const { sessions, activeMs } = homeWithin(rows, [child], 6, 0);
      const last = lastStudied(rows, child);
      const [test] = comingTests(rows, child);
      page.stat(words.weekLabel, sessions === 0 ? [] : [activeMs / 60_000], sessions === 0 ? undefined : [sessions]);
      page.stat(
        words.lastLabel,
        last === null ? '' : format.relativeDay(last, rows.now),
        last === null ? undefined : [],
      );
      page.stat(words.testLabel, test ? format.inDays(test.days) : [], test ? [] : undefined);
    }
    return [{ path: '/children', lines: true, figures: page.map }];
  },
};

/** The units that were worked on at home in the last seven days, and how their questions ended. */
function addStudied(page: PageFigures, rows: RawRows, pupil: number): void {
  const answers = rows
    .of('attempts')
    .filter(
      (one) =>
        one.student_id === pupil && one.home_session_id !== null && rows.dayOf(one.created_at) >= rows.dayBefore(6),
    );
  const count = (all: readonly RawRow<'attempts'>[], fits: (one: RawRow<'attempts'>) => boolean) =>
    all.filter(fits).length;
  const units = [...Map.groupBy(answers, (one) => `${one.course_id}/${one.unit_name}`).values()].map((all) => {
    const course = rows.one('courses', ({ id }) => id === all[0]?.course_id).name;
    const alone = count(all, ({ verdict, unaided }) => verdict === 'correct' && unaided === 1);
    const helped = count(all, ({ verdict, unaided }) => verdict === 'correct' && unaided !== 1);
    const shown = count(all, ({ verdict, revealed }) => verdict !== 'correct' && revealed === 1);
    return { name: `${all[0]?.unit_name} ${course}`, alone, helped, shown, all: alone + helped + shown };
  });
  for (const { name, all, alone, helped, shown } of units.filter((unit) => unit.all > 0)) {
    page.row(words.studiedCaption, name, {
      [t.report.questions]: [all],
      [t.report.outcomes.alone]: [alone],
      [t.report.outcomes.helped]: [helped],
      [t.report.outcomes.shown]: [shown],
    });
  }
}

export const CHILD: Recount = {
  page: '/children/:id',
  who: 'dalia',
  count: (rows) =>
    childrenOf(rows, rows.idOf('dalia')).map((child) => {
      const page = new PageFigures();
      addWeekInWords(page, rows, child);
      addLetter(page, rows, { parent: rows.idOf('dalia'), pupil: child });
      addWeek(page, rows, child, words.time);
      addStandings(page, rows, child);
      addStudied(page, rows, child);
      addTests(page, rows, child);
      addSessions(page, rows, child, SESSIONS_SHOWN);
      addLessons(page, rows, child);
      addQuarters(page, rows, child, 'released');
      return { path: `/children/${child}`, lines: true, figures: page.map };
    }),
};
