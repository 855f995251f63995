import type { Actor } from '../../domain/access/permission-matrix.ts';
import { CLOSES_AFTER_DAYS, RELEASED_AFTER_DAYS } from '../../domain/evaluation/quarter-closing.ts';
import { quarterOf, type SchoolQuarter } from '../../domain/evaluation/school-quarter.ts';
import { type GivenWish, HUMAN_KINDS } from '../../services/quarters/class-quarter.service.ts';
import { isMissing } from '../../services/quarters/quarter-reader.ts';
import { civilDay, machineTimeZone, noonOf, startOfDay } from '../../shared/calendar.ts';
import { DAY, HOUR, type Instant } from '../../shared/instant.ts';
import type { Scene } from '../scene.ts';

/** Quarters that ended within the history are closed a week after their end; their class managers complete and show them. */
export async function closeQuarters(scene: Scene): Promise<void> {
  const { services, worker, since, now, at } = scene;
  for (let quarter = quarterOf(civilDay(since, machineTimeZone())); ; quarter = next(quarter)) {
    const closed = endOf(quarter) + CLOSES_AFTER_DAYS * DAY + 5 * HOUR;
    if (closed > now) return;
    await at(closed, async () => {
      await services.quarterClosings.closeDue();
      await worker.runDue();
    });
    await complete(scene, quarter, closed);
    const shown = closed + RELEASED_AFTER_DAYS * DAY;
    if (shown <= now) await at(shown, () => services.quarterClosings.releaseDue());
  }
}

/** The next days: some classes are done but for a few, and shown; somebody does not agree. The others have only begun. */
async function complete(scene: Scene, quarter: SchoolQuarter, closed: Instant): Promise<void> {
  const { people, services, now, at, actorOf } = scene;
  for (const [index, room] of people.classes.entries()) {
    const manager = await actorOf(room.manager);
    const moment = closed + DAY + (index + 9) * HOUR;
    const isShown = room.manager.username === 'amir' || room.schoolId !== people.schools[0]?.id;
    if (moment > now) continue;
    const wish = { classId: room.id, leaves: isShown ? 3 : 12 };
    const pupils = await at(moment, () => give(scene, manager, quarter, wish));
    if (pupils === 0 || !isShown || moment + 2 * DAY > now) continue;
    await at(moment + DAY, () => services.classQuarters.release(manager, room.id, quarter));
    await at(moment + 2 * DAY, () => disagree(scene, manager, quarter, room.id));
  }
}

const HELPS = 'Helps others without being asked, and says when something is unclear.';
const AWAY = 'In hospital for most of the quarter; we talk about it in the next one.';

/**
 * Says something of whatever is missing, but of the last so many pupils; and of the first what no session could show. Answers how many
 * pupils there are: nobody may have studied at the end of a quarter before which the history begins.
 */
async function give(
  { services }: Scene,
  manager: Actor,
  quarter: SchoolQuarter,
  { classId, leaves }: { classId: number; leaves: number },
): Promise<number> {
  const board = await services.classQuarters.board(manager, { classId, quarter });
  const lines = board?.lines ?? [];
  const pupils = [...new Set(lines.map(({ studentId }) => studentId))].sort((a, b) => a - b);
  const left = new Set(pupils.slice(-Math.min(leaves, pupils.length - 1)));
  const [first] = pupils;
  const wishes = lines.flatMap((line): GivenWish[] => {
    if (left.has(line.studentId)) return [];
    const { studentId, subject, scores } = line;
    return HUMAN_KINDS.flatMap((kind): GivenWish[] => {
      const wish = { studentId, subject, kind };
      if (studentId === first && kind === 'social' && subject === 'math') {
        return [{ ...wish, score: 9, reason: null, words: HELPS }];
      }
      if (!isMissing(scores[kind])) return [];
      const { scored } = scores[kind].made.facts ?? { scored: 0 };
      if (scored === 0 && studentId === pupils[1]) return [{ ...wish, score: null, reason: 'was away', words: AWAY }];
      if (scored === 0) return [{ ...wish, score: null, reason: 'too little seen', words: '' }];
      return [{ ...wish, score: 5 + ((studentId + subject.length) % 5), reason: null, words: '' }];
    });
  });
  const refused = await services.classQuarters.give(manager, quarter, wishes);
  if (refused.length > 0) throw new Error(JSON.stringify(refused[0]));
  return pupils.length;
}

const NOT_RIGHT = 'The first weeks I worked without a headset and missed half of it. The last tests were much better.';
const LOOKED = 'I looked at the last tests with you: it stays for this quarter, and the next one begins there.';

/** Two pupils say that a score is not right, one of them was answered. */
async function disagree(
  { services, actorOf }: Scene,
  manager: Actor,
  quarter: SchoolQuarter,
  classId: number,
): Promise<void> {
  const board = await services.classQuarters.board(manager, { classId, quarter });
  const scored = (board?.lines ?? []).filter(({ scores }) => scores.proficiency.score !== null);
  const [one, other] = [scored.at(-1), scored.find(({ studentId }) => studentId !== scored.at(-1)?.studentId)];
  for (const line of [one, other]) {
    if (!line) continue;
    const pupil = await actorOf({ id: line.studentId });
    await services.pupilQuarters.contest(pupil, 'proficiency', line.scores.proficiency.id, NOT_RIGHT);
  }
  const answered = { kind: 'proficiency', id: other?.scores.proficiency.id ?? 0 } as const;
  if (other) await services.classQuarters.answer(manager, answered, { action: 'stands', words: LOOKED });
}

const endOf = ({ lastDay }: SchoolQuarter): Instant =>
  startOfDay(civilDay(noonOf(lastDay) + DAY, 'UTC'), machineTimeZone());
const next = (quarter: SchoolQuarter): SchoolQuarter => quarterOf(civilDay(noonOf(quarter.lastDay) + DAY, 'UTC'));
