import type { ItemRepo } from '../../data/curriculum/item.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { AlertRepo } from '../../data/safety/alert.repo.ts';
import type { SittingRepo } from '../../data/tests/sitting.repo.ts';
import type { TestAnswer, TestAnswerRepo } from '../../data/tests/test-answer.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { decideWrite, type WriteOutcome } from '../../domain/assessment/answer-write.ts';
import { isChoice, LONGEST_ANSWER, tidyAnswer } from '../../domain/assessment/mark-answer.ts';
import { InvalidSittingStateError } from '../../domain/assessment/sitting.errors.ts';
import { stateOf, takesAnswers } from '../../domain/assessment/sitting.ts';
import type { Item } from '../../domain/curriculum/curriculum.ts';
import { invalidInput, notFound } from '../../domain/errors/app-error.ts';
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
  alerts: AlertRepo;
  users: UserRepo;
  clock: Clock;
}

/**
 * Saves answers of the actor's own sitting in one transaction, which holds the sitting: all of them, or none. Throws `invalid-input` for
 * one that is too long.
 */
export async function saveAnswers(
  deps: SaveDeps,
  actor: Actor,
  sittingId: number,
  input: AnswerInput,
): Promise<SaveOutcome> {
  const { db, sittings, answers, clock } = deps;
  const items = await pinnedItems(deps, sittingId);
  return db.tx(async () => {
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
    const outcomes = new Map<number, WriteOutcome>();
    const worries: Crisis[] = [];
    for (const { position, seq, values } of input.answers) {
      const before = kept.find((one) => one.position === position);
      const item = before && items.get(before.revisionId);
      if (!before || !item) throw notFound('question');
      const write = { answer: withinBounds(tidyAnswer(item.key, values), position), seq, device: input.device };
      const outcome = decideWrite(before, write);
      outcomes.set(position, outcome);
      if (outcome !== 'taken') continue;
      worries.push(...worryOf(item, before, write.answer));
      await answers.write(sittingId, position, { ...write, now });
      Object.assign(before, { answer: write.answer, seq, savedBy: input.device, savedAt: now });
    }
    const worst = worries.sort((a, b) => b.severity - a.severity)[0];
    if (worst) await raise(deps, actor, sittingId, worst, now);
    return {
      now,
      endsAt: sitting.endsAt ?? now,
      answers: kept.map(({ position, answer, seq, savedAt }) => {
        return { position, outcome: outcomes.get(position) ?? null, answer, seq, savedAt };
      }),
      care: worst ? crisisReply(worst, actor.locale) : null,
    };
  });
}

function withinBounds(answer: string, position: number): string {
  const { length } = answer;
  if (length <= LONGEST_ANSWER) return answer;
  throw invalidInput(
    `An answer has at most ${LONGEST_ANSWER} characters; the one to question ${position} has ${length}. Nothing was saved.`,
    { answers: `at most ${LONGEST_ANSWER} characters each` },
  );
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
  await alerts.add({ studentId, schoolId, sessionId: null, sittingId, messageId: null, severity, category, now });
}
