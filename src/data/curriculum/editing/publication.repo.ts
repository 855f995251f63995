import { type AnyContent, type ContentKind, readAny } from '../../../shared/curriculum-content.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { DatabaseManager } from '../../db/database-manager.ts';
import { fromStored } from '../../db/instants.ts';
import type { PublicationSummary } from '../publication-record.ts';

export interface Publication {
  id: number;
  courseId: number;
  /** The course's content version since then. */
  number: number;
  at: Instant;
  /** Null where a program published, or the account is gone. */
  by: string | null;
  origin: 'editor' | 'import';
  note: string;
  summary: PublicationSummary;
}

export interface PublicationChange {
  id: number;
  publicationId: number;
  kind: ContentKind;
  key: string;
  name: string;
  /** Null before the first publication. */
  before: AnyContent | null;
  after: AnyContent | null;
}

/** The history of publications. Nothing in it ever changes. */
export class PublicationRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Publications of a course, newest first. */
  async list(courseId: number, { limit, before }: { limit: number; before?: number }): Promise<Publication[]> {
    const rows = await select(this.#db)
      .where('curriculum_publications.course_id', '=', courseId)
      .$if(before !== undefined, (query) => query.where('curriculum_publications.id', '<', before ?? 0))
      .orderBy('curriculum_publications.id', 'desc')
      .limit(limit)
      .execute();
    return rows.map(toPublication);
  }

  async find(id: number): Promise<Publication | undefined> {
    const row = await select(this.#db).where('curriculum_publications.id', '=', id).executeTakeFirst();
    return row && toPublication(row);
  }

  /** What a publication changed, in the order in which it was written, at most so many things; and how many those are in all. */
  async changesOf(publicationId: number, limit: number): Promise<{ changes: PublicationChange[]; all: number }> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('curriculum_publication_changes')
        .selectAll()
        .where('publication_id', '=', publicationId)
        .orderBy('id')
        .limit(limit)
        .execute(),
    );
    if (rows.length < limit) return { changes: rows.map(toChange), all: rows.length };
    const { all } = await this.#db.run((db) =>
      db
        .selectFrom('curriculum_publication_changes')
        .select(({ fn }) => fn.countAll<number>().as('all'))
        .where('publication_id', '=', publicationId)
        .executeTakeFirstOrThrow(),
    );
    return { changes: rows.map(toChange), all: Number(all) };
  }

  /** What became of one problem over time, newest first. Two queries. */
  async historyOf(problemId: number): Promise<{ change: PublicationChange; publication: Publication }[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('curriculum_publication_changes')
        .selectAll()
        .where('kind', '=', 'problem')
        .where('target_key', '=', String(problemId))
        .orderBy('id', 'desc')
        .limit(200)
        .execute(),
    );
    const ids = [...new Set(rows.map((row) => row.publication_id))];
    if (ids.length === 0) return [];
    const publications = await select(this.#db).where('curriculum_publications.id', 'in', ids).execute();
    const byId = new Map(publications.map((row) => [row.id, toPublication(row)]));
    return rows.flatMap((row) => {
      const publication = byId.get(row.publication_id);
      return publication ? [{ change: toChange(row), publication }] : [];
    });
  }
}

function select(db: DatabaseManager) {
  return db
    .handle()
    .selectFrom('curriculum_publications')
    .leftJoin('users', 'users.id', 'curriculum_publications.published_by')
    .selectAll('curriculum_publications')
    .select(['users.first_name', 'users.last_name']);
}

type PublicationRow = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function toPublication(row: PublicationRow): Publication {
  return {
    id: row.id,
    courseId: row.course_id,
    number: row.number,
    at: fromStored(row.published_at),
    by: row.first_name === null ? null : `${row.first_name} ${row.last_name}`,
    origin: row.origin,
    note: row.note,
    summary: JSON.parse(row.summary),
  };
}

interface ChangeRow {
  id: number;
  publication_id: number;
  kind: ContentKind;
  target_key: string;
  name: string;
  before_content: string | null;
  after_content: string | null;
}

function toChange(row: ChangeRow): PublicationChange {
  return {
    id: row.id,
    publicationId: row.publication_id,
    kind: row.kind,
    key: row.target_key,
    name: row.name,
    before: row.before_content === null ? null : readAny(row.kind, row.before_content),
    after: row.after_content === null ? null : readAny(row.kind, row.after_content),
  };
}
