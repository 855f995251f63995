import type { Lesson } from '../../data/lessons/lesson.repo.ts';
import type { LessonWallRepo, WallAnswers, WallPlace, WallWords } from '../../data/lessons/lesson-wall.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { LATE_AFTER, needOf, scoreOf } from '../../domain/lessons/need.ts';
import { isUnkind } from '../../domain/safety/unkind.ts';
import type { Clock, Instant } from '../../shared/instant.ts';
import type { LessonWall, WallCard, WallLesson } from '../../shared/lesson-wall.ts';
import { byNeed } from '../../shared/wall-parts.ts';
import type { PresenceService } from '../live/presence.service.ts';
import { type LessonAccessDeps, requireLesson } from './lesson-access.ts';

export interface LessonWallDeps extends LessonAccessDeps {
  lessonWallRows: LessonWallRepo;
  /** Whose pages are open. */
  presence: Pick<PresenceService, 'presentAmong'>;
  clock: Clock;
}

/** So much of what was said last stands on a card. */
const LONGEST_WORDS = 120;

/** What a class manager sees of a lesson: who is there, what they are at, and who needs a person now. */
export class LessonWallService {
  readonly #deps: LessonWallDeps;

  constructor(deps: LessonWallDeps) {
    this.#deps = deps;
  }

  /** Throws `forbidden` without the role and `not-found` for a lesson of anybody else's class. */
  async allows(actor: Actor, lessonId: number): Promise<void> {
    await requireLesson(this.#deps, actor, 'view class analytics', lessonId);
  }

  /**
   * The wall of a lesson of the actor's classes, whoever needs a person most first. Eight queries, however many pupils. Throws
   * what `allows` does.
   */
  async wallOf(actor: Actor, lessonId: number): Promise<LessonWall> {
    const { lessonWallRows: rows, classes, presence, clock } = this.#deps;
    const lesson = await requireLesson(this.#deps, actor, 'view class analytics', lessonId);
    const places = await rows.places(lessonId);
    const known: Known = {
      lesson,
      now: clock.now(),
      standings: Map.groupBy(await rows.standings(lessonId), keyOf),
      answers: Map.groupBy(await rows.answers(lessonId), keyOf),
      words: new Map((await rows.lastWords(lessonId)).map((one) => [keyOf(one), one])),
      present: await presence.presentAmong(
        places.flatMap(({ studentId, takenOver }) => (takenOver ? [studentId, takenOver.id] : [studentId])),
      ),
      names: new Map(
        [...Map.groupBy(places, ({ sessionId }) => sessionId)].map(([id, group]) => [id, group.map(firstNameOf)]),
      ),
      alerts: new Map((await rows.openAlerts(lessonId)).map((one) => [one.studentId, one])),
    };
    const cards = places.map((place) => cardOf(place, known)).sort(byNeed);
    const names = new Map(
      (await classes.listMembers([lesson.classId])).map((one) => [one.studentId, `${one.firstName} ${one.lastName}`]),
    );
    return { now: known.now, lesson: headOf(lesson, cards, names), cards };
  }
}

interface Known {
  lesson: Lesson;
  now: Instant;
  standings: Map<string, { unit: string; mastery: number }[]>;
  answers: Map<string, WallAnswers[]>;
  words: Map<string, WallWords>;
  present: Set<number>;
  /** First names of who shares a session. */
  names: Map<number, string[]>;
  alerts: Map<number, { severity: number; since: Instant }>;
}

const keyOf = ({ sessionId, studentId }: { sessionId: number; studentId: number }) => `${sessionId}:${studentId}`;

function cardOf(place: WallPlace, known: Known): WallCard {
  const { dialogue, group, course, ...rest } = place;
  const { lesson, now } = known;
  const key = keyOf(place);
  const open = dialogue?.open ?? null;
  const answers = known.answers.get(key) ?? [];
  const standings = known.standings.get(key) ?? [];
  const words = known.words.get(key);
  const last = answers.reduce<WallAnswers | null>((best, one) => (one.lastId > (best?.lastId ?? 0) ? one : best), null);
  const unit = open?.unitName ?? last?.unit ?? standings[0]?.unit ?? null;
  const before = standings.find((one) => one.unit === unit)?.mastery ?? null;
  const alert = known.alerts.get(place.studentId);
  const facts = {
    hints: open?.rung ?? 0,
    misses: open?.wrong ?? 0,
    hintsUsedUp: open?.usedUp ?? false,
    unkindAt: words && isUnkind(words.words, known.names.get(place.sessionId)) ? words.at : null,
    saidStuck: words?.act === 'stuck' ? words.at : null,
    flags: dialogue?.flags ?? [],
    lastActivity: lastActivityOf(place, words, lesson),
  };
  // Nobody waits for who is known to be away.
  const lessonStart = place.absence === null ? lesson.start : null;
  const reasons = needOf({ ...rest, ...facts, lessonStart, alertSince: alert?.since ?? null }, now);
  return {
    studentId: place.studentId,
    name: place.name,
    sessionId: place.sessionId,
    group,
    status: place.status,
    pausedBy: place.pausedBy,
    place: placeOf(place, lesson, now),
    joinedAt: place.joinedAt,
    present: known.present.has(place.studentId),
    course,
    unit,
    masteryBefore: before,
    mastery: answers.find((one) => one.unit === unit)?.mastery ?? before,
    solved: answers.reduce((sum, one) => sum + one.solved, 0),
    attempts: answers.reduce((sum, one) => sum + one.attempts, 0),
    hints: facts.hints,
    misses: facts.misses,
    flags: facts.flags,
    lastActivity: facts.lastActivity,
    lastWords: words ? shortened(words.words) : null,
    feeling: place.feeling,
    handRaisedAt: place.handRaisedAt,
    alert: alert ? { severity: alert.severity, since: alert.since } : null,
    takenOver: place.takenOver && { ...place.takenOver, there: known.present.has(place.takenOver.id) },
    reasons,
    score: scoreOf(reasons),
  };
}

const firstNameOf = ({ name }: WallPlace): string => name.split(' ', 1)[0] ?? '';

function placeOf(
  { joinedAt, attended, absence }: WallPlace,
  { start, state }: Lesson,
  now: Instant,
): WallCard['place'] {
  const isLate = start !== null && (joinedAt ?? now) - start >= LATE_AFTER;
  if (state === 'completed' || state === 'cancelled')
    return attended ? (isLate && joinedAt ? 'late' : 'there') : 'absent';
  if (joinedAt === null) {
    if (absence !== null) return 'absent';
    return isLate ? 'late' : 'expected';
  }
  return isLate ? 'late' : 'there';
}

/** Of a group only what a pupil wrote says what that pupil did. */
function lastActivityOf(place: WallPlace, words: WallWords | undefined, { type }: Lesson): Instant | null {
  if (place.joinedAt === null) return null;
  const own = type === 'individual' ? (place.lastActivity ?? 0) : 0;
  return Math.max(place.joinedAt, words?.at ?? 0, own);
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= LONGEST_WORDS
    ? line
    : `${letters
        .slice(0, LONGEST_WORDS - 1)
        .join('')
        .trimEnd()}…`;
}

function headOf(lesson: Lesson, cards: readonly WallCard[], names: ReadonlyMap<number, string>): WallLesson {
  const { id, type, state, className, minutes, plannedStart, plannedEnd, start, end, endReason, eyesUp } = lesson;
  const count = (is: (card: WallCard) => boolean) => cards.filter(is).length;
  return {
    id,
    type,
    state,
    className,
    minutes,
    plannedStart,
    plannedEnd,
    start,
    end,
    endReason,
    eyesUp,
    course: lesson.course?.name ?? null,
    topic: lesson.plan.topic,
    counts: {
      expected: cards.length,
      there: count(({ joinedAt }) => joinedAt !== null),
      late: count(({ place, joinedAt }) => place === 'late' && joinedAt === null),
      absent: count(({ place }) => place === 'absent'),
      hands: count(({ handRaisedAt, status }) => handRaisedAt !== null && (status === 'active' || status === 'paused')),
      needing: count(({ score }) => score > 0),
      paused: count(({ status }) => status === 'paused'),
      done: count(({ status, joinedAt }) => status === 'completed' && joinedAt !== null),
    },
    leftOut: lesson.plan.leftOut.flatMap(({ studentId, why }) => {
      const name = names.get(studentId);
      return name === undefined ? [] : [{ studentId, why, name }];
    }),
  };
}
