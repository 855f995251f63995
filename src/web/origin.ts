import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** Served over TLS, by a proxy in front of us. */
    secure: boolean;
  }
}

/** What addresses of this site begin with, as whoever asks sees it: "https://school.example". */
export function originOf(request: FastifyRequest): string {
  return `${request.server.secure ? 'https' : request.protocol}://${request.host}`;
}
