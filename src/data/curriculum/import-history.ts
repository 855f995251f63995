import { problemName } from '../../domain/curriculum/editing/structure.ts';
import type { CoursePlan } from '../../domain/curriculum/import/import-plan.ts';
import type { AnyContent } from '../../shared/curriculum-content.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { inChunks } from '../db/sql.ts';
import { pauses } from '../in-slices.ts';
import { PublishRepo } from './editing/publish.repo.ts';
import { PublishedRepo } from './editing/published.repo.ts';

type State = AnyContent & { key: string; name: string };
/** By kind and key. */
type States = Map<string, State>;

/**
 * Writes down what an import changes of a course that is there, as the editor does for what it publishes: each thing as it was and as
 * it is. Of questions those that were there; new ones are counted in the record of the publication.
 */
export class ImportHistory {
  readonly #db: DatabaseManager;
  readonly #published: PublishedRepo;
  readonly #writes: PublishRepo;

  constructor(db: DatabaseManager) {
    this.#db = db;
    this.#published = new PublishedRepo(db);
    this.#writes = new PublishRepo(db);
  }

  /** The course as it is now, as far as the plan touches it. */
  async statesOf(courseId: number, plan: CoursePlan): Promise<States> {
    const structure = await this.#published.findStructure(courseId);
    if (!structure) return new Map();
    const { course, units, tests } = structure;
    const touched = new Set(plan.units.map((unit) => unit.name));
    const tested = new Set(plan.tests.map(({ test }) => test.name));
    const inOrder = units.filter(({ content }) => !content.archived).map(({ key }) => key);
    const states: State[] = [
      { kind: 'course', key: 'course', name: course.name, content: course },
      ...units
        .filter(({ key }) => touched.has(key))
        .map(({ key, content }): State => ({ kind: 'unit', key, name: content.name, content })),
      { kind: 'order', key: 'order', name: course.name, content: { units: inOrder } },
      ...(await this.#problemsOf(plan)),
      ...tests
        .filter(({ content }) => tested.has(content.name))
        .map(({ key, content }): State => ({ kind: 'test', key, name: content.name, content })),
    ];
    return new Map(states.map((state) => [`${state.kind}\n${state.key}`, state]));
  }

  async #problemsOf({ problems }: CoursePlan): Promise<State[]> {
    const states: State[] = [];
    for (const chunk of inChunks(problems.flatMap(({ id }) => id ?? []))) {
      for (const { id, key, content } of await this.#published.listProblems(chunk))
        states.push({ kind: 'problem', key, name: problemName(content, String(id)), content });
    }
    return states;
  }

  /** Writes down what is not as it was. Call it in the transaction of the import, once all of it is written. */
  async record(publicationId: number, before: States, after: States): Promise<void> {
    const pause = pauses();
    for (const [place, { kind, key, name, content }] of after) {
      await pause();
      const was = before.get(place)?.content ?? null;
      if (JSON.stringify(was) === JSON.stringify(content)) continue;
      const change = { key, name, before: was, after: { kind, content } as AnyContent };
      await this.#db.tx(() => this.#writes.addChange(publicationId, change));
    }
  }
}
