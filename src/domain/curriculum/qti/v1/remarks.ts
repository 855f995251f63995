import { type ItemPart, teaches } from '../item.ts';
import type { Feedback } from './feedback.ts';
import type { Place } from './presentation.ts';
import { feedbackOf, type Scoring } from './scoring.ts';

/** A place with what was made of it. */
export interface Asked {
  place: Place;
  parts: ItemPart[];
}

/** What the source says to each wrong choice, and once all is right. */
export function remarkOn(asked: readonly Asked[], scoring: Scoring | undefined, feedback: Feedback): void {
  const shown = (idents: readonly string[]) =>
    idents.flatMap((ident) => feedback.texts.get(ident) ?? []).filter(teaches);
  const referred = new Set(scoring?.conditions.flatMap(feedbackOf));
  const unreferred = (ident: string) => (referred.has(ident) ? [] : [ident]);
  const rights = new Map(asked.map(({ place, parts }) => [place.ident, rightValues(parts)]));
  const said = [
    ...(scoring?.evaluate(rights).feedback ?? []),
    ...unreferred('general_fb'),
    ...unreferred('correct_fb'),
  ];
  asked
    .at(-1)
    ?.parts.at(-1)
    ?.explanation.push(...shown(said), ...feedback.solutions.filter(teaches));
  for (const { place, parts } of asked) {
    const [part] = parts;
    if (!scoring || parts.length !== 1 || part?.answer.kind !== 'choice') continue;
    for (const { key } of part.answer.choices) {
      if (part.answer.right.includes(key)) continue;
      const heard = scoring.evaluate(new Map([...rights, [place.ident, [key]]])).feedback;
      const idents = [...heard, ...unreferred('general_incorrect_fb')].filter((ident) => !said.includes(ident));
      const text = shown(idents).join('\n\n');
      if (text !== '') part.remarks.push({ answer: key, text });
    }
  }
}

/** Whether another choice than the best earns something. */
export function givesPartOfThePoints(asked: readonly Asked[], scoring: Scoring): boolean {
  const [only] = asked;
  const [part] = only?.parts ?? [];
  if (asked.length !== 1 || only === undefined || part?.answer.kind !== 'choice') return false;
  const { choices, right } = part.answer;
  return choices.some(
    ({ key }) => !right.includes(key) && scoring.evaluate(new Map([[only.place.ident, [key]]])).score > 0,
  );
}

/** The values that a pupil gives who is right in all parts of a place. */
function rightValues(parts: readonly ItemPart[]): string[] {
  return parts.flatMap(({ answer }) => {
    if (answer.kind === 'several choices') return answer.right[0] ?? [];
    if (answer.kind === 'number') return answer.right.slice(0, 1).map((right) => String(right.value));
    return answer.right.slice(0, 1);
  });
}
