import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';
import { offlineShell } from './tools/vite-offline.ts';
import { precompress } from './tools/vite-precompress.ts';
import { selfieSegmentation } from './tools/vite-selfie-segmentation.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * What the strict content security policy asks of the compiler: static styles are set through the style object, never
 * written into template HTML, and templates are made by our own `solid-web`, which puts them on the list of the Trusted Types policy.
 * (`inlineStyles` is missing from the plugin's types.)
 */
const compiler = { inlineStyles: false, moduleName: 'mellom/solid-web' };

export default defineConfig({
  root: here('./client'),
  plugins: [solid({ solid: compiler }), selfieSegmentation(), offlineShell(), precompress()],
  resolve: {
    alias: [{ find: 'mellom/solid-web', replacement: here('./client/platform/solid-web.ts') }],
  },
  build: {
    outDir: here('./dist/client'),
    emptyOutDir: true,
    target: ['chrome111', 'safari16', 'firefox115'],
    // data: addresses are refused by the policy, and every browser above preloads modules by itself.
    assetsInlineLimit: 0,
    // What a page needs comes with it a moment later by itself; named ahead for every page it was a tenth of the first script (S18).
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, needed, { hostType }) =>
        hostType === 'html' ? needed : needed.filter((file) => file.endsWith('.css')),
    },
    sourcemap: false,
    // livekit-client, 540 kB and in a chunk of its own that only a room fetches, is no news.
    chunkSizeWarningLimit: 600,
    // Nor how long it took.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
});
