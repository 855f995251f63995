import type { Handle } from '../db/database-manager.ts';

/** The embedded tutor as it signs its replies; a test holds these against the adapter. */
export const EMBEDDED = { provider: 'embedded', model: 'question-bank-tutor', promptVersion: 'teacher-4' } as const;

/** Subject → the name of its teacher: people of the past who were good at it. */
const TEACHERS: Record<string, string> = {
  math: 'Ada',
  english: 'Jane',
  literature: 'Rachel',
  hebrew: 'Eliezer',
  music: 'Clara',
  history: 'Ibn Khaldun',
  civics: 'Hannah',
  science: 'Rosalind',
  'computer science': 'Alan',
  'physical education': 'Jesse',
  art: 'Frida',
  'bible studies': 'Rashi',
};

const EVALUATOR = 'Evaluator';

/**
 * The embedded model, a teacher for every subject, and one evaluator. None is bound to a model of its own: the operator's
 * setting decides, and where there is none, the embedded tutor teaches.
 */
export async function addAgents(db: Handle): Promise<Map<string, number>> {
  const { provider, model } = EMBEDDED;
  const known = await db.selectFrom('ai_models').select('id').where('provider', '=', provider).executeTakeFirst();
  if (!known) {
    await db
      .insertInto('ai_models')
      .values({ name: model, version: '1', provider, status: 'operational', input_price: 0, output_price: 0 })
      .execute();
  }
  const there = await db.selectFrom('teachers').select('subject_name').where('status', '=', 'operational').execute();
  const missing = Object.entries(TEACHERS).filter(([subject]) => !there.some((row) => row.subject_name === subject));
  if (missing.length > 0) {
    const agents = missing.map(([subject, name]) => ({ name, subject_name: subject }));
    const common = { temperature: 0.7, max_tokens: 1000, status: 'operational' } as const;
    await db
      .insertInto('teachers')
      .values(agents.map((agent) => ({ ...agent, ...common })))
      .execute();
  }
  const evaluator = await db.selectFrom('evaluators').select('id').executeTakeFirst();
  if (!evaluator) {
    const values = { name: EVALUATOR, temperature: 0.3, max_tokens: 1000, status: 'operational' } as const;
    await db.insertInto('evaluators').values(values).execute();
  }
  return teachersBySubject(db);
}

/** The teacher that a new session of the subject would get: the first operational one. */
async function teachersBySubject(db: Handle): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('teachers')
    .select(['id', 'subject_name'])
    .where('status', '=', 'operational')
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.subject_name, row.id]));
}
