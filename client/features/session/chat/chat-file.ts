import type { exportChat } from '#shared/features/session/chat/queries.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { clockTime, dayAndTime, fullDate } from '../../../platform/dates.ts';
import type { Language } from '../../../platform/language.ts';
import { guestInWords } from '../roster/guest-mark.ts';
import { words as rosterWords } from '../roster/words.ts';
import { words } from './export-words.ts';
import { writtenParts } from './written-parts.ts';

type Exported = OutputOf<typeof exportChat>;
export type ExportedMessage = Exported['messages'][number];

/** The file stands alone: it loads nothing, runs nothing, and follows the reader's own light or dark. */
const HEAD = `<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
:root { color-scheme: light dark; }
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.6 sans-serif; }
ol { padding: 0; list-style: none; }
li { margin: 0 0 1rem; overflow-wrap: anywhere; }
p { margin: 0; }
.text { white-space: pre-wrap; unicode-bidi: plaintext; }
</style>`;

/** A chat as a page of its own: headings for days, every message with its time and name, words only ever as text. */
export function chatAsHtml(
  about: Pick<Exported, 'title' | 'courseCode' | 'startsAt'>,
  messages: readonly ExportedMessage[],
  { language, now }: { readonly language: Language; readonly now: number },
): string {
  const t = words[language].file;
  const byId = new Map(messages.map((message) => [message.id, message]));
  const name = ({ byName, guest }: ExportedMessage) => {
    const mark = guestInWords(guest, rosterWords[language]);
    return `<bdi>${text(byName || t.nobody)}</bdi>${mark && ` (${text(mark)})`}`;
  };
  const headOf = (message: ExportedMessage) => {
    const { at, editedAt } = message;
    const edited = editedAt !== null && hasWords(message) ? ` (${text(t.edited)})` : '';
    return `<p><b>${name(message)}</b> <time datetime="${momentOf(at)}">${clockTime(at)}</time>${edited}</p>`;
  };
  const answerOf = ({ replyTo }: ExportedMessage) => {
    const answered = replyTo && byId.get(replyTo);
    return answered ? [`<p>${text(t.replyTo)} ${name(answered)}</p>`] : [];
  };
  const wordsOf = (message: ExportedMessage) => {
    if (message.deletedAt !== null) return `<p>(${text(t.deleted)})</p>`;
    if (message.hiddenAt !== null) return `<p>(${text(t.hidden)})</p>`;
    const lang = message.lang === null ? '' : ` lang="${message.lang}"`;
    return `<p class="text"${lang}>${written(message.text)}</p>`;
  };
  const rows = (said: readonly ExportedMessage[]) =>
    said.flatMap((one) => ['<li>', headOf(one), ...answerOf(one), wordsOf(one), '</li>']);
  const days = dayByDay(messages, (at) => fullDate(language, at)).flatMap(({ day, said }) => [
    `<h2>${text(day)}</h2>`,
    '<ol>',
    ...rows(said),
    '</ol>',
  ]);
  const title = text(t.title(about.title));
  return [
    `<!doctype html>\n<html lang="${language}">\n<head>`,
    HEAD,
    `<title>${title}</title>\n</head>\n<body>\n<main>\n<h1>${title}</h1>`,
    `<p>${text(`${about.courseCode}, ${fullDate(language, about.startsAt)}`)}</p>`,
    `<p>${text(t.saved(fullDate(language, now), clockTime(now)))}</p>`,
    ...days,
    '</main>\n</body>\n</html>\n',
  ].join('\n');
}

function dayByDay(messages: readonly ExportedMessage[], dayOf: (at: number) => string) {
  const days: { readonly day: string; readonly said: ExportedMessage[] }[] = [];
  for (const message of messages) {
    const day = dayOf(message.at);
    const last = days.at(-1);
    if (last?.day === day) last.said.push(message);
    else days.push({ day, said: [message] });
  }
  return days;
}

const hasWords = ({ deletedAt, hiddenAt }: ExportedMessage) =>
  deletedAt === null && hiddenAt === null;

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const text = (words: string): string => words.replace(/[&<>"']/gu, (sign) => ESCAPED[sign] ?? '');

/** As on the screen: an address reads as it is, and no mark turns the words around. */
const written = (words: string): string =>
  writtenParts(words)
    .map((part, nth) => (nth % 2 === 1 ? `<bdi dir="ltr">${text(part)}</bdi>` : text(part)))
    .join('');

const momentOf = (at: number): string => {
  const { day, time } = dayAndTime(at);
  return `${day}T${time}`;
};
