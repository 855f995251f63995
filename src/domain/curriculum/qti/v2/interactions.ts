import {
  attribute,
  childOf,
  childrenOf,
  descendantsOf,
  firstDescendant,
  type MarkupElement,
  type MarkupNode,
} from '../../../markup/markup.ts';
import { asBlock } from '../../../markup/to-markdown.ts';
import { type ContentContext, readContent } from '../content.ts';
import { gapMark, MOST_GAPS } from '../gaps.ts';
import { ItemRefused, type SourceChoice } from '../item.ts';
import { withPictures } from '../v1/presentation.ts';

/** What an interaction asks, before it is known what is right. */
export type Asked = { responseId: string; prompt: string } & (
  | { kind: 'choice'; choices: SourceChoice[]; several: boolean }
  | { kind: 'order'; choices: SourceChoice[] }
  | { kind: 'match'; from: SourceChoice[]; to: SourceChoice[] }
  | { kind: 'associate'; choices: SourceChoice[] }
  | { kind: 'gaps'; choices: SourceChoice[]; gaps: { key: string; mark: number }[] }
  | { kind: 'menu'; choices: SourceChoice[]; mark: number }
  | { kind: 'entry'; mark: number | undefined; range: string }
  | { kind: 'essay' }
);

/** Interactions that have no counterpart here, and why. */
const REFUSED: Readonly<Record<string, string>> = {
  hotspotInteraction: 'it is answered by a click on a picture',
  selectPointInteraction: 'it is answered by a click on a picture',
  graphicOrderInteraction: 'it is answered by clicks on a picture',
  graphicAssociateInteraction: 'it is answered by lines on a picture',
  graphicGapMatchInteraction: 'it is answered by moving things onto a picture',
  positionObjectInteraction: 'it is answered by moving things onto a picture',
  positionObjectStage: 'it is answered by moving things onto a picture',
  drawingInteraction: 'it is answered with a drawing',
  uploadInteraction: 'it is answered with a file',
  mediaInteraction: 'it shows a film or a sound',
  customInteraction: 'it is answered in a way that only its maker knows',
  portableCustomInteraction: 'it is answered in a way that only its maker knows',
};

export const isInteraction = (name: string): boolean => name.endsWith('Interaction') || name === 'positionObjectStage';

/** Reads the interactions of a body as it is walked, in their order. */
export class InteractionReader {
  readonly asked: Asked[] = [];
  readonly #context: ContentContext;
  #marks = 0;

  constructor(context: ContentContext) {
    this.#context = context;
  }

  /** What stands in the text for an interaction. */
  read(element: MarkupElement): string {
    const why = REFUSED[element.name];
    if (why !== undefined) throw new ItemRefused(why);
    const responseId = attribute(element, 'responseIdentifier') ?? '';
    const prompt = readContent(childOf(element, 'prompt')?.children ?? [], this.#context);
    const base = { responseId, prompt };
    const choices = (names: string, within = element) =>
      descendantsOf(within, ...names.split(' ')).map((one) => this.#choice(one));
    switch (element.name) {
      case 'choiceInteraction':
        return this.#add({
          ...base,
          kind: 'choice',
          choices: choices('simpleChoice'),
          several: attribute(element, 'maxChoices') !== '1',
        });
      case 'orderInteraction':
        return this.#add({ ...base, kind: 'order', choices: choices('simpleChoice') });
      case 'matchInteraction': {
        const [from, to] = childrenOf(element, 'simpleMatchSet');
        if (!from || !to) throw new ItemRefused('it has no two sets to match');
        const [left, right] = [from, to].map((set) => choices('simpleAssociableChoice', set));
        return this.#add({ ...base, kind: 'match', from: left ?? [], to: right ?? [] });
      }
      case 'associateInteraction':
        return this.#add({ ...base, kind: 'associate', choices: choices('simpleAssociableChoice') });
      case 'gapMatchInteraction':
        return this.#gapMatch(element, base);
      case 'hottextInteraction':
        return this.#hottext(element, base);
      case 'inlineChoiceInteraction': {
        const mark = this.#mark();
        this.#add({ ...base, kind: 'menu', choices: choices('inlineChoice'), mark });
        return gapMark(mark);
      }
      case 'textEntryInteraction': {
        const mark = this.#mark();
        this.#add({ ...base, kind: 'entry', mark, range: '' });
        return gapMark(mark);
      }
      case 'sliderInteraction':
        return this.#add({ ...base, kind: 'entry', mark: undefined, range: rangeOf(element) });
      case 'extendedTextInteraction':
        return this.#add({ ...base, kind: 'essay' });
      case 'endAttemptInteraction':
        return '';
      default:
        throw new ItemRefused(`it asks in a way that is not known here: ${element.name.slice(0, 60)}`);
    }
  }

  #add(asked: Asked): string {
    this.asked.push(asked);
    return '';
  }

  #mark(): number {
    if (this.#marks >= MOST_GAPS) throw new ItemRefused(`it has more than ${MOST_GAPS} gaps`);
    this.#marks += 1;
    return this.#marks - 1;
  }

  #choice(element: MarkupElement): SourceChoice {
    const before = this.#context.pictures.length;
    const text = readContent(element.children, this.#context, (child) =>
      child.name.startsWith('feedback') ? '' : undefined,
    );
    return { key: attribute(element, 'identifier') ?? '', text: withPictures(text, this.#context, before) };
  }

  #gapMatch(element: MarkupElement, base: { responseId: string; prompt: string }): string {
    const choices = childrenOf(element, 'gapText', 'gapImg').map((one) => this.#choice(one));
    const gaps: { key: string; mark: number }[] = [];
    const body = bodyOf(element, 'prompt', 'gapText', 'gapImg');
    const text = readContent(body, this.#context, (child) => {
      if (child.name !== 'gap') return undefined;
      const mark = this.#mark();
      gaps.push({ key: attribute(child, 'identifier') ?? '', mark });
      return gapMark(mark);
    });
    this.#add({ ...base, prompt: '', kind: 'gaps', choices, gaps });
    return asBlock(base.prompt) + asBlock(text);
  }

  /** The words that may be chosen are set in bold in their text, and are the choices. */
  #hottext(element: MarkupElement, base: { responseId: string; prompt: string }): string {
    const choices: SourceChoice[] = [];
    const text = readContent(bodyOf(element, 'prompt'), this.#context, (child, inner) => {
      if (child.name !== 'hottext') return undefined;
      choices.push(this.#choice(child));
      return `**${inner().trim()}**`;
    });
    if (new Set(choices.map((choice) => choice.text)).size < choices.length) {
      throw new ItemRefused('the same words stand in its text more than once, and only one place is right');
    }
    this.#add({ ...base, kind: 'choice', choices, several: attribute(element, 'maxChoices') !== '1' });
    return asBlock(text);
  }
}

const bodyOf = (element: MarkupElement, ...without: string[]): MarkupNode[] =>
  element.children.filter((node) => typeof node === 'string' || !without.includes(node.name));

function rangeOf(slider: MarkupElement): string {
  const [from, to] = [attribute(slider, 'lowerBound'), attribute(slider, 'upperBound')];
  return from === undefined || to === undefined ? '' : `A number from ${Number(from)} to ${Number(to)}.`;
}

/** Whether an item has questions only inside what appears as it goes on. */
export function unfolds(body: MarkupElement): boolean {
  const hidden = descendantsOf(body, 'feedbackBlock', 'templateBlock', 'feedbackInline', 'templateInline');
  return hidden.some((block) => firstInteraction(block) !== undefined);
}

const firstInteraction = (block: MarkupElement): MarkupElement | undefined =>
  firstDescendant(
    block,
    'choiceInteraction',
    'textEntryInteraction',
    'inlineChoiceInteraction',
    'extendedTextInteraction',
    'matchInteraction',
    'orderInteraction',
    'gapMatchInteraction',
    'hottextInteraction',
    'sliderInteraction',
    'associateInteraction',
  );
