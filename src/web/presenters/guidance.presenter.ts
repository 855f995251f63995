import type { Estimate } from '../../domain/guidance/effect.ts';
import type { GuidanceVersion, OwnGuidance } from '../../services/guidance/guidance.service.ts';
import type { AdoptingClass } from '../../services/guidance/guidance-adoption.service.ts';
import type { Format } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.ts';
import type { CsvColumn } from '../send-csv.ts';

/** A figure lies within so many standard errors of what is behind it, nineteen times out of twenty. */
const SURE = 1.96;

export type GuidanceState = keyof Messages['guidance']['states'];

export function stateOf({ current, draft, withdrawn }: OwnGuidance): GuidanceState {
  if (withdrawn !== null) return 'withdrawn';
  if (current === null) return 'draft';
  return draft === null ? 'published' : 'changed';
}

/** The version that speaks for the guidance: what is published, else what is being written. */
export function shownVersion({ current, draft, versions }: OwnGuidance): GuidanceVersion | undefined {
  return current ?? draft ?? versions.at(-1);
}

/** A share in percent, or the difference of two in percent points, and how far chance may move it. */
export function inPoints({ value, error }: Estimate, format: Format, { signed = false } = {}): [string, string | null] {
  const points = Math.round(value * 100);
  const sign = signed && points !== 0 ? (points > 0 ? '+' : '−') : '';
  const shown = signed ? `${sign}${format.number(Math.abs(points))}` : format.percent(value);
  return [shown, error === null ? null : format.number(Math.round(SURE * error * 100))];
}

/** The table of classes as a file. */
export function adoptionColumns(words: Messages['guidance'], format: Format): CsvColumn<AdoptingClass>[] {
  const day = (at: number | null) => (at === null ? null : format.day(at));
  return [
    { title: words.school, cell: ({ school }) => school.name },
    { title: words.class, cell: ({ name }) => name },
    { title: words.readAt, cell: ({ readAt, readEarlier }) => (readEarlier ? words.earlierVersion : day(readAt)) },
    { title: words.takenUpAt, cell: ({ takenUpAt }) => day(takenUpAt) },
    { title: words.word, cell: ({ word }) => word },
    { title: words.taught, cell: ({ taught }) => taught?.lessons ?? 0 },
    { title: words.taughtFirst, cell: ({ taught }) => day(taught?.first ?? null) },
  ];
}
