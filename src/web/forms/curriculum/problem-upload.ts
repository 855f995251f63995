import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { FieldProblem } from '../../../domain/curriculum/editing/field-problem.ts';
import { AppError } from '../../../domain/errors/app-error.ts';
import { type FigureUploadService, LARGEST_FIGURE } from '../../../services/curriculum-editor/figure-upload.service.ts';
import type { ProblemContent } from '../../../shared/curriculum-content.ts';
import { actorOf } from '../../access.ts';
import { readProblem } from './problem.form.ts';
import { readFields, type SentFields } from './sent-fields.ts';
import type { Read } from './simple.forms.ts';

/** Bytes of all fields together, and of all files of one form. */
const LONGEST_FORM = 1024 * 1024;
const LARGEST_FILES = 16 * 1024 * 1024;
const FILE = /^figure(\d{1,2})\.file$/;

/** What multipart forms of questions may hold; what is more is refused with 413. */
export const PROBLEM_FORM_LIMITS = {
  fileSize: LARGEST_FIGURE + 1,
  files: 32,
  fields: 4000,
  // One that is longer than the whole form may be is cut, and is seen to be too long all the same.
  fieldSize: LONGEST_FORM + 1,
  parts: 4032,
  fieldNameSize: 100,
} as const;

/** `refused`: also what is wrong with pictures that were not taken. */
export interface SentProblem extends Read<ProblemContent> {
  /** A picture that was taken stands in the field "figure0.hash" of its row. */
  fields: SentFields;
}

/** Reads the form of a question with its pictures; one without pictures may come as a plain form. */
export async function readSentProblem(
  request: FastifyRequest,
  figures: Pick<FigureUploadService, 'take'>,
): Promise<SentProblem> {
  if (!request.isMultipart()) return asProblem(readFields(request.body), []);
  const { sent, files } = await readParts(request);
  const refused: FieldProblem[] = [];
  for (const [row, bytes] of files) {
    const taken = await figures.take(actorOf(request), bytes);
    if (taken.outcome === 'refused') refused.push({ field: `figure${row}`, problem: taken.problem });
    else sent.set(`figure${row}.hash`, [taken.hash]);
  }
  return asProblem(readFields(Object.fromEntries(sent)), refused);
}

function asProblem(fields: SentFields, pictures: readonly FieldProblem[]): SentProblem {
  const { content, refused } = readProblem(fields);
  return { fields, content, refused: [...pictures, ...refused] };
}

async function readParts(request: FastifyRequest) {
  const sent = new Map<string, string[]>();
  const files = new Map<number, Uint8Array>();
  let [text, binary] = [0, 0];
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await bytesOf(part.file);
      binary += bytes.length;
      const row = FILE.exec(part.fieldname)?.[1];
      if (row !== undefined && bytes.length > 0) files.set(Number(row), bytes);
    } else if (typeof part.value === 'string') {
      text += part.value.length;
      sent.set(part.fieldname, [...(sent.get(part.fieldname) ?? []), part.value]);
    }
    if (text > LONGEST_FORM || binary > LARGEST_FILES) throw tooLarge();
  }
  return { sent, files };
}

/** A file as far as it is read: one that is too large is cut off behind the largest that is taken. */
async function bytesOf(file: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function tooLarge(): AppError {
  return new AppError(
    'invalid-input',
    'form-too-large',
    'This form is too large: at most 1 MB of text and 16 MB of pictures.',
  );
}
