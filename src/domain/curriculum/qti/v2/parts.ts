import type { MarkupElement } from '../../../markup/markup.ts';
import { gapQuestion } from '../gaps.ts';
import { type ItemPart, ItemRefused, type PartAnswer, type SourceChoice } from '../item.ts';
import { groupQuestion, MOST_PLACES, orderQuestion, pairQuestion } from '../wordings.ts';
import type { Declaration } from './declarations.ts';
import type { Asked } from './interactions.ts';
import { numberOf, type RightSets } from './right-answers.ts';

export interface PartContext {
  item: MarkupElement;
  declaration: Declaration;
  right: RightSets;
  /** Numbers of the gaps by their marks; empty where there is one gap. */
  gapNumbers: ReadonlyMap<number, number>;
}

const part = (prompt: string, answer: PartAnswer): ItemPart => ({ prompt, answer, remarks: [], explanation: [] });

/** What an interaction asks, as questions that are marked one by one. Throws `ItemRefused` where nothing faithful can be made of it. */
export function partsOf(asked: Asked, context: PartContext): ItemPart[] {
  const { right } = context;
  const best = right[0] ?? [];
  switch (asked.kind) {
    case 'choice': {
      const { choices } = asked;
      const one = context.declaration.cardinality === 'single' || !asked.several;
      if (one) return [part(asked.prompt, { kind: 'choice', choices, right: right.flatMap((set) => set.slice(0, 1)) })];
      return [part(asked.prompt, { kind: 'several choices', choices, right })];
    }
    case 'menu':
      return [
        part(gapPrompt(asked.mark, context), {
          kind: 'choice',
          choices: asked.choices,
          right: right.flatMap((set) => set.slice(0, 1)),
        }),
      ];
    case 'entry':
      return [
        part(
          asked.mark === undefined
            ? [asked.prompt, asked.range].filter(Boolean).join('\n\n')
            : gapPrompt(asked.mark, context),
          typed(context),
        ),
      ];
    case 'order':
      return ordered(asked.prompt, asked.choices, best);
    case 'match':
      return matched(asked.prompt, asked, pairsOf(best));
    case 'associate':
      return associated(asked.prompt, asked.choices, pairsOf(best));
    case 'gaps':
      return gaps(asked.choices, asked.gaps, pairsOf(best), context);
    case 'essay':
      return [part(asked.prompt, { kind: 'text', right: best })];
  }
}

const gapPrompt = (mark: number, { gapNumbers }: PartContext): string => {
  const number = gapNumbers.get(mark);
  return number === undefined ? '' : gapQuestion(number);
};

function typed({ item, declaration, right }: PartContext): PartAnswer {
  const values = right.flatMap((set) => set.slice(0, 1));
  if (!/^(?:float|integer)$/.test(declaration.baseType)) return { kind: 'text', right: values };
  const numbers = values.map(Number);
  if (numbers.some((value) => !Number.isFinite(value)))
    throw new ItemRefused('its answer should be a number and is none');
  return { kind: 'number', right: numbers.map((value) => numberOf(item, declaration.identifier, value)) };
}

/** "W G1": what goes where. */
function pairsOf(values: readonly string[]): [string, string][] {
  return values.map((value) => {
    const [a, b, ...more] = value.split(/\s+/);
    if (a === undefined || b === undefined || more.length > 0)
      throw new ItemRefused('what belongs together in it cannot be read');
    return [a, b];
  });
}

function ordered(prompt: string, choices: SourceChoice[], right: readonly string[]): ItemPart[] {
  if (right.length > MOST_PLACES)
    throw new ItemRefused(`it has ${right.length} things to put in order; at most ${MOST_PLACES} are taken`);
  // The last place is what is left.
  const asked = right.length === choices.length ? right.slice(0, -1) : right;
  return withIntroduction(
    prompt,
    asked.map((key, at) => part(orderQuestion(at), { kind: 'choice', choices, right: [key] })),
  );
}

/** Row by row where each row has one partner; else heading by heading, with all that goes with it. */
function matched(
  prompt: string,
  { from, to }: { from: SourceChoice[]; to: SourceChoice[] },
  pairs: readonly [string, string][],
): ItemPart[] {
  const partners = (key: string) => pairs.filter(([a]) => a === key).map(([, b]) => b);
  const members = (key: string) => pairs.filter(([, b]) => b === key).map(([a]) => a);
  if (from.every((row) => partners(row.key).length === 1)) {
    return withIntroduction(
      prompt,
      from.map((row) => part(pairQuestion(row.text), { kind: 'choice', choices: to, right: partners(row.key) })),
    );
  }
  const [heads, choices, of] = to.every((head) => members(head.key).length > 0)
    ? [to, from, members]
    : from.every((head) => partners(head.key).length > 0)
      ? [from, to, partners]
      : [[], [], members];
  if (heads.length === 0) throw new ItemRefused('nothing in it has a partner that could be asked for');
  return withIntroduction(
    prompt,
    heads.map((head) => part(groupQuestion(head.text), { kind: 'several choices', choices, right: [of(head.key)] })),
  );
}

/** Pairs out of one list: for the first of each pair, the other. */
function associated(prompt: string, choices: SourceChoice[], pairs: readonly [string, string][]): ItemPart[] {
  const used = pairs.flat();
  if (new Set(used).size < used.length) throw new ItemRefused('something in it belongs to several pairs');
  return withIntroduction(
    prompt,
    pairs.map(([a, b]) => {
      const first = choices.find((choice) => choice.key === a);
      if (!first) throw new ItemRefused('its answer is not among its choices');
      return part(pairQuestion(first.text), {
        kind: 'choice',
        choices: choices.filter((choice) => choice.key !== a),
        right: [b],
      });
    }),
  );
}

function gaps(
  choices: SourceChoice[],
  list: readonly { key: string; mark: number }[],
  pairs: readonly [string, string][],
  context: PartContext,
): ItemPart[] {
  return list.map(({ key, mark }) => {
    const own = [...new Set(pairs.flatMap(([a, b]) => (b === key ? [a] : a === key ? [b] : [])))];
    const count = pairs.filter((pair) => pair.includes(key)).length;
    if (own.length !== 1 || count !== 1) throw new ItemRefused('one of its gaps takes no single thing');
    return part(gapPrompt(mark, context), { kind: 'choice', choices, right: own });
  });
}

/** What introduces several questions goes before the first of them. */
function withIntroduction(prompt: string, parts: ItemPart[]): ItemPart[] {
  const [first, ...rest] = parts;
  if (!first) throw new ItemRefused('it does not say which answer is right');
  return prompt === '' ? parts : [{ ...first, introduction: prompt }, ...rest];
}
