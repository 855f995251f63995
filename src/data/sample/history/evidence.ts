import { activeMilliseconds, type SessionEvidence } from '../../../domain/evaluation/session-evidence.ts';
import type { PupilAct } from '../../../domain/tutoring/dialogue.ts';
import { type Instant, MINUTE } from '../../../shared/instant.ts';
import type { Lesson } from './lesson.ts';

/** Moves with which a session comes to its own end. */
const ENDINGS = new Set(['ask for recap', 'recap', 'nothing left']);

const ACTS: Record<PupilAct['type'], true> = {
  attempt: true,
  part: true,
  help: true,
  stuck: true,
  'give up': true,
  skip: true,
  'go on': true,
  'own question': true,
  picked: true,
  recap: true,
  stop: true,
  'small talk': true,
  empty: true,
};

const isAct = (move: string): move is PupilAct['type'] => move in ACTS;

/**
 * What happened in a lesson, counted in the same way as the evaluation service counts it from the rows (a test holds the two
 * together). `end` is null where nobody ended it.
 */
export function evidenceOf({ facts, messages, attempts, pauses }: Lesson, end: Instant | null): SessionEvidence {
  let posed = 0;
  const turns = messages.flatMap((message) => {
    if (message.from === 'student' && isAct(message.move)) {
      return [{ messageId: message.id, act: message.move, posing: posed === 0 ? null : posed }];
    }
    if (message.posedRevisionId !== null) posed += 1;
    return [];
  });
  const moments = [...messages.map(({ at }) => at), facts.start, ...(end === null ? [] : [end])];
  return {
    attempts,
    turns,
    units: facts.units.map(({ unitName, masteryBefore }) => {
      const moved = attempts.filter((attempt) => attempt.unitName === unitName && attempt.masteryAfter !== null);
      return { name: unitName, before: masteryBefore, after: moved.at(-1)?.masteryAfter ?? masteryBefore };
    }),
    time: {
      activeMs: activeMilliseconds(moments, pauses),
      plannedMs: facts.plannedMinutes * MINUTE,
      finished: messages.some(({ move }) => ENDINGS.has(move)),
    },
  };
}
