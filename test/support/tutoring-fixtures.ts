import type { AnswerKey, Item } from '../../src/domain/curriculum/curriculum.ts';
import type { DialogueState } from '../../src/domain/tutoring/dialogue.ts';
import { initialDialogue } from '../../src/domain/tutoring/dialogue-state.ts';
import { begin } from '../../src/domain/tutoring/step.ts';
import type { StepContext, StepResult } from '../../src/domain/tutoring/step-context.ts';
import type { AnswerChecker, Verdict } from '../../src/domain/tutoring/verdict.ts';

const normal = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[$\s?.!]+/g, ' ')
    .trim();

/** A checker that can be seen through: whole answers only, exact after normalising, numbers by value. */
export const plainChecker: AnswerChecker = {
  check(key, { text, choiceId }, wrongAnswers = []): Verdict {
    if (choiceId !== undefined) return judge(choiceId === key.answer, choiceId);
    const plain = normal(text).replace(/^(?:the answer is|i think|it s|it is|x =) /, '');
    if (plain === '') return { verdict: 'cannot judge', reason: 'empty' };
    if (this.sameAnswer(key, plain)) return judge(true, plain);
    const known = wrongAnswers.find((wrong) => normal(wrong.answer) === plain);
    if (known !== undefined) return { verdict: 'incorrect', understood: plain, known };
    if (key.kind === 'text') return { verdict: 'cannot judge', reason: 'free text' };
    if (key.kind === 'choice') {
      const named = key.choices.filter((choice) => choice.id === plain || normal(choice.text) === plain);
      return named[0] === undefined
        ? { verdict: 'cannot judge', reason: 'unreadable' }
        : judge(named[0].id === key.answer, plain);
    }
    return Number.isFinite(Number(plain)) ? judge(false, plain) : { verdict: 'cannot judge', reason: 'unreadable' };
  },
  sameAnswer(key, candidate) {
    const plain = normal(candidate);
    const named = key.choices.find((choice) => choice.id === key.answer)?.text;
    const right = [key.answer, ...key.acceptedAnswers, ...(named === undefined ? [] : [named])].map(normal);
    if (right.includes(plain)) return true;
    return key.kind === 'number' && plain !== '' && right.some((answer) => Number(answer) === Number(plain));
  },
};

const judge = (correct: boolean, understood: string): Verdict => ({
  verdict: correct ? 'correct' : 'incorrect',
  understood,
});

export function keyOf(answer: string, more: Partial<AnswerKey> = {}): AnswerKey {
  return { kind: 'number', answer, acceptedAnswers: [], choices: [], ...more };
}

/** A study item; its ids follow from `id`. The answer is far from any number in its texts. */
export function makeItem(id: number, more: Partial<Item> = {}): Item {
  return {
    qaId: id,
    revisionId: 10_000 + id,
    problemId: 20_000 + id,
    courseId: 1,
    unitName: 'Fractions',
    use: 'for study',
    level: 2,
    stem: '',
    question: `How many marbles are in box ${id} when each friend has the same share?`,
    stepIndex: 0,
    stepCount: 1,
    figures: [],
    key: keyOf(String(7000 + id)),
    aliases: [],
    hints: [
      { text: 'Look at how many friends there are.' },
      { text: 'Sharing equally is dividing.' },
      { text: 'Divide the marbles by the friends.' },
    ],
    workedExample: 'With $12$ marbles and $4$ friends: $12 : 4 = 3$. Each has three.',
    explanation: 'Equal shares come from dividing.',
    wrongAnswers: [{ answer: '99', feedback: 'That is what all have together.' }],
    source: 'test',
    licence: 'Apache-2.0',
    ...more,
  };
}

/** Steps of one problem, with the ids id, id + 1, … */
export function makeProblem(id: number, steps: number, more: Partial<Item> = {}): Item[] {
  return Array.from({ length: steps }, (_, index) =>
    makeItem(id + index, { problemId: 30_000 + id, stepIndex: index, stepCount: steps, ...more }),
  );
}

export function makeContext(pool: readonly Item[], more: Partial<StepContext> = {}): StepContext {
  return {
    now: 1_000_000,
    open: null,
    pool,
    masteryOf: () => 0.6,
    answersOf: () => 0,
    found: [],
    units: [],
    checker: plainChecker,
    ...more,
  };
}

/** The context of the next turn: the item that is open in the state. */
export function contextFor(state: DialogueState, pool: readonly Item[], more: Partial<StepContext> = {}): StepContext {
  const open = pool.find((item) => item.revisionId === state.open?.revisionId) ?? null;
  return makeContext(pool, { open, ...more });
}

/** A session that has just begun over a pool. */
export function begun(pool: readonly Item[], more: Partial<StepContext> = {}): StepResult {
  return begin(initialDialogue(), makeContext(pool, more));
}
