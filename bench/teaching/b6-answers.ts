import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AnswerKey, Choice } from '../../src/domain/curriculum/curriculum.ts';
import { createAnswerChecker } from '../../src/domain/tutoring/answer-checking/answer-checker.ts';
import { kindOfAnswer } from '../../src/domain/tutoring/answer-checking/kind-of-answer.ts';
import { readKeyAnswer } from '../../src/domain/tutoring/answer-checking/math-check.ts';
import { loadMathEngine } from '../../src/domain/tutoring/answer-checking/math-engine.ts';
import { showObject } from '../../src/domain/tutoring/answer-checking/math-objects.ts';
import type { AnswerChecker } from '../../src/domain/tutoring/verdict.ts';
import { type BenchResult, type Figure, meets } from './bench.ts';

interface Sample {
  key: AnswerKey;
  /** The answer in the words of the source. */
  written: string;
}

/**
 * B6: keys of OATutor given back as "the answer is …" and in plain characters (accepted), and with one digit changed (accepted: none); the last
 * sentence of GSM8K solutions as an answer, against the right result and against another one (agreement).
 */
export async function run(dataDir: string | null): Promise<BenchResult | null> {
  const samples = oatutorSamples(path.join(dataDir ?? '', 'qbank/oatutor/content-pool'));
  if (dataDir === null || samples.length === 0) return null;
  const { figures } = await measure(dataDir, samples);
  return {
    id: 'B6',
    title: 'answer checking on OATutor keys and GSM8K sentences',
    figures,
    floor: '97 % of the keys accepted, none with a digit changed',
    pass: figures.every(meets),
  };
}

/** The figures, and which keys were not accepted and which changed ones were, for whoever works on the checker. */
async function measure(dataDir: string, samples: Sample[]): Promise<{ figures: Figure[]; misses: string[] }> {
  const checker = createAnswerChecker(await loadMathEngine());
  const misses: string[] = [];
  const accepts = ({ key }: Sample, text: string) => checker.check(key, { text }).verdict === 'correct';
  const share = (what: string, wording: (written: string) => string) =>
    samples.filter((sample) => note(misses, what, sample.written, accepts(sample, wording(sample.written)))).length /
    samples.length;
  const changed = samples.flatMap((sample) => withDigitChanged(sample.written).map((text) => ({ sample, text })));
  const wrongly = changed.filter(
    ({ sample, text }) => !note(misses, `taken for ${sample.written}`, text, !accepts(sample, `the answer is ${text}`)),
  );
  const sentences = gsm8kAgreement(checker, path.join(dataDir, 'qbank/gsm8k/test.jsonl'), misses);
  const figures: Figure[] = [
    { name: 'keys', value: samples.length },
    {
      name: 'accepted as "the answer is …"',
      value: share('not accepted', (text) => `the answer is ${text}`),
      least: 0.97,
    },
    {
      name: 'accepted in plain characters',
      value: share('not accepted in plain characters', (text) => `I got ${inPlainCharacters(text)}`),
      least: 0.97,
    },
    { name: 'with a digit changed', value: changed.length },
    { name: 'of these accepted', value: wrongly.length, most: 0 },
    ...(sentences === undefined ? [] : [{ name: 'GSM8K sentences, agreement', value: sentences, least: 0.97 }]),
    { name: 'ms CPU an answer', value: cpuEach(samples, accepts) },
  ];
  return { figures, misses };
}

/** "x² − 3/4" for its TeX: the answer as a pupil would type it. */
function inPlainCharacters(written: string): string {
  const object = readKeyAnswer(written);
  return object ? showObject(object) : written;
}

function cpuEach(samples: readonly Sample[], accepts: (sample: Sample, text: string) => boolean): number {
  const started = process.cpuUsage();
  for (const sample of samples) accepts(sample, `I think it is ${sample.written}`);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000 / samples.length;
}

function note(misses: string[], what: string, text: string, good: boolean): boolean {
  if (!good) misses.push(`${what}: ${text}`);
  return good;
}

function oatutorSamples(folder: string): Sample[] {
  if (!existsSync(folder)) return [];
  const files = globSync('**/*.json', { cwd: folder }).sort();
  return files.flatMap((file) => {
    const content: unknown = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
    return (Array.isArray(content) ? content : [content]).flatMap(sampleOf);
  });
}

/** A step, or a scaffold of a hint pathway: anything with an answer of its own. */
function sampleOf(record: unknown): Sample[] {
  if (typeof record !== 'object' || record === null) return [];
  const answers = 'stepAnswer' in record ? record.stepAnswer : 'hintAnswer' in record ? record.hintAnswer : undefined;
  const written: unknown = Array.isArray(answers) ? answers[0] : undefined;
  if (typeof written !== 'string') return [];
  const texts: unknown[] = 'choices' in record && Array.isArray(record.choices) ? record.choices : [];
  const choices = texts
    .filter((text) => typeof text === 'string')
    .map((text, i): Choice => ({ id: String.fromCharCode(97 + i), text }));
  const multiple = 'problemType' in record && record.problemType === 'MultipleChoice';
  const right = choices.find((choice) => choice.text === written);
  if (multiple && !right) return [];
  const key: AnswerKey = {
    kind: multiple ? 'choice' : kindOfAnswer(written),
    answer: multiple && right ? right.id : written,
    acceptedAnswers: [],
    choices,
  };
  return [{ key, written }];
}

/** The text with its first digit changed, and with its last. */
function withDigitChanged(text: string): string[] {
  const places = [...text.matchAll(/\d/g)].map((found) => found.index);
  const ends = [...new Set([places[0], places.at(-1)])].filter((at) => at !== undefined);
  return ends.map((at) => `${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`);
}

function gsm8kAgreement(checker: AnswerChecker, file: string, misses: string[]): number | undefined {
  if (!existsSync(file)) return undefined;
  const agreed: boolean[] = [];
  for (const line of readFileSync(file, 'utf8')
    .split('\n')
    .filter((text) => text !== '')) {
    const record: unknown = JSON.parse(line);
    if (typeof record !== 'object' || record === null || !('answer' in record)) continue;
    const [solution = '', result = ''] = String(record.answer)
      .replace(/<<[^>]*>>/g, '')
      .split('#### ');
    const sentence = solution.trim().split('\n').at(-1) ?? '';
    const stated = result.trim().replace(/,/g, '');
    if (!sentence.replace(/,/g, '').includes(stated)) continue;
    const accepts = (answer: string) =>
      checker.check({ kind: 'number', answer, acceptedAnswers: [], choices: [] }, { text: sentence }).verdict ===
      'correct';
    agreed.push(note(misses, `${stated} not read`, sentence, accepts(stated)));
    agreed.push(note(misses, `${stated} + 1 read`, sentence, !accepts(String(Number(stated) + 1))));
  }
  return agreed.filter(Boolean).length / agreed.length;
}

if (import.meta.main) {
  const dataDir = process.argv[2] ?? '../shared/data';
  const { figures, misses } = await measure(dataDir, oatutorSamples(path.join(dataDir, 'qbank/oatutor/content-pool')));
  console.table(figures);
  if (process.argv.includes('--misses')) console.log(misses.join('\n'));
  process.exitCode = figures.every(meets) ? 0 : 1;
}
