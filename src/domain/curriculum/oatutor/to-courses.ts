import { GRADE_LEVELS, type GradeLevel } from '../curriculum.ts';
import type { CourseDraft, CurriculumDraft } from '../curriculum-draft.ts';
import { bookOf, courseNameOf } from './books.ts';
import type { ReadProblem } from './read-problem.ts';
import { unitsOf } from './units.ts';

/** What the person who imports says about the courses; it goes before what the source's name tells. */
export interface CourseOptions {
  name?: string | undefined;
  subject?: string | undefined;
  gradeLevel?: GradeLevel | undefined;
}

/** A source course that is not taken, with its problems, and why. */
export interface UnknownCourse {
  course: string;
  problems: string[];
  reason: string;
}

export interface Courses {
  draft: CurriculumDraft;
  unknown: UnknownCourse[];
}

/**
 * Puts problems into courses by their source's course, and those into units by chapter. A course whose subject and grade neither
 * the options nor its name tell is not taken. `name` is only for a source of one course: with more, all would have the same.
 */
export function toCourses(problems: readonly ReadProblem[], options: CourseOptions = {}): Courses {
  const bySource = new Map<string, ReadProblem[]>();
  for (const problem of problems) {
    const key = courseNameOf(problem.course);
    bySource.set(key, [...(bySource.get(key) ?? []), problem]);
  }
  const unknown: UnknownCourse[] = [];
  const courses = [...bySource.values()].flatMap((own): CourseDraft[] => {
    const source = own[0]?.course ?? '';
    const book = bookOf(source);
    const subject = options.subject ?? book?.subject;
    const gradeLevel = options.gradeLevel ?? book?.gradeLevel;
    if (subject === undefined || gradeLevel === undefined) {
      const missing = [subject ? '' : '--subject', gradeLevel ? '' : '--grade'].filter(Boolean).join(' and ');
      const keys = own.map((problem) => problem.draft.sourceKey ?? '');
      unknown.push({
        course: source,
        problems: keys,
        reason: `its course "${source}" is not known here: say ${missing}`,
      });
      return [];
    }
    const name = (options.name ?? courseNameOf(source)).slice(0, 190);
    return [courseOf(own, { name, subject, gradeLevel, source })];
  });
  const names = new Set(courses.map((course) => course.name));
  for (const course of courses) course.prerequisites = (course.prerequisites ?? []).filter((name) => names.has(name));
  return { draft: { courses: courses.sort((a, b) => grade(a) - grade(b) || (a.name < b.name ? -1 : 1)) }, unknown };
}

const grade = (course: CourseDraft): number => GRADE_LEVELS.indexOf(course.gradeLevel);

interface Place {
  name: string;
  subject: string;
  gradeLevel: GradeLevel;
  source: string;
}

function courseOf(problems: readonly ReadProblem[], { name, subject, gradeLevel, source }: Place): CourseDraft {
  const book = bookOf(source);
  const units = unitsOf(problems, book?.chapters);
  const questions = problems.reduce((sum, problem) => sum + problem.draft.steps.length, 0);
  return {
    // What the source does not tell is our reading of it: a school that changed it keeps its own.
    unsaid: ['type', 'level', 'description', 'prerequisites', 'order'],
    name,
    subject,
    gradeLevel,
    level: book?.level ?? 3,
    // Whether a course is mandatory is the school's to say; what comes from outside is not.
    type: 'optional',
    description: `${questions} questions from ${source}, by way of OATutor: ${units.map((unit) => unit.name).join(' · ')}.`,
    prerequisites: [...(book?.after ?? [])],
    units,
  };
}
