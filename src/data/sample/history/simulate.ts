import { DAY, type Instant } from '../../../shared/instant.ts';
import type { Random } from '../random.ts';
import { dayOf, sessionTimes } from './calendar.ts';
import { playSession, type Worry } from './play-session.ts';
import { playSchoolSession } from './school/play-lesson.ts';
import { addLesson } from './school/school-record.ts';
import type { PlannedLesson } from './school/timetable.ts';
import type { Sittings } from './sittings.ts';
import type { Pupil, World } from './world.ts';

interface Under {
  at: Instant;
  order: number;
  steps: AsyncGenerator<Instant, void>;
}

interface Planned {
  at: Instant;
  begin: () => AsyncGenerator<Instant, void>;
}

/** Days ago on which somebody studies in any case, and what worries them then. */
export interface Fixed {
  pupil: Pupil;
  daysAgo: number;
  worry?: Worry;
}

/**
 * Lets `days` days go by: every pupil studies when they feel like it, classes have lessons in school hours, the sessions of all take place beside each other in the
 * order of time, and tests are sat in between. Nothing is live at the end.
 */
export async function simulate(
  world: World,
  sittings: Sittings,
  {
    random,
    days,
    fixed,
    lessons,
    onDay,
  }: {
    random: Random;
    days: number;
    fixed: readonly Fixed[];
    lessons: readonly PlannedLesson[];
    onDay: (at: Instant) => void;
  },
): Promise<void> {
  const atHome = world.pupils.flatMap((pupil) => plansOf(world, pupil, random, days, fixed));
  const planned = [...atHome, ...lessonsOf(world, lessons, random)].sort((a, b) => a.at - b.at);
  const under: Under[] = [];
  const learn = (at: Instant) => sittings.learnUntil(at);
  let order = 0;
  for (const { at, begin } of planned) {
    await advance(under, at, learn);
    sittings.sitUntil(at);
    learn(at);
    onDay(at);
    await step({ at, order: order++, steps: begin() }, under);
  }
  await advance(under, Number.POSITIVE_INFINITY, learn);
}

function plansOf(world: World, pupil: Pupil, random: Random, days: number, fixed: readonly Fixed[]): Planned[] {
  const own = random.fork(pupil.plan.person.username);
  const mine = fixed.filter((one) => one.pupil === pupil);
  const always = mine.map(({ daysAgo }) => daysAgo);
  const times = sessionTimes(own, { now: world.now, days, perWeek: pupil.traits.sessionsPerWeek, always });
  return times.map((at, index) => {
    const worry = mine.find((one) => one.worry && (dayOf(world.now) - dayOf(at)) / DAY === one.daysAgo)?.worry ?? null;
    return { at, begin: () => playSession(world, pupil, at, own.fork(`session ${index}`), worry) };
  });
}

/** The sessions of a lesson all begin with it. */
function lessonsOf(world: World, lessons: readonly PlannedLesson[], random: Random): Planned[] {
  return lessons.flatMap((lesson) => {
    let made: number | null = null;
    return lesson.groups.map((_, group) => ({
      at: lesson.at,
      begin: () => {
        made ??= addLesson(world, lesson);
        const own = random.fork(`lesson ${lesson.room.id}/${lesson.at}/${group}`);
        return playSchoolSession(world, lesson, { group, lessonId: made, random: own });
      },
    }));
  });
}

/** Lets everything happen that comes before `until`, the earliest first; `before` is told each moment beforehand. */
async function advance(under: Under[], until: Instant, before: (at: Instant) => void): Promise<void> {
  for (;;) {
    let first: Under | undefined;
    for (const one of under) {
      if (first === undefined || one.at < first.at || (one.at === first.at && one.order < first.order)) first = one;
    }
    if (first === undefined || first.at > until) return;
    under.splice(under.indexOf(first), 1);
    before(first.at);
    await step(first, under);
  }
}

async function step(one: Under, under: Under[]): Promise<void> {
  const { value, done } = await one.steps.next();
  if (!done) under.push({ ...one, at: value });
}
