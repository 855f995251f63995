import { HOUR, type Instant, MINUTE, SECOND } from '../../../../shared/instant.ts';
import type { Random } from '../../random.ts';
import { compose } from '../compose.ts';
import { evaluatePupil } from '../evaluate.ts';
import { feedbackOn } from '../feedback.ts';
import { Lesson } from '../lesson.ts';
import type { LessonFacts } from '../lesson-brief.ts';
import { decide, timeFor } from '../pupil-turn.ts';
import type { World } from '../world.ts';
import { judge, type Seen } from './class-manager.ts';
import { type Attendant, SchoolRecord } from './school-record.ts';
import { talkTogether } from './social-talk.ts';
import type { PlannedLesson } from './timetable.ts';

const BREAK = 0.2;
const BREAK_AFTER = 9 * MINUTE;
/** The class manager looks back on the lesson in the afternoon. */
const LOOKED_BACK_AFTER = 6 * HOUR;
/** Of those who study on their own the class manager writes about some, of a group about all. */
const WRITTEN_ABOUT = 0.3;

/** One session of a lesson: a pupil on their own with the teacher, a group with the teacher, or a group in a talk. */
export async function* playSchoolSession(
  world: World,
  lesson: PlannedLesson,
  { group, lessonId, random }: { group: number; lessonId: number; random: Random },
): AsyncGenerator<Instant, void> {
  const record = new SchoolRecord(world, lesson, group, lessonId, random);
  const [first] = record.attendants;
  if (!first) return;
  yield first.joined;
  if (lesson.type === 'social') yield* socialSession({ world, lesson, record, random }, first);
  else yield* taughtSession({ world, lesson, record, random }, first);
}

interface Play {
  world: World;
  lesson: PlannedLesson;
  record: SchoolRecord;
  random: Random;
}

/** Talks with the real tutor until the bell, or until nothing is left to do. */
async function* taughtSession({ world, lesson, record, random }: Play, first: Attendant) {
  const { course, unitNames, minutes, at: start } = lesson;
  const { attendants, before } = record;
  const [one, ...others] = attendants.map(({ pupil }) => pupil);
  if (!one) return;
  const studied = { course, type: 'homework' as const, unitNames, plannedMinutes: minutes, feeling: first.feeling };
  const pupils: LessonFacts['pupils'] = [one, ...others];
  const facts = { kind: 'school', sessionId: record.id, pupils, before, start, ...studied } as const;
  const talk = new Lesson(world, facts, random);
  for (const pupil of pupils) for (const unit of unitNames) pupil.knowledge.teach(unit);
  await talk.welcome(first.joined);
  const bell = start + minutes * MINUTE;
  const breakAt = random.chance(BREAK) ? start + BREAK_AFTER : null;
  let at = first.joined;
  for (;;) {
    const there = attendants.filter(({ joined }) => joined <= at);
    const { pupil } = random.weighted(there.map((each) => [each, voiceOf(each)] as const));
    const { state, open: item, lastMove, pool } = talk;
    const chance = item && state.open ? pupil.knowledge.chance(course.subject, item, state.open) : 0;
    const elapsed = talk.worked(at) / (minutes * MINUTE);
    const intent = decide({ state, item, lastMove, elapsed, chance }, pupil.traits, random);
    // Several heads find words sooner, but they read what the others wrote.
    at += timeFor(intent, item, pupil.traits, random);
    if (breakAt !== null && talk.pauses.length === 0 && at > breakAt) {
      at = Math.max(at, yield* takeBreak({ world, lesson, record, random }, talk, at));
    }
    if (at >= bell || intent.kind === 'leave') break;
    yield at;
    const said = talk.messages.flatMap(({ from, content }) => (from === 'student' ? [content] : []));
    const scene = { subject: course.subject, state, item, pool, units: unitNames, checker: world.checker, said };
    await talk.say(compose(intent, scene, pupil.traits, random), at, pupil);
  }
  const end = Math.min(bell, at);
  yield end;
  record.end(end);
  talk.close();
  const seen = attendants.map(({ pupil, feeling }): Seen => {
    const feedback = feedbackOn(talk, feeling, pupil.traits, random);
    record.said(pupil, {
      emotional_state_after: feedback.feelingAfter,
      difficulty_feedback: feedback.difficulty,
      understanding_feedback: feedback.understanding,
      textual_feedback: feedback.text,
    });
    const studentId = pupil.plan.person.id;
    const evidence = evaluatePupil(talk, { studentId, end, at: end + 2 * SECOND }, world.rows);
    const own = talk.messages.filter((line) => line.studentId === studentId).map(({ id }) => id);
    return { studentId, evidence, own, tookUp: 0 };
  });
  const chosen = lesson.type === 'group' ? seen : seen.filter(() => random.chance(WRITTEN_ABOUT));
  const session = {
    id: record.id,
    type: lesson.type,
    at: lesson.at + LOOKED_BACK_AFTER,
    managerId: lesson.room.manager.id,
  };
  judge(world.rows, session, chosen);
}

/** Some speak up in a group, others listen. */
const voiceOf = ({ pupil: { traits } }: Attendant): number =>
  0.5 + Math.min(1.5, traits.sessionsPerWeek / 2) + 5 * traits.chatty;

async function* takeBreak(
  { world, record, random }: Play,
  talk: Lesson,
  at: Instant,
): AsyncGenerator<Instant, Instant> {
  const over = at + random.int(120, 240) * SECOND;
  yield at;
  talk.pause(at);
  yield over;
  talk.resume(over);
  record.pause(world, at, over);
  return over;
}

/** The group talks about a question of the class manager; nobody is taught, and nothing is scored but how they got on. */
async function* socialSession({ world, lesson, record, random }: Play, first: Attendant) {
  const { at: start, minutes } = lesson;
  const seen = yield* talkTogether(world, { lesson, record, random, begins: first.joined });
  const end = start + minutes * MINUTE;
  yield end;
  record.end(end);
  for (const { pupil, feeling } of record.attendants) {
    record.said(pupil, { emotional_state_after: random.chance(0.25) ? 'positive' : feeling });
  }
  const session = {
    id: record.id,
    type: lesson.type,
    at: lesson.at + LOOKED_BACK_AFTER,
    managerId: lesson.room.manager.id,
  };
  judge(world.rows, session, seen);
}
