import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { EvaluationRepo, type SessionalEvaluation } from '../../src/data/evaluations/evaluation.repo.ts';
import { AlertRepo } from '../../src/data/safety/alert.repo.ts';
import { AttemptRepo, type NewAttempt } from '../../src/data/study-session/attempt.repo.ts';
import { DialogueRepo } from '../../src/data/study-session/dialogue.repo.ts';
import { HomeSessionRepo } from '../../src/data/study-session/home-session.repo.ts';
import { MessageRepo } from '../../src/data/study-session/message.repo.ts';
import type { Actor, Role } from '../../src/domain/access/permission-matrix.ts';
import type { DialogueState } from '../../src/domain/tutoring/dialogue.ts';
import { initialDialogue } from '../../src/domain/tutoring/dialogue-state.ts';
import { type Instant, MINUTE } from '../../src/shared/instant.ts';

/** Somebody who acts, as the login would have it. */
export function actor(userId: number, role: Role, schoolId: number | null = null): Actor {
  return { userId, role, name: 'A Tester', firstName: 'A', locale: 'en', schoolId };
}

export interface PastWords {
  from: 'student' | 'teacher';
  content: string;
  hidden?: boolean;
}

export interface PastSession {
  studentId: number;
  courseId: number;
  teacherId: number;
  start: Instant;
  minutes: number;
  /** Minutes from the start. */
  pauses?: [from: number, to: number][];
  /** How each question ended; all of the unit "Adding" unless it says another. */
  attempts?: (Partial<NewAttempt> & Pick<NewAttempt, 'verdict'>)[];
  flags?: DialogueState['flags'];
  talk?: PastWords[];
  evaluation?: Partial<SessionalEvaluation>;
  feedback?: string;
}

/** Writes a session that is over, with what hangs on it, as if it had taken place. */
export async function addPast(db: DatabaseManager, past: PastSession): Promise<{ id: number; messageIds: number[] }> {
  const id = await addSession(db, past);
  const messageIds = await addTalk(db, id, past);
  for (const attempt of past.attempts ?? []) await addAttempt(db, id, past, attempt, messageIds[0] ?? 0);
  if (past.evaluation) await addEvaluations(db, id, past, past.evaluation);
  return { id, messageIds };
}

async function addSession(db: DatabaseManager, past: PastSession): Promise<number> {
  const sessions = new HomeSessionRepo(db);
  const { studentId, courseId, teacherId, start } = past;
  const units = [{ unitName: 'Adding', masteryBefore: 0.5 }];
  const plan = { studentId, courseId, teacherId, units, type: 'homework', feelingBefore: 'neutral' } as const;
  const id = await sessions.create({ ...plan, plannedMinutes: 30, now: start });
  await sessions.move(id, 'pending', 'active', { start, now: start });
  await new DialogueRepo(db, 'home').create(id, { ...initialDialogue(), flags: past.flags ?? [] });
  for (const [from, to] of past.pauses ?? []) {
    await sessions.openPause(id, start + from * MINUTE);
    await sessions.closePauses(id, start + to * MINUTE);
  }
  const end = start + past.minutes * MINUTE;
  await sessions.move(id, 'active', 'completed', { end, endReason: 'pupil', now: end });
  await sessions.leave(id);
  const said = { feelingAfter: 'positive', difficulty: 3, understanding: 8, feedback: past.feedback ?? null } as const;
  await sessions.saveFeedback(id, said);
  return id;
}

/** Answers are given in a message. */
function talkOf({ talk, attempts = [] }: PastSession): PastWords[] {
  return talk ?? (attempts.length > 0 ? [{ from: 'student', content: 'an answer' }] : []);
}

async function addTalk(db: DatabaseManager, sessionId: number, past: PastSession): Promise<number[]> {
  const messages = new MessageRepo(db, 'home');
  const ids: number[] = [];
  for (const [index, { from, content, hidden = false }] of talkOf(past).entries()) {
    const place = { sessionId, content, previousId: ids.at(-1) ?? null, hiddenFromParents: hidden };
    const now = past.start + index * MINUTE;
    const id =
      from === 'student'
        ? await messages.addPrompt({
            ...place,
            now,
            studentId: past.studentId,
            clientId: `past-${index}`,
            act: 'attempt',
            choiceId: null,
            modality: 'text only',
          })
        : await messages.addReply({
            ...place,
            now,
            teacherId: past.teacherId,
            move: 'hint',
            brief: null,
            posedRevisionId: null,
            leaseUntil: now,
          });
    ids.push(id);
  }
  return ids;
}

async function addAttempt(
  db: DatabaseManager,
  sessionId: number,
  past: PastSession,
  attempt: NonNullable<PastSession['attempts']>[number],
  messageId: number,
): Promise<void> {
  const unitName = attempt.unitName ?? 'Adding';
  const question = await db.run((handle) =>
    handle
      .selectFrom('qas')
      .select(['id', 'revision_id'])
      .where('course_id', '=', past.courseId)
      .where('unit_name', '=', unitName)
      .executeTakeFirstOrThrow(),
  );
  const correct = attempt.verdict === 'correct';
  await new AttemptRepo(db).add({
    studentId: past.studentId,
    session: { kind: 'home', id: sessionId },
    messageId,
    courseId: past.courseId,
    unitName,
    qaId: question.id,
    revisionId: question.revision_id ?? 0,
    answer: '1001',
    choiceId: null,
    understood: null,
    hintsUsed: 0,
    revealed: false,
    unaided: correct,
    counts: true,
    milliseconds: 1000,
    pBefore: 0.5,
    masteryAfter: correct ? 0.6 : 0.4,
    now: past.start + MINUTE,
    ...attempt,
  });
}

async function addEvaluations(
  db: DatabaseManager,
  sessionId: number,
  past: PastSession,
  more: Partial<SessionalEvaluation>,
): Promise<void> {
  const evaluations = new EvaluationRepo(db);
  for (const kind of ['proficiency', 'investment'] as const) {
    await evaluations.add({
      kind,
      studentId: past.studentId,
      sessionId,
      score: 7,
      reason: null,
      description: `In words: ${kind}.`,
      evidence: { messageIds: [], attemptIds: [] },
      source: 'evaluator',
      rubricVersion: '1',
      confidence: 0.8,
      modelScore: null,
      flagged: false,
      provider: 'embedded',
      at: past.start + past.minutes * MINUTE,
      ...more,
    });
  }
}

/** An alert that a pupil's message has raised. */
export async function addAlert(
  db: DatabaseManager,
  { sessionId, ...alert }: { studentId: number; schoolId: number; sessionId: number; messageId: number; now: Instant },
  more: { severity?: number; category?: string } = {},
): Promise<number> {
  return new AlertRepo(db).add({
    severity: 2,
    category: 'distress',
    ...more,
    ...alert,
    session: { kind: 'home', id: sessionId },
  });
}
