import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { builtProgram, GO_MODULE } from './program.ts';

const PACKAGE = 'github.com/livekit/livekit-server/cmd/server';
/** What fetching the sources counts for; they come without telling how far they are. */
const FETCHED = 0.1;
const ERROR_LINES = 20;

/**
 * Builds the LiveKit server that tools/livekit pins, at low priority: about 90 s on two idle cores, once on a
 * machine. A build that is cut short leaves nothing behind.
 * @param onProgress hears a share from 0 to 1
 * @returns the program's path
 * @throws with Go's last words when it does not build, or when `signal` stops it
 */
export async function buildLiveKit(parts: {
  readonly go: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (share: number) => void;
}): Promise<string> {
  const { onProgress = () => undefined } = parts;
  const program = builtProgram();
  await fs.mkdir(path.dirname(program), { recursive: true });
  const unfinished = `${program}.${process.pid}.tmp`;
  try {
    let packages = 0;
    await runGo(parts, ['list', '-mod=readonly', '-deps', PACKAGE], () => {
      packages += 1;
    });
    onProgress(FETCHED);

    let compiled = 0;
    const flags = ['-mod=readonly', '-trimpath', '-buildvcs=false', '-ldflags', '-s -w', '-v'];
    await runGo(parts, ['build', ...flags, '-o', unfinished, PACKAGE], () => {
      compiled += 1;
      onProgress(Math.min(1, FETCHED + (1 - FETCHED) * (compiled / packages)));
    });
    // Whole or not at all, also when two servers build at once.
    await fs.rename(unfinished, program);
    return program;
  } finally {
    await fs.rm(unfinished, { force: true });
  }
}

async function runGo(
  { go, signal }: { readonly go: string; readonly signal?: AbortSignal },
  args: readonly string[],
  onLine: () => void,
): Promise<void> {
  const child = spawn(go, args, {
    cwd: GO_MODULE,
    env: { ...process.env, CGO_ENABLED: '0', GOWORK: 'off' },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal && { signal, killSignal: 'SIGTERM' }),
  });
  const said: string[] = [];
  for (const pipe of [child.stdout, child.stderr]) {
    createInterface({ input: pipe }).on('line', (line) => {
      said.push(line);
      if (said.length > ERROR_LINES) said.shift();
      onLine();
    });
  }
  await once(child, 'spawn');
  giveWay(child);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`go ${args[0]} failed:\n${said.join('\n')}`);
}

/** People come before compilers. What Go starts from now on is as polite. */
function giveWay({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended, or this system does not let us: then it builds at the usual priority.
  }
}
