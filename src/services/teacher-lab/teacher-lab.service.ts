import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { createRandom } from '../../data/sample/random.ts';
import { listSamplePupils, prepareForLab, type SamplePupil } from '../../data/sample/sample-pupils.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import type { Item } from '../../domain/curriculum/curriculum.ts';
import { MINUTE } from '../../shared/instant.ts';
import type { CourseBankService } from '../curriculum/course-bank.service.ts';
import type { HomeConversation } from '../study-session/conversation.service.ts';
import type { HomeSessionView } from '../study-session/session-view.service.ts';
import type { StudySessionService } from '../study-session/study-session.service.ts';
import type { HeardReply } from './listen-to-teacher.ts';
import type { LabEnd, LabLesson } from './score-card.ts';
import { type LabLocale, PUPIL_KINDS, type PupilKind, writes } from './simulated-pupils.ts';
import type { TranscriptLine } from './transcript.ts';

export interface TeacherLabDeps {
  /** Holds the sample region and nothing else: the lab writes into it. */
  db: DatabaseManager;
  studySessions: StudySessionService;
  conversation: HomeConversation;
  sessionView: HomeSessionView;
  banks: CourseBankService;
  /** Moves the clock of the lesson on by so many ms: simulated pupils do not wait. */
  advance(milliseconds: number): void;
}

export interface LabPlan {
  /** Lessons, one a pupil. */
  pupils: number;
  /** Messages of each pupil at most. */
  turns: number;
  seed: number;
  /** Languages of the pupils, taken in turn. */
  locales: readonly LabLocale[];
  /** Tokens of all lessons together, in and out; no further message is sent when they are used up. */
  mostTokens: number;
  /** Real ms; no further message is sent when they are over. */
  mostMs: number;
}

/** Planned length of a lesson. The pupil's messages are spread over it, so that it is held to its end. */
const MINUTES = 20;

/** Holds lessons of simulated pupils with the real teacher, so that models can be compared. */
export class TeacherLabService {
  readonly #deps: TeacherLabDeps;
  #heard: HeardReply[] = [];
  #tokens = 0;

  constructor(deps: TeacherLabDeps) {
    this.#deps = deps;
  }

  /** To be told of every reply of the teacher. */
  readonly hear = (reply: HeardReply): void => {
    this.#heard.push(reply);
    this.#tokens += reply.reply.usage.inputTokens + reply.reply.usage.outputTokens;
  };

  /** Holds the lessons one after the other. The last one may be cut short by the tokens or the time. */
  async holdLessons(plan: LabPlan, onLesson: (text: string) => void): Promise<{ lessons: LabLesson[]; ended: LabEnd }> {
    const random = createRandom(`teacher lab ${plan.seed}`);
    const people = (await listSamplePupils(this.#deps.db)).slice(0, plan.pupils);
    const parts = people.map((person, at) => ({
      person,
      kind: PUPIL_KINDS[at % PUPIL_KINDS.length] as PupilKind,
      locale: plan.locales[(at + Math.floor(at / PUPIL_KINDS.length)) % plan.locales.length] as LabLocale,
      courseId: random.pick(person.courseIds),
    }));
    await prepareForLab(this.#deps.db, new Map(parts.map(({ person, locale }) => [person.userId, locale])));
    const until = performance.now() + plan.mostMs;
    const lessons: LabLesson[] = [];
    const over = (): LabEnd =>
      this.#tokens >= plan.mostTokens ? 'tokens' : performance.now() >= until ? 'time' : 'done';
    for (const { person, kind, locale, courseId } of parts) {
      if (over() !== 'done') break;
      onLesson(`Lesson ${lessons.length + 1} of ${parts.length}: a pupil ${kind.name}, ${locale}`);
      this.#heard = [];
      const lines = await this.#lesson({ person, kind, locale, courseId }, plan.turns, () => over() !== 'done');
      lessons.push({ pupil: `${kind.name}, ${locale}`, locale, heard: this.#heard, lines });
    }
    return { lessons, ended: over() };
  }

  async #lesson(
    { person, kind, locale, courseId }: { person: SamplePupil; kind: PupilKind; locale: LabLocale; courseId: number },
    turns: number,
    isOver: () => boolean,
  ): Promise<TranscriptLine[]> {
    const { studySessions, conversation, sessionView, banks, advance } = this.#deps;
    const { userId, firstName, schoolId } = person;
    const actor: Actor = { userId, role: 'student', name: firstName, firstName, locale, schoolId };
    const { id } = await studySessions.createHomeStudySession(actor, {
      type: 'homework',
      courseId,
      emotionalStateBefore: kind.name === 'in distress' ? 'negative' : 'neutral',
      minutes: MINUTES,
    });
    await conversation.begin(actor, id);
    const [first] = await conversation.listMessages(actor, id, 0);
    if (first) await (await conversation.followReply(actor, first)).done();
    const { byRevision } = await banks.bankOf(courseId);
    const clicked = new Map<string, string>();
    const offered: string[][] = [];
    let tries = 0;
    let before: number | null = null;
    let unit = '';
    for (let turn = 0; turn < turns && !isOver(); turn += 1) {
      const move = this.#heard.at(-1)?.brief.move;
      if (move?.kind === 'recap' || move?.kind === 'nothing left') break;
      const { openItem, offers } = await sessionView.standingOf(actor, id);
      offered[turn] = offers;
      const revisionId = openItem?.revisionId ?? null;
      tries = revisionId !== null && revisionId === before ? tries + 1 : 0;
      before = revisionId;
      unit = openItem?.unitName ?? unit;
      const open = revisionId === null ? null : (byRevision.get(revisionId) ?? null);
      const recapOf = move?.kind === 'ask for recap' || (move && 'recap' in move && move.recap) ? unit : null;
      const written = writes(kind, { turn, open, tries, recapOf }, locale);
      const clientId = `lab-${id}-${turn}`;
      if (written.choiceId !== undefined) clicked.set(clientId, choiceText(open, written.choiceId));
      advance((MINUTES * MINUTE) / turns);
      await (await conversation.sendMessage(actor, id, { clientId, ...written })).done();
    }
    let replies = 0;
    return (await sessionView.messagesOf(actor, id, 0)).map(({ message, posed }) => {
      if (message.from === 'student')
        return {
          from: 'pupil',
          text: message.content || (clicked.get(message.clientId ?? '') ?? ''),
          posed,
          offers: [],
        };
      replies += 1;
      return { from: 'teacher', text: message.content, posed, offers: offered[replies - 1] ?? [] };
    });
  }
}

const choiceText = (open: Item | null, id: string): string =>
  `(chooses) ${id}) ${open?.key.choices.find((choice) => choice.id === id)?.text ?? ''}`;
