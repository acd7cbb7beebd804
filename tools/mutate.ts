// Run by hand: node tools/mutate.ts [part]. Breaks the judge and the order of facts in every small way, one at a
// time, in a copy of the tree, and says which of the breaks no test noticed. The goal is nine in ten.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const GOAL = 0.9;

type Part = {
  readonly name: string;
  readonly files: readonly string[];
  readonly tests: readonly string[];
};

const session = 'shared/features/session';
const PARTS: readonly Part[] = [
  {
    name: 'can',
    files: [
      'server/access.ts',
      'shared/wire/access.ts',
      'shared/features/programme/calendar/policy.ts',
      ...['agenda', 'chat', 'hand-queue', 'notes', 'roster'].map(
        (topic) => `${session}/${topic}/policy.ts`,
      ),
    ],
    tests: ['server/access.test.ts'],
  },
  {
    name: 'sequence',
    files: ['client/platform/channel-sequence.ts'],
    tests: ['client/platform/channel-sequence.test.ts'],
  },
  {
    name: 'rules',
    files: [
      ...['agenda', 'chat', 'hand-queue', 'notes', 'roster'].map(
        (topic) => `${session}/${topic}/rules.ts`,
      ),
      `${session}/rules.ts`,
    ],
    tests: [session],
  },
];

/** What is looked for in a line of code, and what it becomes. */
const BREAKS: readonly (readonly [RegExp, string])[] = [
  [/ === /g, ' !== '],
  [/ !== /g, ' === '],
  [/ && /g, ' || '],
  [/ \|\| /g, ' && '],
  [/ <= /g, ' < '],
  [/ >= /g, ' > '],
  [/ < /g, ' <= '],
  [/ > /g, ' >= '],
  [/ \+ /g, ' - '],
  [/\btrue\b/g, 'false'],
  [/\bfalse\b/g, 'true'],
  [/\.some\(/g, '.every('],
  [/\.every\(/g, '.some('],
  [/\bif \(!/g, 'if ('],
  [/\bif \((?!!)/g, 'if (!'],
  [/\bMath\.max\b/g, 'Math.min'],
  [/\bMath\.min\b/g, 'Math.max'],
  // One of a list less.
  [/^ +'[\w-]+',$/g, ''],
];

type Mutant = {
  readonly file: string;
  readonly line: number;
  readonly was: string;
  readonly is: string;
};

function mutantsOf(file: string, source: string): Mutant[] {
  return source.split('\n').flatMap((was, at) => {
    if (/^\s*(\/\/|\/?\*|import\b|type\b|export type\b)/.test(was)) return [];
    return BREAKS.flatMap(([pattern, to]) =>
      [...was.matchAll(pattern)].map(({ 0: found, index }) => ({
        file,
        line: at + 1,
        was,
        is: was.slice(0, index) + to + was.slice(index + found.length),
      })),
    );
  });
}

/** A copy of the tree to break things in; what others do in this one meanwhile does not matter. */
async function copyTree(): Promise<string> {
  const copy = await fs.mkdtemp(path.join(tmpdir(), 'mellom-mutants-'));
  for (const name of ['shared', 'server', 'client', 'docs', 'package.json']) {
    await fs.cp(path.join(root, name), path.join(copy, name), { recursive: true });
  }
  await fs.symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  await fs.writeFile(
    path.join(copy, 'vitest.config.ts'),
    "export default { test: { environment: 'node', bail: 1, testTimeout: 20_000 } };\n",
  );
  return copy;
}

async function passes(tree: string, tests: readonly string[]): Promise<boolean> {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', '--root', tree, ...tests], {
    cwd: tree,
    stdio: 'ignore',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0;
}

async function tryAll(tree: string, { name, files, tests }: Part): Promise<boolean> {
  if (!(await passes(tree, tests))) throw new Error(`${name}: the tests fail without any break`);
  const survivors: Mutant[] = [];
  let tried = 0;
  for (const file of files) {
    const source = await fs.readFile(path.join(tree, file), 'utf8');
    for (const mutant of mutantsOf(file, source)) {
      const lines = source.split('\n');
      lines[mutant.line - 1] = mutant.is;
      await fs.writeFile(path.join(tree, file), lines.join('\n'));
      tried += 1;
      if (await passes(tree, tests)) survivors.push(mutant);
    }
    await fs.writeFile(path.join(tree, file), source);
  }
  for (const { file, line, was, is } of survivors) {
    console.log(`${file}:${line} nobody noticed\n  - ${was.trim()}\n  + ${is.trim()}`);
  }
  const killed = 1 - survivors.length / tried;
  console.log(
    `${name}: ${tried - survivors.length} of ${tried} noticed (${Math.round(killed * 100)} %)`,
  );
  return tried > 0 && killed >= GOAL;
}

const [wanted] = process.argv.slice(2);
const tree = await copyTree();
try {
  for (const part of PARTS) {
    if (wanted !== undefined && wanted !== part.name) continue;
    if (!(await tryAll(tree, part))) process.exitCode = 1;
  }
} finally {
  await fs.rm(tree, { recursive: true, force: true });
}
