import type { CatalogueRepo, ListedCourse } from '../../data/curriculum/editing/catalogue.repo.ts';
import type { PublishedRepo } from '../../data/curriculum/editing/published.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { GuidanceRecord, GuidanceRepo, GuidanceVersion } from '../../data/guidance/guidance.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { Action, Actor } from '../../domain/access/permission-matrix.ts';
import type { Structure } from '../../domain/curriculum/editing/structure.ts';
import { AppError, invalidInput, notFound } from '../../domain/errors/app-error.ts';
import { faultsOf, type GuidanceContent, LONGEST_WORD, overtaken } from '../../domain/guidance/guidance.ts';
import type { Clock } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import { type GuidanceTellingDeps, guidanceKey, tellOfGuidance } from './guidance-telling.ts';

export type { GuidanceRecord, GuidanceVersion };

export interface GuidanceDeps extends GuidanceTellingDeps {
  db: DatabaseManager;
  access: AccessService;
  users: UserRepo;
  catalogue: CatalogueRepo;
  published: PublishedRepo;
  guidance: GuidanceRepo;
  clock: Clock;
}

/** Guidance as a supervisor reads it. */
export interface OwnGuidance extends GuidanceRecord {
  /** What class managers read: the last published version, unless it is withdrawn; null: nothing is published. */
  current: GuidanceVersion | null;
  draft: GuidanceVersion | null;
  /** Whether the actor may change it: all regions that it is for are theirs, or they began it. */
  isOwn: boolean;
}

/** What there is to choose from when guidance for a subject is written. */
export interface GuidanceChoices {
  subject: string;
  subjects: string[];
  regions: string[];
  courses: Pick<ListedCourse, 'id' | 'name' | 'gradeLevel'>[];
  /** Of the course that is chosen; empty without one. */
  units: string[];
  tests: { id: number; name: string }[];
}

const MANAGE: Action = 'manage curriculum';
const MOST_COURSES = 200;

/** Guidance that supervisors write and publish to the class managers of their regions. */
export class GuidanceService {
  readonly #deps: GuidanceDeps;

  constructor(deps: GuidanceDeps) {
    this.#deps = deps;
  }

  /** Guidance of the actor's subjects that is for one of their regions at least, the newest first; others' drafts are left out. */
  async list(actor: Actor): Promise<OwnGuidance[]> {
    const pairs = await this.#supervision(actor);
    const found = await this.#deps.guidance.listOfSubjects([...new Set(pairs.map(({ subject }) => subject))]);
    return found.flatMap((one) => ownOf(one, actor, pairs) ?? []);
  }

  /** Throws `not-found` for guidance of another subject, of other regions, and for others' drafts. */
  async find(actor: Actor, id: number): Promise<OwnGuidance> {
    const pairs = await this.#supervision(actor);
    const record = await this.#deps.guidance.find(id);
    const own = record && ownOf(record, actor, pairs);
    if (!own) throw notFound('guidance');
    return own;
  }

  /**
   * What can be chosen for a subject of the actor's, the first one where none is named, and of a course of it. Throws `not-found` for
   * another subject or course.
   */
  async choices(
    actor: Actor,
    wish: { subject?: string | undefined; courseId?: number | undefined },
  ): Promise<GuidanceChoices> {
    const pairs = await this.#supervision(actor);
    const structure = wish.courseId === undefined ? undefined : await this.#deps.published.findStructure(wish.courseId);
    const subject = structure?.course.subject ?? wish.subject ?? pairs[0]?.subject;
    const regions = pairs.flatMap((pair) => (pair.subject === subject ? pair.region : []));
    if (subject === undefined || regions.length === 0) throw notFound('subject');
    if (wish.courseId !== undefined && !structure) throw notFound('course');
    const all = { archived: false, limit: MOST_COURSES, offset: 0 };
    const courses = await this.#deps.catalogue.listCourses({ subjects: [subject], ...all });
    return {
      subject,
      subjects: [...new Set(pairs.map((pair) => pair.subject))],
      regions,
      courses: courses.filter(({ isDraft }) => !isDraft),
      units: structure ? unitsOf(structure) : [],
      tests: structure ? testsOf(structure) : [],
    };
  }

  /** Begins guidance with a draft. Throws `invalid-input` with the fields that cannot be taken; answers with its id. */
  async create(actor: Actor, subject: string, content: GuidanceContent): Promise<number> {
    const checked = await this.#checked(actor, subject, content);
    return this.#deps.guidance.create(subject, checked, this.#deed(actor));
  }

  /**
   * Saves the draft, which was edited so many times before; 0: of what is published a draft is begun. Throws `not-found` for what the
   * actor may not change, `invalid-input` with the fields, `conflict` where it has been changed meanwhile.
   */
  async save(actor: Actor, id: number, edits: number, content: GuidanceContent): Promise<void> {
    const { subject } = await this.#requireOwn(actor, id);
    const checked = await this.#checked(actor, subject, content);
    if (!(await this.#deps.guidance.saveDraft(id, edits, checked, this.#deed(actor)))) throw overtaken();
  }

  /** Publishes the draft as it was read. Class managers see it at once and are told; what was withdrawn is there again. */
  async publish(actor: Actor, id: number, edits: number): Promise<void> {
    const { db, guidance } = this.#deps;
    const { draft, subject } = await this.#requireOwn(actor, id);
    if (!draft) throw overtaken();
    // Since it was written, units may have gone, and regions may not be the actor's any more.
    await this.#checked(actor, subject, draft);
    await db.tx(async () => {
      if (!(await guidance.publish(id, edits, this.#deed(actor)))) throw overtaken();
      const published = await guidance.find(id);
      if (published) await tellOfGuidance(this.#deps, published);
    });
  }

  /** Throws the draft away. True: nothing was ever published, so that the guidance is gone with it. */
  async discard(actor: Actor, id: number): Promise<boolean> {
    const { versions } = await this.#requireOwn(actor, id);
    if (!(await this.#deps.guidance.discard(id))) throw overtaken();
    return versions.every(({ publishedAt }) => publishedAt === null);
  }

  /** Takes what is published back, and says why. Throws `invalid-input` without words, `conflict` where nothing is published. */
  async withdraw(actor: Actor, id: number, why: string): Promise<void> {
    const { current } = await this.#requireOwn(actor, id);
    const words = why.trim();
    if (words === '' || words.length > LONGEST_WORD) {
      throw invalidInput('Say why it is withdrawn.', { why: `1 to ${LONGEST_WORD} characters` });
    }
    const { db, guidance, notifications } = this.#deps;
    await db.tx(async () => {
      if (!current || !(await guidance.withdraw(id, words, this.#deed(actor)))) throw overtaken();
      await notifications.settle(guidanceKey(id));
    });
  }

  async #supervision(actor: Actor) {
    const { access, users } = this.#deps;
    access.requireRole(actor, MANAGE);
    return users.listSupervision(actor.userId);
  }

  async #requireOwn(actor: Actor, id: number): Promise<OwnGuidance> {
    const own = await this.find(actor, id);
    if (!own.isOwn) throw new AppError('forbidden', 'forbidden', 'It is for regions that are not yours.');
    return own;
  }

  /** The content as it is kept. */
  async #checked(actor: Actor, subject: string, content: GuidanceContent): Promise<GuidanceContent> {
    const pairs = await this.#supervision(actor);
    const regions = pairs.flatMap((pair) => (pair.subject === subject ? pair.region : []));
    if (regions.length === 0) throw notFound('subject');
    const { courseId } = content;
    const found = courseId === null ? undefined : await this.#deps.published.findStructure(courseId);
    const structure = found?.course.subject === subject ? found : undefined;
    const tests = structure ? testsOf(structure).map((test) => test.id) : [];
    const faults = faultsOf(content, { regions, units: structure ? unitsOf(structure) : null, testIds: tests });
    if (Object.keys(faults).length > 0) throw invalidInput('This guidance cannot be saved.', faults);
    return { ...content, title: content.title.trim(), body: content.body.trim() };
  }

  #deed({ userId }: Actor) {
    return { byId: userId, now: this.#deps.clock.now() };
  }
}

const unitsOf = ({ units }: Structure): string[] =>
  units.flatMap(({ key, content, live }) => (live && !content.archived ? key : []));
const testsOf = ({ tests }: Structure): { id: number; name: string }[] =>
  tests.flatMap(({ key, content, live }) => (live && !content.archived ? { id: Number(key), name: content.name } : []));

/** Null: it is not for the actor to see. */
function ownOf(
  record: GuidanceRecord,
  actor: Actor,
  pairs: readonly { subject: string; region: string }[],
): OwnGuidance | null {
  const regions = pairs.flatMap(({ subject, region }) => (subject === record.subject ? region : []));
  const published = record.versions.filter(({ publishedAt }) => publishedAt !== null);
  const draft = record.versions.find(({ publishedAt }) => publishedAt === null) ?? null;
  const isAuthor = record.createdBy === actor.userId && regions.length > 0;
  const told = new Set(record.versions.flatMap((version) => version.regions));
  const isOwn = isAuthor || [...told].every((region) => regions.includes(region));
  const isSeen = isOwn || published.some((version) => version.regions.some((region) => regions.includes(region)));
  if (!isSeen) return null;
  const current = record.withdrawn === null ? (published.at(-1) ?? null) : null;
  const versions = isOwn ? record.versions : published;
  return { ...record, versions, current, draft: isOwn ? draft : null, isOwn };
}
