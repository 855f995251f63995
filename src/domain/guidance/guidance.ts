import type { GradeLevel } from '../curriculum/curriculum.ts';
import { AppError } from '../errors/app-error.ts';

/** What a supervisor tells class managers about the teaching of a subject. */
export interface GuidanceContent {
  title: string;
  /** Markdown. */
  body: string;
  regions: readonly string[];
  /** Classes of these grades; none: of all. */
  grades: readonly GradeLevel[];
  /** Null: of the subject as a whole. */
  courseId: number | null;
  /** Of the course, in the order in which they are recommended. */
  unitNames: readonly string[];
  /** Whether that order takes the place of the one that the course has. */
  replacesOrder: boolean;
  /** Of the course. */
  testIds: readonly number[];
}

export const LONGEST_TITLE = 150;
export const LONGEST_BODY = 20_000;
/** What a class manager says when taking guidance up, and a supervisor when withdrawing it. */
export const LONGEST_WORD = 500;
const MOST_UNITS = 60;

/** What there is to choose from: what lies outside cannot be told of. */
export interface GuidanceScope {
  regions: readonly string[];
  /** Of the course; null: the course is not there. */
  units: readonly string[] | null;
  testIds: readonly number[];
}

/** The fields that cannot be taken, each with what is allowed. An empty object: it can be saved. */
export function faultsOf(content: GuidanceContent, scope: GuidanceScope): Record<string, string> {
  const { title, body, regions, courseId, unitNames, replacesOrder, testIds } = content;
  const isOf = <One>(all: readonly One[], some: readonly One[]) => some.every((one) => all.includes(one));
  const units = scope.units ?? [];
  return {
    ...within('title', title.trim(), LONGEST_TITLE),
    ...within('body', body.trim(), LONGEST_BODY),
    ...(regions.length > 0 && isOf(scope.regions, regions) ? {} : { regions: 'one or more of your own' }),
    ...(courseId !== null && scope.units === null ? { course: 'a course of the subject' } : {}),
    ...(isOf(units, unitNames) && unitNames.length <= MOST_UNITS ? {} : { units: 'units of the course' }),
    ...(replacesOrder && unitNames.length < 2 ? { replacesOrder: 'two units or more' } : {}),
    ...(isOf(scope.testIds, testIds) ? {} : { tests: 'tests of the course' }),
  };
}

function within(field: string, text: string, longest: number): Record<string, string> {
  return text.length > 0 && text.length <= longest ? {} : { [field]: `1 to ${longest} characters` };
}

/** Somebody else has saved, published or withdrawn it meanwhile. */
export const overtaken = (): AppError =>
  new AppError('conflict', 'overtaken', 'It has been changed meanwhile. Look at it once more.');

/** A class as guidance sees it. */
export interface Room {
  id: number;
  region: string;
  gradeLevel: GradeLevel;
  /** In which anybody of it is enrolled. */
  courses: readonly { id: number; subject: string }[];
}

/** Whether guidance is for a class: of its regions and grades, and somebody in it studies the course, or without one the subject. */
export function isFor(
  {
    regions,
    grades,
    courseId,
    subject,
  }: Pick<GuidanceContent, 'regions' | 'grades' | 'courseId'> & { subject: string },
  room: Room,
): boolean {
  return (
    regions.includes(room.region) &&
    (grades.length === 0 || grades.includes(room.gradeLevel)) &&
    room.courses.some((course) => (courseId === null ? course.subject === subject : course.id === courseId))
  );
}
