import type { GuidanceContent } from '../../domain/guidance/guidance.ts';
import { DAY, HOUR } from '../../shared/instant.ts';
import type { Scene } from '../scene.ts';
import { findCourse } from './edit.ts';

interface Wish extends Pick<GuidanceContent, 'title' | 'body' | 'unitNames'> {
  course: string;
  /** Tests of it that go with this. */
  tests?: readonly string[];
  replacesOrder?: boolean;
}

const BRACKETS: Wish = {
  course: 'Algebra foundations',
  title: 'Brackets: areas first, rules after',
  body: `Most pupils who fail at **brackets** multiply the first term and forget the second: they answer $3x + 4$ for $3(x + 4)$.
The rule alone does not help them, because they know it and do not use it.

What worked in the classes I visited:

1. Draw $3(x + 4)$ as a rectangle of three rows, and let them *count* both parts before anybody writes a letter.
2. Only then write it as $3x + 12$, and let them say which part of the picture each term is.
3. Give wrong answers to mend, not only sums to solve: “Dan wrote $3x + 4$. What did he forget to count?”

Plan one lesson of 45 minutes where expressions are begun, and come back to it with every kind of equation up to brackets on both sides.`,
  unitNames: ['Numbers and expressions', 'One-step equations', 'Two-step equations', 'Brackets and both sides'],
  tests: ['Quiz: first equations'],
};

const SECOND_LESSON = `

**Added after your answers:** whoever has two lessons should begin the second one with the wrong answers of the first.`;

const SCALE: Wish = {
  course: 'Geometry and measurement',
  title: 'Similarity before Pythagoras',
  body: `In the ninth grade the theorem of Pythagoras is often learned as a formula for which there is no reason. Where *similarity and scale* comes first, the
proof by similar triangles takes one lesson, and pupils can find the theorem again when they have forgotten it.`,
  unitNames: ['Similarity and scale', 'The theorem of Pythagoras'],
  replacesOrder: true,
};

const UNITS_OF_MEASURE: Wish = {
  course: 'Forces and motion',
  title: 'Units belong to the answer',
  body: 'To be written: what to do about answers without units. Ask the physics teachers first.',
  unitNames: [],
};

/** What a supervisor recommends to class managers: one is taken up by some of them, one is new, and one is still being written. */
export async function publishGuidance(scene: Scene): Promise<void> {
  const { people, services, at, now, since } = scene;
  const [yossi] = people.supervisors.map(({ person }) => person);
  if (!yossi) return;
  const actor = await scene.actorOf(yossi);
  const ago = (days: number, hour: number) => Math.max(since, now - days * DAY) + hour * HOUR - 12 * HOUR;
  const brackets = await at(ago(33, 8), async () => begin(scene, BRACKETS));
  await at(ago(33, 9), () => services.guidance.publish(actor, brackets, 1));
  await takeUp(scene, brackets, ago);
  const more = { ...BRACKETS, body: BRACKETS.body + SECOND_LESSON };
  const content = await contentOf(scene, more);
  await at(ago(24, 8), () => services.guidance.save(actor, brackets, 0, content));
  await at(ago(24, 9), () => services.guidance.publish(actor, brackets, 1));
  const scale = await at(ago(2, 8), () => begin(scene, SCALE));
  await at(ago(2, 9), () => services.guidance.publish(actor, scale, 1));
  await at(ago(1, 8), () => begin(scene, UNITS_OF_MEASURE));
}

/** Those who may read it take it up, some of them with a word. */
async function takeUp(scene: Scene, id: number, ago: (days: number, hour: number) => number): Promise<void> {
  const { people, services, at } = scene;
  const words = ['With the whole grade, in one week.', 'We do it on Sunday with coloured paper.'];
  for (const [place, { id: classId, manager }] of people.classes.entries()) {
    const actor = await scene.actorOf(manager);
    const own = (await at(ago(32, 8), () => services.classGuidance.list(actor))).find((one) => one.id === id);
    if (!own) continue;
    await at(ago(32 - place, 9), () => services.classGuidance.read(actor, id));
    const wish = { classId, takenUp: true, word: words[place] ?? '' };
    await at(ago(32 - place, 10), () => services.classGuidance.takeUp(actor, id, wish));
  }
}

async function begin(scene: Scene, wish: Wish): Promise<number> {
  const [yossi] = scene.people.supervisors.map(({ person }) => person);
  const actor = await scene.actorOf(yossi ?? { id: 0 });
  const content = await contentOf(scene, wish);
  const { subject } = await scene.services.guidance.choices(actor, { courseId: content.courseId ?? undefined });
  return scene.services.guidance.create(actor, subject, content);
}

async function contentOf(
  scene: Scene,
  { course, title, body, unitNames, tests = [], replacesOrder = false }: Wish,
): Promise<GuidanceContent> {
  const [yossi] = scene.people.supervisors.map(({ person }) => person);
  const actor = await scene.actorOf(yossi ?? { id: 0 });
  const courseId = await findCourse(scene, course);
  const choices = await scene.services.guidance.choices(actor, { courseId });
  const testIds = choices.tests.flatMap((test) => (tests.includes(test.name) ? test.id : []));
  return { title, body, unitNames, replacesOrder, testIds, courseId, grades: [], regions: choices.regions };
}
