import { pauses } from '../../data/in-slices.ts';
import { problemLimits } from '../../domain/curriculum/check-limits.ts';
import type { ProblemDraft } from '../../domain/curriculum/curriculum-draft.ts';
import { imageType } from '../../domain/curriculum/image-type.ts';
import { keyProblem } from '../../domain/curriculum/import/check-key.ts';
import { draftNote, whyNotAsked } from '../../domain/curriculum/import/kept-as-draft.ts';
import { withoutTwins } from '../../domain/curriculum/import/twin-choices.ts';
import { type HeadingOf, withoutMistakes } from '../../domain/curriculum/import/without-mistakes.ts';
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

/** Everything for which pupils cannot be asked a problem, in words of a teacher. */
export function problemReasons({ steps, figures = [] }: ProblemDraft, checker: ReadOptions['checker']): string[] {
  const keys = steps.flatMap((step, index) => {
    const reason = keyProblem(step, checker);
    return reason === null ? [] : [steps.length > 1 ? `question ${index + 1}: ${reason}` : reason];
  });
  const [foreign, huge] = [
    figures.some((figure) => imageType(figure.bytes) === null),
    figures.some((figure) => hasTooManyPixels(figure.bytes)),
  ];
  return [
    ...keys,
    ...(foreign ? ['a figure is no GIF, PNG, JPEG or WebP image'] : []),
    ...(huge ? ['a figure has more than 16 million pixels'] : []),
  ];
}

/**
 * Whether pupils can be asked this problem: it is within `LIMITS`, and the checker takes the key of every question for right. Otherwise
 * says why in `notTaken`. What is mistaken in a problem that can be asked is left out of it, with a note, and so is all but the first
 * of choices that read the same; one whose choices leave nothing to choose is kept as a draft.
 */
export function takeProblem(
  problem: ProblemDraft,
  id: string,
  { checker, licence, headingOf }: Pick<ReadOptions, 'checker' | 'licence'> & { headingOf?: HeadingOf },
  { notTaken, notes }: Pick<ReadCurriculum, 'notTaken' | 'notes'>,
): ProblemDraft | undefined {
  if (!fitsLimits(problem, id, { notTaken })) return undefined;
  const reasons = problemReasons(problem, checker);
  if (reasons.length > 0) {
    notTaken.push({ id, reason: reasons.join('; ') });
    return undefined;
  }
  const draft = problem.draft ?? whyNotAsked(problem.steps);
  const { problem: unmistaken, left: mistakes } = withoutMistakes(problem, checker, headingOf);
  const { problem: right, left: twins } = withoutTwins(unmistaken);
  const left = [...mistakes, ...twins];
  const taken = draft === null ? right : { ...right, draft };
  for (const note of [...left, ...(draft === null ? [] : [draftNote(draft)])]) notes.push({ id, note });
  if (licence !== undefined) {
    return { ...taken, licence, unsaid: taken.unsaid?.filter((name) => name !== 'licence') ?? [] };
  }
  if (taken.licence === '' && !taken.unsaid?.includes('licence')) notes.push({ id, note: 'it names no licence' });
  return taken;
}
