// Loaded into a server that is measured (`--import`): says after SIGUSR2 what it and its threads hold once everything unused is gone.
import type { Worker } from 'node:worker_threads';

const threads = new Set<Worker>();
process.on('worker', (thread) => {
  threads.add(thread);
  thread.on('exit', () => threads.delete(thread));
});

process.on('SIGUSR2', async () => {
  // Twice: what is freed by finalisers goes with the second.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  let heldBytes = heapUsed + external;
  for (const thread of threads) {
    // A snapshot is taken of what is in use alone: it clears up first.
    (await thread.getHeapSnapshot()).resume();
    const { used_heap_size, external_memory } = await thread.getHeapStatistics();
    heldBytes += used_heap_size + external_memory;
  }
  process.stderr.write(`${JSON.stringify({ heldBytes })}\n`);
});
