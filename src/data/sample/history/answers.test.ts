import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Item } from '../../../domain/curriculum/curriculum.ts';
import { createAnswerChecker } from '../../../domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../../domain/tutoring/answer-checking/math-engine.ts';
import { initialDialogue } from '../../../domain/tutoring/dialogue-state.ts';
import { readPupil } from '../../../domain/tutoring/pupil-act.ts';
import type { AnswerChecker } from '../../../domain/tutoring/verdict.ts';
import { SAMPLE_COURSES } from '../curriculum/sample-courses.ts';
import { createRandom } from '../random.ts';
import { rightAnswer, wrongAnswer } from './answers.ts';
import { cached } from './cached-checker.ts';
import { NOAS_TRAITS } from './traits.ts';
import { answered } from './typing.ts';

let checker: AnswerChecker;
before(async () => {
  checker = cached(createAnswerChecker(await loadMathEngine()));
});

/** The questions for study of the sample courses, without a database. */
function questions(): Item[] {
  const qas = SAMPLE_COURSES.flatMap((course) =>
    course.units.flatMap((unit) =>
      unit.problems.flatMap((problem) => problem.steps.map((qa) => ({ qa, unit: unit.name, problem }))),
    ),
  );
  return qas
    .filter(({ qa }) => qa.use === 'for study')
    .map(({ qa, unit, problem }, index) => ({
      qaId: index,
      revisionId: index,
      problemId: index,
      courseId: 1,
      unitName: unit,
      use: qa.use,
      level: qa.level,
      stem: problem.stem ?? '',
      question: qa.question,
      stepIndex: 0,
      stepCount: 1,
      figures: [],
      key: {
        kind: qa.kind,
        answer: qa.answer,
        acceptedAnswers: qa.acceptedAnswers ?? [],
        choices: qa.choices ?? [],
        ...(qa.tolerance === undefined ? {} : { tolerance: qa.tolerance }),
        ...(qa.unit === undefined ? {} : { unit: qa.unit }),
      },
      aliases: qa.aliases ?? [],
      hints: qa.hints,
      workedExample: qa.workedExample ?? '',
      explanation: qa.explanation,
      wrongAnswers: qa.wrongAnswers ?? [],
      source: problem.source,
      licence: problem.licence,
    }));
}

/** How the product reads the answer with the question open. */
function read(item: Item, said: ReturnType<typeof answered>) {
  const { revisionId, qaId, problemId, unitName } = item;
  const counts = { rung: 0, wrong: 0, cannotJudge: 0, smaller: 0, posedAt: 0 };
  const open = { revisionId, qaId, problemId, unitName, ...counts, exit: false, example: false, part: null, said: [] };
  return readPupil(said, { ...initialDialogue(), phase: 'practice', open }, item, checker);
}

test('a right answer, typed in any of a pupil’s ways, is taken as right on every question of the sample courses', () => {
  const random = createRandom('right answers');
  const missed: string[] = [];
  for (const item of questions()) {
    for (let tries = 0; tries < 3; tries += 1) {
      const said = answered(rightAnswer(item, random), item, NOAS_TRAITS.typing, random);
      const act = read(item, said);
      if (act.type !== 'attempt' || act.verdict.verdict !== 'correct') missed.push(`${item.question} ← ${said.text}`);
    }
  }
  assert.deepEqual(missed, []);
});

test('a wrong answer is never one that is right, and another one than those given before', () => {
  const random = createRandom('wrong answers');
  let none = 0;
  for (const item of questions()) {
    const first = wrongAnswer(item, random, checker, []);
    if (first === null) {
      none += 1;
      continue;
    }
    const said = answered(first, item, NOAS_TRAITS.typing, random);
    const act = read(item, said);
    assert.ok(act.type !== 'attempt' || act.verdict.verdict !== 'correct', `${item.question} ← ${said.text}`);
    const second = wrongAnswer(item, random, checker, [said.text]);
    assert.notEqual(second?.text, first.text, item.question);
  }
  assert.ok(none < 10, `for ${none} questions no wrong answer comes to mind`);
});
