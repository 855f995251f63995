import { RUBRIC_VERSION } from '../../domain/evaluation/evaluation.ts';
import { DAY, HOUR, type Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored } from '../db/instants.ts';
import { EvaluationRepo } from '../evaluations/evaluation.repo.ts';
import { ScoreReviewRepo } from '../evaluations/score-review.repo.ts';

/** Who says something of a score, by username. */
export interface Speakers {
  pupil: number;
  parent: number;
  classManager: number;
}

/**
 * What a family and a class manager say of four scores at home (one waits for an answer, one has it, one has an own score beside
 * it, one is held for wrong), and of one of a lesson at school.
 */
export async function addScoreReviews(db: DatabaseManager, { pupil, parent, classManager }: Speakers, now: Instant) {
  const reviews = new ScoreReviewRepo(db);
  const [waiting, answered, beside, doubted] = await scoredSessions(db, pupil);
  const contest = { hours: 'home', kind: 'proficiency', action: 'contested', score: null } as const;
  const before = (at: Instant) => Math.min(at, now);
  if (waiting) {
    const words = 'I had to help my brother in the middle of it, so I hurried through the last ones.';
    const said = { ...contest, sessionId: waiting.id, studentId: pupil, words, byId: pupil };
    await reviews.add({ ...said, now: before(waiting.at + 2 * HOUR) });
  }
  if (answered) {
    const said = { hours: 'home', sessionId: answered.id, studentId: pupil } as const;
    const words = 'She solved the same kind of question at the kitchen table without any help.';
    await reviews.add({ ...said, ...contest, words, byId: parent, now: before(answered.at + DAY) });
    const reply = 'Good to hear! The score is about this session alone; the next one will show what she can do now.';
    const stands = { ...said, kind: 'proficiency', action: 'stands', score: null, words: reply } as const;
    await reviews.add({ ...stands, byId: classManager, now: before(answered.at + 2 * DAY) });
  }
  const lesson = await scoredLesson(db, pupil);
  if (lesson) {
    const words = 'Two of us had to share one tablet, and the other one did the typing.';
    const said = { ...contest, hours: 'school', sessionId: lesson.id, studentId: pupil } as const;
    await reviews.add({ ...said, words, byId: pupil, now: before(lesson.at + 4 * HOUR) });
    const reply = 'You are right, I saw it. I hold this score for doubtful; next time there is one for each of you.';
    const disputed = { ...said, action: 'disputed', words: reply } as const;
    await reviews.add({ ...disputed, byId: classManager, now: before(lesson.at + DAY) });
  }
  if (doubted) {
    const words = 'She looked everything up with me beside her that day: too high for what she can do alone.';
    const said = {
      hours: 'home',
      sessionId: doubted.id,
      studentId: pupil,
      kind: 'proficiency',
      action: 'disputed',
      score: null,
    } as const;
    await reviews.add({ ...said, words, byId: classManager, now: before(doubted.at + DAY) });
  }
  if (beside) {
    const words = 'Worked the longer questions out on paper first and brought me two pages of it.';
    const at = before(beside.at + DAY);
    const own = { sessionId: beside.id, studentId: pupil, kind: 'investment', score: 9 } as const;
    await reviews.add({ ...own, hours: 'home', action: 'scored', words, byId: classManager, now: at });
    await new EvaluationRepo(db).setOwn({
      ...own,
      reason: null,
      description: words,
      evidence: { messageIds: [], attemptIds: [] },
      source: 'class manager',
      rubricVersion: RUBRIC_VERSION,
      confidence: 1,
      modelScore: null,
      flagged: false,
      provider: 'class manager',
      at,
    });
  }
}

/** The pupil's newest lesson at school that got one. */
async function scoredLesson(db: DatabaseManager, studentId: number): Promise<{ id: number; at: Instant } | null> {
  const row = await db.run((handle) =>
    handle
      .selectFrom('sessional_proficiency_evaluations')
      .select(['school_session_id', 'created_at'])
      .where('student_id', '=', studentId)
      .where('source', '=', 'evaluator')
      .where('score', 'is not', null)
      .where('school_session_id', 'is not', null)
      .orderBy('id', 'desc')
      .executeTakeFirst(),
  );
  return row ? { id: row.school_session_id ?? 0, at: fromStored(row.created_at) } : null;
}

/** The pupil's newest sessions that got a score. */
async function scoredSessions(db: DatabaseManager, studentId: number): Promise<{ id: number; at: Instant }[]> {
  const rows = await db.run((handle) =>
    handle
      .selectFrom('sessional_proficiency_evaluations')
      .select(['home_session_id', 'created_at'])
      .where('student_id', '=', studentId)
      .where('score', 'is not', null)
      .where('home_session_id', 'is not', null)
      .orderBy('id', 'desc')
      .limit(4)
      .execute(),
  );
  return rows.map((row) => ({ id: row.home_session_id ?? 0, at: fromStored(row.created_at) }));
}
