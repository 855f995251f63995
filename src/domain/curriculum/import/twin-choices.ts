import type { Choice, Hint } from '../curriculum.ts';
import type { ProblemDraft, QaDraft } from '../curriculum-draft.ts';

/** A text as a pupil sees it: however many spaces stand in it, one is shown. */
export const readsAs = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** How a report says that a choice stands there more than once. */
export const twinNote = (text: string): string =>
  `“${readsAs(text).slice(0, 60)}” stands more than once among its choices, and is kept once`;

/** Choices of which no two read the same; by every id the one that stays for it; and the texts that stood there more than once. */
export interface OneOfEach {
  choices: Choice[];
  ids: ReadonlyMap<string, string>;
  twins: string[];
}

/** The first of the choices that read the same. Where all of them do nothing is left to choose, and they stay as they are. */
export function oneOfEach(choices: readonly Choice[]): OneOfEach {
  const first = new Map<string, Choice>();
  for (const choice of choices) if (!first.has(readsAs(choice.text))) first.set(readsAs(choice.text), choice);
  if (first.size < 2) return { choices: [...choices], ids: new Map(choices.map(({ id }) => [id, id])), twins: [] };
  const kept = ({ text }: Choice) => first.get(readsAs(text));
  return {
    choices: [...first.values()],
    ids: new Map(choices.map((choice) => [choice.id, kept(choice)?.id ?? choice.id])),
    twins: [...new Set(choices.filter((choice) => kept(choice) !== choice).map(({ text }) => readsAs(text)))],
  };
}

/**
 * A problem whose choices each stand there once, and what is said of those that stood there twice. Who picks the twin of the right
 * choice has picked the right one: the answers, also of smaller questions, name the choice that stays.
 */
export function withoutTwins(problem: ProblemDraft): { problem: ProblemDraft; left: string[] } {
  const left: string[] = [];
  const steps = problem.steps.map((step, index): QaDraft => {
    const tell = (twins: readonly string[], of = '') => {
      const where = problem.steps.length > 1 ? `question ${index + 1}: ` : '';
      left.push(...twins.map((text) => `${where}${of}${twinNote(text)}`));
    };
    const hints = step.hints.map((hint, at) => hintWithout(hint, (twins) => tell(twins, `hint ${at + 1}: `)));
    const one = oneOfEach(step.choices ?? []);
    if (one.twins.length === 0) return { ...step, hints };
    tell(one.twins);
    return { ...step, hints, ...keyOfKept(step, one) };
  });
  return left.length === 0 ? { problem, left } : { problem: { ...problem, steps }, left };
}

function keyOfKept({ answer, acceptedAnswers, wrongAnswers }: QaDraft, { choices, ids }: OneOfEach): Partial<QaDraft> {
  const right = idsOfKept(answer, ids);
  const others = [...new Set((acceptedAnswers ?? []).map((one) => idsOfKept(one, ids)))].filter((one) => one !== right);
  const wrong = (wrongAnswers ?? []).map((one) => ({ ...one, answer: idsOfKept(one.answer, ids) }));
  // What was said to the twin of the right choice would be said to the right one; of two texts for one choice the first is said.
  const said = wrong.filter(
    (one, at) =>
      ![right, ...others].includes(one.answer) && wrong.findIndex(({ answer: same }) => same === one.answer) === at,
  );
  return {
    choices,
    answer: right,
    ...(acceptedAnswers && { acceptedAnswers: others }),
    ...(wrongAnswers && { wrongAnswers: said }),
  };
}

function hintWithout(hint: Hint, tell: (twins: readonly string[]) => void): Hint {
  const { scaffold } = hint;
  const one = oneOfEach(scaffold?.choices ?? []);
  if (!scaffold || one.twins.length === 0) return hint;
  tell(one.twins);
  return { ...hint, scaffold: { ...scaffold, answer: idsOfKept(scaffold.answer, one.ids), choices: one.choices } };
}

/** "a,c" with the ids of those that stay, each once; what is no id stays as it is. */
function idsOfKept(answer: string, ids: OneOfEach['ids']): string {
  const parts = answer.split(',').map((part) => part.trim());
  if (!parts.every((part) => ids.has(part))) return answer;
  return [...new Set(parts.map((part) => ids.get(part) ?? part))].join(',');
}
