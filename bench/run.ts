// npm run bench -- session|seminar|documents [--full] [--only S14,S15]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DOCUMENT_REASONS } from './documents/reasons.ts';
import { runDocumentSuite } from './documents/suite.ts';
import { describeCores, describeMachine } from './machine.ts';
import { runSeminarSuite } from './seminar/suite.ts';
import { runSessionSuite } from './session/suite.ts';
import { asMarkdown, type DatedRow, type Row } from './table.ts';

const root = path.join(import.meta.dirname, '..');
const page = path.join(root, 'docs/measurements.md');
const results = path.join(import.meta.dirname, 'results');

const SUITES = {
  session: runSessionSuite,
  seminar: runSeminarSuite,
  documents: runDocumentSuite,
};
const REASONS = { session: [], seminar: [], documents: DOCUMENT_REASONS };
type SuiteName = keyof typeof SUITES;

/** Rows that come from the same measurement as another. */
const BROUGHT_ALONG: Readonly<Record<string, readonly string[]>> = {
  S16: ['L5'],
  S1: ['S6'],
  S6: ['S1'],
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { full: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});

const [suite] = positionals;
if (!isSuite(suite)) {
  console.error(
    'Say what to measure: npm run bench -- session|seminar|documents [--full] [--only S14,S15]',
  );
  process.exitCode = 1;
} else {
  const only = values.only.split(',').filter((id) => id !== '');
  const machine = describeMachine();
  console.log(machine);
  const at = new Date().toISOString().slice(0, 16).replace('T', ' ');
  const measured = await SUITES[suite]({ full: values.full, only, tell });
  const file = path.join(results, `${suite}.json`);
  const rows = [
    ...kept(file, only),
    ...measured.map((row) => ({ ...row, at, on: describeCores() })),
  ].sort(inOrder);
  mkdirSync(results, { recursive: true });
  writeFileSync(file, JSON.stringify(rows, null, 2));
  const table = asMarkdown(rows, REASONS[suite]);
  writeSection(suite, `${machine}\n\n${table}`);
  console.log(`\n${table}`);
}

function isSuite(name: string | undefined): name is SuiteName {
  return name !== undefined && Object.hasOwn(SUITES, name);
}

/** The rows of earlier runs that this one does not measure again. */
function kept(file: string, only: readonly string[]): DatedRow[] {
  if (only.length === 0 || !existsSync(file)) return [];
  const rows = JSON.parse(readFileSync(file, 'utf8')) as DatedRow[];
  const again = only.flatMap((id) => [id, ...(BROUGHT_ALONG[id] ?? [])]);
  return rows.filter(({ id }) => !again.includes(id));
}

/** By id; what one measurement brings stays in its order. */
function inOrder(a: Row, b: Row): number {
  return a.id.localeCompare(b.id, 'en', { numeric: true });
}

function tell({ id, what, peers, ours, goal, met }: Row): void {
  console.log(`${id} ${what}\n   ours ${ours}\n   peers ${peers}\n   goal ${goal}: ${met}`);
}

/** Puts a suite's table between its marks; what people have written around them stays. */
function writeSection(suite: SuiteName, text: string): void {
  const [begin, end] = [`<!-- bench ${suite} -->`, `<!-- end ${suite} -->`];
  const before = readFileSync(page, 'utf8');
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  if (from < 0 || to < 0) throw new Error(`${page} has no place for ${suite}`);
  writeFileSync(page, `${before.slice(0, from)}${begin}\n\n${text}\n${before.slice(to)}`);
}
