import { brokenRules, CHECKED_RULES, type CheckedRule, RULE_TEXTS } from '../../agents/teacher/rule-checks.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import type { HeardReply } from './listen-to-teacher.ts';
import type { LabLocale } from './simulated-pupils.ts';
import type { TranscriptLine } from './transcript.ts';

/** One lesson of the lab: what the teacher said in it, turn by turn. */
export interface LabLesson {
  pupil: string;
  locale: LabLocale;
  heard: HeardReply[];
  lines: TranscriptLine[];
}

export interface RuleScore {
  rule: CheckedRule;
  asks: string;
  broken: number;
  /** A reply that breaks it; null where none does. */
  example: { pupil: string; reply: string } | null;
}

export type LabEnd = 'done' | 'tokens' | 'time';

export interface ScoreCard {
  provider: string;
  model: string;
  lessons: number;
  turns: number;
  rules: RuleScore[];
  /** Sentences that the guard took out, by rule. */
  guard: { leak: number; question: number; praise: number; verdict: number };
  /** Replies that the embedded tutor worded in the model's place. */
  replaced: number;
  /** Failures of the model or the network, by kind. */
  failures: Record<string, number>;
  /** ms until the first words; null where nothing was said. */
  firstToken: { median: number; p95: number } | null;
  tokens: { input: number; output: number; estimated: boolean };
  /** Micro-dollars; null where the price of the model is not known. */
  costMicros: number | null;
  /** Turns by the pupil's language, and in which of the two the reply began. */
  languages: Record<LabLocale, { turns: number; english: number; hebrew: number }>;
  /** Why it ended: all lessons were held, or the tokens or the time were used up. */
  ended: LabEnd;
}

function quantile(sorted: readonly number[], share: number): number {
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

/** By its first word: what it quotes of the bank stays in the bank's language. */
const isHebrew = (text: string): boolean => /\p{Script=Hebrew}/u.test(/\p{L}/u.exec(text)?.[0] ?? '');

function ruleScores(lessons: readonly LabLesson[], checker: AnswerChecker): RuleScore[] {
  const scores = new Map<CheckedRule, RuleScore>(
    CHECKED_RULES.map((rule) => [rule, { rule, asks: RULE_TEXTS[rule], broken: 0, example: null }]),
  );
  for (const { pupil, heard } of lessons) {
    const turns = heard.map(({ brief, reply }) => ({ brief, reply: reply.text }));
    for (const [at, turn] of turns.entries())
      for (const rule of brokenRules(turn, turns.slice(0, at), checker)) {
        const score = scores.get(rule);
        if (!score) continue;
        score.broken += 1;
        score.example ??= { pupil, reply: turn.reply };
      }
  }
  return [...scores.values()];
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function languagesOf(lessons: readonly LabLesson[]): ScoreCard['languages'] {
  const of = (locale: LabLocale) => {
    const replies = lessons.filter((lesson) => lesson.locale === locale).flatMap(({ heard }) => heard);
    const hebrew = replies.filter(({ reply }) => isHebrew(reply.text)).length;
    return { turns: replies.length, english: replies.length - hebrew, hebrew };
  };
  return { en: of('en'), he: of('he') };
}

/** The score card of some lessons. `model` is who was asked; what the embedded tutor said in its place counts as replaced. */
export function scoreCard(
  lessons: readonly LabLesson[],
  { provider, model, ended }: { provider: string; model: string; ended: LabEnd },
  checker: AnswerChecker,
): ScoreCard {
  const replies = lessons.flatMap(({ heard }) => heard);
  const waits = replies.flatMap(({ firstTokenMs }) => firstTokenMs ?? []).toSorted((a, b) => a - b);
  const dropped = countBy(replies.flatMap(({ reply }) => reply.droppedSentences.map(({ rule }) => rule)));
  const costs = replies.map(({ reply }) => reply.costMicros);
  return {
    provider,
    model,
    lessons: lessons.length,
    turns: replies.length,
    rules: ruleScores(lessons, checker),
    guard: {
      leak: dropped.leak ?? 0,
      question: dropped.question ?? 0,
      praise: dropped.praise ?? 0,
      verdict: dropped.verdict ?? 0,
    },
    replaced: provider === 'embedded' ? 0 : replies.filter(({ reply }) => reply.provider === 'embedded').length,
    failures: countBy(replies.flatMap(({ reply }) => reply.failures.map(({ kind }) => kind))),
    firstToken: waits.length === 0 ? null : { median: quantile(waits, 0.5), p95: quantile(waits, 0.95) },
    tokens: {
      input: replies.reduce((sum, { reply }) => sum + reply.usage.inputTokens, 0),
      output: replies.reduce((sum, { reply }) => sum + reply.usage.outputTokens, 0),
      estimated: replies.some(({ reply }) => reply.usage.estimated === true),
    },
    costMicros: costs.some((cost) => cost === null) ? null : costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0),
    languages: languagesOf(lessons),
    ended,
  };
}
