import type { AgentRepo } from '../../data/agents/agent.repo.ts';
import type { CurriculumRepo } from '../../data/curriculum/curriculum.repo.ts';
import type { TaughtLesson } from '../../data/lessons/taught-lesson.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { AlertRepo } from '../../data/safety/alert.repo.ts';
import type { DialogueRepo, StoredDialogue } from '../../data/study-session/dialogue.repo.ts';
import type { HomeSession } from '../../data/study-session/home-session.repo.ts';
import type { Message, MessageRepo } from '../../data/study-session/message.repo.ts';
import type { TaughtSession, TaughtSessions } from '../../data/study-session/taught-session.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import type { LimitKind } from '../../domain/budgets/budgets.ts';
import { crisisOf } from '../../domain/safety/alerts.ts';
import { crisisReply } from '../../domain/safety/crisis.ts';
import { InvalidSessionStateError } from '../../domain/study-session/study-session.errors.ts';
import { isLive, type Pause, timeStudied } from '../../domain/study-session/study-session.ts';
import { itemsBefore } from '../../domain/tutoring/dialogue-state.ts';
import { openOwnItem } from '../../domain/tutoring/on-own-problem.ts';
import {
  type OpenQuestionView,
  openQuestionView,
  type QuestionView,
  questionView,
} from '../../domain/tutoring/question-view.ts';
import type { Clock } from '../../shared/instant.ts';
import type { RemoteCallsService, RemoteWork } from '../budgets/remote-calls.service.ts';
import type { CourseBankService } from '../curriculum/course-bank.service.ts';
import { type EvaluationStatus, NOT_EVALUATED } from '../evaluations/evaluation.service.ts';
import type { MasteryService, UnitStanding } from '../mastery/mastery.service.ts';
import { getOwnSession } from './own-session.ts';
import type { Tutoring } from './tutoring.ts';

export interface SessionViewDeps<Session extends TaughtSession> {
  sessions: TaughtSessions<Session>;
  users: Pick<UserRepo, 'namesOf' | 'firstNamesOf'>;
  messages: MessageRepo;
  dialogues: DialogueRepo;
  curriculum: CurriculumRepo;
  agents: AgentRepo;
  alerts: AlertRepo;
  mastery: MasteryService;
  banks: CourseBankService;
  remoteCalls: Pick<RemoteCallsService, 'heldBackBy'>;
  wordsIn: (session: Session) => RemoteWork['words'];
  evaluations: { statusOf(sessions: readonly Session[]): Promise<Map<number, EvaluationStatus>> };
  tutoring: () => Promise<Tutoring>;
  clock: Clock;
  /** Whether a model is configured; without one the embedded tutor answers everything. */
  hasModel: boolean;
}

/** A session of either kind. */
export type TalkSession = HomeSession | TaughtLesson;
/** Reads of sessions at home. */
export type HomeSessionView = SessionViewService<HomeSession>;
/** Reads of sessions in lessons at school. */
export type LessonView = SessionViewService<TaughtLesson>;

/** How the units of a session and its open question stand now. */
export interface LessonStanding {
  openItem: OpenQuestionView | null;
  units: UnitStanding[];
  /** Questions of the bank that were offered as "Did you mean …?". */
  offers: string[];
}

/** Who teaches; `tutor` is who gave the last answer, or who will give the first, and `heldBackBy` why it is no model. */
export interface TeacherNow {
  name: string;
  tutor: 'model' | 'embedded';
  heldBackBy: LimitKind | 'consent' | null;
}

/** All that a pupil's page or program wants to know of a session. */
export interface SessionOverview<Session extends TaughtSession> extends LessonStanding {
  session: Session;
  /** Null: the talk is about no course. */
  course: { id: number; name: string; subject: string } | null;
  teacher: TeacherNow;
  pauses: Pause[];
  /** Time studied in ms: pauses do not count. */
  activeMs: number;
  /** What to read after words outside the talk that the crisis screen caught: those at the end of the session. */
  care: string | null;
}

/** A message with the question that opened with it. */
export interface MessageOverview {
  message: Message;
  posed: QuestionView | null;
  /** Of a reply that broke off: the client id of its prompt, to ask it again. */
  retryClientId: string | null;
  /** The name of the class manager who wrote it, or the first name of another pupil of the group. */
  writer: string | null;
}

/** Reads of a pupil's own sessions of one kind. A fixed number of queries each, however long a session is. */
export class SessionViewService<Session extends TaughtSession> {
  readonly #deps: SessionViewDeps<Session>;

  constructor(deps: SessionViewDeps<Session>) {
    this.#deps = deps;
  }

  /** Throws `SessionNotFoundError` for somebody else's session, as for an unknown one. */
  async overviewOf(actor: Actor, sessionId: number): Promise<SessionOverview<Session>> {
    const { sessions, curriculum, clock } = this.#deps;
    const session = await getOwnSession(sessions, actor, sessionId);
    const course = (await curriculum.findCourse(session.courseId)) ?? null;
    if (!course && session.type !== 'social') throw new Error(`Session ${session.id} has lost its course.`);
    const pauses = (await sessions.pausesOf([session.id])).get(session.id) ?? [];
    return {
      session,
      course: course && { id: course.id, name: course.name, subject: course.subject },
      teacher: await this.#teacherOf(actor, session),
      pauses,
      activeMs: timeStudied({ start: session.start, end: session.end, pauses }, clock.now()),
      care: await this.#careOf(session, actor),
      ...(await this.#standing(session)),
    };
  }

  /** How the lesson stands now: what follows each reply. */
  async standingOf(actor: Actor, sessionId: number): Promise<LessonStanding & { teacher: TeacherNow }> {
    const session = await getOwnSession(this.#deps.sessions, actor, sessionId);
    return { ...(await this.#standing(session)), teacher: await this.#teacherOf(actor, session) };
  }

  /** The messages after a sequence number, in order. */
  async messagesOf(actor: Actor, sessionId: number, after: number): Promise<MessageOverview[]> {
    const session = await getOwnSession(this.#deps.sessions, actor, sessionId);
    return this.#overviews(session, await this.#deps.messages.list(session.id, after, session.studentId));
  }

  /** One message of the session, as `messagesOf` has it. */
  async messageOf(actor: Actor, message: Message): Promise<MessageOverview> {
    const session = await getOwnSession(this.#deps.sessions, actor, message.sessionId);
    const [overview] = await this.#overviews(session, [message]);
    return overview ?? { message, posed: null, retryClientId: null, writer: null };
  }

  /**
   * How the evaluation of an own session stands: pending until it has ended and the evaluator has been there. Throws
   * `InvalidSessionStateError` for a cancelled one, which never will be evaluated.
   */
  async evaluationsOf(actor: Actor, sessionId: number): Promise<EvaluationStatus> {
    const session = await getOwnSession(this.#deps.sessions, actor, sessionId);
    if (session.status === 'cancelled') throw new InvalidSessionStateError(session.status, 'be evaluated');
    const found = await this.#deps.evaluations.statusOf([session]);
    return found.get(session.id) ?? NOT_EVALUATED;
  }

  /** Words that are no message have no reply in the talk: what they would have been answered is kept beside it. */
  async #careOf(session: Session, actor: Actor): Promise<string | null> {
    const unanswered = (await this.#deps.alerts.listOfSession(session)).findLast(({ messageId }) => messageId === null);
    const crisis = unanswered && crisisOf(unanswered);
    return crisis ? crisisReply(crisis, actor.locale) : null;
  }

  async #standing(session: Session): Promise<LessonStanding> {
    const { sessions, mastery, dialogues } = this.#deps;
    if (session.type === 'social') return { openItem: null, units: [], offers: [] };
    const names = (await sessions.listUnits(session.id, session.studentId)).map((unit) => unit.unitName);
    const standings = await mastery.standings(session.studentId, [session.courseId]);
    const dialogue = isLive(session.status) ? await dialogues.find(session.id) : undefined;
    return {
      openItem: dialogue ? await this.#openItem(session, dialogue) : null,
      units: names.flatMap((name) => standings.find((one) => one.unitName === name) ?? []),
      offers: dialogue?.state.offeredQuestions ?? [],
    };
  }

  async #openItem(session: Session, { state }: StoredDialogue): Promise<OpenQuestionView | null> {
    if (state.open === null) return null;
    const bank = await this.#deps.banks.bankOf(session.courseId);
    const { checker } = await this.#deps.tutoring();
    const item = openOwnItem(state, checker) ?? (await this.#deps.banks.itemOf(bank, state.open.revisionId));
    return item && openQuestionView(item, state.open, itemsBefore(state), checker);
  }

  async #overviews(session: Session, messages: readonly Message[]): Promise<MessageOverview[]> {
    const posed = await this.#posed(session, messages);
    const writers = await this.#writersOf(session, messages);
    const overviews: MessageOverview[] = [];
    for (const message of messages) {
      const item = message.posedRevisionId === null ? undefined : posed.get(message.posedRevisionId);
      const retryClientId = session.takenOverBy ? null : await this.#retryOf(message, messages);
      const writer = writers.get(message.classManagerId ?? message.studentId ?? 0) ?? null;
      overviews.push({ message, posed: item ? questionView(item) : null, retryClientId, writer });
    }
    return overviews;
  }

  /** Only the last reply can be asked again: what came after it was said in its place. */
  async #retryOf(reply: Message, near: readonly Message[]): Promise<string | null> {
    const { previousId, nextId, state } = reply;
    if (state !== 'interrupted' || nextId !== null || previousId === null) return null;
    const prompt = near.find(({ id }) => id === previousId) ?? (await this.#deps.messages.find(previousId));
    return prompt?.clientId ?? null;
  }

  /** Class managers by their whole name, and others of a group by their first. */
  async #writersOf({ studentId }: Session, messages: readonly Message[]): Promise<Map<number, string>> {
    const { users } = this.#deps;
    const staff = new Set(messages.flatMap(({ classManagerId }) => classManagerId ?? []));
    const mates = new Set(messages.flatMap((message) => message.studentId ?? []));
    mates.delete(studentId);
    const [names, firstNames] = [await users.namesOf([...staff]), await users.firstNamesOf([...mates])];
    return new Map([...names, ...firstNames]);
  }

  async #posed({ courseId }: Session, messages: readonly Message[]) {
    const { banks } = this.#deps;
    const ids = messages.flatMap((message) => message.posedRevisionId ?? []);
    return ids.length === 0 ? new Map<number, never>() : banks.itemsOf(await banks.bankOf(courseId), [...new Set(ids)]);
  }

  async #teacherOf({ schoolId }: Actor, session: Session): Promise<TeacherNow> {
    const { agents, hasModel, messages, remoteCalls, wordsIn } = this.#deps;
    const { name } = await agents.getTeacher(session.teacherId);
    if (!hasModel) return { name, tutor: 'embedded', heldBackBy: null };
    const worded = (await messages.listLast(session.id, 6)).findLast((message) => message.provider !== null);
    if (worded?.provider !== 'embedded') return { name, tutor: 'model', heldBackBy: null };
    // What a group says is on the account of the one whom its session is kept under.
    const { studentId } = session;
    const asked = { purpose: 'remote teacher', studentId, words: wordsIn(session) } as const;
    const heldBackBy = schoolId === null ? null : await remoteCalls.heldBackBy({ ...asked, schoolId });
    return { name, tutor: 'embedded', heldBackBy };
  }
}
