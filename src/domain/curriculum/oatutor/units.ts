import type { UnitType } from '../curriculum.ts';
import type { ProblemDraft, UnitDraft } from '../curriculum-draft.ts';

/** A problem in its lesson of the source: "4.6 Find the Equation of a Line", "2. Vectors". */
export interface LessonProblem {
  lesson: string;
  draft: ProblemDraft;
}

/** Fewest questions of a unit: fewer are no session's worth, and no evaluation's. */
export const FEWEST_QUESTIONS = 5;
/** Minutes that a question takes with its help, for the estimate of a unit. */
const MINUTES_EACH = 4;
/** Characters up to which a name tells all chapters of a unit, and those of any name. */
const LONGEST_NAME = 90;
const MOST_CHARACTERS = 180;

interface Lesson {
  chapter: number;
  section: number;
  name: string;
}

interface Chapter {
  number: number;
  title: string;
  lessons: string[];
  problems: ProblemDraft[];
}

/**
 * The units of a course: its chapters in order, neighbours merged until each has at least five questions (a course with fewer is
 * one unit). Weights follow the number of questions, gently; minutes are an estimate from it.
 */
export function unitsOf(problems: readonly LessonProblem[], titles: readonly string[] = []): UnitDraft[] {
  const groups = merged(chaptersOf(problems, titles));
  const largest = Math.max(...groups.map((group) => questionsIn(group)));
  const names = distinct(groups.map((group) => nameOf(group.map((chapter) => chapter.title))));
  return groups.map((group, index) => ({
    unsaid: ['type', 'weight', 'estimatedDurationMinutes', 'description', 'prerequisites'],
    name: names[index] ?? '',
    type: typeOf(group, index, groups.length),
    weight: Math.round(Math.sqrt(questionsIn(group) / largest) * 10) / 10,
    estimatedDurationMinutes: Math.min(120, Math.ceil((questionsIn(group) * MINUTES_EACH) / 5) * 5),
    description: describe(group),
    problems: group.flatMap((chapter) => chapter.problems),
  }));
}

/** "4.6 Find …", "10.1 - The Ellipse", "2. Vectors", "1 The Nature of Science"; without a number it stands last, by name. */
function readLesson(lesson: string): Lesson {
  const [, chapter = '', section = '', name = ''] =
    /^\s*(\d{1,3})(?:\.(\d{1,3}))?[.:]?\s*-?\s*(.*?)\s*$/s.exec(lesson) ?? [];
  if (chapter === '') return { chapter: Number.POSITIVE_INFINITY, section: 0, name: lesson.trim() };
  return { chapter: Number(chapter), section: section === '' ? 0 : Number(section), name: name.replace(/\s+/g, ' ') };
}

function chaptersOf(problems: readonly LessonProblem[], titles: readonly string[]): Chapter[] {
  const chapters = new Map<string, Chapter>();
  const read = problems.map(({ lesson, draft }) => ({ ...readLesson(lesson), draft }));
  const order = (a: number, b: number) => (a === b ? 0 : a - b);
  const sorted = read.sort(
    (a, b) => order(a.chapter, b.chapter) || order(a.section, b.section) || alphabetical(a.name, b.name),
  );
  for (const { chapter: number, section, name, draft } of sorted) {
    const key = Number.isFinite(number) ? String(number) : name;
    const chapter = chapters.get(key) ?? { number, title: '', lessons: [], problems: [] };
    if (name !== '' && !chapter.lessons.includes(name)) chapter.lessons.push(name);
    chapter.problems.push(draft);
    const title = section === 0 ? name : (titles[number - 1] ?? '');
    chapter.title = title || chapter.title || titleFrom(chapter.lessons);
    if (title === '' && section !== 0) chapter.title = titleFrom(chapter.lessons);
    chapters.set(key, chapter);
  }
  return [...chapters.values()];
}

const alphabetical = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** A chapter without a title is called by its lessons. */
function titleFrom(lessons: readonly string[]): string {
  const [first = 'Exercises', second] = lessons;
  if (second === undefined) return first;
  const two = `${first} and ${second}`;
  return lessons.length === 2 && two.length <= LONGEST_NAME ? two : `${first} and more`;
}

const questionsIn = (group: readonly Chapter[]): number =>
  group.flatMap((chapter) => chapter.problems).reduce((sum, problem) => sum + problem.steps.length, 0);

/** Neighbours together until each group has enough questions; what is left at the end joins the last one. */
function merged(chapters: readonly Chapter[]): Chapter[][] {
  const groups: Chapter[][] = [];
  let open: Chapter[] = [];
  for (const chapter of chapters) {
    open.push(chapter);
    if (questionsIn(open) < FEWEST_QUESTIONS) continue;
    groups.push(open);
    open = [];
  }
  const last = groups.at(-1);
  if (open.length > 0 && last) last.push(...open);
  else if (open.length > 0) groups.push(open);
  return groups;
}

/** "Vectors", "Factoring and Graphs", "Limits; Functions and Graphs; …": what holds more than fits ends in "to" the last. */
function nameOf(titles: readonly string[]): string {
  const [first = '', second] = titles;
  const last = titles.at(-1) ?? '';
  const plain = titles.every((title) => !/ and |,/.test(title));
  const whole = titles.length === 2 && second !== undefined && plain ? `${first} and ${second}` : titles.join('; ');
  const name = whole.length <= LONGEST_NAME || titles.length === 1 ? whole : `${first} to ${last}`;
  // The description of the unit names its lessons in full.
  return name.length > MOST_CHARACTERS ? `${name.slice(0, MOST_CHARACTERS - 1)}…` : name;
}

function distinct(names: readonly string[]): string[] {
  return names.map((name, index) => {
    const before = names.slice(0, index).filter((other) => other === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}

/** Only what its own title calls an introduction or a review is one; the foundations of a course are its introduction. */
function typeOf(group: readonly Chapter[], index: number, count: number): UnitType {
  const titles = group.map((chapter) => chapter.title).join(' ');
  const alone = group.length === 1 && count > 1;
  if (index === 0 && alone && /foundations|prerequisites|introduction|nature of|units and measurements/i.test(titles))
    return 'intro';
  return index === count - 1 && alone && /review|summary/i.test(titles) ? 'summary' : 'chapter';
}

function describe(group: readonly Chapter[]): string {
  const lessons = group.flatMap((chapter) => (chapter.lessons.length > 0 ? chapter.lessons : [chapter.title]));
  const problems = group.flatMap((chapter) => chapter.problems).length;
  const count = questionsIn(group);
  const size = `${count} ${count === 1 ? 'question' : 'questions'} in ${problems} ${problems === 1 ? 'problem' : 'problems'}`;
  return `${size}, from the ${lessons.length === 1 ? 'lesson' : 'lessons'}: ${lessons.join('; ')}.`;
}
