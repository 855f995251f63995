import {
  attribute,
  childOf,
  childrenOf,
  descendantsOf,
  firstDescendant,
  type MarkupElement,
  wordsOf,
} from '../../../markup/markup.ts';
import { joinPath } from './paths.ts';

export interface Resource {
  identifier: string;
  type: string;
  /** Paths in the package. */
  files: string[];
  licence: string;
  /** Words by which it is found. */
  keywords: string[];
}

/** What a package says about itself. */
export interface Manifest {
  /** What tells this package from all others; empty where it says nothing of the kind. */
  identifier: string;
  title: string;
  schema: string;
  licence: string;
  resources: Resource[];
  /** Titles of what the organization names, by the identifier of the resource, in its order. */
  organization: Map<string, string>;
}

/** Reads a manifest that stands in this folder of the package ("" for its root). */
export function readManifest(manifest: MarkupElement, folder: string): Manifest {
  const metadata = childOf(manifest, 'metadata');
  const items = descendantsOf(childOf(manifest, 'organizations') ?? manifest, 'item');
  const organization = items.flatMap((item): [string, string][] => {
    const target = attribute(item, 'identifierref');
    return target === undefined ? [] : [[target, wordsOf(childOf(item, 'title'))]];
  });
  return {
    identifier: uniqueIn(attribute(manifest, 'identifier') ?? '', metadata ? lomIdentifier(metadata) : ''),
    title: metadata ? lomTitle(metadata) : '',
    schema: metadata
      ? [childOf(metadata, 'schema'), childOf(metadata, 'schemaversion')].map(wordsOf).filter(Boolean).join(' ')
      : '',
    licence: metadata ? lomRights(metadata) : '',
    resources: descendantsOf(childOf(manifest, 'resources') ?? manifest, 'resource').map((resource) =>
      readResource(resource, folder),
    ),
    organization: new Map(organization),
  };
}

/** Authoring tools give every package the name "MANIFEST1": only a name that looks drawn by lot tells one from another. */
const uniqueIn = (...names: string[]): string =>
  names.find((name) => /[0-9a-f]{12}/i.test(name.replaceAll('-', '')) && /\d/.test(name)) ?? '';

const lomIdentifier = (metadata: MarkupElement): string => {
  const general = firstDescendant(metadata, 'general');
  return wordsOf(general && childOf(general, 'identifier'));
};

function readResource(resource: MarkupElement, folder: string): Resource {
  const base = [folder, attribute(resource, 'xml:base') ?? ''].filter(Boolean).join('/');
  const hrefs = [attribute(resource, 'href'), ...childrenOf(resource, 'file').map((file) => attribute(file, 'href'))];
  const files = hrefs.flatMap((href) => (href === undefined ? [] : [joinPath(base, href) ?? href]));
  const metadata = childOf(resource, 'metadata');
  return {
    identifier: attribute(resource, 'identifier') ?? '',
    type: attribute(resource, 'type') ?? '',
    files: [...new Set(files)],
    licence: metadata ? lomRights(metadata) : '',
    keywords: metadata ? descendantsOf(metadata, 'keyword').slice(0, MOST_KEYWORDS).map(wordsOf) : [],
  };
}

const MOST_KEYWORDS = 200;

/** "general/title" of learning object metadata, in whichever of its dialects. */
function lomTitle(metadata: MarkupElement): string {
  const general = firstDescendant(metadata, 'general');
  return wordsOf(general && firstString(childOf(general, 'title')));
}

/** What the rights say in words; that there are restrictions, where they say no more. */
function lomRights(metadata: MarkupElement): string {
  const rights = firstDescendant(metadata, 'rights');
  if (!rights) return '';
  const description = wordsOf(firstString(childOf(rights, 'description')));
  // A template that nobody filled in says nothing.
  if (description !== '' && !/^\{\{.*\}\}$/.test(description)) return description.slice(0, 400);
  const value = wordsOf(firstDescendant(rights, 'value'));
  return value === 'no' ? 'no copyright or other restrictions, says the package' : '';
}

const firstString = (element: MarkupElement | undefined): MarkupElement | undefined =>
  element && (firstDescendant(element, 'string', 'langstring') ?? element);
