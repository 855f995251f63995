import type { GuidanceRecord, GuidanceRepo, GuidanceVersion } from '../../data/guidance/guidance.repo.ts';
import type { GuidanceStandingRepo, RoomRecord, Standing } from '../../data/guidance/guidance-standing.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { AppError, invalidInput, notFound } from '../../domain/errors/app-error.ts';
import { isFor, LONGEST_WORD } from '../../domain/guidance/guidance.ts';
import type { Clock, Instant } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import type { NotificationsService } from '../notifications/notifications.service.ts';
import { guidanceKey } from './guidance-telling.ts';

export interface ClassGuidanceDeps {
  access: AccessService;
  guidance: GuidanceRepo;
  guidanceStandings: GuidanceStandingRepo;
  notifications: Pick<NotificationsService, 'settle'>;
  clock: Clock;
}

/** A class of the actor's that guidance is for, and what was said of it there. */
export interface GuidedClass {
  id: number;
  name: string;
  readAt: Instant | null;
  takenUpAt: Instant | null;
  word: string;
}

/** Guidance as a class manager reads it. */
export interface GuidanceForClass {
  id: number;
  subject: string;
  version: GuidanceVersion;
  publishedAt: Instant;
  withdrawn: { at: Instant; why: string } | null;
  classes: GuidedClass[];
  /** Nobody has read it yet; or an earlier version only. */
  news: 'new' | 'changed' | null;
}

/** Guidance that is for the classes of a class manager. */
export class ClassGuidanceService {
  readonly #deps: ClassGuidanceDeps;

  constructor(deps: ClassGuidanceDeps) {
    this.#deps = deps;
  }

  /** What is published and not withdrawn, the last published first. Eight queries, however much. */
  async list(actor: Actor): Promise<GuidanceForClass[]> {
    const rooms = await this.#rooms(actor);
    const region = rooms[0]?.region;
    const records = region === undefined ? [] : await this.#deps.guidance.listPublishedIn(region);
    const found = await this.#forRooms(records, rooms);
    return found.sort((a, b) => b.publishedAt - a.publishedAt);
  }

  /** How much of it nobody has read in its last version. */
  async countUnread(actor: Actor): Promise<number> {
    return (await this.list(actor)).filter(({ news }) => news !== null).length;
  }

  /** One of them, also where it was withdrawn after it was read. Throws `not-found` for what is for none of the actor's classes. */
  async find(actor: Actor, id: number): Promise<GuidanceForClass> {
    const rooms = await this.#rooms(actor);
    const record = await this.#deps.guidance.find(id);
    const [found] = record ? await this.#forRooms([record], rooms) : [];
    if (!found || (found.withdrawn !== null && found.classes.every(({ readAt }) => readAt === null))) {
      throw notFound('guidance');
    }
    return found;
  }

  /** Says that it was read, in all classes that it is for. Again, it says so of the version that is there now. */
  async read(actor: Actor, id: number): Promise<void> {
    const { version, classes } = await this.#open(actor, id);
    const ids = classes.map((room) => room.id);
    await this.#deps.guidanceStandings.read(id, version.number, ids, this.#deed(actor));
    await this.#deps.notifications.settle(guidanceKey(id), actor.userId);
  }

  /**
   * Takes it up in a class, with a word about it or without one; or takes that back. Throws `not-found` for a class that it is not for,
   * `invalid-input` for too many words.
   */
  async takeUp(
    actor: Actor,
    id: number,
    wish: { classId: number; takenUp: boolean; word?: string | undefined },
  ): Promise<void> {
    const { version, classes } = await this.#open(actor, id);
    if (!classes.some((room) => room.id === wish.classId)) throw notFound('class');
    const word = (wish.word ?? '').trim();
    if (word.length > LONGEST_WORD)
      throw invalidInput('That is too long.', { word: `at most ${LONGEST_WORD} characters` });
    const { classId, takenUp } = wish;
    const said = { classId, takenUp, word, number: version.number };
    await this.#deps.guidanceStandings.takeUp(id, said, this.#deed(actor));
  }

  async #open(actor: Actor, id: number): Promise<GuidanceForClass> {
    const found = await this.find(actor, id);
    if (found.withdrawn) throw new AppError('conflict', 'withdrawn', 'This guidance has been withdrawn.');
    return found;
  }

  async #rooms(actor: Actor): Promise<RoomRecord[]> {
    this.#deps.access.requireRole(actor, 'read guidance');
    return this.#deps.guidanceStandings.roomsOfManager(actor.userId);
  }

  async #forRooms(records: readonly GuidanceRecord[], rooms: readonly RoomRecord[]): Promise<GuidanceForClass[]> {
    const { guidanceStandings } = this.#deps;
    const ids = rooms.map(({ id }) => id);
    const subjects = [...new Set(records.map(({ subject }) => subject))];
    const courses = await guidanceStandings.coursesOf(ids, subjects);
    const guidanceIds = records.map(({ id }) => id);
    const standings = await guidanceStandings.standings(guidanceIds, ids);
    return records.flatMap(({ id, subject, withdrawn, versions }) => {
      const version = versions.findLast(({ publishedAt }) => publishedAt !== null);
      if (!version) return [];
      const own = rooms.filter((room) =>
        isFor({ ...version, subject }, { ...room, courses: courses.get(room.id) ?? [] }),
      );
      if (own.length === 0) return [];
      const said = standings.filter(({ guidanceId }) => guidanceId === id);
      const classes = own.map((room) => guided(room, said));
      const publishedAt = version.publishedAt ?? 0;
      return [{ id, subject, version, publishedAt, withdrawn, classes, news: newsOf(own, said, version.number) }];
    });
  }

  #deed({ userId }: Actor) {
    return { byId: userId, now: this.#deps.clock.now() };
  }
}

function guided({ id, name }: RoomRecord, standings: readonly Standing[]): GuidedClass {
  const own = standings.find(({ classId }) => classId === id);
  return { id, name, readAt: own?.readAt ?? null, takenUpAt: own?.takenUpAt ?? null, word: own?.word ?? '' };
}

function newsOf(
  rooms: readonly RoomRecord[],
  standings: readonly Standing[],
  number: number,
): GuidanceForClass['news'] {
  const own = rooms.map(({ id }) => standings.find(({ classId }) => classId === id));
  if (own.every((one) => one === undefined)) return 'new';
  return own.some((one) => one === undefined || one.readNumber < number) ? 'changed' : null;
}
