import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './root.ts';

/** Of how a test failed the last lines say so much, in signs. */
const WHY_SAYS_AT_MOST = 400;

/** What Vitest's report in JSON tells of its tests. */
export type Tests = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
};

/** How many tests came to what; a file that failed outside its tests is one that failed. */
export function countTests(tests: Tests): { passed: number; failed: number; skipped: number } {
  const all = tests.testResults.flatMap(({ assertionResults }) => assertionResults);
  const count = (...what: string[]) => all.filter(({ status }) => what.includes(status)).length;
  return {
    passed: count('passed'),
    failed: count('failed') + failedOutside(tests).length,
    skipped: count('pending', 'skipped', 'todo'),
  };
}

/** Those that failed at every try: file, title, and how; a file that failed outside its tests by its name. */
export const failedTests = (tests: Tests): string[] => [
  ...testsThat('failed', tests),
  ...failedOutside(tests),
];

/** Those that passed and have failed before: what went wrong then stays in the report. */
export const retriedTests = (tests: Tests): string[] => testsThat('passed', tests);

/** Files, from the root, that failed though none of their tests did: not loaded, not set up, or ended under way. */
export function failedOutside({ testResults }: Tests): string[] {
  return testResults
    .filter(
      ({ status, assertionResults }) =>
        status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
    )
    .map(({ name }) => fromRoot(name));
}

/** A report in which some files, named from the root, stand as they came out in another. */
export function inPlaceOf(report: Tests, files: readonly string[], again: Tests): Tests {
  const kept = report.testResults.filter(({ name }) => !files.includes(fromRoot(name)));
  return { testResults: files.length === 0 ? kept : [...kept, ...again.testResults] };
}

/** With a status, and a way in which they failed at one try at least. */
function testsThat(came: string, { testResults }: Tests): string[] {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, failureMessages }) => status === came && failureMessages.length > 0)
      .map(({ fullName, failureMessages }) => named(fromRoot(name), fullName, failureMessages[0])),
  );
}

/** What Playwright's report in JSON tells of its tests. */
export type Journeys = {
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly tests: readonly {
      readonly status: string;
      readonly results?: readonly { readonly error?: { readonly message?: string } }[];
    }[];
  }[];
  readonly suites?: readonly Journeys[];
};

/** Those that failed at every try: file, title, and how the first try did. */
export const failedJourneys = (journeys: Journeys): string[] =>
  journeysThat('unexpected', journeys);

/** Those that failed and passed when tried again: file, title, and how the first try failed. */
export const flakyJourneys = (journeys: Journeys): string[] => journeysThat('flaky', journeys);

function journeysThat(came: string, { specs = [], suites = [] }: Journeys): string[] {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === came)
      .map(({ results = [] }) =>
        named(file, title, results.find(({ error }) => error)?.error?.message),
      ),
  );
  return [...own, ...suites.flatMap((suite) => journeysThat(came, suite))];
}

function named(file: string, title: string, why: string | undefined): string {
  return `${file} › ${title}${why === undefined ? '' : `: ${inOneLine(why)}`}`;
}

const fromRoot = (file: string) => path.relative(root, file);

/** An error's words without colours and line breaks, and no more of them than tell what it was. */
function inOneLine(message: string): string {
  return stripVTControlCharacters(message).replace(/\s+/g, ' ').slice(0, WHY_SAYS_AT_MOST);
}
