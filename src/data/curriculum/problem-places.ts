import { createHash } from 'node:crypto';
import type { ProblemDraft } from '../../domain/curriculum/curriculum-draft.ts';
import type { PlaceOf } from '../../domain/curriculum/import/plan-course.ts';
import { figureHash } from './figure-rows.ts';

/**
 * To be asked about the problems of one course in their order: the key of each, and whether it stands there before. Of problems that
 * their source does not name, only one that is the same in all it says is repeated: files ask the same on purpose, with other answers,
 * another tolerance or other help.
 */
export function problemPlaces(): PlaceOf {
  const [keys, copies] = [new Set<string>(), new Set<string>()];
  return (problem) => {
    const key = keyOf(problem, keys);
    const copy = problem.sourceKey === undefined ? copyOf(problem) : key;
    const isRepeated = keys.has(key) || copies.has(copy);
    if (!isRepeated) keys.add(key);
    copies.add(copy);
    return { key, isRepeated };
  };
}

/**
 * The problem's own key in its source, or a fingerprint of what it asks, so that importing it twice adds nothing and another answer is
 * a change. Where that is `taken` ("Which is prime?" with other numbers), a fingerprint of its choices and answers too.
 */
function keyOf(problem: ProblemDraft, taken: ReadonlySet<string>): string {
  if (problem.sourceKey !== undefined) return problem.sourceKey;
  const asked = [problem.stem ?? '', ...problem.steps.map((step) => `${step.use}\0${step.question}`)].join('\0');
  const key = fingerprint(asked);
  if (!taken.has(key)) return key;
  const answered = problem.steps.map(({ kind, answer, choices = [] }) => [
    kind,
    answer,
    choices.map(({ text }) => text),
  ]);
  return fingerprint(`${asked}\0${JSON.stringify(answered)}`);
}

function copyOf({ figures = [], ...said }: ProblemDraft): string {
  return fingerprint(JSON.stringify([said, figures.map(({ bytes, alt }) => [figureHash(bytes), alt])]));
}

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex');
