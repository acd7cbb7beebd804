import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const PACKAGE = '@mediapipe/selfie_segmentation';
const { version } = JSON.parse(
  readFileSync(new URL(`../node_modules/${PACKAGE}/package.json`, import.meta.url), 'utf8'),
) as { version: string };

/** Where the runtime and the model lie in the build: a browser never mixes two versions, not even from its cache. */
export const SELFIE_SEGMENTATION_FOLDER = `selfie-segmentation-${version}`;

/**
 * Brings MediaPipe's background runtime into our build: its factory, a script that sets a global, becomes a module, and its
 * files get their version into the path.
 */
export function selfieSegmentation(): Plugin {
  const asModule: Plugin = {
    name: 'mellom-selfie-segmentation-module',
    transform(code, id) {
      if (!id.endsWith('selfie_segmentation_solution_simd_wasm_bin.js')) return null;
      // Without its end, which is for other kinds of modules, and the ways that only Node would go.
      const [factory = ''] = code.split("if (typeof exports === 'object'", 1);
      const forBrowsers = factory.replaceAll(/require\("(?:fs|path)"\)/gu, 'undefined');
      return { code: `${forBrowsers}\nexport default createMediapipeSolutionsWasm;`, map: null };
    },
  };
  return {
    name: 'mellom-selfie-segmentation',
    config: () => ({
      optimizeDeps: { exclude: [PACKAGE] },
      worker: { format: 'es', plugins: () => [asModule] },
      build: {
        rolldownOptions: {
          output: {
            assetFileNames: ({ originalFileNames }) =>
              originalFileNames.some((file) => file.includes(PACKAGE))
                ? `assets/${SELFIE_SEGMENTATION_FOLDER}/[name]-[hash][extname]`
                : 'assets/[name]-[hash][extname]',
          },
        },
      },
    }),
  };
}
