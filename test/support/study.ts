import assert from 'node:assert/strict';
import type { Answer, Client } from './client.ts';

/** What a pupil says at the end. */
export const END = { emotionalStateAfter: 'positive', difficulty: 4, understanding: 8 };

/** Creates a session and answers with its id. */
export async function newSession(client: Client, courseId: number): Promise<number> {
  const body = { type: 'homework', courseId, emotionalStateBefore: 'neutral' };
  const answer = await client.post('/api/v1/study-sessions/home', body);
  assert.equal(answer.status, 201, answer.text);
  return Number(field(answer, 'id'));
}

/** A session that is active, its welcome said. */
export async function activeSession(client: Client, courseId: number): Promise<number> {
  const id = await newSession(client, courseId);
  assert.equal((await client.post(`/api/v1/study-sessions/home/${id}/start`)).status, 200);
  await client.send(`/api/v1/study-sessions/home/${id}/stream`, { headers: { accept: 'text/event-stream' } });
  return id;
}

/** A field of a JSON object. */
export function field(answer: Pick<Answer, 'json'> | undefined, name: string): unknown {
  const { json } = answer ?? {};
  return typeof json === 'object' && json !== null
    ? Object.entries(json).find(([key]) => key === name)?.[1]
    : undefined;
}

function errorOf(answer: Answer): Record<string, unknown> {
  const error = field(answer, 'error');
  return typeof error === 'object' && error !== null ? { ...error } : {};
}

export const codeOf = (answer: Answer): unknown => errorOf(answer).code;
export const detailsOf = (answer: Answer): unknown => errorOf(answer).details;
