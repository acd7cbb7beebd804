import type { Language } from '#shared/features/identity/sign-in/model.ts';
import { FIELDS } from './field-words.ts';
import { type Html, html } from './html.ts';
import { KINDS } from './kind-words.ts';
import type { Portable } from './portable.ts';
import { said } from './said.ts';
import { valueSaid } from './value-words.ts';
import type { ExportWords } from './words.ts';

/** Sessions by id, as people know them. */
export type SessionNames = ReadonlyMap<string, string>;

const LOCALE: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** What a slice holds of somebody, to be read: kind by kind, each row with what it says. Ids are for programs, and stand in the JSON. */
export function sliceHtml(
  held: Portable,
  reading: {
    readonly language: Language;
    readonly sessions: SessionNames;
    readonly t: ExportWords;
  },
): Html {
  const { language, sessions, t } = reading;

  function valueHtml(value: Portable, field: string): Html {
    if (value === null || value === '') return html`–`;
    if (typeof value === 'boolean') return html`${value ? t.yes : t.no}`;
    if (typeof value === 'string') return stringHtml(value, field);
    if (typeof value === 'number') return html`${value}`;
    if (!Array.isArray(value)) return rowHtml(value as { readonly [key: string]: Portable });
    if (value.every((each) => typeof each === 'string' || typeof each === 'number'))
      return html`${value.map((each) => valueSaid(field, String(each), language)).join(', ') || '–'}`;
    return html`${value.map((each) => valueHtml(each, field))}`;
  }

  function stringHtml(value: string, field: string): Html {
    if (ISO.test(value)) return html`<time datetime="${value}">${momentOf(value, language)}</time>`;
    if (sessions.has(value)) return html`${sessions.get(value) ?? ''}`;
    if (/^files\/[a-z0-9.-]+$/u.test(value)) return html`<a href="../${value}">${value}</a>`;
    return html`${valueSaid(field, value, language)}`;
  }

  function rowHtml(row: { readonly [key: string]: Portable }): Html {
    const told = Object.entries(row).filter(
      ([, value]) =>
        value !== null && !(typeof value === 'string' && ID.test(value) && !sessions.has(value)),
    );
    return html`<dl>${told.map(
      ([key, value]) =>
        html`<dt>${said(FIELDS, key, language)}</dt><dd>${valueHtml(value, key)}</dd>`,
    )}</dl>`;
  }

  const kinds = Object.entries(held as { readonly [kind: string]: Portable }).filter(
    ([, rows]) => !(Array.isArray(rows) && rows.length === 0),
  );
  if (kinds.length === 0) return html`<p>${t.nothing}</p>`;
  return html`${kinds.map(([kind, rows]) => {
    const list = Array.isArray(rows)
      ? html`<ol class="rows">${rows.map((row) => html`<li>${valueHtml(row, kind)}</li>`)}</ol>`
      : html`<p>${valueHtml(rows, kind)}</p>`;
    return html`<h2>${said(KINDS, kind, language)}</h2>${list}`;
  })}`;
}

function momentOf(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALE[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Oslo',
  }).format(new Date(iso));
}
