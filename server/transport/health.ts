import type { FastifyInstance } from 'fastify';

/**
 * Each part of the server that can fail by itself. One that says yes or no must work for the server to be of use; one that
 * says a word is only told of: the rest runs without it.
 */
export type HealthParts = Record<string, () => boolean | string>;

/**
 * `GET /health`: 200 while every part is ready, else 503, in the same shape. Never waits, needs no
 * sign-in, and says nothing but a word for each part.
 */
export function serveHealth(app: FastifyInstance, parts: HealthParts): void {
  app.get('/health', (_request, reply) => {
    const states = Object.entries(parts).map(([name, state]) => [name, state()] as const);
    const status = states.every(([, state]) => state !== false) ? 'ready' : 'down';
    return reply
      .code(status === 'ready' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({
        status,
        parts: Object.fromEntries(states.map(([name, state]) => [name, wordFor(state)])),
      });
  });
}

function wordFor(state: boolean | string): string {
  if (typeof state === 'string') return state;
  return state ? 'ready' : 'down';
}
