import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  countTests,
  failedJourneys,
  failedOutside,
  failedTests,
  flakyJourneys,
  inPlaceOf,
  type Journeys,
  retriedTests,
  type Tests,
} from './reports.ts';
import { root } from './root.ts';

/** What one suite came to. A gate such as the type check counts as one test. */
export type SuiteResult = {
  name: string;
  passed: number;
  failed: number;
  skipped: number;
  tookMs: number;
  /** Titles of those that failed at every try. */
  failures?: readonly string[];
  /** Titles of those that passed at the second try only: counted as passed, and said. */
  flaky?: readonly string[];
  /** What went wrong outside any test, as in setting up or ending: its suite has failed. */
  outside?: readonly string[];
};

const bin = (file: string) => path.join(root, 'node_modules', file);

/** A suite that takes this long hangs: half as long again as the longest has taken on two slow cores. */
const GIVE_UP_AFTER_MS = 90 * 60_000;

/** Of an error outside any test the last lines say so much: it may carry a server's whole output. */
const OUTSIDE_SAYS_AT_MOST = 2_000;

type Env = Record<string, string>;

/** A command that is right when it exits with 0. */
export async function runGate(
  name: string,
  script: string,
  ...args: string[]
): Promise<SuiteResult> {
  const startedAt = heading(name);
  const code = await runNode([script, ...args]);
  return result(name, startedAt, {
    passed: code === 0 ? 1 : 0,
    failed: code === 0 ? 0 : 1,
    skipped: 0,
  });
}

/**
 * A Vitest project, wholly or by path. Where `again`, a file that failed outside its tests, as one whose
 * process ended under it, is run once more: Vitest tries tests again, not files.
 */
export async function runVitest(
  name: string,
  args: string[],
  { env = {}, again = false }: { env?: Env; again?: boolean } = {},
): Promise<SuiteResult> {
  const startedAt = heading(name);
  const first = await vitestOnce(args, env);
  const lost = again ? failedOutside(first.report) : [];
  if (lost.length > 0) console.log(`\n── ${name}, once more: ${lost.join(', ')} ──`);
  const last = lost.length > 0 ? await vitestOnce([...args, ...lost], env) : first;
  const report = inPlaceOf(first.report, lost, last.report);
  const { passed, failed, skipped } = countTests(report);
  return {
    ...result(name, startedAt, { ...atLeastOne(last.code, passed, failed), skipped }),
    failures: failedTests(report),
    flaky: [
      ...retriedTests(report),
      ...lost.filter((file) => !failedOutside(report).includes(file)),
    ],
  };
}

async function vitestOnce(args: string[], env: Env) {
  const file = reportFile();
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runNode([bin('vitest/vitest.mjs'), 'run', ...args, ...reporters], env);
  return { code, report: (await readReport<Tests>(file)) ?? { testResults: [] } };
}

/** Playwright's journeys in Chromium. */
export async function runPlaywright(name: string, config: string, env: Env): Promise<SuiteResult> {
  const startedAt = heading(name);
  const report = reportFile();
  const code = await runNode(
    [bin('@playwright/test/cli.js'), 'test', '-c', config, '--reporter=list,json'],
    { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  );
  type Report = Journeys & {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    errors: readonly { message?: string }[];
  };
  const journeys = await readReport<Report>(report);
  const stats = journeys?.stats;
  return {
    ...result(name, startedAt, {
      ...atLeastOne(code, (stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected ?? 0),
      skipped: stats?.skipped ?? 0,
    }),
    failures: journeys === null ? [] : failedJourneys(journeys),
    flaky: journeys === null ? [] : flakyJourneys(journeys),
    outside: journeys?.errors.map(({ message = 'an error without words' }) => message) ?? [],
  };
}

/** The table of times, and as the very last line the sum. @returns the exit code */
export function summarise(results: SuiteResult[]): number {
  console.log('');
  for (const { name, passed, failed, skipped, tookMs } of results) {
    const left = skipped > 0 ? `, ${skipped} skipped` : '';
    const seconds = (tookMs / 1000).toFixed(1).padStart(7);
    console.log(`${seconds} s  ${name}: ${passed} passed, ${failed} failed${left}`);
  }
  const sum = (count: (result: SuiteResult) => number) =>
    results.map(count).reduce((a, b) => a + b, 0);
  const failed = sum((suite) => suite.failed);
  // Nobody reads back through an hour of lines: what failed, or needed a second try, stands where one looks.
  const flaky = results.flatMap((suite) => suite.flaky ?? []);
  for (const title of results.flatMap((suite) => suite.failures ?? [])) {
    console.log(`!! failed: ${title}`);
  }
  for (const title of flaky) console.log(`!! passed at the second try only: ${title}`);
  for (const message of results.flatMap((suite) => suite.outside ?? [])) {
    console.log(`!! outside any test: ${message.slice(0, OUTSIDE_SAYS_AT_MOST)}`);
  }
  console.log(`${sum((suite) => suite.passed)} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

/**
 * A run that found no test, or that died without a report, has failed; so has one whose tests pass and
 * that ends badly all the same (an unhandled error).
 */
function atLeastOne(code: number | null, passed: number, failed: number) {
  const silentFailure = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: silentFailure ? 1 : failed };
}

function heading(name: string): number {
  console.log(`\n── ${name} ──`);
  return performance.now();
}

function result(
  name: string,
  startedAt: number,
  counts: Pick<SuiteResult, 'passed' | 'failed' | 'skipped'>,
): SuiteResult {
  return { name, ...counts, tookMs: performance.now() - startedAt };
}

async function runNode(args: string[], env: Env = {}): Promise<number | null> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: GIVE_UP_AFTER_MS,
  });
  // Whoever stops us stops the suite, which has servers to end, and not us alone.
  let stoppedBy: NodeJS.Signals | null = null;
  const passOn = (signal: NodeJS.Signals) => {
    stoppedBy = signal;
    child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, passOn);
  const [code] = (await once(child, 'exit')) as [number | null];
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, passOn);
  if (stoppedBy !== null) process.exit(1);
  return code;
}

function reportFile(): string {
  return path.join(tmpdir(), `mellom-report-${randomUUID()}.json`);
}

async function readReport<Report>(file: string): Promise<Report | null> {
  const text = await fs.readFile(file, 'utf8').catch(() => null);
  await fs.rm(file, { force: true });
  return text === null ? null : (JSON.parse(text) as Report);
}
