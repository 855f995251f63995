import { fromStored } from '../../../src/data/db/instants.ts';
import { machineTimeZone } from '../../../src/shared/calendar.ts';
import { formatFor } from '../../../src/web/i18n/format.ts';
import { messagesFor } from '../../../src/web/i18n/messages.ts';
import { PageFigures } from '../page-figures.ts';
import type { RawRow, RawRows } from '../raw-rows.ts';
import type { Recount } from '../recount.ts';
import { hasQuarter } from './quarters.ts';
import { schoolOf } from './school.ts';

const words = messagesFor('en').quarters;
const format = formatFor('en', machineTimeZone());
const HUMAN = ['investment', 'social'] as const;

interface Named {
  school_year: number;
  quarter: number;
}

const isOf = (one: Named, two: Named): boolean => one.school_year === two.school_year && one.quarter === two.quarter;

/** How far a class is with a quarter: its pupils, who sees it, and the scores that people have to say something of. */
function progressOf(rows: RawRows, members: readonly number[], quarter: Named) {
  const rowsOf = (kind: (typeof HUMAN)[number] | 'proficiency') =>
    rows.of(`quarter_${kind}_evaluations`).filter((one) => isOf(one, quarter) && members.includes(one.student_id));
  const pupils = new Set(rowsOf('proficiency').map((one) => one.student_id));
  const released = rows.of('quarter_releases').filter((one) => isOf(one, quarter) && pupils.has(one.student_id));
  const human = HUMAN.flatMap((kind) => {
    const all = rowsOf(kind);
    const givenIn = new Set(
      all.flatMap((one) => (one.source === 'class manager' ? [`${one.student_id}/${one.subject_name}`] : [])),
    );
    return all
      .filter(({ source }) => source === 'evaluator')
      .map((one) => ({ isGiven: givenIn.has(`${one.student_id}/${one.subject_name}`), score: one.score }));
  });
  return {
    pupils: pupils.size,
    released: released.length,
    human: human.length,
    given: human.filter(({ isGiven }) => isGiven).length,
    missing: human.filter(({ isGiven, score }) => !isGiven && score === null).length,
  };
}

/** What a closing made, and what of it took the place of something else. */
function madeBy(rows: RawRows, closing: RawRow<'quarter_closings'>) {
  const pupils = new Set(
    rows.of('students').flatMap((one) => (one.school_id === closing.school_id ? [one.user_id] : [])),
  );
  const all = (['proficiency', 'investment', 'social'] as const).flatMap((kind) =>
    rows
      .of(`quarter_${kind}_evaluations`)
      .filter((one) => one.source === 'evaluator' && isOf(one, closing) && pupils.has(one.student_id)),
  );
  const changed = rows.of('quarter_versions').filter((one) => one.closing_id === closing.id).length;
  return { made: closing.run === 1 ? all.length : 0, changed };
}

export const SCHOOL_QUARTER: Recount = {
  page: '/school/quarter',
  onlyIf: hasQuarter,
  who: 'ruth',
  count: (rows) => {
    const page = new PageFigures();
    const { school, classes } = schoolOf(rows, rows.idOf('ruth'));
    const closings = rows
      .of('quarter_closings')
      .filter((one) => one.school_id === school.id)
      .toSorted((a, b) => b.id - a.id);
    const [last] = closings;
    if (!last) throw new Error('no quarter of the school is closed');
    const rooms = classes
      .map((room) => ({ ...room, ...progressOf(rows, room.pupils, last) }))
      .filter(({ pupils }) => pupils > 0);
    const sum = (of: 'pupils' | 'released' | 'missing') => rooms.reduce((all, one) => all + one[of], 0);
    page.stat(words.state, [], []);
    page.stat(words.missingAll, [sum('missing')], []);
    page.stat(words.shown, [sum('released'), sum('pupils')], last.released_at === null ? [] : undefined);
    for (const { name, year, pupils, released, human, given, missing } of rooms) {
      const toSay = missing === 0 ? words.complete : words.toSay(missing);
      page.row(words.classes, `${name} (${year}) ${toSay}`, {
        [words.pupils]: [pupils],
        [words.human]: [given, human],
        [words.missingAll]: [missing],
        [words.shown]: [released, pupils],
      });
    }
    for (const closing of closings.filter((one) => isOf(one, last))) {
      const { made, changed } = madeBy(rows, closing);
      const asked = format.dateTime(fromStored(closing.asked_at));
      page.row(words.history, asked, { [words.counts]: [made, changed] });
      page.line([words.history, asked, words.state].join(' | '), closing.run === 1 ? [] : [closing.run]);
    }
    return [{ path: '/school/quarter', lines: true, figures: page.map }];
  },
};
