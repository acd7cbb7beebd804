import * as fs from 'node:fs/promises';
import path from 'node:path';
import { brokenRules, importsOf } from './import-rules.ts';

const root = path.join(import.meta.dirname, '..');
const folders = ['shared', 'server', 'client', 'tools', 'bench', 'e2e'];
/** A check that sees nothing passes everything: fewer than these, and the check itself is broken. */
const FEWEST_MODULES = 60;
const FEWEST_IMPORTS = 120;

const modules = new Map<string, string[]>();
for (const folder of folders) {
  const names = await fs.readdir(path.join(root, folder), { recursive: true }).catch(() => []);
  for (const name of names.filter((file) => /\.tsx?$/.test(file))) {
    const file = path.posix.join(folder, name.split(path.sep).join('/'));
    modules.set(file, importsOf(file, await fs.readFile(path.join(root, file), 'utf8')));
  }
}

const imports = [...modules.values()].flat();
const lost = imports.filter((file) => !modules.has(file));
const broken = [
  ...lost.map((file) => `${file} is imported but does not exist`),
  ...brokenRules(modules),
];
if (modules.size < FEWEST_MODULES || imports.length < FEWEST_IMPORTS) {
  broken.push(
    `only ${modules.size} modules and ${imports.length} imports seen: the check is blind`,
  );
}
for (const line of broken) console.error(line);
console.log(
  `${modules.size} modules, ${imports.length} imports, ${broken.length} against the rules`,
);
process.exitCode = broken.length > 0 ? 1 : 0;
