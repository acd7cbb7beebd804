import type { FastifyInstance } from 'fastify';
import { type Figure, figure } from './platform/figures.ts';
import type { Database } from './storage/database.ts';
import type { HealthParts } from './transport/health.ts';

/** How much of everything there is in a running server: counts, by words of ours. */
export function watchApp(parts: {
  readonly http: FastifyInstance;
  readonly database: Database;
  readonly health: HealthParts;
  readonly connections: () => number;
  readonly documentLines: () => number;
}): () => Figure[] {
  const answers = new Map<string, number>();
  parts.http.addHook('onResponse', async (_request, { statusCode }) => {
    const status = `${Math.floor(statusCode / 100)}xx`;
    answers.set(status, (answers.get(status) ?? 0) + 1);
  });
  const pool = parts.database.$client;

  return () => [
    figure('mellom_connections', 'gauge', 'Pages with a live line.', parts.connections()),
    figure('mellom_document_lines', 'gauge', 'Lines to open documents.', parts.documentLines()),
    {
      name: 'mellom_http_answers_total',
      kind: 'counter',
      help: 'Answers over HTTP, by kind of status.',
      values: [...answers].map(([status, value]) => ({ labels: { status }, value })),
    },
    {
      name: 'mellom_database_connections',
      kind: 'gauge',
      help: 'Connections to the database, and who waits for one.',
      values: [
        { labels: { state: 'busy' }, value: pool.totalCount - pool.idleCount },
        { labels: { state: 'idle' }, value: pool.idleCount },
        { labels: { state: 'awaited' }, value: pool.waitingCount },
      ],
    },
    {
      name: 'mellom_part_ready',
      kind: 'gauge',
      help: 'Whether each part that /health names is ready.',
      values: Object.entries(parts.health).map(([part, state]) => ({
        labels: { part },
        value: [true, 'ready'].includes(state()) ? 1 : 0,
      })),
    },
  ];
}
