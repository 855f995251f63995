import type { GradeLevel } from '../../domain/curriculum/curriculum.ts';
import type { CourseDraft, CurriculumDraft } from '../../domain/curriculum/curriculum-draft.ts';
import type { FaultHere } from '../../domain/curriculum/import/faults-here.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';

export const FORMAT_IDS = ['oatutor', 'json', 'csv', 'gift', 'qti', 'imscc'] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

/** What a reader reads: the bytes of one file, already bounded by `MOST_BYTES`, or a folder of this machine. */
export type ImportSource = { kind: 'file'; fileName: string; bytes: Uint8Array } | { kind: 'folder'; path: string };

/** The largest file that is taken, in bytes. */
export const MOST_BYTES = 32 * 1024 * 1024;

/** What is here already: by it a reader tells what the file alone does not show, together with all else that is wrong. */
export interface KnownHere {
  /** Every subject that a course may be of. */
  subjects: readonly string[];
  /** Those of which courses are taken; all when absent. */
  own?: readonly string[] | undefined;
  /** What the courses that are here say against others, however incomplete those are. */
  faultsOf(courses: readonly CourseDraft[]): Promise<FaultHere[]>;
}

export interface ReadOptions {
  checker: AnswerChecker;
  /** Absent where nothing is known: then whoever saves the curriculum finds it. */
  here?: KnownHere | undefined;
  /** What the course is called here; goes before what the source says. Only for a source of one course. */
  name?: string | undefined;
  subject?: string | undefined;
  gradeLevel?: GradeLevel | undefined;
  /** The licence of the questions, where the one who imports knows it; goes before what the source says. */
  licence?: string | undefined;
  /** Take only these courses of the source, by the source's name of them or ours. */
  only?: readonly string[] | undefined;
  /** Told now and then how many questions (or problems) were read so far, and of how many where that is known. */
  onProgress?: ((read: number, all?: number) => void) | undefined;
}

/** What a reader made of a source. Nothing of the source goes missing: what is in no draft is in `notTaken` or in `notes`. */
export interface ReadCurriculum {
  /** Kept with the courses as where they come from: "OATutor". */
  origin: string;
  draft: CurriculumDraft;
  /** Questions that were not taken: which one (its name, number or line in the source), and why, in words a teacher understands. */
  notTaken: { id: string; reason: string }[];
  /** Parts of questions that were left out or turned into something else, and what somebody should look at. */
  notes: { id: string; note: string }[];
}

/** One format of curricula. A reader is handed to `IMPORT_FORMATS`, and command and page know it. */
export interface ImportFormat {
  id: FormatId;
  /** For people: "GIFT (Moodle)". */
  title: string;
  /** Whether it reads files, folders or both. */
  takes: readonly ImportSource['kind'][];
  /** Whether bytes look like this format, by content alone and cheaply; the page proposes the first format that says so. */
  recognizes(bytes: Uint8Array): boolean;
  /**
   * Reads a source into a draft. Trusts nothing in it, and gives up the thread between questions of a long one. Throws
   * `invalid-input` (`badFile`, `courseMissing`) when the file as a whole cannot be read; a question that cannot be taken is an
   * entry of `notTaken` and stops nothing else.
   */
  read(source: ImportSource, options: ReadOptions): Promise<ReadCurriculum>;
}

/** One thing wrong with a file: where, what was read, what is allowed. */
export interface FileIssue {
  /** Name of the file, or of the entry in an archive. */
  file: string;
  /** From 1. */
  line?: number;
  /** Of the text, from 1, or the heading of a column of a table. */
  column?: number | string;
  /** Path of a field: "courses[0].units[2].name". */
  field?: string;
  /** What was read, shortened. */
  value?: string;
  problem: string;
}

const MOST_ISSUES = 1000;
/** Of questions in the refusal of a whole file. A page folds what is behind the first lines. */
const MOST_REASONS = 1000;
const LONGEST_VALUE = 80;

/** "questions.csv, line 7, column level: read "5"; allowed is 1 to 4". */
export function issueLine({ file, line, column, field, value, problem }: FileIssue): string {
  const at = typeof column === 'number' ? `column ${column}` : column === undefined ? '' : `column “${column}”`;
  const where = [file, line === undefined ? '' : `line ${line}`, at, field ?? ''].filter((part) => part !== '');
  const read = value === undefined ? '' : `read ${JSON.stringify(shortened(value))}; `;
  return `${where.join(', ')}: ${read}${problem}`;
}

/** What a course needs that a file may leave open. */
export type CourseField = 'name' | 'subject' | 'grade';

/**
 * The error of a file that cannot be read, with all that is wrong with it, at most the first thousand things, and what it does not say of
 * its course besides.
 */
export function badFile(issues: readonly FileIssue[], missing: readonly CourseField[] = []): AppError {
  const shown = issues
    .slice(0, MOST_ISSUES)
    .map((issue) => (issue.value === undefined ? issue : { ...issue, value: shortened(issue.value) }));
  const more = issues.length - shown.length;
  const file = issues[0]?.file ?? 'the file';
  const lines = [
    ...shown.map(issueLine),
    ...(more > 0 ? [`… and ${more} more`] : []),
    ...(missing.length > 0 ? [missingLine(missing, file)] : []),
  ];
  return new AppError('invalid-input', 'bad-file', `The file cannot be read.\n${lines.join('\n')}`, {
    details: { issues: shown, more, fields: missingFields(missing, file) },
  });
}

/** The error of a source that does not say which course it is for: `fields` names what is missing. */
export function courseMissing(missing: readonly CourseField[], what: string): AppError {
  const details = { fields: missingFields(missing, what) };
  return new AppError('invalid-input', 'course-missing', missingLine(missing, what), { details });
}

/** The error of a source of which no question can be taken, with the reasons. `otherwise`: what is said where there are none. */
export function nothingTaken(what: string, notTaken: ReadCurriculum['notTaken'], otherwise: string): AppError {
  const lines = notTaken.slice(0, MOST_REASONS).map(({ id, reason }) => `\n  ${id}: ${reason}`);
  const more = notTaken.length - lines.length;
  const why = lines.length === 0 ? ` ${otherwise}` : `${lines.join('')}${more > 0 ? `\n  … and ${more} more` : ''}`;
  return new AppError('invalid-input', 'nothing-taken', `Nothing of ${what} can be taken.${why}`, {
    details: { notTaken },
  });
}

const missingFields = (missing: readonly CourseField[], what: string): Record<string, string> =>
  Object.fromEntries(missing.map((field) => [field, `${what} does not say it`]));

function missingLine(missing: readonly CourseField[], what: string): string {
  const options = { name: '--course', subject: '--subject', grade: '--grade' };
  const and = (words: readonly string[]) => new Intl.ListFormat('en').format(words);
  const open = and(missing.map((field) => `the ${field}`));
  const list = and(missing.map((field) => options[field]));
  return `${what} does not say ${open} of its course. Choose it in the form, or say ${list} with the command.`;
}

const shortened = (value: string): string =>
  value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
