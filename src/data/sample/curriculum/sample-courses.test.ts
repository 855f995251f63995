import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { shortages } from '../../../domain/assessment/draw-questions.ts';
import type { ProblemDraft, QaDraft } from '../../../domain/curriculum/curriculum-draft.ts';
import { checkAlone } from '../../../domain/curriculum/editing/check-content.ts';
import { completeQa } from '../../../domain/curriculum/import/stored-course.ts';
import { createAnswerChecker } from '../../../domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../../domain/tutoring/answer-checking/math-engine.ts';
import type { AnswerChecker } from '../../../domain/tutoring/verdict.ts';
import type { AnyContent, StepContent } from '../../../shared/curriculum-content.ts';
import { SAMPLE_COURSES } from './sample-courses.ts';

let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

function stepOf(qa: QaDraft): StepContent {
  const { hints, ...whole } = completeQa(qa);
  return {
    qaId: null,
    ...whole,
    hints: hints.map(({ text, scaffold }) => ({
      text,
      scaffold: scaffold ? { ...scaffold, choices: scaffold.choices ?? [] } : null,
    })),
  };
}

function problemOf(unit: string, problem: ProblemDraft): AnyContent {
  const { title = '', stem = '', source, licence, steps } = problem;
  const content = { title, stem, figures: [], unit, source, licence, archived: false, steps: steps.map(stepOf) };
  return { kind: 'problem', content };
}

/** All that a course is made of, as a supervisor would have written it. */
function partsOf(course: (typeof SAMPLE_COURSES)[number]): { where: string; draft: AnyContent }[] {
  const { name, subject, gradeLevel, type, level, description } = course;
  const about = { name, subject, gradeLevel, type, level, description, prerequisites: [], archived: false };
  return [
    { where: name, draft: { kind: 'course', content: about } },
    ...course.units.flatMap((unit) => [
      {
        where: `${name}: ${unit.name}`,
        draft: {
          kind: 'unit' as const,
          content: {
            name: unit.name,
            type: unit.type,
            weight: unit.weight,
            minutes: unit.estimatedDurationMinutes,
            description: unit.description,
            prerequisites: [],
            archived: false,
          },
        },
      },
      ...unit.problems.map((problem) => ({
        where: `${name}: ${unit.name}: ${problem.steps[0]?.question}`,
        draft: problemOf(unit.name, problem),
      })),
    ]),
    ...(course.tests ?? []).map((one) => ({
      where: `${name}: ${one.name}`,
      draft: {
        kind: 'test' as const,
        content: {
          name: one.name,
          type: one.type,
          minutes: one.durationMinutes,
          questionCount: one.questionCount ?? null,
          link: one.link ?? null,
          units: Object.entries(one.units).map(([unit, weight]) => ({ unit, weight })),
          archived: false,
        },
      },
    })),
  ];
}

test('all that the sample region teaches could have been saved by a supervisor', () => {
  const parts = SAMPLE_COURSES.flatMap(partsOf);
  const questions = parts.flatMap(({ draft }) => (draft.kind === 'problem' ? draft.content.steps : []));
  assert.ok(questions.length > 300, `${questions.length} questions`);
  const wrong = parts.flatMap(({ where, draft }) =>
    checkAlone(draft, checker).map(({ field, problem }) => `${where}: ${field}: ${problem}`),
  );
  assert.deepEqual(wrong, []);
});

test('every test of the sample region finds as many questions as it wants', () => {
  for (const { name: course, units, tests = [] } of SAMPLE_COURSES) {
    const kept = units.flatMap((unit) =>
      unit.problems.flatMap(({ steps }) =>
        steps.filter(({ use }) => use === 'for test').map(() => ({ courseId: 1, unitName: unit.name })),
      ),
    );
    for (const { name, durationMinutes, questionCount = null, units: weights } of tests) {
      const asked = Object.entries(weights).map(([unitName, weight]) => ({ courseId: 1, unitName, weight }));
      assert.deepEqual(shortages({ durationMinutes, questionCount }, asked, kept), [], `${course}: ${name}`);
    }
  }
});
