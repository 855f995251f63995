import { isSmall } from '../access/small-groups.ts';
import type { Item, WrongAnswer } from '../curriculum/curriculum.ts';
import { type Slip, slipOf } from './slip.ts';
import type { AnswerChecker } from './verdict.ts';

/** Who gave an answer, to count them once: a pupil's id, or the lot that stands for one who was erased. */
export type Giver = number | string;

/** A wrong answer of a pupil, as the checker understood it. */
export interface GivenWrong {
  giver: Giver;
  understood: string;
}

export interface CommonWrongAnswer {
  /** As an author would foresee it: for choices their ids. */
  answer: string;
  /** How many pupils gave it. */
  pupils: number;
  /** What it looks like beside the key: what the tutor goes by as long as no author says more. */
  slip: Slip;
}

/** Fewer pupils, or a smaller share of those who answered, make no answer common. */
export const LEAST_PUPILS = 3;
const LEAST_SHARE = 0.1;
const MOST = 3;
/** Ways to write an answer, of which it is asked whether they come to the same. */
const COMPARED = 15;
/** What is longer is somebody's own words. */
const LONGEST = 120;

/**
 * The wrong answers to a question that many pupils give and no author has foreseen, the commonest first, at most three. Answers that
 * come to the same are one; each pupil counts once for it. None where fewer than ten pupils answered: their answers stay theirs.
 */
export function commonWrongAnswers(
  item: Item,
  foreseen: readonly WrongAnswer[],
  { given, answered }: { given: readonly GivenWrong[]; answered: number },
  checker: AnswerChecker,
): CommonWrongAnswer[] {
  if (isSmall(answered)) return [];
  const least = leastOf(answered);
  return grouped(item, given, checker)
    .filter(({ pupils, answer }) => pupils.size >= least && isUnforeseen(item, answer, foreseen, checker))
    .sort((a, b) => b.pupils.size - a.pupils.size)
    .slice(0, MOST)
    .map(({ answer, pupils }) => ({ answer, pupils: pupils.size, slip: slipOf(item, answer, checker) }));
}

/** A wrong answer to a question with whoever gave it, and what the next one is told. */
export interface Misconception {
  answer: string;
  pupils: ReadonlySet<Giver>;
  slip: Slip;
  /** What an author says of it; null: nobody has foreseen it. */
  said: string | null;
}

/** Every wrong answer to a question, the commonest first: answers that come to the same are one. What the key takes by now is none. */
export function misconceptions(item: Item, given: readonly GivenWrong[], checker: AnswerChecker): Misconception[] {
  return grouped(item, given, checker)
    .flatMap(({ answer, pupils }): Misconception[] => {
      if (answer === '') return [];
      const verdict = judged(item, answer, item.wrongAnswers, checker);
      if (verdict.verdict !== 'incorrect') return [];
      return [{ answer, pupils, slip: slipOf(item, answer, checker), said: verdict.known?.feedback ?? null }];
    })
    .toSorted((a, b) => b.pupils.size - a.pupils.size);
}

/**
 * Whether one of these wrong answers is common and nobody has foreseen it, told from counts of what was written alike. Never true where
 * `commonWrongAnswers` finds none; where pupils write one answer in many ways, it may find one that this does not.
 */
export function hasCommonWrong(
  item: Item,
  foreseen: readonly WrongAnswer[],
  { wrong, answered }: { wrong: readonly { understood: string; pupils: number }[]; answered: number },
  checker: AnswerChecker,
): boolean {
  if (isSmall(answered)) return false;
  return wrong.some(
    ({ understood, pupils }) =>
      pupils >= leastOf(answered) && isUnforeseen(item, answerIn(understood, item.key), foreseen, checker),
  );
}

const leastOf = (answered: number): number => Math.max(LEAST_PUPILS, LEAST_SHARE * answered);

interface Group {
  answer: string;
  pupils: Set<Giver>;
}

/** By what was answered; of the commonest ways to write an answer, those that come to the same together. */
function grouped(item: Item, given: readonly GivenWrong[], checker: AnswerChecker): Group[] {
  const byText = new Map<string, Group>();
  for (const { giver, understood } of given) {
    const answer = answerIn(understood, item.key);
    const group = byText.get(answer) ?? { answer, pupils: new Set() };
    group.pupils.add(giver);
    byText.set(answer, group);
  }
  const commonest = [...byText.values()].sort((a, b) => b.pupils.size - a.pupils.size).slice(0, COMPARED);
  const groups: Group[] = [];
  for (const { answer, pupils } of commonest) {
    const same = groups.find((one) =>
      checker.sameAnswer({ ...item.key, answer: one.answer, acceptedAnswers: [] }, answer),
    );
    if (same === undefined) groups.push({ answer, pupils });
    else for (const pupil of pupils) same.pupils.add(pupil);
  }
  return groups;
}

/** What an author would write for it; empty for what is too long to be more than somebody's own words. */
function answerIn(understood: string, key: Item['key']): string {
  if (key.choices.length > 0) return idsIn(understood, key);
  return understood.length > LONGEST ? '' : understood.trim();
}

/** "a) the sun, c) the moon" → "a,c" */
function idsIn(understood: string, { choices }: Item['key']): string {
  return choices.flatMap(({ id, text }) => (understood.includes(`${id}) ${text}`) ? [id] : [])).join(',');
}

function judged({ key }: Item, answer: string, foreseen: readonly WrongAnswer[], checker: AnswerChecker) {
  return checker.check(key, { text: answer, ...(key.kind === 'choice' ? { choiceId: answer } : {}) }, foreseen);
}

function isUnforeseen(item: Item, answer: string, foreseen: readonly WrongAnswer[], checker: AnswerChecker): boolean {
  if (answer === '') return false;
  const verdict = judged(item, answer, foreseen, checker);
  // What is right by the key as it is now, or cannot be judged, is no wrong answer any more.
  return verdict.verdict === 'incorrect' && verdict.known === undefined;
}
