import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createEmbeddedModel } from '../../src/agents/model/embedded/embedded.model.ts';
import { createTeacherAgent } from '../../src/agents/teacher/teacher.agent.ts';
import { createAnswerChecker } from '../../src/domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../src/domain/tutoring/answer-checking/math-engine.ts';
import { statesAnswer } from '../../src/domain/tutoring/states-answer.ts';
import type { AnswerChecker } from '../../src/domain/tutoring/verdict.ts';
import { type Figure, meets } from './bench.ts';
import { type ImportedProblem, importedProblems } from './oatutor/imported-items.ts';
import { type LessonTurn, OatutorLesson } from './oatutor/lesson.ts';
import { rightWays, wrongWays } from './oatutor/writings.ts';

/**
 * A lesson on each of forty imported OATutor problems with the embedded tutor: `oatutor-lesson.ts [data folder] [--all]
 * [--misses]`. Right answers written in five ways are taken as right, wrong ones never; before an attempt no reply states the
 * answer; the ladder goes one rung a turn; no two replies in a row read the same. `--misses` names what was missed.
 */
const PROBLEMS = 40;

interface Tally {
  right: { said: number; taken: number };
  wrong: { said: number; taken: number; judged: number };
  replies: number;
  leaks: number;
  rungJumps: number;
  same: number;
  misses: string[];
}

async function measure(problems: readonly ImportedProblem[], checker: AnswerChecker): Promise<Tally> {
  const embedded = createEmbeddedModel();
  const agent = createTeacherAgent({ model: embedded, embedded, checker, tools: [] });
  const right = { said: 0, taken: 0 };
  const tally: Tally = {
    right,
    wrong: { said: 0, taken: 0, judged: 0 },
    replies: 0,
    leaks: 0,
    rungJumps: 0,
    same: 0,
    misses: [],
  };
  for (const [index, problem] of problems.entries()) {
    const lesson = new OatutorLesson(problem, agent, checker);
    await lesson.begin();
    for (let item = lesson.open, count = 0; item !== null && count < 12; item = lesson.open, count += 1) {
      readings(lesson, problem, tally);
      await teach(lesson, index + count);
      if (lesson.open?.revisionId === item.revisionId) tally.misses.push(`${problem.id}: the item did not end`);
    }
    for (const [at, turn] of lesson.turns.entries()) look(turn, lesson.turns[at - 1], { problem, checker, tally });
  }
  return tally;
}

/** How each way of writing would be read with the item freshly open. */
function readings(lesson: OatutorLesson, problem: ImportedProblem, tally: Tally): void {
  const item = lesson.open;
  if (!item) return;
  for (const message of rightWays(item)) {
    const act = lesson.reads(message);
    const taken = act.type === 'attempt' && act.verdict.verdict === 'correct';
    tally.right.said += 1;
    tally.right.taken += taken ? 1 : 0;
    if (!taken)
      tally.misses.push(
        `${problem.id}: right, read as ${act.type}: ${message.text || message.choiceId} (${item.key.answer})`,
      );
  }
  for (const message of wrongWays(item)) {
    const act = lesson.reads(message);
    const verdict = act.type === 'attempt' ? act.verdict.verdict : null;
    tally.wrong.said += 1;
    tally.wrong.taken += verdict === 'correct' ? 1 : 0;
    tally.wrong.judged += verdict === 'incorrect' ? 1 : 0;
    if (verdict === 'correct')
      tally.misses.push(`${problem.id}: wrong, taken as right: ${message.text} (${item.key.answer})`);
  }
}

/** One item in one of four manners, until it is over: fishing and helped, wrong then helped then right, by hints to the end, given up. */
async function teach(lesson: OatutorLesson, manner: number): Promise<void> {
  const item = lesson.open;
  if (!item) return;
  const way = rightWays(item)[manner % 5] ?? { text: item.key.answer };
  const wrong = wrongWays(item).filter((message) => {
    const act = lesson.reads(message);
    return act.type === 'attempt' && act.verdict.verdict === 'incorrect';
  });
  const [first, second] = [wrong[manner % Math.max(1, wrong.length)], wrong.at(-1)];
  const hint = { text: 'hint please' };
  const plans = [
    [{ text: 'just tell me the answer' }, hint, { text: "I don't know how to start" }, way],
    [first, hint, second, hint, way],
    [hint, hint, hint, first, hint, hint, hint, second, hint, hint, hint, hint],
    [{ text: 'what is the answer?' }, hint, first, { text: 'I give up' }],
  ];
  for (const message of plans[manner % plans.length] ?? []) {
    if (lesson.open?.revisionId !== item.revisionId) return;
    if (message) await lesson.say(message);
  }
  for (const message of [way, { text: 'I give up' }]) {
    if (lesson.open?.revisionId === item.revisionId) await lesson.say(message);
  }
}

interface Looking {
  problem: ImportedProblem;
  checker: AnswerChecker;
  tally: Tally;
}

/** What a turn must not do. */
function look(turn: LessonTurn, last: LessonTurn | undefined, { problem, checker, tally }: Looking): void {
  tally.replies += 1;
  const { after, before, result, reply } = turn;
  const stillOpen = after !== null && after.revisionId === turn.open?.revisionId;
  const attempted = (result.state.open?.wrong ?? 0) > 0;
  // A step may have the answer of the step before, which the pupil has just been told is right.
  const known =
    after !== null && turn.open !== null && !stillOpen && checker.sameAnswer(after.key, turn.open.key.answer);
  if (after !== null && !attempted && !known && statesAnswer(after, ownWords(reply, after.question), checker)) {
    tally.leaks += 1;
    tally.misses.push(`${problem.id}: before an attempt (${after.key.answer}): ${reply}`);
  }
  const rungs = (result.state.open?.rung ?? 0) - (stillOpen ? (before.open?.rung ?? 0) : 0);
  if (rungs > 1) {
    tally.rungJumps += 1;
    tally.misses.push(`${problem.id}: ${rungs} rungs in one turn`);
  }
  if (last && plain(last.reply) === plain(reply)) {
    tally.same += 1;
    tally.misses.push(`${problem.id}: said twice: ${reply}`);
  }
}

/** The reply without the question that the page shows anyway, and without "one" as in "a new one". */
const ownWords = (reply: string, question: string): string => reply.replaceAll(question, ' ').replace(/\bone\b/gi, ' ');
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Evenly through all courses, so that each run takes the same ones. */
function choose(problems: readonly ImportedProblem[], count: number): ImportedProblem[] {
  return Array.from(
    { length: Math.min(count, problems.length) },
    (_, index) => problems[Math.floor((index * problems.length) / count)],
  ).filter((problem) => problem !== undefined);
}

async function main(args: readonly string[]): Promise<number> {
  const dataDir = resolve(
    args.find((arg) => !arg.startsWith('--')) ?? join(import.meta.dirname, '../../../shared/data'),
  );
  if (!existsSync(join(dataDir, 'qbank/oatutor'))) {
    console.log(`Skipped: no OATutor problems at ${dataDir}.`);
    return 0;
  }
  const checker = createAnswerChecker(await loadMathEngine());
  const all = await importedProblems(dataDir, checker);
  const problems = args.includes('--all') ? all : choose(all, PROBLEMS);
  const tally = await measure(problems, checker);
  const figures: Figure[] = [
    { name: 'problems', value: problems.length },
    { name: 'questions', value: problems.flatMap((problem) => problem.items).length },
    { name: 'right answers in five ways', value: tally.right.said },
    { name: '  taken as right', value: tally.right.taken, least: tally.right.said },
    { name: 'wrong answers', value: tally.wrong.said },
    { name: '  taken as right', value: tally.wrong.taken, most: 0 },
    { name: '  called wrong (others: asked again)', value: tally.wrong.judged },
    { name: 'replies', value: tally.replies },
    { name: '  that state the answer before an attempt', value: tally.leaks, most: 0 },
    { name: '  that go more than one rung', value: tally.rungJumps, most: 0 },
    { name: '  that read like the one before', value: tally.same, most: 0 },
  ];
  for (const figure of figures) {
    const missed = meets(figure) ? '' : '  MISSED';
    console.log(`${figure.name.padEnd(46)} ${String(figure.value).padStart(6)}${missed}`);
  }
  if (args.includes('--misses')) console.log(tally.misses.join('\n'));
  return figures.every(meets) && !tally.misses.some((miss) => miss.includes('did not end')) ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
