import path from 'node:path';
import type { Item } from '../../../src/domain/curriculum/curriculum.ts';
import type { CourseDraft, ProblemDraft, UnitDraft } from '../../../src/domain/curriculum/curriculum-draft.ts';
import { type ReadProblem, readProblem } from '../../../src/domain/curriculum/oatutor/read-problem.ts';
import { toCourses } from '../../../src/domain/curriculum/oatutor/to-courses.ts';
import type { AnswerChecker } from '../../../src/domain/tutoring/verdict.ts';
import { readOatutor } from '../../../src/services/curriculum-import/oatutor-reader.ts';

/** An imported problem with its steps as the tutor holds them. */
export interface ImportedProblem {
  id: string;
  course: CourseDraft;
  unit: UnitDraft;
  items: Item[];
}

/** The problems of the data folder as an import would save them. */
export async function importedProblems(dataDir: string, checker: AnswerChecker): Promise<ImportedProblem[]> {
  const read: ReadProblem[] = [];
  for await (const entry of readOatutor(path.join(dataDir, 'qbank/oatutor'))) {
    const result = entry.ok ? readProblem(entry.raw, checker) : null;
    if (result?.ok) read.push(result);
  }
  let problemId = 0;
  return toCourses(read).draft.courses.flatMap((course, index) =>
    course.units.flatMap((unit) =>
      unit.problems.map((problem) => {
        problemId += 1;
        return {
          id: problem.sourceKey ?? '',
          course,
          unit,
          items: itemsOf(problem, { courseId: index + 1, unitName: unit.name, problemId }),
        };
      }),
    ),
  );
}

function itemsOf(problem: ProblemDraft, place: { courseId: number; unitName: string; problemId: number }): Item[] {
  return problem.steps.map(
    (step, stepIndex): Item => ({
      ...place,
      qaId: place.problemId * 100 + stepIndex,
      revisionId: place.problemId * 100 + stepIndex,
      use: step.use,
      level: step.level,
      stem: problem.stem ?? '',
      question: step.question,
      stepIndex,
      stepCount: problem.steps.length,
      figures: [],
      key: {
        kind: step.kind,
        answer: step.answer,
        acceptedAnswers: step.acceptedAnswers ?? [],
        choices: step.choices ?? [],
      },
      aliases: step.aliases ?? [],
      hints: step.hints,
      workedExample: step.workedExample ?? '',
      explanation: step.explanation,
      wrongAnswers: step.wrongAnswers ?? [],
      source: problem.source,
      licence: problem.licence,
    }),
  );
}
