import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guardReply } from '../../src/agents/teacher/guard.ts';
import { createAnswerChecker } from '../../src/domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../src/domain/tutoring/answer-checking/math-engine.ts';
import type { AnswerChecker } from '../../src/domain/tutoring/verdict.ts';
import { type BenchResult, type Figure, meets } from './bench.ts';
import { leakBrief } from './leak-brief.ts';
import { kappa } from './metrics.ts';

interface Rated {
  conversation_history: string;
  Ground_Truth_Solution: string;
  anno_llm_responses: Record<string, { response: string; annotation: { Revealing_of_the_Answer: string } }>;
}

interface Judged {
  rated: boolean;
  found: boolean;
  key: string;
  response: string;
}

const LAST_NUMBER = /-?\d[\d,]*(?:\.\d+)?(?:\/\d+)?/g;

/** The last number of the solution; undefined where there is none to compare with. */
function keyOf(solution: string): string | undefined {
  return solution.match(LAST_NUMBER)?.at(-1)?.replaceAll(',', '');
}

function leaks(checker: AnswerChecker, key: string, question: string, pupil: string[], response: string): boolean {
  const guard = guardReply(leakBrief(key, question, pupil), checker);
  return [...guard.push(response), ...guard.end()].some((event) => event.type === 'dropped' && event.rule === 'leak');
}

/** The question and what the pupil said, of a history "Tutor: … Student: …". */
function parts(history: string): { question: string; pupil: string[] } {
  const turns = history.split(/\s*(?=(?:Tutor|Student):)/).map((turn) => turn.replaceAll(' ', ' ').trim());
  const pupil = turns.filter((turn) => turn.startsWith('Student:')).map((turn) => turn.slice(8));
  return {
    question: turns
      .filter((turn) => turn.startsWith('Tutor:'))
      .map((turn) => turn.slice(6))
      .join('\n'),
    pupil,
  };
}

export function judge(rows: readonly Rated[], checker: AnswerChecker): Judged[] {
  return rows.flatMap((row) => {
    const key = keyOf(row.Ground_Truth_Solution);
    if (key === undefined) return [];
    const { question, pupil } = parts(row.conversation_history);
    return Object.values(row.anno_llm_responses).map(({ response, annotation }) => ({
      rated: annotation.Revealing_of_the_Answer === 'Yes (and the answer is correct)',
      found: leaks(checker, key, question, pupil, response),
      key,
      response,
    }));
  });
}

/** B3: does the guard see what raters called revealing the answer? On the replies of MRBench whose problem has a key. */
export async function run(dataDir: string | null): Promise<BenchResult | null> {
  const file = join(dataDir ?? '', 'tutoring/MRBench_V2.json');
  if (dataDir === null || !existsSync(file)) return null;
  const rows: Rated[] = JSON.parse(readFileSync(file, 'utf8'));
  const judged = judge(rows, createAnswerChecker(await loadMathEngine()));
  const revealing = judged.filter((each) => each.rated);
  const innocent = judged.filter((each) => !each.rated);
  const figures: Figure[] = [
    { name: 'kappa', value: kappa(judged), least: 0.6 },
    { name: 'revealing replies found', value: revealing.filter((each) => each.found).length / revealing.length },
    { name: 'innocent replies blocked', value: innocent.filter((each) => each.found).length / innocent.length },
    { name: 'replies', value: judged.length },
  ];
  return {
    id: 'B3',
    title: 'leaks: the guard against raters (MRBench)',
    figures,
    floor: 'κ ≥ .60',
    pass: figures.every(meets),
  };
}
