import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Beads } from './beads.tsx';
import { WeekStrip } from './charts/week-strip.tsx';
import { Choices } from './choices.tsx';
import { SelectField, TextArea, TextField } from './field.tsx';
import { Meter } from './meter.tsx';
import { Pager } from './pager.tsx';
import { RichText } from './rich-text.tsx';
import { percentOf, widthClass } from './share.ts';
import { Stats } from './stat.tsx';
import { Table } from './table.tsx';

const html = (node: VNode) => renderToString(node);
const NASTY = '"><script>alert(1)</script>';

test('what people wrote is shown as they wrote it, and never becomes part of the page', () => {
  for (const page of [
    <TextField name="n" label={NASTY} hint={NASTY} problem={NASTY} value={NASTY} />,
    <TextArea name="n" label="l" value={`</textarea>${NASTY}`} />,
    <SelectField name="n" label="l" value={NASTY} options={[{ value: NASTY, label: NASTY }]} />,
    <Choices name="n" label={NASTY} choices={[{ value: NASTY, label: NASTY, note: NASTY }]} chosen={[]} />,
    <Beads beads={[]} label={NASTY} />,
    <Table caption={NASTY} columns={[{ title: NASTY, cell: () => NASTY }]} rows={[1]} rowKey={(row) => row} />,
    <RichText text={NASTY} />,
  ]) {
    const shown = html(page);
    assert.doesNotMatch(shown, /<script/i);
    assert.equal(shown.match(/<\/textarea>/g)?.length ?? 0, shown.includes('<textarea') ? 1 : 0);
  }
});

test('no component uses a style attribute, which the policy of the pages forbids', () => {
  const pages = [
    <Meter share={0.4} label="m" />,
    <Beads beads={[{ progress: 0.4 }, { progress: 1, now: true }]} label="b" />,
    <WeekStrip {...week([30, 0, 95])} />,
  ];
  for (const page of pages) assert.doesNotMatch(html(page), / style=/);
});

test('a wrong field keeps what was written and says beside it what is wrong', () => {
  const field = html(
    <TextField name="age" label="Age" hint="In years" value="many" problem="Please write a number." />,
  );
  assert.match(field, /value="many"/);
  assert.match(field, /aria-invalid="true"/);
  assert.match(field, /aria-describedby="age-hint age-problem"/);
  assert.match(field, /id="age-problem".*Please write a number\./);
});

test('a field without a problem is not marked as wrong', () => {
  const field = html(<TextField name="age" label="Age" />);
  assert.doesNotMatch(field, /aria-invalid|aria-describedby|problem/);
});

test('of choices the chosen ones are checked, and only those', () => {
  const choices = ['a', 'b', 'c'].map((value) => ({ value, label: value }));
  const one = html(<Choices name="n" label="l" choices={choices} chosen={['b']} />);
  assert.equal(one.match(/type="radio"/g)?.length, 3);
  assert.match(one, /value="b" checked/);
  assert.equal(one.match(/ checked/g)?.length, 1);
  const several = html(<Choices name="n" label="l" choices={choices} chosen={['a', 'c']} several />);
  assert.equal(several.match(/type="checkbox"/g)?.length, 3);
  assert.equal(several.match(/ checked/g)?.length, 2);
});

test('what was begun never looks like nothing, and what is not done never looks done', () => {
  assert.equal(widthClass(0), 'w-0');
  assert.equal(widthClass(0.001), 'w-5');
  assert.equal(widthClass(0.5), 'w-50');
  assert.equal(widthClass(0.999), 'w-95');
  assert.equal(widthClass(1), 'w-100');
  assert.equal(widthClass(Number.NaN), 'w-0');
  assert.deepEqual([0, 0.001, 0.355, 0.999, 1].map(percentOf), [0, 1, 36, 99, 100]);
});

test('beads say in words what they show', () => {
  const beads = html(<Beads beads={Array.from({ length: 40 }, () => ({ progress: 0.3 }))} label="Algebra: 4 of 40" />);
  assert.match(beads, /role="img" aria-label="Algebra: 4 of 40"/);
  assert.equal(beads.match(/bead w-30/g)?.length, 40);
});

test('a number that is not there says why instead', () => {
  const stats = html(
    <Stats
      stats={[
        { label: 'Grade', value: null, note: 'no tests yet' },
        { label: 'Time', value: '2 h' },
      ]}
    />,
  );
  assert.match(stats, /<dd class="none">no tests yet<\/dd>/);
  assert.doesNotMatch(stats, />0</);
});

test('a table names its rows and columns, and its numbers stand at the end', () => {
  const table = html(
    <Table
      caption="Tests"
      rows={[{ id: 1, name: 'Quiz', grade: 80 }]}
      rowKey={(row) => row.id}
      columns={[
        { title: 'Test', cell: (row) => row.name, heads: true },
        { title: 'Grade', cell: (row) => row.grade, numeric: true },
      ]}
    />,
  );
  assert.match(table, /<caption>Tests<\/caption>/);
  assert.match(table, /<th scope="col">Test<\/th><th scope="col" class="n">Grade<\/th>/);
  assert.match(table, /<th scope="row">Quiz<\/th><td class="n">80<\/td>/);
});

function week(minutes: number[], rtl = false) {
  const days = minutes.map((one, index) => ({
    key: String(index),
    label: `d${index}`,
    fullLabel: `day ${index}`,
    minutes: one,
    text: one === 0 ? 'nothing' : `${one} min`,
  }));
  return {
    id: 'w',
    title: 'Week',
    description: 'So it was.',
    days,
    rtl,
    table: { summary: 'As a table', day: 'Day', time: 'Time' },
  };
}

/** Left edge and height of each day's column, by label. */
function columnsOf(svg: string) {
  const rects = [...svg.matchAll(/<rect class="(\w+)" x="([\d.]+)" y="[\d.]+" width="[\d.]+" height="([\d.]+)"/g)];
  return rects.map(([, look, x, height]) => ({ look, x: Number(x), height: Number(height) }));
}

test('a longer day has a higher column, a day without study has none, and a table says the same', () => {
  const chart = html(<WeekStrip {...week([30, 0, 60])} />);
  const [first, second, third] = columnsOf(chart);
  assert.ok(first && second && third);
  assert.equal(second.look, 'floor');
  assert.ok(Math.abs(third.height - 2 * first.height) < 0.2);
  assert.match(chart, /<title id="w-title">Week<\/title><desc id="w-text">So it was\.<\/desc>/);
  assert.match(chart, /<th scope="row">day 1<\/th><td class="n">nothing<\/td>/);
});

test('the days of the week run from right to left where text does', () => {
  const [first, , last] = columnsOf(html(<WeekStrip {...week([1, 2, 3], true)} />));
  assert.ok(first && last && first.x > last.x);
});

test('a list on one page has no pager', () => {
  assert.equal(html(<Pager label="Pages" newer={null} older={null} />), '');
  assert.match(
    html(<Pager label="Pages" newer={null} older={{ href: '?before=3', text: 'Older' }} />),
    /href="\?before=3"/,
  );
});
