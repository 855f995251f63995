import { attribute, childOf, childrenOf, isTooMuch, type MarkupElement } from '../../../markup/markup.ts';
import { type ContentContext, readContent } from '../content.ts';
import { MOST_GAPS } from '../gaps.ts';
import {
  type ItemPart,
  ItemRefused,
  inOrder,
  type NumberRight,
  type PartAnswer,
  type Picture,
  type QtiItem,
} from '../item.ts';
import { groupQuestion, MOST_PLACES, orderQuestion, pairQuestion } from '../wordings.ts';
import { readCalculated } from './calculated.ts';
import { type Feedback, readFeedback } from './feedback.ts';
import { laidOut, withNumbers } from './layout.ts';
import { numbersRight } from './numbers.ts';
import { metadataOf, type Piece, type Place, readPresentation } from './presentation.ts';
import { type Asked, givesPartOfThePoints, remarkOn } from './remarks.ts';
import { findRight } from './right-answers.ts';
import { respondentsIn, Scoring } from './scoring.ts';

const MOST_LABELS = 26;

/** Reads one item of QTI 1.2, as Canvas, Blackboard, Moodle or a Common Cartridge has it. Throws `ItemRefused`. */
export function readItemV1(item: MarkupElement, document: ContentContext['document'] = () => undefined): QtiItem {
  const context: ContentContext = { pictures: [], notes: [], document };
  const type = typeOf(item);
  refuseType(type);
  const presentation = childOf(item, 'presentation');
  const pieces = presentation ? withoutEmptyRows(readPresentation(presentation, context), type, context) : [];
  const places = pieces.flatMap((piece) => (piece.type === 'place' ? [piece.place] : []));
  if (places.length === 0) throw new ItemRefused('it is only a text, without a question');
  if (places.length > MOST_GAPS)
    throw new ItemRefused(`it asks for ${places.length} things; at most ${MOST_GAPS} are taken`);
  const feedback = readFeedback(item, context);
  const calculated = readCalculated(item);
  if (calculated) {
    for (const piece of pieces) if (piece.type === 'text') piece.nodes = withNumbers(piece.nodes, calculated.values);
    if (calculated.sets > 1)
      context.notes.push(
        `its numbers are drawn anew for each pupil in the source; it is asked here with the first of ${calculated.sets} sets`,
      );
  }
  const scoring = new Scoring(item, new Map(places.map((place) => [place.ident, place.cardinality])));
  if (isTooMuch(childrenOf(item, 'resprocessing'))) throw new ItemRefused('its marking has too many rules');
  const right = rightOf(places, { type, scoring, number: calculated?.right, essay: type.includes('essay'), feedback });
  const layout = laidOut(pieces, places, type, context);
  const asked = layout.order.flatMap((index): Asked[] => {
    const place = places[index];
    const prompt = layout.prompts[index] ?? '';
    if (place === undefined) return [];
    const alone = places.length === 1 && !type.includes('matching');
    return [{ place, parts: partsOf(place, prompt, right.get(place.ident) ?? null, alone) }];
  });
  // The marking of drawn numbers cannot be tried: what it says stands under Canvas's names for it.
  remarkOn(asked, calculated ? undefined : scoring, feedback);
  if (givesPartOfThePoints(asked, scoring))
    context.notes.push('an answer for which the source gives a part of the points is not right here');
  const parts = asked.flatMap((one) => one.parts);
  if (parts.length === 0) throw new ItemRefused('nothing is asked in it');
  return {
    ident: attribute(item, 'ident') ?? '',
    title: attribute(item, 'title')?.trim() ?? '',
    stem: layout.stem,
    parts,
    pictures: inOrder(context.pictures),
    hints: feedback.hints,
    notes: [...new Set(context.notes)],
  };
}

/** The text that other items are about. */
export function readStimulus(item: MarkupElement): { text: string; pictures: Picture[] } {
  const context: ContentContext = { pictures: [], notes: [], document: () => undefined };
  const presentation = childOf(item, 'presentation');
  const pieces = presentation ? readPresentation(presentation, context) : [];
  const nodes = pieces.flatMap((piece) => (piece.type === 'text' ? piece.nodes : []));
  return { text: readContent(nodes, context), pictures: context.pictures };
}

/** "multiple_choice_question" of Canvas, "cc.multiple_choice.v0p1" of cartridges. */
function typeOf(item: MarkupElement): string {
  const fields = metadataOf(item);
  return (fields.get('question_type') || fields.get('cc_profile') || '').toLowerCase();
}

function refuseType(type: string): void {
  if (type.includes('file_upload')) throw new ItemRefused('it is answered with a file');
  if (type.includes('hot_spot')) throw new ItemRefused('it is answered by a click on a picture');
  if (type.includes('text_only')) throw new ItemRefused('it is only a text, without a question');
}

/** Canvas keeps the rows of a matching that its author left empty. */
function withoutEmptyRows(pieces: readonly Piece[], type: string, context: ContentContext): Piece[] {
  if (!type.includes('matching')) return [...pieces];
  const kept = pieces.filter((piece) => piece.type === 'text' || piece.place.caption !== '');
  if (kept.length < pieces.length) context.notes.push('a row of it is empty and left out');
  return kept;
}

interface RightContext {
  type: string;
  scoring: Scoring;
  number: NumberRight | undefined;
  essay: boolean;
  feedback: Feedback;
}

type Right = { values: string[] } | { numbers: NumberRight[] };

function rightOf(
  places: readonly Place[],
  { type, scoring, number, essay, feedback }: RightContext,
): Map<string, Right> {
  const [only] = places;
  if (only && places.length === 1) {
    if (number) return new Map([[only.ident, { numbers: [number] }]]);
    const isText = only.kind === 'text' && scoring.gains.length === 0;
    if (isText && feedback.solutions[0]) return new Map([[only.ident, { values: [feedback.solutions[0]] }]]);
    if (essay || isText) throw new ItemRefused('it asks for a text that a person must mark, and has no model answer');
  }
  const found = new Map<string, Right>();
  const asked = places.filter((place) => {
    if (place.kind === 'number' || (type.includes('numerical') && place.kind === 'text')) {
      const gains = scoring.gains.filter((gain) => respondentsIn(gain).has(place.ident));
      found.set(place.ident, { numbers: numbersRight(gains) });
      return false;
    }
    if (!isOpenGap(place, type)) return true;
    found.set(place.ident, { values: place.labels.map((label) => openAnswer(label)) });
    return false;
  });
  if (asked.length === 0) return found;
  if (asked.some((place) => place.labels.length > MOST_LABELS)) {
    throw new ItemRefused(`it has more than ${MOST_LABELS} choices`);
  }
  for (const [ident, values] of findRight(scoring, asked)) found.set(ident, { values });
  return found;
}

/** Canvas lists the words that a gap takes as if they were choices; a menu or a bank of words says so. */
function isOpenGap(place: Place, type: string): boolean {
  const [first, ...others] = place.labels.map((label) => label.text.toLowerCase());
  // One word in two spellings is no choice; it is the list of what a gap takes.
  if (place.caption !== '' && others.length > 0 && others.every((text) => text === first)) return true;
  if (!type.includes('fill_in_multiple_blanks') || place.labels.length === 0) return false;
  return place.labels.every((label) => (label.attributes.get('answer_type') ?? 'openEntry') === 'openEntry');
}

function openAnswer({ text, attributes }: Place['labels'][number]): string {
  if (attributes.get('scoring_algorithm') === 'TextRegex') {
    throw new ItemRefused('one of its gaps is marked by a pattern and not by an answer');
  }
  return typed(text);
}

/** Markdown as a pupil would type it. */
const typed = (markdown: string): string => markdown.replace(/\\([\\`*_[\]#|~$+=>.)-])/g, '$1').trim();

function partsOf(place: Place, prompt: string, right: Right | null, alone: boolean): ItemPart[] {
  if (right === null) throw new ItemRefused('it does not say which answer is right');
  const part = (answer: PartAnswer, own = prompt): ItemPart => ({ prompt: own, answer, remarks: [], explanation: [] });
  if ('numbers' in right) return [part({ kind: 'number', right: right.numbers })];
  const { values } = right;
  const choices = place.labels.map(({ key, text }) => ({ key, text }));
  if (place.kind !== 'choice' || !choices.some((choice) => values.includes(choice.key))) {
    return [part({ kind: 'text', right: values })];
  }
  const caption = place.caption !== '' && place.caption === prompt && !alone;
  if (place.cardinality === 'Ordered') {
    if (values.length > MOST_PLACES)
      throw new ItemRefused(`it has ${values.length} things to put in order; at most ${MOST_PLACES} are taken`);
    // The last place is what is left.
    const asked = values.length === choices.length ? values.slice(0, -1) : values;
    return asked.map((key, at) => part({ kind: 'choice', choices, right: [key] }, orderQuestion(at)));
  }
  if (place.cardinality === 'Multiple') {
    return [part({ kind: 'several choices', choices, right: [values] }, caption ? groupQuestion(prompt) : prompt)];
  }
  return [part({ kind: 'choice', choices, right: values }, caption ? pairQuestion(prompt) : prompt)];
}
