import type { Metric } from '../../src/shared/analytics.ts';
import type { Graded, Part } from './raw-rows.ts';
import type { Counted } from './recount.ts';

/** A share, said from so many on, and how far chance may move it. */
export function share(part: number, whole: number, least: number): Figure {
  if (whole < least || whole === 0) return { value: null, of: whole, within: null };
  const near = (part + 2) / (whole + 4);
  return { value: part / whole, of: whole, within: 1.96 * Math.sqrt((near * (1 - near)) / (whole + 4)) };
}

interface Figure {
  value: number | null;
  of: number;
  within: number | null;
}

/** What a metric of these parts is, and what it rests on, written by hand from its definition; null: there is none. */
export function countMetric(metric: Metric, parts: readonly Part[], tests: readonly Graded[] = []): Figure {
  const there = parts.filter((part) => part.there);
  const sum = (value: (part: Part) => number) => parts.reduce((all, part) => all + value(part), 0);
  const plain = (value: number) => ({ value, of: value, within: null });
  const mean = (scores: (number | null)[]) => {
    const given = scores.filter((score) => score !== null);
    const value = given.reduce((all, one) => all + one, 0) / given.length;
    const spread = given.reduce((all, one) => all + (one - value) ** 2, 0) / (given.length - 1);
    if (given.length === 0) return { value: null, of: 0, within: null };
    return { value, of: given.length, within: spread > 0 ? 1.96 * Math.sqrt(spread / given.length) : null };
  };
  switch (metric) {
    case 'active pupils':
      return plain(new Set(there.map(({ studentId }) => studentId)).size);
    case 'sessions':
      return plain(there.length);
    case 'study time':
      return { value: sum(({ activeMs }) => activeMs) / 60_000, of: there.length, within: null };
    case 'answers':
      return plain(sum(({ attempts }) => attempts));
    case 'right answers':
      return share(
        sum(({ correct }) => correct),
        sum(({ attempts }) => attempts),
        10,
      );
    case 'unaided answers':
      return share(
        sum(({ unaided }) => unaided),
        sum(({ attempts }) => attempts),
        10,
      );
    case 'attendance': {
      const places = parts.filter(({ kind }) => kind === 'school');
      return share(places.filter((place) => place.there).length, places.length, 1);
    }
    case 'proficiency':
    case 'investment':
    case 'social':
      return mean(parts.map(({ [metric]: score }) => score));
    case 'low feelings': {
      const said = parts.flatMap(({ feelingBefore }) => feelingBefore ?? []);
      return share(said.filter((one) => one === 'negative' || one === 'extreme').length, said.length, 5);
    }
    case 'tests':
      return plain(tests.length);
    case 'grade':
      return mean(tests.map(({ grade }) => grade));
    case 'pass rate':
      return share(tests.filter(({ passed }) => passed).length, tests.length, 1);
  }
}

/** As a cell of a table says it: the value, and how far chance may move it; with too little, what it rests on. */
export function inCell(metric: Metric, parts: readonly Part[], tests: readonly Graded[] = []): Counted {
  const { value, of, within } = countMetric(metric, parts, tests);
  if (value === null) return of === 0 ? [] : [of];
  return within === null ? [value] : [value, within];
}

/** As a large number says it. */
export function asStat(metric: Metric, parts: readonly Part[], tests: readonly Graded[] = []): Counted {
  const { value, of } = countMetric(metric, parts, tests);
  if (value === null) return of === 0 ? [] : [of];
  return [value];
}
