import { COURSE_TYPES, GRADE_LEVELS, TEST_TYPES, UNIT_TYPES } from '../../../domain/curriculum/curriculum.ts';
import type { FieldProblem } from '../../../domain/curriculum/editing/field-problem.ts';
import type { CourseContent, TestContent, UnitContent } from '../../../shared/curriculum-content.ts';
import { numberIn, one, type Reading, type SentFields, wordIn } from './sent-fields.ts';

/** A form as it was filled in: what stands in each field, before it is read. */
export type Written = Record<string, string[]>;

/** What a form says, as far as it can be read, and what of it fits nothing on its page. */
export interface Read<Content> {
  content: Content;
  refused: FieldProblem[];
}

export function readCourse(fields: SentFields): Read<CourseContent> {
  const reading: Reading = { fields, refused: [] };
  const content = {
    name: one(fields, 'name').trim(),
    subject: one(fields, 'subject'),
    gradeLevel: wordIn(reading, 'gradeLevel', GRADE_LEVELS),
    type: wordIn(reading, 'type', COURSE_TYPES),
    level: numberIn(one(fields, 'level')),
    description: one(fields, 'description').trim(),
    prerequisites: coursesIn(reading),
    archived: one(fields, 'archived') === 'yes',
  };
  return { content, refused: reading.refused };
}

/** In one order, however they were ticked. */
function coursesIn({ fields, refused }: Reading): number[] {
  const written = fields.prerequisites ?? [];
  const isId = (text: string) => /^[1-9]\d{0,14}$/.test(text);
  for (const text of written.filter((each) => !isId(each))) {
    refused.push({ field: 'prerequisites', problem: `“${text.slice(0, 80)}” is no course: tick those of the list.` });
  }
  return written
    .filter(isId)
    .map(Number)
    .sort((a, b) => a - b);
}

export function writeCourse(course: CourseContent): Written {
  return {
    name: [course.name],
    subject: [course.subject],
    gradeLevel: [course.gradeLevel],
    type: [course.type],
    level: [String(course.level)],
    description: [course.description],
    prerequisites: course.prerequisites.map(String),
    archived: course.archived ? ['yes'] : [],
  };
}

/** `order`: the keys of all units in teaching order, in which prerequisites are kept. */
export function readUnit(fields: SentFields, order: readonly string[]): Read<UnitContent> {
  const reading: Reading = { fields, refused: [] };
  const chosen = fields.prerequisites ?? [];
  const content = {
    name: one(fields, 'name').trim(),
    type: wordIn(reading, 'type', UNIT_TYPES),
    weight: numberIn(one(fields, 'weight')),
    minutes: numberIn(one(fields, 'minutes')),
    description: one(fields, 'description').trim(),
    prerequisites: [...order.filter((key) => chosen.includes(key)), ...chosen.filter((key) => !order.includes(key))],
    archived: one(fields, 'archived') === 'yes',
  };
  return { content, refused: reading.refused };
}

export function writeUnit(unit: UnitContent): Written {
  return {
    name: [unit.name],
    type: [unit.type],
    weight: [String(unit.weight)],
    minutes: [String(unit.minutes)],
    description: [unit.description],
    prerequisites: unit.prerequisites,
    archived: unit.archived ? ['yes'] : [],
  };
}

/** Each unit has a field of its own: `weight-0` for the first of the course, with its key in `unit-0`. */
export function readTest(fields: SentFields): Read<TestContent> {
  const reading: Reading = { fields, refused: [] };
  const units = Object.keys(fields)
    .flatMap((name) => /^unit-(\d{1,3})$/.exec(name)?.[1] ?? [])
    .map((at) => ({ unit: one(fields, `unit-${at}`), written: one(fields, `weight-${at}`).trim() }))
    .filter(({ written }) => written !== '')
    .map(({ unit, written }) => ({ unit, weight: numberIn(written) }));
  const link = one(fields, 'link').trim();
  const questionCount = one(fields, 'questionCount').trim();
  const content = {
    name: one(fields, 'name').trim(),
    type: wordIn(reading, 'type', TEST_TYPES),
    minutes: numberIn(one(fields, 'minutes')),
    questionCount: questionCount === '' ? null : numberIn(questionCount),
    link: link === '' ? null : link,
    units: units.sort((a, b) => (a.unit < b.unit ? -1 : 1)),
    archived: one(fields, 'archived') === 'yes',
  };
  return { content, refused: reading.refused };
}

export function writeTest(test: TestContent, order: readonly string[]): Written {
  return {
    name: [test.name],
    type: [test.type],
    minutes: [String(test.minutes)],
    questionCount: [test.questionCount === null ? '' : String(test.questionCount)],
    link: [test.link ?? ''],
    archived: test.archived ? ['yes'] : [],
    ...Object.fromEntries(
      order.flatMap((key, at) => [
        [`unit-${at}`, [key]],
        [`weight-${at}`, [String(test.units.find(({ unit }) => unit === key)?.weight ?? '')]],
      ]),
    ),
  };
}
