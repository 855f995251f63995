import { attribute, childrenOf, descendantsOf, type MarkupElement } from '../../../markup/markup.ts';
import { type ContentContext, readContent } from '../content.ts';
import { ItemRefused } from '../item.ts';
import { materialNodes } from './presentation.ts';

export interface Feedback {
  /** By ident. */
  texts: ReadonlyMap<string, string>;
  hints: string[];
  solutions: string[];
}

/** Who a feedback is for; what is only for those who mark is not shown. */
const PUPIL = /^(?:all|candidate|)$/i;

/** All that an item says after an answer. What cannot be shown in it is left out with a note: the question stands without it. */
export function readFeedback(item: MarkupElement, context: ContentContext): Feedback {
  const texts = new Map<string, string>();
  const hints: string[] = [];
  const solutions: string[] = [];
  for (const feedback of childrenOf(item, 'itemfeedback')) {
    if (!PUPIL.test(attribute(feedback, 'view') ?? '')) continue;
    hints.push(...descendantsOf(feedback, 'hintmaterial').map((one) => remark(one, context)));
    solutions.push(...descendantsOf(feedback, 'solutionmaterial').map((one) => remark(one, context)));
    const own = childrenOf(feedback, 'flow_mat', 'material');
    const text = own
      .map((one) => remark(one, context))
      .filter(Boolean)
      .join('\n\n');
    if (text !== '') texts.set(attribute(feedback, 'ident') ?? '', text);
  }
  return { texts, hints: hints.filter(Boolean), solutions: solutions.filter(Boolean) };
}

function remark(element: MarkupElement, context: ContentContext): string {
  const own: ContentContext = { ...context, pictures: [], notes: [] };
  const materials = element.name === 'material' ? [element] : descendantsOf(element, 'material');
  try {
    const text = readContent(materials.flatMap(materialNodes), own);
    if (own.pictures.length > 0) context.notes.push('a picture in what it says after an answer is left out');
    return text;
  } catch (error) {
    if (!(error instanceof ItemRefused)) throw error;
    context.notes.push(`something that it says after an answer is left out: ${error.message}`);
    return '';
  }
}
