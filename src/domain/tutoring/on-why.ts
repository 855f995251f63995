import type { Item } from '../curriculum/curriculum.ts';
import type { OpenItem } from './dialogue.ts';
import { ladderOf } from './ladder.ts';
import { type Miss, missOf } from './miss.ts';
import { onHelp } from './on-help.ts';
import { attemptAt } from './read-answer.ts';
import type { Opened, StepContext, StepResult } from './step-context.ts';
import type { AnswerChecker } from './verdict.ts';

/**
 * The pupil asks why the answer that they gave is wrong: the reason, as far as it goes without the right one. That is what its author
 * foresaw or the slip that it shows, and the rule that an author wrote as a hint. Asked again about the same answer it is a request
 * for help like any other.
 */
export function onWhy(opened: Opened, context: StepContext): StepResult {
  const { state, open, item } = opened;
  const miss = open.explained === open.wrong ? null : lastMiss(open, item, context.checker);
  if (miss === null) return onHelp(opened, context);
  const { rule, rung } = ruleOf(opened, context);
  const shown = open.rung + (rung === null ? 0 : 1);
  return {
    state: { ...state, open: { ...open, explained: open.wrong, rung: shown } },
    move: { kind: 'locate error', item, ...miss, wrong: open.wrong, rung, why: { rule } },
    attempt: null,
  };
}

/** The last wrong answer, as far back as the pupil's words are kept. */
function lastMiss(open: OpenItem, item: Item, checker: AnswerChecker): Miss | null {
  if (open.wrong === 0) return null;
  for (const said of open.said.toReversed()) {
    const { verdict } = attemptAt(item, said, checker);
    if (verdict.verdict === 'incorrect') return missOf(item, said, verdict, checker);
  }
  return null;
}

const NO_RULE = { rule: null, rung: null };

/** The author's concept or pointer: one that was shown, or the next rung, which counts as shown then (T2). None before its time (T7). */
function ruleOf({ open, item }: Opened, context: StepContext) {
  const authored = new Set(item.hints.map(({ text }) => text.trim()));
  const isKept = open.exit || context.steer?.help === 'none';
  const ladder = ladderOf(open, item, context.checker, context.help).slice(0, open.rung + (isKept ? 0 : 1));
  const rules = ladder.filter(
    ({ kind, text, scaffold }) =>
      (kind === 'concept' || kind === 'pointer') && scaffold === undefined && authored.has(text),
  );
  const rule = rules.findLast(({ kind }) => kind === 'concept') ?? rules.at(-1);
  if (rule === undefined) return NO_RULE;
  return { rule: rule.text, rung: ladder.indexOf(rule) === open.rung ? rule : null };
}
