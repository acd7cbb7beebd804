import { runGate, type SuiteResult } from './suites.ts';

/** What can be said of the code without running it, and the client's build: each stops a commit. */
export async function runGates(): Promise<SuiteResult[]> {
  return [
    await runGate('format and lint', 'node_modules/@biomejs/biome/bin/biome', 'ci', '.'),
    await runGate('types', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'),
    await runGate('import directions', 'tools/check-imports.ts'),
    await runGate('dead code', 'node_modules/knip/bin/knip.js'),
    await runGate('lock is complete', 'tools/check-lock.ts'),
    await runGate('no secrets', 'tools/check-secrets.ts'),
    // Tests at the server's doors serve the built pages.
    await runGate('client build', 'node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'),
  ];
}
