import { isArchive } from '../../../data/archives/archive.ts';
import { problemPlaces } from '../../../data/curriculum/problem-places.ts';
import { pauses } from '../../../data/in-slices.ts';
import { problemLimits } from '../../../domain/curriculum/check-limits.ts';
import type { CourseDraft, UnitDraft } from '../../../domain/curriculum/curriculum-draft.ts';
import { readOwnId } from '../../../domain/curriculum/exchange/own-id.ts';
import { BROKEN, type ReadQuestion, withoutBroken } from '../../../domain/curriculum/exchange/steps.ts';
import { emptyUnit } from '../../../domain/curriculum/import/empty-unit.ts';
import { LIMITS } from '../../../domain/curriculum/import/limits.ts';
import { REPEATED } from '../../../domain/curriculum/import/plan-course.ts';
import { shorten } from '../../../domain/curriculum/import/shorten.ts';
import { withoutMistakes } from '../../../domain/curriculum/import/without-mistakes.ts';
import { MarkupRefused } from '../../../domain/markup/markup.ts';
import {
  badFile,
  type CourseField,
  courseMissing,
  type FileIssue,
  type ImportFormat,
  nothingTaken,
  type ReadCurriculum,
  type ReadOptions,
} from '../import-format.ts';
import { readText } from '../read-text.ts';
import { structureIssues } from '../structure-issues.ts';
import { eachInTurn, problemReasons, takeProblem } from '../take-problems.ts';
import { readGiftQuestion } from './gift-question.ts';
import { type GiftEntry, parseGift } from './parse-gift.ts';

const ORIGIN = 'GIFT';

/** Moodle's text format for questions. A file is one course; its categories are the units. */
export const GIFT_FORMAT: ImportFormat = {
  id: 'gift',
  title: 'GIFT (Moodle)',
  takes: ['file'],
  // Braces stand in XML and in packed bytes too.
  recognizes: (bytes) =>
    !isArchive(bytes) &&
    !/^\ufeff?\s*<(?:[?!]|(?:[\w-]+:)?(?:questestinterop|assessment|qti-))/.test(
      Buffer.from(bytes.subarray(0, 200)).toString('utf8'),
    ) &&
    /^\s*(?:\$CATEGORY:|::[^:]|\/\/|\[(?:markdown|html|plain|moodle)\])|^[^{}]*[^{}\s][^{}]*\{[\s\S]*\}/.test(
      Buffer.from(bytes.subarray(0, 4000)).toString('utf8'),
    ),
  async read(source, options) {
    if (source.kind === 'folder') throw badFile([{ file: source.path, problem: 'it is a folder, not a GIFT file' }]);
    const { fileName, bytes } = source;
    const { text, encoding } = readText(fileName, bytes);
    const { entries, issues } = await parsed(fileName, text);
    if (issues.length > 0) {
      const others = await refusedQuestions(fileName, entries, options);
      throw badFile(
        [...issues, ...others].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
        missingOf(options),
      );
    }
    if (entries.length === 0) throw badFile([{ file: fileName, problem: 'there is no question in it' }]);
    const read: ReadCurriculum = { origin: ORIGIN, draft: { courses: [] }, notTaken: [], notes: [] };
    if (encoding !== 'UTF-8') read.notes.push({ id: fileName, note: `it was read as ${encoding}` });
    read.draft.courses.push(await readCourse(fileName, entries, options, read));
    return read;
  },
};

async function parsed(file: string, text: string): Promise<{ entries: GiftEntry[]; issues: FileIssue[] }> {
  const pause = pauses();
  const [entries, issues]: [GiftEntry[], FileIssue[]] = [[], []];
  for (const found of parseGift(file, text)) {
    if ('question' in found) entries.push(found);
    else issues.push(found);
    await pause();
  }
  if (entries.length > LIMITS.questions)
    issues.push({ file, problem: `it has ${entries.length} questions; allowed are ${LIMITS.questions}` });
  return { entries, issues };
}

interface PlacedQuestion extends ReadQuestion {
  line: number;
  title: string;
  unitName: string;
}

/**
 * What else is to be said of a file that is refused anyway: questions that could not be taken either and mistakes in the others, which
 * in a file that is taken stay out, each with its reason, and what only the courses that are here can tell.
 */
async function refusedQuestions(
  file: string,
  entries: readonly GiftEntry[],
  options: ReadOptions,
): Promise<FileIssue[]> {
  const { checker } = options;
  const issues: FileIssue[] = [];
  const say = ({ line, title }: Pick<PlacedQuestion, 'line' | 'title'>, problem: string) =>
    issues.push({ file, line, ...(title === '' ? {} : { value: title }), problem });
  const found: PlacedQuestion[] = [];
  const refused = new Set<string>();
  const units = new Map<string, number>();
  let unitName = firstUnit(file);
  await eachInTurn(entries, {}, ({ question, line }) => {
    if (question.type === 'Category') {
      unitName = shorten('', unitOf(question.title), LIMITS.name, () => {});
      return;
    }
    const title = question.title ?? '';
    const result = readSafely(() => readGiftQuestion(question, checker));
    if (!units.has(unitName)) units.set(unitName, line);
    if (!('reason' in result)) {
      found.push({ own: result.own, draft: result.problem, line, title, unitName });
      return;
    }
    const own = readOwnId(question.id ?? '');
    if (own) refused.add(own.key);
    say({ line, title }, result.reason);
  });
  const { whole, broken } = withoutBroken(found, refused);
  for (const question of broken) say(question, BROKEN);
  const placeOf = problemPlaces();
  await eachInTurn(whole, {}, (question) => {
    const { draft } = question;
    const reasons = [...problemLimits(draft), ...problemReasons(draft, checker)];
    for (const reason of reasons) say(question, reason);
    if (reasons.length > 0) return;
    if (placeOf(draft).isRepeated) say(question, REPEATED);
    for (const mistake of withoutMistakes(draft, checker).left) say(question, mistake);
  });
  return [...issues, ...(await againstWhatIsHere(file, units, options))];
}

/** What the courses that are here say against a course of these units, where it is known which course it is. */
async function againstWhatIsHere(
  file: string,
  units: ReadonlyMap<string, number>,
  options: ReadOptions,
): Promise<FileIssue[]> {
  if (missingOf(options).length > 0) return [];
  const course = { ...emptyCourse(file, options), units: [...units.keys()].map((name) => emptyUnit(name)) };
  const { wrong, left } = await structureIssues(file, [course], options, (_about, _course, name) => {
    const line = units.get(name ?? '');
    return line === undefined ? {} : { line };
  });
  return [...wrong, ...left];
}

async function readCourse(
  file: string,
  entries: readonly GiftEntry[],
  options: ReadOptions,
  read: ReadCurriculum,
): Promise<CourseDraft> {
  const course = emptyCourse(file, options);
  const units = new Map<string, UnitDraft>();
  const found: (ReadQuestion & { notes: string[]; id: string; unitName: string })[] = [];
  const refused = new Set<string>();
  let unitName = firstUnit(file);
  await eachInTurn(entries, options, ({ question, line }) => {
    if (question.type === 'Category') {
      const tell = (note: string) => read.notes.push({ id: `line ${line}`, note });
      unitName = shorten('the name of its category', unitOf(question.title), LIMITS.name, tell);
      return;
    }
    const id = `line ${line}${question.title ? `, ${question.title.slice(0, 80)}` : ''}`;
    const result = readSafely(() => readGiftQuestion(question, options.checker));
    if ('reason' in result) {
      const own = readOwnId(question.id ?? '');
      if (own) refused.add(own.key);
      read.notTaken.push({ id, reason: result.reason });
      return;
    }
    found.push({ own: result.own, draft: result.problem, notes: result.notes, id, unitName });
  });
  const { whole, broken } = withoutBroken(found, refused);
  read.notTaken.push(...broken.map(({ id }) => ({ id, reason: BROKEN })));
  await eachInTurn(whole, options, ({ draft, id, notes, unitName: name }) => {
    const taken = takeProblem(draft, id, options, read);
    if (!taken) return;
    read.notes.push(...notes.map((note) => ({ id, note })));
    const unit = units.get(name) ?? emptyUnit(name);
    units.set(name, unit);
    unit.problems.push(taken);
  });
  if (units.size === 0) throw nothingTaken(file, read.notTaken, 'It holds categories and comments, and no question.');
  return { ...course, units: [...units.values()] };
}

function readSafely<Result>(read: () => Result): Result | { reason: string } {
  try {
    return read();
  } catch (error) {
    if (error instanceof MarkupRefused) return { reason: `it ${error.message}` };
    throw error;
  }
}

/** GIFT says nothing of its course. */
function missingOf({ name, subject, gradeLevel }: Pick<ReadOptions, CourseOption>): CourseField[] {
  const said = { name, subject, grade: gradeLevel };
  return (['name', 'subject', 'grade'] as const).filter((field) => said[field] === undefined);
}

type CourseOption = 'name' | 'subject' | 'gradeLevel';

function emptyCourse(file: string, { name, subject, gradeLevel }: ReadOptions): CourseDraft {
  if (name === undefined || subject === undefined || gradeLevel === undefined) {
    throw courseMissing(missingOf({ name, subject, gradeLevel }), file);
  }
  return {
    unsaid: ['type', 'level', 'description', 'prerequisites', 'order'],
    name,
    subject,
    gradeLevel,
    type: 'optional',
    level: 3,
    description: '',
    units: [],
  };
}

/** The unit of questions that stand before any category. */
const firstUnit = (file: string): string => unitOf(file.replace(/\.[^.]*$/, '').slice(0, LIMITS.name));

/** "$course$/top/Algebra/Lines" as "Algebra · Lines". A doubled slash is one that belongs to a name. */
export function unitOf(category: string): string {
  const parts = category
    .replaceAll('//', '\u0000')
    .split('/')
    .map((part) => part.replaceAll('\u0000', '/').trim())
    .filter((part) => part !== '' && part !== 'top' && !/^\$\w+\$$/.test(part));
  return parts.join(' · ') || 'Questions';
}
