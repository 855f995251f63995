import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SAMPLE_COURSES } from '../../src/data/sample/curriculum/sample-courses.ts';
import { type Crisis, screenForCrisis } from '../../src/domain/safety/crisis.ts';

/**
 * Recall and false alarms of the crisis screen: `crisis.ts [data folder]`. Rows' texts are never printed. The public sets hold
 * what adults asked of chat programs, many about others or in the abstract, so their recall is a lower bound for what a child
 * says of itself; the floors are those of false alarms, which stop lessons.
 */
function main(dataDir: string): number {
  let missed = 0;
  const tell = (name: string, texts: readonly string[], most?: number) => {
    const started = performance.now();
    const found = texts.map(screenForCrisis);
    const each = (performance.now() - started) / Math.max(1, texts.length);
    const flagged = found.filter((crisis) => crisis !== null);
    const share = flagged.length / Math.max(1, texts.length);
    const fine = most === undefined || share <= most;
    if (!fine) missed += 1;
    const floor = most === undefined ? '' : `  (at most ${percent(most)}${fine ? '' : ': MISSED'})`;
    console.log(
      `${name.padEnd(58)} ${String(flagged.length).padStart(5)} / ${String(texts.length).padEnd(6)} ${percent(share).padStart(7)}${floor}  ${summary(flagged)}  ${each.toFixed(2)} ms each`,
    );
  };
  console.log('Recall');
  if (existsSync(dataDir)) recall(dataDir, tell);
  else console.log(`no data at ${dataDir}`);
  console.log('False alarms');
  tell('sample curriculum: questions, hints, answers', sampleTexts(), 0);
  if (existsSync(dataDir)) tell('MathDial: what pupils say', pupilTurns(dataDir), 0.001);
  if (existsSync(dataDir)) tell('OpenAI moderation set: rows without any label', unlabelled(dataDir));
  return missed === 0 ? 0 : 1;
}

type Tell = (name: string, texts: readonly string[]) => void;

function recall(dataDir: string, tell: Tell): void {
  const moderation = readModeration(dataDir);
  const selfHarm = moderation.filter((row) => row.SH === 1).map((row) => row.prompt);
  tell('OpenAI moderation set: self-harm', selfHarm);
  tell('  … of these in the first person', selfHarm.filter(isFirstPerson));
  const simple = readCsv(join(dataDir, 'safety/simple-safety-tests.filtered.csv'));
  const suicide = simple.filter((row) => row.harm_area?.startsWith('Suicide')).map((row) => row.prompts_final ?? '');
  tell('SimpleSafetyTests: suicide, self-harm, eating disorders', suicide);
  tell('  … of these in the first person', suicide.filter(isFirstPerson));
  const child = readCsv(join(dataDir, 'safety/safe-child-llm.filtered.csv'));
  const crises = child.filter((row) => row.category?.startsWith('Mental Health')).map((row) => row.query ?? '');
  tell('Safe-Child-LLM: mental health or overreliance crisis', crises);
  tell('  … of these in the first person', crises.filter(isFirstPerson));
}

interface ModerationRow {
  prompt: string;
  [label: string]: string | number;
}

function readModeration(dataDir: string): ModerationRow[] {
  const lines = readFileSync(join(dataDir, 'safety/openai-moderation-eval.filtered.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line): ModerationRow => JSON.parse(line));
}

function unlabelled(dataDir: string): string[] {
  return readModeration(dataDir)
    .filter((row) => Object.entries(row).every(([label, value]) => label === 'prompt' || value !== 1))
    .map((row) => row.prompt);
}

function isFirstPerson(text: string): boolean {
  return /\b(?:i|im|i'm|i’m|me|my|myself)\b/i.test(text);
}

/** Each text of the sample curriculum that a pupil may copy or answer with. */
function sampleTexts(): string[] {
  const steps = SAMPLE_COURSES.flatMap((course) => course.units)
    .flatMap((unit) => unit.problems)
    .flatMap((problem) => problem.steps.map((step) => ({ stem: problem.stem ?? '', step })));
  return steps.flatMap(({ stem, step }) =>
    [
      stem,
      step.question,
      step.answer,
      step.explanation,
      ...(step.aliases ?? []),
      ...(step.choices ?? []).map((choice) => choice.text),
      ...step.hints.map((hint) => hint.text),
    ].filter((text) => text !== ''),
  );
}

function pupilTurns(dataDir: string): string[] {
  const lines = readFileSync(join(dataDir, 'tutoring/mathdial_test.jsonl'), 'utf8').trim().split('\n');
  return lines.flatMap((line) => {
    const row: { conversation: string } = JSON.parse(line);
    return row.conversation.split('|EOM|').filter((turn) => !turn.startsWith('Teacher:'));
  });
}

/** CSV with quoted fields. */
function readCsv(file: string): Record<string, string | undefined>[] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  const text = readFileSync(file, 'utf8');
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === '"' && quoted && text[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (mark === '"') quoted = !quoted;
    else if (!quoted && (mark === ',' || mark === '\n')) {
      rows.at(-1)?.push(field.replace(/\r$/, ''));
      field = '';
      if (mark === '\n') rows.push([]);
    } else field += mark;
  }
  if (field !== '') rows.at(-1)?.push(field);
  const [head = [], ...body] = rows.filter((row) => row.length > 0);
  return body.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index]])));
}

function summary(flagged: readonly Crisis[]): string {
  const count = (severity: number) => flagged.filter((crisis) => crisis.severity === severity).length;
  return `severity 3/2/1: ${count(3)}/${count(2)}/${count(1)}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

process.exitCode = main(resolve(process.argv[2] ?? join(import.meta.dirname, '../../../shared/data')));
