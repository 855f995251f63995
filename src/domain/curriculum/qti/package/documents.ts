import {
  attribute,
  childOf,
  childrenOf,
  descendantsOf,
  firstDescendant,
  type MarkupElement,
  wordsOf,
} from '../../../markup/markup.ts';
import { metadataOf } from '../v1/presentation.ts';
import { withNamesOf2x } from '../v2/version-names.ts';

/** An item where it stands in its package. */
export interface PlacedItem {
  element: MarkupElement;
  version: 1 | 2;
  /** The file that it is in. */
  file: string;
  ident: string;
  title: string;
  /** The quiz, bank or section that it belongs to. */
  group: string;
  /** The question of a bank that this is a copy of. */
  copyOf: string;
  isOfBank: boolean;
}

export interface ItemReference {
  href: string;
  group: string;
}

/** What one file of a package holds. */
export type QtiDocument =
  | { kind: 'items'; items: PlacedItem[]; assessment: string; notTaken: { id: string; reason: string }[] }
  | { kind: 'test'; title: string; references: ItemReference[]; notes: string[] }
  | { kind: 'manifest' }
  | { kind: 'other'; what: string };

/** What a file is, by its root. QTI 3 is read with the names of 2.x. */
export function readDocument(root: MarkupElement, file: string): QtiDocument {
  if (root.name === 'questestinterop') return readV1(root, file);
  const element = root.name.startsWith('qti-') ? withNamesOf2x(root) : root;
  switch (element.name) {
    case 'assessmentItem':
      return { kind: 'items', items: [readV2(element, file)], assessment: '', notTaken: [] };
    case 'assessmentTest':
      return readTest(element);
    case 'manifest':
      return { kind: 'manifest' };
    default:
      return {
        kind: 'other',
        what: OTHERS[element.name] ?? `its root is <${element.name.slice(0, 60)}>, which is no question`,
      };
  }
}

const OTHERS: Readonly<Record<string, string>> = {
  assessmentResult: 'it holds results of pupils, and no question',
  assessmentSection: 'it is a part of a test that stands for nothing by itself',
  assessmentStimulus: 'it is a text that questions are about, and no question',
  html: 'it is a page, and no question',
};

function readV2(element: MarkupElement, file: string): PlacedItem {
  return {
    element,
    version: 2,
    file,
    ident: attribute(element, 'identifier') ?? '',
    title: attribute(element, 'title')?.trim() ?? '',
    group: '',
    copyOf: '',
    isOfBank: false,
  };
}

function readTest(test: MarkupElement): QtiDocument {
  const title = attribute(test, 'title')?.trim() ?? '';
  const notes: string[] = [];
  const references = (element: MarkupElement, group: string): ItemReference[] =>
    childrenOf(element).flatMap((child): ItemReference[] => {
      if (child.name === 'assessmentItemRef') return [{ href: attribute(child, 'href') ?? '', group }];
      if (child.name === 'rubricBlock' && wordsOf(child) !== '')
        notes.push(`words for all questions of “${group}” are left out: ${wordsOf(child).slice(0, 120)}`);
      if (child.name === 'testPart') return references(child, group);
      if (child.name !== 'assessmentSection') return [];
      return references(
        child,
        attribute(child, 'visible') === 'false' ? group : (attribute(child, 'title')?.trim() ?? group) || group,
      );
    });
  return { kind: 'test', title, references: references(test, title), notes };
}

/** A questestinterop: quizzes, banks, or bare items. */
function readV1(root: MarkupElement, file: string): QtiDocument {
  const notTaken: { id: string; reason: string }[] = [];
  const items: PlacedItem[] = [];
  const walk = (element: MarkupElement, group: string, isOfBank: boolean): void => {
    for (const child of childrenOf(element)) {
      if (child.name === 'item') items.push(itemOf(child, { file, group, isOfBank }));
      else if (child.name === 'assessment') walk(child, attribute(child, 'title')?.trim() || group, false);
      else if (child.name === 'objectbank') walk(child, bankTitle(child) || group, true);
      else if (child.name === 'section') {
        refusedReferences(child, notTaken);
        walk(child, sectionTitle(child, element, group), isOfBank);
      }
    }
  };
  walk(root, '', false);
  return { kind: 'items', items, assessment: attribute(childOf(root, 'assessment') ?? root, 'ident') ?? '', notTaken };
}

function itemOf(element: MarkupElement, place: Pick<PlacedItem, 'file' | 'group' | 'isOfBank'>): PlacedItem {
  return {
    ...place,
    element,
    version: 1,
    ident: attribute(element, 'ident') ?? '',
    title: attribute(element, 'title')?.trim() ?? '',
    copyOf: metadataOf(element).get('assessment_question_identifierref') ?? '',
  };
}

const bankTitle = (bank: MarkupElement): string => {
  const fields = new Map(
    descendantsOf(childOf(bank, 'qtimetadata') ?? bank, 'qtimetadatafield').map((field) => [
      wordsOf(childOf(field, 'fieldlabel')),
      wordsOf(childOf(field, 'fieldentry')),
    ]),
  );
  return fields.get('bank_title') || attribute(bank, 'title')?.trim() || '';
};

/** A section is a group of its own only beside others that have titles too. */
function sectionTitle(section: MarkupElement, parent: MarkupElement, group: string): string {
  const title = attribute(section, 'title')?.trim() ?? '';
  const titled = childrenOf(parent, 'section').filter((one) => (attribute(one, 'title') ?? '').trim() !== '');
  return title !== '' && titled.length > 1 ? [group, title].filter(Boolean).join(': ') : group;
}

/** Questions that a quiz draws from a bank by name. The bank itself is taken where it is in the package. */
function refusedReferences(section: MarkupElement, notTaken: { id: string; reason: string }[]): void {
  const drawn = childOf(section, 'selection_ordering');
  const bank = wordsOf(drawn && firstDescendant(drawn, 'sourcebank_ref'));
  if (bank !== '' && childrenOf(section, 'item').length === 0) {
    notTaken.push({
      id: attribute(section, 'title') || 'a group',
      reason: `it draws its questions from the bank ${bank.slice(0, 60)}; questions are taken from the bank itself`,
    });
  }
  for (const entry of childrenOf(section, 'bankentry_item', 'itemref')) {
    const name = attribute(entry, 'item_ref') ?? attribute(entry, 'linkrefid') ?? '';
    notTaken.push({
      id: name.slice(0, 80),
      reason: 'it only refers to a question of a bank; questions are taken from the bank itself',
    });
  }
}
