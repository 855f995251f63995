import { createHash } from 'node:crypto';
import type { ProblemDraft } from '../../domain/curriculum/curriculum-draft.ts';
import type { PlaceOf } from '../../domain/curriculum/import/plan-course.ts';
import { figureHash } from './figure-rows.ts';

/**
 * To be asked about the problems of one course in their order: the key of each, and whether the same one stands there before. A problem
 * that its source names is the same by that name only; of others all that pupils see and answer has to be the same.
 */
export function problemPlaces(): PlaceOf {
  const [keys, copies] = [new Set<string>(), new Set<string>()];
  return (problem) => {
    const key = keyOf(problem, keys);
    const copy = problem.sourceKey === undefined ? copyOf(problem) : key;
    const isRepeated = keys.has(key) || copies.has(copy);
    keys.add(key);
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
  const asked = askedIn(problem);
  const key = fingerprint(asked);
  return taken.has(key) ? fingerprint(`${asked}\0${JSON.stringify(answeredIn(problem))}`) : key;
}

function copyOf(problem: ProblemDraft): string {
  const figures = (problem.figures ?? []).map(({ bytes }) => figureHash(bytes));
  return fingerprint(JSON.stringify([askedIn(problem), answeredIn(problem), figures]));
}

const askedIn = ({ stem = '', steps }: ProblemDraft): string =>
  [stem, ...steps.map((step) => `${step.use}\0${step.question}`)].join('\0');

const answeredIn = ({ steps }: ProblemDraft) =>
  steps.map(({ kind, answer, choices = [] }) => [kind, answer, choices.map(({ text }) => text)]);

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex');
