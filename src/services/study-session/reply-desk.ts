import { toPseudonyms } from '../../agents/teacher/pseudonym.ts';
import type { Message } from '../../data/study-session/message.repo.ts';
import type { TaughtSession, TaughtSessions } from '../../data/study-session/taught-session.ts';
import { chooseModel } from '../../domain/agents/choose-model.ts';
import type { TeachingBrief } from '../../domain/tutoring/brief.ts';
import type { RemoteCallsService, RemoteWork } from '../budgets/remote-calls.service.ts';
import { type PlannedTurn, readScene, type Scene, type TurnDeps } from './plan-turn.ts';
import { RepliesInWriting, type Sent } from './replies-in-writing.ts';
import { REPLY_LEASE, type ReplyRunner } from './reply-runner.ts';
import type { ReplyStream } from './reply-stream.ts';
import { readBrief, type SaveDeps, type SavedTurn, TurnRaced } from './save-turn.ts';
import { teacherPorts } from './teacher-ports.ts';

export interface ReplyDeskDeps<Session extends TaughtSession> extends TurnDeps, SaveDeps {
  sessions: TaughtSessions<Session>;
  replies: ReplyRunner;
  remoteCalls: Pick<RemoteCallsService, 'permit'>;
  /** Whose words are in the talk of a session, all of which a remote model would get. */
  wordsIn: (session: Session) => RemoteWork['words'];
  /** Told when something was said in a session, or a reply is whole. */
  changed?: (session: Session) => void;
}

/** Where the teacher's replies are begun, and begun anew when they broke off: of sessions of one kind. */
export class ReplyDesk<Session extends TaughtSession> {
  readonly #deps: ReplyDeskDeps<Session>;
  readonly #replies: RepliesInWriting;

  constructor(deps: ReplyDeskDeps<Session>) {
    this.#deps = deps;
    this.#replies = new RepliesInWriting(deps);
  }

  /** Begins to write the reply of a turn that was saved. */
  async begin(session: Session, { scene, brief }: PlannedTurn, saved: SavedTurn): Promise<Sent> {
    await this.#start(session, scene, brief, saved.replyId);
    return this.#replies.load(saved);
  }

  /** A reply as it stands; one that broke off is begun anew while the session is active and nothing was said since. */
  async answered(session: Session, prompt: Message | null, reply: Message): Promise<Sent> {
    const mayBegin = session.status === 'active' && !session.takenOverBy;
    const broken = reply.state === 'interrupted' && reply.nextId === null && mayBegin;
    const stored = broken ? await this.#deps.messages.findBrief(reply.id) : null;
    if (stored === null) return this.#replies.sent(prompt, reply);
    const brief = readBrief(stored);
    await this.#deps.replies.settled(reply.id);
    const scene = await readScene(this.#deps, session);
    if (await this.#reopen(session, reply.id)) await this.#start(session, scene, brief, reply.id);
    return this.#replies.load({ promptId: prompt?.id ?? null, replyId: reply.id });
  }

  async #start(session: Session, scene: Scene, brief: TeachingBrief, replyId: number): Promise<void> {
    const { pupil, course, teacher, tutoring, history } = scene;
    const prompt = await this.#deps.messages.find(replyId).then((reply) => reply?.previousId ?? null);
    const last = prompt === null ? undefined : await this.#deps.messages.find(prompt);
    const ofSchool = tutoring.setting && (await this.#deps.agents.modelOfSchool(pupil.schoolId, course.subject));
    const model = chooseModel({ ...teacher, ofSchool }, tutoring.setting);
    const transcript = [...history.filter((entry) => entry.id !== last?.id), ...(last ? [last] : [])]
      .filter((entry) => entry.id !== replyId && entry.move !== 'crisis' && entry.content !== '')
      .map((entry) => ({
        from: entry.from === 'student' ? ('pupil' as const) : ('teacher' as const),
        text:
          entry.from === 'class manager'
            ? `(said by the class manager, a person) ${toPseudonyms(entry.content, brief.unnamed?.staff ?? [])}`
            : entry.content,
      }));
    const permit = model === null ? null : await this.#permit(session, pupil.schoolId);
    const stream = this.#deps.replies.start({
      messageId: replyId,
      sessionId: session.id,
      studentId: session.studentId,
      permit,
      request: {
        brief,
        transcript,
        ports: teacherPorts(scene, this.#deps),
        model: model ?? '',
        temperature: teacher.temperature,
        maxTokens: teacher.maxTokens,
        prices: model === null ? null : ((await this.#deps.agents.findPrices(model)) ?? null),
      },
    });
    this.#tell(session, stream);
  }

  #permit(session: Session, schoolId: number) {
    const { remoteCalls, wordsIn } = this.#deps;
    const { studentId } = session;
    return remoteCalls.permit({ purpose: 'remote teacher', studentId, schoolId, words: wordsIn(session) });
  }

  /** Says that something was said, and once more when the reply to it is whole. */
  #tell(session: Session, stream: ReplyStream): void {
    const { changed } = this.#deps;
    if (!changed) return;
    changed(session);
    const whenDone = async () => {
      for await (const event of stream.follow()) if (event.type === 'end') changed(session);
    };
    void whenDone();
  }

  /** Takes the place of the reply for one that broke off. False: somebody else did, or the session is not active any more. */
  async #reopen(session: Session, replyId: number): Promise<boolean> {
    const { db, sessions, dialogues, messages, clock } = this.#deps;
    try {
      return await db.tx(async () => {
        const now = clock.now();
        if (!(await sessions.touch(session.id, now))) return false;
        if (!(await dialogues.takeReply(session.id, replyId))) return false;
        if (!(await messages.reopen(replyId, now + REPLY_LEASE))) throw new TurnRaced();
        return true;
      });
    } catch (error) {
      if (error instanceof TurnRaced) return false;
      throw error;
    }
  }
}
