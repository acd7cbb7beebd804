import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { FIGURES_TYPE, type Figure, renderFigures } from '../platform/figures.ts';
import { StartRefused } from '../platform/start-refused.ts';

/** A few kilobytes a look; whoever is slower than this has gone. */
const ANSWERED_WITHIN_MS = 5_000;

/**
 * `GET /metrics` on a port of its own, for who watches the machine: how much of what there is, and nothing of anybody. The public port
 * has no such path.
 */
export async function serveMetrics(
  at: { readonly host: string; readonly port: number },
  figures: () => readonly Figure[],
): Promise<{ close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return answer(response, 404);
    if (request.method !== 'GET') return answer(response, 405);
    answer(response, 200, renderFigures(figures()));
  });
  server.requestTimeout = ANSWERED_WITHIN_MS;
  server.setTimeout(ANSWERED_WITHIN_MS);
  try {
    server.listen(at);
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartRefused(
      `Nobody can listen on ${at.host}:${at.port} for metrics (${code}): set METRICS_PORT and METRICS_HOST to what is free here.`,
    );
  }
  return {
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function answer(response: ServerResponse, status: number, text = ''): void {
  response
    .writeHead(status, { 'content-type': FIGURES_TYPE, 'cache-control': 'no-store' })
    .end(text);
}
