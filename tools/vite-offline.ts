import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Plugin } from 'vite';

const source = path.join(import.meta.dirname, '../client/platform/service-worker.ts');
const FILE = 'service-worker.js';

/** What a page is made of. Sound and pictures need a network, and so their code does too. */
const SHELL = /^assets\/(?!livekit-|blur-|selfie).*\.(js|css|woff2|svg)$/;

/**
 * Builds the service worker into one file at the root, with the names of the build's files in it. Its version is the
 * hash of those names, which carry hashes of their content.
 */
export function offlineShell(): Plugin {
  return {
    name: 'mellom-offline',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: source, fileName: FILE });
    },
    generateBundle(_options, bundle) {
      const worker = bundle[FILE];
      if (worker?.type !== 'chunk') throw new Error(`the build has no ${FILE}`);
      if (worker.imports.length > 0)
        throw new Error(`${FILE} must stand alone; it imports ${worker.imports.join(', ')}`);
      const files = Object.keys(bundle)
        .filter((name) => SHELL.test(name))
        .sort()
        .map((name) => `/${name}`);
      const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 16);
      worker.code = worker.code
        .replaceAll('SHELL_FILES', JSON.stringify(files))
        .replaceAll('SHELL_VERSION', JSON.stringify(version));
    },
  };
}
