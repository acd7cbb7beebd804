import {
  type CanonicalNode,
  footnotesIn,
  readCanonical,
} from '#shared/features/document/canonical/read-canonical.ts';
import { type Html, html } from './html.ts';
import type { ExportWords } from './words.ts';

/** Where a picture of a text lies beside the page; undefined for one that is not handed over. */
export type PictureAt = (imageId: string) => string | undefined;

/** A text in canonical form as markup that runs nothing. */
export function textHtml(canonical: string, pictureAt: PictureAt, t: ExportWords): Html {
  const content = readCanonical(canonical);
  const footnotes = footnotesIn(content);
  const all = (nodes: readonly CanonicalNode[]): Html[] => nodes.map(one);

  function one(node: CanonicalNode): Html {
    const inner = all(node.content);
    switch (node.type) {
      case 'text':
        return marked(node);
      case 'paragraph':
        return html`<p>${inner}</p>`;
      case 'heading':
        return Number(node.attrs.level) > 2 ? html`<h3>${inner}</h3>` : html`<h2>${inner}</h2>`;
      case 'blockquote':
        return html`<blockquote>${inner}</blockquote>`;
      case 'bulletList':
      case 'taskList':
        return html`<ul>${inner}</ul>`;
      case 'orderedList':
        return html`<ol>${inner}</ol>`;
      case 'listItem':
        return html`<li>${inner}</li>`;
      case 'taskItem':
        return html`<li>${node.attrs.checked === true ? t.done : t.notDone} ${inner}</li>`;
      case 'table':
        return html`<div class="wide"><table>${inner}</table></div>`;
      case 'tableRow':
        return html`<tr>${inner}</tr>`;
      case 'tableCell':
        return html`<td${spans(node)}>${inner}</td>`;
      case 'tableHeader':
        return html`<th${spans(node)}>${inner}</th>`;
      case 'hardBreak':
        return html`<br>`;
      case 'horizontalRule':
        return html`<hr>`;
      case 'image':
        return picture(node);
      case 'footnote':
        return html`<sup>${footnotes.indexOf(node) + 1}</sup>`;
      default:
        return html`${inner}`;
    }
  }

  function picture({ attrs }: CanonicalNode): Html {
    const alt = wordsOf(attrs.alt);
    const at = pictureAt(wordsOf(attrs.imageId));
    return at ? html`<p><img src="${at}" alt="${alt}"></p>` : html`<p>[${t.picture(alt)}]</p>`;
  }

  const notes = footnotes.map(({ attrs }) => html`<li>${wordsOf(attrs.text)}</li>`);
  const end = notes.length > 0 ? html`<h2>${t.footnotes}</h2><ol>${notes}</ol>` : html``;
  return html`${all(content)}${end}`;
}

const MARKS: Readonly<Record<string, (inner: Html) => Html>> = {
  bold: (inner) => html`<strong>${inner}</strong>`,
  italic: (inner) => html`<em>${inner}</em>`,
  underline: (inner) => html`<u>${inner}</u>`,
  strike: (inner) => html`<s>${inner}</s>`,
};

function marked({ text, marks }: CanonicalNode): Html {
  return marks.reduce((inner, { type, attrs }) => {
    const href = type === 'link' ? wordsOf(attrs.href) : '';
    if (/^(https?:\/\/|mailto:)[^\s]+$/iu.test(href))
      return html`<a href="${href}" rel="noopener noreferrer">${inner}</a>`;
    return MARKS[type]?.(inner) ?? inner;
  }, html`${text}`);
}

function spans({ attrs }: CanonicalNode): Html {
  const said = ['colspan', 'rowspan'].map((name) => {
    const count = Number(attrs[name]);
    return Number.isInteger(count) && count > 1 && count < 100
      ? { html: ` ${name}="${count}"` }
      : { html: '' };
  });
  return html`${said}`;
}

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '');
