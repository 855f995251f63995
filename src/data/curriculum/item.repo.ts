import { sql } from 'kysely';
import type { Item } from '../../domain/curriculum/curriculum.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { locking } from '../db/sql.ts';
import { figuresOf, keptFigures } from './figure-rows.ts';
import { type ItemRow, toItem } from './item-rows.ts';

/** Questions as the tutor holds them. */
export class ItemRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /**
   * All questions for study of a course, in order of unit, problem and step. Never a question that is kept for tests, nor one
   * that is archived or stands in a unit that is.
   */
  async listForStudy(courseId: number): Promise<Item[]> {
    return this.#db.run(async (db) => {
      const rows: ItemRow[] = await select(db)
        .where('qas.course_id', '=', courseId)
        .where('qas.type', '=', 'for study')
        .where('qas.archived_at', 'is', null)
        .where('learning_units.archived_at', 'is', null)
        .where('learning_units.draft_since', 'is', null)
        .whereRef('qa_revisions.id', '=', 'qas.revision_id')
        .orderBy('learning_units.position')
        .orderBy('problems.position')
        .orderBy('qas.step_index')
        .execute();
      const figures = await figuresOf(
        db,
        rows.map((row) => row.problem_id),
      );
      return rows.map((row) => toItem(row, keptFigures(row.figures) ?? figures.get(row.problem_id) ?? []));
    });
  }

  /** Questions as they were in these revisions, whatever has become of them since. */
  async listRevisions(revisionIds: readonly number[]): Promise<Item[]> {
    if (revisionIds.length === 0) return [];
    return this.#db.run(async (db) => {
      const rows: ItemRow[] = await select(db)
        .where('qa_revisions.id', 'in', [...revisionIds])
        .execute();
      const figures = await figuresOf(
        db,
        rows.map((row) => row.problem_id),
      );
      return rows.map((row) => toItem(row, keptFigures(row.figures) ?? figures.get(row.problem_id) ?? []));
    });
  }

  /**
   * These questions in their newest revisions. `hold`: inside a transaction no newer one can be published until it ends, so that
   * who publishes one finds what was made of these.
   */
  async listNewest(qaIds: readonly number[], { hold = false } = {}): Promise<Item[]> {
    if (qaIds.length === 0) return [];
    const rows = await this.#db.run((db) => {
      const query = db
        .selectFrom('qas')
        .select('revision_id')
        .where('id', 'in', [...qaIds])
        .orderBy('id');
      return (hold ? locking(this.#db.dialect, query) : query).execute();
    });
    return this.listRevisions(rows.flatMap(({ revision_id: id }) => id ?? []));
  }

  /** The picture with this content hash. */
  async findFigure(hash: string): Promise<{ mediaType: string; content: Uint8Array } | undefined> {
    const row = await this.#db.run((db) =>
      db.selectFrom('figures').select(['media_type', 'content']).where('hash', '=', hash).executeTakeFirst(),
    );
    return row && { mediaType: row.media_type, content: row.content };
  }
}

function select(db: Handle) {
  return db
    .selectFrom('qa_revisions')
    .innerJoin('qas', 'qas.id', 'qa_revisions.qa_id')
    .innerJoin('problems', 'problems.id', 'qas.problem_id')
    .innerJoin('learning_units', (join) =>
      join.onRef('learning_units.course_id', '=', 'qas.course_id').onRef('learning_units.name', '=', 'qas.unit_name'),
    )
    .select([
      'qa_revisions.qa_id',
      'qa_revisions.id as revision_id',
      'qas.problem_id',
      'qas.course_id',
      'qas.unit_name',
      'qas.type',
      'qas.step_index',
      sql<number>`(select count(*) from qas sibling where sibling.problem_id = qas.problem_id
        and (sibling.archived_at is null or sibling.id = qas.id))`.as('step_count'),
      'qa_revisions.stem',
      'qa_revisions.kind',
      'qa_revisions.level',
      'qa_revisions.question',
      'qa_revisions.answer',
      'qa_revisions.tolerance',
      'qa_revisions.unit',
      'qa_revisions.accepted_answers',
      'qa_revisions.choices',
      'qa_revisions.aliases',
      'qa_revisions.hints',
      'qa_revisions.worked_example',
      'qa_revisions.explanation',
      'qa_revisions.wrong_answers',
      'qa_revisions.figures',
      'problems.source',
      'problems.licence',
    ]);
}
