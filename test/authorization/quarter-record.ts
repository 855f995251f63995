import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { insertedId } from '../../src/data/db/sql.ts';
import { canary } from './matrix.ts';
import type { Owner } from './records.ts';

/** The first quarter of 2026. */
export const QUARTER = { school_year: 2026, quarter: 1 };

/**
 * A closed quarter of the pupil that is shown to parents: made, given by the class manager, contested; and that they need attention.
 * Answers with the ids.
 */
export async function addQuarter(
  db: DatabaseManager,
  { target, pupil, schoolId, now }: Pick<Owner, 'target' | 'pupil' | 'schoolId' | 'now'>,
): Promise<{ proficiency: number; investment: number; attention: number }> {
  const of = { student_id: pupil, subject_name: 'math', ...QUARTER };
  const made = {
    ...of,
    score: 7,
    description: canary(target, 'evaluation'),
    evidence: '{"evaluationIds":[]}',
    source: 'evaluator' as const,
    rubric_version: '2',
    confidence: 0.5,
    created_at: toStored(now),
  };
  return db.run(async (handle) => {
    const [proficiency, investment] = [
      await handle.insertInto('quarter_proficiency_evaluations').values(made).executeTakeFirstOrThrow(),
      await handle.insertInto('quarter_investment_evaluations').values(made).executeTakeFirstOrThrow(),
      await handle.insertInto('quarter_social_evaluations').values(made).executeTakeFirstOrThrow(),
    ].map(insertedId);
    const words = canary(target, 'evaluation');
    const given = { ...of, kind: 'social' as const, score: 8, words, at: toStored(now) };
    await handle.insertInto('quarter_given').values(given).execute();
    await handle
      .insertInto('quarter_reviews')
      .values({
        ...of,
        kind: 'investment',
        action: 'contested',
        words: canary(target, 'evaluation'),
        at: toStored(now),
      })
      .execute();
    await handle
      .insertInto('quarter_releases')
      .values({ student_id: pupil, ...QUARTER, at: toStored(now) })
      .execute();
    const about = { student_id: pupil, school_id: schoolId, kind: 'absence' as const, open_key: `${pupil} absence` };
    const told = { note: canary(target, 'evaluation'), escalated_at: toStored(now), severity: 2 };
    const facts = JSON.stringify({ missed: 3, lessons: 6 });
    const attention = await handle
      .insertInto('attention_alerts')
      .values({ ...about, ...told, facts, raised_at: toStored(now), seen_at: toStored(now) })
      .executeTakeFirstOrThrow();
    const ids = { proficiency: proficiency ?? 0, investment: investment ?? 0 };
    return { ...ids, attention: insertedId(attention) };
  });
}
