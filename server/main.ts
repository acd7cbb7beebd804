import { parseConfig, withFlags } from './config.ts';
import { type DataFolderLock, lockDataFolder } from './data-folder.ts';
import { tryAddress } from './platform/listening-address.ts';
import { StartRefused } from './platform/start-refused.ts';

/** For the last lines on stderr. */
const EXIT_WITHIN_MS = 250;

/**
 * Runs the server until SIGTERM or SIGINT, and prints its address as the last line on stdout, after the link for the first
 * administrator of a new, real school. A start that is refused prints one sentence on stderr; the exit code is then 1.
 * @param beforeApp done while we hold the data folder, before the app is loaded
 */
export async function main(
  beforeApp: (stop: AbortSignal) => Promise<void> = async () => {},
): Promise<void> {
  const stop = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, () => stop.abort());
  // Whoever started us was killed, and cannot tell us any more.
  process.once('disconnect', () => stop.abort());
  // To hear of it keeps nobody alive.
  process.channel?.unref();

  let lock: DataFolderLock | null = null;
  try {
    const config = parseConfig(withFlags(process.env, process.argv.slice(2)));
    lock = lockDataFolder(config.dataDir);
    await tryAddress(config);
    await beforeApp(stop.signal);
    if (stop.signal.aborted) return;
    // Loading the app takes most of a second: only after we know that we may run.
    const { serve } = await import('./serve.ts');
    await serve(config, stop.signal);
  } catch (error) {
    if (!stop.signal.aborted) complain(error);
  } finally {
    lock?.release();
    // Whatever hangs on a broken line (a socket to a frozen database) must not keep us alive.
    setTimeout(() => process.exit(), EXIT_WITHIN_MS).unref();
  }
}

function complain(error: unknown): void {
  const text = error instanceof StartRefused ? error.message : error;
  // biome-ignore lint/suspicious/noConsole: said to the person at the terminal, before there is a log
  console.error(text);
  process.exitCode = 1;
}

if (import.meta.main) await main();
