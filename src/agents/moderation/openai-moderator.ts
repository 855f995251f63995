import * as z from 'zod';
import type { ModerationCategory, ModerationFlag } from '../../domain/safety/moderation.ts';
import { SECOND } from '../../shared/instant.ts';
import { CircuitBreaker } from '../model/circuit-breaker.ts';
import type { Moderator } from './moderator.ts';

export interface ModeratorOptions {
  apiKey: string;
  /** Null: OpenAI's own. */
  baseUrl: string | null;
  model: string;
  /** ms */
  timeout?: number;
}

const OPENAI = 'https://api.openai.com/v1';
/** Somebody waits for each sentence of the reply. */
const ANSWERS_WITHIN = 3 * SECOND;

/** The provider's categories as ours. What it adds one day counts as something else that a person should look at. */
const CATEGORIES: Record<string, [ModerationCategory, ModerationFlag['severity']]> = {
  'self-harm': ['self-harm', 2],
  'self-harm/intent': ['self-harm', 3],
  'self-harm/instructions': ['self-harm', 3],
  violence: ['violence', 2],
  'violence/graphic': ['violence', 2],
  sexual: ['sexual content', 2],
  'sexual/minors': ['sexual content', 3],
  harassment: ['bullying', 1],
  'harassment/threatening': ['violence', 2],
  hate: ['hate', 2],
  'hate/threatening': ['hate', 3],
  illicit: ['drugs and weapons', 2],
  'illicit/violent': ['drugs and weapons', 3],
};

const answer = z.object({
  results: z.array(z.object({ flagged: z.boolean(), categories: z.record(z.string(), z.boolean()) })).min(1),
});

/** OpenAI's moderation endpoint, or that of a compatible server. What cannot be read, or comes late, is an error: it fails closed. */
export function createOpenAiModerator({
  apiKey,
  baseUrl,
  model,
  timeout = ANSWERS_WITHIN,
}: ModeratorOptions): Moderator {
  const url = `${(baseUrl ?? OPENAI).replace(/\/+$/, '')}/moderations`;
  const breaker = new CircuitBreaker(performance);
  return {
    async check(text, signal) {
      const permit = breaker.enter();
      if (!permit) throw new Error('Moderation is not asked: it failed too often just now.');
      try {
        const late = AbortSignal.timeout(timeout);
        const flags = await ask(url, { apiKey, model, text }, signal ? AbortSignal.any([signal, late]) : late);
        permit.succeeded();
        return flags;
      } catch (error) {
        if (!signal?.aborted) permit.failed();
        throw error;
      } finally {
        permit.released();
      }
    },
  };
}

async function ask(
  url: string,
  { apiKey, model, text }: { apiKey: string; model: string; text: string },
  signal: AbortSignal,
): Promise<ModerationFlag[]> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
    body: JSON.stringify({ model, input: text }),
    // A redirect would carry a child's words to an address that nobody configured.
    redirect: 'error',
    signal,
  });
  // What a server says in prose may repeat the words: only its status is told.
  if (!response.ok) throw new Error(`Moderation answered with ${response.status}.`);
  return flagsOf(answer.parse(await response.json()).results);
}

function flagsOf(results: z.infer<typeof answer>['results']): ModerationFlag[] {
  const worst = new Map<ModerationCategory, ModerationFlag>();
  for (const { flagged, categories } of results) {
    const named = Object.entries(categories).filter(([, is]) => is);
    const found = named.length > 0 || !flagged ? named : [['other', true] as const];
    for (const [name] of found) {
      const [category, severity] = CATEGORIES[name] ?? ['other', 2];
      if ((worst.get(category)?.severity ?? 0) < severity)
        worst.set(category, { category, severity, source: 'provider' });
    }
  }
  return [...worst.values()];
}
