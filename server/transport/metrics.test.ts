import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderFigures } from '../platform/figures.ts';
import { watchProcess } from '../platform/process-figures.ts';
import { StartRefused } from '../platform/start-refused.ts';
import { type AppWorld, createAppWorld } from '../testing/app-world.ts';
import { freePort } from '../testing/run-server.ts';
import { serveMetrics } from './metrics.ts';

/** A line of Prometheus' text: a comment, or a name with labels and a number. */
const LINE =
  /^(?:# HELP [a-z_]+ .+|# TYPE [a-z_]+ (?:counter|gauge)|[a-z_]+(?:\{[a-z]+="[a-z0-9]+"\})? \d+(?:\.\d+)?(?:e[+-]\d+)?)$/u;

let world: AppWorld;
const watched = watchProcess();
beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(async () => {
  watched.stop();
  await world.close();
});

test('F88 metrics say how much of what there is, in a form that Prometheus reads, and nothing of anybody', async () => {
  const at = { host: '127.0.0.1', port: await freePort() };
  const metrics = await serveMetrics(at, () => [...watched.figures(), ...world.figures()]);
  try {
    const kari = await world.person({ name: 'Kari Kanari' });
    const socket = await world.socket(kari);
    await new Promise<void>((resolve) => {
      socket.once('connect', () => resolve()).connect();
    });
    await fetch(`${world.url}/health`);
    const address = `http://127.0.0.1:${at.port}`;

    const answer = await fetch(`${address}/metrics`);

    const text = await answer.text();
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(
      text
        .trimEnd()
        .split('\n')
        .filter((line) => !LINE.test(line)),
    ).toEqual([]);
    expect(text).toContain('\nmellom_connections 1\n');
    expect(text).toContain('\nmellom_part_ready{part="database"} 1\n');
    expect(text).toMatch(/\nmellom_http_answers_total\{status="2xx"\} [1-9]/u);
    expect(text).toMatch(/\nprocess_resident_memory_bytes [1-9]\d{7}/u);
    expect(text).not.toMatch(/kanari|[0-9a-f]{8}-[0-9a-f]{4}/iu);
    expect((await fetch(`${address}/`)).status).toBe(404);
    expect((await fetch(`${address}/metrics`, { method: 'POST' })).status).toBe(405);
    await expect(serveMetrics(at, () => [])).rejects.toThrow(StartRefused);
    // The public port knows nothing of it.
    expect(await (await fetch(`${world.url}/metrics`)).text()).not.toContain('mellom_');
  } finally {
    await metrics.close();
  }
});

test('a figure without values is told of all the same', () => {
  expect(renderFigures([{ name: 'a_total', kind: 'counter', help: 'None yet.', values: [] }])).toBe(
    '# HELP a_total None yet.\n# TYPE a_total counter\n',
  );
});
