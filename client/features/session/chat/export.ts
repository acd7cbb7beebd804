import { createSignal, onCleanup } from 'solid-js';
import { noteChatTakenOut } from '#shared/features/session/chat/commands.ts';
import { exportChat } from '#shared/features/session/chat/queries.ts';
import { dayAndTime } from '../../../platform/dates.ts';
import { sendOverHttp } from '../../../platform/http-command.ts';
import { askOverHttp } from '../../../platform/http-query.ts';
import { language, useWords } from '../../../platform/language.ts';
import { fileNameOf, saveAsFile } from '../../../platform/save-file.ts';
import { serverNow } from '../../../platform/server-clock.ts';
import type { Room } from '../session-room.ts';
import { chatAsHtml, type ExportedMessage } from './chat-file.ts';
import { words } from './export-words.ts';

type Export =
  | { readonly status: 'none' }
  | { readonly status: 'fetching'; readonly done: number; readonly total: number }
  | { readonly status: 'failed'; readonly isOffline: boolean };

export type ChatExport = ReturnType<typeof createExport>;

/**
 * Takes the chat out as a file: fetched part by part, made here, and handed over only when it is whole, and when the server has
 * noted it.
 */
export function createExport(room: Pick<Room, 'sessionId' | 'say'>) {
  const t = useWords(words);
  const [state, setState] = createSignal<Export>({ status: 'none' });
  /** Which try it is: one that was cancelled goes no further. */
  let newest = 0;

  async function start(): Promise<void> {
    newest += 1;
    const mine = newest;
    const messages: ExportedMessage[] = [];
    setState({ status: 'fetching', done: 0, total: 0 });
    for (;;) {
      const after = messages.at(-1)?.id;
      const ask = { sessionId: room.sessionId, ...(after && { after }) };
      const part = await askOverHttp(exportChat, ask);
      if (mine !== newest) return;
      if (!part.ok) return fail(part.refusal);
      messages.push(...part.value.messages);
      const { more, total, ...about } = part.value;
      if (!more) {
        const noted = await sendOverHttp(noteChatTakenOut, { sessionId: room.sessionId });
        if (mine !== newest) return;
        return noted.ok ? handOver(about, messages) : fail(noted.refusal);
      }
      setState({ status: 'fetching', done: messages.length, total });
    }
  }

  function fail(refusal: string): void {
    setState({ status: 'failed', isOffline: refusal === 'offline' });
  }

  function handOver(
    about: Parameters<typeof chatAsHtml>[0],
    messages: readonly ExportedMessage[],
  ): void {
    const html = chatAsHtml(about, messages, { language: language(), now: serverNow() });
    const name = fileNameOf(t().fileName, [about.title, dayAndTime(about.startsAt).day], 'html');
    saveAsFile(name, html, 'text/html');
    setState({ status: 'none' });
    room.say(t().done);
  }

  function cancel(): void {
    newest += 1;
    setState({ status: 'none' });
  }
  onCleanup(cancel);
  return { state, start: () => void start(), cancel };
}
