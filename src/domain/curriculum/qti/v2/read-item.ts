import {
  attribute,
  childOf,
  childrenOf,
  descendantsOf,
  firstDescendant,
  isTooMuch,
  type MarkupElement,
} from '../../../markup/markup.ts';
import { asBlock } from '../../../markup/to-markdown.ts';
import { type ContentContext, readContent, readHtmlContent } from '../content.ts';
import { gapsIn, showGaps } from '../gaps.ts';
import { type ItemPart, ItemRefused, inOrder, type QtiItem } from '../item.ts';
import { type Declaration, readDeclarations } from './declarations.ts';
import { FeedbackReader } from './feedback.ts';
import { type Asked, InteractionReader, isInteraction, unfolds } from './interactions.ts';
import { partsOf } from './parts.ts';
import { findRight, type RightSets } from './right-answers.ts';

/** Stands where an interaction with a block of its own was. */
const PLACE = '\ue200';

/** Reads one item of QTI 2.0, 2.1 or 2.2 (3.0 with the names of 2.x). Throws `ItemRefused`. */
export function readItemV2(item: MarkupElement, document: ContentContext['document'] = () => undefined): QtiItem {
  const context: ContentContext = { pictures: [], notes: [], document };
  const body = childOf(item, 'itemBody');
  if (!body) throw new ItemRefused('it has no body');
  if (firstDescendant(item, 'templateDeclaration'))
    throw new ItemRefused('its text or its numbers are made anew by a program for each pupil');
  if (unfolds(body))
    throw new ItemRefused('its questions appear one after the other, as the answers before them decide');
  if (isTooMuch(childrenOf(item, 'responseProcessing'))) throw new ItemRefused('its marking has too many rules');
  const interactions = new InteractionReader(context);
  const raw = readStimuli(item, context) + readBody(body, interactions, context);
  const { asked } = interactions;
  if (asked.length === 0) throw new ItemRefused('it is only a text, without a question');
  const declarations = readDeclarations(item);
  const right = rightOf(item, declarations, asked);
  const gaps = [...new Set(gapsIn(raw))];
  const gapNumbers = new Map(gaps.length > 1 ? gaps.map((mark, at) => [mark, at + 1]) : []);
  const texts = raw.split(PLACE).map((text) => showGaps(text, gapNumbers).trim());
  const parts = asked.map((one) => {
    const declaration = declarations.get(one.responseId);
    if (!declaration) throw new ItemRefused('it does not say which answer is right');
    return { one, parts: partsOf(one, { item, declaration, right: right.get(one.responseId) ?? [], gapNumbers }) };
  });
  const hints = remarkOn(item, parts, right, declarations, context);
  return {
    ident: attribute(item, 'identifier') ?? '',
    title: attribute(item, 'title')?.trim() ?? '',
    ...placed(texts, parts),
    pictures: inOrder(context.pictures),
    hints,
    notes: [...new Set(context.notes)],
  };
}

/** Texts in files of their own that the item is about. */
function readStimuli(item: MarkupElement, context: ContentContext): string {
  return childrenOf(item, 'assessmentStimulusRef')
    .map((reference) => {
      const href = attribute(reference, 'href') ?? '';
      const text = context.document(href);
      if (text === undefined)
        throw new ItemRefused(`the text that it is about, ${href.slice(0, 80)}, is not in the package`);
      return `${readHtmlContent(text, context)}\n\n`;
    })
    .join('');
}

/** The text of the body; interactions leave a gap or a place in it. */
function readBody(body: MarkupElement, interactions: InteractionReader, context: ContentContext): string {
  return readContent(body.children, context, (element) => {
    if (element.name === 'rubricBlock')
      return /candidate/.test(attribute(element, 'view') ?? 'candidate') ? undefined : '';
    if (element.name.startsWith('feedback') || element.name === 'stylesheet') return '';
    if (element.name === 'printedVariable')
      throw new ItemRefused('its text or its numbers are made anew by a program for each pupil');
    if (!isInteraction(element.name)) return undefined;
    const text = interactions.read(element);
    return isBlockInteraction(element.name) ? text + asBlock(PLACE) : text;
  });
}

const isBlockInteraction = (name: string): boolean =>
  !/^(?:textEntry|inlineChoice|endAttempt|gapMatch)Interaction$/.test(name);

function rightOf(
  item: MarkupElement,
  declarations: ReadonlyMap<string, Declaration>,
  asked: readonly Asked[],
): Map<string, RightSets> {
  const essay = asked.find(
    (one) => one.kind === 'essay' && (declarations.get(one.responseId)?.correct.length ?? 0) === 0,
  );
  if (essay) throw new ItemRefused('it asks for a text that a person must mark, and has no model answer');
  return findRight(
    item,
    declarations,
    asked.map((one) => one.responseId),
  );
}

interface Read {
  one: Asked;
  parts: ItemPart[];
}

/** Text before a block question with no words of its own asks it; all other text comes first. */
function placed(texts: readonly string[], read: readonly Read[]): { stem: string; parts: ItemPart[] } {
  const blocks = read.filter(
    ({ one }) => one.kind !== 'menu' && one.kind !== 'gaps' && (one.kind !== 'entry' || one.mark === undefined),
  );
  const own = new Set<number>();
  if (read.length > 1) {
    blocks.forEach(({ one, parts }, at) => {
      const [first] = parts;
      const text = texts[at] ?? '';
      if (at === 0 || first === undefined || one.prompt !== '' || text === '' || gapsIn(text).length > 0) return;
      first.prompt = [text, first.prompt].filter(Boolean).join('\n\n');
      own.add(at);
    });
  }
  const parts = read.flatMap((one) => one.parts);
  const introductions = parts.flatMap((part) => part.introduction ?? []);
  const stem = texts.filter((text, at) => text !== '' && !own.has(at));
  if (read.length === 1) return { stem: [...stem, ...introductions].join('\n\n'), parts };
  for (const part of parts) if (part.introduction) part.prompt = `${part.introduction}\n\n${part.prompt}`;
  return { stem: stem.join('\n\n'), parts };
}

/** What is said to wrong choices and once all is right goes to the parts; what is said to a wish for help are hints. */
function remarkOn(
  item: MarkupElement,
  read: readonly Read[],
  right: ReadonlyMap<string, RightSets>,
  declarations: ReadonlyMap<string, Declaration>,
  context: ContentContext,
): string[] {
  const feedback = new FeedbackReader(item, declarations, context);
  const best = new Map([...right].map(([id, sets]) => [id, sets[0] ?? []]));
  const ifRight = feedback.said(best);
  read
    .at(-1)
    ?.parts.at(-1)
    ?.explanation.push(...ifRight);
  for (const { one, parts } of read) {
    const [part] = parts;
    if (parts.length !== 1 || part?.answer.kind !== 'choice') continue;
    const { choices, right: own } = part.answer;
    for (const { key } of choices.filter((choice) => !own.includes(choice.key))) {
      const said = feedback.said(new Map([...best, [one.responseId, [key]]])).filter((text) => !ifRight.includes(text));
      if (said.length > 0) part.remarks.push({ answer: key, text: said.join('\n\n') });
    }
  }
  const wishes = descendantsOf(item, 'endAttemptInteraction').map(
    (wish) => attribute(wish, 'responseIdentifier') ?? '',
  );
  return [...new Set(wishes.flatMap((wish) => feedback.said(new Map([[wish, ['true']]]))))].filter(
    (text) => !ifRight.includes(text),
  );
}
