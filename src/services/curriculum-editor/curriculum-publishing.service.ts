import type { CatalogueRepo } from '../../data/curriculum/editing/catalogue.repo.ts';
import type { DraftRepo, StoredDraft } from '../../data/curriculum/editing/draft.repo.ts';
import type {
  Publication,
  PublicationChange,
  PublicationRepo,
} from '../../data/curriculum/editing/publication.repo.ts';
import type { PublishedRepo } from '../../data/curriculum/editing/published.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { checkAlone } from '../../domain/curriculum/editing/check-content.ts';
import { checkFirstTime } from '../../domain/curriculum/editing/check-first-time.ts';
import { checkStructure, type StructureProblem } from '../../domain/curriculum/editing/check-structure.ts';
import { checkSupply } from '../../domain/curriculum/editing/check-supply.ts';
import { compareContent, type Difference } from '../../domain/curriculum/editing/compare-content.ts';
import { type KeyChange, keyChangesIn } from '../../domain/curriculum/editing/key-changed.ts';
import { problemName, type Structure, withDrafts } from '../../domain/curriculum/editing/structure.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import type { AnyContent, ProblemContent } from '../../shared/curriculum-content.ts';
import type { Clock } from '../../shared/instant.ts';
import type { CurriculumAccess } from './curriculum-access.ts';
import type { DraftPublisher } from './draft-publisher.ts';
import { fingerprint } from './draft-token.ts';
import { nameOf, publishedState, readPublished } from './published-state.ts';
import { readSupply } from './test-supply.ts';

export interface CurriculumPublishingDeps {
  db: DatabaseManager;
  curriculumAccess: CurriculumAccess;
  catalogue: CatalogueRepo;
  drafts: DraftRepo;
  published: PublishedRepo;
  publications: PublicationRepo;
  publisher: DraftPublisher;
  tutoring: () => Promise<{ checker: AnswerChecker }>;
  clock: Clock;
}

export type { Publication, PublicationChange };

/** A draft as it is looked at before it is published. */
export interface ReviewedDraft {
  draft: StoredDraft;
  name: string;
  /** Null: new. */
  before: AnyContent | null;
  differences: Difference[];
  /** Of a published problem: its questions with another key, and whether answers that were given are judged again by it. */
  keyChanges: KeyChange[];
  /** Somebody published this since the draft was begun. */
  isOutdated: boolean;
}

export interface Review {
  courseId: number;
  courseName: string;
  drafts: ReviewedDraft[];
  problems: NamedProblem[];
}

/** What keeps a draft from being published, with the name of the thing that it is about. */
export interface NamedProblem extends StructureProblem {
  name: string;
}

export interface PublishRequest {
  note: string;
  /** The drafts that were looked at, as they were then. */
  chosen: readonly { id: number; version: number }[];
}

/** Characters of what is written about a publication. */
export const LONGEST_NOTE = 2000;

export type PublishResult =
  | { outcome: 'published'; publicationId: number }
  | { outcome: 'problems'; problems: NamedProblem[] }
  /** A draft is not as it was looked at, or is gone. */
  | { outcome: 'conflict' }
  | { outcome: 'nothing chosen' };

/** An import may change thousands of things. */
const MOST_SHOWN = 200;

/** Makes drafts into what pupils see, and keeps what was before. */
export class CurriculumPublishingService {
  readonly #deps: CurriculumPublishingDeps;

  constructor(deps: CurriculumPublishingDeps) {
    this.#deps = deps;
  }

  /** All drafts of a course with what they change, and what would not go together if all were published. */
  async review(actor: Actor, courseId: number): Promise<Review> {
    const structure = await this.#deps.curriculumAccess.requireCourse(actor, courseId);
    const drafts = await this.#deps.drafts.list(courseId);
    const now = await readPublished(this.#deps.published, structure, drafts);
    const planned = withDrafts(structure, drafts, now.problems);
    const befores = drafts.map((draft) => publishedState(now, draft));
    const names = await this.#namesIn([...befores, ...drafts], planned);
    return {
      courseId,
      courseName: planned.course.name,
      problems: await this.#problemsIn(structure, planned, drafts),
      drafts: drafts.map((draft, index) => {
        const before = befores[index] ?? null;
        return {
          draft,
          name: nameOf(planned, draft),
          before,
          differences: compareContent(before, draft, names),
          keyChanges:
            before?.kind === 'problem' && draft.kind === 'problem' ? keyChangesIn(before.content, draft.content) : [],
          isOutdated: draft.base !== fingerprint(before?.content ?? null),
        };
      }),
    };
  }

  /**
   * Publishes the chosen drafts in one transaction, if they are as they were looked at and go together: new revisions, a record
   * of who, when and what, a new content version, and work for whatever rests on a changed key.
   */
  async publish(actor: Actor, courseId: number, { note, chosen }: PublishRequest): Promise<PublishResult> {
    const { db, curriculumAccess, drafts, published, publisher, tutoring } = this.#deps;
    // The algebra is loaded before the transaction begins: nothing is waited for in it.
    await tutoring();
    return db.tx(async (): Promise<PublishResult> => {
      const structure = await curriculumAccess.requireCourse(actor, courseId);
      const all = await drafts.list(courseId);
      const picked = all.filter(({ id, version }) => chosen.some((one) => one.id === id && one.version === version));
      if (chosen.length === 0) return { outcome: 'nothing chosen' };
      if (picked.length < chosen.length) return { outcome: 'conflict' };
      const now = await readPublished(published, structure, picked);
      const planned = withDrafts(structure, picked, now.problems);
      const found = await this.#problemsIn(structure, planned, picked);
      if (found.length > 0) return { outcome: 'problems', problems: found };
      const states = picked.map((draft) => ({
        draft,
        name: nameOf(planned, draft),
        before: publishedState(now, draft),
      }));
      const rest = all.filter((draft) => !picked.includes(draft));
      const publicationId = await publisher.publish({
        actor,
        planned,
        states,
        rest,
        note,
        now: this.#deps.clock.now(),
      });
      return { outcome: 'published', publicationId };
    });
  }

  /** The publications of a course, newest first. */
  async history(
    actor: Actor,
    courseId: number,
    page: { limit: number; before?: number },
  ): Promise<{ courseName: string; publications: Publication[] }> {
    const { course } = await this.#deps.curriculumAccess.requireCourse(actor, courseId);
    return { courseName: course.name, publications: await this.#deps.publications.list(courseId, page) };
  }

  /** One publication with what it changed, the first two hundred things of it. Throws `not-found` for somebody else's. */
  async publication(
    actor: Actor,
    id: number,
  ): Promise<{
    publication: Publication;
    courseName: string;
    changes: (PublicationChange & { differences: Difference[] })[];
    /** Things beyond those that are shown. */
    more: number;
  }> {
    const publication = await this.#deps.publications.find(id);
    if (!publication) throw notFound('publication');
    const { course } = await this.#deps.curriculumAccess.requireCourse(actor, publication.courseId);
    const { changes, all } = await this.#deps.publications.changesOf(id, MOST_SHOWN);
    const names = await this.#namesIn(changes.flatMap(({ before, after }) => [before, after]));
    return {
      publication,
      courseName: course.name,
      more: all - changes.length,
      changes: changes.map((change) => ({
        ...change,
        differences: compareContent(change.before, change.after, names),
      })),
    };
  }

  /** What became of a problem over time, newest first, each state beside the one before it. */
  async problemHistory(actor: Actor, problemId: number) {
    const structure = await this.#deps.curriculumAccess.requireCourseOf(actor, 'problem', problemId);
    const entries = await this.#deps.publications.historyOf(problemId);
    const [problem] = await this.#deps.published.listProblems([problemId]);
    return {
      courseId: structure.courseId,
      courseName: structure.course.name,
      current: problem?.live ? problem.content : null,
      entries: entries.map(({ publication, change }) => ({
        publication,
        change: { ...change, differences: compareContent(change.before, change.after) },
      })),
    };
  }

  /**
   * An earlier state of a problem, as it would be drafted now: in the unit in which the problem is today. Throws `not-found` when
   * the history has no such state.
   */
  async earlierState(
    actor: Actor,
    problemId: number,
    changeId: number,
    side: 'before' | 'after',
  ): Promise<ProblemContent> {
    const { entries, current } = await this.problemHistory(actor, problemId);
    const state = entries.find(({ change }) => change.id === changeId)?.change[side];
    if (state?.kind !== 'problem') throw notFound('earlier state');
    return { ...state.content, unit: current?.unit ?? state.content.unit };
  }

  /** What the questions are called that stand in orders; as drafts have them, where they do. None where there is no order. */
  async #namesIn(states: readonly (AnyContent | null)[], planned?: Structure): Promise<ReadonlyMap<number, string>> {
    const ids = states.flatMap((state) => (state?.kind === 'sequence' ? state.content.problems : []));
    const names = await this.#deps.published.listNames(ids);
    for (const { key, content } of planned?.problems ?? []) names.set(Number(key), problemName(content, key));
    return names;
  }

  async #problemsIn(live: Structure, planned: Structure, drafts: readonly StoredDraft[]): Promise<NamedProblem[]> {
    const { checker } = await this.#deps.tutoring();
    const neighbours = await this.#deps.catalogue.neighbours();
    const own = drafts.flatMap((draft) =>
      checkAlone(draft, checker).map((one) => ({ ...one, kind: draft.kind, key: draft.key })),
    );
    const found = [
      ...own,
      ...checkStructure(planned, neighbours),
      ...checkFirstTime(live, planned, drafts),
      ...(await this.#shortTests(planned, drafts)),
    ];
    return found.map((one) => ({ ...one, name: nameOf(planned, one) }));
  }

  /** Tests among the drafts that ask for more questions than their units would have. */
  async #shortTests(planned: Structure, drafts: readonly StoredDraft[]): Promise<StructureProblem[]> {
    const tests = drafts.flatMap((draft) => (draft.kind === 'test' ? [draft] : []));
    if (tests.length === 0) return [];
    const supply = await readSupply(this.#deps, planned.courseId, drafts);
    return tests.flatMap(({ kind, key, content }) =>
      checkSupply(content, planned, supply).map((one) => ({ ...one, kind, key })),
    );
  }
}
