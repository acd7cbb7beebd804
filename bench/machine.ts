import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';

const GB = 1024 ** 3;
const require = createRequire(import.meta.url);

/** The cores that we may use, fewer than the machine has under `taskset`. */
export function describeCores(): string {
  const [all, own] = [cpus().length, availableParallelism()];
  return `${own === all ? own : `${own} of ${all}`} cores (${cpus()[0]?.model.trim()})`;
}

/** The machine, the versions and the load before we began: without them a figure says nothing. */
export function describeMachine(): string {
  const [load = 0] = loadavg();
  const machine = `${describeCores()}, ${Math.round(totalmem() / GB)} GB, Linux ${release().split('-')[0]}`;
  const versions = [
    `Node ${process.versions.node}`,
    `Socket.IO ${versionOf('socket.io')}`,
    `ws ${versionOf('ws')}`,
    'PostgreSQL 18 embedded, synchronous commit',
  ];
  return `${machine}. ${versions.join(', ')}. Load before the last run began: ${load.toFixed(1)}.`;
}

function versionOf(name: string): string {
  const manifest = require.resolve(`${name}/package.json`);
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}
