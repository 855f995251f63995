// A process of its own: it takes as long as twenty others.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { wordMove } from '../../src/agents/model/embedded/word-move.ts';
import { guardReply } from '../../src/agents/teacher/guard.ts';
import { SAMPLE_COURSES } from '../../src/data/sample/curriculum/sample-courses.ts';
import type { Item } from '../../src/domain/curriculum/curriculum.ts';
import type { ProblemDraft, QaDraft } from '../../src/domain/curriculum/curriculum-draft.ts';
import { createAnswerChecker } from '../../src/domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../src/domain/tutoring/answer-checking/math-engine.ts';
import type { Move } from '../../src/domain/tutoring/dialogue.ts';
import { buildLadder, workedExampleOf } from '../../src/domain/tutoring/ladder.ts';
import { slipOf } from '../../src/domain/tutoring/slip.ts';
import { visibleText } from '../../src/domain/tutoring/states-answer.ts';
import type { AnswerChecker } from '../../src/domain/tutoring/verdict.ts';
import { makeBrief } from '../support/teaching-brief.ts';

let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

interface Place {
  courseId: number;
  unitName: string;
  problem: ProblemDraft;
  at: number;
  stepIndex: number;
}

function toItem(qa: QaDraft, { courseId, unitName, problem, at, stepIndex }: Place): Item {
  const { kind, answer, acceptedAnswers = [], choices = [], unit, tolerance } = qa;
  return {
    qaId: 0,
    revisionId: 0,
    problemId: 1000 * courseId + at,
    courseId,
    unitName,
    use: qa.use,
    level: qa.level,
    stem: problem.stem ?? '',
    question: qa.question,
    stepIndex,
    stepCount: problem.steps.length,
    figures: [],
    key: {
      kind,
      answer,
      acceptedAnswers,
      choices,
      ...(unit === undefined ? {} : { unit }),
      ...(tolerance === undefined ? {} : { tolerance }),
    },
    aliases: qa.aliases ?? [],
    hints: qa.hints,
    workedExample: qa.workedExample ?? '',
    explanation: qa.explanation,
    wrongAnswers: qa.wrongAnswers ?? [],
    source: '',
    licence: '',
  };
}

/** Every seventeenth question of the sample curriculum with the one after it. */
function pairs(): [Item, Item][] {
  const items = SAMPLE_COURSES.flatMap((course, courseId) =>
    course.units.flatMap((unit) =>
      unit.problems.flatMap((problem, at) =>
        problem.steps
          .filter((qa) => qa.use === 'for study')
          .map((qa, stepIndex) => toItem(qa, { courseId, unitName: unit.name, problem, at, stepIndex })),
      ),
    ),
  );
  return items
    .map((item, at): [Item, Item] => [
      { ...item, qaId: at, revisionId: at },
      { ...(items[at + 1] ?? item), qaId: at + 1, revisionId: at + 1 },
    ])
    .filter((_, at) => at % 17 === 0);
}

interface Turn {
  move: Move;
  /** Whose answer is withheld in it. */
  open: Item;
}

function turnsOf([item, pose]: [Item, Item]): Turn[] {
  const answer = item.key.choices.find((choice) => choice.id === item.key.answer)?.text ?? item.key.answer;
  const example = workedExampleOf(pose, checker) !== null;
  const rungs = buildLadder(item, checker).slice(0, -1);
  return [
    { move: { kind: 'confirm', item, answer, alone: true, pose }, open: pose },
    { move: { kind: 'confirm', item, answer, alone: false, pose, example }, open: pose },
    { move: { kind: 'reason heard', item, text: 'that is the rule', pose }, open: pose },
    { move: { kind: 'reveal', item, reason: 'given up', pose }, open: pose },
    { move: { kind: 'reveal', item, reason: 'set aside', pose }, open: pose },
    { move: { kind: 'skip', item, pose }, open: pose },
    { move: { kind: 'compare', item, answer: 'something else', pose }, open: pose },
    { move: { kind: 'locate error', item, answer: '17', feedback: null, wrong: 1, rung: null }, open: item },
    ...item.wrongAnswers.map(({ answer: given, feedback }) => ({
      move: { kind: 'locate error', item, answer: given, feedback, wrong: 1, rung: null } as const,
      open: item,
    })),
    ...[{ answer: '17', feedback: null }, ...item.wrongAnswers].map(({ answer: given, feedback }) => ({
      move: {
        kind: 'locate error',
        item,
        answer: given,
        feedback,
        slip: slipOf(item, given, checker),
        wrong: 1,
        rung: null,
        why: { rule: rungs.find(({ kind }) => kind === 'concept')?.text ?? null },
      } as const,
      open: item,
    })),
    ...rungs.map((rung, at) => ({
      move: { kind: 'hint', item, rung, number: at + 1, of: rungs.length } as const,
      open: item,
    })),
    ...['im stupid', 'ok', 'why do i have to learn this', ''].map((text) => ({
      move: { kind: 'small talk', text, open: item, pose: null } as const,
      open: item,
    })),
  ];
}

const HEARERS = [
  ['en', 'neutral'],
  ['en', 'negative'],
  ['en', 'negative'],
  ['he', 'neutral'],
  ['he', 'negative'],
  ['he', 'neutral'],
] as const;

test('nothing that the embedded tutor says is taken out by the guard, for whoever it speaks to', () => {
  const dropped: string[] = [];
  for (const pair of pairs()) {
    const units = [...new Set(pair.map((item) => item.unitName))];
    for (const { move, open } of turnsOf(pair)) {
      const pupilWords = 'answer' in move ? [move.answer] : [];
      for (const [turn, [language, feeling]] of HEARERS.entries()) {
        const brief = makeBrief(move, {
          turn,
          language,
          pupil: { feeling },
          units: units.map((name) => ({ name, description: '', mastery: 0.5, answers: 3 })),
          withheld: [{ key: open.key, visible: visibleText(open), pupilWords }],
        });
        const guard = guardReply(brief, checker);
        for (const event of [...guard.push(wordMove(brief)), ...guard.end()])
          if (event.type === 'dropped')
            dropped.push(`${move.kind}, ${event.rule}: ${event.sentence} (${open.question})`);
      }
    }
  }
  assert.deepEqual([...new Set(dropped)], []);
});
