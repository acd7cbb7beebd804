import { expect, test } from 'vitest';
import type { MessageId } from '#shared/kernel/ids.ts';
import { chatAsHtml, type ExportedMessage } from './chat-file.ts';

const NOON = Date.UTC(2026, 8, 29, 10);
const about = { title: 'Makt & språk', courseCode: 'EK001T', startsAt: NOON };
const message = (id: string, given: Partial<ExportedMessage> = {}): ExportedMessage => ({
  id: id as MessageId,
  byName: 'Kari Nordmann',
  at: NOON,
  text: 'Hei',
  lang: 'nb',
  replyTo: null,
  editedAt: null,
  deletedAt: null,
  hiddenAt: null,
  ...given,
});
const file = (...messages: readonly ExportedMessage[]) =>
  chatAsHtml(about, messages, { language: 'nb', now: NOON });

test('CHAT-21 it says who, when and what, day by day, and what answers what', () => {
  const day = 24 * 60 * 60_000;
  const html = file(
    message('a', { text: 'Når er pausen?', lang: 'nn' }),
    message('b', { byName: 'Anne Moen', at: NOON + day, replyTo: 'a' as MessageId, editedAt: 9 }),
  );
  expect(html.match(/<h2>.*<\/h2>/gu)).toEqual([
    '<h2>tirsdag 29. september 2026</h2>',
    '<h2>onsdag 30. september 2026</h2>',
  ]);
  expect(html).toContain('<time datetime="2026-09-29T12:00">12:00</time>');
  expect(html).toContain('<p class="text" lang="nn">Når er pausen?</p>');
  expect(html).toContain('Svar til <bdi>Kari Nordmann</bdi>');
  expect(html).toContain('(endret)');
  expect(html).toContain('<h1>Samtalen i Makt &amp; språk</h1>');
});

test('CHAT-21 words are only ever text, and nothing in the file is loaded or run', () => {
  const bad = `<img src=x onerror="alert('x')">&amp;</p><script>`;
  const html = file(message('a', { text: bad, byName: bad }));
  const body = html.slice(html.indexOf('<body>'));
  expect(body).not.toMatch(/<(?:img|script)/u);
  expect(body).toContain('&lt;img src=x onerror=&quot;alert(&#39;x&#39;)&quot;&gt;&amp;amp;');
  expect(html).toContain("default-src 'none'");
});

test('CHAT-13 CHAT-21 a mark that turns the text round turns nothing in the file', () => {
  const html = file(message('a', { text: 'Se \u202ehttps://mellom.example/a' }));
  expect(html).toContain('<bdi dir="ltr">https://mellom.example/a</bdi>');
  expect(html).toContain('<bdi dir="ltr">\u202e</bdi>');
});

test('CHAT-8 CHAT-19 an empty place says why it is empty', () => {
  const html = file(
    message('a', { text: '', deletedAt: NOON, editedAt: 5 }),
    message('b', { text: '', hiddenAt: NOON }),
  );
  expect(html).toContain('(Meldingen er slettet.)');
  expect(html).toContain('(En underviser har skjult meldingen.)');
  expect(html).not.toContain('(endret)');
});

test('F5 GUEST-6 CHAT-21 a guest is marked as one in the file, also where they are answered, and nobody else is', () => {
  const html = file(
    message('a', { byName: 'Gro Gjestad', guest: { as: 'lecturer' } }),
    message('b', { byName: 'Per Veileder', guest: {}, replyTo: 'a' as MessageId }),
    message('c'),
  );
  expect(html).toContain('<b><bdi>Gro Gjestad</bdi> (Gjest, foreleser)</b>');
  expect(html).toContain('Svar til <bdi>Gro Gjestad</bdi> (Gjest, foreleser)');
  expect(html).toContain('<b><bdi>Per Veileder</bdi> (Gjest)</b>');
  expect(html).toContain('<b><bdi>Kari Nordmann</bdi></b>');
});
