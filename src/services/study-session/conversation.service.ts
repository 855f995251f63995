import { isUniqueViolation } from '../../data/db/sql.ts';
import type { TaughtLesson } from '../../data/lessons/taught-lesson.repo.ts';
import type { HomeSession } from '../../data/study-session/home-session.repo.ts';
import { type Message, STAFF_WORDS } from '../../data/study-session/message.repo.ts';
import type { TaughtSession } from '../../data/study-session/taught-session.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { type Crisis, crisisReply, screenForCrisis } from '../../domain/safety/crisis.ts';
import { InvalidSessionStateError } from '../../domain/study-session/study-session.errors.ts';
import { keepWords, TO_CLASS_MANAGER } from './keep-words.ts';
import { heard, inWords, type MessageInput, toPrompt } from './message-input.ts';
import { getOwnSession } from './own-session.ts';
import { type PlannedTurn, planTurn } from './plan-turn.ts';
import { busy, held, RepliesInWriting, type Sent } from './replies-in-writing.ts';
import { ReplyDesk, type ReplyDeskDeps } from './reply-desk.ts';
import { type PromptInput, saveCrisisTurn, saveTurn, TurnRaced } from './save-turn.ts';

export type { Sent };

/** The talk in sessions at home. */
export type HomeConversation = ConversationService<HomeSession>;
/** The talk in lessons at school. */
export type LessonConversation = ConversationService<TaughtLesson>;

/** How sessions of a kind are begun and gone on with. */
export interface Lifecycle<Session extends TaughtSession> {
  startSession(actor: Actor, sessionId: number): Promise<{ session: Session }>;
  resumeSession(actor: Actor, sessionId: number): Promise<Session>;
}

export interface ConversationDeps<Session extends TaughtSession> extends ReplyDeskDeps<Session> {
  lifecycle: Lifecycle<Session>;
}

const MOST_RACES = 40;

/** The talk between a pupil and the teacher, in sessions of one kind: an instance for those at home and one for those at school. */
export class ConversationService<Session extends TaughtSession> {
  readonly #deps: ConversationDeps<Session>;
  readonly #desk: ReplyDesk<Session>;
  readonly #replies: RepliesInWriting;

  constructor(deps: ConversationDeps<Session>) {
    this.#deps = deps;
    this.#desk = new ReplyDesk(deps);
    this.#replies = new RepliesInWriting(deps);
  }

  /**
   * Takes a message of the pupil and begins the reply. A repeated client id answers with what it brought the first time; when
   * that reply broke off, it is asked again. While the teacher is answering, the message waits; where a class manager answers in the
   * teacher's place, it is kept for them. Throws `InvalidSessionStateError` when the session is not active; words of need are heard all the same, and leave it as it is.
   */
  async sendMessage(actor: Actor, sessionId: number, input: MessageInput): Promise<Sent> {
    let session = await getOwnSession(this.#deps.sessions, actor, sessionId);
    const repeated = await this.#deps.messages.findByClientId(session.id, input.clientId);
    if (repeated) return this.#again(session, repeated);
    const prompt = toPrompt(input);
    const began = this.#deps.clock.now();
    for (let races = 0; races < MOST_RACES; races += 1) {
      const known = await this.#deps.messages.findByClientId(session.id, prompt.clientId);
      if (known) return this.#again(session, known);
      // Words of need never wait for a reply that is being written, nor for a session to go on.
      const crisis = screenForCrisis(heard(prompt));
      if (crisis === null && session.status !== 'active') {
        throw new InvalidSessionStateError(session.status, 'take messages');
      }
      try {
        if (crisis === null && session.takenOverBy) return await this.#keep(session, prompt);
        if (crisis === null) await this.#replies.untilIdle(session.id, began);
        return crisis ? await this.#answerCrisis(session, prompt, crisis) : await this.#take(actor, session, prompt);
      } catch (error) {
        if (!(error instanceof TurnRaced) && !isUniqueViolation(error)) throw error;
        session = await getOwnSession(this.#deps.sessions, actor, sessionId);
      }
    }
    throw busy();
  }

  /** Starts the pupil's session, or finds it started, and sees to the teacher's first words. Throws what `startSession` does. */
  async begin(actor: Actor, sessionId: number): Promise<Session> {
    const { session } = await this.#deps.lifecycle.startSession(actor, sessionId);
    return this.#welcomed(actor, session);
  }

  /** Goes on with a paused session; first words that broke off are begun anew. Throws what `resumeSession` does. */
  async resume(actor: Actor, sessionId: number): Promise<Session> {
    return this.#welcomed(actor, await this.#deps.lifecycle.resumeSession(actor, sessionId));
  }

  /**
   * The teacher's first words, with the first item. Once a session: a repeat answers with the first, begun anew if they broke
   * off and nothing was said since.
   */
  async sendWelcomeMessage(actor: Actor, sessionId: number): Promise<Sent> {
    for (let races = 0; races < MOST_RACES; races += 1) {
      const session = await getOwnSession(this.#deps.sessions, actor, sessionId);
      if (session.takenOverBy) throw new InvalidSessionStateError(session.status, 'begin while a person answers');
      const first = await this.#deps.messages.findFirstOfLesson(session.id);
      if (first) return this.#desk.answered(session, null, first);
      try {
        const planned = await planTurn(this.#deps, session, null);
        // Somebody has begun the lesson since the first look: it is not begun on top of that.
        if (hasBegun(planned)) continue;
        return await this.#desk.begin(session, planned, await saveTurn(this.#deps, planned, null));
      } catch (error) {
        if (!(error instanceof TurnRaced)) throw error;
      }
    }
    throw busy();
  }

  /** The messages of the pupil's own session after a sequence number. */
  async listMessages(actor: Actor, sessionId: number, after: number): Promise<Message[]> {
    const session = await getOwnSession(this.#deps.sessions, actor, sessionId);
    return this.#deps.messages.list(session.id, after, session.studentId);
  }

  /** A reply of the pupil's own session, followed to its end. Throws `SessionNotFoundError` for somebody else's. */
  async followReply(actor: Actor, reply: Message): Promise<Sent> {
    await getOwnSession(this.#deps.sessions, actor, reply.sessionId);
    return this.#replies.sent(null, reply);
  }

  /**
   * The teacher takes the talk up again that a class manager has handed back: with the item that is open, or with the first words of the
   * lesson. Does nothing in a session that is not active, and while a reply is being written.
   */
  async takeUpAgain(session: Session): Promise<void> {
    try {
      const first = await this.#deps.messages.findFirstOfLesson(session.id);
      const planned = await planTurn(this.#deps, session, null, { unasked: first ? { type: 'go on' } : null });
      await this.#desk.begin(session, planned, await saveTurn(this.#deps, planned, null));
    } catch (error) {
      if (!(error instanceof TurnRaced) && !(error instanceof InvalidSessionStateError)) throw error;
    }
  }

  async #welcomed(actor: Actor, session: Session): Promise<Session> {
    try {
      await this.sendWelcomeMessage(actor, session.id);
      return session;
    } catch (error) {
      // Paused, ended or taken over meanwhile: that is how it stands now.
      if (!(error instanceof InvalidSessionStateError)) throw error;
      return getOwnSession(this.#deps.sessions, actor, session.id);
    }
  }

  /** Words that a class manager answers, and not the teacher. */
  async #keep(session: Session, prompt: PromptInput): Promise<Sent> {
    const id = await keepWords(this.#deps, session, inWords(prompt, null));
    this.#deps.changed?.(session);
    const kept = await this.#deps.messages.find(id);
    if (!kept) throw new Error(`The message ${id} is gone.`);
    return held(kept);
  }

  async #answerCrisis(session: Session, prompt: PromptInput, crisis: Crisis): Promise<Sent> {
    const dialogue = await this.#deps.dialogues.find(session.id);
    const pupil = await this.#deps.users.findPupil(session.studentId);
    if (!pupil) throw new Error(`Session ${session.id} has lost its pupil.`);
    const reply = crisisReply(crisis, pupil.locale);
    const turn = { session, amongOthers: false, schoolId: pupil.schoolId, dialogue, crisis, reply };
    const saved = await saveCrisisTurn(this.#deps, turn, inWords(prompt, null));
    this.#deps.replies.abort(session.id);
    this.#deps.changed?.(session);
    return this.#replies.load(saved);
  }

  async #take(actor: Actor, session: Session, prompt: PromptInput): Promise<Sent> {
    const message = { text: prompt.content, ...(prompt.choiceId === null ? {} : { choiceId: prompt.choiceId }) };
    const planned = await planTurn(this.#deps, session, message);
    if (!hasBegun(planned)) {
      // Quicker than the welcome, from another window: the teacher speaks first.
      await this.sendWelcomeMessage(actor, session.id);
      throw new TurnRaced();
    }
    return this.#desk.begin(session, planned, await saveTurn(this.#deps, planned, inWords(prompt, planned.open)));
  }

  /** What a message brought that was sent before. */
  async #again(session: Session, prompt: Message): Promise<Sent> {
    if (prompt.move === TO_CLASS_MANAGER) return held(prompt);
    const reply = prompt.nextId === null ? undefined : await this.#deps.messages.find(prompt.nextId);
    if (!reply) throw busy();
    return this.#desk.answered(session, prompt, reply);
  }
}

/** Whether anything was said in the lesson yet: a crisis and its answer are no part of it, nor is what people say to each other. */
function hasBegun({ scene }: PlannedTurn): boolean {
  return scene.history.some(({ move }) => move !== 'crisis' && move !== STAFF_WORDS && move !== TO_CLASS_MANAGER);
}
