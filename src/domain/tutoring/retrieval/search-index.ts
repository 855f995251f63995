import { gramsOf, termsOf, wordsOf } from './terms.ts';

/** A question of the bank as it is searched. */
export interface SearchDoc {
  id: number;
  question: string;
  answer: string;
  aliases: readonly string[];
  hints: readonly string[];
}

export interface SearchHit {
  id: number;
  /** Higher is nearer; comparable only within one search. */
  score: number;
  /** Share of the query's weight (idf) that the document covers, 0 … 1. */
  coverage: number;
}

interface Posting {
  doc: number;
  /** How often, fields weighted. */
  times: number;
}

/** Postings of one kind of unit (stems, or pieces of four letters) and the lengths of the documents in it. */
interface Postings {
  byUnit: Map<string, Posting[]>;
  lengths: number[];
  meanLength: number;
}

export interface SearchIndex {
  ids: number[];
  terms: Postings;
  grams: Postings;
  /** Stems by the pieces of four letters in them: where misspelt words are looked up. */
  stemsByGram: Map<string, string[]>;
}

/** Okapi BM25 (Robertson and Zaragoza, 2009) with its usual constants. */
const K1 = 1.2;
const B = 0.75;
const QUESTION_WEIGHT = 2;
/** Share of the pieces of four letters in the score. */
const GRAM_SHARE = 0.4;
/** Dice coefficient from which an unknown word is read as a known one. */
const LIKE_ENOUGH = 0.4;
const READINGS = 3;
const LONGEST_QUERY = 60;

function fieldsOf(doc: SearchDoc): [text: string, weight: number][] {
  return [
    [doc.question, QUESTION_WEIGHT],
    ...[doc.answer, ...doc.aliases, ...doc.hints].map((text): [string, number] => [text, 1]),
  ];
}

function postingsOf(docs: readonly SearchDoc[], unitsOf: (text: string) => string[]): Postings {
  const byUnit = new Map<string, Posting[]>();
  const lengths = docs.map((doc, at) => {
    const times = new Map<string, number>();
    for (const [text, weight] of fieldsOf(doc)) {
      for (const unit of unitsOf(text)) times.set(unit, (times.get(unit) ?? 0) + weight);
    }
    let length = 0;
    for (const [unit, count] of times) {
      length += count;
      const list = byUnit.get(unit);
      if (list) list.push({ doc: at, times: count });
      else byUnit.set(unit, [{ doc: at, times: count }]);
    }
    return length;
  });
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return { byUnit, lengths, meanLength: docs.length === 0 ? 1 : Math.max(1, total / docs.length) };
}

const allGrams = (text: string): string[] => wordsOf(text).flatMap(gramsOf);

/** Makes the questions of a course searchable. Pure; building is linear in the text. */
export function buildIndex(docs: readonly SearchDoc[]): SearchIndex {
  const terms = postingsOf(docs, termsOf);
  const stemsByGram = new Map<string, string[]>();
  for (const stem of terms.byUnit.keys()) {
    for (const gram of new Set(gramsOf(stem))) {
      const list = stemsByGram.get(gram);
      if (list) list.push(stem);
      else stemsByGram.set(gram, [stem]);
    }
  }
  return { ids: docs.map((doc) => doc.id), terms, grams: postingsOf(docs, allGrams), stemsByGram };
}

const idf = (documents: number, holding: number): number => Math.log(1 + (documents - holding + 0.5) / (holding + 0.5));

/** Known stems that an unknown one may be a misspelling of, with their likeness (Dice, 0 … 1), nearest first. */
function readingsOf(index: SearchIndex, word: string): [stem: string, likeness: number][] {
  if (word.length < 4 || /\d/.test(word)) return [];
  const grams = new Set(gramsOf(word));
  const shared = new Map<string, number>();
  for (const gram of grams) {
    for (const stem of index.stemsByGram.get(gram) ?? []) shared.set(stem, (shared.get(stem) ?? 0) + 1);
  }
  return [...shared]
    .map(([stem, count]): [string, number] => [stem, (2 * count) / (grams.size + new Set(gramsOf(stem)).size)])
    .filter(([, likeness]) => likeness >= LIKE_ENOUGH)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, READINGS);
}

/** Adds the BM25 of one unit to the scores, and hands out who holds it. */
function addUnit(
  postings: Postings,
  documents: number,
  unit: string,
  weight: number,
  scores: Map<number, number>,
): Posting[] {
  const list = postings.byUnit.get(unit) ?? [];
  const rarity = idf(documents, list.length) * weight;
  for (const { doc, times } of list) {
    const norm = K1 * (1 - B + (B * (postings.lengths[doc] ?? 0)) / postings.meanLength);
    scores.set(doc, (scores.get(doc) ?? 0) + (rarity * times * (K1 + 1)) / (times + norm));
  }
  return list;
}

interface Covered {
  scores: Map<number, number>;
  coverage: Map<number, number>;
  total: number;
}

function byTerms(index: SearchIndex, words: readonly string[]): Covered {
  const documents = index.ids.length;
  const scores = new Map<number, number>();
  const coverage = new Map<number, number>();
  let total = 0;
  for (const term of new Set(words)) {
    const known = index.terms.byUnit.get(term);
    const readings: [string, number][] = known ? [[term, 1]] : readingsOf(index, term);
    const weight = idf(documents, known?.length ?? 0);
    total += weight;
    const held = new Map<number, number>();
    for (const [reading, likeness] of readings) {
      for (const { doc } of addUnit(index.terms, documents, reading, likeness, scores)) {
        held.set(doc, Math.max(held.get(doc) ?? 0, likeness));
      }
    }
    for (const [doc, likeness] of held) coverage.set(doc, (coverage.get(doc) ?? 0) + weight * likeness);
  }
  return { scores, coverage, total };
}

function largest(scores: Map<number, number>): number {
  let most = 0;
  for (const score of scores.values()) most = Math.max(most, score);
  return most || 1;
}

/**
 * The documents nearest to the query, best first, at most `limit`: BM25 over stems, fused with BM25 over pieces of four letters,
 * so that typing errors still find their way. Nothing is returned that shares nothing with the query.
 */
export function search(index: SearchIndex, query: string, limit: number): SearchHit[] {
  const words = wordsOf(query.slice(0, 2000)).slice(0, LONGEST_QUERY);
  if (words.length === 0 || limit <= 0) return [];
  const terms = byTerms(index, termsOf(words.join(' ')));
  const grams = new Map<number, number>();
  for (const gram of new Set(words.flatMap(gramsOf))) addUnit(index.grams, index.ids.length, gram, 1, grams);
  const mostTerms = largest(terms.scores);
  const mostGrams = largest(grams);
  const hits = [...new Set([...terms.scores.keys(), ...grams.keys()])].map((doc) => ({
    id: index.ids[doc] ?? -1,
    score:
      (1 - GRAM_SHARE) * ((terms.scores.get(doc) ?? 0) / mostTerms) + GRAM_SHARE * ((grams.get(doc) ?? 0) / mostGrams),
    coverage: Math.min(1, (terms.coverage.get(doc) ?? 0) / (terms.total || 1)),
  }));
  return hits.toSorted((a, b) => b.score - a.score || a.id - b.id).slice(0, limit);
}
