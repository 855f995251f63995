import { fromStored, type StoredInstant } from '../../../src/data/db/instants.ts';
import { machineTimeZone } from '../../../src/shared/calendar.ts';
import { formatFor } from '../../../src/web/i18n/format.ts';
import { messagesFor } from '../../../src/web/i18n/messages.ts';
import { PageFigures } from '../page-figures.ts';
import type { RawRow, RawRows } from '../raw-rows.ts';
import type { Counted, Recount } from '../recount.ts';
import { isFew } from '../region-scope.ts';

const t = messagesFor('en');
const words = t.staff;
const desk = t.desk;
const format = formatFor('en', machineTimeZone());
const DAY = 86_400_000;
const PUBLICATIONS_SHOWN = 6;

const at = (stored: string | null): number => (stored === null ? Number.NaN : fromStored(stored as StoredInstant));
const some = (count: number): Counted => (count === 0 ? [] : [count]);
/** Nobody at all is told of, and so are ten and more. */
const unlessFew = (count: number): Counted => (count > 0 && isFew(count) ? [] : [count]);
const peopleIn = (all: readonly { student_id: number }[]): number => new Set(all.map((one) => one.student_id)).size;

/** What there is of a subject, as pupils have it, and what is under way. */
function addContent(page: PageFigures, rows: RawRows, subject: string): void {
  const courses = new Set(
    rows.of('courses').flatMap((one) => (one.subject_name === subject && one.archived_at === null ? [one.id] : [])),
  );
  const shown = rows.of('courses').filter((one) => courses.has(one.id) && one.draft_since === null);
  const units = rows
    .of('learning_units')
    .filter((one) => courses.has(one.course_id) && one.archived_at === null && one.draft_since === null);
  const questions = rows.of('qas').filter((one) => courses.has(one.course_id) && one.archived_at === null);
  const drafts = rows.of('curriculum_drafts').filter((one) => courses.has(one.course_id));
  const open = rows.of('question_reports').filter((one) => one.state === 'open');
  const reported = new Set(open.map((one) => one.qa_id).filter((id) => courses.has(courseOf(rows, id))));
  page.stat(words.courses, some(shown.length));
  page.stat(words.units, some(units.length));
  page.stat(words.studyQuestions, some(questions.filter(({ type }) => type === 'for study').length));
  page.stat(words.testQuestions, some(questions.filter(({ type }) => type === 'for test').length));
  page.stat(words.drafts, some(drafts.length));
  page.stat(words.reported, some(reported.size));
}

const courseOf = (rows: RawRows, qaId: number): number => rows.one('qas', ({ id }) => id === qaId).course_id;

/** Tests since the half of the school year began. Grades are told of schools in which ten and more have one. */
function addTests(page: PageFigures, rows: RawRows, subject: string, schoolOf: ReadonlyMap<number, number>): void {
  const sittings = rows.of('tests_students').filter((one) => {
    const test = rows.one('tests', ({ id }) => id === one.test_id);
    const since = rows.dayOf(one.date) >= termOf(rows);
    return since && schoolOf.has(one.student_id) && rows.subjectOf(test.course_id) === subject;
  });
  page.stat(desk.subjectTests, some(new Set(sittings.map((one) => one.test_id)).size));
  const coming = sittings.filter((one) => one.phase === 'not begun' && at(one.deadline ?? one.date) >= rows.now);
  page.stat(desk.comingPupils, isFew(peopleIn(coming)) ? [] : [peopleIn(coming)]);
  const graded = sittings.filter((one) => one.phase === 'released' && one.final_grade !== null);
  const told = [...Map.groupBy(graded, (one) => schoolOf.get(one.student_id)).values()]
    .filter((own) => !isFew(peopleIn(own)))
    .flat();
  const mean = told.reduce((sum, one) => sum + Number(one.final_grade), 0) / told.length;
  // A grade is one of a hundred.
  if (told.length === 0) page.stat(desk.released, []);
  else page.stat(desk.released, [mean, 100], [peopleIn(told)]);
}

/** The first day of this half of the school year: of the quarters that begin in September and in February. */
export function termOf(rows: RawRows): string {
  const [year = 0, month = 0] = rows.dayBefore(0).split('-').map(Number);
  return month >= 9 ? `${year}-09-01` : month === 1 ? `${year - 1}-09-01` : `${year}-02-01`;
}

/** What pupils of each school studied in a subject at home in thirty days, sessions that are under way too. */
function addSchools(page: PageFigures, rows: RawRows, subject: string, region: string): void {
  const caption = words.schoolsCaption(t.words.subject(subject), words.region(region));
  const schools = rows.of('schools').filter((one) => one.region === region);
  const found = schools
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((school) => {
      const own = new Set(rows.of('students').flatMap((one) => (one.school_id === school.id ? [one.user_id] : [])));
      const enrolled = rows
        .of('courses_students')
        .filter((one) => own.has(one.student_id) && rows.subjectOf(one.course_id) === subject);
      const places = rows.of('home_sessions_students').flatMap((place) => {
        const session = rows.one('home_hours_study_sessions', ({ id }) => id === place.home_session_id);
        const isIn = own.has(place.student_id) && rows.subjectOf(session.course_id) === subject;
        const isBegun = session.status !== 'cancelled' && session.status !== 'pending';
        const since = at(session.start_time) >= rows.now - 30 * DAY && at(session.start_time) <= rows.now;
        return isIn && isBegun && since ? [{ ...place, ms: lengthOf(rows, session) }] : [];
      });
      const ms = places.reduce((sum, one) => sum + one.ms, 0);
      const one = {
        name: school.name,
        pupils: peopleIn(enrolled),
        active: peopleIn(places),
        sessions: places.length,
        ms,
      };
      return enrolled.length === 0 ? [] : [one];
    });
  const isTold = ({ pupils, active }: (typeof found)[number]) => !isFew(pupils) && (active === 0 || !isFew(active));
  for (const one of found) {
    const time = isTold(one) ? [[one.sessions], [one.ms / 60_000]] : [[], []];
    page.row(caption, one.name, {
      [words.enrolled]: unlessFew(one.pupils),
      [words.active]: isFew(one.pupils) ? [] : unlessFew(one.active),
      [words.sessions]: time[0] ?? [],
      [words.time]: time[1] ?? [],
    });
  }
  const large = found.filter(({ pupils }) => !isFew(pupils));
  const sum = (of: (one: (typeof found)[number]) => number, all = large.filter(isTold)) =>
    all.reduce((total, one) => total + of(one), 0);
  const title = words.regionPart(t.words.subject(subject), words.region(region));
  if (large.length > 1) {
    const together = [sum(({ sessions }) => sessions), sum(({ ms }) => ms / 60_000)];
    page.line(title, [large.length, sum(({ pupils }) => pupils, large), ...together]);
  }
  const without = schools.length - found.length;
  if (without > 0) page.line(title, words.withoutPupils(without));
}

function lengthOf(rows: RawRows, session: RawRow<'home_hours_study_sessions'>): number {
  const end = session.end_time === null ? rows.now : at(session.end_time);
  const pauses = rows.of('home_hours_study_session_pauses').filter((one) => one.home_session_id === session.id);
  const paused = pauses.reduce(
    (sum, one) => sum + (one.end_time === null ? end : at(one.end_time)) - at(one.start_time),
    0,
  );
  return end - at(session.start_time) - paused;
}

/** How long questions that were reported wait. */
function addReports(page: PageFigures, rows: RawRows, subject: string, title: string): void {
  const open = rows.of('question_reports').filter((one) => one.state === 'open');
  const own = open.filter((one) => rows.subjectOf(courseOf(rows, one.qa_id)) === subject);
  const since = [...Map.groupBy(own, (one) => one.qa_id).values()].map((all) =>
    Math.min(...all.map((one) => at(one.created_at))),
  );
  if (since.length === 0) return;
  const ages = since.map((one) => (rows.now - one) / DAY);
  const among = (least: number, most: number) => ages.filter((age) => age > least && age <= most).length;
  const said = desk.reports(
    among(-1, 7),
    among(7, 30),
    among(30, Number.POSITIVE_INFINITY),
    format.day(Math.min(...since)),
  );
  page.line(title, said);
}

/** What waits to be published in these subjects, and what was published last. */
function addDesk(page: PageFigures, rows: RawRows, subjects: ReadonlySet<string>): void {
  const own = rows.of('courses').filter((one) => subjects.has(one.subject_name) && one.archived_at === null);
  for (const { id, name } of own) {
    const drafts = rows.of('curriculum_drafts').filter((one) => one.course_id === id).length;
    if (drafts > 0) page.line(`${desk.drafts} | ${name}`, [drafts]);
  }
  const published = rows
    .of('curriculum_publications')
    .filter((one) => own.some(({ id }) => id === one.course_id))
    .toSorted((a, b) => at(b.published_at) - at(a.published_at) || b.id - a.id);
  for (const { course_id: course, number } of published.slice(0, PUBLICATIONS_SHOWN)) {
    page.line(`${desk.publications} | ${rows.one('courses', ({ id }) => id === course).name}`, [number]);
  }
}

export const REGION: Recount = {
  page: '/region',
  who: 'yossi',
  count: (rows) => {
    const page = new PageFigures();
    page.line('page', [30]);
    const own = rows
      .of('subjects_regional_supervisors')
      .filter((one) => one.regional_supervisor_id === rows.idOf('yossi'));
    const there = new Set(rows.of('users').flatMap((one) => (one.disabled_at === null ? [one.id] : [])));
    for (const { subject_name: subject, region } of own) {
      const schools = new Set(rows.of('schools').flatMap((one) => (one.region === region ? [one.id] : [])));
      const pupils = rows.of('students').filter((one) => schools.has(one.school_id) && there.has(one.user_id));
      addContent(page, rows, subject);
      addTests(page, rows, subject, new Map(pupils.map((one) => [one.user_id, one.school_id])));
      addReports(page, rows, subject, words.regionPart(t.words.subject(subject), words.region(region)));
      addSchools(page, rows, subject, region);
    }
    addDesk(page, rows, new Set(own.map((one) => one.subject_name)));
    return [{ path: '/region', figures: page.map, lines: true, told: [] }];
  },
};
