import assert from 'node:assert/strict';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import type { AnswerChecker } from '../../src/domain/tutoring/verdict.ts';
import { createCurriculumExport } from '../../src/services/curriculum-export/create-curriculum-export.ts';
import type { Exported, ExportOptions } from '../../src/services/curriculum-export/curriculum-export.service.ts';
import { createCurriculumImport } from '../../src/services/curriculum-import/create-curriculum-import.ts';
import { findFormat } from '../../src/services/curriculum-import/formats.ts';
import type { ReadOptions } from '../../src/services/curriculum-import/import-format.ts';
import type { ImportReport } from '../../src/services/curriculum-import/import-report.ts';
import { importSource } from '../../src/services/curriculum-import/import-source.ts';

/** A file of curricula as it leaves a database. */
export interface CurriculumFile extends Pick<Exported, 'leftOut' | 'fileName'> {
  bytes: Buffer;
}

/** Writes the file to the end, as command and page do. */
export async function exportedFile(db: DatabaseManager, options: ExportOptions): Promise<CurriculumFile> {
  const { content, leftOut, fileName } = await createCurriculumExport(db).exportCurriculum(options);
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(Buffer.from(piece));
  return { bytes: Buffer.concat(pieces), leftOut, fileName };
}

/** Brings a file in. */
export async function importedFile(
  db: DatabaseManager,
  format: string,
  { fileName, bytes }: Pick<CurriculumFile, 'fileName' | 'bytes'>,
  options: ReadOptions & { dryRun?: boolean; checker: AnswerChecker },
): Promise<ImportReport> {
  const reader = findFormat(format);
  assert.ok(reader);
  const clock = { now: () => Date.UTC(2026, 8, 1) };
  return importSource(reader, { kind: 'file', fileName, bytes }, options, createCurriculumImport(db, clock));
}
