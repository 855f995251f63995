import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { formatFor } from '../../i18n/format.ts';
import { messagesFor } from '../../i18n/messages.ts';
import { withPage } from '../../page-context.ts';
import { Distribution } from './distribution.tsx';
import { LineChart } from './line-chart.tsx';
import { labelled, PlotScale, ticksFor } from './scale.ts';
import { SmallMultiples } from './small-multiples.tsx';

const page = {
  actor: null,
  locale: 'en' as const,
  t: messagesFor('en'),
  format: formatFor('en', 'UTC'),
  path: '/',
  assets: { folder: '', url: (source: string) => source },
};
const html = (make: () => VNode) => withPage(page, () => renderToString(make()));

const NASTY = '"><script>alert(1)</script>';
const words = { title: 'Right answers', description: 'Of first answers.', heading: 'Week' };
const point = (value: number | null, error?: number) => ({
  value,
  text: value === null ? 'none yet' : `${value}`,
  error,
});
const labels = (n: number) => Array.from({ length: n }, (_, i) => ({ short: `w${i}`, full: `week ${i}` }));
const ticks = [0, 0.5, 1];
const tick = String;

const lines = (...series: { name: string; points: ReturnType<typeof point>[] }[]) =>
  html(() => <LineChart {...words} {...{ series, ticks, tick }} labels={labels(series[0]?.points.length ?? 0)} />);
/** The outlines of this kind, by series. */
const drawn = (chart: string, look: string) =>
  [...chart.matchAll(new RegExp(`<path class="${look}" d="([^"]*)"`, 'g'))].map(([, d]) => d ?? '');

test('a line rises with its values and has a gap where there is none', () => {
  const chart = lines({ name: 'right', points: [point(0), point(1), point(null), point(0.5)] });
  assert.deepEqual(drawn(chart, 'line'), ['M75,200L225,0M525,100Z']);
  assert.deepEqual(
    drawn(chart, 'dots'),
    ['M75 200h0M225 0h0M525 100h0'],
    'a value alone between gaps is still a point',
  );
  assert.match(chart, /role="img" aria-label="Right answers\. week 0: 0; week 1: 1; week 2: none yet; week 3: 0\.5"/);
  assert.match(chart, /<th scope="row"><bdi>week 2<\/bdi><\/th><td class="n">none yet<\/td>/);
  assert.deepEqual(drawn(chart, 'band'), [], 'no band where nothing is known of chance');
});

test('a band reaches as far as chance may move each value, and never out of the picture', () => {
  const [band] = drawn(lines({ name: 'right', points: [point(0.5, 0.25), point(0.95, 0.25)] }), 'band');
  assert.equal(band, 'M150,50L450,0L450,60L150,150Z');
});

test('of two lines the second is told without colour, and both are named', () => {
  const chart = lines({ name: 'one', points: [point(1)] }, { name: NASTY, points: [point(0)] });
  assert.equal(drawn(chart, 'line').length, 4, 'each in the legend and in the picture');
  assert.equal(drawn(chart, 'holes').length, 2, 'hollow points');
  assert.match(chart, /aria-label="Right answers\. one: week 0: 1\. /);
  assert.doesNotMatch(chart, /<script/);
});

test('where there is nothing to draw the chart says why, and the file is there where there is one', () => {
  const nothing = html(() => (
    <LineChart {...words} {...{ ticks, tick }} labels={[]} series={[]} nothing="no tests yet" />
  ));
  assert.equal(nothing, '<p class="quiet">no tests yet</p>');
  const bins = [{ label: '0–9', count: 1, text: '1 pupil' }];
  const file = html(() => <Distribution {...words} counted="Pupils" bins={bins} file="/a.csv" />);
  assert.match(file, /href="\/a\.csv"/);
});

test('a distribution has columns that touch, as high as there are many, and says every one of them', () => {
  const bins = [0, 4, 2].map((count, i) => ({ label: `${i}0–${i}9`, count, text: `${count} pupils` }));
  const chart = html(() => (
    <Distribution {...words} counted="Pupils" bins={bins} mark={{ at: 1.5, text: 'Mean: 15' }} />
  ));
  const columns = [...chart.matchAll(/class="column" x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="([\d.]+)"/g)];
  assert.deepEqual(
    columns.map((column) => column.slice(1).map(Number)),
    [
      [0, 200, 0],
      [200, 200, 160],
      [400, 200, 80],
    ],
  );
  assert.match(chart, /aria-label="Right answers\. 00–09: 0 pupils; 10–19: 4 pupils; 20–29: 2 pupils\. Mean: 15"/);
  assert.match(chart, /class="mark" d="M300 0V160"/);
});

test('little pictures share one scale and one table', () => {
  const part = (key: string, ...values: (number | null)[]) => ({
    key,
    name: `unit ${key}`,
    points: values.map((value) => point(value)),
    latest: 'now',
  });
  const of = { heading: 'Unit', labels: ['w0', 'w1'], parts: [part('a', 0.5, 1), part('b', null, 0.25)], ticks };
  const bars = html(() => <SmallMultiples {...words} {...of} kind="bars" />);
  const heights = [...bars.matchAll(/class="column"[^>]*height="([\d.]+)"/g)].map(([, height]) => Number(height));
  assert.deepEqual(heights, [22, 44, 11], 'no column where there is no value');
  const little = html(() => <SmallMultiples {...words} {...of} kind="line" />);
  assert.equal(little.match(/<table/g)?.length, 1);
  assert.match(little, /aria-label="unit b: now"/);
  assert.match(little, /<bdi>unit b<\/bdi><\/th><td class="n">none yet<\/td><td class="n">0\.25<\/td>/);
});

test('no chart uses a style attribute, which the policy of the pages forbids', () => {
  const bins = [{ label: 'a', count: 3, text: '3' }];
  for (const chart of [
    lines({ name: 'a', points: [point(0.4, 0.1)] }),
    html(() => <Distribution {...words} counted="n" bins={bins} />),
  ]) {
    assert.doesNotMatch(chart, / style=/);
  }
});

test('axes are marked at round values that reach at least as far as what is drawn', () => {
  assert.deepEqual(ticksFor('count', 7), [0, 2, 4, 6, 8]);
  assert.deepEqual(ticksFor('count', 0), [0, 1, 2]);
  assert.deepEqual(ticksFor('minutes', 130), [0, 60, 120, 180]);
  assert.deepEqual(ticksFor('share', 0.2), [0, 0.5, 1]);
  for (const unit of ['count', 'minutes'] as const) {
    for (const most of [0, 1, 3, 19, 100, 101, 999, 12_345, 300_000]) {
      const marks = ticksFor(unit, most);
      assert.ok((marks.at(-1) ?? 0) >= most && marks.length <= 5 && marks.length >= 3, `${unit} ${most}: ${marks}`);
    }
  }
});

test('what lies beyond the axis is drawn at its end, and the last label always stands', () => {
  const scale = new PlotScale(4, [0, 10], { width: 400, height: 100 });
  assert.deepEqual([scale.y(-5), scale.y(5), scale.y(99)], [100, 50, 0]);
  for (const places of [1, 2, 5, 6, 13, 53]) {
    assert.equal(labelled(places - 1, places), 'always');
    const shown = Array.from({ length: places }, (_, place) => labelled(place, places));
    assert.ok(shown.filter((one) => one === 'always').length <= 5);
    assert.ok(shown.filter((one) => one !== 'never').length <= 10);
  }
});
