import type { Lesson } from '../../data/lessons/lesson.repo.ts';
import type { LessonWallRepo } from '../../data/lessons/lesson-wall.repo.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { SchoolSessionRepo } from '../../data/study-session/school-session.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { type Clock, HOUR } from '../../shared/instant.ts';
import type { CourseBankService } from '../curriculum/course-bank.service.ts';
import { shownMessage, type TranscriptMessage } from '../family/family.service.ts';
import type { PresenceService } from '../live/presence.service.ts';
import { type LessonAccessDeps, requireLesson } from './lesson-access.ts';

export interface LessonTranscriptDeps extends LessonAccessDeps {
  lessonWallRows: LessonWallRepo;
  schoolSessions: SchoolSessionRepo;
  banks: CourseBankService;
  presence: Pick<PresenceService, 'presentAmong'>;
  users: UserRepo;
  audit: AuditRepo;
  clock: Clock;
}

/** How long a note counts for whoever reads the same again, in ms. */
const NOTED_FOR = HOUR;

/** The talk of one session of a lesson, as it stands. */
export interface LessonTranscript {
  lesson: Lesson;
  sessionId: number;
  /** Of the group, or of the pupil. */
  title: string;
  pupils: { id: number; name: string; handUp: boolean }[];
  status: 'pending' | 'active' | 'paused' | 'completed' | 'cancelled';
  /** The class manager who answers in the teacher's place. */
  takenOver: { id: number; name: string; there: boolean } | null;
  /** Each with the name of the pupil who wrote it. */
  messages: (TranscriptMessage & { writer: string | null; hiddenFromParents: boolean })[];
}

/** What is said in the sessions of a lesson, for its class manager, while it is said. */
export class LessonTranscriptService {
  readonly #deps: LessonTranscriptDeps;

  constructor(deps: LessonTranscriptDeps) {
    this.#deps = deps;
  }

  /**
   * Noted in the audit log for each pupil whose words are read, once an hour for whoever reads on while it grows. Throws `forbidden` without the role and `not-found` for a session that is
   * not of this lesson, for a lesson of anybody else's class, and where all of its pupils have left the class: what was said to one of a
   * group goes with them, and their other words stay without their name.
   */
  async read(actor: Actor, lessonId: number, sessionId: number): Promise<LessonTranscript> {
    const { access, lessonWallRows, schoolSessions } = this.#deps;
    access.requireRole(actor, 'read a transcript');
    const lesson = await requireLesson(this.#deps, actor, 'view class analytics', lessonId);
    const places = (await lessonWallRows.places(lessonId)).filter((place) => place.sessionId === sessionId);
    const [first] = places;
    if (!first) throw notFound('study session');
    const pupils = places.map(({ studentId, name, handRaisedAt }) => {
      return { id: studentId, name, handUp: handRaisedAt !== null };
    });
    const names = new Map(pupils.map(({ id, name }) => [id, name]));
    const all = await schoolSessions.messagesOf(sessionId);
    const said = all.filter(({ onlyFor }) => onlyFor === null || names.has(onlyFor));
    const items = await this.#itemsOf(
      await this.#courseOf(sessionId, first.studentId),
      said.flatMap(({ posedRevisionId }) => posedRevisionId ?? []),
    );
    const staff = await this.#deps.users.namesOf([...new Set(said.flatMap((one) => one.classManagerId ?? []))]);
    await this.#note(actor, lesson, sessionId, pupils);
    return {
      lesson,
      sessionId,
      title: first.group === '' ? first.name : first.group,
      pupils,
      status: first.status,
      takenOver: first.takenOver && { ...first.takenOver, there: await this.#isThere(first.takenOver.id) },
      messages: said.map((message) => ({
        ...shownMessage(message, items),
        hiddenFromParents: message.hiddenFromParents,
        writer: names.get(message.studentId ?? 0) ?? staff.get(message.classManagerId ?? 0) ?? null,
      })),
    };
  }

  async #isThere(id: number): Promise<boolean> {
    return (await this.#deps.presence.presentAmong([id])).has(id);
  }

  async #courseOf(sessionId: number, studentId: number): Promise<number | null> {
    return (await this.#deps.schoolSessions.find(sessionId, studentId))?.course?.id ?? null;
  }

  async #itemsOf(courseId: number | null, revisions: readonly number[]) {
    const { banks } = this.#deps;
    if (courseId === null || revisions.length === 0) return new Map();
    return banks.itemsOf(await banks.bankOf(courseId), [...new Set(revisions)]);
  }

  async #note(actor: Actor, { schoolId }: Lesson, sessionId: number, pupils: LessonTranscript['pupils']) {
    const { audit, clock } = this.#deps;
    const [actorId, action, now] = [actor.userId, 'read a transcript', clock.now()];
    const ids = pupils.map(({ id }) => id);
    const noted = await audit.listDetails(actorId, action, ids, now - NOTED_FOR);
    if (noted.some(({ schoolSessionId }) => schoolSessionId === sessionId)) return;
    const details = { schoolSessionId: sessionId };
    await audit.addMany(ids.map((studentId) => ({ actorId, action, studentId, schoolId, details, now })));
  }
}
