import type { ListedCourse, StoredCourseRepo } from '../../data/curriculum/stored-course.repo.ts';
import { type ExportFormat, type LeftOut, leftOutOf } from '../../domain/curriculum/exchange/left-out.ts';
import type { StoredCourse } from '../../domain/curriculum/import/stored-course.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import { writeCsv } from './csv-writer.ts';
import { writeGift } from './gift-writer.ts';
import { writeJson } from './json-writer.ts';
import { writeQti } from './qti/qti-writer.ts';

export interface ExportOptions {
  format: ExportFormat;
  /** Only courses of these subjects; of all when absent. */
  subjects?: readonly string[];
  /** Only courses of this name. */
  name?: string;
  /** Only courses of this grade. */
  gradeLevel?: StoredCourse['gradeLevel'];
  /** Only the course of this id. */
  courseId?: number;
}

export interface Exported {
  courses: number;
  fileName: string;
  mediaType: string;
  /** The file, a piece after the other: a course is in memory at a time. */
  content: AsyncIterable<string | Uint8Array>;
  /** What the format cannot hold of them: all of it once the content was read. */
  leftOut: LeftOut[];
}

interface Writer {
  mediaType: string;
  extension: string;
  /** A file of it is one course. */
  single?: true;
  write(courses: CourseSource): AsyncIterable<string | Uint8Array>;
}

const WRITERS: Record<ExportFormat, Writer> = {
  json: { mediaType: 'application/json; charset=utf-8', extension: 'json', write: writeJson },
  csv: { mediaType: 'text/csv; charset=utf-8', extension: 'csv', write: writeCsv },
  gift: { mediaType: 'text/plain; charset=utf-8', extension: 'gift', single: true, write: writeGift },
  qti: { mediaType: 'application/zip', extension: 'zip', single: true, write: writeQti },
};

/** Whether a file of this format is one course. */
export const holdsOneCourse = (format: ExportFormat): boolean => WRITERS[format].single ?? false;

/** Whether a file of this format is no text. */
export const isBinary = (format: ExportFormat): boolean => WRITERS[format].extension === 'zip';

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

  /** The published courses of these subjects. */
  async listCourses(subjects: readonly string[]): Promise<ListedCourse[]> {
    return this.#stored.listCourses({ subjects });
  }

  /** What the format cannot hold of one course. Throws `not-found` when there is no such course. */
  async leftOut({ format, ...which }: ExportOptions & { courseId: number }): Promise<LeftOut[]> {
    const [course] = await this.#wanted(which);
    return course ? leftOutOf(await this.#stored.getCourse(course.id), format) : [];
  }

  /** Throws `not-found` when there is no such course, `invalid-input` for several in a format that holds one. */
  async exportCurriculum({ format, ...which }: ExportOptions): Promise<Exported> {
    const courses = await this.#wanted(which);
    const { mediaType, extension, single, write } = WRITERS[format];
    const [first, ...others] = courses;
    if (single && others.length > 0) throw oneCourse(format, courses);
    const subject = which.subjects?.length === 1 ? which.subjects[0] : undefined;
    const title = single || which.name !== undefined || which.courseId !== undefined ? first?.name : subject;
    const leftOut: LeftOut[] = [];
    const read = this.#read(courses, format, leftOut);
    return {
      courses: courses.length,
      fileName: `${slug(title ?? 'curriculum')}.${extension}`,
      mediaType,
      content: await begun(write({ courses: read, figures: (hashes) => this.#stored.listFigures(hashes) })),
      leftOut,
    };
  }

  async #wanted(which: Omit<ExportOptions, 'format'>): Promise<ListedCourse[]> {
    const courses = await this.#stored.listCourses(which);
    if (courses.length === 0) throw new AppError('not-found', 'no-course', 'There is no such course to export.');
    return courses;
  }

  async *#read(
    courses: readonly ListedCourse[],
    format: ExportFormat,
    leftOut: LeftOut[],
  ): AsyncIterable<StoredCourse> {
    for (const { id } of courses) {
      const course = await this.#stored.getCourse(id);
      for (const one of leftOutOf(course, format)) {
        const there = leftOut.find(({ what }) => what === one.what);
        if (there) there.count += one.count;
        else leftOut.push(one);
      }
      yield course;
    }
  }
}

/** The first piece is written before anything is promised: what cannot be written is said instead of a file that breaks off. */
async function begun<Piece>(pieces: AsyncIterable<Piece>): Promise<AsyncIterable<Piece>> {
  const iterator = pieces[Symbol.asyncIterator]();
  const first = await iterator.next();
  return (async function* () {
    if (first.done) return;
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
}

const MOST_NAMED = 20;

function oneCourse(format: ExportFormat, courses: readonly ListedCourse[]): AppError {
  const named = courses
    .slice(0, MOST_NAMED)
    .map(({ name, subject, gradeLevel }) => `  ${name} (${subject}, ${gradeLevel})`);
  const more = courses.length > MOST_NAMED ? [`  … and ${courses.length - MOST_NAMED} more`] : [];
  const said = `A file of ${format.toUpperCase()} holds one course, and these are ${courses.length}. Name one of them:`;
  return new AppError('invalid-input', 'several-courses', [said, ...named, ...more].join('\n'));
}

/** A name that every file system takes. */
function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 60).toLowerCase() || 'curriculum';
}
