import { sql } from 'drizzle-orm';
import type { Language } from '#shared/features/identity/sign-in/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { DocumentId, ImageId, PersonId } from '#shared/kernel/ids.ts';
import type { ZipEntry } from '../../../platform/zip.ts';
import type { Blobs } from '../../../storage/blobs.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { type OwnSubmission, ownSubmissions } from '../../assignment/public.ts';
import {
  type Editing,
  isUnreadable,
  type OwnDocument,
  ownDocuments,
  ownImages,
} from '../../document/public.ts';
import { type Html, html, pageOf } from './html.ts';
import { PARTS } from './kind-words.ts';
import { type Portable, portable } from './portable.ts';
import { said } from './said.ts';
import { type SessionNames, sliceHtml } from './slice-page.ts';
import { textHtml } from './text-page.ts';
import { EXPORT_WORDS, type ExportWords } from './words.ts';

/** What each slice holds of somebody, by the slice's name. */
export type Holders = Readonly<
  Record<string, { exportPersonalData(tx: Tx, personId: PersonId): Promise<object> }>
>;

export type EntriesParts = {
  readonly database: Database;
  readonly holders: Holders;
  readonly editing: Pick<Editing, 'canonicalOf'>;
  readonly blobs: Pick<Blobs, 'get'>;
};

type Whose = { readonly personId: PersonId; readonly now: Instant };
type Link = { readonly at: string; readonly title: string };

/**
 * Everything that we hold about somebody, file by file: the next is read when the one before has been taken. Of each slice the JSON and
 * a page; then the texts, papers and pictures; last the page that leads to all of it.
 */
export async function* ownEntries(
  parts: EntriesParts,
  { personId, now }: Whose,
): AsyncGenerator<ZipEntry, void, undefined> {
  const view = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(parts.database, 'view', work);
  const me = await view((tx) => findMe(tx, personId));
  const { language } = me;
  const t = EXPORT_WORDS[language];
  const back = html`<a href="../index.html">${t.back}</a>`;
  const page = (title: string, body: Html) => pageOf(language, { title, body, back });

  const pages: Link[] = [];
  for (const [slice, holder] of Object.entries(parts.holders)) {
    const held = await view((tx) => holder.exportPersonalData(tx, personId));
    const { value, files } = portable(held, slice);
    yield json(`json/${slice}.json`, value);
    for (const file of files) yield { ...file, isPacked: true };
    const sessions = await view((tx) => sessionNames(tx, JSON.stringify(value)));
    const title = said(PARTS, slice, language);
    const body = sliceHtml(value, { language, sessions, t });
    yield { name: `pages/${slice}.html`, bytes: page(title, body) };
    pages.push({ at: `pages/${slice}.html`, title });
  }

  const texts: Link[] = [];
  for (const document of await view((tx) => ownDocuments(tx, personId))) {
    const at = `texts/${number(texts.length)}.html`;
    const shown = new Set<string>(document.images);
    const pictureAt = (id: string) => (shown.has(id) ? `../pictures/${id}.webp` : undefined);
    const body = await documentHtml(parts, document, pictureAt, t);
    yield { name: at, bytes: page(document.title, body) };
    texts.push({ at, title: document.title });
  }

  const papers: Link[] = [];
  for (const { submissionId } of await view((tx) => ownSubmissions.ids(tx, personId))) {
    const paper = await view((tx) => ownSubmissions.read(tx, submissionId, personId));
    if (!paper) continue;
    const name = `papers/${number(papers.length)}`;
    const shown = new Set<string>(paper.images);
    const pictureAt = (id: string) => (shown.has(id) ? `../pictures/${id}.webp` : undefined);
    const body = html`${receipt(paper, language, t)}${textHtml(paper.canonical, pictureAt, t)}`;
    yield { name: `${name}.html`, bytes: page(paper.title, body) };
    // To the byte: its fingerprint is the receipt's.
    yield { name: `${name}.json`, bytes: Buffer.from(paper.canonical, 'utf8') };
    papers.push({ at: `${name}.html`, title: paper.title });
  }

  const pictures: Link[] = [];
  for (const imageId of await view((tx) => allImages(tx, personId))) {
    const bytes = await parts.blobs.get(imageId);
    if (!bytes) continue;
    const at = `pictures/${imageId}.webp`;
    yield { name: at, bytes, isPacked: true };
    pictures.push({ at, title: `${t.picture('')} ${pictures.length + 1}` });
  }

  const links = { pages, texts, papers, pictures };
  yield { name: 'index.html', bytes: firstPage({ me, now, links }, t) };
}

async function allImages(tx: Tx, personId: PersonId): Promise<readonly ImageId[]> {
  const inTexts = await ownImages(tx, personId);
  return [...new Set([...inTexts, ...(await ownSubmissions.images(tx, personId))])];
}

function firstPage(
  {
    me,
    now,
    links,
  }: {
    readonly me: Me;
    readonly now: Instant;
    readonly links: Readonly<Record<'pages' | 'texts' | 'papers' | 'pictures', readonly Link[]>>;
  },
  t: ExportWords,
): Buffer {
  const list = (title: string, all: readonly Link[]) =>
    all.length === 0
      ? html``
      : html`<h2>${title}</h2><ul>${all.map((each) => html`<li><a href="${each.at}">${each.title || '–'}</a></li>`)}</ul>`;
  const when = momentOf(now, me.language);
  const body = html`<p>${t.about(me.name, when)}</p><p>${t.noOthers}</p><p>${t.forPrograms}</p>
${list(t.parts, links.pages)}${list(t.texts, links.texts)}${list(t.papers, links.papers)}${list(t.pictures, links.pictures)}`;
  return pageOf(me.language, { title: t.title, body });
}

async function documentHtml(
  { database, editing }: EntriesParts,
  { documentId, text }: OwnDocument,
  pictureAt: (imageId: string) => string | undefined,
  t: ExportWords,
): Promise<Html> {
  try {
    const { canonical } = await editing.canonicalOf(documentId as DocumentId, database);
    return textHtml(canonical, pictureAt, t);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return html`<p>${t.unreadable}</p><p>${text}</p>`;
  }
}

function receipt(paper: OwnSubmission, language: Language, t: ExportWords): Html {
  const at = momentOf(paper.at, language);
  return html`<dl><dt>${t.handedIn}</dt><dd>${at}${paper.late ? ` (${t.late})` : ''}</dd><dt>${t.byYou}</dt><dd>${paper.byMe ? t.yes : t.no}</dd><dt>${t.fingerprint}</dt><dd>${paper.fingerprint}</dd></dl>`;
}

type Me = { readonly language: Language; readonly name: string };

async function findMe(tx: Tx, personId: PersonId): Promise<Me> {
  const { rows } = await tx.execute<Me>(
    sql`select language, display_name as name from person where id = ${personId}`,
  );
  return rows[0] ?? { language: 'nb', name: '' };
}

const SESSION_ID = /"(?:session_id|sessionId)":"([0-9a-f-]{36})"/gu;

/** The sessions that a text of JSON names, as people know them. */
async function sessionNames(tx: Tx, text: string): Promise<SessionNames> {
  const ids = [...new Set([...text.matchAll(SESSION_ID)].map(([, id]) => id))];
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    select id, title || ', ' || to_char(starts_at at time zone 'Europe/Oslo', 'YYYY-MM-DD') as name
    from session where id = any(${sql.param(ids)}::uuid[])`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const json = (name: string, value: Portable): ZipEntry => ({
  name,
  bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8'),
});

const number = (made: number) => String(made + 1).padStart(3, '0');

function momentOf(at: Instant, language: Language): string {
  const locale = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }[language];
  return new Intl.DateTimeFormat(locale, {
    ...{ dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Oslo' },
  }).format(at);
}
