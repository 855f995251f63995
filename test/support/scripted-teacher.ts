import type { TestContext } from 'node:test';
import { type FaultModelServer, type ModelBehaviour, startFaultModelServer } from './fault-model-server.ts';

/** A model behind an OpenAI-compatible server, told what to say turn by turn. */
export interface ScriptedTeacher extends FaultModelServer {
  /** What the program needs to be told of it. */
  readonly env: Record<string, string>;
  /** What it says from now on, after as many rounds of tools; evaluations are not its words. */
  says(text: string, more?: { rounds?: number; paceMs?: number }): void;
}

const TOOLS = ['get_student_progress', 'get_upcoming_tests'];

/** Reads what the model is asked for: the rounds of tools in this turn so far, or an evaluation. */
export async function startScriptedTeacher(t: TestContext): Promise<ScriptedTeacher> {
  const server = await startFaultModelServer();
  t.after(() => server.close());
  return {
    ...server,
    env: { OPENAI_BASE_URL: server.baseUrl, OPENAI_MODEL: 'scripted-model' },
    says(text, { rounds = 0, paceMs = 0 } = {}) {
      server.decide((body) => {
        if (isEvaluation(body)) return { kind: 'reply', text: opinionOn(body) };
        const used = messagesOf(body).filter(({ role }) => role === 'tool').length;
        return used < rounds ? callOf(used) : { kind: 'reply', text, paceMs };
      });
    },
  };
}

function callOf(round: number): ModelBehaviour {
  return {
    kind: 'tool calls',
    calls: [{ id: `call_${round}`, name: TOOLS[round % TOOLS.length] ?? '', arguments: '{}' }],
  };
}

export function isEvaluation(body: Record<string, unknown>): boolean {
  return body.response_format !== undefined;
}

function messagesOf(body: Record<string, unknown>): { role: string; content: string }[] {
  return Array.isArray(body.messages) ? body.messages : [];
}

/** A fair evaluation that names the first thing it was shown. */
function opinionOn(body: Record<string, unknown>): string {
  const shown = messagesOf(body).find(({ role }) => role === 'user')?.content ?? '';
  const id = /\b[am]\d+\b/.exec(shown)?.[0];
  return JSON.stringify({
    score: 7,
    description: 'Worked with care and came to right answers.',
    evidenceIds: id ? [id] : [],
  });
}
