import type { AgentRepo, TeacherRecord } from '../../data/agents/agent.repo.ts';
import type { CourseRecord, CurriculumRepo, UnitRecord } from '../../data/curriculum/curriculum.repo.ts';
import type { TestRepo, TestSitting } from '../../data/curriculum/test.repo.ts';
import type { NamedPlace } from '../../data/lessons/lesson-session.repo.ts';
import type { WhisperInForce } from '../../data/lessons/whisper.repo.ts';
import { profileOf } from '../../data/people/pupil-profile.ts';
import type { PupilRecord, UserRepo } from '../../data/people/user.repo.ts';
import type { AttemptRepo } from '../../data/study-session/attempt.repo.ts';
import type { DialogueRepo, StoredDialogue } from '../../data/study-session/dialogue.repo.ts';
import type { SessionUnit } from '../../data/study-session/home-session.repo.ts';
import type { Line, MessageRepo } from '../../data/study-session/message.repo.ts';
import type { TaughtSession, TaughtSessions } from '../../data/study-session/taught-session.ts';
import type { Item } from '../../domain/curriculum/curriculum.ts';
import { readWhisper, steeringOf } from '../../domain/lessons/read-whisper.ts';
import { InvalidSessionStateError } from '../../domain/study-session/study-session.errors.ts';
import { timeStudied } from '../../domain/study-session/study-session.ts';
import type { TeachingBrief, TutorLanguage } from '../../domain/tutoring/brief.ts';
import type { DialogueState, Move, PupilAct } from '../../domain/tutoring/dialogue.ts';
import { GENERATED_HELP } from '../../domain/tutoring/generated-help.ts';
import { languageOf } from '../../domain/tutoring/language-of.ts';
import { openOwnItem } from '../../domain/tutoring/on-own-problem.ts';
import { type PupilMessage, readPupil } from '../../domain/tutoring/pupil-act.ts';
import type { Steering } from '../../domain/tutoring/steering.ts';
import { begin, step } from '../../domain/tutoring/step.ts';
import type { StepContext, StepResult } from '../../domain/tutoring/step-context.ts';
import { withheldBy } from '../../domain/tutoring/withheld.ts';
import { type Clock, DAY, type Instant, MINUTE } from '../../shared/instant.ts';
import type { CourseBank, CourseBankService } from '../curriculum/course-bank.service.ts';
import type { MasteryService, UnitEstimate } from '../mastery/mastery.service.ts';
import type { ReviewService } from '../mastery/review.service.ts';
import type { Tutoring } from './tutoring.ts';
import { unnamedIn } from './unnamed-in.ts';

export interface TurnDeps {
  sessions: Pick<TaughtSessions<TaughtSession>, 'touch' | 'listUnits' | 'pausesOf'>;
  messages: MessageRepo;
  dialogues: DialogueRepo;
  attempts: AttemptRepo;
  users: UserRepo;
  curriculum: CurriculumRepo;
  agents: AgentRepo;
  mastery: MasteryService;
  reviews: ReviewService;
  banks: CourseBankService;
  tests: TestRepo;
  tutoring: () => Promise<Tutoring>;
  /** What class managers have noted for the teacher of a session, the oldest first; absent where nobody can. */
  notesTo?: (session: TaughtSession) => Promise<WhisperInForce[]>;
  /** Those who have a place in the lesson; absent at home. */
  namesIn?: (session: TaughtSession) => Promise<NamedPlace[]>;
  clock: Clock;
}

/** All that one turn is planned from; read before any transaction. */
export interface Scene {
  session: TaughtSession;
  pupil: PupilRecord;
  course: CourseRecord;
  teacher: TeacherRecord;
  units: SessionUnit[];
  /** All units of the course, for the tools. */
  courseUnits: UnitRecord[];
  bank: CourseBank;
  dialogue: StoredDialogue;
  standings: UnitEstimate[];
  notes: WhisperInForce[];
  /** Of a group, and where staff have said something that may name somebody; else nobody. */
  names: NamedPlace[];
  /** The last messages, oldest first. */
  history: Line[];
  tutoring: Tutoring;
  now: Instant;
}

/** A turn in a talk of several: whose standing chooses what comes, how a message is taken, and who is spoken to. */
export interface SharedTurn {
  context: Pick<StepContext, 'masteryOf' | 'answersOf' | 'lastAnswered' | 'due' | 'units'>;
  step(
    turn: { state: DialogueState; open: Item | null; act: PupilAct; message: PupilMessage },
    context: StepContext,
  ): StepResult;
  brief(brief: TeachingBrief): TeachingBrief;
}

export interface PlannedTurn {
  scene: Scene;
  /** The item that was open before the turn. */
  open: Item | null;
  /** Null for the welcome. */
  act: PupilAct | null;
  result: StepResult;
  brief: TeachingBrief;
}

/** Questions of the bank that are looked at for one of the pupil's own: three may be offered, and some may give too much away. */
const FOUND = 6;
/** Replies that are not repeated: enough for the tutor not to say the same thing twice in a while. */
const LAST_REPLIES = 10;

/** Reads everything about a session that a turn needs. A fixed number of queries, however long the session is. */
export async function readScene(deps: TurnDeps, session: TaughtSession): Promise<Scene> {
  const [dialogue, pupil, course] = await Promise.all([
    deps.dialogues.find(session.id),
    deps.users.findPupil(session.studentId),
    deps.curriculum.findCourse(session.courseId),
  ]);
  if (!dialogue) throw new InvalidSessionStateError(session.status, 'take messages');
  if (!pupil || !course) throw new Error(`Session ${session.id} has lost its pupil or its course.`);
  const tutoring = await deps.tutoring();
  const courseUnits = await deps.curriculum.listUnits([course.id]);
  const notes = (await deps.notesTo?.(session)) ?? [];
  const history = await deps.messages.listLastLines(session.id);
  const mayName = session.type === 'group' || notes.length > 0 || history.some(({ from }) => from === 'class manager');
  return {
    session,
    pupil,
    course,
    dialogue,
    tutoring,
    teacher: await deps.agents.getTeacher(session.teacherId),
    units: await deps.sessions.listUnits(session.id, session.studentId),
    courseUnits,
    bank: await deps.banks.bankOf(course.id),
    standings: await deps.mastery.estimates(session.studentId, [course.id], courseUnits),
    notes,
    history,
    names: mayName ? ((await deps.namesIn?.(session)) ?? []) : [],
    now: deps.clock.now(),
  };
}

/**
 * What the pupil's message means and what the teacher does about it; with null the welcome, or what follows from `unasked` where nobody
 * has said anything. `shared` is what a turn among several knows besides. Changes nothing.
 */
export async function planTurn(
  deps: TurnDeps,
  session: TaughtSession,
  message: PupilMessage | null,
  { unasked = null, shared }: { unasked?: PupilAct | null; shared?: SharedTurn } = {},
): Promise<PlannedTurn> {
  const scene = await readScene(deps, session);
  const { state } = scene.dialogue;
  const open = await openItemIn(deps, scene);
  const { checker, vocabularyOf } = scene.tutoring;
  const act = message === null ? unasked : readPupil(message, state, open, checker, vocabularyOf(scene.bank.items));
  const language = languageOf(scene.pupil.locale, wordsOf(scene, message));
  const steer = steeringIn(scene);
  const context: StepContext = {
    now: scene.now,
    open,
    pool: poolOf(scene, steer),
    steer,
    ...masteryIn(scene),
    found: foundFor(act, scene),
    units: unitFacts(scene),
    checker,
    help: GENERATED_HELP[language],
    ...(await memoryOf(deps, scene)),
    due: await dueIn(deps, scene),
    ...(await weightsIn(deps, scene)),
    remaining: await remainingOf(deps, scene),
    ...shared?.context,
  };
  const result =
    act === null
      ? begin(state, context)
      : shared && message
        ? shared.step({ state, open, act, message }, context)
        : step(state, act, context);
  const brief = briefOf(scene, result, open, message, language);
  return { scene, open, act, result, brief: shared ? shared.brief(brief) : brief };
}

async function openItemIn({ banks }: TurnDeps, { bank, dialogue: { state }, tutoring }: Scene): Promise<Item | null> {
  if (state.open === null) return null;
  return openOwnItem(state, tutoring.checker) ?? (await banks.itemOf(bank, state.open.revisionId));
}

/** What the notes to the teacher order, in the units of this course. */
function steeringIn({ notes, courseUnits }: Scene): Steering {
  const names = courseUnits.map(({ name }) => name);
  return steeringOf(notes.map(({ id, content }) => ({ id, ...readWhisper(content, names) })));
}

/** Of the units of the session, and of the one that is ordered besides. */
function poolOf({ units, bank }: Scene, { unit }: Steering) {
  const names = units.map(({ unitName }) => unitName);
  if (unit !== null && 'name' in unit && !names.includes(unit.name)) names.push(unit.name);
  return names.flatMap((name) => bank.items.filter((item) => item.unitName === name));
}

/** The estimates as the machine asks for them. */
export function masteryIn({ standings }: Pick<Scene, 'standings'>) {
  const byName = new Map(standings.map((standing) => [standing.unitName, standing]));
  return {
    masteryOf: (name: string) => byName.get(name)?.mastery ?? 0.5,
    answersOf: (name: string) => byName.get(name)?.answers ?? 0,
  };
}

function unitFacts({ units, standings }: Scene) {
  return units.map(({ unitName, masteryBefore }) => {
    const after = standings.find((standing) => standing.unitName === unitName)?.mastery ?? masteryBefore ?? 0;
    return { name: unitName, before: masteryBefore ?? after, after };
  });
}

function foundFor(act: PupilAct | null, { bank, tutoring }: Scene) {
  if (act?.type === 'own question') return tutoring.search(bank.items, act.question, FOUND);
  if (act?.type !== 'picked') return [];
  const item = bank.byQa.get(act.qaId);
  return item ? [{ item, coverage: 1, score: 1 }] : [];
}

async function memoryOf(deps: TurnDeps, { session }: Scene) {
  const last = await deps.reviews.lastAnswered(session.studentId, session.courseId);
  return { lastAnswered: (qaId: number) => last.get(qaId) ?? null };
}

/** While a session opens, what is due for review in its course, and what was asked of it in this session already. */
async function dueIn(deps: TurnDeps, { session, bank, dialogue: { state } }: Scene): Promise<Item[]> {
  const due = state.phase === 'opening' ? await deps.reviews.listDue(session.studentId, session.courseId) : [];
  const ids = new Set([...state.done, ...due].map(({ qaId }) => qaId));
  return [...ids].flatMap((qaId) => bank.byQa.get(qaId) ?? []);
}

/** What units count in the next test of the course, for who prepares for it; nothing where none is ahead or it names no units. */
async function weightsIn({ tests }: TurnDeps, { session, units, now }: Scene): Promise<Pick<StepContext, 'weightOf'>> {
  if (session.type !== 'test preparation') return {};
  const [next] = (await tests.listOfStudent(session.studentId))
    .filter((sitting) => sitting.courseId === session.courseId && isAhead(sitting, now))
    .sort((a, b) => a.date - b.date);
  const weights = new Map(next?.units.map(({ name, weight }) => [name, weight]));
  const known = units.map(({ unitName }) => weights.get(unitName) ?? 0);
  const mean = known.reduce((sum, weight) => sum + weight, 0) / Math.max(1, known.length);
  return mean > 0 ? { weightOf: (name) => (weights.get(name) ?? 0) / mean } : {};
}

const isAhead = ({ phase, date, deadline }: TestSitting, now: Instant): boolean =>
  phase === 'not begun' && Math.max(date + DAY, deadline ?? 0) > now;

async function remainingOf(deps: TurnDeps, { session, now }: Scene): Promise<number> {
  if (session.endsAt) return session.endsAt - now;
  const pauses = (await deps.sessions.pausesOf([session.id])).get(session.id) ?? [];
  return session.plannedMinutes * MINUTE - timeStudied({ start: session.start, end: session.end, pauses }, now);
}

/** What the pupil wrote of late, newest last. */
function wordsOf({ history }: Scene, message: PupilMessage | null): string[] {
  const before = history.filter((entry) => entry.from === 'student').map((entry) => entry.content);
  return message ? [...before, message.text] : before;
}

function briefOf(
  scene: Scene,
  result: StepResult,
  open: StepContext['open'],
  message: PupilMessage | null,
  language: TutorLanguage,
): TeachingBrief {
  const { session, pupil, course, teacher, standings, history } = scene;
  return {
    teacherName: teacher.name,
    subject: course.subject,
    courseName: course.name,
    sessionType: session.type,
    pupil: profileOf(pupil, session, course.gradeLevel),
    language,
    units: scene.units.map(({ unitName }) => {
      const standing = standings.find((one) => one.unitName === unitName);
      const unit = scene.courseUnits.find((one) => one.name === unitName);
      return {
        name: unitName,
        description: unit?.description ?? '',
        mastery: standing?.mastery ?? 0.5,
        answers: standing?.answers ?? 0,
      };
    }),
    move: result.move,
    withheld: withheldBy(result.state, open, posedBy(result.move), wordsOf(scene, message).slice(-8)),
    lastReplies: history
      .filter((entry) => entry.from === 'teacher')
      .slice(-LAST_REPLIES)
      .map((entry) => entry.content),
    ...(scene.notes.length === 0 ? {} : { notes: scene.notes.map(({ content }) => content) }),
    ...(scene.names.length === 0 ? {} : { unnamed: unnamedIn(session, scene.names) }),
    turn: result.state.turn,
  };
}

/** The item that opens with a move. */
export function posedBy(move: Move) {
  return 'pose' in move ? move.pose : null;
}
