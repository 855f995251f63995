import { attribute, childrenOf, descendantsOf, type MarkupElement } from '../../../markup/markup.ts';
import { type ContentContext, readContent } from '../content.ts';
import { ItemRefused, teaches } from '../item.ts';
import type { Declaration } from './declarations.ts';
import { process, type Responses } from './processing.ts';

interface Shown {
  outcome: string;
  identifier: string;
  text: string;
}

/** All that an item may say after an answer, with what makes it appear. */
export class FeedbackReader {
  readonly #item: MarkupElement;
  readonly #declarations: ReadonlyMap<string, Declaration>;
  readonly #all: Shown[];

  constructor(item: MarkupElement, declarations: ReadonlyMap<string, Declaration>, context: ContentContext) {
    this.#item = item;
    this.#declarations = declarations;
    const elements = [...descendantsOf(item, 'feedbackInline', 'feedbackBlock'), ...childrenOf(item, 'modalFeedback')];
    this.#all = elements
      .filter((element) => attribute(element, 'showHide') !== 'hide')
      .map((element) => ({
        outcome: attribute(element, 'outcomeIdentifier') ?? '',
        identifier: attribute(element, 'identifier') ?? '',
        text: remark(element, context),
      }));
  }

  /** What is said to an answer. */
  said(responses: Responses): string[] {
    if (this.#all.length === 0) return [];
    const outcomes = process(this.#item, this.#declarations, responses);
    const shown = this.#all.filter(({ outcome, identifier }) => outcomes?.get(outcome)?.includes(identifier));
    return [...new Set(shown.map((one) => one.text))].filter(teaches);
  }
}

function remark(element: MarkupElement, context: ContentContext): string {
  const own: ContentContext = { ...context, pictures: [], notes: [] };
  try {
    const text = readContent(element.children, own, (child) =>
      /Interaction$|^printedVariable$/.test(child.name) ? '' : undefined,
    );
    if (own.pictures.length > 0) context.notes.push('a picture in what it says after an answer is left out');
    return text;
  } catch (error) {
    if (!(error instanceof ItemRefused)) throw error;
    context.notes.push(`something that it says after an answer is left out: ${error.message}`);
    return '';
  }
}
