import assert from 'node:assert/strict';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import type { Actor } from '../../src/domain/access/permission-matrix.ts';
import type { ProblemContent, StepContent, UnitContent } from '../../src/shared/curriculum-content.ts';
import type { TestApp } from './app.ts';
import { smallSchool } from './factory.ts';

/** A question as a supervisor writes it. */
export function stepContent(more: Partial<StepContent> = {}): StepContent {
  return {
    qaId: null,
    use: 'for study',
    level: 2,
    kind: 'number',
    question: 'How much is $6 \\cdot 7$?',
    answer: '42',
    tolerance: null,
    unit: null,
    acceptedAnswers: [],
    choices: [],
    aliases: [],
    hints: [{ text: 'Think of six sevens.', scaffold: null }],
    workedExample: '',
    explanation: 'Seven taken six times.',
    wrongAnswers: [],
    ...more,
  };
}

export function problemContent(unit: string, more: Partial<ProblemContent> = {}): ProblemContent {
  return {
    title: '',
    stem: '',
    figures: [],
    unit,
    source: 'our own',
    licence: 'CC BY 4.0',
    archived: false,
    steps: [stepContent()],
    ...more,
  };
}

export function unitContent(name: string, more: Partial<UnitContent> = {}): UnitContent {
  return {
    name,
    type: 'chapter',
    weight: 0.5,
    minutes: 20,
    description: '',
    prerequisites: [],
    archived: false,
    ...more,
  };
}

/** The small school with two supervisors of math, in two regions, and one of history. */
export async function supervisedSchool(db: DatabaseManager) {
  const school = await smallSchool(db);
  const { make } = school;
  await make.region('south');
  await make.subject('history');
  const ruth = await make.supervisor('ruth', 'math', 'north', { firstName: 'Ruth', lastName: 'North' });
  const sami = await make.supervisor('sami', 'math', 'south', { firstName: 'Sami', lastName: 'South' });
  const hana = await make.supervisor('hana', 'history', 'north', { firstName: 'Hana', lastName: 'History' });
  return { ...school, ruth, sami, hana };
}

export async function actorOf(app: Pick<TestApp, 'services'>, userId: number): Promise<Actor> {
  const actor = await app.services.accounts.findActor(userId);
  assert.ok(actor);
  return actor;
}

/** Publishes all drafts of a course; answers with the id of the record. */
export async function publishAll(
  app: Pick<TestApp, 'services'>,
  actor: Actor,
  courseId: number,
  note = 'All of it',
): Promise<number> {
  const { drafts } = await app.services.curriculumPublishing.review(actor, courseId);
  const chosen = drafts.map(({ draft: { id, version } }) => ({ id, version }));
  const result = await app.services.curriculumPublishing.publish(actor, courseId, { note, chosen });
  assert.ok(result.outcome === 'published', JSON.stringify(result));
  return result.publicationId;
}
