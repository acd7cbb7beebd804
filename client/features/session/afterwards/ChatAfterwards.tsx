import { createSignal, For, Match, Show, Switch, untrack } from 'solid-js';
import { exportChat, searchMessages } from '#shared/features/session/chat/queries.ts';
import type { MessageId } from '#shared/kernel/ids.ts';
import { clockTime, longDate } from '../../../platform/dates.ts';
import { askOverHttp } from '../../../platform/http-query.ts';
import { language, useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import type { ExportedMessage } from '../chat/chat-file.ts';
import { ExportStrip } from '../chat/ExportStrip.tsx';
import { createExport } from '../chat/export.ts';
import { words as exportWords } from '../chat/export-words.ts';
import messageStyles from '../chat/Message.module.css';
import { Written } from '../chat/Written.tsx';
import type { SessionDoor } from '../door/session-door.ts';
import { guestInWords } from '../roster/guest-mark.ts';
import { words as rosterWords } from '../roster/words.ts';
import styles from './Afterwards.module.css';
import type { AfterwardsKnown } from './known.ts';
import type { ChatShown } from './paper.ts';
import { words } from './words.ts';

/** Shorter is looked through by eye. */
const SEARCH_LENGTH_MIN = 2;

/** What was said, for as long as the course keeps it: read, searched and taken out, by whoever was there. */
export function ChatAfterwards(props: {
  readonly door: SessionDoor;
  readonly chat: NonNullable<AfterwardsKnown['chat']>;
  readonly shown: ChatShown;
}) {
  const t = useWords(words);
  const exporting = useWords(exportWords);
  const isShown = () => props.shown.isShown();
  const taken = createExport({ sessionId: props.door.sessionId, say: announce });
  const erasedAt = () => longDate(language(), props.chat.keeping.erasedAt);
  const isGone = () => props.door.now >= props.chat.keeping.erasedAt;
  return (
    <section aria-labelledby="chat-afterwards">
      <h2 id="chat-afterwards">{t().chat}</h2>
      <Show when={!isGone()} fallback={<p class={styles.own}>{t().chatGone(erasedAt())}</p>}>
        <p class={styles.own}>
          {t().messages(props.chat.count)}
          <Show when={props.chat.count > 0}> {t().keptUntil(erasedAt())}</Show>
        </p>
        <Show when={props.chat.count > 0}>
          <p class={styles.ways}>
            <Button
              size="small"
              aria-expanded={isShown()}
              onClick={() => props.shown.show(!isShown())}
            >
              {isShown() ? t().hide : t().read}
            </Button>
            <Button look="quiet" size="small" onClick={taken.start}>
              {exporting().download}
            </Button>
          </p>
          <ExportStrip export={taken} />
          <Show when={isShown()}>
            <Said sessionId={props.door.sessionId} shown={props.shown} />
          </Show>
        </Show>
      </Show>
    </section>
  );
}

function Said(props: Pick<SessionDoor, 'sessionId'> & { readonly shown: ChatShown }) {
  const t = useWords(words);
  const said = useWords(exportWords);
  const people = useWords(rosterWords);
  const { state, setState } = untrack(() => props.shown);
  const [messages, setMessages] = createSignal<readonly ExportedMessage[]>([]);
  const [hits, setHits] = createSignal<ReadonlySet<MessageId>>();
  const [failed, setFailed] = createSignal(false);
  const [text, setText] = createSignal('');
  const shown = () => {
    const found = hits();
    return found ? messages().filter(({ id }) => found.has(id)) : messages();
  };
  const nameOf = (id: MessageId | null) =>
    messages().find((message) => message.id === id)?.byName || said().file.nobody;

  async function fetchAll(): Promise<void> {
    setState('fetching');
    const all: ExportedMessage[] = [];
    for (;;) {
      const after = all.at(-1)?.id;
      const part = await askOverHttp(exportChat, {
        sessionId: props.sessionId,
        ...(after && { after }),
      });
      if (!part.ok) return void setState('failed');
      all.push(...part.value.messages);
      if (!part.value.more) break;
    }
    setMessages(all);
    setState('ready');
  }
  async function search(): Promise<void> {
    setFailed(false);
    const asked = text().trim();
    if (asked.length < SEARCH_LENGTH_MIN) return void setHits(undefined);
    const found = await askOverHttp(searchMessages, { sessionId: props.sessionId, text: asked });
    if (!found.ok) return void setFailed(true);
    setHits(new Set(found.value.hits.map(({ id }) => id)));
  }
  void fetchAll();
  return (
    <Switch>
      <Match when={state() === 'fetching'}>
        <Skeleton label={t().readingChat} shapes={['line', 'line', 'line']} />
      </Match>
      <Match when={state() === 'failed'}>
        <p role="alert">
          {t().chatFailed}{' '}
          <Button size="small" onClick={() => void fetchAll()}>
            {t().tryAgain}
          </Button>
        </p>
      </Match>
      <Match when={state() === 'ready'}>
        <form
          class={styles.search}
          onSubmit={(event) => {
            event.preventDefault();
            void search();
          }}
        >
          <Field
            type="search"
            label={t().search}
            value={text()}
            maxlength={200}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit">{t().searchNow}</Button>
        </form>
        <p role="status" class={styles.small}>
          {failed() ? t().chatFailed : hits() && t().hits(shown().length)}
        </p>
        <Show when={hits()}>
          <p>
            <Button
              size="small"
              onClick={() => {
                setText('');
                setHits(undefined);
              }}
            >
              {t().showAll}
            </Button>
          </p>
        </Show>
        {/* Scrolled by keys too. */}
        <ol class={styles.chat} tabindex="0" aria-label={t().chat}>
          <For each={shown()}>
            {(message) => (
              <li class={styles.said}>
                <div>
                  <p class={messageStyles.head}>
                    <b>{message.byName || said().file.nobody}</b>{' '}
                    <Show when={guestInWords(message.guest, people())}>
                      {(mark) => <span>{mark()} </span>}
                    </Show>
                    <time>{clockTime(message.at)}</time>
                  </p>
                  <Show when={message.replyTo}>
                    {(id) => (
                      <p class={styles.quiet}>
                        {said().file.replyTo} {nameOf(id())}
                      </p>
                    )}
                  </Show>
                  <p class={messageStyles.text} lang={message.lang ?? undefined}>
                    <Text message={message} />
                  </p>
                </div>
              </li>
            )}
          </For>
        </ol>
      </Match>
    </Switch>
  );
}

function Text(props: { readonly message: ExportedMessage }) {
  const said = useWords(exportWords);
  return (
    <Switch fallback={<Written text={props.message.text} />}>
      <Match when={props.message.deletedAt !== null}>{said().file.deleted}</Match>
      <Match when={props.message.hiddenAt !== null}>{said().file.hidden}</Match>
    </Switch>
  );
}
