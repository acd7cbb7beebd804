import { createEffect, createSignal, on, onCleanup } from 'solid-js';
import { searchMessages } from '#shared/features/session/chat/queries.ts';
import { isMessageChange } from '#shared/features/session/chat/rules.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { askOverHttp } from '../../../platform/http-query.ts';
import { useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import type { Room } from '../session-room.ts';
import type { ChatPlace } from './chat-place.ts';
import { words } from './search-words.ts';

/** Below this a word is in every message. */
const LENGTH_MIN = 2;
/** A pause while typing. */
const AFTER_MS = 300;

type Answer = OutputOf<typeof searchMessages>;
export type MessageHit = Answer['hits'][number];
type Found =
  | { readonly status: 'not-asked' }
  | { readonly status: 'asking'; readonly answer: Answer | undefined }
  | { readonly status: 'found'; readonly answer: Answer }
  | { readonly status: 'failed' };

export type ChatSearch = ReturnType<typeof createSearch>;

/** A search of everything that is said in one place. What was found stays until one asks for something else. */
export function createSearch(
  { sessionId }: Room,
  { breakoutId, whenFact }: Pick<ChatPlace, 'breakoutId' | 'whenFact'>,
) {
  const t = useWords(words);
  const [text, setText] = createSignal('');
  const [found, setFound] = createSignal<Found>({ status: 'not-asked' });
  const [again, askAgain] = createSignal(0);
  let newest = 0;

  const answer = () => {
    const now = found();
    return now.status === 'found' || now.status === 'asking' ? now.answer : undefined;
  };
  createEffect(
    on([text, again], ([written]) => {
      newest += 1;
      const mine = newest;
      const asked = written.trim();
      if (asked.length < LENGTH_MIN) return setFound({ status: 'not-asked' });
      const timer = setTimeout(async () => {
        setFound({ status: 'asking', answer: answer() });
        const ask = { sessionId, text: asked, ...(breakoutId && { breakoutId }) };
        const reply = await askOverHttp(searchMessages, ask);
        if (mine !== newest) return;
        if (!reply.ok) return void setFound({ status: 'failed' });
        setFound({ status: 'found', answer: reply.value });
        announce(t().found(reply.value.hits.length));
      }, AFTER_MS);
      onCleanup(() => clearTimeout(timer));
    }),
  );
  // Words that are taken back or hidden meanwhile do not stay among the hits.
  whenFact((fact) => {
    const shown = answer();
    if (!isMessageChange(fact) || !shown?.hits.some((hit) => hit.id === fact.id)) return;
    const hits = shown.hits.filter((hit) => hit.id !== fact.id);
    setFound({ status: 'found', answer: { ...shown, hits } });
    if (fact.type === 'message-edited') askAgain((n) => n + 1);
  });
  onCleanup(() => {
    newest += 1;
  });

  return {
    text,
    write: setText,
    status: () => found().status,
    answer,
    askAgain: () => askAgain((n) => n + 1),
  };
}
