import { checkReferences, type ReferenceFault, repeatedCourses } from '../../domain/curriculum/check-draft.ts';
import type { CourseDraft } from '../../domain/curriculum/curriculum-draft.ts';
import { fullName } from '../../domain/curriculum/import/course-names.ts';
import type { FaultHere } from '../../domain/curriculum/import/faults-here.ts';
import type { FileIssue, ReadOptions } from './import-format.ts';

/** What of a course is spoken of. */
export type About = ReferenceFault['about'] | FaultHere['about'] | 'course' | 'subject';

/** Where a file says it: of which course, by its place among those that are judged, and of which unit or test. */
export type PlaceOf = (about: About, course: number, name?: string) => Pick<FileIssue, 'line' | 'column' | 'field'>;

export interface StructureIssues {
  /** With any of them the file is refused. */
  wrong: FileIssue[];
  /** What would stay out of a file that is taken, and is said of one that is refused. */
  left: FileIssue[];
}

/**
 * What is wrong with how the courses of a file hang together, as far as they could be read: with each other, and with what is here
 * where that is known. Their problems are not looked at.
 */
export async function structureIssues(
  file: string,
  courses: readonly CourseDraft[],
  { here, name }: Pick<ReadOptions, 'here' | 'name'>,
  placeOf: PlaceOf,
): Promise<StructureIssues> {
  const at = new Map(courses.map((course, index) => [fullName(course), index]));
  const twice = repeatedCourses({ courses: [...courses] }).map((course): FileIssue => {
    const place = placeOf('course', at.get(course) ?? 0);
    return { file, ...place, value: course, problem: 'this course stands there more than once' };
  });
  const references = courses.flatMap((course, index) =>
    checkReferences(course).map(({ name: of, about, value, problem }): FileIssue => {
      return { file, ...placeOf(about, index, of), value, problem };
    }),
  );
  const faults = await faultsIn(courses, here);
  const issueOf = ({ course, unit, about, value, problem }: FaultHere): FileIssue => ({
    file,
    value,
    problem,
    ...placeOf(about, at.get(course) ?? 0, unit),
  });
  const foreign = courses.flatMap(({ subject }, index): FileIssue[] => {
    if (here?.own === undefined || here.own.includes(subject) || !here.subjects.includes(subject)) return [];
    const problem = `this is none of your subjects; allowed is ${here.own.join(', ')}`;
    return [{ file, ...placeOf('subject', index), value: subject, problem }];
  });
  return {
    wrong: [...twice, ...references, ...faults.filter(({ isWrong }) => isWrong).map(issueOf)],
    left: [
      ...foreign,
      ...faults.filter(({ isWrong }) => !isWrong).map(issueOf),
      ...(name !== undefined && courses.length > 1 ? [severalNamed(file, courses.length, name)] : []),
    ],
  };
}

/** Says that a subject is none that a course may be of; undefined where it may, and where nobody knows. */
export function subjectProblem(subject: string, { here }: Pick<ReadOptions, 'here'>): string | undefined {
  if (subject === '' || here === undefined || here.subjects.includes(subject)) return undefined;
  return `allowed is ${(here.own ?? here.subjects).join(', ')}`;
}

/** Courses of which one stands there twice are nothing to hold against what is here. */
async function faultsIn(courses: readonly CourseDraft[], here: ReadOptions['here']): Promise<FaultHere[]> {
  if (here === undefined || courses.length === 0 || repeatedCourses({ courses: [...courses] }).length > 0) return [];
  return here.faultsOf(courses);
}

const severalNamed = (file: string, count: number, value: string): FileIssue => ({
  file,
  value,
  problem: `this name is given for the ${count} courses of the file; leave the name open`,
});
