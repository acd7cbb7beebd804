// A light look for secrets in what git would publish: the shapes that keys and tokens have.
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const shapes: Record<string, RegExp> = {
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/]{40}/,
  'an access key of AWS': /\bAKIA[0-9A-Z]{16}\b/,
  'a token of GitHub': /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  'a token of npm': /\bnpm_[A-Za-z0-9]{36}\b/,
  'a token of Slack': /\bxox[abprs]-[A-Za-z0-9-]{20,}/,
  'a signed web token': /\beyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{15,}\.[A-Za-z0-9_-]{20,}/,
  'a password in a URL':
    /\b[a-z][a-z0-9+]*:\/\/[^\s:/@'"`$]+:(?!secret@|password@)[^\s:/@'"`$]{6,}@/i,
};
const FEWEST_FILES = 60;

const listed = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  {
    cwd: root,
    encoding: 'utf8',
  },
);
const files = listed.split('\0').filter((file) => file && file !== 'package-lock.json');
const findings: string[] = [];
for (const file of files) {
  const text = await fs.readFile(path.join(root, file), 'utf8').catch(() => '');
  for (const [what, shape] of Object.entries(shapes)) {
    const at = text.search(shape);
    if (at >= 0) findings.push(`${file}:${text.slice(0, at).split('\n').length} holds ${what}`);
  }
}
if (files.length < FEWEST_FILES)
  findings.push(`only ${files.length} files seen: the scan is blind`);
for (const finding of findings) console.error(finding);
console.log(`${files.length} files, ${findings.length} secrets`);
process.exitCode = findings.length > 0 ? 1 : 0;
