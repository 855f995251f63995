import { GRADE_LEVELS, type GradeLevel } from '../../domain/curriculum/curriculum.ts';
import type { GuidanceContent } from '../../domain/guidance/guidance.ts';
import type { GuidanceVersion } from '../../services/guidance/guidance.service.ts';
import { fieldsOf, idsOf, textsOf } from './fields.ts';

/** What a supervisor has written, and what is wrong with it. */
export interface GuidanceForm {
  subject: string;
  title: string;
  body: string;
  regions: readonly string[];
  grades: readonly GradeLevel[];
  /** Empty: of the subject as a whole. */
  course: string;
  /** In the order in which they are recommended. */
  units: readonly string[];
  replacesOrder: boolean;
  tests: readonly number[];
  /** How often the draft had been saved when the form was opened. */
  edits: number;
  /** Fields that cannot be taken. */
  faults: readonly string[];
}

/** Reads the form; of a unit its place, from 1 on, where it is in the guidance. Units and tests belong to the course they were shown for. */
export function readGuidanceForm(sent: unknown): GuidanceForm {
  const fields = fieldsOf(sent);
  const isSameCourse = fields.unitsOf === fields.course;
  const placed = Object.entries(fields).flatMap(([name, value]): { place: number; row: number; unit: string }[] => {
    const row = /^place-(\d{1,3})$/.exec(name)?.[1];
    const unit = fields[`unit-${row}`];
    return row && unit && /^[1-9]\d{0,2}$/.test(value ?? '') ? [{ place: Number(value), row: Number(row), unit }] : [];
  });
  const edits = Number(fields.edits ?? 0);
  return {
    subject: fields.subject ?? '',
    title: fields.title ?? '',
    body: fields.body ?? '',
    regions: textsOf(sent, 'regions'),
    grades: GRADE_LEVELS.filter((grade) => textsOf(sent, 'grades').includes(grade)),
    course: fields.course ?? '',
    units: isSameCourse ? placed.sort((a, b) => a.place - b.place || a.row - b.row).map(({ unit }) => unit) : [],
    replacesOrder: fields.replacesOrder === 'yes',
    tests: isSameCourse ? idsOf(sent, 'tests') : [],
    edits: Number.isSafeInteger(edits) && edits >= 0 ? edits : 0,
    faults: [],
  };
}

/** An empty form for all regions, or what a version says. */
export function guidanceFormOf(
  subject: string,
  regions: readonly string[],
  version: GuidanceVersion | null,
): GuidanceForm {
  const empty = { ...readGuidanceForm({}), subject };
  if (version === null) return { ...empty, regions };
  const { title, body, grades, courseId, unitNames, replacesOrder, testIds, publishedAt, edits } = version;
  return {
    ...empty,
    title,
    body,
    grades,
    replacesOrder,
    regions: version.regions,
    units: unitNames,
    tests: testIds,
    course: courseId === null ? '' : String(courseId),
    edits: publishedAt === null ? edits : 0,
  };
}

/** The course that is chosen; undefined: none, or what is no id. */
export const courseOf = ({ course }: Pick<GuidanceForm, 'course'>): number | undefined =>
  /^[1-9]\d{0,14}$/.test(course) ? Number(course) : undefined;

export function contentOf(form: GuidanceForm): GuidanceContent {
  const { title, body, regions, grades, units, replacesOrder, tests } = form;
  return {
    title,
    body,
    regions,
    grades,
    replacesOrder,
    courseId: courseOf(form) ?? null,
    unitNames: units,
    testIds: tests,
  };
}
