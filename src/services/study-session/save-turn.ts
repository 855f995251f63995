import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { AlertRepo } from '../../data/safety/alert.repo.ts';
import type { AttemptRepo } from '../../data/study-session/attempt.repo.ts';
import type { DialogueRepo } from '../../data/study-session/dialogue.repo.ts';
import type { MessageRepo, Modality } from '../../data/study-session/message.repo.ts';
import type { TaughtSession, TaughtSessions } from '../../data/study-session/taught-session.ts';
import type { Item } from '../../domain/curriculum/curriculum.ts';
import type { Crisis } from '../../domain/safety/crisis.ts';
import { InvalidSessionStateError } from '../../domain/study-session/study-session.errors.ts';
import type { TeachingBrief } from '../../domain/tutoring/brief.ts';
import type { AttemptRecord, DialogueState } from '../../domain/tutoring/dialogue.ts';
import { isOwn } from '../../domain/tutoring/own-problem/own-item.ts';
import type { Clock } from '../../shared/instant.ts';
import type { MasteryService } from '../mastery/mastery.service.ts';
import type { ModerationService } from '../safety/moderation.service.ts';
import { type PlannedTurn, posedBy } from './plan-turn.ts';
import { REPLY_LEASE } from './reply-runner.ts';

export interface SaveDeps {
  db: DatabaseManager;
  sessions: Pick<TaughtSessions<TaughtSession>, 'findOfPupil' | 'touch'>;
  messages: MessageRepo;
  dialogues: DialogueRepo;
  attempts: AttemptRepo;
  alerts: Pick<AlertRepo, 'add'>;
  mastery: MasteryService;
  /** Keeps what is noticed in a pupil's words; left out where nobody minds them. */
  moderation?: Pick<ModerationService, 'hear'>;
  clock: Clock;
}

export interface PromptInput {
  clientId: string;
  content: string;
  choiceId: string | null;
  modality: Modality;
}

/** A message that was kept when it came, and is answered now. */
export interface KeptPrompt {
  keptId: number;
  /** Says what it was read as; false: somebody else has answered it. */
  takeUp(act: string): Promise<boolean>;
}

export interface SavedTurn {
  /** Null for the welcome. */
  promptId: number | null;
  replyId: number;
}

/** Somebody else moved the dialogue meanwhile, or a reply is being written: plan again. */
export class TurnRaced extends Error {}

/** What is worded later: kept with the reply, so that a broken one can be asked again. */
interface PendingBrief {
  brief: TeachingBrief;
}

/** The brief that a reply was kept with. One that was kept before the tutor spoke other languages than English names none. */
export function readBrief(stored: string): TeachingBrief {
  const { brief }: { brief: Omit<TeachingBrief, 'language'> & Partial<Pick<TeachingBrief, 'language'>> } =
    JSON.parse(stored);
  return { ...brief, language: brief.language ?? 'en' };
}

/**
 * Saves a turn in one transaction: the pupil's words, the attempt with what it does to mastery, the next state of the dialogue,
 * and the place for the reply. Throws `InvalidSessionStateError` when the session is not active any more, `TurnRaced` when
 * another message was first, and the database's unique violation when this message is there already.
 */
export async function saveTurn(
  deps: SaveDeps,
  planned: PlannedTurn,
  prompt: PromptInput | KeptPrompt | null,
): Promise<SavedTurn> {
  const { scene, act, result } = planned;
  const { session, dialogue } = scene;
  const now = deps.clock.now();
  return deps.db.tx(async () => {
    await touch(deps, session, now);
    if (!(await deps.dialogues.advance(session.id, dialogue.version, result.state))) throw new TurnRaced();
    const last = await deps.messages.findLastId(session.id);
    const promptId = prompt && act ? await savePrompt(deps, planned, prompt, act.type, last, now) : null;
    if (result.attempt && promptId !== null) await recordAttempt(deps, planned, result.attempt, promptId, now);
    const pending: PendingBrief = { brief: planned.brief };
    const replyId = await deps.messages.addReply({
      sessionId: session.id,
      teacherId: session.teacherId,
      previousId: promptId ?? last,
      move: result.move.kind,
      brief: JSON.stringify(pending),
      content: '',
      posedRevisionId: revisionOf(posedBy(result.move)),
      leaseUntil: now + REPLY_LEASE,
      hiddenFromParents: false,
      now,
    });
    if (!(await deps.dialogues.takeReply(session.id, replyId))) throw new TurnRaced();
    return { promptId, replyId };
  });
}

async function savePrompt(
  { messages, moderation }: SaveDeps,
  { scene: { session } }: PlannedTurn,
  prompt: PromptInput | KeptPrompt,
  act: string,
  last: number | null,
  now: number,
): Promise<number> {
  if ('keptId' in prompt) {
    if (!(await prompt.takeUp(act))) throw new TurnRaced();
    return prompt.keptId;
  }
  const { id: sessionId, studentId } = session;
  const said = { ...prompt, sessionId, studentId, act, previousId: last, hiddenFromParents: false, now };
  const messageId = await messages.addPrompt(said);
  await moderation?.hear({ studentId, session, messageId, content: prompt.content });
  return messageId;
}

/** A problem that a pupil brought has no revision. */
const revisionOf = (posed: Item | null): number | null => (posed === null || isOwn(posed) ? null : posed.revisionId);

export interface CrisisTurn {
  session: TaughtSession;
  /** Others are in the talk: they read none of it, and what is being said to them goes on. */
  amongOthers: boolean;
  schoolId: number;
  /** None before the session has begun. */
  dialogue: { version: number; state: DialogueState } | undefined;
  crisis: Crisis;
  /** The fixed reply. */
  reply: string;
}

/**
 * Saves a message that the crisis screen caught: the words, the fixed reply and the alert for the school's staff in one
 * transaction. The tutoring dialogue stands still, both messages are hidden from parents, and no model is called. It is taken in
 * whatever state the session is, and changes none.
 */
export async function saveCrisisTurn(deps: SaveDeps, turn: CrisisTurn, prompt: PromptInput): Promise<SavedTurn> {
  const { session, crisis, dialogue } = turn;
  const now = deps.clock.now();
  return deps.db.tx(async () => {
    await deps.sessions.touch(session.id, now);
    if (!turn.amongOthers) {
      // A reply that is being written is broken off: help does not wait for it.
      await deps.messages.interruptAll(session.id);
      await deps.dialogues.freeReply(session.id);
      if (dialogue && !(await deps.dialogues.advance(session.id, dialogue.version, dialogue.state)))
        throw new TurnRaced();
    }
    const last = turn.amongOthers ? null : await deps.messages.findLastId(session.id);
    const only = turn.amongOthers ? { onlyFor: session.studentId } : {};
    const hidden = { hiddenFromParents: true, now, sessionId: session.id, ...only };
    const promptId = await deps.messages.addPrompt({
      ...prompt,
      ...hidden,
      studentId: session.studentId,
      act: 'crisis',
      previousId: last,
    });
    const replyId = await deps.messages.addReply({
      ...hidden,
      teacherId: session.teacherId,
      previousId: promptId,
      move: 'crisis',
      brief: null,
      content: turn.reply,
      posedRevisionId: null,
      leaseUntil: now,
    });
    await deps.alerts.add({
      studentId: session.studentId,
      schoolId: turn.schoolId,
      session,
      messageId: promptId,
      severity: crisis.severity,
      category: crisis.category,
      now,
    });
    return { promptId, replyId };
  });
}

async function touch({ sessions }: SaveDeps, { id, studentId }: TaughtSession, now: number): Promise<void> {
  if (await sessions.touch(id, now)) return;
  const session = await sessions.findOfPupil(id, studentId);
  throw new InvalidSessionStateError(session?.status ?? 'cancelled', 'take messages');
}

async function recordAttempt(
  deps: SaveDeps,
  { scene: { session } }: PlannedTurn,
  attempt: AttemptRecord,
  messageId: number,
  now: number,
): Promise<void> {
  const { studentId, courseId } = session;
  const change = await deps.mastery.record({ studentId, courseId, attempt, now });
  await deps.attempts.add({
    ...attempt,
    studentId,
    courseId,
    session,
    messageId,
    pBefore: change?.pBefore ?? null,
    masteryAfter: change?.masteryAfter ?? null,
    now,
  });
}
