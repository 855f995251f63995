import { withDatabase } from '../database.ts';
import { GRADE_LEVELS, SUBJECTS } from '../domain/curriculum/curriculum.ts';
import { AppError } from '../domain/errors/app-error.ts';
import { createAnswerChecker } from '../domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../domain/tutoring/answer-checking/math-engine.ts';
import { createCurriculumImport } from '../services/curriculum-import/create-curriculum-import.ts';
import type { ImportOptions } from '../services/curriculum-import/curriculum-import.service.ts';
import { findFormat, IMPORT_FORMATS } from '../services/curriculum-import/formats.ts';
import type { ImportFormat, ReadOptions } from '../services/curriculum-import/import-format.ts';
import { reportLines } from '../services/curriculum-import/import-report.ts';
import { importSource, openSource } from '../services/curriculum-import/import-source.ts';
import { type Command, type OptionValues, oneOf, readAll, textOption, UsageError } from './command.ts';

const FORMATS = IMPORT_FORMATS.map(({ id }) => id);
/** In ms: how often a long import says how far it is. */
const TELLS_EVERY = 1000;

export const importCurriculum: Command = {
  name: 'import curriculum',
  summary: 'Bring courses in from a file or folder.',
  help: [
    `Usage: allamda import curriculum <file or folder> --format ${FORMATS.join('|')} [options]`,
    '',
    'Saves courses, units, questions, hints, figures and tests, as far as the format has them, in one transaction: all that can be',
    'taken, or, when it fails, nothing. They are published at once, and stand in the history of their course. A file is at most 32 MB.',
    'A question whose key is there is changed where it differs, any other is added, and nothing is removed: importing twice changes',
    'nothing. Damaged questions and ones whose answer cannot be checked are left out and reported.',
    '',
    ...IMPORT_FORMATS.map(({ id, title, takes }) => `  ${id.padEnd(10)}${title}, from a ${takes.join(' or ')}`),
    '',
    '  --subject S       the subject of the courses, where the source does not tell it: math, science, …',
    `  --grade G         their grade: ${GRADE_LEVELS[0]} … ${GRADE_LEVELS.at(-1)}`,
    '  --only NAME       take only this course of the source; may be repeated',
    '  --course NAME     what the course is called here; for a source, or --only, of one course',
    '  --licence L       the licence of the questions, where you know it: it goes before what the source says',
    '  --enroll WHO      enrol this pupil (username; may be repeated) in the courses, or "all" pupils. Without it nobody is but',
    '                    everybody in the grade of a mandatory course; a pupil sees a course once enrolled in it',
    '  --dry-run         try it and report, and save nothing',
    '  --json            the report as JSON',
    '',
    'Example: allamda import curriculum ../oatutor --format oatutor --only "OpenStax: Elementary Algebra" --enroll noa',
  ].join('\n'),
  options: {
    format: { type: 'string' },
    course: { type: 'string' },
    licence: { type: 'string' },
    subject: { type: 'string' },
    grade: { type: 'string' },
    only: { type: 'string', multiple: true },
    enroll: { type: 'string', multiple: true },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run(values, positionals, { out, err }) {
    const [place, ...more] = positionals;
    if (place === undefined || more.length > 0) {
      throw new UsageError('Say which file or folder: allamda import curriculum <file or folder> --format …');
    }
    const { format, ...options } = readOptions(values);
    const checker = createAnswerChecker(await loadMathEngine());
    return withDatabase(async (db) => {
      const service = createCurriculumImport(db, Date);
      const onProgress = values.json ? undefined : progressTold(err, () => performance.now());
      try {
        const report = await importSource(
          format,
          await openSource(place),
          { checker, ...options, onProgress },
          service,
        );
        if (values.json) out(JSON.stringify(report));
        else for (const line of reportLines(report)) out(line);
        return 0;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        if (values.json) out(JSON.stringify({ error: { code: error.code, message: error.message, ...error.details } }));
        else err(error.message);
        return 1;
      }
    });
  },
};

/** Says how many questions were read, of how many where that is known, and not more often than somebody reads it. */
export function progressTold(tell: (line: string) => void, now: () => number): NonNullable<ReadOptions['onProgress']> {
  let told = now();
  return (read, all) => {
    if (now() - told < TELLS_EVERY) return;
    told = now();
    tell(all === undefined ? `${read} questions read …` : `${read} of ${all} questions read …`);
  };
}

function readFormat({ format }: OptionValues): ImportFormat {
  const found = typeof format === 'string' ? findFormat(format) : undefined;
  if (found) return found;
  throw new UsageError(`--format: read ${JSON.stringify(format ?? null)}; allowed is ${FORMATS.join(', ')}.`);
}

function readOptions(
  values: OptionValues,
): { format: ImportFormat } & Omit<ReadOptions, 'checker'> & Omit<ImportOptions, 'source'> {
  const enrol = texts(values.enroll);
  const read = readAll({
    format: () => readFormat(values),
    name: () => textOption(values, 'course'),
    licence: () => textOption(values, 'licence'),
    subject: () => oneOf(values, 'subject', SUBJECTS),
    gradeLevel: () => oneOf(values, 'grade', GRADE_LEVELS),
  });
  return {
    ...read,
    only: texts(values.only),
    enrol: enrol.includes('all') ? 'all' : enrol,
    dryRun: values['dry-run'] === true,
  };
}

function texts(value: OptionValues[string]): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
