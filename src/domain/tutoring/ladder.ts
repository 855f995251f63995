import type { Hint, Item } from '../curriculum/curriculum.ts';
import type { OpenItem, OpenPart, Rung, RungKind } from './dialogue.ts';
import { ENGLISH_HELP, type GeneratedHelp } from './generated-help.ts';
import { statesAnswer } from './states-answer.ts';
import type { AnswerChecker } from './verdict.ts';

/**
 * The hint ladder of an item in the order of T2: pointer, concept, worked look-alike, next steps, answer. Made of the authored
 * hints as far as they do not give the answer away; where there are fewer than two, of generated help. The last rung, and only
 * that, is the answer. A look-alike that was already shown with the item has no rung; one that the item's author did not write is
 * borrowed from a neighbour when the item opens (look-alike.ts).
 */
export function ladderOf(open: OpenItem, item: Item, checker: AnswerChecker, help?: GeneratedHelp): Rung[] {
  const borrowed = open.lookAlike;
  return buildLadder(borrowed === undefined ? item : { ...item, workedExample: borrowed }, checker, open.example, help);
}

/** The ladder of an item as its author wrote it; see above. */
export function buildLadder(
  item: Item,
  checker: AnswerChecker,
  exampleShown = false,
  help: GeneratedHelp = ENGLISH_HELP,
): Rung[] {
  const hints = usableHints(item, checker, help);
  const rungs = hints.map((rung, index): Rung => ({ kind: kindOf(index, hints.length), ...rung }));
  // Even a general sentence may hold the word that is looked for: "a name, a reason, a place".
  const generated: Rung[] = [
    ...(hints.length === 0 ? [{ kind: 'pointer' as const, text: help.pointer[item.key.kind] }] : []),
    ...(hints.length < 2 ? [{ kind: 'next step' as const, text: help.nextStep[item.key.kind] }] : []),
  ];
  rungs.push(...generated.filter(({ text }) => !statesAnswer(item, text, checker)));
  const example = exampleShown ? null : workedExampleOf(item, checker);
  if (example !== null) {
    const place = rungs.findIndex((rung) => rung.kind === 'next step');
    rungs.splice(place < 0 ? rungs.length : place, 0, { kind: 'worked look-alike', text: example });
  }
  return [...rungs, { kind: 'answer', text: answerText(item, help) }];
}

/** The worked look-alike, unless there is none or its result happens to be this item's answer. */
export function workedExampleOf(item: Item, checker: AnswerChecker): string | null {
  const example = item.workedExample.trim();
  return example === '' || statesAnswer(item, example, checker) ? null : example;
}

/** The answer as a pupil reads it: the text of a choice, the value with its unit. */
export function shownAnswer(item: Item): string {
  const { key } = item;
  if (key.kind === 'choice' || key.kind === 'several choices') {
    const ids = key.answer.split(',').map((id) => id.trim());
    const texts = ids.map((id) => key.choices.find((choice) => choice.id === id)?.text ?? id);
    return texts.join('; ');
  }
  return key.unit === undefined || key.answer.includes(key.unit) ? key.answer : `${key.answer} ${key.unit}`;
}

function answerText(item: Item, help: GeneratedHelp): string {
  return [item.explanation.trim(), help.answerIs(shownAnswer(item))].filter(Boolean).join('\n\n');
}

function kindOf(index: number, count: number): RungKind {
  if (index === 0) return 'pointer';
  return index === 1 && count > 2 ? 'concept' : 'next step';
}

function usableHints(item: Item, checker: AnswerChecker, help: GeneratedHelp): Omit<Rung, 'kind'>[] {
  const seen = new Set<string>();
  return item.hints.flatMap((hint) => {
    const rung = usable(item, hint, checker, help);
    if (rung === null) return [];
    const same = `${rung.text}\n${rung.scaffold?.question ?? ''}`;
    if (seen.has(same)) return [];
    seen.add(same);
    return [rung];
  });
}

/** A hint without what would give the answer away: its text, its smaller question, or both may go. */
function usable(item: Item, hint: Hint, checker: AnswerChecker, help: GeneratedHelp): Omit<Rung, 'kind'> | null {
  const text = statesAnswer(item, hint.text, checker) ? '' : hint.text.trim();
  const scaffold = hint.scaffold;
  const asks =
    scaffold !== undefined &&
    scaffold.question.trim() !== '' &&
    scaffold.answer.trim() !== '' &&
    !statesAnswer(item, scaffold.question, checker) &&
    !checker.sameAnswer(item.key, scaffold.answer);
  if (!asks) return text === '' ? null : { text };
  const lead = text === '' || text === scaffold.question.trim() ? help.scaffoldLead : text;
  return { text: lead, scaffold: { ...scaffold, question: scaffold.question.trim() } };
}

/** The open part that a rung's scaffold makes; null when the rung asks nothing. */
export function partOf(rung: Rung | null): OpenPart | null {
  if (rung?.scaffold === undefined) return null;
  const { question, answer, kind = 'text', choices = [] } = rung.scaffold;
  return { question, key: { kind, answer, choices } };
}
