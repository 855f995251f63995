import type { ItemRepo } from '../../data/curriculum/item.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { ClassTestRepo, WaitingAnswer } from '../../data/tests/class-test.repo.ts';
import type { SittingRepo } from '../../data/tests/sitting.repo.ts';
import type { TestAnswerRepo } from '../../data/tests/test-answer.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { verdictOf } from '../../domain/assessment/mark-answer.ts';
import { InvalidSittingStateError } from '../../domain/assessment/sitting.errors.ts';
import { stateOf } from '../../domain/assessment/sitting.ts';
import { invalidInput, notFound } from '../../domain/errors/app-error.ts';
import { type QuestionView, questionView } from '../../domain/tutoring/question-view.ts';
import type { Clock } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import type { RecountService } from '../mastery/recount.service.ts';
import { itemsWithDecidingKeys } from './deciding-keys.ts';
import { inWords } from './reviewed-question.ts';
import { settleSitting } from './settle-sitting.ts';
import { requireSitting } from './sitting-access.ts';

export interface ClassMarkingDeps {
  db: DatabaseManager;
  access: AccessService;
  sittings: SittingRepo;
  answers: TestAnswerRepo;
  items: ItemRepo;
  classTests: ClassTestRepo;
  audit: AuditRepo;
  recounts: RecountService;
  clock: Clock;
}

/** An answer that waits for a person, with what it is marked against. */
export interface QueuedAnswer extends Omit<WaitingAnswer, 'answer' | 'revisionId'> {
  question: QuestionView;
  answer: string;
  right: string;
  alsoRight: string[];
  explanation: string;
}

export interface MarkingQueue {
  answers: QueuedAnswer[];
  /** How many wait in all. */
  waiting: number;
}

/** A mark that a person gives. */
export interface PersonsMark {
  /** 0 … 1 of the points. */
  share: number;
  /** To the pupil; at most 500 characters. */
  comment: string;
  /** Why an earlier mark is changed; at most 500 characters. */
  reason: string;
}

export const LONGEST_COMMENT = 500;
const QUEUE_SHOWN = 30;

/** What class managers mark themselves, and correct. */
export class ClassMarkingService {
  readonly #deps: ClassMarkingDeps;

  constructor(deps: ClassMarkingDeps) {
    this.#deps = deps;
  }

  /** The answers that wait for the actor, the same question together. Five queries, however many there are. */
  async queue(actor: Actor): Promise<MarkingQueue> {
    const { access, classTests, items } = this.#deps;
    access.requireRole(actor, 'mark and release results');
    const waiting = await classTests.listWaiting(actor.userId, QUEUE_SHOWN);
    const revisions = waiting.map(({ revisionId }) => revisionId);
    const asked = await itemsWithDecidingKeys(items, revisions);
    const answers = waiting.flatMap(({ revisionId, answer, ...rest }): QueuedAnswer[] => {
      const item = asked.get(revisionId);
      if (!item) return [];
      const { key, explanation } = item;
      const right = inWords(item, key.answer);
      return [
        {
          ...rest,
          question: questionView(item),
          answer: inWords(item, answer),
          right,
          alsoRight: key.acceptedAnswers,
          explanation,
        },
      ];
    });
    return { answers, waiting: await classTests.countWaiting(actor.userId) };
  }

  /**
   * Gives an answer a mark, or another one with a reason. The grade follows at once, and of a result that was
   * released also what the pupil is taken to know; the earlier mark stays in the record. Throws `invalid-input`, `not-found`, `InvalidSittingStateError`.
   */
  async mark(actor: Actor, sittingId: number, position: number, given: PersonsMark): Promise<void> {
    const { db, sittings, answers, recounts, clock } = this.#deps;
    await requireSitting(this.#deps, actor, 'mark and release results', sittingId);
    checkMark(given);
    await db.tx(async () => {
      const now = clock.now();
      const sitting = await sittings.lock(sittingId);
      const answer = (await answers.listOfSitting(sittingId)).find((one) => one.position === position);
      if (!sitting || !answer) throw notFound('answer');
      if (sitting.submittedAt === null) {
        throw new InvalidSittingStateError(stateOf(sitting, now), 'A test is marked once it is handed in.');
      }
      const changes = answer.verdict !== null;
      if (changes && given.reason.trim() === '') {
        throw invalidInput('Changing a mark needs a reason.', { reason: `1 to ${LONGEST_COMMENT} characters` });
      }
      const comment = given.comment.trim();
      const mark = {
        verdict: verdictOf(given.share),
        share: given.share,
        understood: answer.understood,
        by: 'class manager' as const,
        markerId: actor.userId,
        comment: comment === '' ? null : comment,
        reason: changes ? given.reason.trim() : null,
      };
      await answers.mark(sittingId, position, mark, now);
      await settleSitting(this.#deps, sitting, now);
      if (sitting.phase === 'released') await recounts.recountPupil(sitting.studentId);
      if (changes) await this.#note(actor, sitting.studentId, sittingId, position);
    });
  }

  async #note(actor: Actor, studentId: number, sittingId: number, position: number): Promise<void> {
    const { audit, clock } = this.#deps;
    await audit.add({
      actorId: actor.userId,
      action: 'correct a mark',
      studentId,
      schoolId: actor.schoolId,
      details: { sittingId, position },
      now: clock.now(),
    });
  }
}

function checkMark({ share, comment, reason }: PersonsMark): void {
  const fields = {
    ...(Number.isFinite(share) && share >= 0 && share <= 1 ? {} : { share: 'a number from 0 to 1' }),
    ...(comment.length <= LONGEST_COMMENT ? {} : { comment: `at most ${LONGEST_COMMENT} characters` }),
    ...(reason.length <= LONGEST_COMMENT ? {} : { reason: `at most ${LONGEST_COMMENT} characters` }),
  };
  if (Object.keys(fields).length > 0) throw invalidInput('This mark cannot be taken.', fields);
}
