import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { createForgetter, type Forgetter } from '../../domain/erasure/forget.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { TABLES } from '../db/schema.ts';
import { inChunks } from '../db/sql.ts';
import { ERASURE_PLAN } from './erasure-plan.ts';
import type { Fate } from './fates.ts';
import type { PersonTraces } from './person-traces.ts';

const PLAN: Record<string, Record<string, Fate>> = ERASURE_PLAN;

/**
 * Takes somebody out of what others wrote and what stays: in sessions that they shared their first name, their words and their id too,
 * elsewhere what is theirs alone. In the caller's transaction, after `eraseRows`.
 */
export async function takeOutOfWords(db: DatabaseManager, who: PersonTraces): Promise<void> {
  const near = createForgetter(who.forgotten, { near: true });
  const far = createForgetter(who.forgotten, { near: false });
  for (const [table, columns] of Object.entries(PLAN)) {
    const words = Object.entries(columns).flatMap(([column, fate]) => (fate === 'words' ? column : []));
    if (words.length === 0) continue;
    const place = { table, keys: keysOf(table), words };
    const session = sessionColumnOf(table, columns);
    if (session !== null) {
      for (const some of inChunks(who.sharedSchoolSessions)) {
        await rewrite(db, place, sql<SqlBool>`${sql.ref(session)} in (${sql.join(some)})`, near);
      }
    }
    if (!OF_SESSIONS.has(table)) await rewrite(db, place, mentions(table, words, who), far);
  }
}

/** What is said in sessions that they were not in is the words of others, and stays. */
const OF_SESSIONS: ReadonlySet<string> = new Set([
  'messages',
  'session_dialogues',
  'sessional_proficiency_evaluations',
  'sessional_investment_evaluations',
  'sessional_social_evaluations',
  'evaluation_regrades',
]);

/** How a table says which session at school its row is of. */
function sessionColumnOf(table: string, columns: Record<string, Fate>): string | null {
  if (table === 'school_hours_study_sessions') return 'id';
  return 'school_session_id' in columns ? 'school_session_id' : null;
}

/** What tells the rows of a table apart: their id, or the ids that they are made of. */
function keysOf(table: string): string[] {
  const names = Object.keys(TABLES[table as keyof typeof TABLES]);
  return names.includes('id') ? ['id'] : names.filter((name) => name.endsWith('_id'));
}

/** Rows that can be about them: by both names, by what is theirs alone, or by their id after a key of JSON. */
function mentions(
  table: string,
  words: readonly string[],
  { id, schoolIds, forgotten }: PersonTraces,
): RawBuilder<SqlBool> {
  const { firstName, lastName, others } = forgotten;
  const texts = [`${firstName} ${lastName}`, `${lastName} ${firstName}`, `${lastName}, ${firstName}`, ...others];
  const ids = ['%d":ID,%', '%d":ID}%', '%ds":[ID,%', '%ds":[ID]%', '%,ID,%', '%,ID]%'].map((form) =>
    form.replace('ID', String(id)),
  );
  const parts = words.flatMap((column) =>
    [...texts.map((text) => `%${text.replaceAll(/[!%_]/g, '!$&')}%`), ...ids].map(
      (like) => sql`lower(${sql.ref(column)}) like ${like.toLowerCase()} escape '!'`,
    ),
  );
  const schools = sql.join([sql`null`, ...schoolIds]);
  const near = table === 'audit_log' ? sql`(school_id is null or school_id in (${schools}))` : sql`1 = 1`;
  return sql<SqlBool>`${near} and (${sql.join(parts, sql` or `)})`;
}

interface Place {
  table: string;
  keys: readonly string[];
  words: readonly string[];
}

type Row = Record<string, string | number | null>;
const AT_ONCE = 200;

async function rewrite(
  db: DatabaseManager,
  place: Place,
  which: RawBuilder<SqlBool>,
  forgetter: Forgetter,
): Promise<void> {
  const { table, keys, words } = place;
  const columns = sql.join([...keys, ...words].map((column) => sql.ref(column)));
  const order = sql.join(keys.map((key) => sql.ref(key)));
  for (let from = 0; ; from += AT_ONCE) {
    const { rows } = await db.run((handle) =>
      sql<Row>`select ${columns} from ${sql.table(table)} where ${which} order by ${order}
        limit ${sql.lit(AT_ONCE)} offset ${sql.lit(from)}`.execute(handle),
    );
    let left = 0;
    for (const row of rows) left += (await rewriteRow(db, place, row, forgetter)) ? 1 : 0;
    // What was rewritten may not be found by the same words any more.
    from -= left;
    if (rows.length < AT_ONCE) return;
  }
}

/** Whether there was anything to take out. */
async function rewriteRow(db: DatabaseManager, { table, keys, words }: Place, row: Row, forgetter: Forgetter) {
  const changes = words.flatMap((column) => {
    const before = row[column];
    const text = typeof before === 'string' ? forgetter.json(before) : before;
    return text === before ? [] : [sql`${sql.ref(column)} = ${text}`];
  });
  if (changes.length === 0) return false;
  const own = sql.join(
    keys.map((key) => sql`${sql.ref(key)} = ${row[key]}`),
    sql` and `,
  );
  await db.run((handle) => sql`update ${sql.table(table)} set ${sql.join(changes)} where ${own}`.execute(handle));
  return true;
}
