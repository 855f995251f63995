import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { machineTimeZone } from '../../src/shared/calendar.ts';
import type { CourseView } from '../../src/shared/courses.ts';
import type { ChildProgressView } from '../../src/shared/family.ts';
import { percentOf } from '../../src/web/components/share.ts';
import { formatFor } from '../../src/web/i18n/format.ts';
import { messagesFor } from '../../src/web/i18n/messages.ts';
import { answerAllAgain, evaluateAllAgain } from '../support/count-again.ts';
import { readJson as json, readPage as page, type Reading } from '../support/read-page.ts';
import { openSample, type Sample, type SamplePupil } from '../support/sample-people.ts';

const t = messagesFor('en');
const format = formatFor('en', machineTimeZone());

let sample: Sample;
let everybody: SamplePupil[];

before(async () => {
  sample = await openSample();
  everybody = sample.everybody;
});
after(() => sample.close());

const completed = ({ units }: Pick<CourseView, 'units'>) => units.filter(({ state }) => state === 'completed').length;
const completedOf = (course: CourseView) => t.words.unitsMastered(completed(course), course.units.length);
const courseLine = (course: CourseView) => t.report.courseLine(completedOf(course), format.percent(course.progress));

test('a pupil, their parent and their class manager read the same progress and mastery on every page, and programs too', async () => {
  for (const { id, name, pupil, parent, classManager } of everybody) {
    const { courses } = await json<{ courses: CourseView[] }>(pupil, '/progress');
    const child = await json<ChildProgressView>(parent, `/children/${id}/progress`);
    assert.deepEqual(child.courses, courses);
    assert.deepEqual(await json(pupil, '/courses'), courses);
    const own = await page(pupil, '/courses');
    const today = await page(pupil, '/');
    for (const course of courses) {
      assert.deepEqual(await json(pupil, `/courses/${course.id}`), course);
      const beads = t.courses.beads(course.name, completedOf(course));
      for (const reading of [own, today]) assert.ok(reading.pictures.includes(beads), `${name}: ${beads}`);
      readsAs(await page(pupil, `/courses/${course.id}`), course);
    }
    for (const reading of [await page(parent, `/children/${id}`), await page(classManager, `/class/students/${id}`)]) {
      const lines =
        reading
          .section('courses')
          ?.elements('li')
          .map(({ text }) => text) ?? [];
      assert.deepEqual(
        lines,
        courses.map((course) => `${course.name} ${courseLine(course)}`),
      );
      standsAs(reading, courses, child);
    }
    const line = (await page(classManager, '/class')).rows.find((row) => row[t.staff.pupil] === name);
    const units = courses.reduce((sum, course) => sum + course.units.length, 0);
    const mastered = courses.reduce((sum, course) => sum + completed(course), 0);
    assert.equal(line?.[t.staff.mastered], t.staff.masteredOf(mastered, units), name);
  }
});

/** The page of a course says of each unit what programs are told. */
function readsAs(reading: Reading, course: CourseView): void {
  const { figures, meters } = reading;
  assert.equal(
    figures.get(t.courses.progress),
    course.progress > 0 ? format.percent(course.progress) : t.courses.notStarted,
  );
  assert.equal(figures.get(t.courses.mastered), t.words.unitsOf(completed(course), course.units.length));
  for (const [index, unit] of course.units.entries()) {
    const { text } = reading.within(`unit-${index + 1}`);
    const { progress, state, dueForReview, questionsDue } = unit;
    const bar = progress > 0 && state !== 'completed' ? percentOf(progress) : undefined;
    assert.equal(meters.get(t.courses.progressIn(unit.name)), bar, unit.name);
    for (const words of [unit.name, unit.words, unit.certaintyWords])
      assert.ok(text.includes(words), `${words}: ${text}`);
    assert.equal(text.includes(t.words.mastery({ key: 'mastery.none', params: {} })), unit.answers === 0);
    assert.equal(text.includes(` ${t.courses.dueForReview} `), dueForReview, text);
    assert.equal(text.includes(t.courses.questionsDue(questionsDue)), questionsDue > 0, text);
  }
}

/** What parents and staff read of how well each unit is known is what programs are told. */
function standsAs(reading: Reading, courses: readonly CourseView[], { strong, weak }: ChildProgressView): void {
  const standing = reading.section('standing');
  assert.ok(standing);
  const said = standing.elements('li').map(({ text }) => text);
  const answered = courses.flatMap(({ name, units }) =>
    units.filter(({ answers }) => answers > 0).map((unit) => ({ ...unit, course: name })),
  );
  for (const { name, course, mastery, certaintyWords } of answered) {
    const begins = `${name} ${t.report.chance(format.percent(mastery))} ${course} `;
    assert.ok(
      said.some((line) => line.startsWith(begins) && line.endsWith(certaintyWords)),
      `${begins}… ${certaintyWords}`,
    );
  }
  assert.equal(said.length, answered.length);
  const groups = standing.groups('h3');
  assert.deepEqual(
    groups.get(t.report.words.strong) ?? [],
    strong.map(({ name }) => name),
  );
  assert.deepEqual(
    groups.get(t.report.words.weak) ?? [],
    weak.map(({ name }) => name),
  );
}

test('the week of a pupil is the same week on every page', async () => {
  for (const { id, name, pupil, parent, classManager } of everybody) {
    const { week } = await json<ChildProgressView>(parent, `/children/${id}/progress`);
    const none = week.sessions === 0;
    const said = (reading: Reading) => reading.section('week')?.elements('p')[0]?.text ?? '';
    const atHome = said(await page(parent, `/children/${id}`));
    const time = / in /.test(atHome) ? (atHome.split(' in ')[0] ?? '') : '';
    assert.equal(atHome, none ? t.report.weekNone : t.report.weekTotal(time, week.sessions));
    assert.equal(said(await page(classManager, `/class/students/${id}`)), atHome);
    assert.equal(said(await page(pupil, '/')), atHome);
    const line = (await page(classManager, '/class')).rows.find((row) => row[t.staff.pupil] === name);
    assert.equal(line?.[t.staff.weekColumn], none ? t.report.nothing : `${time} ${t.staff.inSessions(week.sessions)}`);
    const cards = (await page(parent, '/children')).elements('article');
    const card = cards.find(({ links }) => links.includes(`/children/${id}`));
    assert.equal(card?.figures.get(t.parent.weekLabel), none ? t.parent.weekNone : time);
    const minutes = week.days.reduce((sum, { activeMinutes }) => sum + activeMinutes, 0);
    assert.ok(
      Math.abs(minutes - week.activeMinutes) <= week.days.length,
      `${minutes} and ${week.activeMinutes} minutes`,
    );
  }
});

// After a correction the pupils who gave the answers are counted again, by the difficulties as everybody's answers left them.
test('counted again from all answers, everything comes to what the pages say, where no key was corrected since', async (t) => {
  const plain = await openSample({ corrected: false });
  t.after(() => plain.close());
  const said = await allProgress(plain);
  assert.equal(await evaluateAllAgain(plain.app.db), 0, 'scores that changed');
  assert.ok((await answerAllAgain(plain.app.db)) > 300);
  assert.deepEqual(await allProgress(plain), said);
});

/** The progress of everybody as programs are told it, to nine digits. */
async function allProgress({ everybody: pupils }: Sample): Promise<unknown[]> {
  const all: unknown[] = [];
  for (const { pupil } of pupils) {
    const told = await json(pupil, '/progress');
    all.push(
      JSON.parse(JSON.stringify(told, (_key, value) => (typeof value === 'number' ? Number(value.toFixed(9)) : value))),
    );
  }
  return all;
}
