import type { CourseDocument, ProblemDocument } from './json-shape.ts';
import type {
  CompleteQa,
  StoredCourse,
  StoredDraftProblem,
  StoredProblem,
  StoredTest,
  StoredUnit,
} from './stored-course.ts';

type UnitDocument = CourseDocument['units'][number];
type StepDocument = ProblemDocument['steps'][number];

/**
 * A course as it is published, for a document, and what an import kept as drafts: nothing archived, every attribute of course, units and
 * tests said, of questions those that are not empty.
 */
export function courseDocument(course: StoredCourse, figureData: (hash: string) => string): CourseDocument {
  const units = publishedUnits(course);
  const names = new Set(units.map((unit) => unit.name));
  const tests = course.tests.filter((test) => !test.archived);
  const { name, subject, gradeLevel, type, level, description, source, prerequisites } = course;
  return {
    name,
    subject,
    gradeLevel,
    type,
    level,
    description,
    ...(source === '' ? {} : { source }),
    prerequisites: [...prerequisites],
    units: units.map((unit) => unitDocument(withDrafts(unit, course.drafts), names, figureData)),
    ...(tests.length > 0 ? { tests: tests.map((test) => testDocument(test, names)) } : {}),
  };
}

/** Units that are not archived, with the problems and questions that are not. */
export function publishedUnits({ units }: StoredCourse): StoredUnit[] {
  return units
    .filter((unit) => !unit.archived)
    .map((unit) => ({
      ...unit,
      problems: unit.problems.flatMap((problem) => {
        const steps = problem.steps.filter((step) => !step.archived);
        return problem.archived || steps.length === 0 ? [] : [{ ...problem, steps }];
      }),
    }));
}

type AnyProblem = StoredProblem | StoredDraftProblem;

/** The problems of a unit and the drafts among them, in teaching order. */
function withDrafts(unit: StoredUnit, drafts: readonly StoredDraftProblem[]) {
  const own = drafts.filter(({ unitName }) => unitName === unit.name);
  const problems: AnyProblem[] = [...unit.problems, ...own];
  return { ...unit, problems: problems.sort((a, b) => a.position - b.position || a.id - b.id) };
}

function unitDocument(
  unit: Omit<StoredUnit, 'problems'> & { problems: readonly AnyProblem[] },
  names: ReadonlySet<string>,
  figureData: (hash: string) => string,
): UnitDocument {
  const { name, type, weight, estimatedDurationMinutes, description } = unit;
  return {
    name,
    type,
    weight,
    estimatedDurationMinutes,
    description,
    prerequisites: unit.prerequisites.filter((first) => names.has(first)),
    problems: unit.problems.map((problem) => problemDocument(problem, figureData)),
  };
}

function problemDocument(problem: AnyProblem, figureData: (hash: string) => string): ProblemDocument {
  const { key, title, stem, source, licence, figures, steps } = problem;
  return {
    key,
    ...(title === '' ? {} : { title }),
    ...(stem === '' ? {} : { stem }),
    ...(source === '' ? {} : { source }),
    ...(licence === '' ? {} : { licence }),
    ...(figures.length === 0 ? {} : { figures: figures.map(({ alt, hash }) => ({ alt, data: figureData(hash) })) }),
    ...('archived' in problem ? {} : { draft: true as const }),
    steps: steps.map(stepDocument),
  };
}

function stepDocument(step: CompleteQa): StepDocument {
  const { use, level, kind, question, answer, tolerance, unit, workedExample, explanation } = step;
  const { acceptedAnswers, choices, aliases, hints, wrongAnswers } = step;
  return {
    use,
    level,
    kind,
    question,
    answer,
    ...(tolerance === null ? {} : { tolerance }),
    ...(unit === null ? {} : { unit }),
    ...(acceptedAnswers.length === 0 ? {} : { acceptedAnswers }),
    ...(choices.length === 0 ? {} : { choices }),
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(hints.length === 0 ? {} : { hints: hints as StepDocument['hints'] & {} }),
    ...(workedExample === '' ? {} : { workedExample }),
    ...(explanation === '' ? {} : { explanation }),
    ...(wrongAnswers.length === 0 ? {} : { wrongAnswers }),
  };
}

function testDocument(test: StoredTest, names: ReadonlySet<string>) {
  const { name, type, durationMinutes, questionCount, link, units } = test;
  const known = Object.entries(units).filter(([unit]) => names.has(unit));
  return {
    name,
    type,
    durationMinutes,
    questionCount,
    link,
    units: Object.fromEntries(known),
  };
}
