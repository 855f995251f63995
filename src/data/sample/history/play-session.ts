import { EXPIRY } from '../../../domain/study-session/study-session.ts';
import { type Instant, MINUTE, SECOND } from '../../../shared/instant.ts';
import type { Random } from '../random.ts';
import { compose } from './compose.ts';
import { evaluate } from './evaluate.ts';
import { feedbackOn } from './feedback.ts';
import { Lesson } from './lesson.ts';
import type { LessonFacts } from './lesson-brief.ts';
import { decide, type Intent, timeFor } from './pupil-turn.ts';
import { planSession, type SessionPlan } from './session-plan.ts';
import { SessionRecord } from './session-record.ts';
import { type Pupil, unitsTaught, type World } from './world.ts';

const MOST_TURNS = 60;

/** A worry that is written instead of what the pupil would otherwise have said, in this turn or instead of leaving. */
export interface Worry {
  turn: number;
  text: string;
}

interface Play {
  world: World;
  pupil: Pupil;
  plan: SessionPlan;
  lesson: Lesson;
  record: SessionRecord;
  random: Random;
  worry: Worry | null;
}

/**
 * One session from its creation to its evaluation. Yields the moment of what comes next and goes on when it is resumed, so
 * that the sessions of all pupils take place beside each other in the order of time.
 */
export async function* playSession(
  world: World,
  pupil: Pupil,
  begins: Instant,
  random: Random,
  worry: Worry | null,
): AsyncGenerator<Instant, void> {
  const plan = fitting(planSession(world, pupil, begins, random), world, begins, worry);
  const record = new SessionRecord(world, pupil, plan, begins);
  if (plan.fate === 'never started') {
    const cancelled = begins + (random.chance(0.6) ? EXPIRY.pending + sweep(random) : random.int(10, 150) * SECOND);
    yield cancelled;
    record.cancel(cancelled);
    return;
  }
  const start = begins + random.int(3, 25) * SECOND;
  yield start;
  for (const course of pupil.courses) {
    for (const unit of unitsTaught(course, start, world.now)) pupil.knowledge.teach(unit.name);
  }
  record.start(start);
  const { course, type, minutes: plannedMinutes, feeling } = plan;
  const studied = { course, type, unitNames: plan.unitNames, plannedMinutes, feeling, start };
  const before = new Map([[pupil.plan.person.id, record.units]]);
  const facts: LessonFacts = { kind: 'home', sessionId: record.id, pupils: [pupil], before, ...studied };
  const lesson = new Lesson(world, facts, random);
  await lesson.welcome(start);
  yield* talk({ world, pupil, plan, lesson, record, random, worry }, start);
}

/** What is left alone ends by the server twelve hours later, and that must lie in the past. */
function fitting(plan: SessionPlan, { now }: World, at: Instant, worry: Worry | null): SessionPlan {
  if (worry) return { ...plan, fate: 'ended', feeling: 'negative' };
  const open = plan.fate === 'left alone' && at + EXPIRY.total + 5 * MINUTE > now;
  return open ? { ...plan, fate: 'ended' } : plan;
}

/** The server looks every minute. */
const sweep = (random: Random): number => random.int(0, 59) * SECOND;

async function* talk(play: Play, start: Instant): AsyncGenerator<Instant, void> {
  const { plan, lesson, record, random } = play;
  const pauseAfter = random.chance(0.12) ? random.int(3, 9) : -1;
  const leaveAfter = plan.fate === 'left alone' ? random.int(1, 7) : -1;
  let at = start;
  for (let turns = 0; turns < MOST_TURNS; turns += 1) {
    if (turns === leaveAfter) {
      yield* leftAlone(play, at);
      return;
    }
    if (turns === pauseAfter) at = yield* pause(play, at);
    const intent = next(play, at);
    at += timeFor(intent, lesson.open, play.pupil.traits, random);
    yield at;
    const worry = play.worry && (turns + 1 >= play.worry.turn || intent.kind === 'leave') ? play.worry : null;
    if (worry) await lesson.say({ text: worry.text }, at);
    else if (intent.kind !== 'leave') await lesson.say(words(play, intent), at);
    // Nobody goes on with exercises after a worry.
    if (worry || intent.kind === 'leave') break;
    record.touch(at);
  }
  const end = at + random.int(2, 30) * SECOND;
  yield end;
  record.end(end, feedbackOn(lesson, plan.feeling, play.pupil.traits, random));
  lesson.close();
  evaluate(lesson, { at: end, byPupil: true }, play.world.rows);
}

function next({ plan, lesson, pupil, random }: Play, at: Instant): Intent {
  const { state, open: item, lastMove } = lesson;
  const chance = item && state.open ? pupil.knowledge.chance(plan.course.subject, item, state.open) : 0;
  const elapsed = lesson.worked(at) / (plan.minutes * MINUTE);
  return decide({ state, item, lastMove, elapsed, chance }, pupil.traits, random);
}

function words({ world, plan, lesson, pupil, random }: Play, intent: Exclude<Intent, { kind: 'leave' }>) {
  const said = lesson.messages.flatMap(({ from, content }) => (from === 'student' ? [content] : []));
  const { state, open: item, pool } = lesson;
  const { checker } = world;
  const scene = { subject: plan.course.subject, state, item, pool, units: plan.unitNames, checker, said };
  return compose(intent, scene, pupil.traits, random);
}

/** A pause of some minutes, by the button or by walking away. Answers when it is over. */
async function* pause({ lesson, record, random }: Play, at: Instant): AsyncGenerator<Instant, Instant> {
  const began = at + (random.chance(0.15) ? EXPIRY.idle + sweep(random) : random.int(8, 60) * SECOND);
  yield began;
  lesson.pause(began);
  record.pause(began);
  const over = began + random.int(180, 1500) * SECOND;
  yield over;
  lesson.resume(over);
  record.resume(over);
  return over;
}

/** Nobody comes back: the server pauses the session and ends it in the end, and it is evaluated on what there is. */
async function* leftAlone({ world, lesson, record, random }: Play, at: Instant): AsyncGenerator<Instant, void> {
  const late = sweep(random);
  yield at + EXPIRY.idle + late;
  lesson.pause(at + EXPIRY.idle + late);
  record.pause(at + EXPIRY.idle + late);
  const end = lesson.facts.start + EXPIRY.total + late;
  yield end;
  lesson.endPause(end);
  record.end(end, null);
  lesson.close();
  evaluate(lesson, { at: end, byPupil: false }, world.rows);
}
