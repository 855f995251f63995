import type { TeacherReply, TeacherRequest } from '../../agents/teacher/teacher.agent.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { DialogueRepo } from '../../data/study-session/dialogue.repo.ts';
import type { MessageRepo } from '../../data/study-session/message.repo.ts';
import type { SessionKind } from '../../domain/study-session/study-session.ts';
import { type Clock, SECOND } from '../../shared/instant.ts';
import type { RemotePermit } from '../budgets/remote-calls.service.ts';
import type { ModerationService } from '../safety/moderation.service.ts';
import { ReplyStream } from './reply-stream.ts';
import type { Tutoring } from './tutoring.ts';

export interface ReplyTask {
  messageId: number;
  sessionId: number;
  studentId: number;
  /** Null: the embedded tutor answers. */
  permit: RemotePermit | null;
  request: Omit<TeacherRequest, 'permit'>;
}

export interface ReplyRunnerDeps {
  db: DatabaseManager;
  messages: MessageRepo;
  dialogues: DialogueRepo;
  tutoring: () => Promise<Tutoring>;
  /** Keeps what moderation noticed, in sessions of this kind; left out where nobody minds it. */
  moderation?: { keep: ModerationService['keep']; kind: SessionKind };
  clock: Clock;
  /** Told of what went wrong; never of what was said. */
  log: (event: { what: string; messageId: number; details: Record<string, unknown> }) => void;
}

/** How long a writer may be silent before its reply counts as orphaned, and how often it shows that it lives. */
export const REPLY_LEASE = 20 * SECOND;
const RENEW_EVERY = 5 * SECOND;

/**
 * Writes replies, each in a task of its own: readers only listen, so that a closed tab breaks nothing. What was written is saved
 * as it grows, and in the end in one transaction that also frees the session for the next message.
 */
export class ReplyRunner {
  readonly #deps: ReplyRunnerDeps;
  readonly #running = new Map<number, ReplyStream>();
  readonly #tasks = new Set<Promise<void>>();
  /** The time to finish is over: what begins now is broken off at once, and can be asked again. */
  #stopped = false;

  constructor(deps: ReplyRunnerDeps) {
    this.#deps = deps;
  }

  /** Begins to write a reply whose row is `streaming`. */
  start(task: ReplyTask): ReplyStream {
    const stream = new ReplyStream(task.messageId, task.sessionId);
    this.#running.set(task.messageId, stream);
    const work = this.#write(task, stream).finally(() => {
      this.#running.delete(task.messageId);
      this.#tasks.delete(work);
      stream.end();
    });
    this.#tasks.add(work);
    if (this.#stopped) stream.abort();
    return stream;
  }

  /** The reply that this process is writing. */
  find(messageId: number): ReplyStream | undefined {
    return this.#running.get(messageId);
  }

  /** Waits until this process writes nothing more of a reply, as far as it does. */
  async settled(messageId: number): Promise<void> {
    const stream = this.#running.get(messageId);
    if (stream) for await (const event of stream.follow()) if (event.type === 'end') break;
  }

  /** Stops what is being written in a session; what there is of it was marked as interrupted by the caller. */
  abort(sessionId: number): void {
    for (const stream of this.#running.values()) if (stream.sessionId === sessionId) stream.abort();
  }

  /** Waits for all replies, also those that begin meanwhile, at most so many ms; then breaks off what is left. Once only. */
  async drain(milliseconds: number): Promise<void> {
    const timer = setTimeout(() => {
      this.#stopped = true;
      for (const stream of this.#running.values()) stream.abort();
    }, milliseconds);
    while (this.#tasks.size > 0) await Promise.allSettled(this.#tasks);
    clearTimeout(timer);
    this.#stopped = true;
  }

  /** Marks replies whose writer is gone and frees their sessions. With `all`: those of every writer but this process. */
  async sweepOrphans({ all = false } = {}): Promise<number> {
    const before = all ? this.#deps.clock.now() + REPLY_LEASE * 10 : this.#deps.clock.now();
    const orphans = await this.#deps.db.tx(async () => {
      const found = await this.#deps.messages.interruptOrphans(before);
      for (const orphan of found) await this.#deps.dialogues.freeReply(orphan.sessionId, orphan.id);
      return found;
    });
    return orphans.length;
  }

  async #write(task: ReplyTask, stream: ReplyStream): Promise<void> {
    const began = this.#deps.clock.now();
    let text = '';
    const renewing = setInterval(() => void this.#renew(task, stream, text), RENEW_EVERY);
    renewing.unref();
    try {
      const tutoring = await this.#deps.tutoring();
      const { permit } = task;
      const teacher = permit === null ? tutoring.embeddedTeacher : tutoring.teacher;
      const request = permit === null ? task.request : { ...task.request, permit };
      for await (const event of teacher.reply(request, stream.signal)) {
        if (event.type === 'text-delta') {
          text += event.text;
          stream.push(event.text);
        } else {
          await this.#save(task, event, began);
        }
      }
    } catch (error) {
      this.#log(task, 'reply failed', { error: error instanceof Error ? error.message : String(error) });
      await this.#interrupt(task, text);
    } finally {
      clearInterval(renewing);
      await this.#release(task);
    }
  }

  /** What a reply held that came to nothing; what cannot be freed now expires. */
  async #release(task: ReplyTask): Promise<void> {
    try {
      await task.permit?.release();
    } catch (error) {
      this.#log(task, 'budget not freed', { error: error instanceof Error ? error.message : String(error) });
    }
  }

  async #renew(task: ReplyTask, stream: ReplyStream, text: string): Promise<void> {
    try {
      const alive = await this.#deps.messages.renew(task.messageId, text, this.#deps.clock.now() + REPLY_LEASE);
      if (!alive) stream.abort();
    } catch (error) {
      this.#log(task, 'lease not renewed', { error: error instanceof Error ? error.message : String(error) });
    }
  }

  async #save(task: ReplyTask, reply: TeacherReply, began: number): Promise<void> {
    const { db, messages, dialogues, clock } = this.#deps;
    for (const failure of reply.failures) this.#log(task, 'model failed', { ...failure });
    for (const { rule } of reply.droppedSentences)
      this.#log(task, 'sentence dropped', { rule, provider: reply.provider });
    const now = clock.now();
    await db.tx(async () => {
      const { inputTokens, outputTokens } = reply.usage;
      if (reply.interruptedBy === undefined) {
        await messages.complete(task.messageId, {
          content: reply.text,
          provider: reply.provider,
          model: reply.model,
          promptVersion: reply.promptVersion,
          inputTokens,
          outputTokens,
          costMicros: reply.costMicros,
        });
      } else {
        await messages.interrupt(task.messageId, reply.text);
      }
      await dialogues.freeReply(task.sessionId, task.messageId);
      await this.#keepFlags(task, reply);
      if (inputTokens + outputTokens === 0) return;
      await task.permit?.book({
        at: now,
        purpose: 'teach',
        provider: reply.provider,
        model: reply.model,
        inputTokens,
        outputTokens,
        costMicros: reply.costMicros,
        milliseconds: now - began,
        outcome: reply.interruptedBy ?? 'complete',
      });
    });
  }

  async #keepFlags({ messageId, sessionId, studentId }: ReplyTask, { flags }: TeacherReply): Promise<void> {
    const { moderation, messages } = this.#deps;
    if (!moderation || flags.length === 0) return;
    const asked = (await messages.find(messageId))?.previousId ?? messageId;
    const session = { kind: moderation.kind, id: sessionId };
    for (const direction of ['input', 'output'] as const) {
      const found = flags.filter((one) => one.direction === direction).map(({ flag }) => flag);
      const said = direction === 'input' ? asked : messageId;
      await moderation.keep({ studentId, session, messageId: said, direction }, found);
    }
  }

  async #interrupt(task: ReplyTask, text: string): Promise<void> {
    try {
      await this.#deps.db.tx(async () => {
        await this.#deps.messages.interrupt(task.messageId, text);
        await this.#deps.dialogues.freeReply(task.sessionId, task.messageId);
      });
    } catch (error) {
      this.#log(task, 'interrupted reply not marked', {
        error: error instanceof Error ? error.message : String(error),
      });
    }
  }

  #log(task: ReplyTask, what: string, details: Record<string, unknown>): void {
    this.#deps.log({ what, messageId: task.messageId, details });
  }
}
