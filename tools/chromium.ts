import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { canInstall, install } from './debian.ts';
import { root } from './root.ts';

/** Chromium without windows: the whole one is busy with pages of its own that nobody sees. */
const SHELL = 'chromium-headless-shell';

const places = [
  `/usr/bin/${SHELL}`,
  '/usr/bin/chromium',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The browser for the tests: `CHROMIUM_PATH`, Debian's, Chrome; else Debian's is installed; else
 * Playwright's own, for which there is no path (`null`).
 */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const found = places.find((place) => existsSync(place));
  if (found) return found;
  // Ubuntu's package is a door to its snap store, which has no headless browser for root.
  if (canInstall() && !isUbuntu() && install(SHELL)) return `/usr/bin/${SHELL}`;
  console.log("Installing Playwright's own Chromium into the user's cache …");
  execFileSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
    cwd: root,
    stdio: 'inherit',
  });
  return null;
}

/** The same with windows, for sound and picture; `undefined` where there is none of Debian's: the other one serves then. */
export function findWholeChromium(): string | undefined {
  const path = '/usr/bin/chromium';
  if (existsSync(path)) return path;
  return canInstall() && !isUbuntu() && install('chromium') ? path : undefined;
}

function isUbuntu(): boolean {
  return readFileSync('/etc/os-release', 'utf8').includes('ID=ubuntu');
}
