import type { FastifyRequest } from 'fastify';
import { GRADE_LEVELS, type GradeLevel } from '../../domain/curriculum/curriculum.ts';
import type { CurriculumUploadOptions } from '../../services/curriculum-import/curriculum-uploads.service.ts';
import type { SentFile } from './people-import.form.ts';

/** The form in which a file of questions is sent, as it comes back when something is wrong. Empty: the file says it. */
export interface CurriculumImportForm {
  format: string;
  course: string;
  subject: string;
  grade: string;
  licence: string;
  problems: Partial<Record<CurriculumImportField, string>>;
}

export type CurriculumImportField = (typeof FIELDS)[number] | 'file';

export const EMPTY_CURRICULUM_FORM: CurriculumImportForm = {
  format: '',
  course: '',
  subject: '',
  grade: '',
  licence: '',
  problems: {},
};

const LONGEST_NAME = 120;
const FIELDS = ['format', 'course', 'subject', 'grade', 'licence'] as const;
/** Characters of the name of a course and of a licence. */
export const LONGEST_FIELD = 180;

/** Reads the form with its file; no file where none was chosen. What is too large throws the reader's error (413). */
export async function readCurriculumImportForm(
  request: FastifyRequest,
): Promise<{ form: CurriculumImportForm; file: SentFile | undefined }> {
  const form: CurriculumImportForm = { ...EMPTY_CURRICULUM_FORM, problems: {} };
  let file: SentFile | undefined;
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      if (part.fieldname === 'file' && bytes.length > 0) file = { name: nameOf(part.filename), bytes };
      continue;
    }
    const field = FIELDS.find((one) => one === part.fieldname);
    if (field && typeof part.value === 'string') form[field] = part.value.trim();
  }
  return { form, file };
}

/** Which fields cannot be taken as they were written. */
export function wrongFields(
  { format, course, subject, grade, licence }: CurriculumImportForm,
  known: { formats: readonly string[]; subjects: readonly string[] },
): CurriculumImportField[] {
  const isNone = (value: string, allowed: readonly string[]) => value !== '' && !allowed.includes(value);
  const wrong: Record<CurriculumImportField, boolean> = {
    format: isNone(format, known.formats),
    course: course.length > LONGEST_FIELD,
    subject: isNone(subject, known.subjects),
    grade: isNone(grade, GRADE_LEVELS),
    licence: licence.length > LONGEST_FIELD,
    file: false,
  };
  return [...FIELDS].filter((field) => wrong[field]);
}

/** The form as it was sent with a file that is kept. */
export function formOf({ format, course, subject, grade, licence }: CurriculumUploadOptions): CurriculumImportForm {
  const written = { course: course ?? '', subject: subject ?? '', grade: grade ?? '', licence: licence ?? '' };
  return { ...EMPTY_CURRICULUM_FORM, format, ...written };
}

/** What was written, for the reader; null where the file is to say it. */
export function optionsOf({ format, course, subject, grade, licence }: CurriculumImportForm) {
  const given = (text: string) => (text === '' ? null : text);
  const known: GradeLevel | undefined = GRADE_LEVELS.find((one) => one === grade);
  return { format, course: given(course), subject: given(subject), grade: known ?? null, licence: given(licence) };
}

/** The last part of a file's name, without signs that cannot be seen. */
function nameOf(name: string | undefined): string {
  const plain = (name ?? '')
    .replace(/^.*[/\\]/, '')
    .replace(/\p{Cc}/gu, '')
    .slice(-LONGEST_NAME);
  return plain === '' ? 'questions' : plain;
}
