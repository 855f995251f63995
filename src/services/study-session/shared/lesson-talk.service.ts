import type { LessonPlaceRepo } from '../../../data/lessons/lesson-place.repo.ts';
import type { TaughtLesson } from '../../../data/lessons/taught-lesson.repo.ts';
import type { WaitingWordsRepo } from '../../../data/lessons/waiting-words.repo.ts';
import type { Message } from '../../../data/study-session/message.repo.ts';
import type { TaughtSessions } from '../../../data/study-session/taught-session.ts';
import type { Actor } from '../../../domain/access/permission-matrix.ts';
import type { LessonConversation, Lifecycle } from '../conversation.service.ts';
import type { MessageInput } from '../message-input.ts';
import { getOwnSession } from '../own-session.ts';
import type { Sent } from '../replies-in-writing.ts';
import type { SharedTalk } from './shared-talk.service.ts';

export interface LessonTalkDeps {
  sessions: Pick<TaughtSessions<TaughtLesson>, 'findOfPupil'>;
  lifecycle: Lifecycle<TaughtLesson>;
  words: Pick<WaitingWordsRepo, 'pulseOf'>;
  places: Pick<LessonPlaceRepo, 'listJoined'>;
  /** Of who is alone with the teacher. */
  own: LessonConversation;
  /** Of several. */
  shared: SharedTalk;
}

/** The talk in lessons at school: alone with the teacher as at home, or several together. */
export class LessonTalkService {
  readonly #deps: LessonTalkDeps;

  constructor(deps: LessonTalkDeps) {
    this.#deps = deps;
  }

  /** Takes a message of the pupil. In a group it is kept at once and answered in its turn. Throws what the talk of its kind does. */
  async sendMessage(actor: Actor, sessionId: number, input: MessageInput): Promise<Sent> {
    const session = await this.#session(actor, sessionId);
    if (session.type === 'individual') return this.#deps.own.sendMessage(actor, sessionId, input);
    return this.#deps.shared.sendMessage(session, input);
  }

  /** Sees to the teacher's first words in a lesson that was joined. Throws what joining does. */
  async begin(actor: Actor, sessionId: number): Promise<TaughtLesson> {
    const session = await this.#session(actor, sessionId);
    if (session.type === 'individual') return this.#deps.own.begin(actor, sessionId);
    await this.#deps.lifecycle.startSession(actor, sessionId);
    await this.#deps.shared.welcome(session);
    return this.#session(actor, sessionId);
  }

  /** Goes on with what the pupil paused. Throws what `resumeSession` does. */
  async resume(actor: Actor, sessionId: number): Promise<TaughtLesson> {
    return this.#deps.own.resume(actor, sessionId);
  }

  /** The messages of the pupil's own session after a sequence number. */
  async listMessages(actor: Actor, sessionId: number, after: number): Promise<Message[]> {
    return this.#deps.own.listMessages(actor, sessionId, after);
  }

  /** How far the talk has come for this pupil: the last message that they may read, and the reply that is being written. Throws `SessionNotFoundError`. */
  async pulseOf(actor: Actor, sessionId: number): Promise<{ last: number; writing: number | null }> {
    const { id, studentId } = await this.#session(actor, sessionId);
    return this.#deps.words.pulseOf(id, studentId);
  }

  /** A reply, followed to its end. Throws `SessionNotFoundError` for somebody else's session. */
  async followReply(actor: Actor, reply: Message): Promise<Sent> {
    return this.#deps.own.followReply(actor, reply);
  }

  /** Those who are in the talk of several, the pupil among them; nobody where each is on their own. Throws `SessionNotFoundError`. */
  async membersOf(actor: Actor, sessionId: number): Promise<{ id: number; firstName: string }[]> {
    const { id, type } = await this.#session(actor, sessionId);
    return type === 'individual' ? [] : this.#deps.places.listJoined(id);
  }

  /** The teacher goes on with a talk that a class manager has handed back. */
  async takeUpAgain(session: TaughtLesson): Promise<void> {
    if (session.type === 'individual') await this.#deps.own.takeUpAgain(session);
    else await this.#deps.shared.takeUpAgain(session);
  }

  /** Answers what waits in groups and talks where nobody is at it. */
  async goOnEverywhere(): Promise<void> {
    await this.#deps.shared.goOnEverywhere();
  }

  /** Begins no answer any more, and waits for those that are under way; what waits is answered by who comes after. */
  async close(): Promise<void> {
    await this.#deps.shared.close();
  }

  #session(actor: Actor, sessionId: number): Promise<TaughtLesson> {
    return getOwnSession(this.#deps.sessions, actor, sessionId);
  }
}
