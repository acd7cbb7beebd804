import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { forwardTcp } from './tcp-forward.ts';

export type Namespace = {
  /** This machine's address, as seen from within. */
  readonly outside: string;
  /** Runs Chromium within; takes its arguments. */
  readonly chromium: string;
  /** Makes a port of ours on 127.0.0.1 the same port on 127.0.0.1 within, over the cable. */
  lead(port: number): Promise<void>;
  /** Pulls the cable, or puts it back. */
  cable(plugged: boolean): void;
  close(): Promise<void>;
};

const ip = (...words: string[]) => execFileSync('ip', words, { stdio: 'pipe' });
/** Names of network devices are short. */
const nameOf = (what: string) => `ml${process.pid}${what}`;

/** Whether this machine lets us make one: Linux, root, `ip netns` and veth. */
export function canMakeNamespaces(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const [space, near, far] = ['try', 'x', 'y'].map(nameOf) as [string, string, string];
  try {
    ip('netns', 'add', space);
    ip('link', 'add', near, 'type', 'veth', 'peer', 'name', far);
    ip('link', 'del', near);
    return true;
  } catch {
    return false;
  } finally {
    try {
      ip('netns', 'del', space);
    } catch {
      // There was none.
    }
  }
}

/** A network of its own for a browser, with one cable to this machine that can be pulled. Needs root. */
export async function openNamespace(chromium: string): Promise<Namespace> {
  const [space, near, far] = ['', 'a', 'b'].map(nameOf) as [string, string, string];
  const net = `10.213.${process.pid % 256}`;
  const [outside, inside] = [`${net}.1`, `${net}.2`];
  ip('netns', 'add', space);
  const within = (...words: string[]) => ip('netns', 'exec', space, 'ip', ...words);
  ip('link', 'add', near, 'type', 'veth', 'peer', 'name', far);
  ip('link', 'set', far, 'netns', space);
  ip('addr', 'add', `${outside}/30`, 'dev', near);
  within('addr', 'add', `${inside}/30`, 'dev', far);
  within('link', 'set', 'lo', 'up');
  within('link', 'set', far, 'up');
  ip('link', 'set', near, 'up');

  const folder = await fs.mkdtemp(path.join(tmpdir(), 'mellom-netns-'));
  const launcher = path.join(folder, 'chromium');
  await fs.writeFile(launcher, `#!/bin/sh\nexec ip netns exec ${space} '${chromium}' "$@"\n`, {
    mode: 0o755,
  });
  const closers: (() => unknown)[] = [];
  return {
    outside,
    chromium: launcher,
    async lead(port) {
      const here = await forwardTcp({ address: outside, port }, { address: '127.0.0.1', port });
      const program = path.join(import.meta.dirname, 'tcp-forward.ts');
      const there = spawn(
        'ip',
        ['netns', 'exec', space, process.execPath, program, `${port}`, outside, `${port}`],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      await once(there.stdout, 'data');
      closers.push(
        () => there.kill(),
        () => here.close(),
      );
    },
    cable: (plugged) => void ip('link', 'set', near, plugged ? 'up' : 'down'),
    async close() {
      for (const close of closers) close();
      ip('link', 'del', near);
      ip('netns', 'del', space);
      await fs.rm(folder, { recursive: true, force: true });
    },
  };
}
