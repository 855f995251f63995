import type { ItemRepo } from '../../data/curriculum/item.repo.ts';
import { inChunks } from '../../data/db/sql.ts';
import type { RegradeRepo } from '../../data/study-session/regrade.repo.ts';
import type { CoursePlan, ProblemPlan } from '../../domain/curriculum/import/import-plan.ts';
import { type Asked, asksTheSame } from '../../domain/tutoring/judge-again.ts';

/** Answers that are judged again because the key of their question changes, and how many pupils gave them. */
export interface JudgedAgain {
  answers: number;
  pupils: number;
}

/** What a file makes to be judged again, counted before any of it is brought in. A few queries for each 500 keys that change. */
export async function countJudgedAgain(
  { regrades, items }: { regrades: RegradeRepo; items: ItemRepo },
  plans: readonly CoursePlan[],
): Promise<JudgedAgain> {
  const corrected = new Map(plans.flatMap(({ problems }) => problems.flatMap(correctedIn)));
  const pupils = new Set<number>();
  let answers = 0;
  for (const qaIds of inChunks([...corrected.keys()])) {
    const answered = await regrades.listAnsweredRevisions(qaIds);
    const asked = await items.listRevisions(answered);
    const same = asked.filter((item) => {
      const after = corrected.get(item.qaId);
      return after !== undefined && asksTheSame(item, after);
    });
    for (const given of await regrades.countAnswers(same.map(({ revisionId }) => revisionId))) {
      pupils.add(given.studentId);
      answers += given.answers;
    }
  }
  return { answers, pupils: pupils.size };
}

/** Questions whose key changes, as they will be asked. */
function correctedIn({ stem, steps }: ProblemPlan): [number, Asked][] {
  return steps.flatMap((step): [number, Asked][] => {
    if (step.does !== 'change' || !step.keyChanged) return [];
    const { question, kind, choices } = step.qa;
    return [[step.qaId, { stem, question, key: { kind, choices } }]];
  });
}
