import type { AnswerChecker } from '../../tutoring/verdict.ts';
import type { AnswerKey, Hint } from '../curriculum.ts';
import { whyNotAsked } from '../import/kept-as-draft.ts';
import { readKey } from './answer-key.ts';
import { withoutFigures } from './figures.ts';
import { readLicence } from './licence.ts';
import type { SourceHint } from './source-shape.ts';
import { cleanText } from './source-text.ts';

/** The hints of a step in the order in which they build on each other, and what of them was not taken. */
export interface ReadHints {
  hints: Hint[];
  /** From the last hints; empty where they say nothing. */
  explanation: string;
  notes: string[];
  /** How many name no licence of their own: they are under that of their problem. */
  unlicensed: number;
}

type OneHint = Omit<SourceHint, 'subHints'>;

const MOST = 30;
/** Longest explanation that is put together of hints, in characters, and of how many. */
const LONGEST_EXPLANATION = 700;
const LAST_HINTS = 3;
/** Titles that lead to no thought. */
const SAYS_NOTHING = /^\W*(?:(?:final )?answer|solution|solve|hint|question|step|simplify|scaffold)?[\s\d:.!]*$/i;

/**
 * Reads the pathway of a step with this key. A hint that is damaged or has a licence that forbids its use is left out; a smaller
 * question that asks for the step's own answer is a plain hint, since solving it would be solving the step.
 */
export function readHints(pathway: readonly SourceHint[], key: AnswerKey, checker: AnswerChecker): ReadHints {
  const notes: string[] = [];
  const { order, circle } = inOrder(pathway);
  if (circle) notes.push('its hints depend on each other in a circle; they are taken in the order of the file');
  const flat = order.flatMap((hint): OneHint[] => [hint, ...(hint.subHints ?? [])]);
  if (flat.length > MOST) notes.push(`it has ${flat.length} hints, of which the first ${MOST} are taken`);
  const hints = flat.slice(0, MOST).flatMap((hint) => readHint(hint, key, checker, notes));
  const unlicensed = flat.filter((hint) => !hint.license).length;
  return { hints: hints.map((one) => one.hint), explanation: explanationOf(hints), notes, unlicensed };
}

interface Read {
  hint: Hint;
  /** The hint with the answer to its smaller question, as part of a solution. */
  solved: string;
}

function readHint(hint: OneHint, wanted: AnswerKey, checker: AnswerChecker, notes: string[]): Read[] {
  const licence = hint.license === undefined || hint.license === '' ? null : readLicence(hint.license);
  if (licence !== null && !licence.ok) {
    notes.push(`a hint is left out: ${licence.reason}`);
    return [];
  }
  const source = withoutFigures(hint.text ?? '');
  const title = cleanText(withoutFigures(hint.title ?? '').text);
  const body = cleanText(source.text);
  const damage = body.damage ?? title.damage;
  if (damage !== null) {
    notes.push(`a hint is left out: it has a damaged formula: ${damage}`);
    return [];
  }
  if (source.names.length > 0) notes.push('a figure in a hint is left out: it would show before the hint');
  const text = body.text === '' ? title.text : body.text;
  if (text === '') return [];
  if (hint.type !== 'scaffold' || !hint.hintAnswer?.length) return [{ hint: { text }, solved: text }];
  const { problemType, hintAnswer: answers, choices } = hint;
  const read = readKey({ problemType: problemType ?? 'TextBox', answers, choices: choices ?? [] }, checker);
  const refusal = read.ok ? whyNotAsked([read.key]) : read.reason;
  if (!read.ok || refusal !== null) {
    notes.push(`a smaller question became a plain hint: ${refusal}`);
    return [{ hint: { text }, solved: text }];
  }
  const { key } = read;
  const answer = key.choices.find((choice) => choice.id === key.answer)?.text ?? key.answer;
  const solved = `${text.replace(/\s*[?.:]$/, '')} → ${answer}`;
  if (checker.sameAnswer(wanted, answer)) return [{ hint: { text }, solved }];
  const offered = key.choices.length > 0 ? { choices: key.choices } : {};
  const lead = body.text === '' || SAYS_NOTHING.test(title.text) ? text : title.text;
  const scaffold = { question: text, kind: key.kind, answer: key.answer, ...offered };
  return [{ hint: { text: lead, scaffold }, solved }];
}

/** The last hints in one text, as many as are short enough: the end of the solution in the author's words. */
function explanationOf(hints: readonly Read[]): string {
  let text = '';
  for (const { solved } of hints.slice(-LAST_HINTS).reverse()) {
    const longer = text === '' ? solved : `${solved}\n\n${text}`;
    if (longer.length > LONGEST_EXPLANATION) break;
    text = longer;
  }
  return text;
}

/** Each hint after those that it depends on, otherwise as the file has them. In a circle the order of the file decides. */
function inOrder(pathway: readonly SourceHint[]): { order: SourceHint[]; circle: boolean } {
  const left = [...pathway];
  const known = new Set(pathway.map((hint) => hint.id));
  const done = new Set<string>();
  const order: SourceHint[] = [];
  let circle = false;
  while (left.length > 0) {
    const free = left.findIndex((hint) => (hint.dependencies ?? []).every((id) => done.has(id) || !known.has(id)));
    circle ||= free === -1;
    const [next] = left.splice(Math.max(0, free), 1);
    if (!next) break;
    order.push(next);
    done.add(next.id);
  }
  return { order, circle };
}
