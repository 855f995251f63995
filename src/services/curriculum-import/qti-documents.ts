import { isArchive } from '../../data/archives/archive.ts';
import { inSlices, pauses } from '../../data/in-slices.ts';
import type { NamedDocument } from '../../domain/curriculum/qti/package/arrange.ts';
import { readDocument } from '../../domain/curriculum/qti/package/documents.ts';
import { isQti } from '../../domain/curriculum/qti/package/leftovers.ts';
import { type Manifest, readManifest } from '../../domain/curriculum/qti/package/manifest.ts';
import { folderOf } from '../../domain/curriculum/qti/package/paths.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import { type MarkupElement, MarkupRefused } from '../../domain/markup/markup.ts';
import { parsingXml } from '../../domain/markup/parse-xml.ts';
import { FileRefused } from './bounded-files.ts';
import type { PackageFiles } from './package-files.ts';

export interface QtiDocuments {
  manifest: Manifest | undefined;
  documents: NamedDocument[];
  notTaken: { id: string; reason: string }[];
}

const MANIFEST = 'imsmanifest.xml';
/** All XML of a package together, in bytes: what is parsed is some times larger in memory. */
const MOST_XML = 128 * 1024 * 1024;

/**
 * All documents of QTI in a package, whether its manifest names them or not. What is no question is passed over where a manifest says
 * what is one, and reported where there is none; what the manifest calls a question and is damaged or missing is reported.
 */
export async function readDocuments(files: PackageFiles): Promise<QtiDocuments> {
  const result: QtiDocuments = { manifest: undefined, documents: [], notTaken: [] };
  const root = await readRootManifest(files, result);
  const named = new Set(result.manifest?.resources.filter(isQti).flatMap((resource) => resource.files));
  for (const file of named) {
    if (!files.has(file))
      result.notTaken.push({
        id: file.slice(0, 120),
        reason: 'the manifest names it, and the package does not hold it',
      });
  }
  let bytes = 0;
  const pause = pauses();
  for (const name of files.names.filter((one) => one !== root && isXml(one, files))) {
    await pause();
    const isNamed = named.has(name) || result.manifest === undefined;
    try {
      const content = await files.read(name);
      if (isArchive(content)) throw new MarkupRefused('is an archive in the archive; unpack it and send it by itself');
      bytes += content.length;
      if (bytes > MOST_XML)
        throw new AppError('invalid-input', 'bad-file', 'The XML of the package is larger than 128 MB.');
      add(result, { file: name, document: readDocument(await inSlices(parsingXml(content)), name) }, isNamed);
    } catch (error) {
      const reason = reasonOf(error);
      if (isNamed) result.notTaken.push({ id: name, reason });
    }
  }
  return result;
}

function add(result: QtiDocuments, named: NamedDocument, isNamed: boolean): void {
  const { file: id, document } = named;
  const leave = (reason: string) => result.notTaken.push({ id, reason });
  if (document.kind === 'manifest') leave('it is a package in a package; import its folder by itself');
  else if (document.kind === 'other') {
    if (isNamed) leave(document.what);
  } else {
    result.documents.push(named);
    const isEmpty = document.kind === 'items' && document.items.length + document.notTaken.length === 0;
    if (isEmpty) leave('it holds no question');
  }
}

/** The manifest that stands least deep; a folder of questions may have none. */
async function readRootManifest(files: PackageFiles, result: QtiDocuments): Promise<string | undefined> {
  const depth = (name: string) => name.split('/').length;
  const [name] = files.names
    .filter((one) => one === MANIFEST || one.endsWith(`/${MANIFEST}`))
    .toSorted((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
  if (name === undefined) return undefined;
  try {
    const element: MarkupElement = await inSlices(parsingXml(await files.read(name)));
    result.manifest = readManifest(element, folderOf(name));
  } catch (error) {
    result.notTaken.push({ id: name, reason: reasonOf(error) });
  }
  return name;
}

/** XML by its name; a single file may be called anything. */
const isXml = (name: string, files: PackageFiles): boolean => files.names.length === 1 || /\.(?:xml|qti)$/i.test(name);

/** "it is damaged: …"; what is no fault of the file passes. */
function reasonOf(error: unknown): string {
  if (error instanceof MarkupRefused) return `it ${error.message}`;
  if (error instanceof FileRefused) return error.message;
  throw error;
}
