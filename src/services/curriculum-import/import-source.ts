import path from 'node:path';
import { AppError } from '../../domain/errors/app-error.ts';
import { FileRefused, isFolder, readBounded } from './bounded-files.ts';
import { type CurriculumImportService, type ImportOptions, withUnknownPupils } from './curriculum-import.service.ts';
import { type ImportFormat, type ImportSource, MOST_BYTES, type ReadOptions } from './import-format.ts';
import type { ImportReport } from './import-report.ts';

/** A file or folder of this machine as a source. Throws `invalid-input` when it cannot be read, is too large or a link. */
export async function openSource(place: string): Promise<ImportSource> {
  if (await isFolder(place)) return { kind: 'folder', path: place };
  try {
    return { kind: 'file', fileName: path.basename(place), bytes: await readBounded(place, MOST_BYTES) };
  } catch (error) {
    if (error instanceof FileRefused) throw new AppError('invalid-input', 'bad-file', `${error.message}.`);
    throw error;
  }
}

/** Reads a source in a format and saves what it holds, or only tries to. Throws what the reader and the service throw. */
export async function importSource(
  format: ImportFormat,
  source: ImportSource,
  options: ReadOptions & Omit<ImportOptions, 'source'>,
  service: CurriculumImportService,
): Promise<ImportReport> {
  if (!format.takes.includes(source.kind)) throw wrongKind(format, source);
  const strangers = await service.unknownPupils(options.enrol);
  const here = await service.whatIsHere(options.subjects);
  const { origin, draft, notTaken, notes } = await format.read(source, { ...options, here }).catch((error: unknown) => {
    // What is wrong with the wishes is said with what is wrong with the file.
    throw error instanceof AppError ? withUnknownPupils(error, strangers) : error;
  });
  const saved = await service.importCurriculum(draft, { ...options, source: origin });
  const place = source.kind === 'file' ? source.fileName : source.path;
  return { ...saved, source: `${place} (${format.title})`, notTaken: [...notTaken, ...saved.notTaken], notes };
}

function wrongKind({ title, takes }: ImportFormat, source: ImportSource): AppError {
  const read = source.kind === 'file' ? `${source.fileName}, which is a file` : `${source.path}, which is a folder`;
  return new AppError('invalid-input', 'bad-source', `Read ${read}; ${title} is read from a ${takes.join(' or ')}.`);
}
