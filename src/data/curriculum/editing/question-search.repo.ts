import { sql } from 'kysely';
import type { QaKind, QaUse } from '../../../domain/curriculum/curriculum.ts';
import type { DatabaseManager } from '../../db/database-manager.ts';

export interface FoundQuestion {
  qaId: number;
  problemId: number;
  courseId: number;
  courseName: string;
  unitName: string;
  question: string;
  answer: string;
  kind: QaKind;
  use: QaUse;
  level: number;
}

export interface QuestionSearch {
  words: string;
  subjects: readonly string[];
  limit: number;
  offset: number;
}

/** So many matches are weighed against each other; a search that has more of them asks for another word. */
const WEIGHED = 2000;
const MOST_WORDS = 8;

/** The full text of questions, answers and other wordings: FTS5 on SQLite, FULLTEXT on MySQL and MariaDB. Nothing archived. */
export class QuestionSearchRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** The best matches first: every word must be there, or begin a word that is. No words find nothing. */
  async search({ words, subjects, limit, offset }: QuestionSearch): Promise<FoundQuestion[]> {
    const read = wordsIn(words);
    if (read.length === 0 || subjects.length === 0 || offset >= WEIGHED) return [];
    const found = this.#db.dialect === 'sqlite' ? matchSqlite(read) : matchMysql(read);
    const page = Math.min(limit, WEIGHED - offset);
    const { rows } = await sql<FoundQuestion>`
      select qas.id as qaId, qas.problem_id as problemId, qas.course_id as courseId, courses.name as courseName,
        qas.unit_name as unitName, qas.question, qas.answer, qas.kind, qas.type as ${sql.ref('use')}, qas.level
      from (
        select matched.id, matched.rating from (${found}) matched
        inner join qas on qas.id = matched.id
        inner join courses on courses.id = qas.course_id
        inner join learning_units on learning_units.course_id = qas.course_id and learning_units.name = qas.unit_name
        where qas.archived_at is null and courses.archived_at is null and learning_units.archived_at is null
          and courses.subject_name in (${sql.join([...subjects])})
        limit ${sql.lit(WEIGHED)}
      ) best
      inner join qas on qas.id = best.id
      inner join courses on courses.id = qas.course_id
      order by best.rating, qas.id limit ${page} offset ${offset}`.execute(this.#db.handle());
    return rows;
  }
}

/** What is looked for, as words: signs between them only part them. */
export function wordsIn(text: string): string[] {
  return (text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).slice(0, MOST_WORDS);
}

function matchSqlite(words: readonly string[]) {
  const expression = words.map((word) => `"${word}"*`).join(' ');
  return sql`select rowid as id, bm25(qas_search, 2.0, 1.0, 1.0) as rating from qas_search
    where qas_search match ${expression}`;
}

/** Words of one or two letters are not in the full text, nor are the most common ones: those are looked for letter by letter. */
function matchMysql(words: readonly string[]) {
  const indexed = words.filter((word) => word.length >= 3 && !COMMON.has(word.toLowerCase()));
  const others = words.filter((word) => !indexed.includes(word));
  const expression = indexed.map((word) => `+${word}*`).join(' ');
  const rating = sql`match(question, answer, aliases) against (${expression} in boolean mode)`;
  const inText = others.map((word) => sql`concat(question, ' ', answer, ' ', aliases) like ${`%${word}%`}`);
  const conditions = [...(indexed.length > 0 ? [rating] : []), ...inText];
  return sql`select id, ${indexed.length > 0 ? sql`-(${rating})` : sql`0`} as rating from qas
    where ${sql.join(conditions, sql` and `)}`;
}

/** InnoDB's own list of words that it leaves out. */
const COMMON = new Set(
  'a about an are as at be by com de en for from how i in is it la of on or that the this to was what when where who will with und www'.split(
    ' ',
  ),
);
