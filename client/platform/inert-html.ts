interface TrustedTypes {
  createPolicy(
    name: 'mellom-inert',
    rules: { createHTML: (text: string) => string },
  ): { createHTML: (text: string) => string };
}

/**
 * The second and last Trusted Types policy (the first is in solid-web.ts). It lets any text through, so it stays in
 * this module, and what it makes is only ever read by `parseFromString`: a document without a window, in which no script
 * runs and nothing is loaded.
 */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
  'mellom-inert',
  { createHTML: (text) => text },
);

/** HTML from outside as a tree to read from. Nothing of it may be put into the page as it is. */
export function inertDocument(html: string): Document {
  const reader = new DOMParser();
  return reader.parseFromString(policy ? policy.createHTML(html) : html, 'text/html');
}
