import { StartRefused } from '../server/platform/start-refused.ts';

/**
 * Runs a command of ours: whatever the person can mend is one sentence on stderr, and the exit code is then 1.
 * @param work is told by the signal when it is to stop
 */
export async function runTool(work: (stop: AbortSignal) => Promise<void>): Promise<void> {
  const stop = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stop.abort());
  try {
    await work(stop.signal);
  } catch (error) {
    console.error(isTheirs(error) ? error.message : error);
    process.exitCode = 1;
  }
}

/** A refusal of ours, or words after the command that it does not know. */
function isTheirs(error: unknown): error is Error {
  if (error instanceof StartRefused) return true;
  return (
    error instanceof TypeError && /^ERR_PARSE_ARGS/u.test((error as { code?: string }).code ?? '')
  );
}
