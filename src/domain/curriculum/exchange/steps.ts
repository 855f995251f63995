import type { ProblemDraft } from '../curriculum-draft.ts';
import type { OwnId } from './own-id.ts';

/** Stands between what several questions share and the question itself; a line across the page. */
const LINE = '\n\n---\n\n';

/** A question with all that it takes to understand it, for formats in which every question stands alone. */
export const withStem = (stem: string, question: string): string =>
  stem === '' ? question : `${stem}${LINE}${question}`;

/** The same in its two parts. */
export function partedStem(text: string): { stem: string; question: string } {
  const at = text.indexOf(LINE);
  if (at === -1) return { stem: '', question: text };
  return { stem: text.slice(0, at), question: text.slice(at + LINE.length) };
}

/** A question that stood alone in its file, and which of ours it is, if it is one. */
export interface ReadQuestion {
  own: OwnId | undefined;
  draft: ProblemDraft;
}

/**
 * Leaves out the problems of ours of which a step was refused, and says which: without that step, a problem that is there would have
 * it taken out.
 */
export function withoutBroken<Question extends ReadQuestion>(
  questions: readonly Question[],
  refused: ReadonlySet<string>,
): { whole: Question[]; broken: Question[] } {
  const isBroken = ({ own }: Question) => own !== undefined && refused.has(own.key);
  const broken = questions
    .filter(isBroken)
    .filter(({ own }, at, all) => all.findIndex((one) => one.own?.key === own?.key) === at);
  return { whole: joinedSteps(questions.filter((one) => !isBroken(one))), broken };
}

/** Why such a problem is left out, as the rest of a sentence about it. */
export const BROKEN = 'another question of the same problem is not taken';

/** Puts the questions that are steps of one of our problems together again, where the first of them stood. */
function joinedSteps<Question extends ReadQuestion>(questions: readonly Question[]): Question[] {
  const groups = Map.groupBy(questions, ({ own }, index) => own?.key ?? index);
  return [...groups.values()].flatMap((group) => {
    const [first, ...more] = group.toSorted((a, b) => (a.own?.step ?? 0) - (b.own?.step ?? 0));
    if (!first) return [];
    return [{ ...first, draft: { ...first.draft, steps: [first, ...more].flatMap(({ draft }) => draft.steps) } }];
  });
}
