import { pauses } from '../../data/in-slices.ts';
import { problemLimits } from '../../domain/curriculum/check-limits.ts';
import type { ProblemDraft } from '../../domain/curriculum/curriculum-draft.ts';
import { imageType } from '../../domain/curriculum/image-type.ts';
import { keyProblem } from '../../domain/curriculum/import/check-key.ts';
import { hasTooManyPixels } from '../../domain/curriculum/picture-size.ts';
import type { ReadCurriculum, ReadOptions } from './import-format.ts';

/** Does something to each thing in turn, and gives up the thread now and then, so that others are served meanwhile. */
export async function eachInTurn<Thing>(
  things: readonly Thing[],
  { onProgress }: Pick<ReadOptions, 'onProgress'>,
  work: (thing: Thing, index: number) => void,
): Promise<void> {
  const pause = pauses();
  for (const [index, thing] of things.entries()) {
    work(thing, index);
    const paused = pause();
    if (paused === undefined) continue;
    onProgress?.(index + 1, things.length);
    await paused;
  }
  onProgress?.(things.length, things.length);
}

/** Whether a problem is no larger than `LIMITS`. Otherwise says in `notTaken` what of it is too long or too much. */
export function fitsLimits(problem: ProblemDraft, id: string, { notTaken }: Pick<ReadCurriculum, 'notTaken'>): boolean {
  const beyond = problemLimits(problem);
  if (beyond.length > 0) notTaken.push({ id, reason: beyond.join('; ') });
  return beyond.length === 0;
}

/**
 * Whether pupils can be asked this problem: it is within `LIMITS`, and the checker takes the key of every question for right. Otherwise
 * says why in `notTaken`. Smaller questions whose own answer would not be taken become plain hints, with a note.
 */
export function takeProblem(
  problem: ProblemDraft,
  id: string,
  { checker, licence }: Pick<ReadOptions, 'checker' | 'licence'>,
  { notTaken, notes }: Pick<ReadCurriculum, 'notTaken' | 'notes'>,
): ProblemDraft | undefined {
  if (!fitsLimits(problem, id, { notTaken })) return undefined;
  for (const [index, step] of problem.steps.entries()) {
    const reason = keyProblem(step, checker);
    if (reason === null) continue;
    const which = problem.steps.length > 1 ? `question ${index + 1}: ` : '';
    notTaken.push({ id, reason: `${which}${reason}` });
    return undefined;
  }
  if (problem.figures?.some((figure) => imageType(figure.bytes) === null)) {
    notTaken.push({ id, reason: 'a figure is no GIF, PNG, JPEG or WebP image' });
    return undefined;
  }
  if (problem.figures?.some((figure) => hasTooManyPixels(figure.bytes))) {
    notTaken.push({ id, reason: 'a figure has more than 16 million pixels' });
    return undefined;
  }
  if (licence !== undefined) {
    return { ...problem, licence, unsaid: problem.unsaid?.filter((name) => name !== 'licence') ?? [] };
  }
  if (problem.licence === '' && !problem.unsaid?.includes('licence')) notes.push({ id, note: 'it names no licence' });
  return problem;
}
