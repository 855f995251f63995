import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { isSmall } from '../../domain/access/small-groups.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { type StoredInstant, toStored } from '../db/instants.ts';
import { addToRow, inChunks } from '../db/sql.ts';
import { dayStartOf, type Leaving } from './leaving.ts';

interface Answer {
  qa_id: number;
  revision_id: number;
  course_id: number;
  unit_name: string;
  verdict: string;
  counts: number;
  unaided: number;
  hints_used: number;
  understood: string;
  created_at: StoredInstant;
}

/**
 * Keeps of a pupil's answers counts of each day, question and unit, under a lot that is drawn for each unit: it says that so many days
 * and questions of the unit are one pupil, and nothing of another unit. For the classes counts alone. What was written stays only
 * where ten pupils with this one answered the same.
 */
export async function keepAnswers(db: DatabaseManager, leaving: Leaving): Promise<void> {
  const answers = await db.run((handle) =>
    handle
      .selectFrom('attempts')
      .select([
        'qa_id',
        'revision_id',
        'course_id',
        'unit_name',
        'verdict',
        'counts',
        'unaided',
        'hints_used',
        'created_at',
      ])
      .select(sql<string>`coalesce(understood, answer)`.as('understood'))
      .where('student_id', '=', leaving.studentId)
      .execute(),
  );
  const common = await commonAnswers(db, leaving.studentId, answers.filter(isWrong));
  const told = (one: Answer) => (isWrong(one) && common.has(`${one.qa_id}/${one.understood}`) ? one.understood : null);
  const dayOf = (one: Answer) => dayStartOf(one.created_at, leaving);
  const lots = new Map<string, string>();
  const lotOf = (one: Answer) => {
    const unit = `${one.course_id}/${one.unit_name}`;
    const lot = lots.get(unit) ?? randomBytes(18).toString('base64url');
    lots.set(unit, lot);
    return lot;
  };
  const groups = Map.groupBy(answers, (one) =>
    JSON.stringify([lotOf(one), dayOf(one), one.qa_id, one.revision_id, told(one)]),
  );
  const rows = [...groups.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const { qa_id, revision_id, course_id, unit_name } = first;
    const of = {
      lot: lotOf(first),
      school_id: leaving.schoolId,
      day_start: toStored(dayOf(first)),
      understood: told(first),
    };
    return [{ ...of, qa_id, revision_id, course_id, unit_name, ...sumsOf([first, ...more]) }];
  });
  // In the order of what they say, not of when it was said.
  const sorted = rows.toSorted((a, b) => (a.lot < b.lot ? -1 : 1));
  for (const some of inChunks(sorted, 50))
    await db.run((handle) => handle.insertInto('erased_answers').values(some).execute());
  await keepForClasses(
    db,
    leaving,
    Map.groupBy(answers.filter(isFirst), (one) => `${one.qa_id}/${dayOf(one)}`),
  );
}

async function keepForClasses(
  db: DatabaseManager,
  leaving: Leaving,
  groups: ReadonlyMap<string, readonly Answer[]>,
): Promise<void> {
  for (const class_id of leaving.classIds) {
    for (const [first, ...more] of groups.values()) {
      if (!first) continue;
      const keys = { class_id, qa_id: first.qa_id, day_start: toStored(dayStartOf(first.created_at, leaving)) };
      const { answers, correct } = sumsOf([first, ...more]);
      await addToRow(db, 'erased_class_answers', keys, { answers, correct });
    }
  }
}

const isFirst = ({ counts }: Answer): boolean => counts === 1;
const isWrong = ({ verdict }: Answer): boolean => verdict === 'incorrect';

function sumsOf(answers: readonly Answer[]) {
  const count = (which: (one: Answer) => boolean) => answers.filter(which).length;
  const isRight = (one: Answer) => isFirst(one) && one.verdict === 'correct';
  return {
    answers: count(isFirst),
    correct: count(isRight),
    unaided: count((one) => isRight(one) && one.unaided === 1),
    hints: answers.reduce((all, one) => all + (isFirst(one) ? one.hints_used : 0), 0),
    given_up: count(({ verdict }) => verdict === 'given up'),
    judged: count(({ verdict }) => verdict === 'correct' || verdict === 'incorrect'),
    wrong: count(isWrong),
  };
}

/** Which of these wrong answers so many pupils gave, written alike, that they may be told of: under `question/answer`. */
async function commonAnswers(db: DatabaseManager, studentId: number, wrong: readonly Answer[]): Promise<Set<string>> {
  const found = new Set<string>();
  const mine = new Set(
    wrong.filter(({ understood }) => understood !== '').map((one) => `${one.qa_id}/${one.understood}`),
  );
  for (const some of inChunks([...new Set(wrong.map(({ qa_id }) => qa_id))], 100)) {
    const { rows } = await db.run((handle) =>
      sql<{ qa: number; text: string; pupils: number }>`select qa, text, sum(pupils) as pupils from (
          select qa_id as qa, coalesce(understood, answer) as text, count(distinct student_id) as pupils from attempts
            where qa_id in (${sql.join(some)}) and verdict = 'incorrect' and student_id <> ${studentId}
            group by qa_id, coalesce(understood, answer)
          union all select qa_id as qa, understood as text, count(distinct lot) as pupils from erased_answers
            where qa_id in (${sql.join(some)}) and understood is not null group by qa_id, understood
        ) given group by qa, text`.execute(handle),
    );
    for (const { qa, text, pupils } of rows) {
      const key = `${qa}/${text}`;
      if (mine.has(key) && !isSmall(Number(pupils) + 1)) found.add(key);
    }
  }
  return found;
}
