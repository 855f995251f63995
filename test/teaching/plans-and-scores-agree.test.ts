import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type * as z from 'zod';
import { civilDay, machineTimeZone } from '../../src/shared/calendar.ts';
import type { AssignmentView, PrioritizedCourseView, whatIf } from '../../src/shared/courses.ts';
import type { EvaluationsView } from '../../src/shared/evaluations.ts';
import type { PastSessionView } from '../../src/shared/history.ts';
import { DAY, MINUTE } from '../../src/shared/instant.ts';
import { percentOf } from '../../src/web/components/share.ts';
import { formatFor } from '../../src/web/i18n/format.ts';
import { messagesFor } from '../../src/web/i18n/messages.ts';
import type { Client } from '../support/client.ts';
import { readJson as json, readPage as page, type Reading } from '../support/read-page.ts';
import { openSample, type Sample, type SamplePupil } from '../support/sample-people.ts';

const t = messagesFor('en');
const format = formatFor('en', machineTimeZone());

/** Of each pupil's sessions so many are read one by one; lists are read whole. */
const SESSIONS = 3;

let sample: Sample;
let everybody: SamplePupil[];

before(async () => {
  sample = await openSample();
  everybody = sample.everybody;
});
after(() => sample.close());

test('what to study is one plan: on Today, on its own page, in the API, and on another day', async () => {
  for (const { pupil, name } of everybody) {
    const order = await json<PrioritizedCourseView[]>(pupil, '/courses/prioritized');
    const { planned } = await json<WhatIf>(pupil, '/study-plan');
    assert.deepEqual(planned.order, order);
    assert.equal(planned.course?.id, order[0]?.course.id, 'every course of the sample has units');
    const assigned = `/courses/${planned.course?.id}/assignment?minutes=${planned.session.totalMinutes}`;
    assert.deepEqual((await json<AssignmentView>(pupil, assigned)).units, planned.session.units);
    const today = await page(pupil, '/');
    const [first] = order;
    assert.ok(first, name);
    const { units, totalMinutes } = planned.session;
    const time = format.duration(totalMinutes * MINUTE);
    assert.ok(today.text.includes(t.today.planned(first.course.name, units.length, time)), name);
    assert.ok(today.text.includes(units[0]?.name ?? '?'), name);
    const own = await page(pupil, '/study/plan');
    const sheet = own.section('as-it-is');
    assert.ok(sheet);
    showsPlan(sheet, planned);
    assert.ok(own.section('how')?.text.includes(t.plan.total(first.course.name, points(first.score))), name);
    for (const moved of await movedTests(pupil)) {
      const { imagined } = await json<WhatIf>(pupil, `/study-plan?${moved}`);
      const shown = (await page(pupil, `/study/plan?${moved}`)).section('imagined');
      assert.ok(imagined && shown, moved);
      showsPlan(shown, imagined);
    }
  }
});

type WhatIf = z.infer<typeof whatIf>;
const points = (share: number) => String(Math.round(share * 100));

/** A sheet with a plan says what programs are told of it. */
function showsPlan(sheet: Reading, plan: WhatIf['planned']): void {
  const { text } = sheet;
  for (const unit of plan.session.units) {
    assert.ok(text.includes(`${unit.name} ${unit.why} ${format.duration(unit.minutes * MINUTE)}`), unit.why);
  }
  for (const outlook of plan.outlooks) {
    assert.ok(text.includes(t.plan.lift(format.percent(outlook.without), format.percent(outlook.with))), text);
  }
  for (const { score } of plan.order) assert.ok(text.includes(t.plan.points(points(score))), text);
}

/** The pupil's next test on the day before and after a month, as the page asks. */
async function movedTests(pupil: Client): Promise<string[]> {
  const { planned } = await json<WhatIf>(pupil, '/study-plan');
  // One that is under way cannot be moved.
  const test = planned.outlooks.find((outlook) => outlook.test !== null && outlook.days > 0)?.test;
  const later = civilDay(sample.app.clock.now() + 30 * DAY, machineTimeZone());
  return [...(test ? [`test=${test.id}&date=${later}`] : []), 'minutes=75'];
}

/** The newest sessions on a page, and the ones before them. */
async function listedAt(reader: Client, path: string) {
  const newest = (await page(reader, path)).section('sessions');
  const older = newest?.links.find((link) => link.includes('before='));
  const before = older === undefined ? null : (await page(reader, older)).section('sessions');
  return [...(newest?.rows ?? []), ...(before?.rows ?? [])];
}

test('a score is the same wherever it stands', async () => {
  for (const { id, name, pupil, parent, classManager } of everybody) {
    const sessions = await json<PastSessionView[]>(pupil, '/history?limit=100');
    assert.deepEqual(await json(parent, `/children/${id}/sessions?limit=100`), sessions);
    const lists = [
      { base: `/study/home`, rows: (await page(pupil, '/history')).rows },
      { base: `/children/${id}/sessions`, rows: await listedAt(parent, `/children/${id}`) },
      { base: `/class/students/${id}/sessions`, rows: await listedAt(classManager, `/class/students/${id}`) },
    ];
    const done = sessions.filter(({ status }) => status === 'completed');
    for (const session of done.slice(0, 9)) {
      for (const { base, rows } of lists) {
        const path = `${base}/${session.id}`;
        const row = rows?.find(({ links }) => links.some((link) => link === path || link.startsWith(`${path}/`)));
        assert.ok(row, `${name}: session ${session.id} in ${base}`);
        listsScores(row, session);
      }
    }
    const results = (await page(pupil, '/')).section('recent')?.elements('li') ?? [];
    for (const result of results) {
      const session = sessions.find((one) => result.links.includes(`/study/home/${one.id}/summary`));
      assert.ok(session, result.text);
      const { score } = evaluatorsOf(session, 'proficiency');
      assert.ok(result.text.endsWith(score === null ? t.today.tooLittle : t.today.score(score)), result.text);
    }
    for (const session of done.slice(0, SESSIONS)) {
      assert.deepEqual(await json(pupil, `/study-sessions/home/${session.id}/evaluations`), session.evaluation);
      await readsTheSame(session, [
        await page(pupil, `/study/home/${session.id}/summary`),
        await page(parent, `/children/${id}/sessions/${session.id}`),
        await page(classManager, `/class/students/${id}/sessions/${session.id}`),
      ]);
    }
  }
});

const KINDS = ['proficiency', 'investment'] as const;
type Kind = (typeof KINDS)[number];

function evaluatorsOf({ evaluation }: PastSessionView, kind: Kind): EvaluationsView['evaluations'][number] {
  const found = evaluation?.evaluations.find((one) => one.kind === kind && one.source === 'evaluator');
  assert.ok(found);
  return found;
}

/** A line of a list says of both kinds what the evaluator gave, in the pupil's list and in the others'. */
function listsScores(row: Record<string, unknown>, session: PastSessionView): void {
  for (const kind of KINDS) {
    const { score } = evaluatorsOf(session, kind);
    const result = row[t.study.result];
    if (typeof result === 'string') {
      const short = score === null ? (t.study.reasonsShort['too little evidence'] ?? '') : t.study.score(score);
      assert.ok(result.includes(`${t.study[kind]}: ${short}`), `${short}: ${result}`);
      assert.equal(result.split(`${t.study[kind]}: `).length, 2, `one score of ${kind}: ${result}`);
    } else {
      assert.equal(row[t.report[kind]], score === null ? t.report.tooLittle : t.report.score(String(score)));
    }
  }
}

/** What came of a session, on the pupil's page and on the others'. */
async function readsTheSame(session: PastSessionView, pages: readonly Reading[]): Promise<void> {
  for (const kind of KINDS) {
    const { score, confidence, reason } = evaluatorsOf(session, kind);
    for (const reading of pages) {
      const sheet = reading.section(kind) ?? reading.section(`${kind}-evaluator`);
      const text = sheet?.text ?? '';
      assert.ok(text.includes(score === null ? t.study.noScore : t.study.score(score)), text);
      if (score !== null) assert.ok(text.includes(t.study.confidence(percentOf(confidence))), text);
      assert.equal(
        text.includes(t.report.reasons['too little evidence'] ?? '-'),
        reason !== null && sheet !== null,
        text,
      );
    }
  }
  const [own, ...others] = pages.map((reading) => ({
    facts: [...(reading.section('facts')?.figures.values() ?? [])].map(Number),
    moved: (reading.section('units') ?? reading.section('moved'))?.elements('li').map(({ text }) => text) ?? [],
  }));
  for (const other of others) {
    assert.deepEqual(other.facts.length === 0 ? [0, 0, 0] : other.facts, own?.facts);
    assert.deepEqual(other.moved, own?.moved);
  }
}
