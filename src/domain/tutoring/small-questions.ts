import type { Item } from '../curriculum/curriculum.ts';
import type { OpenItem, OpenPart, Rung } from './dialogue.ts';
import { ENGLISH_HELP, type GeneratedHelp } from './generated-help.ts';
import { partOf } from './ladder.ts';
import { statesAnswer } from './states-answer.ts';
import type { AnswerChecker } from './verdict.ts';

/** Questions in the pupil's own words with one item: who answers none of so many needs something else. */
const MOST = 3;
const MOST_GIVEN = 3;

interface Asking {
  help?: GeneratedHelp | undefined;
  /** Those that were asked with items before: of what fits any item none is asked twice in a lesson. */
  asked?: readonly string[] | undefined;
}

/**
 * The smaller questions of T10, in the order in which they are asked: an author's scaffolds up to the next rung, then what the pupil can
 * answer in own words: first a piece of this very question (what it gives, names, reckons or offers), then what can be asked of any of
 * its kind. None holds the answer. Before the first attempt at an exit item nothing of the ladder is used.
 */
export function smallerQuestions(
  open: OpenItem,
  item: Item,
  ladder: readonly Rung[],
  checker: AnswerChecker,
  { help = ENGLISH_HELP, asked = [] }: Asking = {},
): OpenPart[] {
  const general = ofAnyItem(open, item, help).filter((question) => !asked.includes(question));
  const inOwnWords = [...piecesOf(item, help), ...general]
    .filter((question) => !statesAnswer(item, question, checker))
    .slice(0, MOST)
    .map((question) => ({ question, key: null }));
  if (open.exit && open.wrong === 0) return inOwnWords;
  const scaffolds = ladder.slice(0, open.rung + 1).flatMap((rung) => partOf(rung) ?? []);
  return [...scaffolds, ...inOwnWords];
}

const textOf = ({ stem, question }: Item): string => `${stem}\n${question}`.trim();

/** A number that is known, not worked out, is asked about like a name. */
const isKnown = (item: Item): boolean => item.key.kind === 'number' && !/\d/.test(textOf(item));

/** What can be asked of this item and of no other: by what stands in it. */
function piecesOf(item: Item, { pieces }: GeneratedHelp): string[] {
  const { key } = item;
  if (key.choices.length > 0) return [key.kind === 'choice' ? pieces.compare : pieces.weigh];
  if (key.kind === 'text') return namesIn(item.question).map(pieces.name);
  const code = codeLines(textOf(item));
  if (code.length > 0)
    return code
      .slice(-2, -1)
      .concat(code[0] ?? [])
      .map(pieces.line);
  const formulas = formulasIn(textOf(item));
  if (formulas.length > 0) return formulas.length === 1 ? formulaPieces(formulas[0] ?? '', pieces) : [];
  const given = quantitiesIn(item.question).length > 1 ? quantitiesIn(item.question) : quantitiesIn(textOf(item));
  if (given.length === 0 || given.length > MOST_GIVEN) return [];
  return [given.length === 1 ? pieces.oneGiven(given[0] ?? '') : pieces.given(given)];
}

/** What can be asked of any item of this kind; of a formula only where there is one. */
function ofAnyItem(open: OpenItem, item: Item, help: GeneratedHelp): string[] {
  const kind = isKnown(item) ? 'text' : item.key.kind;
  const hasFormula = formulasIn(textOf(item)).length > 0;
  const ofFormulas = hasFormula ? help.inFormulas[kind] : undefined;
  return [...(open.rung > 0 ? [help.ofLastHint] : []), ...(ofFormulas ?? []), ...help.inOwnWords[kind]];
}

type Pieces = GeneratedHelp['pieces'];

const OPERATION = /\\(?:cdot|times|div|frac|sqrt)(?![a-z])|[-+−·×÷*/^<>≤≥]|\\(?:le|ge|leq|geq|lt|gt)(?![a-z])/g;
const FUNCTION_OF = /^\s*[a-z]\(([a-z])\)\s*=\s*/;

/** Formulas that are more than a value or a name: with an operation, an equals sign or a function in them. */
function formulasIn(text: string): string[] {
  const spans = [...text.matchAll(/\$([^$\n]+)\$/g)].map(([, span = '']) => span.trim());
  return spans.filter((span) => {
    const bare = span.replace(/\\(?:text|mathrm) ?\{[^{}]*\}(?:\^\{?\d\}?)?|\\circ/g, '');
    return (
      (bare.match(OPERATION) ?? []).length > 0 && !/^[a-z]\s*=\s*[-−]?[\d.,]+$|^[-−]?[\d.,]+$|^\d+\s*\^/.test(bare)
    );
  });
}

/** Of one formula: what is reckoned first, or what happens to its letter. */
function formulaPieces(formula: string, pieces: Pieces): string[] {
  const body = formula.replace(FUNCTION_OF, '');
  const letters = body.replace(/\\[a-z]+/gi, ' ').match(/[a-z]/gi) ?? [];
  const operations = body.replace(/^\s*[-−]/, '').match(OPERATION) ?? [];
  if (letters.length === 0) return operations.length > 1 ? [pieces.order(`$${formula}$`)] : [];
  return letters.length === 1 ? [pieces.letter(`$${letters[0]}$`, `$${formula}$`)] : [];
}

const codeLines = (text: string): string[] => [...text.matchAll(/`([^`\n]*=[^`\n]*)`/g)].map(([whole]) => whole);

/** What no unit or thing that is counted begins with. */
const SMALL_WORD =
  /^(?:in|at|and|or|of|is|are|was|to|by|for|from|with|on|as|the|an?|each|every|than|then|there|that|how|what|into|so|but|when|where|while|if|because)$/i;

/** Given numbers with what they count: "120 m", "200,000 men", "$68°$". */
function quantitiesIn(text: string): string[] {
  const found = text.matchAll(
    /(?<![\p{L}\d$.,−-])(?:\$\d[\d.,]*(?:\s*°|\s*\\%)?\$|\d[\d,.]*\d|\d)(?![\p{L}\d$])(?:\s?%|\s(\p{L}+(?:\/\p{L}+)?[²³]?)(?!\p{L}))?/gu,
  );
  const all = [...found].map(([whole, word]) =>
    word !== undefined && SMALL_WORD.test(word) ? whole.slice(0, whole.length - word.length).trim() : whole.trim(),
  );
  return [...new Set(all)];
}

/** Names in a question: what begins with a capital inside of a sentence. */
function namesIn(question: string): string[] {
  const names = question.matchAll(/(?<=[\p{Ll},;:–-] ["“(]?)\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*/gu);
  return [...new Set([...names].map(([name]) => name.replace(/[’']s$/, '')))].slice(0, 1);
}
