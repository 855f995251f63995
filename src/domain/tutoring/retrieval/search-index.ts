import { aboutness, type Head, headOf } from './about.ts';
import { isSlipOf } from './slip.ts';
import { gramsOf, termsOf, wordsOf } from './terms.ts';

/** A question of the bank as it is searched. */
export interface SearchDoc {
  id: number;
  /** Its story and what it asks. */
  question: string;
  /** What it asks, without the story; the whole question when absent. */
  asks?: string;
  answer: string;
  aliases: readonly string[];
  hints: readonly string[];
}

export interface SearchHit {
  id: number;
  /** Higher is nearer; comparable only within one search. */
  score: number;
  /** Share of the query's weight (idf) that question, answer and aliases cover, 0 … 1; what only hints mention is not counted. */
  coverage: number;
  /** Whether it is about what the query asks, and does not only have words in common with it. */
  about: boolean;
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
  /** Of each document: what it asks, its answer and its aliases. */
  heads: Head[][];
  /** Of each document: the stems of its question, answer and aliases. */
  stems: Set<string>[];
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
/**
 * From here on an entry is about what was asked: a word or two ("what is a variable?") name their subject alone, so that next to
 * nothing else may stand beside them. Measured with `bench/teaching/b8-own-questions.ts`.
 */
const ABOUT_A_NAME = 0.9;
const ABOUT = 0.8;
const NAME_WORDS = 2;
/** How many of the nearest are looked at for one that is about the query. */
const LOOKED_AT = 40;

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
  return {
    ids: docs.map((doc) => doc.id),
    terms,
    grams: postingsOf(docs, allGrams),
    stemsByGram,
    heads: docs.map((doc) => [doc.asks ?? doc.question, doc.answer, ...doc.aliases].map(headOf)),
    stems: docs.map((doc) => new Set([doc.question, doc.answer, ...doc.aliases].flatMap(termsOf))),
  };
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

/** Whether a stem stands in the documents, give or take a slip of the pen. */
export function knowsStem(index: SearchIndex, stem: string): boolean {
  return index.terms.byUnit.has(stem) || readingsOf(index, stem).some(([known]) => isSlipOf(stem, known));
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

/** A word of the query: how much it says, and the stems of the bank that it may stand for. */
export interface Asked {
  weight: number;
  stems: readonly string[];
}

interface Scored {
  scores: Map<number, number>;
  asked: Asked[];
}

function byTerms(index: SearchIndex, words: readonly string[]): Scored {
  const documents = index.ids.length;
  const scores = new Map<number, number>();
  const asked: Asked[] = [];
  for (const term of new Set(words)) {
    const known = index.terms.byUnit.get(term);
    const readings: [string, number][] = known ? [[term, 1]] : readingsOf(index, term);
    for (const [reading, likeness] of readings) addUnit(index.terms, documents, reading, likeness, scores);
    const stems = readings.map(([stem]) => stem).filter((stem) => stem === term || isSlipOf(term, stem));
    asked.push({ weight: idf(documents, known?.length ?? 0), stems });
  }
  return { scores, asked };
}

function coverageOf(asked: readonly Asked[], stems: ReadonlySet<string>): number {
  let total = 0;
  let covered = 0;
  for (const word of asked) {
    total += word.weight;
    if (word.stems.some((stem) => stems.has(stem))) covered += word.weight;
  }
  return total === 0 ? 0 : covered / total;
}

function largest(scores: Map<number, number>): number {
  let most = 0;
  for (const score of scores.values()) most = Math.max(most, score);
  return most || 1;
}

/**
 * The documents nearest to the query, best first, at most `limit`: BM25 over stems, fused with BM25 over pieces of four letters,
 * so that typing errors still find their way; of the nearest, those that are about the query come first. Nothing is returned
 * that shares nothing with the query.
 */
export function search(index: SearchIndex, query: string, limit: number): SearchHit[] {
  const words = wordsOf(query.slice(0, 2000)).slice(0, LONGEST_QUERY);
  if (words.length === 0 || limit <= 0) return [];
  const terms = byTerms(index, termsOf(words.join(' ')));
  const grams = new Map<number, number>();
  for (const gram of new Set(words.flatMap(gramsOf))) addUnit(index.grams, index.ids.length, gram, 1, grams);
  return nearest(index, terms, grams, Math.max(limit, LOOKED_AT))
    .toSorted((a, b) => Number(b.about) - Number(a.about))
    .slice(0, limit);
}

function nearest(index: SearchIndex, terms: Scored, grams: Map<number, number>, limit: number): SearchHit[] {
  const mostTerms = largest(terms.scores);
  const mostGrams = largest(grams);
  const share = (doc: number) =>
    (1 - GRAM_SHARE) * ((terms.scores.get(doc) ?? 0) / mostTerms) + GRAM_SHARE * ((grams.get(doc) ?? 0) / mostGrams);
  const enough = terms.asked.length <= NAME_WORDS ? ABOUT_A_NAME : ABOUT;
  const weigh = (stem: string) => idf(index.ids.length, index.terms.byUnit.get(stem)?.length ?? 0);
  return [...new Set([...terms.scores.keys(), ...grams.keys()])]
    .map((doc) => ({ doc, id: index.ids[doc] ?? -1, score: share(doc) }))
    .toSorted((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, limit)
    .map(({ doc, id, score }) => ({
      id,
      score,
      coverage: coverageOf(terms.asked, index.stems[doc] ?? new Set()),
      about: aboutness(terms.asked, index.heads[doc] ?? [], weigh) >= enough,
    }));
}
