import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Figure } from '../../domain/curriculum/curriculum.ts';
import { DAY, type Instant } from '../../shared/instant.ts';
import type { Handle } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { isUniqueViolation } from '../db/sql.ts';

const kept = z.array(z.object({ hash: z.string(), mediaType: z.string(), alt: z.string() }));

/** How long a picture that nothing names stays: a form that holds it may still be open. */
export const UNNEEDED_FOR = 2 * DAY;

/** The content hash under which a picture is kept and served. */
export const figureHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Keeps a picture once, however often it is sent; answers with its hash. */
export async function keepPicture(db: Handle, bytes: Uint8Array, mediaType: string, now: Instant): Promise<string> {
  const hash = figureHash(bytes);
  if ((await claimPictures(db, [hash], now)).has(hash)) return hash;
  try {
    const row = { hash, media_type: mediaType, content: bytes, kept_at: toStored(now) };
    await db.insertInto('figures').values(row).execute();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
  return hash;
}

/** Which of these hashes name a picture. None of those is swept away within a day: what names it is saved meanwhile. */
export async function claimPictures(db: Handle, hashes: readonly string[], now: Instant): Promise<Set<string>> {
  const asked = [...new Set(hashes)];
  if (asked.length === 0) return new Set();
  await db
    .updateTable('figures')
    .set({ kept_at: toStored(now) })
    .where('hash', 'in', asked)
    .where('kept_at', '<=', toStored(now - UNNEEDED_FOR + DAY))
    .execute();
  const rows = await db.selectFrom('figures').select('hash').where('hash', 'in', asked).execute();
  return new Set(rows.map(({ hash }) => hash));
}

/** The figures of problems in order; problems without any are left out. One query. */
export async function figuresOf(db: Handle, problemIds: readonly number[]): Promise<Map<number, Figure[]>> {
  if (problemIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('problem_figures')
    .innerJoin('figures', 'figures.hash', 'problem_figures.hash')
    .select(['problem_figures.problem_id', 'problem_figures.alt', 'figures.hash', 'figures.media_type'])
    .where('problem_figures.problem_id', 'in', [...new Set(problemIds)])
    .orderBy('problem_figures.position')
    .execute();
  const grouped = Map.groupBy(rows, (row) => row.problem_id);
  return new Map(
    [...grouped].map(([id, own]) => [
      id,
      own.map(({ hash, media_type, alt }): Figure => ({ hash, mediaType: media_type, alt })),
    ]),
  );
}

/** The figures that a revision kept when its problem got others; undefined: it has those of its problem. */
export function keptFigures(json: string | null): Figure[] | undefined {
  return json === null ? undefined : kept.parse(JSON.parse(json));
}

/**
 * Gives a problem other figures. Revisions that are there keep those that they had: they were asked with them. Pictures are kept
 * before. The caller makes a new revision of every question of the problem.
 */
export async function replaceFigures(
  db: Handle,
  problemId: number,
  figures: readonly Pick<Figure, 'hash' | 'alt'>[],
): Promise<void> {
  const before = (await figuresOf(db, [problemId])).get(problemId) ?? [];
  await db
    .updateTable('qa_revisions')
    .set({ figures: JSON.stringify(before) })
    .where('figures', 'is', null)
    .where('qa_id', 'in', db.selectFrom('qas').select('id').where('problem_id', '=', problemId))
    .execute();
  await db.deleteFrom('problem_figures').where('problem_id', '=', problemId).execute();
  if (figures.length === 0) return;
  const rows = figures.map(({ hash, alt }, position) => ({
    problem_id: problemId,
    position,
    hash,
    alt,
  }));
  await db.insertInto('problem_figures').values(rows).execute();
}
