import type { TestRepo } from '../../data/curriculum/test.repo.ts';
import { isUniqueViolation } from '../../data/db/sql.ts';
import type { HomeSession } from '../../data/study-session/home-session.repo.ts';
import type { Message, Modality } from '../../data/study-session/message.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import type { Item } from '../../domain/curriculum/curriculum.ts';
import { AppError, invalidInput } from '../../domain/errors/app-error.ts';
import { crisisReply, screenForCrisis } from '../../domain/safety/crisis.ts';
import { InvalidSessionStateError } from '../../domain/study-session/study-session.errors.ts';
import type { TeachingBrief } from '../../domain/tutoring/brief.ts';
import { SECOND } from '../../shared/instant.ts';
import { getOwnSession } from './home-session-access.ts';
import { type PlannedTurn, planTurn, readScene, type Scene, type TurnDeps } from './plan-turn.ts';
import { dayOf, REPLY_LEASE, type ReplyRunner } from './reply-runner.ts';
import type { ReplyEvent } from './reply-stream.ts';
import {
  type PendingBrief,
  type PromptInput,
  type SaveDeps,
  type SavedTurn,
  saveCrisisTurn,
  saveTurn,
  TurnRaced,
} from './save-turn.ts';
import { teacherPorts } from './teacher-ports.ts';

export interface MessageInput {
  /** Made by the client, unique in its session: a repeat finds the first. */
  clientId: string;
  content: string;
  choiceId?: string | undefined;
  modality?: Modality | undefined;
}

/** A message that was taken, and the reply to it. */
export interface Sent {
  prompt: Message | null;
  /** As it was when the message was taken: streaming, or complete already. */
  reply: Message;
  /** The reply as it is written; ends when it does. */
  follow(): AsyncIterable<ReplyEvent>;
  /** The reply when it is done: complete or interrupted. */
  done(): Promise<Message>;
}

export interface ConversationDeps extends TurnDeps, SaveDeps {
  tests: TestRepo;
  replies: ReplyRunner;
}

export const LONGEST_MESSAGE = 4000;
const LONGEST_WAIT = 60 * SECOND;
const POLL = 150;
const MOST_RACES = 40;

/** The talk between a pupil and the teacher in a home session. */
export class ConversationService {
  readonly #deps: ConversationDeps;

  constructor(deps: ConversationDeps) {
    this.#deps = deps;
  }

  /**
   * Takes a message of the pupil and begins the reply. A repeated client id answers with what it brought the first time; when
   * that reply broke off, it is asked again. While the teacher is answering, the message waits. Throws `InvalidSessionStateError`
   * when the session is not active.
   */
  async sendMessage(actor: Actor, sessionId: number, input: MessageInput): Promise<Sent> {
    const session = await getOwnSession(this.#deps.sessions, actor, sessionId);
    const prompt = toPrompt(input);
    const began = this.#deps.clock.now();
    for (let races = 0; races < MOST_RACES; races += 1) {
      const known = await this.#deps.messages.findByClientId(session.id, prompt.clientId);
      if (known) return this.#again(session, known);
      if (session.status !== 'active') throw new InvalidSessionStateError(session.status, 'take messages');
      await this.#untilIdle(session.id, began);
      try {
        return await this.#take(session, prompt);
      } catch (error) {
        if (!(error instanceof TurnRaced) && !isUniqueViolation(error)) throw error;
      }
    }
    throw busy();
  }

  /** The teacher's first words, with the first item. Once a session; a repeat answers with the first. */
  async sendWelcomeMessage(actor: Actor, sessionId: number): Promise<Sent> {
    const session = await getOwnSession(this.#deps.sessions, actor, sessionId);
    for (let races = 0; races < MOST_RACES; races += 1) {
      const [first] = await this.#deps.messages.list(session.id, 0, 1);
      if (first) return this.#sent(null, first);
      try {
        const planned = await planTurn(this.#deps, session, null);
        return await this.#begin(planned, await saveTurn(this.#deps, planned, null));
      } catch (error) {
        if (!(error instanceof TurnRaced)) throw error;
      }
    }
    throw busy();
  }

  /** The messages of the pupil's own session after a sequence number. */
  async listMessages(actor: Actor, sessionId: number, after: number): Promise<Message[]> {
    const session = await getOwnSession(this.#deps.sessions, actor, sessionId);
    return this.#deps.messages.list(session.id, after);
  }

  /** The reply that is being written in the pupil's own session, if there is one. */
  async followReply(actor: Actor, sessionId: number): Promise<Sent | null> {
    const session = await getOwnSession(this.#deps.sessions, actor, sessionId);
    const dialogue = await this.#deps.dialogues.find(session.id);
    if (!dialogue || dialogue.replyingMessageId === null) return null;
    const reply = await this.#deps.messages.find(dialogue.replyingMessageId);
    return reply ? this.#sent(null, reply) : null;
  }

  async #take(session: HomeSession, prompt: PromptInput): Promise<Sent> {
    const crisis = screenForCrisis(prompt.content);
    if (crisis) {
      const [dialogue, pupil] = [
        await this.#deps.dialogues.find(session.id),
        await this.#deps.users.findPupil(session.studentId),
      ];
      if (!dialogue || !pupil) throw new InvalidSessionStateError(session.status, 'take messages');
      const turn = { session, schoolId: pupil.schoolId, dialogue, crisis, reply: crisisReply(crisis, pupil.locale) };
      return this.#load(await saveCrisisTurn(this.#deps, turn, prompt));
    }
    const message = { text: prompt.content, ...(prompt.choiceId === null ? {} : { choiceId: prompt.choiceId }) };
    const planned = await planTurn(this.#deps, session, message);
    return this.#begin(planned, await saveTurn(this.#deps, planned, inWords(prompt, planned.open)));
  }

  async #begin({ scene, brief }: PlannedTurn, saved: SavedTurn): Promise<Sent> {
    await this.#startReply(scene, brief, saved.replyId);
    return this.#load(saved);
  }

  async #startReply(scene: Scene, brief: TeachingBrief, replyId: number): Promise<void> {
    const { session, pupil, teacher, tutoring, history } = scene;
    const school = await this.#deps.users.getSchool(pupil.schoolId);
    const used = await this.#deps.agents.tokensOn(session.studentId, dayOf(scene.now));
    const prompt = await this.#deps.messages.find(replyId).then((reply) => reply?.previousId ?? null);
    const last = prompt === null ? undefined : await this.#deps.messages.find(prompt);
    const model = teacher.model ?? tutoring.defaultModel ?? '';
    const transcript = [...history.filter((entry) => entry.id !== last?.id), ...(last ? [last] : [])]
      .filter((entry) => entry.id !== replyId && entry.move !== 'crisis' && entry.content !== '')
      .map((entry) => ({
        from: entry.from === 'student' ? ('pupil' as const) : ('teacher' as const),
        text: entry.content,
      }));
    this.#deps.replies.start({
      messageId: replyId,
      sessionId: session.id,
      studentId: session.studentId,
      schoolId: pupil.schoolId,
      embeddedOnly: used >= school.dailyTokenLimit,
      request: {
        brief,
        transcript,
        ports: teacherPorts(scene, this.#deps.tests),
        model,
        temperature: teacher.temperature,
        maxTokens: teacher.maxTokens,
        prices: (await this.#deps.agents.findPrices(model)) ?? null,
      },
    });
  }

  /** What a message brought that was sent before; a reply that broke off is begun anew while the session is active. */
  async #again(session: HomeSession, prompt: Message): Promise<Sent> {
    const reply = prompt.nextId === null ? undefined : await this.#deps.messages.find(prompt.nextId);
    if (!reply) throw busy();
    if (reply.state !== 'interrupted' || session.status !== 'active') return this.#sent(prompt, reply);
    const stored = await this.#deps.messages.findBrief(reply.id);
    if (stored === null) return this.#sent(prompt, reply);
    const pending: PendingBrief = JSON.parse(stored);
    const scene = await readScene(this.#deps, session);
    const now = this.#deps.clock.now();
    const taken = await this.#deps.db.tx(async () => {
      if (!(await this.#deps.dialogues.takeReply(session.id, reply.id))) return false;
      return this.#deps.messages.reopen(reply.id, now + REPLY_LEASE);
    });
    if (taken) await this.#startReply(scene, pending.brief, reply.id);
    return this.#load({ promptId: prompt.id, replyId: reply.id });
  }

  async #load({ promptId, replyId }: SavedTurn): Promise<Sent> {
    const prompt = promptId === null ? null : await this.#deps.messages.find(promptId);
    const reply = await this.#deps.messages.find(replyId);
    if (!reply) throw new Error(`The reply ${replyId} is gone.`);
    return this.#sent(prompt ?? null, reply);
  }

  #sent(prompt: Message | null, reply: Message): Sent {
    return {
      prompt,
      reply,
      follow: () => this.#follow(reply),
      done: async () => {
        for await (const event of this.#follow(reply)) if (event.type === 'end') break;
        return (await this.#deps.messages.find(reply.id)) ?? reply;
      },
    };
  }

  /** From this process's own stream; where another process writes the reply, by looking until it is done. */
  async *#follow(reply: Message): AsyncGenerator<ReplyEvent> {
    const stream = this.#deps.replies.find(reply.id);
    if (stream) {
      yield* stream.follow();
      return;
    }
    let shown = 0;
    for (const until = this.#deps.clock.now() + LONGEST_WAIT; this.#deps.clock.now() < until; await pause(POLL)) {
      const now = await this.#deps.messages.find(reply.id);
      const text = now?.content ?? '';
      if (text.length > shown) yield { type: 'text-delta', text: text.slice(shown) };
      shown = Math.max(shown, text.length);
      if (now?.state !== 'streaming') break;
    }
    yield { type: 'end' };
  }

  /** Waits until no reply is being written in the session. Throws `too-many` when that takes too long. */
  async #untilIdle(sessionId: number, began: number): Promise<void> {
    for (;;) {
      const dialogue = await this.#deps.dialogues.find(sessionId);
      const replying = dialogue?.replyingMessageId ?? null;
      if (replying === null) return;
      if (this.#deps.clock.now() - began > LONGEST_WAIT) throw busy();
      const stream = this.#deps.replies.find(replying);
      if (stream) for await (const event of stream.follow()) if (event.type === 'end') break;
      await pause(stream ? 0 : POLL);
    }
  }
}

function toPrompt(input: MessageInput): PromptInput {
  const content = input.content.normalize('NFC');
  if (content.length > LONGEST_MESSAGE) {
    throw invalidInput(`A message has at most ${LONGEST_MESSAGE} characters; this one has ${content.length}.`, {
      content: `at most ${LONGEST_MESSAGE} characters`,
    });
  }
  if (content.trim() === '' && input.choiceId === undefined) {
    throw invalidInput('The message is empty.', { content: 'some words, or a choice' });
  }
  return {
    clientId: input.clientId,
    content,
    choiceId: input.choiceId ?? null,
    modality: input.modality ?? 'text only',
  };
}

/** A click without words is kept as the choice's letter and text, so that the transcript reads by itself. */
function inWords(prompt: PromptInput, open: Item | null): PromptInput {
  if (prompt.content.trim() !== '' || prompt.choiceId === null) return prompt;
  const choice = open?.key.choices.find((one) => one.id === prompt.choiceId);
  const letter = prompt.choiceId.toUpperCase();
  return { ...prompt, content: choice ? `${letter}: ${choice.text}` : letter };
}

function busy(): AppError {
  return new AppError(
    'too-many',
    'teacher-busy',
    'The teacher is still answering. Your words are kept on this page; send them again in a moment.',
  );
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
