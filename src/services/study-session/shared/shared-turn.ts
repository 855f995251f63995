import type { TaughtLesson } from '../../../data/lessons/taught-lesson.repo.ts';
import type { WaitingWordsRepo } from '../../../data/lessons/waiting-words.repo.ts';
import type { Item } from '../../../domain/curriculum/curriculum.ts';
import { asOneOfSeveral, asOwnAttempt, cameLate, type Member, nextToSpeak } from '../../../domain/tutoring/party.ts';
import { step } from '../../../domain/tutoring/step.ts';
import { type Instant, SECOND } from '../../../shared/instant.ts';
import { masteryIn, type SharedTurn, type TurnDeps } from '../plan-turn.ts';

/** What was said, and what was open when it was. */
export interface SharedWords {
  members: readonly Member[];
  /** What was open when the words were written; null: nothing. */
  writtenFor: number | null;
  /** When that was; null where nobody has said anything. */
  at: Instant | null;
}

/** Who writes the same so soon after another has not read it there, in ms. */
const READ_WITHIN = 3 * SECOND;

/**
 * A turn in a group. What comes next fits the one who is asked next: so it goes round, each at their own level. Nobody hears how
 * another stands. Reads a fixed number of rows' queries, however many the group are.
 */
export async function sharedTurn(
  deps: TurnDeps & { waitingWords: Pick<WaitingWordsRepo, 'solvedBy'> },
  session: TaughtLesson,
  { members, writtenFor, at }: SharedWords,
): Promise<SharedTurn> {
  const { mastery, reviews, attempts, banks, curriculum } = deps;
  const next = nextToSpeak(members, session.studentId);
  const nextId = next?.id ?? session.studentId;
  const units = await curriculum.listUnits([session.courseId]);
  const standings = await mastery.estimates(nextId, [session.courseId], units);
  const lastAnswered = await reviews.lastAnswered(nextId, session.courseId);
  const own = await attempts.listOfSchoolSession(session.id, session.studentId);
  const answered = new Set(own.filter(({ counts }) => counts).map(({ revisionId }) => revisionId));
  const read = { studentId: session.studentId, at: (at ?? 0) - READ_WITHIN };
  const couldCopy = writtenFor !== null && (await deps.waitingWords.solvedBy(session.id, writtenFor, read));
  const before = writtenFor === null ? null : await banks.itemOf(await banks.bankOf(session.courseId), writtenFor);
  return {
    context: {
      ...masteryIn({ standings }),
      lastAnswered: (qaId) => lastAnswered.get(qaId) ?? null,
      // What is due for one is not due for the others, and how somebody has grown is theirs.
      due: [],
      units: [],
    },
    step({ state, open, act, message }, context) {
      const late = cameLate({ words: message, state, open, before: beforeNow(before, open) }, context);
      const result = late ?? step(state, asOneOfSeveral(act, message.text), context);
      const { attempt } = result;
      if (attempt === null) return result;
      const known = {
        answered: answered.has(attempt.revisionId),
        wrong: late ? 0 : (state.open?.wrong ?? 0),
        couldCopy,
      };
      return { ...result, attempt: asOwnAttempt(attempt, known) };
    },
    brief(brief) {
      const opens = 'pose' in brief.move && brief.move.pose !== null;
      const { move } = brief;
      return {
        ...brief,
        // Praise for a row of answers would be for those of others.
        move:
          move.kind === 'confirm' && move.seen
            ? { ...move, seen: { ...move.seen, inARow: 0, helpedBefore: false } }
            : move,
        party: { members: namesOf(members), next: opens && next ? (namesOf([next])[0] ?? null) : null },
      };
    },
  };
}

/** The very item that is open, where it is. */
const beforeNow = (before: Item | null, open: Item | null): Item | null =>
  before !== null && before.revisionId === open?.revisionId ? open : before;

const namesOf = (members: readonly Member[]) => members.map(({ firstName, pseudonym }) => ({ firstName, pseudonym }));
