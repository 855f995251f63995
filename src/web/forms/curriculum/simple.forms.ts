import { COURSE_TYPES, GRADE_LEVELS, TEST_TYPES, UNIT_TYPES } from '../../../domain/curriculum/curriculum.ts';
import type { CourseContent, TestContent, UnitContent } from '../../../shared/curriculum-content.ts';
import { numberIn, one, type SentFields, wordIn } from './sent-fields.ts';

/** A form as it was filled in: what stands in each field, before it is read. */
export type Written = Record<string, string[]>;

export function readCourse(fields: SentFields): CourseContent {
  return {
    name: one(fields, 'name').trim(),
    subject: one(fields, 'subject'),
    gradeLevel: wordIn(one(fields, 'gradeLevel'), GRADE_LEVELS),
    type: wordIn(one(fields, 'type'), COURSE_TYPES),
    level: numberIn(one(fields, 'level')),
    description: one(fields, 'description').trim(),
    prerequisites: (fields.prerequisites ?? [])
      .map(Number)
      .filter((id) => Number.isSafeInteger(id) && id > 0)
      .sort((a, b) => a - b),
    archived: one(fields, 'archived') === 'yes',
  };
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
export function readUnit(fields: SentFields, order: readonly string[]): UnitContent {
  const chosen = fields.prerequisites ?? [];
  return {
    name: one(fields, 'name').trim(),
    type: wordIn(one(fields, 'type'), UNIT_TYPES),
    weight: numberIn(one(fields, 'weight')),
    minutes: numberIn(one(fields, 'minutes')),
    description: one(fields, 'description').trim(),
    prerequisites: [...order.filter((key) => chosen.includes(key)), ...chosen.filter((key) => !order.includes(key))],
    archived: one(fields, 'archived') === 'yes',
  };
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
export function readTest(fields: SentFields): TestContent {
  const units = Object.keys(fields)
    .flatMap((name) => /^unit-(\d{1,3})$/.exec(name)?.[1] ?? [])
    .map((at) => ({ unit: one(fields, `unit-${at}`), written: one(fields, `weight-${at}`).trim() }))
    .filter(({ written }) => written !== '')
    .map(({ unit, written }) => ({ unit, weight: numberIn(written) }));
  const link = one(fields, 'link').trim();
  const questionCount = one(fields, 'questionCount').trim();
  return {
    name: one(fields, 'name').trim(),
    type: wordIn(one(fields, 'type'), TEST_TYPES),
    minutes: numberIn(one(fields, 'minutes')),
    questionCount: questionCount === '' ? null : numberIn(questionCount),
    link: link === '' ? null : link,
    units: units.sort((a, b) => (a.unit < b.unit ? -1 : 1)),
    archived: one(fields, 'archived') === 'yes',
  };
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
