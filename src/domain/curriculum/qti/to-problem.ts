import { statesAnswer } from '../../tutoring/states-answer.ts';
import type { AnswerChecker } from '../../tutoring/verdict.ts';
import type { AnswerKey, Choice, Item, WrongAnswer } from '../curriculum.ts';
import type { FigureDraft, ProblemDraft, QaDraft } from '../curriculum-draft.ts';
import { LIMITS } from '../import/limits.ts';
import { shorten } from '../import/shorten.ts';
import { readsAs, twinNote } from '../import/twin-choices.ts';
import { type ItemPart, ItemRefused, type PartAnswer, type QtiItem, type SourceChoice } from './item.ts';
import { numberKey } from './number-key.ts';

/** QTI says nothing about difficulty; the second of four levels is where questions start here. */
const USUAL_LEVEL = 2;

export interface Provenance {
  sourceKey: string;
  source: string;
  licence: string;
}

/**
 * An item as a problem of ours, its parts as steps. The checker must take each key for its own answer. Throws `ItemRefused` for
 * what cannot be asked or marked honestly; what is only said beside it and gives the answer away is left out with a note.
 */
export function toProblem(
  item: QtiItem,
  figures: FigureDraft[],
  from: Provenance,
  checker: AnswerChecker,
): { draft: ProblemDraft; notes: string[] } {
  const notes = [...item.notes];
  const tell = (note: string) => notes.push(note);
  const single = item.parts.length === 1;
  const stem = single ? '' : item.stem;
  const steps = item.parts.map((part): QaDraft => {
    const question = single ? [item.stem, part.prompt].filter(Boolean).join('\n\n') : part.prompt;
    if (question === '') throw new ItemRefused('it asks nothing');
    const length = question.length + stem.length;
    if (length > LIMITS.text) throw new ItemRefused(`its text has ${length} characters; allowed are ${LIMITS.text}`);
    const read = keyOf(part.answer, checker, item.isOurs);
    notes.push(...(read.notes ?? []));
    const asItem = itemOf({ stem, question, key: read.key });
    const leaks = (text: string) => statesAnswer(asItem, text, checker) || namesTheAnswer(read.key, text);
    const hints = item.hints.filter((text) => !leaks(text));
    // Help that ends in the answer is no hint; it explains.
    const solutions = item.hints.filter((text) => !hints.includes(text));
    const wrongAnswers = wrongAnswersOf(part, read, leaks, notes);
    return {
      use: 'for study',
      level: USUAL_LEVEL,
      question,
      ...read.key,
      hints: hints.map((text) => ({ text })),
      explanation: [...(item.isOurs ? [] : read.explanation), ...new Set([...part.explanation, ...solutions])].join(
        '\n\n',
      ),
      ...(wrongAnswers.length > 0 ? { wrongAnswers } : {}),
    };
  });
  return {
    draft: {
      ...from,
      ...(isTelling(item.title) ? { title: shorten('its title', item.title, LIMITS.title, tell) } : {}),
      ...(stem === '' ? {} : { stem }),
      ...(figures.length > 0 ? { figures } : {}),
      steps,
    },
    notes: [...new Set(notes)],
  };
}

/** Authoring tools call every item "Question". */
const isTelling = (title: string): boolean => title !== '' && !/^(?:question|item|untitled)\s*\d*$/i.test(title);

interface ReadKey {
  key: AnswerKey & { tolerance?: number };
  /** By the source's key of a choice: ours. */
  ids: ReadonlyMap<string, string>;
  explanation: string[];
  /** What of it is not as the item has it. */
  notes?: string[];
}

function keyOf(answer: PartAnswer, checker: AnswerChecker, isOurs = false): ReadKey {
  if (answer.kind === 'number') return { ...numberKey(answer.right, checker), ids: new Map() };
  if (answer.kind === 'text') return textKey(answer.right, checker, isOurs);
  const { choices, ids, notes } = choicesOf(answer.choices);
  const ours = (key: string) => {
    const id = ids.get(key);
    if (id === undefined) throw new ItemRefused('its answer is not among its choices');
    return id;
  };
  const right =
    answer.kind === 'choice'
      ? answer.right.map(ours)
      : answer.right.map((set) => [...new Set(set.map(ours))].sort().join(','));
  const [first, ...others] = [...new Set(right)];
  if (first === undefined || first === '') throw new ItemRefused('it does not say which answer is right');
  const key: AnswerKey = { kind: answer.kind, answer: first, acceptedAnswers: others, choices };
  if (answer.kind === 'choice' && others.length + 1 === choices.length)
    throw new ItemRefused('each of its choices is right');
  if (checker.check(key, { text: '', choiceId: first }).verdict !== 'correct')
    throw new ItemRefused('its own answer is not taken as right by the answer checker');
  return { key, ids, explanation: [], notes };
}

/** Choices in their order, those that read the same as one, those that are empty left out. */
function choicesOf(source: readonly SourceChoice[]): { choices: Choice[]; ids: Map<string, string>; notes: string[] } {
  const choices: Choice[] = [];
  const ids = new Map<string, string>();
  const twins = new Set<string>();
  for (const { key, text } of source) {
    if (text === '') continue;
    const same = choices.find((choice) => readsAs(choice.text) === readsAs(text));
    const id = same?.id ?? String.fromCharCode(97 + choices.length);
    if (same) twins.add(twinNote(text));
    else choices.push({ id, text });
    ids.set(key, id);
  }
  if (choices.length < 2)
    throw new ItemRefused(source.length < 2 ? 'it has no two choices' : 'its choices all read the same');
  if (choices.length > LIMITS.choices)
    throw new ItemRefused(`it has ${choices.length} choices; at most ${LIMITS.choices} are taken`);
  return { choices, ids, notes: [...twins] };
}

const PLAIN_NUMBER = /^-?(?:\d+|\d*\.\d+)$/;

/** Words as they would be typed. An answer that is a number is asked as one. */
function textKey(right: readonly string[], checker: AnswerChecker, isOurs: boolean): ReadKey {
  const texts = right.map((text) => text.trim()).filter(Boolean);
  const same = (one: string, other: string) => one === other || (!isOurs && one.toLowerCase() === other.toLowerCase());
  const distinct = texts.filter((text, at) => texts.findIndex((other) => same(other, text)) === at);
  const [first, ...others] = distinct;
  if (first === undefined) throw new ItemRefused('it does not say which answer is right');
  if (others.length >= LIMITS.list)
    throw new ItemRefused(`it takes ${others.length + 1} different answers; allowed are ${LIMITS.list}`);
  if (!isOurs && distinct.every((text) => PLAIN_NUMBER.test(text))) {
    return {
      ...numberKey(
        distinct.map((text) => ({ value: Number(text) })),
        checker,
      ),
      ids: new Map(),
    };
  }
  const key: AnswerKey = { kind: 'text', answer: first, acceptedAnswers: others, choices: [] };
  if (checker.check(key, { text: first }).verdict !== 'correct')
    throw new ItemRefused('its own answer is not taken as right by the answer checker');
  return { key, ids: new Map(), explanation: [] };
}

function wrongAnswersOf(
  part: ItemPart,
  { key, ids }: ReadKey,
  leaks: (text: string) => boolean,
  notes: string[],
): WrongAnswer[] {
  const found = part.remarks.flatMap(({ answer, text }): WrongAnswer[] => {
    const ours = key.choices.length > 0 ? ids.get(answer) : answer;
    if (ours === undefined || ours === key.answer || key.acceptedAnswers.includes(ours)) return [];
    if (!leaks(text)) return [{ answer: ours, feedback: text }];
    notes.push('what it says to a wrong answer gives the right one away, and is left out');
    return [];
  });
  return [...new Map(found.map((one) => [one.answer, one])).values()];
}

const wordsOf = (text: string): string => ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;

/** "You meant red": a remark that has the words of the right choice, or a number that is the answer. */
function namesTheAnswer(key: AnswerKey, text: string): boolean {
  const said = wordsOf(text);
  if (key.kind === 'number') return key.answer.length > 2 && said.includes(wordsOf(key.answer));
  if (key.kind !== 'choice') return false;
  const names = (choice: Choice) => wordsOf(choice.text).trim().length >= 3 && said.includes(wordsOf(choice.text));
  const [right] = key.choices.filter((choice) => choice.id === key.answer);
  return key.choices.length > 2 || !/^(?:true|false|yes|no)$/i.test(right?.text ?? '')
    ? right !== undefined && names(right)
    : false;
}

/** As much of an item as it takes to look for its answer in a text. */
function itemOf(own: Pick<Item, 'stem' | 'question' | 'key'>): Item {
  const nothing = {
    qaId: 0,
    revisionId: 0,
    problemId: 0,
    courseId: 0,
    unitName: '',
    stepIndex: 0,
    stepCount: 1,
    figures: [],
  };
  const texts = {
    aliases: [],
    hints: [],
    workedExample: '',
    explanation: '',
    wrongAnswers: [],
    source: '',
    licence: '',
  };
  return { ...nothing, ...texts, use: 'for study', level: USUAL_LEVEL, ...own };
}
