import { circleWords } from '../../../agents/circle/circle-words.ts';
import type { TaughtLesson } from '../../../data/lessons/taught-lesson.repo.ts';
import { InvalidSessionStateError } from '../../../domain/study-session/study-session.errors.ts';
import { initialCircle, openCircle, stepCircle } from '../../../domain/tutoring/circle.ts';
import { languageOf } from '../../../domain/tutoring/language-of.ts';
import type { Member } from '../../../domain/tutoring/party.ts';
import type { TurnDeps } from '../plan-turn.ts';
import { type KeptPrompt, type SaveDeps, TurnRaced } from '../save-turn.ts';

/** What was said in a talk; null: nothing yet, and it is opened. */
export interface CircleWordsSaid {
  members: readonly Member[];
  words: string | null;
  kept: KeptPrompt | null;
}

/**
 * One turn of a talk that is about no course, in one transaction: the words that were kept are taken up, and what is said to them is whole
 * at once. It records no attempt and moves nobody's estimate. Throws `TurnRaced` and `InvalidSessionStateError`.
 */
export async function saveCircleTurn(
  deps: SaveDeps & Pick<TurnDeps, 'users'>,
  session: TaughtLesson,
  { members, words, kept }: CircleWordsSaid,
): Promise<void> {
  const { db, dialogues, messages, users, sessions, clock } = deps;
  const stored = await dialogues.find(session.id);
  const pupil = await users.findPupil(session.studentId);
  if (!stored || !pupil) throw new InvalidSessionStateError(session.status, 'take messages');
  const before = stored.state.circle ?? initialCircle(null);
  const { state, move } =
    words === null
      ? { state: before, move: openCircle(before, members) }
      : stepCircle(before, { speakerId: session.studentId, words, members });
  const content = circleWords(move, languageOf(pupil.locale, words === null ? [] : [words]));
  await db.tx(async () => {
    const now = clock.now();
    if (!(await sessions.touch(session.id, now))) throw new InvalidSessionStateError('paused', 'take messages');
    if (!(await dialogues.advance(session.id, stored.version, { ...stored.state, circle: state })))
      throw new TurnRaced();
    if (kept === null && (await messages.findFirstOfLesson(session.id))) throw new TurnRaced();
    if (kept !== null && !(await kept.takeUp('small talk'))) throw new TurnRaced();
    await messages.addReply({
      sessionId: session.id,
      teacherId: session.teacherId,
      previousId: kept?.keptId ?? (await messages.findLastId(session.id)),
      move: move.kind,
      brief: null,
      content,
      posedRevisionId: null,
      leaseUntil: now,
      hiddenFromParents: false,
      now,
    });
  });
}
