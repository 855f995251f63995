import type { FastifyRequest } from 'fastify';
import { GRADE_LEVELS, type GradeLevel } from '../../domain/curriculum/curriculum.ts';
import type { CurriculumUploadOptions } from '../../services/curriculum-import/curriculum-uploads.service.ts';
import type { PageContext } from '../page-context.ts';
import { type FileOutcome, readFileForm } from './file-form.ts';

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

const FIELDS = ['format', 'course', 'subject', 'grade', 'licence'] as const;
/** Characters of the name of a course and of a licence. */
export const LONGEST_FIELD = 180;

/** Reads the form as far as it came, with its file. */
export async function readCurriculumImportForm(
  request: FastifyRequest,
): Promise<{ form: CurriculumImportForm; file: FileOutcome }> {
  const form: CurriculumImportForm = { ...EMPTY_CURRICULUM_FORM, problems: {} };
  const file = await readFileForm(request, 'questions', (name, value) => {
    const field = FIELDS.find((one) => one === name);
    if (field) form[field] = value.trim();
  });
  return { form, file };
}

/** What the fields with a list may hold. */
export type AllowedChoices = Record<'format' | 'subject' | 'grade', readonly string[]>;

/** What is wrong with fields that cannot be taken as they were written: what was read, and what is allowed. */
export function wrongFields(
  form: CurriculumImportForm,
  allowed: AllowedChoices,
  { wrongField: words }: PageContext['t']['curriculumImport'],
): CurriculumImportForm['problems'] {
  const problems: CurriculumImportForm['problems'] = {};
  for (const field of ['format', 'subject', 'grade'] as const) {
    const [value, known] = [form[field], allowed[field]];
    if (value !== '' && !known.includes(value)) problems[field] = words[field](shown(value), known.join(', '));
  }
  for (const field of ['course', 'licence'] as const)
    if (form[field].length > LONGEST_FIELD) problems[field] = words[field](form[field].length, LONGEST_FIELD);
  return problems;
}

/** The form as if its wrong fields had been left open. */
export function withoutWrong(form: CurriculumImportForm): CurriculumImportForm {
  const open = FIELDS.filter((field) => field in form.problems).map((field) => [field, ''] as const);
  return { ...form, ...Object.fromEntries(open) };
}

/** The beginning of what was read, to be said again. */
const shown = (value: string): string => (value.length > 60 ? `${value.slice(0, 60)}…` : value);

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
