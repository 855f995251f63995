import { type Instant, MINUTE, SECOND } from '../../../../shared/instant.ts';
import type { Random } from '../../random.ts';
import { sessionColumns } from '../lesson-rows.ts';
import { Transcript } from '../transcript.ts';
import { typed } from '../typing.ts';
import type { Pupil, World } from '../world.ts';
import type { Seen } from './class-manager.ts';
import type { SchoolRecord } from './school-record.ts';
import type { PlannedLesson } from './timetable.ts';
import { TAKEN_UP, TOPICS } from './topics.ts';

interface Talk {
  lesson: PlannedLesson;
  record: SchoolRecord;
  random: Random;
  begins: Instant;
}

/** Of those who speak, how many answer somebody instead of saying something new. */
const TAKES_UP = 0.4;

/** A talk on two questions, in which the pupils answer the class manager and one another. Answers what each was seen to do. */
export async function* talkTogether(
  world: World,
  { lesson, record, random, begins }: Talk,
): AsyncGenerator<Instant, Seen[]> {
  const { course, room, minutes, at: start } = lesson;
  const topic = random.pick(TOPICS[course.subject] ?? TOPICS.math ?? []);
  const transcript = new Transcript(world.rows, sessionColumns({ kind: 'school', sessionId: record.id }));
  const seen = new Map<Pupil, Seen>(
    record.attendants.map(({ pupil }) => [
      pupil,
      { studentId: pupil.plan.person.id, evidence: null, own: [], tookUp: 0 },
    ]),
  );
  let at = begins + random.int(20, 60) * SECOND;
  for (const [part, { question, answers }] of topic.entries()) {
    yield at;
    transcript.addGuidance(room.manager.id, question, at);
    const until = start + ((part + 1) / topic.length) * (minutes - 1) * MINUTE;
    let last: Pupil | null = null;
    for (const answer of random.shuffled(answers)) {
      at += random.int(40, 130) * SECOND;
      const there = record.attendants.filter(({ joined, pupil }) => joined < at && pupil !== last);
      if (at >= until || there.length === 0) break;
      yield at;
      const { pupil } = random.weighted(there.map((one) => [one, 0.4 + one.pupil.traits.patience] as const));
      const takesUp = last !== null && random.chance(TAKES_UP);
      const words = takesUp ? random.pick(TAKEN_UP).replace('{name}', last?.plan.person.firstName ?? '') : answer;
      const text = typed(words, pupil.traits.typing, random);
      const given = { studentId: pupil.plan.person.id, act: null, hidden: false, now: at };
      const own = seen.get(pupil);
      own?.own.push(transcript.addPrompt({ text }, given, random));
      if (own && takesUp) own.tookUp += 1;
      last = pupil;
    }
    at = Math.max(at, until);
  }
  return [...seen.values()];
}
