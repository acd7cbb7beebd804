import { readFileSync } from 'node:fs';

/** As the kernel counts them: the line stands, or the other side alone has said goodbye. */
const HELD = new Set(['01', '08']);
const TABLES = ['/proc/net/tcp', '/proc/net/tcp6'];

/**
 * Whether a server on this machine still holds its end of a line (Linux). Whoever does not read would not hear it end:
 * a goodbye waits behind everything else that was sent.
 */
export function isHeld(serverPort: number, clientPort: number): boolean {
  return TABLES.flatMap((file) => readFileSync(file, 'utf8').split('\n')).some((row) => {
    const [, local = '', remote = '', state = ''] = row.trim().split(/\s+/u);
    return portIn(local) === serverPort && portIn(remote) === clientPort && HELD.has(state);
  });
}

function portIn(address: string): number {
  return Number.parseInt(address.split(':')[1] ?? '', 16);
}
