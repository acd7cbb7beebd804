import * as fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');
const code = '{bench,client,docs,e2e,server,shared,tools}/**/*.{ts,tsx,mjs,css,sql,md}';
const files = fs.globSync(['*.md', code], { cwd: root });
const tests = files.filter((file) => /\.(?:test|spec)\.ts$/u.test(file));
const textOf = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
/** Files are named by the end of their path. */
const isNamed = (file: string, name: string) => `/${file}`.endsWith(`/${name}`);

const DOCUMENT = /[\w./-]*\w\.md\b/gu;
const DOCUMENT_OR_TEST = /[\w./-]*\w\.(?:md|test\.ts|spec\.ts)\b/gu;

test('every document that is named is in the project, and every test that a document names', () => {
  const missing = files.flatMap((file) =>
    [...textOf(file).matchAll(path.extname(file) === '.md' ? DOCUMENT_OR_TEST : DOCUMENT)]
      .map(([name]) => name.replace(/^(?:\.{1,2}\/)+/u, ''))
      .filter((name) => !files.some((there) => isNamed(there, name)))
      .map((name) => `${file}: ${name}`),
  );
  expect(missing).toEqual([]);
});

/** A title begins with the numbers of what it proves. */
const TITLE = /['"`]((?:[A-Z]+-\d+ |[FLSX]\d+[ab]? )+)/gu;
const provedBy = (file: string) =>
  [...textOf(file).matchAll(TITLE)]
    .flatMap(([, ids = '']) => ids.trim().split(' '))
    .filter((id) => !id.includes('-'));

test('every feature, load, speed and fault that a title names has its line', () => {
  const promises = textOf('docs/promises.md');
  const F = textOf('docs/features.md');
  const S = textOf('docs/measurements.md');
  const listed: Record<string, string> = { F, S, L: promises, X: promises };
  const missing = tests.flatMap((file) =>
    provedBy(file)
      .filter((id) => !new RegExp(`\\b${id}\\b`, 'u').test(listed[id.charAt(0)] ?? ''))
      .map((id) => `${file}: ${id}`),
  );
  expect(missing).toEqual([]);
});

test.each(['features', 'promises'])('what a line of %s names as its proof, names it', (page) => {
  const rows = textOf(`docs/${page}.md`).matchAll(/^\| ([FX]\d+[ab]?) \|.*\| (.*) \|$/gmu);
  for (const [, id = '', proofs = ''] of rows) {
    const proving = tests.filter((file) => provedBy(file).includes(id));
    const said = [...proofs.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name);
    expect(
      said.filter((name) => !proving.some((file) => isNamed(file, name))),
      id,
    ).toEqual([]);
  }
});
