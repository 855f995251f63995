import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guardReply } from '../../src/agents/teacher/guard.ts';
import { createAnswerChecker } from '../../src/domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../src/domain/tutoring/answer-checking/math-engine.ts';
import type { AnswerChecker } from '../../src/domain/tutoring/verdict.ts';
import { type BenchResult, type Figure, meets } from './bench.ts';
import { leakBrief } from './leak-brief.ts';
import { kappa } from './metrics.ts';

interface Dialogue {
  question: string;
  ground_truth: string;
  conversation: string;
  'self-correctness': 'Yes' | 'Yes, but I had to reveal the answer' | 'No' | null;
}

type Outcome = 'unaided' | 'revealed' | 'unsolved';

/**
 * B4: did the pupil get there alone? The checker reads what pupils said, the guard what teachers gave away, against the teachers'
 * own judgement of their dialogues (MathDial). κ of "alone" against the other two.
 */
export async function run(dataDir: string | null): Promise<BenchResult | null> {
  const file = join(dataDir ?? '', 'tutoring/mathdial_test.jsonl');
  if (dataDir === null || !existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const dialogues = lines.map((line): Dialogue => JSON.parse(line)).filter((one) => one['self-correctness'] !== null);
  const checker = createAnswerChecker(await loadMathEngine());
  const judged = dialogues.map((dialogue) => {
    const outcome = outcomeOf(checker, dialogue);
    return { rated: dialogue['self-correctness'] === 'Yes', found: outcome === 'unaided' };
  });
  const alone = judged.filter(({ rated }) => rated);
  const others = judged.filter(({ rated }) => !rated);
  const figures: Figure[] = [
    { name: 'kappa', value: kappa(judged), least: 0.44 },
    { name: 'alone, and seen so', value: alone.filter(({ found }) => found).length / alone.length },
    { name: 'not alone, and seen so', value: others.filter(({ found }) => !found).length / others.length },
    { name: 'dialogues', value: judged.length },
  ];
  return {
    id: 'B4',
    title: 'solved unaided: checker and guard against teachers (MathDial)',
    figures,
    floor: 'κ ≥ .44',
    pass: figures.every(meets),
  };
}

/** Turn by turn: who said the answer first. */
function outcomeOf(checker: AnswerChecker, { question, ground_truth, conversation }: Dialogue): Outcome {
  const key = ground_truth.trim().split('\n').at(-1)?.trim().replaceAll(',', '') ?? '';
  const pupil: string[] = [];
  for (const turn of conversation.split('|EOM|')) {
    const [, speaker = '', words = ''] = /^\s*([^:]*):\s*(.*)$/s.exec(turn) ?? [];
    if (speaker === 'Teacher') {
      if (gives(checker, key, question, pupil, words.replace(/^\(\w+\)/, ''))) return 'revealed';
    } else {
      if (isRight(checker, key, words)) return 'unaided';
      pupil.push(words);
    }
  }
  return 'unsolved';
}

function isRight(checker: AnswerChecker, answer: string, text: string): boolean {
  return checker.check({ kind: 'number', answer, acceptedAnswers: [], choices: [] }, { text }).verdict === 'correct';
}

function gives(checker: AnswerChecker, key: string, question: string, pupil: string[], words: string): boolean {
  const guard = guardReply(leakBrief(key, question, pupil), checker);
  return [...guard.push(words), ...guard.end()].some((event) => event.type === 'dropped' && event.rule === 'leak');
}
