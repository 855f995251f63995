import { isUniqueViolation } from '../../../data/db/sql.ts';
import type { LessonPlaceRepo } from '../../../data/lessons/lesson-place.repo.ts';
import type { TaughtLesson } from '../../../data/lessons/taught-lesson.repo.ts';
import type { WaitingWords, WaitingWordsRepo } from '../../../data/lessons/waiting-words.repo.ts';
import type { Message } from '../../../data/study-session/message.repo.ts';
import { invalidInput } from '../../../domain/errors/app-error.ts';
import { type Crisis, crisisReply, screenForCrisis } from '../../../domain/safety/crisis.ts';
import { InvalidSessionStateError } from '../../../domain/study-session/study-session.errors.ts';
import { keepWords, TO_CLASS_MANAGER } from '../keep-words.ts';
import { heard, inWords, type MessageInput, toPrompt } from '../message-input.ts';
import { planTurn } from '../plan-turn.ts';
import { busy, held, LONGEST_WAIT, pause, RepliesInWriting, type Sent } from '../replies-in-writing.ts';
import { ReplyDesk, type ReplyDeskDeps } from '../reply-desk.ts';
import { type PromptInput, saveCrisisTurn, saveTurn, TurnRaced } from '../save-turn.ts';
import { saveCircleTurn } from './circle-turn.ts';
import { membersOf } from './members-of.ts';
import { sharedTurn } from './shared-turn.ts';

export interface SharedTalkDeps extends ReplyDeskDeps<TaughtLesson> {
  lessonPlaces: Pick<LessonPlaceRepo, 'listMembers'>;
  waitingWords: WaitingWordsRepo;
  log: (details: Record<string, unknown>, what: string) => void;
}

const POLL = 150;
const MOST_RACES = 40;
/** Words of one pupil that may wait: the others of the group want to be heard, too. */
const MOST_WAITING = 5;

/**
 * The talk of several with one teacher, in groups and in talks that are about no course. What is written is kept at once, in one order
 * for everyone; the teacher answers one after the other, whatever process the words came to.
 */
export class SharedTalk {
  readonly #deps: SharedTalkDeps;
  readonly #desk: ReplyDesk<TaughtLesson>;
  readonly #replies: RepliesInWriting;
  /** Sessions that this process is answering in. */
  readonly #busy = new Map<number, Promise<void>>();
  #closed = false;

  constructor(deps: SharedTalkDeps) {
    this.#deps = deps;
    this.#desk = new ReplyDesk(deps);
    this.#replies = new RepliesInWriting(deps);
  }

  /**
   * Keeps a pupil's words and sees to their answer. A repeated client id answers with what it brought the first time. Words of need are
   * answered at once, to who wrote them alone. Throws `InvalidSessionStateError` when the session is not active, and `too-many` for whoever
   * has too much waiting.
   */
  async sendMessage(session: TaughtLesson, input: MessageInput): Promise<Sent> {
    // A reply that broke off is asked again without words.
    const known = await this.#sentBefore(session, input.clientId);
    if (known) return this.#again(session, known);
    try {
      return await this.#take(session, input);
    } catch (error) {
      if (error instanceof TurnRaced) return this.#take(await this.#anew(session), input);
      const same = isUniqueViolation(error) && (await this.#sentBefore(session, input.clientId));
      if (!same) throw error;
      return this.#again(session, same);
    }
  }

  /** The pupil's own words under this id. Throws `invalid-input` where they are another's, who may have meant them for no other eyes. */
  async #sentBefore({ id, studentId }: TaughtLesson, clientId: string): Promise<Message | undefined> {
    const known = await this.#deps.messages.findByClientId(id, clientId);
    if (known && known.studentId !== studentId) {
      throw invalidInput('Words were sent under this id.', { clientId: 'a new one' });
    }
    return known;
  }

  /** As it is now: a class manager has handed it back meanwhile. */
  async #anew({ id, studentId, status }: TaughtLesson): Promise<TaughtLesson> {
    const found = await this.#deps.sessions.findOfPupil(id, studentId);
    if (!found) throw new InvalidSessionStateError(status, 'take messages');
    return found;
  }

  async #take(session: TaughtLesson, input: MessageInput): Promise<Sent> {
    const prompt = toPrompt(input);
    const crisis = screenForCrisis(heard(prompt));
    if (crisis) return this.#answerCrisis(session, prompt, crisis);
    if (session.status !== 'active') throw new InvalidSessionStateError(session.status, 'take messages');
    if (session.takenOverBy !== null) return this.#keepForPerson(session, prompt);
    const kept = await this.#keep(session, prompt);
    this.#deps.changed?.(session);
    this.goOn(session);
    return this.#kept(session, kept);
  }

  /** The first words of the talk, once a session; they are said to all who are there. */
  async welcome(session: TaughtLesson): Promise<void> {
    for (let races = 0; races < MOST_RACES; races += 1) {
      const first = await this.#deps.messages.findFirstOfLesson(session.id);
      if (session.takenOverBy !== null) return;
      // First words that broke off are begun anew.
      if (first) return void (await this.#desk.answered(session, null, first));
      try {
        if (await this.#begin(session)) return;
      } catch (error) {
        if (!(error instanceof TurnRaced)) throw error;
      }
    }
  }

  /** What waits is answered now that a person has handed the talk back; where nothing does, a group is led back to its question. */
  async takeUpAgain(session: TaughtLesson): Promise<void> {
    const first = await this.#deps.messages.findFirstOfLesson(session.id);
    if (!first) await this.welcome(session);
    else if (session.type === 'group' && !(await this.#deps.waitingWords.first(session.id)))
      await this.#leadBack(session);
    this.goOn(session);
  }

  async #leadBack(session: TaughtLesson): Promise<void> {
    const members = await membersOf(this.#deps, session.id);
    const shared = await sharedTurn(this.#deps, session, { members, writtenFor: null, at: null });
    try {
      const planned = await planTurn(this.#deps, session, null, { unasked: { type: 'go on' }, shared });
      await this.#desk.begin(session, planned, await saveTurn(this.#deps, planned, null));
    } catch (error) {
      // Somebody else goes on, or it was paused or ended meanwhile.
      if (!(error instanceof TurnRaced) && !(error instanceof InvalidSessionStateError)) throw error;
    }
  }

  /** Answers what waits in a session, in this process; what is answered elsewhere is left alone. */
  goOn(session: Pick<TaughtLesson, 'id' | 'studentId'>): void {
    if (this.#closed || this.#busy.has(session.id)) return;
    const work = this.#answerAll(session)
      .catch((error: unknown) => this.#deps.log({ err: error, sessionId: session.id }, 'words of a group wait'))
      .finally(() => this.#busy.delete(session.id));
    this.#busy.set(session.id, work);
  }

  /** Goes on in all sessions where somebody waits and nobody is at it: after a pause, or because the process that was died. */
  async goOnEverywhere(): Promise<void> {
    for (const { sessionId, studentId } of await this.#deps.waitingWords.sessionsWaiting()) {
      this.goOn({ id: sessionId, studentId });
    }
  }

  /** Begins no answer any more, and waits for those that are under way. */
  async close(): Promise<void> {
    this.#closed = true;
    while (this.#busy.size > 0) await Promise.allSettled(this.#busy.values());
  }

  /** A class manager answers in the teacher's place. */
  async #keepForPerson(session: TaughtLesson, prompt: PromptInput): Promise<Sent> {
    const id = await keepWords(this.#deps, session, inWords(prompt, null));
    this.#deps.changed?.(session);
    const kept = await this.#deps.messages.find(id);
    if (!kept) throw new Error(`The message ${id} is gone.`);
    return held(kept);
  }

  async #again(session: TaughtLesson, prompt: Message): Promise<Sent> {
    if (prompt.move === TO_CLASS_MANAGER) return held(prompt);
    const reply = prompt.nextId === null ? undefined : await this.#deps.messages.find(prompt.nextId);
    if (!reply) {
      this.goOn(session);
      return this.#kept(session, prompt);
    }
    return this.#desk.answered(session, prompt, reply);
  }

  #kept(session: TaughtLesson, prompt: Message): Sent {
    return held(prompt, async () => (await this.#answerOf(session, prompt.id)) ?? prompt);
  }

  async #answerOf({ id: sessionId }: TaughtLesson, promptId: number): Promise<Message | null> {
    const { clock, messages } = this.#deps;
    for (const until = clock.now() + LONGEST_WAIT; clock.now() < until; await pause(POLL)) {
      const prompt = await messages.find(promptId);
      const reply = prompt?.nextId ? await messages.find(prompt.nextId) : undefined;
      if (reply?.sessionId === sessionId && reply.state !== 'streaming') return reply;
    }
    return null;
  }

  /** Words are kept before anything is made of them, with what was open when they were written. */
  async #keep(session: TaughtLesson, prompt: PromptInput): Promise<Message> {
    const { db, sessions, dialogues, messages, waitingWords, banks, moderation, clock } = this.#deps;
    const dialogue = await dialogues.find(session.id);
    const open = dialogue?.state.open ?? null;
    const writtenFor = open === null || open.own !== undefined ? null : open.revisionId;
    const item = writtenFor === null ? null : await banks.itemOf(await banks.bankOf(session.courseId), writtenFor);
    const id = await db.tx(async () => {
      const now = clock.now();
      if (!(await sessions.touch(session.id, now))) {
        const found = await sessions.findOfPupil(session.id, session.studentId);
        throw new InvalidSessionStateError(found?.status ?? 'cancelled', 'take messages');
      }
      if ((await waitingWords.countOf(session.id, session.studentId)) >= MOST_WAITING) throw busy();
      const messageId = await messages.addPrompt({
        ...inWords(prompt, item),
        sessionId: session.id,
        studentId: session.studentId,
        act: null,
        previousId: null,
        writtenFor,
        hiddenFromParents: false,
        now,
      });
      const { studentId } = session;
      await moderation?.hear({ studentId, session, messageId, content: prompt.content });
      return messageId;
    });
    const kept = await messages.find(id);
    if (!kept) throw new Error(`The message ${id} is gone.`);
    return kept;
  }

  async #answerCrisis(session: TaughtLesson, prompt: PromptInput, crisis: Crisis): Promise<Sent> {
    const pupil = await this.#deps.users.findPupil(session.studentId);
    if (!pupil) throw new Error(`Session ${session.id} has lost its pupil.`);
    const turn = {
      session,
      amongOthers: true,
      schoolId: pupil.schoolId,
      dialogue: undefined,
      crisis,
      reply: crisisReply(crisis, pupil.locale),
    };
    const saved = await saveCrisisTurn(this.#deps, turn, inWords(prompt, null));
    this.#deps.changed?.(session);
    return this.#replies.load(saved);
  }

  async #answerAll({ id, studentId }: Pick<TaughtLesson, 'id' | 'studentId'>): Promise<void> {
    const { waitingWords, sessions, clock } = this.#deps;
    for (let races = 0; races < MOST_RACES; ) {
      if (this.#closed) return;
      const waiting = await waitingWords.first(id);
      if (!waiting) return;
      const session = await sessions.findOfPupil(id, waiting.studentId);
      if (session?.left) {
        // Who has left the class is answered no more, and nobody waits for that.
        await waitingWords.takeUp(waiting.id, 'left');
        continue;
      }
      if (session?.status !== 'active' || session.takenOverBy !== null) return;
      await this.#replies.untilIdle(id, clock.now());
      try {
        await this.#answer(session, waiting);
        races = 0;
      } catch (error) {
        if (!(error instanceof TurnRaced)) throw error;
        races += 1;
      }
    }
    this.#deps.log({ sessionId: id, studentId }, 'words of a group were answered elsewhere again and again');
  }

  async #answer(session: TaughtLesson, waiting: WaitingWords): Promise<void> {
    const { waitingWords } = this.#deps;
    const members = await membersOf(this.#deps, session.id);
    const { content, choiceId, writtenFor, at } = waiting;
    const kept = { keptId: waiting.id, takeUp: (act: string) => waitingWords.takeUp(waiting.id, act) };
    if (session.type === 'social') {
      await saveCircleTurn(this.#deps, session, { members, words: content, kept });
      this.#deps.changed?.(session);
      return;
    }
    const shared = await sharedTurn(this.#deps, session, { members, writtenFor, at });
    const words = { text: content, ...(choiceId === null ? {} : { choiceId }) };
    const planned = await planTurn(this.#deps, session, words, { shared });
    const sent = await this.#desk.begin(session, planned, await saveTurn(this.#deps, planned, kept));
    await sent.done();
  }

  /** True: the talk has begun, by this or before. */
  async #begin(session: TaughtLesson): Promise<boolean> {
    const members = await membersOf(this.#deps, session.id);
    if (session.type === 'social') {
      await saveCircleTurn(this.#deps, session, { members, words: null, kept: null });
      this.#deps.changed?.(session);
      return true;
    }
    const shared = await sharedTurn(this.#deps, session, { members, writtenFor: null, at: null });
    const planned = await planTurn(this.#deps, session, null, { shared });
    if (await this.#deps.messages.findFirstOfLesson(session.id)) return true;
    await this.#desk.begin(session, planned, await saveTurn(this.#deps, planned, null));
    return true;
  }
}
