// npm drops an unpublished platform's package from the lock in silence, and `npm ci` fails on that platform.
import * as fs from 'node:fs/promises';
import path from 'node:path';

type LockedPackage = { optionalDependencies?: Record<string, string>; link?: boolean };

const file = path.join(import.meta.dirname, '../package-lock.json');
const { packages } = JSON.parse(await fs.readFile(file, 'utf8')) as {
  packages: Record<string, LockedPackage>;
};

/** As Node finds it: in the asker's own folder, else in one further out. */
function isLocked(asker: string, name: string): boolean {
  const here = asker === '' ? `node_modules/${name}` : `${asker}/node_modules/${name}`;
  if (packages[here]) return true;
  if (asker === '') return false;
  const outer = asker.lastIndexOf('/node_modules/');
  return isLocked(outer < 0 ? '' : asker.slice(0, outer), name);
}

const missing = Object.entries(packages).flatMap(([asker, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !isLocked(asker, name))
    .map((name) => `${asker || 'package.json'} asks for ${name}, and the lock lacks it`),
);
for (const line of missing) console.error(line);
console.log(`${Object.keys(packages).length} locked packages, ${missing.length} missing`);
process.exitCode = missing.length > 0 ? 1 : 0;
