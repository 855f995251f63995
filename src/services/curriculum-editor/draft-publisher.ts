import type { DraftRepo, StoredDraft } from '../../data/curriculum/editing/draft.repo.ts';
import type { PublishRepo } from '../../data/curriculum/editing/publish.repo.ts';
import type { PublishedStep, PublishProblemRepo } from '../../data/curriculum/editing/publish-problem.repo.ts';
import type { GradeEnrolmentRepo } from '../../data/curriculum/grade-enrolment.repo.ts';
import { type PublicationSummary, recordPublication } from '../../data/curriculum/publication-record.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { JobRepo } from '../../data/jobs/job.repo.ts';
import { queueRegrade } from '../../data/jobs/queue-regrade.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { DialogueRepo } from '../../data/study-session/dialogue.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { keyChanged } from '../../domain/curriculum/editing/key-changed.ts';
import {
  renamedKey,
  renameUnits,
  renameUnitsInDialogue,
  type UnitNames,
} from '../../domain/curriculum/editing/rename-unit.ts';
import type { Structure } from '../../domain/curriculum/editing/structure.ts';
import type { AnyContent } from '../../shared/curriculum-content.ts';
import type { Instant } from '../../shared/instant.ts';

export interface DraftPublisherDeps {
  db: DatabaseManager;
  drafts: DraftRepo;
  writes: PublishRepo;
  problemWrites: PublishProblemRepo;
  dialogues: DialogueRepo;
  gradeEnrolments: GradeEnrolmentRepo;
  jobs: JobRepo;
  audit: AuditRepo;
}

export interface DraftState {
  draft: StoredDraft;
  name: string;
  /** Null: new. */
  before: AnyContent | null;
}

export interface DraftsToPublish {
  actor: Actor;
  /** The course as it will be. */
  planned: Structure;
  states: readonly DraftState[];
  /** Drafts that stay drafts. */
  rest: readonly StoredDraft[];
  note: string;
  now: Instant;
}

/** Writes drafts that were checked into what pupils see. Its caller begins the transaction. */
export class DraftPublisher {
  readonly #deps: DraftPublisherDeps;

  constructor(deps: DraftPublisherDeps) {
    this.#deps = deps;
  }

  /** Answers with the id of the record. */
  async publish(what: DraftsToPublish): Promise<number> {
    const { db, audit } = this.#deps;
    const { actor, planned, states, note, now } = what;
    const { courseId } = planned;
    const record = { courseId, by: actor.userId, origin: 'editor' as const, note, summary: summaryOf(states), now };
    const { id } = await recordPublication(db.handle(), record);
    // A problem may stand in a unit that comes out with it, and units may build on each other.
    for (const state of sorted(states)) await this.#write(id, what, state);
    if (states.some(({ draft }) => draft.kind === 'course')) await this.#deps.gradeEnrolments.open(courseId);
    for (const { draft } of states) {
      if (draft.kind !== 'unit') continue;
      await this.#deps.writes.prerequisites(
        courseId,
        draft.key,
        draft.content.archived ? [] : draft.content.prerequisites,
      );
    }
    await this.#order(planned);
    await this.#rename(what);
    for (const { draft } of states) await this.#deps.drafts.remove(draft.id, draft.version);
    const details = { courseId, publicationId: id, drafts: states.length };
    await audit.add({ actorId: actor.userId, action: 'publish a curriculum', details, now });
    return id;
  }

  async #write(publicationId: number, { planned, actor, now }: DraftsToPublish, state: DraftState): Promise<void> {
    const { writes, problemWrites } = this.#deps;
    const { courseId } = planned;
    const { draft, name, before } = state;
    let after: AnyContent = draft;
    if (draft.kind === 'course') await writes.course(courseId, draft.content, now);
    if (draft.kind === 'unit') await writes.unit(courseId, draft.key, draft.content, now);
    if (draft.kind === 'sequence') await writes.sequence(courseId, draft.key, draft.content.problems);
    if (draft.kind === 'test') await writes.test(courseId, Number(draft.key), draft.content, now);
    if (draft.kind === 'problem') {
      const place = { courseId, problemId: Number(draft.key), publicationId, by: actor.userId, now };
      const steps = await problemWrites.publish({ ...place, content: draft.content });
      after = { kind: 'problem', content: { ...draft.content, steps: steps.map((step) => step.after) } };
      await this.#regrade(steps, now);
    }
    const key = draft.kind === 'unit' ? draft.content.name : draft.key;
    const { kind, content } = after;
    await writes.addChange(publicationId, {
      key,
      name,
      before: before?.content ?? null,
      after: { kind, content } as AnyContent,
    });
  }

  /** Answers that were given to a question whose key is another one now are judged again. */
  async #regrade(steps: readonly PublishedStep[], now: Instant): Promise<void> {
    for (const { qaId, revisionId, before, after } of steps) {
      if (revisionId === null || before === null || !keyChanged(before, after)) continue;
      await queueRegrade(this.#deps.jobs, { qaId, revisionId }, now);
    }
  }

  async #order({ courseId, units }: Structure): Promise<void> {
    const there = units.filter(({ content }) => !content.archived).map(({ key }) => key);
    const archived = units.filter(({ content }) => content.archived).map(({ key }) => key);
    await this.#deps.writes.order(courseId, there, archived);
  }

  /** Units that get another name, and whatever calls them by the old one: drafts that stay, sessions that are under way. */
  async #rename({ planned: { courseId }, states, rest }: DraftsToPublish): Promise<void> {
    const { writes, drafts, dialogues } = this.#deps;
    const names: UnitNames = new Map(
      states.flatMap(({ draft }): [string, string][] =>
        draft.kind === 'unit' && draft.content.name !== draft.key ? [[draft.key, draft.content.name]] : [],
      ),
    );
    if (names.size === 0) return;
    await writes.rename(courseId, names);
    const renamed = rest.map((draft) => {
      return { draft, key: renamedKey(draft, names), content: renameUnits(draft, names).content };
    });
    const moved = renamed.filter(({ draft, key }) => key !== draft.key);
    // Two units may change names with each other: no two drafts have the same key, not for a moment.
    for (const { draft } of moved) await drafts.rewrite(draft.id, `\u0001${draft.id}`, draft.content);
    for (const { draft, key, content } of renamed) {
      if (key === draft.key && JSON.stringify(content) === JSON.stringify(draft.content)) continue;
      await drafts.rewrite(draft.id, key, content);
    }
    for (const { id, state } of await dialogues.listUnderWay(courseId)) {
      await dialogues.rewrite(id, renameUnitsInDialogue(state, names));
    }
  }
}

const TURN = { course: 0, unit: 1, order: 2, problem: 3, sequence: 4, test: 5 } as const;

function sorted(states: readonly DraftState[]): DraftState[] {
  return [...states].sort((a, b) => TURN[a.draft.kind] - TURN[b.draft.kind] || a.draft.id - b.draft.id);
}

function summaryOf(states: readonly DraftState[]): PublicationSummary {
  const count = (kind: StoredDraft['kind']) => states.filter(({ draft }) => draft.kind === kind).length;
  const questions = states.reduce(
    (sum, { draft }) => sum + (draft.kind === 'problem' ? draft.content.steps.length : 0),
    0,
  );
  return {
    courses: count('course'),
    units: count('unit'),
    problems: count('problem'),
    questions,
    tests: count('test'),
    sequences: count('sequence'),
  };
}
