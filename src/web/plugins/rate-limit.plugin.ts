import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../../domain/errors/app-error.ts';
import { MINUTE } from '../../shared/instant.ts';

/** Requests a minute that one person, or one address where nobody is logged in, may send. */
export interface RateLimits {
  person: number;
  /** A whole school may sit behind one address, and log in at nine o'clock. */
  address: number;
  /** Messages to the teacher: each is work for the tutor; what they may cost is bounded by the day's tokens. As `person` when absent. */
  messages?: number;
}

export const RATE_LIMITS: RateLimits = { person: 1200, address: 6000, messages: 600 };

const ADDRESSES_KEPT = 20_000;

/** Limits that nobody meets who is not a program gone wild. Counted in this process. Register after the sessions. */
export async function registerRateLimits(app: FastifyInstance, limits: RateLimits): Promise<void> {
  app.addHook('onRoute', ({ config, method }) => {
    if (config?.access !== 'chat with AI teacher' || method !== 'POST') return;
    config.rateLimit = { max: limits.messages ?? limits.person };
  });
  await app.register(rateLimit, {
    cache: ADDRESSES_KEPT,
    timeWindow: MINUTE,
    keyGenerator: (request) => {
      const { actor } = request;
      return actor === null ? `address:${request.ip}` : `person:${actor.userId}`;
    },
    max: (request: FastifyRequest) => (request.actor === null ? limits.address : limits.person),
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    errorResponseBuilder: (_request, { ttl }) => {
      const seconds = Math.max(1, Math.ceil(ttl / 1000));
      return new AppError('too-many', 'too-many', `Too many requests. Please wait ${seconds} seconds.`, {
        details: { retryAfterSeconds: seconds },
      });
    },
  });
}
