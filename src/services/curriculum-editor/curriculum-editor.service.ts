import type { CatalogueRepo } from '../../data/curriculum/editing/catalogue.repo.ts';
import type { DraftPlace, DraftRepo } from '../../data/curriculum/editing/draft.repo.ts';
import type { FigureRepo } from '../../data/curriculum/editing/figure.repo.ts';
import type { PublishedRepo } from '../../data/curriculum/editing/published.repo.ts';
import type { StubRepo } from '../../data/curriculum/editing/stub.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { isUniqueViolation } from '../../data/db/sql.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { checkAlone, checkCourse } from '../../domain/curriculum/editing/check-content.ts';
import { checkStructure } from '../../domain/curriculum/editing/check-structure.ts';
import { checkSupply, type TestSupply } from '../../domain/curriculum/editing/check-supply.ts';
import type { FieldProblem } from '../../domain/curriculum/editing/field-problem.ts';
import { type Structure, withDrafts } from '../../domain/curriculum/editing/structure.ts';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import type { AnyContent, ContentKind, Contents, ProblemContent } from '../../shared/curriculum-content.ts';
import type { Clock, Instant } from '../../shared/instant.ts';
import type { CurriculumAccess } from './curriculum-access.ts';
import { draftToken, fingerprint, versionIn } from './draft-token.ts';
import { contentOf, missingUnit, publishedIn, withNew } from './planned-content.ts';
import { readSupply } from './test-supply.ts';

export interface CurriculumEditorDeps {
  db: DatabaseManager;
  curriculumAccess: CurriculumAccess;
  catalogue: CatalogueRepo;
  drafts: DraftRepo;
  published: PublishedRepo;
  stubs: StubRepo;
  figures: FigureRepo;
  audit: AuditRepo;
  tutoring: () => Promise<{ checker: AnswerChecker }>;
  clock: Clock;
}

/** A thing as it is being edited. */
export interface Opened<Kind extends ContentKind = ContentKind> {
  place: DraftPlace & { kind: Kind };
  /** The draft, or what is published where there is none. */
  content: Contents[Kind];
  /** Null: never published. */
  live: Contents[Kind] | null;
  /** Goes into the form and comes back with it: what the form was made of. */
  token: string;
  /** Who saved the draft last; null where there is no draft. */
  saved: { by: string | null; at: Instant; version: number } | null;
  /** The course with all drafts: what a form can name. */
  course: Structure;
}

export type Saved =
  | { outcome: 'saved' }
  | { outcome: 'problems'; problems: FieldProblem[] }
  /** Somebody saved or published in between. */
  | { outcome: 'conflict'; other: Opened };

export type Made = { outcome: 'made'; place: DraftPlace } | { outcome: 'problems'; problems: FieldProblem[] };

const NOT_OWN: FieldProblem = { field: 'subject', problem: 'Choose one of your own subjects.' };

/** Writing a curriculum: everything goes into drafts, which no pupil sees before they are published. */
export class CurriculumEditorService {
  readonly #deps: CurriculumEditorDeps;

  constructor(deps: CurriculumEditorDeps) {
    this.#deps = deps;
  }

  /** A course, a unit, a test or a problem for editing. Throws `not-found` for what is not there or somebody else's. */
  async open<Kind extends ContentKind>(actor: Actor, place: DraftPlace & { kind: Kind }): Promise<Opened<Kind>> {
    const structure = await this.#deps.curriculumAccess.requireCourse(actor, place.courseId);
    return this.#open(structure, place);
  }

  /** The same for a problem or a test, of which only the id is known. */
  async openById<Kind extends 'problem' | 'test'>(actor: Actor, kind: Kind, id: number): Promise<Opened<Kind>> {
    const structure = await this.#deps.curriculumAccess.requireCourseOf(actor, kind, id);
    return this.#open(structure, { courseId: structure.courseId, kind, key: String(id) });
  }

  async #open<Kind extends ContentKind>(
    structure: Structure,
    place: DraftPlace & { kind: Kind },
  ): Promise<Opened<Kind>> {
    const drafts = await this.#deps.drafts.list(structure.courseId);
    const found = await this.#published(structure, place);
    if (!found) throw notFound(place.kind);
    const draft = drafts.find((one) => one.kind === place.kind && one.key === place.key);
    const live = found.live ? found.content : null;
    return {
      place,
      content: draft ? contentOf(draft, place.kind) : found.content,
      live,
      token: draftToken(draft?.version ?? 0, live),
      saved: draft ? { by: draft.by, at: draft.at, version: draft.version } : null,
      course: withDrafts(structure, drafts),
    };
  }

  async #published<Kind extends ContentKind>(
    structure: Structure,
    { kind, key, courseId }: DraftPlace & { kind: Kind },
  ): Promise<{ content: Contents[Kind]; live: boolean } | undefined> {
    if (kind === 'sequence') {
      if (!structure.units.some((unit) => unit.key === key)) return undefined;
      const problems = (await this.#deps.published.listSequences(courseId, [key])).get(key) ?? [];
      return { content: contentOf({ kind: 'sequence', content: { problems } }, kind), live: true };
    }
    if (kind !== 'problem') return publishedIn(structure, kind, key);
    const id = Number(key);
    const [problem] = Number.isSafeInteger(id) ? await this.#deps.published.listProblems([id]) : [];
    if (problem?.courseId !== courseId) return undefined;
    return { content: contentOf({ kind: 'problem', content: problem.content }, kind), live: problem.live };
  }

  /**
   * Saves a draft if nobody saved or published the same thing since the form was made. A draft that says what is published
   * already is none, and goes away. `found`: what was wrong with the form before it was read.
   */
  async save(
    actor: Actor,
    place: DraftPlace,
    token: string,
    draft: AnyContent,
    found: readonly FieldProblem[] = [],
  ): Promise<Saved> {
    const { db, drafts, audit, clock } = this.#deps;
    const problems = [...found, ...(await this.#problemsOf(actor, place, draft))];
    if (problems.length > 0) return { outcome: 'problems', problems };
    const saved = await db.tx(async (): Promise<boolean> => {
      const opened = await this.open(actor, place);
      if (opened.token !== token) return false;
      const now = clock.now();
      await audit.add({ actorId: actor.userId, action: 'save a draft', details: { ...place }, now });
      if (opened.live !== null && JSON.stringify(opened.live) === JSON.stringify(draft.content)) {
        const there = await drafts.find(place);
        return there ? drafts.remove(there.id, versionIn(token)) : true;
      }
      const base = fingerprint(opened.live);
      return drafts.save({ place, content: draft.content, version: versionIn(token), base, by: actor.userId, now });
    });
    return saved ? { outcome: 'saved' } : { outcome: 'conflict', other: await this.open(actor, place) };
  }

  /** Makes something new, as a draft. */
  async create(actor: Actor, courseId: number, draft: AnyContent, found: readonly FieldProblem[] = []): Promise<Made> {
    const structure = await this.#deps.curriculumAccess.requireCourse(actor, courseId);
    const key = draft.kind === 'unit' ? draft.content.name : 'new';
    const problems = [...found, ...(await this.#problemsOf(actor, { courseId, kind: draft.kind, key }, draft, true))];
    if (problems.length > 0) return { outcome: 'problems', problems };
    return this.#make(actor, draft, async (now) => {
      const made = await this.#stub(structure, draft, now);
      return { courseId, kind: draft.kind, key: made };
    });
  }

  /** Makes a course of one of the actor's subjects, as a draft. */
  async createCourse(actor: Actor, content: Contents['course'], found: readonly FieldProblem[] = []): Promise<Made> {
    const subjects = await this.#deps.curriculumAccess.subjects(actor);
    const neighbours = await this.#deps.catalogue.neighbours();
    const empty = { courseId: 0, course: content, courseIsLive: false, units: [], tests: [], problems: [] };
    // What courses there are of another subject is not told.
    const isOwn = subjects.includes(content.subject);
    const problems = [...found, ...(isOwn ? checkStructure(empty, neighbours) : [NOT_OWN]), ...checkCourse(content)];
    if (problems.length > 0) return { outcome: 'problems', problems };
    return this.#make(actor, { kind: 'course', content }, async (now) => {
      const courseId = await this.#deps.stubs.addCourse(content, now);
      return { courseId, kind: 'course', key: 'course' };
    });
  }

  async #make(actor: Actor, draft: AnyContent, stub: (now: Instant) => Promise<DraftPlace>): Promise<Made> {
    const { db, drafts, audit, clock } = this.#deps;
    try {
      return await db.tx(async (): Promise<Made> => {
        const now = clock.now();
        const place = await stub(now);
        const base = fingerprint(null);
        await drafts.save({ place, content: draft.content, version: 0, base, by: actor.userId, now });
        await audit.add({ actorId: actor.userId, action: 'begin a draft', details: { ...place }, now });
        return { outcome: 'made', place };
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return { outcome: 'problems', problems: [{ field: 'name', problem: 'This name is taken.' }] };
    }
  }

  async #stub(structure: Structure, draft: AnyContent, now: Instant): Promise<string> {
    const { stubs } = this.#deps;
    const { courseId } = structure;
    if (draft.kind === 'unit') {
      await stubs.addUnit(courseId, draft.content, structure.units.length, now);
      return draft.content.name;
    }
    if (draft.kind === 'problem') return String(await stubs.addProblem(courseId, draft.content, now));
    if (draft.kind === 'test') return String(await stubs.addTest(courseId, draft.content, now));
    throw notFound(draft.kind);
  }

  /** How many questions for tests each unit of a course has, drafts included: what a test can ask for. */
  async testSupply(actor: Actor, courseId: number): Promise<TestSupply> {
    await this.#deps.curriculumAccess.requireCourse(actor, courseId);
    return readSupply(this.#deps, courseId, await this.#deps.drafts.list(courseId));
  }

  /** Throws a draft away: what is published stays; what never was is gone. Answers false when somebody saved in between. */
  async discard(actor: Actor, place: DraftPlace, token: string): Promise<boolean> {
    const { db, drafts, stubs, audit, clock } = this.#deps;
    return db.tx(async () => {
      const opened = await this.open(actor, place);
      if (opened.token !== token) return false;
      const draft = await drafts.find(place);
      if (draft && !(await drafts.remove(draft.id, draft.version))) return false;
      await audit.add({ actorId: actor.userId, action: 'discard a draft', details: { ...place }, now: clock.now() });
      if (opened.live !== null) return true;
      if (place.kind === 'unit') {
        await this.#requireEmpty(place);
        const sequence = await drafts.find({ ...place, kind: 'sequence' });
        if (sequence) await drafts.remove(sequence.id, sequence.version);
        return stubs.removeUnit(place.courseId, place.key);
      }
      if (place.kind === 'problem') return stubs.remove('problems', Number(place.key));
      if (place.kind === 'test') return stubs.remove('tests', Number(place.key));
      return true;
    });
  }

  async #requireEmpty({ courseId, key }: DraftPlace): Promise<void> {
    const page = { limit: 1, offset: 0 };
    const { catalogue } = this.#deps;
    const inside = [
      ...(await catalogue.listProblems(courseId, key, { ...page, archived: false })),
      ...(await catalogue.listProblems(courseId, key, { ...page, archived: true })),
    ];
    if (inside.length > 0) {
      throw new AppError('conflict', 'not-empty', 'There are questions in this unit: take those away first.');
    }
  }

  /** Deletes a course that nothing refers to. Throws `conflict` with what does; such a course can be archived. */
  async deleteCourse(actor: Actor, courseId: number): Promise<void> {
    const { db, curriculumAccess, stubs, audit, clock } = this.#deps;
    await db.tx(async () => {
      const { course } = await curriculumAccess.requireCourse(actor, courseId);
      const references = await stubs.referencesTo(courseId);
      if (Object.values(references).some((count) => count > 0)) {
        const message = 'Pupils have studied this course or are in it, so it can only be archived.';
        throw new AppError('conflict', 'still-needed', message, { details: references });
      }
      await stubs.removeCourse(courseId);
      const details = { courseId, name: course.name };
      await audit.add({ actorId: actor.userId, action: 'delete a course', details, now: clock.now() });
    });
  }

  /** All that is wrong with a draft: by itself, and beside the rest of its course as everybody's drafts have it. */
  async #problemsOf(actor: Actor, place: DraftPlace, draft: AnyContent, isNew = false): Promise<FieldProblem[]> {
    const { curriculumAccess, catalogue, drafts } = this.#deps;
    const published = await curriculumAccess.requireCourse(actor, place.courseId);
    const others = (await drafts.list(place.courseId)).filter(
      (one) => one.kind !== place.kind || one.key !== place.key,
    );
    const structure = withDrafts(isNew ? withNew(published, draft) : published, [
      ...others,
      { ...draft, key: isNew ? 'new' : place.key },
    ]);
    const neighbours = await catalogue.neighbours();
    const key = isNew ? 'new' : place.key;
    const beside = checkStructure(structure, neighbours).filter((one) => one.kind === place.kind && one.key === key);
    const subjects = await curriculumAccess.subjects(actor);
    const foreign = draft.kind === 'course' && !subjects.includes(draft.content.subject);
    return [
      ...checkAlone(draft, (await this.#deps.tutoring()).checker),
      ...beside.map(({ field, problem }) => ({ field, problem })),
      ...(foreign ? [NOT_OWN] : []),
      ...(draft.kind === 'problem' ? missingUnit(structure, draft.content.unit) : []),
      ...(draft.kind === 'problem' ? await this.#missingFigures(draft.content) : []),
      ...(draft.kind === 'test'
        ? checkSupply(draft.content, structure, await readSupply(this.#deps, place.courseId, others))
        : []),
    ];
  }

  async #missingFigures({ figures }: ProblemContent): Promise<FieldProblem[]> {
    const hashes = figures.map(({ hash }) => hash);
    const known = await this.#deps.figures.claim(hashes, this.#deps.clock.now());
    return hashes.flatMap((hash, index) =>
      hash === '' || known.has(hash)
        ? []
        : [{ field: `figure${index}`, problem: 'This picture is not here any more.' }],
    );
  }
}
