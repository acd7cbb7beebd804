// `npm test`: everything, on a machine with nothing but Node and npm. It brings what it needs, says what
// it left out, and ends with one line: N passed, N failed.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { findChromium, findWholeChromium } from './chromium.ts';
import { runGates } from './gates.ts';
import { havePostgres15, startPostgres15 } from './postgres15.ts';
import { root } from './root.ts';
import { runPlaywright, runVitest, type SuiteResult, summarise } from './suites.ts';

const journeys = 'e2e/playwright.config.ts';

/**
 * The unit and server tests, on the oldest PostgreSQL that our SQL must run on where it is there. What is tested on the
 * one that comes with us are the journeys and the faults (docs/decisions/0074).
 */
async function unitAndServer(): Promise<SuiteResult> {
  const project = ['--project', 'unit'];
  if (!havePostgres15()) {
    console.log('\n!! There is no Debian PostgreSQL 15 here, and it could not be installed.');
    const results = await runVitest('unit and server tests, on our own PostgreSQL', project);
    const must = process.env.REQUIRE_PG15 === '1';
    return must ? { ...results, failed: results.failed + 1 } : results;
  }
  const server = await startPostgres15();
  try {
    return await runVitest('unit and server tests, on PostgreSQL 15', project, {
      env: { TEST_DATABASE_URL: server.url },
    });
  } finally {
    await server.stop();
  }
}

async function inTheBrowser(): Promise<SuiteResult[]> {
  if (!existsSync(path.join(root, journeys))) return [];
  const chromium = findChromium();
  const whole = findWholeChromium();
  console.log(
    `\nBrowser: ${chromium ?? "Playwright's own"}, with sound and picture ${whole ?? 'the same'}`,
  );
  return [
    await runPlaywright('journeys in Chromium', journeys, {
      ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
      ...(whole ? { WHOLE_CHROMIUM_PATH: whole } : {}),
    }),
  ];
}

const results = [
  ...(await runGates()),
  await unitAndServer(),
  ...(await inTheBrowser()),
  // Their processes are killed on purpose, and LiveKit's library for Node ends its own now and then.
  await runVitest('faults', ['--project', 'faults'], { again: process.env.CI !== undefined }),
];
process.exitCode = summarise(results);
