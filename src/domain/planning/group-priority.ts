import type { Instant } from '../../shared/instant.ts';
import { type CourseFacts, mean } from './course-facts.ts';
import {
  type CoursePriority,
  type FactorScore,
  mostUrgentFirst,
  type PriorityOptions,
  prioritize,
} from './course-priority.ts';

export const GROUP_STRATEGIES = ['average', 'weighted average', 'highest need', 'max', 'balanced'] as const;
export type GroupStrategy = (typeof GROUP_STRATEGIES)[number];

/** One pupil's score for a course, and their mean grade in it (null without grades). */
export interface MemberScore {
  score: number;
  meanGrade: number | null;
}

const average: Strategy = (members) => mean(members.map(({ score }) => score)) ?? 0;
const max: Strategy = (members) => Math.max(0, ...members.map(({ score }) => score));
const highestNeed: Strategy = (members) => 0.7 * max(members) + 0.3 * average(members);

type Strategy = (members: readonly MemberScore[]) => number;

const STRATEGIES: Record<GroupStrategy, Strategy> = {
  average,
  'weighted average': (members) => {
    const total = members.reduce((sum, member) => sum + needOf(member), 0);
    return total === 0 ? 0 : members.reduce((sum, member) => sum + member.score * needOf(member), 0) / total;
  },
  'highest need': highestNeed,
  max,
  balanced: (members) => 0.6 * average(members) + 0.4 * highestNeed(members),
};

/** Mean grade < 60 counts twice, < 75 one and a half times, < 85 once, better .7 times; without grades once. */
function needOf({ meanGrade }: MemberScore): number {
  if (meanGrade === null) return 1;
  if (meanGrade < 60) return 2;
  if (meanGrade < 75) return 1.5;
  return meanGrade < 85 ? 1 : 0.7;
}

/** A group's score for one course, 0 … 1, from its members'. */
export function groupScore(members: readonly MemberScore[], strategy: GroupStrategy = 'balanced'): number {
  return STRATEGIES[strategy](members);
}

/**
 * Ranks the courses that all members share for a group that studies together; `members` holds each pupil's courses. The
 * reasons speak of the group and name nobody, nor anybody's grades. Each factor's score is the members' mean, whatever the
 * strategy.
 */
export function prioritizeForGroup(
  members: readonly (readonly CourseFacts[])[],
  now: Instant,
  { strategy = 'balanced', ...options }: PriorityOptions & { strategy?: GroupStrategy } = {},
): CoursePriority[] {
  const [first, ...others] = members;
  if (first === undefined) return [];
  const shared = first.filter(({ courseId }) => others.every((own) => own.some((one) => one.courseId === courseId)));
  return mostUrgentFirst(
    shared.map(({ courseId }) => {
      const facts = members.flatMap((own) => own.filter((one) => one.courseId === courseId).slice(0, 1));
      const priorities = prioritize(facts, now, options);
      const scores = facts.map((one) => ({
        score: prioritize([one], now, options)[0]?.score ?? 0,
        meanGrade: mean(one.grades),
      }));
      return { courseId, score: groupScore(scores, strategy), factors: together(priorities) };
    }),
  );
}

function together(priorities: readonly CoursePriority[]): FactorScore[] {
  return (priorities[0]?.factors ?? []).map((factor, i) => {
    const score = mean(priorities.map(({ factors }) => factors[i]?.score ?? 0)) ?? 0;
    const params = { factor: factor.name, percent: Math.round(score * 100) };
    return { ...factor, score, why: { key: 'priority.group', params } };
  });
}
