import { QuestionReportRepo } from '../../src/data/curriculum/question-report.repo.ts';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { canary } from './matrix.ts';
import type { Owner, TargetIds } from './records.ts';

/** The course's question was asked in the session and in the lesson, and the pupil has said that something is wrong with it. */
export async function addReport(
  db: DatabaseManager,
  { target, pupil, now }: Pick<Owner, 'target' | 'pupil' | 'now'>,
  { session, lesson, course }: { session: number; lesson: number; course: number },
): Promise<TargetIds['asked']> {
  const { qaId, revisionId } = await db.run((handle) =>
    handle
      .selectFrom('qa_revisions')
      .innerJoin('qas', 'qas.revision_id', 'qa_revisions.id')
      .select(['qas.id as qaId', 'qa_revisions.id as revisionId'])
      .where('qas.course_id', '=', course)
      .orderBy('qas.id')
      .executeTakeFirstOrThrow(),
  );
  await db.run((handle) =>
    handle
      .updateTable('messages')
      .set({ posed_revision_id: revisionId })
      .where((eb) => eb.or([eb('home_session_id', '=', session), eb('school_session_id', '=', lesson)]))
      .where('message_type', '=', 'response')
      .execute(),
  );
  const source = { origin: 'home session', sessionId: session } as const;
  const said = { reason: 'other', comment: canary(target, 'report') } as const;
  await new QuestionReportRepo(db).add({ qaId, revisionId, reporterId: pupil, source, ...said, now });
  return { qaId, revisionId };
}
