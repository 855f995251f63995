import path from 'node:path';
import type { RawProblem } from '../../domain/curriculum/oatutor/source-shape.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import { FileRefused, isFolder, type Listing, listEntries, listNames, readBounded, readJson } from './bounded-files.ts';

/** What an import reads at most; a folder of the whole OATutor pool (12,800 problems) fits. */
export interface ReadLimits {
  problems: number;
  stepsEach: number;
  figuresEach: number;
  jsonBytes: number;
  figureBytesEach: number;
  /** Of all figures together: they are held until they are saved. */
  figureBytes: number;
}

export const LIMITS: ReadLimits = {
  problems: 20_000,
  stepsEach: 60,
  figuresEach: 30,
  jsonBytes: 512 * 1024,
  figureBytesEach: 2 * 1024 * 1024,
  figureBytes: 512 * 1024 * 1024,
};

export type ReadEntry = { ok: true; raw: RawProblem } | { ok: false; id: string; reason: string };

/**
 * Reads the problems of an OATutor folder (one with `content-pool`, or that folder itself), one after the other and in
 * alphabetical order: JSON parsed but not looked at, figures as bytes. Follows no links and reads nothing outside. A problem
 * that cannot be read is an entry with the reason. Throws `invalid-input` when the folder is none of OATutor's.
 */
export async function* readOatutor(folder: string, limits: ReadLimits = LIMITS): AsyncGenerator<ReadEntry> {
  const inner = path.join(folder, 'content-pool');
  const pool = (await isFolder(inner)) ? inner : folder;
  const { names: ids, left } = await problemFolders(pool, limits);
  if (ids.length === 0) throw notOatutor(folder);
  for (const { name, why } of left) yield { ok: false, id: name, reason: why };
  const budget = { figureBytes: limits.figureBytes };
  for (const id of ids) yield await readEntry(pool, id, limits, budget);
}

/** What is said of a folder that holds none of OATutor's problems. */
export function notOatutor(folder: string): AppError {
  return new AppError(
    'invalid-input',
    'not-oatutor',
    `${folder} has no OATutor content: expected content-pool/<id>/<id>.json.`,
  );
}

async function problemFolders(pool: string, limits: ReadLimits): Promise<Listing> {
  try {
    return await listEntries(pool, 'folders', limits.problems);
  } catch (error) {
    if (error instanceof FileRefused) throw new AppError('invalid-input', 'too-much', `${error.message}.`);
    throw error;
  }
}

async function readEntry(
  pool: string,
  id: string,
  limits: ReadLimits,
  budget: { figureBytes: number },
): Promise<ReadEntry> {
  const folder = path.join(pool, id);
  try {
    const problem = await readJson(path.join(folder, `${id}.json`), limits.jsonBytes);
    const steps: RawProblem['steps'] = [];
    for (const step of await listNames(path.join(folder, 'steps'), 'folders', limits.stepsEach)) {
      steps.push(await readStep(path.join(folder, 'steps', step), step, limits));
    }
    return { ok: true, raw: { id, problem, steps, figures: await readFigures(folder, limits, budget) } };
  } catch (error) {
    if (error instanceof FileRefused) return { ok: false, id, reason: error.message };
    throw error;
  }
}

async function readStep(folder: string, id: string, limits: ReadLimits): Promise<RawProblem['steps'][number]> {
  const step = await readJson(path.join(folder, `${id}.json`), limits.jsonBytes);
  const tutoring = path.join(folder, 'tutoring');
  const pathways = (await listNames(tutoring, 'files', limits.stepsEach)).filter((name) => name.endsWith('.json'));
  const chosen = pathways.find((name) => name.endsWith('DefaultPathway.json')) ?? pathways[0];
  if (chosen === undefined) return { id, step, pathway: null };
  return { id, step, pathway: await readJson(path.join(tutoring, chosen), limits.jsonBytes) };
}

/** A figure that is not read says why: whether it is needed is decided later. */
async function readFigures(
  folder: string,
  limits: ReadLimits,
  budget: { figureBytes: number },
): Promise<RawProblem['figures']> {
  const figures: RawProblem['figures'] = [];
  for (const name of await listNames(path.join(folder, 'figures'), 'files', limits.figuresEach)) {
    try {
      const bytes = await readBounded(path.join(folder, 'figures', name), limits.figureBytesEach);
      budget.figureBytes -= bytes.length;
      if (budget.figureBytes < 0) throw new FileRefused('the figures of the folder are too large together');
      figures.push({ name, bytes });
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      figures.push({ name, refused: error.message });
    }
  }
  return figures;
}
