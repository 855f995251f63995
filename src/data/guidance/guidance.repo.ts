import { sql } from 'kysely';
import type { GuidanceContent } from '../../domain/guidance/guidance.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { insertedId, locking } from '../db/sql.ts';
import { type GuidanceRecord, loadGuidance } from './guidance-rows.ts';

export type { GuidanceRecord, GuidanceVersion } from './guidance-rows.ts';

/** Who does it, and when. */
export interface Deed {
  byId: number;
  now: Instant;
}

/** Guidance of supervisors with its versions: what is published never changes, and what is not is one draft. */
export class GuidanceRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Of these subjects, the newest first. Five queries, however many. */
  async listOfSubjects(subjects: readonly string[]): Promise<GuidanceRecord[]> {
    if (subjects.length === 0) return [];
    return this.#db.run((db) => loadGuidance(db, sql<boolean>`guidances.subject_name in (${sql.join([...subjects])})`));
  }

  /** What was ever published in a region and is not withdrawn, the newest first. Five queries. */
  async listPublishedIn(region: string): Promise<GuidanceRecord[]> {
    const published = sql<boolean>`guidances.withdrawn_at is null and exists (select 1 from guidance_versions version
      join guidance_regions told on told.version_id = version.id and told.region = ${region}
      where version.guidance_id = guidances.id and version.published_at is not null)`;
    return this.#db.run((db) => loadGuidance(db, published));
  }

  async find(id: number): Promise<GuidanceRecord | undefined> {
    const [found] = await this.#db.run((db) => loadGuidance(db, sql<boolean>`guidances.id = ${id}`));
    return found;
  }

  /** New guidance, with its first draft. */
  async create(subject: string, content: GuidanceContent, { byId, now }: Deed): Promise<number> {
    return this.#db.tx(async (db) => {
      const row = { subject_name: subject, created_by: byId, created_at: toStored(now) };
      const id = insertedId(await db.insertInto('guidances').values(row).executeTakeFirstOrThrow());
      await addVersion(db, id, 1, content, { byId, now });
      return id;
    });
  }

  /**
   * Saves the draft that was edited so many times before, or makes one (0 edits) after the last version. False: there is another now, or
   * none any more.
   */
  async saveDraft(id: number, edits: number, content: GuidanceContent, deed: Deed): Promise<boolean> {
    return this.#db.tx(async (db) => {
      const versions = await this.#hold(db, id);
      const draft = versions.find(({ published_at }) => published_at === null);
      if ((draft?.edits ?? 0) !== edits || versions.length === 0) return false;
      const last = Math.max(...versions.map(({ number }) => number));
      // Whatever a draft names goes with it.
      if (draft) await db.deleteFrom('guidance_versions').where('id', '=', draft.id).execute();
      await addVersion(db, id, draft?.number ?? last + 1, content, deed, edits + 1);
      return true;
    });
  }

  /** Publishes the draft that was edited so many times. False: it is another now, or none any more. */
  async publish(id: number, edits: number, { byId, now }: Deed): Promise<boolean> {
    const at = toStored(now);
    return this.#db.tx(async (db) => {
      const draft = (await this.#hold(db, id)).find(({ published_at }) => published_at === null);
      if (draft?.edits !== edits) return false;
      await db
        .updateTable('guidance_versions')
        .set({ published_at: at, published_by: byId })
        .where('id', '=', draft.id)
        .execute();
      await db
        .updateTable('guidances')
        .set({ withdrawn_at: null, withdrawn_by: null, withdrawn_why: null })
        .where('id', '=', id)
        .execute();
      return true;
    });
  }

  /** Throws the draft away; guidance that was never published goes with it. False: there is none. */
  async discard(id: number): Promise<boolean> {
    return this.#db.tx(async (db) => {
      const versions = await this.#hold(db, id);
      const draft = versions.find(({ published_at }) => published_at === null);
      if (!draft) return false;
      if (versions.length === 1) await db.deleteFrom('guidances').where('id', '=', id).execute();
      else await db.deleteFrom('guidance_versions').where('id', '=', draft.id).execute();
      return true;
    });
  }

  /** Takes what is published back. False: it was taken back before. */
  async withdraw(id: number, why: string, { byId, now }: Deed): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('guidances')
        .set({ withdrawn_at: toStored(now), withdrawn_by: byId, withdrawn_why: why })
        .where('id', '=', id)
        .where('withdrawn_at', 'is', null)
        .executeTakeFirstOrThrow(),
    );
    return numUpdatedRows > 0n;
  }

  /** The versions of one guidance, held until the transaction ends. */
  #hold(db: Handle, id: number) {
    const versions = db
      .selectFrom('guidance_versions')
      .select(['id', 'number', 'edits', 'published_at'])
      .where('guidance_id', '=', id);
    return locking(this.#db.dialect, versions).execute();
  }
}

async function addVersion(
  db: Handle,
  guidanceId: number,
  number: number,
  content: GuidanceContent,
  { byId, now }: Deed,
  edits = 1,
): Promise<void> {
  const { title, body, regions, grades, courseId, unitNames, replacesOrder, testIds } = content;
  const row = {
    guidance_id: guidanceId,
    number,
    edits,
    title,
    body,
    course_id: courseId,
    replaces_order: replacesOrder ? 1 : 0,
    grades: JSON.stringify(grades),
    written_by: byId,
    written_at: toStored(now),
  };
  const id = insertedId(await db.insertInto('guidance_versions').values(row).executeTakeFirstOrThrow());
  const told = regions.map((region) => ({ version_id: id, region }));
  await db.insertInto('guidance_regions').values(told).execute();
  const units = unitNames.map((unit_name, position) => ({
    version_id: id,
    course_id: courseId ?? 0,
    unit_name,
    position,
  }));
  if (units.length > 0) await db.insertInto('guidance_units').values(units).execute();
  const tests = testIds.map((test_id) => ({ version_id: id, test_id }));
  if (tests.length > 0) await db.insertInto('guidance_tests').values(tests).execute();
}
