import type { StoredCourseRepo } from '../../data/curriculum/stored-course.repo.ts';
import type { StoredCourse } from '../../domain/curriculum/import/stored-course.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import { writeCsv } from './csv-writer.ts';
import { writeJson } from './json-writer.ts';

export const EXPORT_FORMATS = ['json', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportOptions {
  format: ExportFormat;
  /** Only courses of these subjects; of all when absent. */
  subjects?: readonly string[];
  /** Only courses of this name. */
  name?: string;
}

export interface Exported {
  courses: number;
  fileName: string;
  mediaType: string;
  /** The file, a piece after the other: a course is in memory at a time. */
  text: AsyncIterable<string>;
}

const WRITERS: Record<ExportFormat, { mediaType: string; write(courses: CourseSource): AsyncIterable<string> }> = {
  json: { mediaType: 'application/json; charset=utf-8', write: writeJson },
  csv: { mediaType: 'text/csv; charset=utf-8', write: writeCsv },
};

/** What a writer reads: the courses one after the other, and their pictures. */
export interface CourseSource {
  courses: AsyncIterable<StoredCourse>;
  figures(hashes: readonly string[]): Promise<Map<string, Uint8Array>>;
}

/** Writes curricula as they are published: nothing archived, no drafts, questions for tests included. */
export class CurriculumExportService {
  readonly #stored: StoredCourseRepo;

  constructor(stored: StoredCourseRepo) {
    this.#stored = stored;
  }

  /** Throws `not-found` when there is no such course. */
  async exportCurriculum({ format, subjects, name }: ExportOptions): Promise<Exported> {
    const wanted = { ...(subjects ? { subjects } : {}), ...(name === undefined ? {} : { name }) };
    const ids = await this.#stored.listIds(wanted);
    if (ids.length === 0) throw new AppError('not-found', 'no-course', 'There is no such course to export.');
    const { mediaType, write } = WRITERS[format];
    return {
      courses: ids.length,
      fileName: `${slug(name ?? (subjects?.length === 1 ? subjects[0] : undefined) ?? 'curriculum')}.${format}`,
      mediaType,
      text: write({ courses: this.#read(ids), figures: (hashes) => this.#stored.listFigures(hashes) }),
    };
  }

  async *#read(ids: readonly number[]): AsyncIterable<StoredCourse> {
    for (const id of ids) yield await this.#stored.getCourse(id);
  }
}

/** A name that every file system takes. */
function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 60).toLowerCase() || 'curriculum';
}
