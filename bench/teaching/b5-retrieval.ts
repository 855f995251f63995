import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIndex, type SearchDoc, search } from '../../src/domain/tutoring/retrieval/search-index.ts';
import { type BenchResult, type Figure, meets } from './bench.ts';

interface Question {
  text: string;
  /** Id of the problem it belongs to. */
  problem: number;
}

/** Of words with four letters or more, this share gets a typing error. */
const ERRORS = 0.4;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Mulberry32: the same errors in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One letter left out, doubled, exchanged with its neighbour, or hit wrongly. */
function mistype(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, letter, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
  const kind = Math.floor(random() * 4);
  if (kind === 0) return before + after;
  if (kind === 1) return before + letter + letter + after;
  if (kind === 2) return before + after.slice(0, 1) + letter + after.slice(1);
  return before + (LETTERS[Math.floor(random() * 26)] ?? 'e') + after;
}

function withErrors(text: string, random: () => number): string {
  return text.replace(/[a-z]{4,}/gi, (word) => (random() < ERRORS ? mistype(word, random) : word));
}

function read(file: string): { docs: SearchDoc[]; questions: Question[] } {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): { question: string; answer: string } => JSON.parse(line));
  const docs = rows.map(({ question, answer }, id) => {
    const key = answer.split('####').at(-1)?.trim() ?? '';
    return { id, question, answer: key, aliases: [], hints: [] };
  });
  const questions = rows.flatMap(({ answer }, problem) =>
    answer
      .split('\n')
      .filter((line) => line.includes(' ** '))
      .map((line) => ({ text: line.split(' ** ')[0] ?? '', problem })),
  );
  return { docs, questions };
}

/** B5: from a sub-question to the problem that it was written for, as it stands and with typing errors. */
export async function run(dataDir: string | null): Promise<BenchResult | null> {
  const file = join(dataDir ?? '', 'qbank/gsm8k/test_socratic.jsonl');
  if (dataDir === null || !existsSync(file)) return null;
  const { docs, questions } = read(file);
  const index = buildIndex(docs);
  const random = randomFrom(20_250_101);
  const firstIs = (text: string, problem: number): number => (search(index, text, 1)[0]?.id === problem ? 1 : 0);
  const began = performance.now();
  const plain = questions.reduce((sum, { text, problem }) => sum + firstIs(text, problem), 0);
  const each = (performance.now() - began) / questions.length;
  const typed = questions.reduce((sum, { text, problem }) => sum + firstIs(withErrors(text, random), problem), 0);
  const figures: Figure[] = [
    { name: 'R@1', value: plain / questions.length, least: 0.86 },
    { name: 'R@1 with typing errors', value: typed / questions.length, least: 0.77 },
    { name: 'ms a search', value: each },
    { name: 'problems', value: docs.length },
    { name: 'questions', value: questions.length },
  ];
  return {
    id: 'B5',
    title: 'retrieval: sub-question to its problem (GSM8K)',
    figures,
    floor: 'R@1 ≥ .86, with typing errors ≥ .77',
    pass: figures.every(meets),
  };
}
