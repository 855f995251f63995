import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { CircuitBreaker } from '../../src/agents/model/circuit-breaker.ts';
import { withFallback } from '../../src/agents/model/fallback.model.ts';
import type { LanguageModel, ModelRequest } from '../../src/agents/model/language-model.ts';
import { withMetrics } from '../../src/agents/model/model-metrics.ts';
import { createOpenAiModel } from '../../src/agents/model/openai.model.ts';
import { type BenchResult, type Figure, meets } from '../teaching/bench.ts';

const TOKENS = 200;
const PACE_MS = 5;
const ROUNDS = 7;
/** Calls one after the other for the time to the first token of one pupil alone. */
const ALONE = 60;

const REQUEST: ModelRequest = {
  purpose: 'probe',
  model: 'bench-model',
  system: 'You are a patient teacher.',
  messages: [{ role: 'user', content: 'What is a half of ten?' }],
  maxTokens: 1000,
};

/** Reads one reply to its end; answers with the ms to its first token. */
type Reader = () => Promise<number>;

/**
 * CPU for each streamed token and time to the first one: our adapter, bare and with metrics, breaker and fallback around it,
 * against raw `fetch` of the same stream, at 1 and at 50 streams. All in one run, taking turns, so that only the ratios matter.
 */
export async function run(): Promise<BenchResult> {
  const server = await startServer();
  try {
    const readers = readersFor(server.url);
    const figures: Figure[] = [];
    for (const streams of [1, 50]) figures.push(...(await cpuFigures(readers, streams)));
    figures.push(...(await firstTokenFigures(readers)));
    return {
      id: 'model-stream',
      title: 'cost of a streamed token over raw fetch',
      figures,
      floor: 'CPU ≤ 2 × raw fetch; first token ≤ 10 ms later alone, ≤ 150 ms in a burst',
      pass: figures.every(meets),
    };
  } finally {
    server.stop();
  }
}

function readersFor(url: string) {
  const adapter = createOpenAiModel({ apiKey: 'bench', baseUrl: url, provider: 'openai' });
  const inHouse: LanguageModel = {
    provider: 'embedded',
    stream: () => {
      throw new Error('the fallback must not be needed in a bench');
    },
  };
  const whole = withFallback(
    withMetrics(adapter, () => {}),
    inHouse,
    new CircuitBreaker(),
  );
  return { raw: () => readRaw(url), adapter: () => readModel(adapter), whole: () => readModel(whole) };
}
type Readers = ReturnType<typeof readersFor>;

async function cpuFigures(readers: Readers, streams: number): Promise<Figure[]> {
  const rounds: { raw: number; adapter: number; whole: number }[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    const cost = {
      raw: await cpuPerToken(readers.raw, streams),
      adapter: await cpuPerToken(readers.adapter, streams),
      whole: await cpuPerToken(readers.whole, streams),
    };
    // The first round warms up.
    if (round >= 0) rounds.push(cost);
  }
  const at = `${streams} ${streams === 1 ? 'stream' : 'streams'}`;
  return [
    { name: `µs CPU a token, raw fetch, ${at}`, value: median(rounds.map(({ raw }) => raw)) },
    { name: `adapter ÷ raw, ${at}`, value: median(rounds.map(({ raw, adapter }) => adapter / raw)), most: 2 },
    {
      name: `with metrics and fallback ÷ raw, ${at}`,
      value: median(rounds.map(({ raw, whole }) => whole / raw)),
      most: 2,
    },
  ];
}

async function cpuPerToken(read: Reader, streams: number): Promise<number> {
  const before = process.cpuUsage();
  await Promise.all(Array.from({ length: streams }, read));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / (streams * TOKENS);
}

async function firstTokenFigures({ raw, whole }: Readers): Promise<Figure[]> {
  const alone = { raw: [] as number[], whole: [] as number[] };
  for (let call = 0; call < ALONE; call += 10) {
    // Ten overlap in time but not in their first token: replies last a second, the calls are spaced.
    alone.raw.push(...(await spaced(raw, 10)));
    alone.whole.push(...(await spaced(whole, 10)));
  }
  const burst = { raw: [] as number[], whole: [] as number[] };
  for (let round = 0; round < 3; round++) {
    burst.raw.push(...(await Promise.all(Array.from({ length: 50 }, raw))));
    burst.whole.push(...(await Promise.all(Array.from({ length: 50 }, whole))));
  }
  return [
    { name: 'ms to the first token, raw fetch, alone, p50', value: median(alone.raw) },
    { name: 'ms added by us, alone, p50', value: median(alone.whole) - median(alone.raw), most: 10 },
    { name: 'ms to the first token, raw fetch, burst of 50, p95', value: percentile(burst.raw, 0.95) },
    {
      name: 'ms added by us, burst of 50, p95',
      value: percentile(burst.whole, 0.95) - percentile(burst.raw, 0.95),
      most: 150,
    },
  ];
}

async function spaced(read: Reader, calls: number): Promise<number[]> {
  const replies: Promise<number>[] = [];
  for (let call = 0; call < calls; call++) {
    replies.push(read());
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  return Promise.all(replies);
}

async function readModel(model: LanguageModel): Promise<number> {
  const started = performance.now();
  let first = Number.NaN;
  let tokens = 0;
  for await (const event of model.stream(REQUEST)) {
    if (event.type !== 'text-delta') continue;
    if (tokens++ === 0) first = performance.now() - started;
  }
  return counted(tokens, first);
}

/** The least that anybody could do: fetch, decode, split the events, parse them, take the text out. */
async function readRaw(url: string): Promise<number> {
  const started = performance.now();
  let first = Number.NaN;
  let tokens = 0;
  const response = await fetch(`${url}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer bench' },
    body: JSON.stringify({ model: REQUEST.model, stream: true, messages: REQUEST.messages }),
  });
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of response.body ?? []) {
    const events = (rest + decoder.decode(bytes, { stream: true })).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      if (event === 'data: [DONE]') continue;
      const text = JSON.parse(event.slice(6)).choices[0]?.delta.content;
      if (text && tokens++ === 0) first = performance.now() - started;
    }
  }
  return counted(tokens, first);
}

function counted(tokens: number, first: number): number {
  if (tokens !== TOKENS) throw new Error(`${tokens} tokens arrived, ${TOKENS} were sent`);
  return first;
}

async function startServer() {
  const file = join(import.meta.dirname, 'stream-server.ts');
  const child = spawn(process.execPath, [file, `${TOKENS}`, `${PACE_MS}`], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [port] = await once(child.stdout, 'data');
  return { url: `http://127.0.0.1:${String(port).trim()}/v1`, stop: () => child.stdin.end() };
}

function median(values: number[]): number {
  return percentile(values, 0.5);
}

function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

if (import.meta.main) {
  const { title, figures, floor, pass } = await run();
  console.log(`${title}: ${pass ? 'pass' : 'MISSED'} (at least: ${floor})`);
  console.table(
    figures.map(({ name, value, most }) => ({ figure: name, value: Number(value.toFixed(2)), 'at most': most })),
  );
  process.exitCode = pass ? 0 : 1;
}
