import { template as solidTemplate } from 'solid-js/web';
import { isOwnScript } from './own-scripts.ts';

/**
 * Where compiled components import Solid's DOM functions from (`moduleName` in vite.config.ts).
 *
 * Solid makes elements by `template.innerHTML = text`, which `require-trusted-types-for 'script'` refuses. The default
 * policy below lets through the texts that were handed to `template`, and those are literals that the compiler wrote.
 * Any other text that reaches innerHTML, every script text, and every address but those of our own workers, is refused by
 * the browser.
 */
export * from 'solid-js/web';

interface TrustedTypes {
  createPolicy(
    name: 'default',
    rules: Record<'createHTML' | 'createScriptURL', (text: string) => string | null>,
  ): unknown;
}

/** The texts of all templates in the parts of the client that have been loaded so far. */
const compiled = new Set<string>();

// Absent in browsers that do not know Trusted Types: they refuse nothing either.
(globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('default', {
  createHTML: (text) => (compiled.has(text) ? text : null),
  createScriptURL: (address) => (isOwnScript(address) ? address : null),
});

/** Solid's own `template`, its text put on the list. Called by compiled components only; we draw no MathML. */
export function template(html: string, isImportNode?: boolean, isSVG?: boolean) {
  compiled.add(html);
  return solidTemplate(html, isImportNode, isSVG);
}
