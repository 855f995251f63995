import type { Handle } from '../db/database-manager.ts';

/** The embedded tutor as it signs its replies; a test holds these against the adapter. */
export const EMBEDDED = { provider: 'embedded', model: 'question-bank-tutor', promptVersion: 'teacher-8' } as const;

/** The model that a school tried for marking free text, in the first weeks of the history. */
export const TRIED = { provider: 'compatible', name: 'qwen3-14b' } as const;

/** What operators have had beside it, in every state; none of these is assigned to anybody. */
const MODELS = [
  { ...TRIED, version: '2507', base_url: 'http://localhost:11434/v1', status: 'disabled' },
  {
    provider: 'compatible',
    name: 'mistral-7b',
    version: '0.2',
    base_url: 'http://localhost:11434/v1',
    status: 'deprecated',
  },
  { provider: 'openai', name: 'gpt-4.1-mini', version: '2025-04-14', base_url: null, status: 'testing' },
  {
    provider: 'compatible',
    name: 'school-tutor',
    version: '0.1',
    base_url: 'http://localhost:8080/v1',
    status: 'development',
  },
] as const;

/** Agents that are not on duty: a first attempt, one that is tried out, one that is being written, one that was taken back. */
const OFF_DUTY = [
  { name: 'Euclid', subject_name: 'math', status: 'deprecated' },
  { name: 'Sofia', subject_name: 'math', status: 'testing' },
  { name: 'Herodotus', subject_name: 'history', status: 'disabled' },
  { name: 'Marie', subject_name: 'science', status: 'development' },
] as const;
const EVALUATORS_OFF_DUTY = [
  { name: 'Evaluator, first rubric', status: 'deprecated' },
  { name: 'Evaluator, strict', status: 'testing' },
  { name: 'Evaluator with a model', status: 'disabled' },
  { name: 'Evaluator for groups', status: 'development' },
] as const;

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
      .values([
        { name: model, version: '1', provider, base_url: null, status: 'operational', input_price: 0, output_price: 0 },
        ...MODELS.map((one) => ({ ...one, input_price: 0, output_price: 0 })),
      ])
      .execute();
  }
  const there = await db.selectFrom('teachers').select('subject_name').where('status', '=', 'operational').execute();
  const missing = Object.entries(TEACHERS).filter(([subject]) => !there.some((row) => row.subject_name === subject));
  if (missing.length > 0) {
    const agents = missing.map(([subject, name]) => ({ name, subject_name: subject, status: 'operational' as const }));
    const off = OFF_DUTY.filter((one) => missing.some(([subject]) => subject === one.subject_name));
    await db
      .insertInto('teachers')
      .values([...agents, ...off].map((agent) => ({ ...agent, temperature: 0.7, max_tokens: 1000 })))
      .execute();
  }
  const evaluator = await db.selectFrom('evaluators').select('id').executeTakeFirst();
  if (!evaluator) {
    const all = [{ name: EVALUATOR, status: 'operational' } as const, ...EVALUATORS_OFF_DUTY];
    const values = all.map((one) => ({ ...one, temperature: 0.3, max_tokens: 1000 }));
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
