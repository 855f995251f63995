import type {
  AnyContent,
  CourseContent,
  ProblemContent,
  TestContent,
  UnitContent,
} from '../../../shared/curriculum-content.ts';
import { MOST_QUESTIONS } from '../../assessment/draw-questions.ts';
import type { AnswerChecker } from '../../tutoring/verdict.ts';
import { LIMITS } from '../import/limits.ts';
import { WEB_ADDRESS } from '../web-address.ts';
import { checkStep } from './check-step.ts';
import { checkLength, checkName, checkNumber, type FieldProblem, LONGEST } from './field-problem.ts';

/** All that is wrong with a draft by itself. An order cannot be wrong: what it does not name stands behind. */
export function checkAlone(draft: AnyContent, checker: AnswerChecker): FieldProblem[] {
  switch (draft.kind) {
    case 'course':
      return checkCourse(draft.content);
    case 'unit':
      return checkUnit(draft.content);
    case 'test':
      return checkTest(draft.content);
    case 'problem':
      return checkProblem(draft.content, checker);
    default:
      return [];
  }
}

/** A course by itself; its neighbours are looked at by `checkStructure`. */
export function checkCourse(course: CourseContent): FieldProblem[] {
  return [
    ...checkName('name', course.name),
    ...checkNumber('level', course.level, { least: 1, most: 5, whole: true }),
    ...checkLength('description', course.description, LONGEST.text),
  ];
}

/** A unit by itself. */
function checkUnit(unit: UnitContent): FieldProblem[] {
  return [
    ...checkName('name', unit.name),
    ...checkNumber('weight', unit.weight, { least: 0, most: 1 }),
    ...checkNumber('minutes', unit.minutes, { least: 1, most: 6000, whole: true }),
    ...checkLength('description', unit.description, LONGEST.text),
  ];
}

/** A problem with its steps; fields of a step are named "s0.question". */
function checkProblem(problem: ProblemContent, checker: AnswerChecker): FieldProblem[] {
  return [
    ...checkLength('title', problem.title, LONGEST.line),
    ...checkLength('stem', problem.stem, LONGEST.text),
    ...checkFigures(problem.figures),
    ...checkLength('source', problem.source, LONGEST.line),
    ...checkLength('licence', problem.licence, LONGEST.line),
    ...(problem.steps.length === 0 ? [{ field: 'stem', problem: 'A problem needs at least one question.' }] : []),
    ...problem.steps.flatMap((step, index) =>
      checkStep(step, checker).map(({ field, problem: text }) => ({ field: `s${index}.${field}`, problem: text })),
    ),
  ];
}

/** Each with a picture and with words for those who cannot see it: "figure0", "figure0.alt". */
function checkFigures(figures: ProblemContent['figures']): FieldProblem[] {
  const tooMany = figures.length > LIMITS.figuresEach;
  return [
    ...(tooMany ? [{ field: 'figure0', problem: `At most ${LIMITS.figuresEach} pictures are taken.` }] : []),
    ...figures.flatMap(({ hash, alt }, index): FieldProblem[] => [
      ...(hash === '' ? [{ field: `figure${index}`, problem: 'Choose a picture, or empty its description.' }] : []),
      ...(alt === ''
        ? [{ field: `figure${index}.alt`, problem: 'Say what the picture shows, for those who cannot see it.' }]
        : checkLength(`figure${index}.alt`, alt, LONGEST.line)),
    ]),
  ];
}

/** A test by itself. */
function checkTest(test: TestContent): FieldProblem[] {
  const weights = test.units.map(({ unit, weight }) => ({ unit, weight }));
  return [
    ...checkName('name', test.name),
    ...checkNumber('minutes', test.minutes, { least: 1, most: 1440, whole: true }),
    ...(test.questionCount === null
      ? []
      : checkNumber('questionCount', test.questionCount, { least: 1, most: MOST_QUESTIONS, whole: true })),
    ...(test.link === null || WEB_ADDRESS.test(test.link)
      ? checkLength('link', test.link ?? '', LONGEST.line)
      : [{ field: 'link', problem: 'An address that begins with https:// or http:// is needed.' }]),
    ...(weights.some(({ weight }) => !(weight > 0 && weight <= 1))
      ? [{ field: 'units', problem: 'Each weight is a number above 0, up to 1.' }]
      : []),
    ...(weights.length === 0 ? [{ field: 'units', problem: 'Give at least one unit a weight.' }] : []),
  ];
}
