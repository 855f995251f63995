import { LIMITS } from '../../import/limits.ts';
import { shorten } from '../../import/shorten.ts';
import type { ItemReference, PlacedItem, QtiDocument } from './documents.ts';
import type { Manifest } from './manifest.ts';
import { folderOf, joinPath } from './paths.ts';

export interface NamedDocument {
  file: string;
  document: QtiDocument;
}

/** The items of a package in teaching order, each in its group, and what is only there twice. */
export interface Arranged {
  items: PlacedItem[];
  notTaken: { id: string; reason: string }[];
  notes: { id: string; note: string }[];
}

/**
 * Puts a package's items in order: as its tests and its organization name them, then as they come. Of two forms of one quiz (Canvas has a
 * plain and a full one) the full one is taken; a question of a bank that a quiz has a copy of is taken once.
 */
export function arrange(
  documents: readonly NamedDocument[],
  manifest: Manifest | undefined,
  packageTitle: string,
): Arranged {
  const result: Arranged = { items: [], notTaken: [], notes: [] };
  const places = placesOf(documents, result);
  const rank = ranks(documents, manifest, places);
  const titles = new Map(
    manifest?.resources.flatMap(({ identifier, files }) =>
      files.map((file): [string, string] => [file, manifest.organization.get(identifier) ?? '']),
    ),
  );
  const single = fullForms(documents).toSorted((a, b) => (rank.get(a.file) ?? 0) - (rank.get(b.file) ?? 0));
  const items = single.flatMap(({ file, document }) => {
    if (document.kind !== 'items') return [];
    result.notTaken.push(...document.notTaken);
    return document.items.map((item) => ({
      ...item,
      group: places.get(file) || item.group || titles.get(file) || packageTitle,
    }));
  });
  const copied = new Set(
    items
      .filter((item) => !item.isOfBank)
      .flatMap((item) => [item.copyOf, item.ident])
      .filter(Boolean),
  );
  const once = items.filter((item) => !(item.isOfBank && (copied.has(item.ident) || copied.has(item.copyOf))));
  const twice = items.length - once.length;
  if (twice > 0)
    result.notes.push({ id: 'banks', note: `${twice} of their questions stand in a quiz as well, and are taken once` });
  const names = groupNames(once, result);
  result.items = once.map((item) => ({ ...item, group: names.get(item.group) ?? item.group }));
  return result;
}

/** By the name of a group in the package: the one that a unit can have. */
function groupNames(items: readonly PlacedItem[], { notes }: Arranged): Map<string, string> {
  const groups = [...new Set(items.map(({ group }) => group))];
  return new Map(
    groups.map((group) => [
      group,
      shorten('its name', group, LIMITS.name, (note) => notes.push({ id: `“${group.slice(0, 60)}…”`, note })),
    ]),
  );
}

/** By the file of an item: the section of the test that refers to it. */
function placesOf(documents: readonly NamedDocument[], result: Arranged): Map<string, string> {
  const known = new Set(documents.map((one) => one.file));
  const places = new Map<string, string>();
  for (const { file, document } of documents) {
    if (document.kind !== 'test') continue;
    result.notes.push(...document.notes.map((note) => ({ id: file, note })));
    for (const reference of document.references) {
      const target = joinPath(folderOf(file), reference.href);
      if (target === undefined || !known.has(target)) result.notTaken.push(missing(file, reference));
      else if (!places.has(target)) places.set(target, reference.group);
    }
  }
  return places;
}

const missing = (file: string, { href }: ItemReference): { id: string; reason: string } => ({
  id: href.slice(0, 120),
  reason: `${file} refers to it, and the package does not hold it`,
});

/** Where each file stands: first what tests name, then what the organization names, then the manifest, then the rest. */
function ranks(
  documents: readonly NamedDocument[],
  manifest: Manifest | undefined,
  places: ReadonlyMap<string, string>,
): Map<string, number> {
  const resources = manifest?.resources ?? [];
  const byId = new Map(resources.map((one) => [one.identifier, one]));
  const organized = [...(manifest?.organization.keys() ?? [])].flatMap((id) => byId.get(id) ?? []);
  const order = [
    ...places.keys(),
    ...[...organized, ...resources].flatMap((one) => one.files),
    ...documents.map((one) => one.file),
  ];
  // The full form of a quiz stands where its plain form is named.
  const own = new Map(
    documents.map(({ file, document }) => [file, document.kind === 'items' ? document.assessment : '']),
  );
  const forms = Map.groupBy(own.keys(), (file) => own.get(file) ?? '');
  const rank = new Map<string, number>();
  for (const [index, file] of order.entries()) {
    const assessment = own.get(file) ?? '';
    const same = assessment === '' ? [file] : (forms.get(assessment) ?? []);
    for (const name of same) if (!rank.has(name)) rank.set(name, index);
  }
  return rank;
}

function fullForms(documents: readonly NamedDocument[]): NamedDocument[] {
  const full = new Set(
    documents.flatMap(({ file, document }) =>
      document.kind === 'items' && document.assessment !== '' && isFull(file) ? [document.assessment] : [],
    ),
  );
  return documents.filter(
    ({ file, document }) =>
      document.kind !== 'items' || document.assessment === '' || isFull(file) || !full.has(document.assessment),
  );
}

const isFull = (file: string): boolean => /(?:^|\/)non_cc_assessments\//.test(file);
