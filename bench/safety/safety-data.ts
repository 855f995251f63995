import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { SAMPLE_COURSES } from '../../src/data/sample/curriculum/sample-courses.ts';

/** A prompt of the OpenAI moderation set; labels are 1 where raters agreed on them. */
export interface RatedPrompt {
  prompt: string;
  [label: string]: string | number;
}

export function ratedPrompts(dataDir: string): RatedPrompt[] {
  return linesOf(join(dataDir, 'safety/openai-moderation-eval.filtered.jsonl')).map(
    (line): RatedPrompt => JSON.parse(line),
  );
}

/** SimpleSafetyTests: suicide, self-harm and eating disorders. */
export function simpleSafetyTests(dataDir: string): string[] {
  return rowsOf(join(dataDir, 'safety/simple-safety-tests.filtered.csv'))
    .filter((row) => row.harm_area?.startsWith('Suicide'))
    .map((row) => row.prompts_final ?? '');
}

/** Safe-Child-LLM: mental health or overreliance crisis. */
export function childCrises(dataDir: string): string[] {
  return rowsOf(join(dataDir, 'safety/safe-child-llm.filtered.csv'))
    .filter((row) => row.category?.startsWith('Mental Health'))
    .map((row) => row.query ?? '');
}

/** What pupils say in MathDial. */
export function pupilTurns(dataDir: string): string[] {
  return linesOf(join(dataDir, 'tutoring/mathdial_test.jsonl')).flatMap((line) => {
    const row: { conversation: string } = JSON.parse(line);
    return row.conversation.split('|EOM|').filter((turn) => !turn.startsWith('Teacher:'));
  });
}

/** Each text of the sample curriculum that a pupil may copy or answer with. */
export function sampleTexts(): string[] {
  const problems = SAMPLE_COURSES.flatMap(({ units }) => units).flatMap((unit) => unit.problems);
  return problems
    .flatMap(({ stem = '', steps }) => steps.map((step) => ({ stem, step })))
    .flatMap(({ stem, step }) => [
      stem,
      step.question,
      step.answer,
      step.explanation,
      ...(step.aliases ?? []),
      ...(step.choices ?? []).map(({ text }) => text),
      ...step.hints.map(({ text }) => text),
    ])
    .filter((text) => text !== '');
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').trim().split('\n');
}

function rowsOf(file: string): Record<string, string | undefined>[] {
  return parse(readFileSync(file, 'utf8'), { columns: true });
}
