import type { GuidanceEffectRepo, MemberAnswers } from '../../data/guidance/guidance-effect.repo.ts';
import type { GuidanceStandingRepo, RoomRecord, Standing, Taught } from '../../data/guidance/guidance-standing.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { isSmall } from '../../domain/access/small-groups.ts';
import { differenceOf, type Estimate, effectOn, type GroupEffect } from '../../domain/guidance/effect.ts';
import { isFor } from '../../domain/guidance/guidance.ts';
import type { Clock, Instant } from '../../shared/instant.ts';
import { DAY } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import type { OwnGuidance } from './guidance.service.ts';

export interface GuidanceAdoptionDeps {
  access: AccessService;
  users: UserRepo;
  guidanceStandings: GuidanceStandingRepo;
  guidanceEffects: GuidanceEffectRepo;
  clock: Clock;
}

/** A class that guidance is for, and what became of it there. */
export interface AdoptingClass {
  id: number;
  name: string;
  school: { id: number; name: string };
  readAt: Instant | null;
  /** An earlier version was read, and not this one. */
  readEarlier: boolean;
  takenUpAt: Instant | null;
  /** What its class manager said about it. */
  word: string;
  /** Lessons in which its units were studied since it was published; null: none. */
  taught: Taught | null;
}

export interface AdoptionCounts {
  classes: number;
  read: number;
  takenUp: number;
}

/** What pupils did in the guided units, so many weeks before it was published and after. */
export interface GuidanceEffect {
  weeks: number;
  /** The weeks after are not over yet. */
  isUnderWay: boolean;
  from: Instant;
  published: Instant;
  to: Instant;
  takenUp: GroupSide;
  others: GroupSide;
  /** By how much more those that took it up changed; null where one of the groups is not told of. */
  difference: Estimate | null;
}

/** Classes, and what their pupils did; null where nobody answered on one side, or fewer than ten pupils did. */
export interface GroupSide {
  classes: number;
  effect: GroupEffect | null;
}

/** So many weeks before and after may be compared. */
export const EFFECT_WEEKS = [2, 4, 8] as const;
export type EffectWeeks = (typeof EFFECT_WEEKS)[number];

/** What classes made of guidance, in the regions of whoever asks. No names of pupils, and nothing of fewer than ten of them. */
export class GuidanceAdoptionService {
  readonly #deps: GuidanceAdoptionDeps;

  constructor(deps: GuidanceAdoptionDeps) {
    this.#deps = deps;
  }

  /** Of these, what is published: how many classes it is for, and how many read it and took it up, by its id. Four queries. */
  async counts(actor: Actor, all: readonly OwnGuidance[]): Promise<Map<number, AdoptionCounts>> {
    const regions = await this.#regionsBySubject(actor);
    const current = all.filter((one) => one.current !== null);
    const rooms = await this.#rooms([...new Set([...regions.values()].flat())], [...regions.keys()]);
    const roomIds = rooms.map(({ id }) => id);
    const ids = current.map(({ id }) => id);
    const standings = await this.#deps.guidanceStandings.standings(ids, roomIds);
    return new Map(
      current.map((one) => {
        const addressed = new Set(addressedBy(one, rooms, regions.get(one.subject) ?? []).map(({ id }) => id));
        const own = standings.filter(({ guidanceId, classId }) => guidanceId === one.id && addressed.has(classId));
        const takenUp = own.filter(({ takenUpAt }) => takenUpAt !== null).length;
        return [one.id, { classes: addressed.size, read: own.length, takenUp }];
      }),
    );
  }

  /** The classes that it is for, by school, and what became of it there. Five queries, however many. */
  async classes(actor: Actor, guidance: OwnGuidance): Promise<AdoptingClass[]> {
    if (guidance.current === null) return [];
    const { guidanceStandings } = this.#deps;
    const regions = (await this.#regionsBySubject(actor)).get(guidance.subject) ?? [];
    const rooms = addressedBy(guidance, await this.#rooms(regions, [guidance.subject]), regions);
    const ids = rooms.map(({ id }) => id);
    const standings = new Map((await guidanceStandings.standings([guidance.id], ids)).map((one) => [one.classId, one]));
    const units = { subject: guidance.subject, ...guidance.current };
    const taught = await guidanceStandings.taughtSince(ids, units, firstPublished(guidance));
    const { number } = guidance.current;
    return rooms.map((room) => lineOf(room, standings.get(room.id), taught.get(room.id), number));
  }

  /**
   * What pupils of these classes answered in the guided units before guidance was first published and after, of classes that took it up
   * in that time and of the others. Three queries. Whoever is in both counts with those that took it up.
   */
  async effect(
    guidance: OwnGuidance,
    classes: readonly AdoptingClass[],
    weeks: EffectWeeks,
  ): Promise<GuidanceEffect | null> {
    if (guidance.current === null) return null;
    const published = firstPublished(guidance);
    const now = this.#deps.clock.now();
    const until = published + weeks * 7 * DAY;
    const around = { from: published - weeks * 7 * DAY, published, to: Math.min(until, now) };
    const units = { subject: guidance.subject, ...guidance.current };
    const all = await this.#deps.guidanceEffects.answersAround(
      classes.map(({ id }) => id),
      units,
      around,
    );
    const takers = new Set(
      classes.flatMap(({ id, takenUpAt }) => (takenUpAt !== null && takenUpAt < around.to ? id : [])),
    );
    const isTaker = ({ classIds }: MemberAnswers) => classIds.some((id) => takers.has(id));
    const takenUp = { classes: takers.size, effect: unlessFew(effectOn(all.filter(isTaker))) };
    const rest = all.filter((one) => !isTaker(one));
    const others = { classes: classes.length - takers.size, effect: unlessFew(effectOn(rest)) };
    return {
      weeks,
      isUnderWay: until > now,
      ...around,
      takenUp,
      others,
      difference: takenUp.effect && others.effect ? differenceOf(takenUp.effect, others.effect) : null,
    };
  }

  async #regionsBySubject(actor: Actor): Promise<Map<string, string[]>> {
    const { access, users } = this.#deps;
    access.requireRole(actor, 'manage curriculum');
    const pairs = await users.listSupervision(actor.userId);
    const bySubject = Map.groupBy(pairs, ({ subject }) => subject);
    return new Map([...bySubject].map(([subject, own]) => [subject, own.map(({ region }) => region)]));
  }

  async #rooms(regions: readonly string[], subjects: readonly string[]) {
    const rooms = await this.#deps.guidanceStandings.roomsIn(regions);
    const ids = rooms.map(({ id }) => id);
    const courses = await this.#deps.guidanceStandings.coursesOf(ids, subjects);
    return rooms.map((room) => ({ ...room, courses: courses.get(room.id) ?? [] }));
  }
}

type RoomWithCourses = RoomRecord & { courses: { id: number; subject: string }[] };

/** Those that it is for, in these regions. */
function addressedBy({ subject, current }: OwnGuidance, rooms: readonly RoomWithCourses[], regions: readonly string[]) {
  if (current === null) return [];
  return rooms.filter((room) => regions.includes(room.region) && isFor({ ...current, subject }, room));
}

const firstPublished = ({ versions }: OwnGuidance): Instant =>
  Math.min(...versions.flatMap(({ publishedAt }) => publishedAt ?? []));

function lineOf(
  { id, name, schoolId, schoolName }: RoomRecord,
  standing: Standing | undefined,
  taught: Taught | undefined,
  number: number,
): AdoptingClass {
  return {
    id,
    name,
    school: { id: schoolId, name: schoolName },
    readAt: standing?.readAt ?? null,
    readEarlier: standing !== undefined && standing.readNumber < number,
    takenUpAt: standing?.takenUpAt ?? null,
    word: standing?.word ?? '',
    taught: taught ?? null,
  };
}

function unlessFew(effect: GroupEffect | null): GroupEffect | null {
  if (effect === null || isSmall(effect.pupilsBefore) || isSmall(effect.pupilsAfter)) return null;
  const known = (gain: GroupEffect['gainBefore']) => (gain === null || isSmall(gain.of) ? null : gain);
  return { ...effect, gainBefore: known(effect.gainBefore), gainAfter: known(effect.gainAfter) };
}
