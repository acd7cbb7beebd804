import { createHash } from 'node:crypto';
import type { Language } from '#shared/features/identity/sign-in/model.ts';

/** Markup of ours, in which every word of anybody's has been escaped. */
export type Html = { readonly html: string };

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escaped(text: string): string {
  return text.toWellFormed().replace(/[&<>"']/gu, (sign) => SIGNS[sign] ?? sign);
}

/** Markup with values in it: words are escaped, markup is not, and of a list each. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | Html | readonly Html[])[]
): Html {
  const said = values.map((value) => {
    if (typeof value === 'object')
      return 'html' in value ? value.html : value.map((each) => each.html).join('');
    return escaped(String(value));
  });
  return { html: String.raw({ raw: parts }, ...said) };
}

const STYLE = `
:root { color-scheme: light dark; font: 100%/1.55 system-ui, sans-serif; }
body { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 2.5rem; }
nav ul { padding-left: 1.2em; }
a { color: LinkText; }
a:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
ol.rows { padding: 0; list-style: none; }
ol.rows > li { padding: .6rem 0; border-top: 1px solid GrayText; }
dl { margin: 0; }
dt { font-weight: 600; }
dd { margin: 0 0 .4rem; white-space: pre-wrap; }
dd dl { padding-left: 1em; border-left: 2px solid GrayText; }
img { max-width: 100%; height: auto; }
table { border-collapse: collapse; }
td, th { padding: .3em .6em; border: 1px solid GrayText; text-align: start; vertical-align: top; }
.wide { overflow-x: auto; }
`;

/** Nothing runs, and nothing is fetched but a picture beside the page. */
const POLICY = `default-src 'none'; img-src 'self' file:; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** A page that opens from the disk. */
export function pageOf(
  language: Language,
  { title, body, back }: { readonly title: string; readonly body: Html; readonly back?: Html },
): Buffer {
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
${back ? html`<nav>${back}</nav>` : { html: '' }}
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
  return Buffer.from(page.html, 'utf8');
}
