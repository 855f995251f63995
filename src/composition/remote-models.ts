import { CircuitBreaker } from '../agents/model/circuit-breaker.ts';
import { createEmbeddedModel } from '../agents/model/embedded/embedded.model.ts';
import { withFallback } from '../agents/model/fallback.model.ts';
import { withMetrics } from '../agents/model/model-metrics.ts';
import { createOutboundLimiter } from '../agents/model/outbound-limiter.ts';
import type { PatientModel } from '../agents/model/patient-model.ts';
import { withPermits } from '../agents/model/permitted.model.ts';
import { createOpenAiModerator } from '../agents/moderation/openai-moderator.ts';
import type { Config } from '../config.ts';
import type { RemoteTeaching } from '../services/study-session/create-tutoring.ts';

export interface RemoteModels {
  /** With the embedded tutor behind it, by a circuit breaker. */
  teaching: RemoteTeaching;
  /** With nothing behind it: an evaluation can wait for the model to come back. */
  evaluator: PatientModel;
  /** The teacher's model for marking, with nothing behind it: an answer that no model can judge waits for a person. */
  marker: PatientModel;
}

type Log = (details: object, message: string) => void;

/** Evaluations are nobody's wait: they get more time than a reply. */
const PATIENT = { connectMs: 15_000, firstTokenMs: 60_000, idleMs: 30_000, totalMs: 120_000 };

/** Connects to the configured provider. The client is loaded only here, so that a school without a model never loads it. */
export async function connectModels(settings: NonNullable<Config['remoteModel']>, log: Log): Promise<RemoteModels> {
  const { createOpenAiModel } = await import('../agents/model/openai.model.ts');
  const shared = {
    apiKey: settings.apiKey,
    provider: settings.provider,
    ...(settings.baseUrl === null ? {} : { baseUrl: settings.baseUrl }),
    ...(settings.requestsPerMinute === null ? {} : { limiter: createOutboundLimiter(settings.requestsPerMinute) }),
    onRetry: (retry: object) => log(retry, 'model tried again'),
  };
  const counted = (model: ReturnType<typeof createOpenAiModel>) =>
    withMetrics(model, ({ purpose, provider, model: name, outcome, ...call }) =>
      log({ purpose, provider, model: name, outcome, ...call }, 'model called'),
    );
  const breaker = new CircuitBreaker(performance, undefined, (from, to) => log({ from, to }, 'model circuit'));
  const model = withFallback(
    counted(createOpenAiModel(shared)),
    createEmbeddedModel(),
    breaker,
    ({ type, reason, purpose }) => log({ reason, purpose }, `model ${type}`),
  );
  const patient = withPermits(counted(createOpenAiModel({ ...shared, timeouts: PATIENT })));
  const { moderationModel, apiKey, baseUrl } = settings;
  const moderator = moderationModel ? createOpenAiModerator({ apiKey, baseUrl, model: moderationModel }) : undefined;
  const connection = { provider: settings.provider, baseUrl: settings.baseUrl };
  return {
    teaching: { model: withPermits(model), moderator, setting: { ...connection, name: settings.model } },
    evaluator: { model: patient, setting: { ...connection, name: settings.evaluatorModel } },
    marker: { model: patient, setting: { ...connection, name: settings.model } },
  };
}
