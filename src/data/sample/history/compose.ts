import type { Item } from '../../../domain/curriculum/curriculum.ts';
import type { DialogueState } from '../../../domain/tutoring/dialogue.ts';
import type { AnswerChecker } from '../../../domain/tutoring/verdict.ts';
import type { Random } from '../random.ts';
import { rightAnswer, wrongAnswer } from './answers.ts';
import type { Intent } from './pupil-turn.ts';
import {
  GIVE_UP,
  GO_ON,
  GREETINGS,
  HELP,
  HELP_AFTER_WRONG,
  HELP_AGAIN,
  IN_OWN_WORDS,
  NOTHING_TO_SAY,
  OWN_QUESTIONS,
  REASONS,
  RECAP,
  RECAP_SHORT,
  RECAP_WITH_POINT,
  SKIP,
  SMALL_TALK,
  STOP,
  STUCK,
  STUCK_AGAIN,
  THANKS,
} from './sayings.ts';
import type { Traits } from './traits.ts';
import { answered, asked, type Said, typed } from './typing.ts';

export interface Scene {
  subject: string;
  state: DialogueState;
  item: Item | null;
  pool: readonly Item[];
  units: readonly string[];
  checker: AnswerChecker;
  /** What was sent in this session so far: nobody asks in the same words every time. */
  said: readonly string[];
}

type Wish = Exclude<Intent['kind'], 'answer' | 'part' | 'own question' | 'recap' | 'short recap' | 'pick' | 'leave'>;

const WISHES: Record<Wish, readonly string[]> = {
  help: HELP,
  'help again': HELP_AGAIN,
  stuck: STUCK,
  'stuck again': STUCK_AGAIN,
  'give up': GIVE_UP,
  skip: SKIP,
  'go on': GO_ON,
  stop: STOP,
  'small talk': SMALL_TALK,
  'own words': IN_OWN_WORDS,
  reason: REASONS,
  thanks: THANKS,
};

/** The message that carries an intent out, in this pupil's way of typing. */
export function compose(
  intent: Exclude<Intent, { kind: 'leave' }>,
  scene: Scene,
  traits: Traits,
  random: Random,
): Said {
  const { typing } = traits;
  switch (intent.kind) {
    case 'answer':
      return answerTo(intent.right, scene, traits, random);
    case 'part':
      return { text: typed(partOf(intent.right, scene, random), traits.typing, random) };
    case 'pick':
      return { text: intent.question };
    case 'own question':
      return { text: typed(ownQuestion(scene, random), typing, random) };
    case 'recap':
      return { text: typed(recapOf(scene, random), typing, random) };
    case 'short recap':
      return { text: typed(filled(random.pick(RECAP_SHORT), scene, random), typing, random) };
    case 'help':
    case 'help again':
    case 'skip':
      return { text: asked(unused(listFor(intent.kind, scene), scene, random), typing, random) };
    default:
      return { text: typed(unused(listFor(intent.kind, scene), scene, random), typing, random) };
  }
}

/** The list that fits the moment: nobody says hello in the middle, or asks for a mistake that was not made. */
function listFor(wish: Wish, { state, item, said }: Scene): readonly string[] {
  if (wish === 'stuck' && state.phase === 'recap') return NOTHING_TO_SAY;
  if (wish === 'small talk' && said.length === 0) return GREETINGS;
  if (wish === 'help again' && (state.open?.wrong ?? 0) > 0) return HELP_AFTER_WRONG;
  if (wish === 'stuck' && (item?.stepIndex ?? 0) === 0) return STUCK.filter((line) => !line.includes('second part'));
  return WISHES[wish];
}

function answerTo(right: boolean, scene: Scene, traits: Traits, random: Random): Said {
  const { item, checker } = scene;
  if (item === null) return { text: typed('next', traits.typing, random) };
  const wrong = right ? null : wrongAnswer(item, random, checker, scene.state.open?.said ?? []);
  if (!right && wrong === null) return { text: typed(unused(STUCK, scene, random), traits.typing, random) };
  return answered(wrong ?? rightAnswer(item, random), item, traits.typing, random);
}

/** The answer to a smaller question, or one that is not quite it. */
function partOf(right: boolean, scene: Scene, random: Random): string {
  const key = scene.state.open?.part?.key;
  if (!key) return unused(STUCK, scene, random);
  if (right) return key.answer;
  const others = key.choices.filter(({ id }) => id !== key.answer).map(({ id }) => id);
  if (others.length > 0) return random.pick(others);
  return key.kind === 'number' ? String(Number(key.answer) + 1) : unused(STUCK, scene, random);
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\d]+/gu, '');

function unused(list: readonly string[], { said }: Scene, random: Random): string {
  const before = new Set(said.map(plain));
  const fresh = list.filter((line) => !before.has(plain(line)));
  return random.pick(fresh.length > 0 ? fresh : list);
}

/** Aliases that begin with something to do: "collect like terms". */
const VERBS =
  /^(?:add|break|check|clear|collect|combine|convert|divide|expand|find|make|multiply|read|rearrange|replace|scramble|simplify|solve|substitute|subtract|swap|transcribe|undo|write)\b/i;

/** Mostly about something that the units hold, in the words of the question's aliases; sometimes about the world. */
function ownQuestion({ subject, pool, item, said }: Scene, random: Random): string {
  const worldly = OWN_QUESTIONS[subject] ?? [];
  if (worldly.length > 0 && random.chance(0.12)) return random.pick(worldly);
  const aliases = pool.filter((one) => one.problemId !== item?.problemId).flatMap((one) => one.aliases);
  const fresh = aliases.filter((alias) => !said.some((text) => text.includes(alias)));
  if (fresh.length === 0) return worldly.length > 0 ? random.pick(worldly) : 'why is that?';
  const alias = random.pick(fresh);
  const asks =
    /^(?:what|how|why|when|where|who|which|whose|is|are|do|does|did|can|could|should|would|was|were)\b/i.test(alias);
  if (asks) return alias.endsWith('?') || random.chance(0.3) ? alias : `${alias}?`;
  const does = VERBS.test(alias);
  if (does) return `how do i ${alias}?`;
  return random.pick([`what about ${alias}?`, `can you explain ${alias}?`, `tell me about ${alias}`]);
}

function recapOf(scene: Scene, random: Random): string {
  const points = pointsOf(scene);
  const pattern = points.length > 0 && random.chance(0.65) ? random.pick(RECAP_WITH_POINT) : random.pick(RECAP);
  return filled(pattern, scene, random, points.length > 0 ? random.pick(points) : '');
}

function filled(pattern: string, { units }: Scene, random: Random, point = ''): string {
  return pattern.replace('{unit}', () => random.pick(units)).replace('{point}', () => point);
}

/** What a pupil may have taken from the hints of the items that were worked on: a short sentence without formulas. */
function pointsOf({ state, pool }: Scene): string[] {
  return state.done.flatMap(({ qaId }) => {
    const hint = pool.find((item) => item.qaId === qaId)?.hints[1]?.text ?? '';
    const sentence = hint.split(/(?<=[.!?])\s/)[0]?.replace(/[.!]$/, '') ?? '';
    const fits = sentence.length >= 20 && sentence.length <= 95 && !/[$?…*“”:]/.test(sentence);
    return fits ? [sentence.charAt(0).toLowerCase() + sentence.slice(1)] : [];
  });
}
