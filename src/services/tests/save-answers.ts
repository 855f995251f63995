import type { ItemRepo } from '../../data/curriculum/item.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { AlertRepo } from '../../data/safety/alert.repo.ts';
import type { SittingRepo } from '../../data/tests/sitting.repo.ts';
import type { TestAnswer, TestAnswerRepo } from '../../data/tests/test-answer.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { AnswersRefusedError, problemOf, type RefusedAnswer } from '../../domain/assessment/answer-problem.ts';
import { decideWrite, type WriteOutcome } from '../../domain/assessment/answer-write.ts';
import { isChoice, tidyAnswer } from '../../domain/assessment/mark-answer.ts';
import { InvalidSittingStateError } from '../../domain/assessment/sitting.errors.ts';
import { stateOf, takesAnswers } from '../../domain/assessment/sitting.ts';
import type { Item } from '../../domain/curriculum/curriculum.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { type Crisis, crisisReply, screenForCrisis } from '../../domain/safety/crisis.ts';
import type { Clock, Instant } from '../../shared/instant.ts';

export interface AnswerInput {
  /** Made by the client for as long as a page is open. */
  device: string;
  answers: { position: number; seq: number; values: readonly string[] }[];
}

/** How an answer stands after a save. */
export interface SavedAnswer {
  position: number;
  /** Null: this save did not name it. */
  outcome: WriteOutcome | null;
  answer: string;
  seq: number;
  savedAt: Instant | null;
}

export interface SaveOutcome {
  now: Instant;
  endsAt: Instant;
  /** Every question of the sitting: what another device wrote is among them. */
  answers: SavedAnswer[];
  /** What to read after words that the crisis screen caught. */
  care: string | null;
}

interface SaveDeps {
  db: DatabaseManager;
  sittings: SittingRepo;
  answers: TestAnswerRepo;
  items: ItemRepo;
  alerts: Pick<AlertRepo, 'add'>;
  users: UserRepo;
  clock: Clock;
}

/**
 * Saves answers of the actor's own sitting in one transaction, which holds the sitting: all of them, or none. Throws
 * `AnswersRefusedError` where one cannot be kept as it was sent; words of need in it are heard all the same.
 */
export async function saveAnswers(
  deps: SaveDeps,
  actor: Actor,
  sittingId: number,
  input: AnswerInput,
): Promise<SaveOutcome> {
  const { db, sittings, answers, clock } = deps;
  const items = await pinnedItems(deps, sittingId);
  const saved = await db.tx(async () => {
    const now = clock.now();
    const sitting = await sittings.lock(sittingId);
    if (!sitting) throw notFound('test');
    if (!takesAnswers(sitting, now)) {
      throw new InvalidSittingStateError(
        stateOf(sitting, now),
        'This test takes no answers any more. What was saved counts.',
      );
    }
    const kept = await answers.listOfSitting(sittingId);
    const sent = input.answers.map(({ position, ...rest }) => {
      const before = kept.find((one) => one.position === position);
      const item = before && items.get(before.revisionId);
      if (!before || !item) throw notFound('question');
      return { ...rest, position, before, item, answer: tidyAnswer(item.key, rest.values) };
    });
    const refused = sent.flatMap(({ item, values, position }, index): RefusedAnswer[] => {
      const problem = problemOf(item.key, values);
      return problem ? [{ index, position, problem }] : [];
    });
    const outcomes = new Map<number, WriteOutcome>();
    const worries: Crisis[] = [];
    for (const { position, seq, before, item, answer } of sent) {
      const write = { answer, seq, device: input.device };
      const outcome = decideWrite(before, write);
      outcomes.set(position, outcome);
      if (outcome !== 'taken') continue;
      worries.push(...worryOf(item, before, answer));
      if (refused.length > 0) continue;
      await answers.write(sittingId, position, { ...write, now });
      Object.assign(before, { answer, seq, savedBy: input.device, savedAt: now });
    }
    const worst = worries.sort((a, b) => b.severity - a.severity)[0];
    if (worst) await raise(deps, actor, sittingId, worst, now);
    const care = worst ? crisisReply(worst, actor.locale) : null;
    // Handed out and not thrown: what was raised stays.
    if (refused.length > 0) return new AnswersRefusedError(refused, care);
    return {
      now,
      endsAt: sitting.endsAt ?? now,
      answers: kept.map(({ position, answer, seq, savedAt }) => {
        return { position, outcome: outcomes.get(position) ?? null, answer, seq, savedAt };
      }),
      care,
    };
  });
  if (saved instanceof AnswersRefusedError) throw saved;
  return saved;
}

async function pinnedItems({ answers, items }: SaveDeps, sittingId: number): Promise<Map<number, Item>> {
  const pinned = await answers.listOfSitting(sittingId);
  const found = await items.listRevisions(pinned.map(({ revisionId }) => revisionId));
  return new Map(found.map((item) => [item.revisionId, item]));
}

/** Words of need are heard in a test too; once, and not again with each letter that is typed after them. */
function worryOf({ key }: Item, before: TestAnswer, answer: string): Crisis[] {
  if (isChoice(key.kind)) return [];
  const crisis = screenForCrisis(answer);
  return crisis && screenForCrisis(before.answer) === null ? [crisis] : [];
}

async function raise(
  { alerts, users }: SaveDeps,
  { userId: studentId }: Actor,
  sittingId: number,
  { severity, category }: Crisis,
  now: Instant,
): Promise<void> {
  const pupil = await users.findPupil(studentId);
  if (!pupil) return;
  const { schoolId } = pupil;
  await alerts.add({ studentId, schoolId, session: null, sittingId, messageId: null, severity, category, now });
}
