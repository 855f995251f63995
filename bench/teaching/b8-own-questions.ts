import { SAMPLE_COURSES } from '../../src/data/sample/curriculum/sample-courses.ts';
import { isAnswer, isOffer } from '../../src/domain/tutoring/on-question.ts';
import {
  buildIndex,
  type SearchDoc,
  type SearchHit,
  type SearchIndex,
  search,
} from '../../src/domain/tutoring/retrieval/search-index.ts';
import { type BenchResult, type Figure, meets } from './bench.ts';
import { NOT_IN_THE_BANK } from './questions-without-answer.ts';

interface Entry extends SearchDoc {
  problem: string;
}

interface Bank {
  course: string;
  subject: string;
  entries: Entry[];
}

/** What a pupil gets who asks: an answer from the entry, three to choose from, or the word that there is none. */
type Got = { answer: SearchHit } | { offers: SearchHit[] } | null;

/** As many as the services look at. */
const FOUND = 6;

function banks(): Bank[] {
  let id = 0;
  return SAMPLE_COURSES.map((course) => ({
    course: course.name,
    subject: course.subject,
    entries: course.units.flatMap((unit) =>
      unit.problems.flatMap((problem, at) =>
        problem.steps
          .filter((qa) => qa.use === 'for study')
          .map((qa) => {
            id += 1;
            const chosen = (qa.choices ?? []).filter((choice) => qa.answer.split(',').includes(choice.id));
            return {
              id,
              problem: `${unit.name} ${at}`,
              question: `${problem.stem ?? ''} ${qa.question}`.trim(),
              asks: qa.question,
              answer: chosen.length > 0 ? chosen.map((choice) => choice.text).join(' ') : qa.answer,
              aliases: qa.aliases ?? [],
              hints: qa.hints.map((hint) => hint.text),
            };
          }),
      ),
    ),
  }));
}

const indexes = new WeakMap<readonly Entry[], SearchIndex>();

function ask(entries: readonly Entry[], question: string): Got {
  const index = indexes.get(entries) ?? buildIndex(entries);
  indexes.set(entries, index);
  const hits = search(index, question, FOUND);
  const answer = hits.find(isAnswer);
  if (answer) return { answer };
  const offers = hits.filter(isOffer).slice(0, 3);
  return offers.length > 0 ? { offers } : null;
}

/** An index for each question takes its time: a quarter of them tells enough. */
const everyFourth = (_: Entry, at: number): boolean => at % 4 === 0;

const share = (part: number, all: number): number => (all === 0 ? 0 : part / all);

/** Every other wording in the bank, asked of a bank that does not have it: is the right question found? */
function heldOut(all: readonly Bank[]): Figure[] {
  const counts = { asked: 0, right: 0, wrong: 0, offered: 0, known: 0 };
  for (const { entries } of all) {
    for (const entry of entries.filter(everyFourth)) {
      for (const alias of entry.aliases) {
        counts.asked += 1;
        const without = entries.map((one) =>
          one === entry ? { ...one, aliases: one.aliases.filter((other) => other !== alias) } : one,
        );
        const problemOf = (hit: SearchHit) => entries.find((one) => one.id === hit.id)?.problem;
        const known = ask(entries, alias);
        if (known && 'answer' in known && problemOf(known.answer) === entry.problem) counts.known += 1;
        const got = ask(without, alias);
        if (got && 'answer' in got) counts[problemOf(got.answer) === entry.problem ? 'right' : 'wrong'] += 1;
        else if (got && 'offers' in got && got.offers.some((hit) => problemOf(hit) === entry.problem))
          counts.offered += 1;
      }
    }
  }
  return [
    {
      name: 'other wordings, known to the bank: answered rightly',
      value: share(counts.known, counts.asked),
      least: 0.9,
    },
    { name: 'other wordings, unknown: answered rightly', value: share(counts.right, counts.asked) },
    { name: 'other wordings, unknown: offered among three', value: share(counts.offered, counts.asked) },
    { name: 'other wordings, unknown: answered by another entry', value: share(counts.wrong, counts.asked) },
  ];
}

/** Questions of one's course whose entry was taken out, and questions of other subjects: every answer is a false one. */
function withoutEntry(all: readonly Bank[]): Figure[] {
  const counts = { near: 0, nearFalse: 0, far: 0, farFalse: 0, farOffered: 0 };
  for (const { entries, subject } of all) {
    for (const entry of entries.filter(everyFourth)) {
      const alias = entry.aliases[0];
      if (alias === undefined) continue;
      counts.near += 1;
      const got = ask(
        entries.filter((one) => one.problem !== entry.problem),
        alias,
      );
      if (got && 'answer' in got) counts.nearFalse += 1;
    }
    const foreign = all.filter((bank) => bank.subject !== subject).flatMap((bank) => bank.entries);
    for (const [at, entry] of foreign.entries()) {
      const alias = entry.aliases[0];
      if (alias === undefined || at % 3 !== 0) continue;
      counts.far += 1;
      const got = ask(entries, alias);
      if (got && 'answer' in got) counts.farFalse += 1;
      else if (got) counts.farOffered += 1;
    }
  }
  return [
    { name: 'its entry taken out: answered all the same', value: share(counts.nearFalse, counts.near) },
    { name: 'of another subject: answered', value: share(counts.farFalse, counts.far), most: 0.02 },
    { name: 'of another subject: others offered', value: share(counts.farOffered, counts.far) },
  ];
}

/** Questions that pupils ask and that the bank of the course has no answer to, read one by one. */
function byHand(all: readonly Bank[]): Figure[] {
  let asked = 0;
  let answered = 0;
  for (const [course, questions] of Object.entries(NOT_IN_THE_BANK)) {
    const entries = all.find((bank) => bank.course === course)?.entries ?? [];
    for (const question of questions) {
      asked += 1;
      const got = ask(entries, question);
      if (!got || !('answer' in got)) continue;
      answered += 1;
      const { id } = got.answer;
      console.error(`  B8 answered: ${question} → ${entries.find((one) => one.id === id)?.asks ?? ''}`);
    }
  }
  return [
    { name: `${asked} questions that the bank has no answer to: answered`, value: share(answered, asked), most: 0.05 },
  ];
}

/** B8: questions of the pupil's own, on the sample curriculum: right answers, false answers, honest ones. */
export async function run(): Promise<BenchResult> {
  const all = banks();
  const figures = [...heldOut(all), ...withoutEntry(all), ...byHand(all)];
  return {
    id: 'B8',
    title: 'own questions: answered, offered, or honestly not',
    figures,
    floor: 'known wordings ≥ .90; of another subject ≤ .02; without an answer ≤ .05',
    pass: figures.every(meets),
  };
}
