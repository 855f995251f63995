import { createHash } from 'node:crypto';
import { pauses } from '../../data/in-slices.ts';
import { problemLimits } from '../../domain/curriculum/check-limits.ts';
import type { ProblemDraft } from '../../domain/curriculum/curriculum-draft.ts';
import { readOwnId } from '../../domain/curriculum/exchange/own-id.ts';
import { BROKEN, type ReadQuestion, withoutBroken } from '../../domain/curriculum/exchange/steps.ts';
import { ItemRefused, type QtiItem } from '../../domain/curriculum/qti/item.ts';
import { asOurs } from '../../domain/curriculum/qti/own-question.ts';
import { arrange } from '../../domain/curriculum/qti/package/arrange.ts';
import type { PlacedItem } from '../../domain/curriculum/qti/package/documents.ts';
import type { Manifest } from '../../domain/curriculum/qti/package/manifest.ts';
import { folderOf, joinPath } from '../../domain/curriculum/qti/package/paths.ts';
import { toProblem } from '../../domain/curriculum/qti/to-problem.ts';
import { metadataOf } from '../../domain/curriculum/qti/v1/presentation.ts';
import { readItemV1, readStimulus } from '../../domain/curriculum/qti/v1/read-item.ts';
import { readItemV2 } from '../../domain/curriculum/qti/v2/read-item.ts';
import {
  attribute,
  descendantsOf,
  type MarkupElement,
  MarkupRefused,
  textOf,
  wordsOf,
} from '../../domain/markup/markup.ts';
import { FileRefused } from './bounded-files.ts';
import { badFile, type ReadOptions } from './import-format.ts';
import type { PackageFiles } from './package-files.ts';
import { readDocuments } from './qti-documents.ts';
import { readPictures } from './qti-pictures.ts';

export interface GroupedProblem extends ReadQuestion {
  group: string;
}

export interface QtiPackage {
  manifest: Manifest | undefined;
  title: string;
  problems: GroupedProblem[];
  /** Files with questions in them. */
  files: Set<string>;
  notTaken: { id: string; reason: string }[];
  notes: { id: string; note: string }[];
}

const MOST_ITEMS = 20_000;
const LONGEST_KEY = 180;

/** Reads all questions of a package. Throws `invalid-input` for what is no package of questions at all, or too large. */
export async function readQtiPackage(
  files: PackageFiles,
  fileName: string,
  options: Pick<ReadOptions, 'checker' | 'onProgress' | 'licence'>,
): Promise<QtiPackage> {
  const { manifest, documents, notTaken } = await readDocuments(files);
  const title = manifest?.title || fileName.replace(/\.[a-z]{2,5}$/i, '');
  const { items, ...arranged } = arrange(documents, manifest, title);
  if (items.length > MOST_ITEMS)
    throw badFile([
      { file: fileName, problem: `it holds ${items.length} questions; at most ${MOST_ITEMS} are taken at once` },
    ]);
  const result: QtiPackage = {
    manifest,
    title,
    problems: [],
    files: new Set(documents.map((one) => one.file)),
    notTaken: [...notTaken, ...arranged.notTaken],
    notes: [...arranged.notes],
  };
  const texts = await readTexts(items, files);
  const stimuli = await stimuliOf(items);
  const origin = originOf(manifest, title);
  const keywordsOf = keywordsByFile(manifest);
  const refused = new Set<string>();
  const keys = new Set<string>();
  const seen = new Set<string>();
  let twice = 0;
  const pause = pauses();
  for (const [index, item] of items.entries()) {
    await pause();
    options.onProgress?.(index + 1, items.length);
    if (stimuli.has(item.element)) continue;
    const id = nameOf(item, items);
    const own = readOwnId(attribute(item.element, 'label') ?? '');
    const cut: string[] = [];
    try {
      const read = readItem(item, texts, stimuli);
      const figures = await readPictures(read, item.file, files, (note) => cut.push(note));
      const from = {
        sourceKey: own?.key ?? uniqueKey(origin.keyOf(item), keys),
        source: origin.source,
        licence: options.licence ?? origin.licenceOf(item.file),
      };
      const { draft, notes } = toProblem({ ...read, isOurs: own !== undefined }, figures, from, options.checker);
      if (own) {
        const title = item.title === item.ident ? '' : item.title;
        const said = { key: own.key, title, keywords: keywordsOf.get(item.file) ?? [] };
        result.problems.push({ group: item.group, own, draft: withinLimits(asOurs(draft, said, options.checker)) });
        result.notes.push(...cut.map((note) => ({ id, note })));
        continue;
      }
      const asked = fingerprint(
        JSON.stringify([draft.stem, draft.steps, figures.map((one) => fingerprint(one.bytes))]),
      );
      if (seen.has(asked)) {
        twice += 1;
        continue;
      }
      seen.add(asked);
      result.problems.push({ group: item.group, own, draft: withinLimits(draft) });
      result.notes.push(...[...notes, ...cut].map((note) => ({ id, note })));
    } catch (error) {
      if (own) refused.add(own.key);
      result.notTaken.push({ id, reason: reasonIn(error) });
    }
  }
  const { whole, broken } = withoutBroken(result.problems, refused);
  result.problems = whole;
  result.notTaken.push(...broken.map(({ draft }) => ({ id: nameOfProblem(draft), reason: BROKEN })));
  result.notes.push(...copiesNote(twice));
  return result;
}

const keywordsByFile = (manifest: Manifest | undefined): ReadonlyMap<string, readonly string[]> =>
  new Map(manifest?.resources.flatMap((one) => one.files.map((file) => [file, one.keywords] as const)));

/** The problem. Throws `ItemRefused` where something of it is too long or too much. */
function withinLimits(draft: ProblemDraft): ProblemDraft {
  const beyond = problemLimits(draft);
  if (beyond.length > 0) throw new ItemRefused(beyond.join('; '));
  return draft;
}

const nameOfProblem = ({ title, steps }: ProblemDraft): string => title || (steps[0]?.question.slice(0, 80) ?? '');

/** Why an item is not taken; what is no fault of the item passes. */
function reasonIn(error: unknown): string {
  if (error instanceof ItemRefused) return error.message;
  if (error instanceof MarkupRefused) return `it ${error.message}`;
  throw error;
}

function copiesNote(twice: number): QtiPackage['notes'] {
  const note = `${twice} questions stand in the package word for word a second time, and are taken once`;
  return twice > 0 ? [{ id: 'copies', note }] : [];
}

const fingerprint = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

function readItem(item: PlacedItem, texts: ReadonlyMap<string, string>, stimuli: Stimuli): QtiItem {
  const document = (href: string) => texts.get(joinPath(folderOf(item.file), href) ?? '');
  if (item.version === 2) return readItemV2(item.element, document);
  const read = readItemV1(item.element, document);
  const about = stimuli.about(item);
  if (!about) return read;
  const { text, pictures } = readStimulus(about);
  return { ...read, stem: [text, read.stem].filter(Boolean).join('\n\n'), pictures: [...pictures, ...read.pictures] };
}

/** The items of a quiz that are only texts, and which items are about them. */
interface Stimuli {
  has(element: MarkupElement): boolean;
  about(item: PlacedItem): MarkupElement | undefined;
}

async function stimuliOf(items: readonly PlacedItem[]): Promise<Stimuli> {
  const parents = new Map<PlacedItem, string>();
  const pause = pauses();
  for (const item of items) {
    await pause();
    const parent = item.version === 1 ? metadataOf(item.element).get('parent_stimulus_item_ident') : undefined;
    if (parent) parents.set(item, parent);
  }
  const wanted = new Set(parents.values());
  const texts = new Map(items.filter((item) => wanted.has(item.ident)).map((item) => [item.ident, item.element]));
  const elements = new Set(texts.values());
  return { has: (element) => elements.has(element), about: (item) => texts.get(parents.get(item) ?? '') };
}

/** Texts of the package that items show: a passage in a file of its own. */
async function readTexts(items: readonly PlacedItem[], files: PackageFiles): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const pause = pauses();
  for (const { element, file } of items) {
    await pause();
    for (const one of descendantsOf(element, 'object', 'assessmentStimulusRef')) {
      const href = attribute(one, 'data') ?? attribute(one, 'href') ?? '';
      const path = joinPath(folderOf(file), href);
      if (path === undefined || !/\.(?:x?html?|txt|xml)$/i.test(path) || texts.has(path) || !files.has(path)) continue;
      try {
        texts.set(path, decodeText(await files.read(path)));
      } catch (error) {
        if (!(error instanceof FileRefused)) throw error;
      }
    }
  }
  return texts;
}

/** Pages say their encoding in too many ways: what is UTF-8 is read as it, all else as the usual Western one. */
function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

interface Origin {
  /** The same for the same question of the same package, and for no other. */
  keyOf(item: PlacedItem): string;
  source: string;
  licenceOf(file: string): string;
}

function originOf(manifest: Manifest | undefined, title: string): Origin {
  const packageId = manifest?.identifier ?? '';
  const licences = new Map(
    manifest?.resources.flatMap(({ files, licence }) =>
      licence === '' ? [] : files.map((file): [string, string] => [file, licence]),
    ),
  );
  return {
    // Where nothing tells the package from others, its questions are told by what they ask: idents like "QUE_1003" come again.
    keyOf: ({ ident, element }) =>
      packageId === ''
        ? `qti:${ident.slice(0, 80)}:${fingerprint(textOf(element)).slice(0, 32)}`
        : `qti:${packageId}:${ident}`,
    source: `${title} (QTI)`.slice(0, 480),
    licenceOf: (file) => licences.get(file) || manifest?.licence || '',
  };
}

/** A key that no other item of the package has; what is too long is told by its fingerprint. */
function uniqueKey(wanted: string, taken: Set<string>): string {
  const short = wanted.length <= LONGEST_KEY ? wanted : `qti:${createHash('sha256').update(wanted).digest('hex')}`;
  let key = short;
  for (let copy = 2; taken.has(key); copy += 1) key = `${short}:${copy}`;
  taken.add(key);
  return key;
}

/** How a person finds the item: its file, and its title or first words. */
function nameOf(item: PlacedItem, all: readonly PlacedItem[]): string {
  if (all.length === 1) return item.file;
  const telling = item.title !== '' && !/^(?:question|item)\s*\d*$/i.test(item.title);
  const name = telling ? item.title : firstWords(item.element) || item.ident;
  return `${item.file}, “${name.slice(0, 80)}”`;
}

function firstWords(element: MarkupElement): string {
  const text = descendantsOf(element, 'mattext', 'prompt', 'itemBody').map(wordsOf).find(Boolean) ?? '';
  return text
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
