import { type RawBuilder, sql } from 'kysely';
import * as z from 'zod';
import { GRADE_LEVELS } from '../../domain/curriculum/curriculum.ts';
import type { GuidanceContent } from '../../domain/guidance/guidance.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Handle } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull } from '../db/instants.ts';

/** One state of guidance; without a moment of publication it is the draft. */
export interface GuidanceVersion extends GuidanceContent {
  number: number;
  /** How often the draft was saved. */
  edits: number;
  courseName: string | null;
  tests: { id: number; name: string }[];
  writtenAt: Instant;
  writtenBy: string | null;
  publishedAt: Instant | null;
}

export interface GuidanceRecord {
  id: number;
  subject: string;
  createdBy: number | null;
  withdrawn: { at: Instant; why: string } | null;
  /** By number. */
  versions: GuidanceVersion[];
}

const gradesIn = z.array(z.enum(GRADE_LEVELS));

/** Guidance with all its versions and what they name, the newest first. Five queries, however much there is. */
export async function loadGuidance(db: Handle, which: RawBuilder<boolean>): Promise<GuidanceRecord[]> {
  const found = await db.selectFrom('guidances').selectAll().where(which).orderBy('id', 'desc').execute();
  if (found.length === 0) return [];
  const rows = await versionRows(
    db,
    found.map(({ id }) => id),
  );
  const ids = rows.map(({ id }) => id);
  const named = await namedBy(db, ids.length > 0 ? ids : [0]);
  const versions = Map.groupBy(rows, ({ guidance_id }) => guidance_id);
  return found.map(({ id, subject_name: subject, created_by: createdBy, withdrawn_at: at, withdrawn_why: why }) => ({
    id,
    subject,
    createdBy,
    withdrawn: at === null ? null : { at: fromStored(at), why: why ?? '' },
    versions: (versions.get(id) ?? []).map((row) => ({
      number: row.number,
      edits: row.edits,
      title: row.title,
      body: row.body,
      grades: gradesIn.parse(JSON.parse(row.grades)),
      courseId: row.course_id,
      courseName: row.courseName,
      replacesOrder: row.replaces_order === 1,
      writtenAt: fromStored(row.written_at),
      writtenBy: row.firstName === null ? null : `${row.firstName} ${row.lastName}`,
      publishedAt: fromStoredOrNull(row.published_at),
      ...named(row.id),
    })),
  }));
}

function versionRows(db: Handle, guidanceIds: readonly number[]) {
  return db
    .selectFrom('guidance_versions as version')
    .leftJoin('courses', 'courses.id', 'version.course_id')
    .leftJoin('users', 'users.id', 'version.written_by')
    .selectAll('version')
    .select(['courses.name as courseName', 'users.first_name as firstName', 'users.last_name as lastName'])
    .where('version.guidance_id', 'in', [...guidanceIds])
    .orderBy('version.number')
    .execute();
}

/** Regions, units and tests of these versions. */
async function namedBy(db: Handle, versionIds: readonly number[]) {
  const ids = [...versionIds];
  const regions = await db
    .selectFrom('guidance_regions')
    .selectAll()
    .where('version_id', 'in', ids)
    .orderBy('region')
    .execute();
  const units = await db
    .selectFrom('guidance_units')
    .select(['version_id', 'unit_name'])
    .where('version_id', 'in', ids)
    .orderBy('position')
    .execute();
  const tests = await db
    .selectFrom('guidance_tests')
    .innerJoin('tests', 'tests.id', 'guidance_tests.test_id')
    .select(['guidance_tests.version_id', 'tests.id', 'tests.name'])
    .where('version_id', 'in', ids)
    .orderBy(sql`tests.name`)
    .execute();
  const of = <Row extends { version_id: number }>(rows: readonly Row[]) => Map.groupBy(rows, (row) => row.version_id);
  const [byRegion, byUnit, byTest] = [of(regions), of(units), of(tests)];
  return (id: number) => {
    const own = byTest.get(id) ?? [];
    return {
      regions: (byRegion.get(id) ?? []).map(({ region }) => region),
      unitNames: (byUnit.get(id) ?? []).map(({ unit_name }) => unit_name),
      testIds: own.map((test) => test.id),
      tests: own.map(({ id: testId, name }) => ({ id: testId, name })),
    };
  };
}
