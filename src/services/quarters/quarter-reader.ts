import type { QuarterName, QuarterRepo, QuarterVersion, StoredQuarter } from '../../data/quarters/quarter.repo.ts';
import { type QuarterClosingRepo, releaseKey } from '../../data/quarters/quarter-closing.repo.ts';
import type { QuarterGivenRepo } from '../../data/quarters/quarter-given.repo.ts';
import { scoreKey } from '../../data/quarters/quarter-given.repo.ts';
import type { QuarterSourceRepo } from '../../data/quarters/quarter-source.repo.ts';
import { QUARTER_KINDS, type QuarterFacts, type QuarterKind } from '../../domain/evaluation/quarter-evaluation.ts';
import { NOTHING_OWN, type QuarterOwn } from '../../domain/evaluation/quarter-given.ts';
import { type QuarterSaid, saidOf } from '../../domain/evaluation/quarter-review.ts';
import { quarterNumbered } from '../../domain/evaluation/school-quarter.ts';
import type { Instant } from '../../shared/instant.ts';
import { makeOne, saysElse, timeOf } from './quarter-maker.ts';

export interface QuarterReaderDeps {
  quarterRows: QuarterRepo;
  quarterSourceRows: QuarterSourceRepo;
  quarterGivenRows: QuarterGivenRepo;
  quarterClosingRows: QuarterClosingRepo;
  timeZone: string;
}

/** One kind of score of a quarter, with all that is known of it. */
export interface QuarterScore {
  /** Names it in addresses. */
  id: number;
  kind: QuarterKind;
  /** What was made of the sessions. */
  made: Pick<StoredQuarter, 'score' | 'reason' | 'description' | 'facts' | 'confidence' | 'at'>;
  /** The class manager's own, which stands in its place. */
  own: QuarterOwn;
  /** What stands: the class manager's where there is one, else what was made. */
  score: number | null;
  said: QuarterSaid;
  /** What it would be by what is known now, where that is something else; null: the same. */
  since: { score: number | null; facts: QuarterFacts } | null;
  /** What stood there before it was made anew, the oldest first. */
  versions: QuarterVersion[];
}

/** What a quarter came to for a pupil in a subject. */
export interface QuarterLine extends QuarterName {
  studentId: number;
  subject: string;
  scores: Record<QuarterKind, QuarterScore>;
  /** Since when pupil and parents see it; null: not yet. */
  releasedAt: Instant | null;
}

/** A class manager has to say something: nothing could be made, and they gave neither a score nor a reason. */
export function isMissing({ kind, score, own }: QuarterScore): boolean {
  return kind !== 'proficiency' && score === null && own.reason === null;
}

/**
 * What quarters came to for these pupils, the newest first, then by subject; of one quarter where it is named. A fixed number of
 * queries. Nobody's right is looked at here.
 */
export async function readQuarters(
  { quarterRows, quarterSourceRows, quarterGivenRows, quarterClosingRows, timeZone }: QuarterReaderDeps,
  studentIds: readonly number[],
  name?: QuarterName,
): Promise<QuarterLine[]> {
  const rows = await quarterRows.listOf(studentIds, name);
  if (rows.length === 0) return [];
  const own = await quarterGivenRows.standing(studentIds, name);
  const reviews = await quarterGivenRows.reviewsOf(studentIds, name);
  const versions = Map.groupBy(await quarterRows.versionsOf(studentIds), scoreKey);
  const released = await quarterClosingRows.releasesOf(studentIds);
  const times = rows.map((row) => timeOf(quarterNumbered(row.schoolYear, row.quarter), timeZone));
  const time = { from: Math.min(...times.map(({ from }) => from)), to: Math.max(...times.map(({ to }) => to)) };
  const given = await quarterSourceRows.givenIn(studentIds, time);
  const scoreOf = (row: StoredQuarter): QuarterScore => {
    const key = scoreKey(row);
    const standing = own.get(key) ?? NOTHING_OWN;
    const isOwn = standing.score !== null || standing.reason !== null;
    const now = makeOne(given, row, quarterNumbered(row.schoolYear, row.quarter), timeZone);
    const { score, facts } = now.evaluation;
    const { id, kind, reason, description, confidence, at } = row;
    return {
      id,
      kind,
      made: { score: row.score, reason, description, facts: row.facts, confidence, at },
      own: standing,
      score: isOwn ? standing.score : row.score,
      said: saidOf(reviews.get(key) ?? [], standing.at),
      since: saysElse(row, now) ? { score, facts } : null,
      versions: versions.get(key) ?? [],
    };
  };
  const made = rows.filter(({ source }) => source === 'evaluator');
  const lines = Map.groupBy(made, (row) => `${releaseKey(row.studentId, row)} ${row.subject}`);
  return [...lines.values()]
    .flatMap((own): QuarterLine[] => {
      const [first] = own;
      const scores = new Map(own.map((row) => [row.kind, scoreOf(row)]));
      const [proficiency, investment, social] = QUARTER_KINDS.map((kind) => scores.get(kind));
      if (!first || !proficiency || !investment || !social) return [];
      const { studentId, subject, schoolYear, quarter } = first;
      const releasedAt = released.get(releaseKey(studentId, first)) ?? null;
      return [{ studentId, subject, schoolYear, quarter, releasedAt, scores: { proficiency, investment, social } }];
    })
    .sort((a, b) => orderOf(b) - orderOf(a) || (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0));
}

const orderOf = ({ schoolYear, quarter }: QuarterName): number => schoolYear * 4 + quarter;
