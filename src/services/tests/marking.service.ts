import type { ModelUse } from '../../agents/model/ask-for-json.ts';
import type { PatientModel } from '../../agents/model/patient-model.ts';
import { costInMicros } from '../../agents/model/pricing.ts';
import { type FreeTextMark, type MarkingModel, markFreeText } from '../../agents/teacher/marking/mark-free-text.ts';
import type { AgentRepo } from '../../data/agents/agent.repo.ts';
import type { ItemRepo } from '../../data/curriculum/item.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { Job } from '../../data/jobs/job.repo.ts';
import { MARK_TEST } from '../../data/jobs/job-kinds.ts';
import type { PupilRecord, UserRepo } from '../../data/people/user.repo.ts';
import type { SittingRepo } from '../../data/tests/sitting.repo.ts';
import type { SittingRecord } from '../../data/tests/sitting-rows.ts';
import type { GivenMark, TestAnswer, TestAnswerRepo } from '../../data/tests/test-answer.repo.ts';
import { chooseModel } from '../../domain/agents/choose-model.ts';
import { markByKey, SHARES } from '../../domain/assessment/mark-answer.ts';
import type { Item } from '../../domain/curriculum/curriculum.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import type { Clock } from '../../shared/instant.ts';
import type { RemoteCallsService, RemotePermit } from '../budgets/remote-calls.service.ts';
import { type JobHandler, type JobLease, RetryLater } from '../jobs/job-worker.service.ts';
import { decidingItems } from './deciding-keys.ts';
import { settleSitting } from './settle-sitting.ts';
import { sittingOf } from './sitting-job.ts';

export interface MarkingDeps {
  db: DatabaseManager;
  sittings: SittingRepo;
  answers: TestAnswerRepo;
  items: ItemRepo;
  users: UserRepo;
  agents: AgentRepo;
  /** Loaded when it is needed first. */
  checker: () => Promise<AnswerChecker>;
  /** The connection to teachers' models; null where none is configured: free text then waits for the class manager. */
  marker: (() => Promise<PatientModel>) | null;
  remoteCalls: Pick<RemoteCallsService, 'permit'>;
  clock: Clock;
}

/** A mark with its reason is short. */
const MARKING_TOKENS = 400;

/** What was made of a sitting before anything of it is written. */
interface Marking {
  /** By position, with the revision whose key said so. */
  marks: Map<number, { mark: GivenMark; revisionId: number }>;
  used: ModelUse;
  by: PermittedModel | null;
}

type PermittedModel = MarkingModel & { permit: RemotePermit };

/**
 * Marks tests that were handed in: what has a key by the answer checker, free text by the teacher agent where there is a model,
 * and leaves to the class manager what is left. Saved with the end of its job, or not at all.
 */
export class MarkingService implements JobHandler {
  readonly kind = MARK_TEST;
  readonly #deps: MarkingDeps;

  constructor(deps: MarkingDeps) {
    this.#deps = deps;
  }

  async run(job: Job, lease: JobLease, signal: AbortSignal): Promise<void> {
    const { sittings, answers, users } = this.#deps;
    const sitting = await sittings.find(sittingOf(job.payload));
    const pupil = sitting && (await users.findPupil(sitting.studentId));
    if (!sitting || !pupil || sitting.phase !== 'submitted') {
      await lease.finish();
      return;
    }
    const open = (await answers.listOfSitting(sitting.id)).filter(({ verdict }) => verdict === null);
    const marking: Marking = { marks: new Map(), used: { calls: 0, inputTokens: 0, outputTokens: 0 }, by: null };
    try {
      await this.#mark(marking, sitting, pupil, open, lease, signal);
      await this.#save(sitting, marking, lease);
    } finally {
      await marking.by?.permit.release();
    }
  }

  /** Every call to a model lies here, before the transaction. */
  async #mark(
    marking: Marking,
    sitting: SittingRecord,
    pupil: PupilRecord,
    open: readonly TestAnswer[],
    lease: JobLease,
    signal: AbortSignal,
  ): Promise<void> {
    const { items } = this.#deps;
    const checker = await this.#deps.checker();
    const keys = await decidingItems(items, revisionsOf(open));
    for (const answer of open) {
      const item = keys.get(answer.revisionId)?.decides;
      if (!item) continue;
      const { revisionId } = item;
      const mark = markByKey(item, answer.answer, checker);
      if (mark) {
        marking.marks.set(answer.position, { mark: { ...mark, ...BY_CHECKER }, revisionId });
        continue;
      }
      if (item.key.kind !== 'text') continue;
      marking.by ??= await this.#model(sitting, pupil);
      if (marking.by === null) continue;
      const given = await markFreeText(taskOf(sitting, pupil, item, answer), pupil, marking.by, marking.used, signal);
      if (given.status === 'retry later' && !lease.lastTry) {
        throw new RetryLater(`The teacher's model is not to be had: ${given.error}.`, given.afterMs);
      }
      if (given.status === 'marked') marking.marks.set(answer.position, { mark: byTeacher(given), revisionId });
    }
  }

  /** That of the subject's teacher. None without consent, and none where a limit is reached: a person marks. */
  async #model({ studentId, subject }: SittingRecord, { schoolId }: PupilRecord): Promise<PermittedModel | null> {
    const { marker, agents, remoteCalls } = this.#deps;
    if (marker === null) return null;
    const teacher = await agents.findTeacher(subject);
    if (!teacher) return null;
    const { model, setting } = await marker();
    const ofSchool = await agents.modelOfSchool(schoolId, subject);
    const modelName = chooseModel({ ...teacher, ofSchool }, setting);
    if (modelName === null) return null;
    const permit = await remoteCalls.permit({
      purpose: 'remote evaluator',
      studentId,
      schoolId,
      words: { of: [studentId] },
    });
    return permit && { model, modelName, maxTokens: MARKING_TOKENS, permit };
  }

  async #save(sitting: SittingRecord, { marks, used, by }: Marking, lease: JobLease): Promise<void> {
    const { db, sittings, answers, items, clock } = this.#deps;
    const checker = await this.#deps.checker();
    const cost = by ? costInMicros(used, (await this.#deps.agents.findPrices(by.modelName)) ?? null) : null;
    await db.tx(async () => {
      if (!(await lease.finish())) return;
      const now = clock.now();
      const held = await sittings.lock(sitting.id);
      if (!held) return;
      // A person may have marked some of it meanwhile: what they gave stands.
      const open = (await answers.listOfSitting(held.id)).filter(({ verdict }) => verdict === null);
      // A key may have been corrected meanwhile: then it decides, and free text that it does not settle is for a person.
      const keys = await decidingItems(items, revisionsOf(open), { hold: true });
      for (const { position, answer, revisionId } of open) {
        const item = keys.get(revisionId)?.decides;
        const given = marks.get(position);
        const mark = given?.revisionId === item?.revisionId ? given?.mark : item && byKey(item, answer, checker);
        if (mark) await answers.mark(held.id, position, mark, now);
      }
      await sittings.setChecked(held.id, now);
      await settleSitting(this.#deps, held, now);
      if (by && used.calls > 0) await this.#bookModel(by, used, cost);
    });
  }

  async #bookModel(by: PermittedModel, { inputTokens, outputTokens }: ModelUse, cost: number | null): Promise<void> {
    await by.permit.book({
      at: this.#deps.clock.now(),
      purpose: 'mark',
      provider: by.model.provider,
      model: by.modelName,
      inputTokens,
      outputTokens,
      costMicros: cost,
      milliseconds: 0,
      outcome: 'complete',
    });
  }
}

const revisionsOf = (open: readonly TestAnswer[]) => open.map(({ revisionId }) => revisionId);

const NOBODY = { markerId: null, reason: null };
const BY_CHECKER = { ...NOBODY, by: 'checker', comment: null } as const;

function byTeacher({ verdict, comment }: Extract<FreeTextMark, { status: 'marked' }>): GivenMark {
  return { ...NOBODY, by: 'teacher', verdict, share: SHARES[verdict], understood: null, comment };
}

function byKey(item: Item, answer: string, checker: AnswerChecker): GivenMark | null {
  const mark = markByKey(item, answer, checker);
  return mark && { ...mark, ...BY_CHECKER };
}

function taskOf(
  { subject }: SittingRecord,
  pupil: PupilRecord,
  { key, stem, question, explanation }: Item,
  { answer }: TestAnswer,
) {
  return {
    subject,
    gradeLevel: pupil.gradeLevel ?? '',
    stem,
    question,
    rightAnswers: [key.answer, ...key.acceptedAnswers],
    explanation,
    answer,
  };
}
