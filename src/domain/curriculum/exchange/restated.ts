import { toPortableHtml } from '../../markup/to-portable-html.ts';
import type { QaDraft } from '../curriculum-draft.ts';
import type { StoredStep } from '../import/stored-course.ts';
import { isTag } from './tags.ts';

/** A text as it was where what came back only looks the same: another program has no Markdown, and writes it in its own way. */
export const asItWas = (there: string, back: string): string => (looks(there) === looks(back) ? there : back);

const looks = (text: string): string => toPortableHtml(text).replace(/\s+/g, ' ');

/**
 * A question that comes back from another program, in the words that it has here where it looks as here: texts, the ids of its
 * choices, the order of what has none.
 */
export function restated(there: StoredStep, back: QaDraft): QaDraft {
  const ids = sameChoices(there, back);
  const own = (answer: string): string => ids?.get(answer) ?? answer;
  const several = back.kind === 'several choices';
  const isChoice = several || back.kind === 'choice';
  const answer = several
    ? back.answer
        .split(',')
        .map((id) => own(id.trim()))
        .join(',')
    : isChoice
      ? own(back.answer)
      : back.answer;
  const also = (back.acceptedAnswers ?? []).map((one) => (isChoice ? own(one) : one));
  const same = sameSet([there.answer, ...there.acceptedAnswers], [answer, ...also]);
  const wrong = (back.wrongAnswers ?? []).map((one) => {
    const id = isChoice ? own(one.answer) : one.answer;
    const before = there.wrongAnswers.find((known) => known.answer === id);
    return { answer: id, feedback: before ? asItWas(before.feedback, one.feedback) : one.feedback };
  });
  return {
    ...back,
    question: asItWas(there.question, back.question),
    explanation: asItWas(there.explanation, back.explanation),
    answer: same ? there.answer : answer,
    acceptedAnswers: same ? there.acceptedAnswers : also,
    choices: ids ? there.choices : (back.choices ?? []),
    wrongAnswers: sameSet(there.wrongAnswers.map(said), wrong.map(said)) ? there.wrongAnswers : wrong,
    ...(sameSet(there.aliases.filter(isTag), back.aliases ?? []) ? { aliases: there.aliases } : {}),
  };
}

/** By the id of a choice in the file, its id here, where all choices look as they do here and in the same order. */
function sameChoices({ choices }: StoredStep, { choices: back = [] }: QaDraft): Map<string, string> | undefined {
  const same =
    choices.length === back.length && choices.every(({ text }, at) => asItWas(text, back[at]?.text ?? '') === text);
  return same ? new Map(back.map(({ id }, at) => [id, choices[at]?.id ?? id])) : undefined;
}

const said = ({ answer, feedback }: { answer: string; feedback: string }): string => `${answer}\n${feedback}`;

const sameSet = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one));
