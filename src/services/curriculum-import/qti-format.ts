import path from 'node:path';
import { isArchive } from '../../data/archives/archive.ts';
import type { CourseDraft, UnitDraft } from '../../domain/curriculum/curriculum-draft.ts';
import { emptyUnit } from '../../domain/curriculum/import/empty-unit.ts';
import { unitsOf } from '../../domain/curriculum/oatutor/units.ts';
import { leftovers } from '../../domain/curriculum/qti/package/leftovers.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import {
  courseMissing,
  type ImportFormat,
  type ImportSource,
  nothingTaken,
  type ReadCurriculum,
  type ReadOptions,
} from './import-format.ts';
import { openPackage } from './package-files.ts';
import { type GroupedProblem, type QtiPackage, readQtiPackage } from './qti-reader.ts';

const DOCUMENT =
  /<(?:[\w-]+:)?(?:questestinterop|assessmentItem|assessmentTest|qti-assessment-item|qti-assessment-test)[\s>]/;

/** Questions of QTI 1.2, 2.x and 3.0: one file, a folder, or a package in an archive. */
export const QTI: ImportFormat = {
  id: 'qti',
  title: 'QTI',
  takes: ['file', 'folder'],
  recognizes: (bytes) =>
    isArchive(bytes) ? holds(bytes, 'imsmanifest.xml') && !isCartridge(bytes) : DOCUMENT.test(head(bytes)),
  read,
};

/** A Common Cartridge, as Canvas and others export a course: its quizzes and banks of questions. */
export const CARTRIDGE: ImportFormat = {
  id: 'imscc',
  title: 'Common Cartridge',
  takes: ['file', 'folder'],
  recognizes: (bytes) => isArchive(bytes) && holds(bytes, 'imsmanifest.xml') && isCartridge(bytes),
  read,
};

const head = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, 4096)).toString('latin1').replaceAll('\0', '');
const holds = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name);
/** The names of entries stand unpacked in an archive. */
const isCartridge = (bytes: Uint8Array): boolean =>
  holds(bytes, 'course_settings/') || holds(bytes, 'non_cc_assessments/');

async function read(source: ImportSource, options: ReadOptions): Promise<ReadCurriculum> {
  const fileName = source.kind === 'file' ? source.fileName : path.basename(path.resolve(source.path));
  const found = await readQtiPackage(await openPackage(source), fileName, options);
  const { manifest, problems, notes } = found;
  const notTaken = [...found.notTaken, ...(manifest ? leftovers(manifest, found.files) : [])];
  if (problems.length === 0) throw nothingOf(fileName, found, notTaken);
  const wanted = (options.only ?? []).map((one) => one.trim().toLowerCase());
  if (wanted.length > 0 && !wanted.includes(found.title.toLowerCase())) {
    throw new AppError(
      'invalid-input',
      'nothing-taken',
      `${fileName} holds one course, “${found.title}”, and --only names another.`,
    );
  }
  const licence = unlicensed(problems, manifest?.licence ?? '');
  return {
    origin: found.title.slice(0, 180),
    draft: { courses: [courseOf(found, options)] },
    notTaken,
    notes: [...notes, ...licence],
  };
}

/** One course a package: its quizzes and banks in order, small ones together. */
function courseOf({ title, problems }: QtiPackage, { name, subject, gradeLevel }: ReadOptions): CourseDraft {
  if (subject === undefined || gradeLevel === undefined) {
    throw courseMissing([...(subject ? [] : ['subject' as const]), ...(gradeLevel ? [] : ['grade' as const])], title);
  }
  const groups = [...new Set(problems.map((problem) => problem.group))];
  const lessons = problems.map(({ group, draft }) => ({
    lesson: `${Math.min(999, groups.indexOf(group) + 1)}. ${group}`,
    draft,
  }));
  const units = problems.every(({ own }) => own) ? ownUnits(problems) : unitsOf(lessons);
  const questions = problems.reduce((sum, { draft }) => sum + draft.steps.length, 0);
  return {
    unsaid: ['type', 'level', 'description', 'prerequisites', 'order'],
    name: (name ?? title).slice(0, 190),
    subject,
    gradeLevel,
    // The middle: QTI says nothing of it, and it is the supervisor's to change.
    level: 3,
    type: 'optional',
    description: `${questions} questions from ${title}: ${units.map((unit) => unit.name).join(' · ')}.`.slice(0, 2000),
    units,
  };
}

/** A package of ours has the units that it was made of, however small. */
function ownUnits(problems: readonly GroupedProblem[]): UnitDraft[] {
  const groups = Map.groupBy(problems, ({ group }) => group);
  return [...groups].map(([name, own]) =>
    emptyUnit(
      name,
      own.map(({ draft }) => draft),
    ),
  );
}

/** What the package says of its licence, for somebody to look at; that it says nothing, too. */
function unlicensed(problems: readonly GroupedProblem[], said: string): ReadCurriculum['notes'] {
  const without = problems.filter(({ draft }) => draft.licence === '').length;
  if (without > 0)
    return [
      {
        id: 'licence',
        note: `${without} questions name no licence; say it in the form or with --licence, and pass them on only if you may`,
      },
    ];
  if (/copyright|all rights reserved|private/i.test(said))
    return [{ id: 'licence', note: `the package says “${said.slice(0, 120)}”; pass its questions on only if you may` }];
  return [];
}

function nothingOf(fileName: string, { manifest, title }: QtiPackage, notTaken: ReadCurriculum['notTaken']): AppError {
  const what = manifest ? `${fileName} (“${title}”${manifest.schema === '' ? '' : `, ${manifest.schema}`})` : fileName;
  const versions = 'It holds no question of QTI 1.2, 2.0, 2.1, 2.2 or 3.0, which are the versions that are read.';
  return nothingTaken(what, notTaken, versions);
}
