import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { ChoosableModel, SchoolPolicyRepo } from '../../data/people/school-policy.repo.ts';
import type { Kept, Removed } from '../../data/retention/retention.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { invalidInput, notFound } from '../../domain/errors/app-error.ts';
import { changedPolicies, type Policies, type PolicyProblems, readPolicies } from '../../domain/policies/policies.ts';
import type { Clock } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import type { RetentionService } from '../retention/retention.service.ts';

export interface PoliciesDeps {
  db: DatabaseManager;
  access: AccessService;
  policies: SchoolPolicyRepo;
  audit: AuditRepo;
  retention: Pick<RetentionService, 'preview'>;
  clock: Clock;
  hasModel: boolean;
}

export interface PoliciesPage {
  policies: Policies;
  /** What the policies as they are would remove now; null: nothing is ever removed. */
  due: Record<Kept, Removed | null>;
  models: ChoosableModel[];
  /** Per subject with a teacher; null: as the operator has it. */
  subjects: { subject: string; modelId: number | null }[];
  /** A remote model is connected at all. */
  hasModel: boolean;
}

export type Saved = { ok: true; changed: number } | { ok: false; problems: PolicyProblems };

/** What a school decides for itself. It holds from the next thing on that asks for it; every change is in the audit log. */
export class PoliciesService {
  readonly #deps: PoliciesDeps;

  constructor(deps: PoliciesDeps) {
    this.#deps = deps;
  }

  async page(actor: Actor): Promise<PoliciesPage> {
    const { policies, hasModel } = this.#deps;
    const schoolId = this.#school(actor);
    const now = await policies.get(schoolId);
    return {
      policies: now,
      due: await this.#preview(schoolId, now),
      models: await policies.listModels(),
      subjects: await policies.listSubjectModels(schoolId),
      hasModel,
    };
  }

  /** What policies that are not saved yet would remove: for a look before it is done. */
  async preview(actor: Actor, { messageMonths, recordMonths }: Policies): Promise<Record<Kept, Removed | null>> {
    return this.#preview(this.#school(actor), { messageMonths, recordMonths });
  }

  /** Saves what a form says, or answers what is wrong with it. */
  async save(actor: Actor, sent: Readonly<Record<string, string | undefined>>): Promise<Saved> {
    const { db, policies, audit, clock } = this.#deps;
    const schoolId = this.#school(actor);
    const read = readPolicies(sent);
    if (!read.ok) return read;
    return db.tx(async () => {
      const changes = changedPolicies(await policies.get(schoolId), read.policies);
      const changed = Object.keys(changes).length;
      if (changed === 0) return { ok: true, changed };
      await policies.save(schoolId, read.policies);
      const entry = { actorId: actor.userId, action: 'set policies', schoolId, now: clock.now() };
      await audit.add({ ...entry, details: changes });
      return { ok: true, changed };
    });
  }

  /**
   * Chooses the model for a subject; null leaves it to the operator. Throws `not-found` for a subject without a teacher, `invalid-input`
   * for a model that is not operational.
   */
  async chooseModel(actor: Actor, subject: string, modelId: number | null): Promise<void> {
    const { db, policies, audit, clock } = this.#deps;
    const schoolId = this.#school(actor);
    await db.tx(async () => {
      const before = (await policies.listSubjectModels(schoolId)).find((one) => one.subject === subject);
      if (!before) throw notFound('subject');
      const models = await policies.listModels();
      if (modelId !== null && !models.some(({ id }) => id === modelId)) {
        throw invalidInput('This model is not to be had.', { model: 'one that is operational' });
      }
      if (before.modelId === modelId) return;
      await policies.chooseModel(schoolId, subject, modelId);
      const named = (id: number | null) => models.find((model) => model.id === id)?.name ?? null;
      const details = { subject, model: { before: named(before.modelId), after: named(modelId) } };
      await audit.add({ actorId: actor.userId, action: 'choose model', schoolId, details, now: clock.now() });
    });
  }

  #preview(schoolId: number, { messageMonths, recordMonths }: Pick<Policies, 'messageMonths' | 'recordMonths'>) {
    return this.#deps.retention.preview(schoolId, { words: messageMonths, records: recordMonths });
  }

  #school(actor: Actor): number {
    this.#deps.access.requireRole(actor, 'administer the school');
    if (actor.schoolId === null) throw notFound('school');
    return actor.schoolId;
  }
}
