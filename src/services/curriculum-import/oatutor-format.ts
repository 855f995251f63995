import { courseNameOf } from '../../domain/curriculum/oatutor/books.ts';
import { type ReadProblem, readProblem } from '../../domain/curriculum/oatutor/read-problem.ts';
import { toCourses } from '../../domain/curriculum/oatutor/to-courses.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import type { ImportFormat, ReadCurriculum, ReadOptions } from './import-format.ts';
import { notOatutor, readOatutor } from './oatutor-reader.ts';
import { fitsLimits } from './take-problems.ts';

const ORIGIN = 'OATutor';

/** A folder of OATutor: `content-pool/<id>/…`. */
export const OATUTOR: ImportFormat = {
  id: 'oatutor',
  title: 'OATutor',
  takes: ['folder'],
  recognizes: () => false,
  async read(source, options) {
    if (source.kind === 'file') throw notOatutor(source.fileName);
    return readFolder(source.path, options);
  },
};

/**
 * Reads a folder of OATutor. What cannot be taken is in the report with its reason and stops nothing else. Throws
 * `invalid-input` when the folder is none of OATutor's, when nothing of it can be taken, or when the options do not fit it.
 */
async function readFolder(folder: string, options: ReadOptions): Promise<ReadCurriculum> {
  const { problems, notTaken, notes } = await readAll(folder, options);
  const sources = [...new Set(problems.map((problem) => courseNameOf(problem.course)))];
  if (options.name !== undefined && sources.length > 1) throw severalCourses(sources);
  const { draft, unknown } = toCourses(problems, options);
  for (const { problems: keys, reason } of unknown) {
    notTaken.push(...keys.map((key) => ({ id: key.replace(/^oatutor:/, ''), reason })));
  }
  if (draft.courses.length === 0) throw nothingTaken(folder, notTaken, unknown);
  return { origin: ORIGIN, draft, notTaken, notes };
}

async function readAll(folder: string, options: ReadOptions) {
  const notTaken: ReadCurriculum['notTaken'] = [];
  const notes: ReadCurriculum['notes'] = [];
  const problems: ReadProblem[] = [];
  let read = 0;
  for await (const entry of readOatutor(folder)) {
    read += 1;
    options.onProgress?.(read);
    const id = entry.ok ? entry.raw.id : entry.id;
    const result = entry.ok ? readProblem(entry.raw, options.checker) : entry;
    if (!result.ok) notTaken.push({ id, reason: result.reason });
    else if (isWanted(result, options.only) && fitsLimits(result.draft, id, { notTaken })) {
      problems.push(result);
      notes.push(...result.notes.map((note) => ({ id, note })));
    }
  }
  const unlicensed = problems.reduce((sum, problem) => sum + problem.unlicensedHints, 0);
  if (unlicensed > 0)
    notes.push({ id: 'hints', note: `${unlicensed} name no licence of their own and are kept under their problem's` });
  if (notTaken.length === read && notTaken.every(({ reason }) => reason.endsWith('.json is missing'))) {
    throw notOatutor(folder);
  }
  return { problems, notTaken, notes };
}

function isWanted(problem: ReadProblem, only: readonly string[] | undefined): boolean {
  if (only === undefined || only.length === 0) return true;
  const names = [problem.course, courseNameOf(problem.course)].map((name) => name.toLowerCase());
  return only.some((name) => names.includes(name.trim().toLowerCase()));
}

function severalCourses(sources: readonly string[]): AppError {
  const list = sources.map((name) => `  ${name}`).join('\n');
  return new AppError(
    'invalid-input',
    'several-courses',
    `The folder holds ${sources.length} courses, and --course names one. Choose one with --only:\n${list}`,
  );
}

function nothingTaken(
  folder: string,
  notTaken: ReadCurriculum['notTaken'],
  unknown: readonly { reason: string }[],
): AppError {
  const reasons =
    unknown.length > 0 ? unknown.map(({ reason }) => reason) : notTaken.map(({ id, reason }) => `${id}: ${reason}`);
  const some = [...new Set(reasons)];
  const why = some.length > 0 ? `\n${some.map((reason) => `  ${reason}`).join('\n')}` : ' No course fits --only.';
  return new AppError('invalid-input', 'nothing-taken', `Nothing of ${folder} can be taken.${why}`, {
    details: { notTaken },
  });
}
