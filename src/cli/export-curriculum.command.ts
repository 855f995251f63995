import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { withDatabase } from '../database.ts';
import { GRADE_LEVELS, SUBJECTS } from '../domain/curriculum/curriculum.ts';
import { EXPORT_FORMATS, type ExportFormat, type LeftOut } from '../domain/curriculum/exchange/left-out.ts';
import { AppError } from '../domain/errors/app-error.ts';
import { createCurriculumExport } from '../services/curriculum-export/create-curriculum-export.ts';
import { type ExportOptions, isBinary } from '../services/curriculum-export/curriculum-export.service.ts';
import { type Command, type OptionValues, oneOf, textOption, UsageError } from './command.ts';

export const exportCurriculum: Command = {
  name: 'export curriculum',
  summary: 'Write courses to a file.',
  help: [
    `Usage: allamda export curriculum --format ${EXPORT_FORMATS.join('|')} [options]`,
    '',
    'Writes courses as they are published: units, questions (those for tests too), hints, figures, tests. Nothing that is archived,',
    'no drafts. JSON holds everything, and importing it changes nothing. CSV is for spreadsheets. GIFT (Moodle) and QTI 2.1 (a zip for',
    'other systems) hold one course each; what a format has no place for is said.',
    '',
    '  --course NAME     only courses of this name',
    '  --grade G         only courses of this grade: 1st … 12th',
    `  --subject S       only courses of this subject: ${SUBJECTS.slice(0, 3).join(', ')}, …`,
    '  --out FILE        where to; without it, to the terminal',
    '  --json            what was written, as JSON (with --out)',
    '',
    'Example: allamda export curriculum --course "Algebra foundations" --format json --out algebra.json',
  ].join('\n'),
  options: {
    format: { type: 'string' },
    course: { type: 'string' },
    subject: { type: 'string' },
    grade: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(values, positionals, { out, err }) {
    if (positionals.length > 0) throw new UsageError(`Read ${JSON.stringify(positionals[0])}; options begin with --.`);
    const options = readOptions(values);
    const file = textOption(values, 'out');
    return withDatabase(async (db) => {
      try {
        const { content, courses, mediaType, leftOut } = await createCurriculumExport(db).exportCurriculum(options);
        if (file === undefined) {
          for await (const piece of content) out(String(piece).replace(/\n$/, ''));
        } else {
          await pipeline(Readable.from(content), createWriteStream(file));
        }
        if (values.json && file !== undefined) out(JSON.stringify({ file, courses, mediaType, leftOut }));
        else for (const line of [...written(file, courses), ...leftOut.map(leftOutLine)]) err(line);
        return 0;
      } catch (error) {
        if (!(error instanceof AppError) && !isFileError(error)) throw error;
        if (values.json) out(JSON.stringify({ error: { message: error.message } }));
        else err(error.message);
        return 1;
      }
    });
  },
};

const written = (file: string | undefined, courses: number): string[] =>
  file === undefined ? [] : [`${courses} ${courses === 1 ? 'course' : 'courses'} written to ${file}.`];

const leftOutLine = ({ what, count }: LeftOut): string =>
  what === 'course and units'
    ? 'Left out: what the course and its units are beside their names (order of learning, weights, descriptions).'
    : `Left out: ${what} (${count}).`;

const isFileError = (error: unknown): error is Error => error instanceof Error && 'syscall' in error;

function readOptions(values: OptionValues): ExportOptions {
  const format = oneOf<ExportFormat>(values, 'format', EXPORT_FORMATS);
  if (format === undefined) throw new UsageError(`--format: read null; allowed is ${EXPORT_FORMATS.join(', ')}.`);
  if (isBinary(format) && textOption(values, 'out') === undefined)
    throw new UsageError(`--out: a file of the format ${format} is no text; say where to write it.`);
  const [name, subject] = [textOption(values, 'course'), textOption(values, 'subject')];
  const gradeLevel = oneOf(values, 'grade', GRADE_LEVELS);
  return {
    format,
    ...(name === undefined ? {} : { name }),
    ...(subject === undefined ? {} : { subjects: [subject] }),
    ...(gradeLevel === undefined ? {} : { gradeLevel }),
  };
}
