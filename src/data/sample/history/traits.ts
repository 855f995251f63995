import type { EmotionalState } from '../../../domain/tutoring/brief.ts';
import type { Random } from '../random.ts';

/** How somebody types. */
export interface Typing {
  lowercase: boolean;
  period: boolean;
  apostrophes: boolean;
  /** Chance that two letters of a longer word change places. */
  typos: number;
  please: '' | 'please' | 'pls';
  /** Chance that an answer comes as a guess ("is it 5?"). */
  doubts: number;
}

/** What a simulated pupil is like. Chances are for one turn unless it says otherwise. */
export interface Traits {
  /** Ability on the logit scale, 0 is the middle; by subject on top of it. */
  ability: number;
  bySubject: ReadonlyMap<string, number>;
  sessionsPerWeek: number;
  /** Factor on the time that thinking takes. */
  pace: number;
  /** Chance to ask for help on a question that is too hard, before any try. */
  asksFirst: number;
  /** Chance to ask for help after a wrong answer or a hint. */
  asksAgain: number;
  givesUp: number;
  skips: number;
  /** Chance of a question of one's own. */
  curious: number;
  chatty: number;
  /** Share of the planned time after which the thoughts turn to stopping. */
  patience: number;
  feelings: readonly (readonly [EmotionalState, number])[];
  typing: Typing;
}

const SUBJECTS = ['math', 'science', 'history'];

/** Sessions a week: some hardly ever come, some nearly every other day. */
const DILIGENCE: readonly (readonly [number, number])[] = [
  [0.12, 16],
  [0.6, 21],
  [1.2, 28],
  [1.9, 20],
  [2.7, 11],
  [3.7, 4],
];

/** One in seven would rather be told than try, and is soon somewhere else in their thoughts. */
const RELUCTANT = 0.14;

export function drawTraits(random: Random): Traits {
  const traits = drawWilling(random);
  if (!random.chance(RELUCTANT)) return traits;
  const asks = {
    asksFirst: random.between(0.7, 1),
    asksAgain: random.between(0.7, 0.9),
    givesUp: random.between(0.12, 0.25),
  };
  return { ...traits, ...asks, chatty: random.between(0.06, 0.14), patience: random.between(0.35, 0.6) };
}

function drawWilling(random: Random): Traits {
  const sunny = random.between(0.6, 1.4);
  return {
    ability: random.normal(-0.1, 0.95),
    bySubject: new Map(SUBJECTS.map((subject) => [subject, random.normal(0, 0.55)])),
    sessionsPerWeek: random.weighted(DILIGENCE),
    pace: random.between(0.75, 1.35),
    asksFirst: random.between(0.05, 0.5),
    asksAgain: random.between(0.15, 0.6),
    givesUp: random.between(0.01, 0.14),
    skips: random.between(0, 0.05),
    curious: random.between(0.005, 0.06),
    chatty: random.between(0.005, 0.04),
    patience: random.between(0.6, 1.1),
    feelings: [
      ['positive', 32 * sunny],
      ['neutral', 48],
      ['negative', 18 / sunny],
      ['extreme', 2 / sunny],
    ],
    typing: drawTyping(random),
  };
}

function drawTyping(random: Random): Typing {
  const careful = random.chance(0.35);
  return {
    lowercase: !careful && random.chance(0.85),
    period: careful && random.chance(0.7),
    apostrophes: careful || random.chance(0.25),
    typos: careful ? 0.004 : random.between(0.01, 0.05),
    please: random.pick(['', '', 'please', 'pls']),
    doubts: random.between(0.05, 0.35),
  };
}

/** Noa is somebody whom one gets to know: comes often, tries before she asks, is better at history than at mathematics. */
export const NOAS_TRAITS: Traits = {
  ability: 0.15,
  bySubject: new Map([
    ['math', -0.55],
    ['science', 0.1],
    ['history', 0.5],
  ]),
  sessionsPerWeek: 3,
  pace: 1,
  asksFirst: 0.22,
  asksAgain: 0.35,
  givesUp: 0.04,
  skips: 0.01,
  curious: 0.05,
  chatty: 0.02,
  patience: 0.9,
  feelings: [
    ['positive', 40],
    ['neutral', 42],
    ['negative', 18],
  ],
  typing: { lowercase: true, period: false, apostrophes: false, typos: 0.012, please: 'please', doubts: 0.2 },
};

/** Her brother would rather be outside. */
export const ITAIS_TRAITS: Traits = {
  ...NOAS_TRAITS,
  ability: 0,
  bySubject: new Map([
    ['math', 0.35],
    ['science', 0],
    ['history', -0.4],
  ]),
  sessionsPerWeek: 0.9,
  asksFirst: 0.4,
  asksAgain: 0.55,
  givesUp: 0.1,
  patience: 0.65,
  typing: { lowercase: true, period: false, apostrophes: false, typos: 0.03, please: '', doubts: 0.25 },
};
