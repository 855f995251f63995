import type { DialogueRepo } from '../../data/study-session/dialogue.repo.ts';
import type { Message, MessageRepo } from '../../data/study-session/message.repo.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import { type Clock, SECOND } from '../../shared/instant.ts';
import type { ReplyRunner } from './reply-runner.ts';
import type { ReplyEvent } from './reply-stream.ts';
import type { SavedTurn } from './save-turn.ts';

/** A message that was taken, and the reply to it. */
export interface Sent {
  prompt: Message | null;
  /** As it was when the message was taken: streaming, or complete already. Where the teacher does not answer, the prompt itself. */
  reply: Message;
  /** False: the words are kept. A class manager answers them, or in a group the teacher in their turn. */
  answered: boolean;
  /** The reply as it is written; ends when it does. */
  follow(): AsyncIterable<ReplyEvent>;
  /** The reply when it is done: complete or interrupted. Of words that nobody has answered within a minute: themselves. */
  done(): Promise<Message>;
}

export interface RepliesInWritingDeps {
  messages: MessageRepo;
  dialogues: DialogueRepo;
  replies: ReplyRunner;
  clock: Clock;
}

/** How long somebody waits for their turn, or follows a reply that another process writes. */
export const LONGEST_WAIT = 60 * SECOND;
const POLL = 150;

/** Replies that are being written, by this process or another: followed, and waited for. */
export class RepliesInWriting {
  readonly #deps: RepliesInWritingDeps;

  constructor(deps: RepliesInWritingDeps) {
    this.#deps = deps;
  }

  /** A turn that was saved, with its reply as it is by now. */
  async load({ promptId, replyId }: SavedTurn): Promise<Sent> {
    const prompt = promptId === null ? null : await this.#deps.messages.find(promptId);
    const reply = await this.#deps.messages.find(replyId);
    if (!reply) throw new Error(`The reply ${replyId} is gone.`);
    return this.sent(prompt ?? null, reply);
  }

  /** A reply, and the way to follow it. */
  sent(prompt: Message | null, reply: Message): Sent {
    return {
      prompt,
      reply,
      answered: true,
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
  async untilIdle(sessionId: number, began: number): Promise<void> {
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

/** Words that are kept; `answer` is what comes of them, where somebody waits for it. */
export function held(prompt: Message, answer: () => Promise<Message> = async () => prompt): Sent {
  async function* nothing(): AsyncGenerator<ReplyEvent> {
    yield { type: 'end' };
  }
  return { prompt, reply: prompt, answered: false, follow: nothing, done: answer };
}

export function busy(): AppError {
  return new AppError(
    'too-many',
    'teacher-busy',
    'The teacher is still answering. Your words are kept on this page; send them again in a moment.',
  );
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
