// Loaded into a server under test (`--import`): says after SIGUSR2 what it holds once everything unused is gone.
process.on('SIGUSR2', () => {
  // Twice: what is freed by finalisers goes with the second.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  process.stderr.write(`${JSON.stringify({ heldBytes: heapUsed + external })}\n`);
});
