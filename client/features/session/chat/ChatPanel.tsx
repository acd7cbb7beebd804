import { createEffect, createSignal, For, onCleanup, Show } from 'solid-js';
import { type ChatMessage, RESTORE_WINDOW_MS } from '#shared/features/session/chat/model.ts';
import type { MessageId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { createMediaQuery } from '../../../platform/media-query.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { UndoStrip } from '../../../ui/UndoStrip.tsx';
import type { ChatOrder } from '../order/order-store.ts';
import type { RosterStore } from '../roster/roster-store.ts';
import { ChatHead, WhatBecomesOfIt } from './ChatHead.tsx';
import styles from './ChatPanel.module.css';
import { ChatSearchPart } from './ChatSearch.tsx';
import { Composer } from './Composer.tsx';
import type { ChatStore } from './chat-store.ts';
import { DayLine } from './DayLine.tsx';
import type { Draft } from './draft.ts';
import { ExportStrip } from './ExportStrip.tsx';
import { words as keepingWords } from './keeping-words.ts';
import { Message } from './Message.tsx';
import { OtherWays, type OtherWaysProps } from './OtherWays.tsx';
import { usePlaceWords } from './place-words.ts';
import { createRoving } from './roving.ts';
import { createScrolling } from './scrolling.ts';
import type { MessageHit } from './search.ts';
import { words as searchWords } from './search-words.ts';
import { FailedRow, UnsentRow } from './UnsentRows.tsx';
import { words } from './words.ts';

/** A press at the last moment comes before the server's own end of it, over a slow line too. */
const OFFER_MS = RESTORE_WINDOW_MS - 10_000;

/** Where the field to write in needs the height: what stands over the messages scrolls with them. */
const LOW = '(max-height: 40em)';

export type ChatPanelProps = {
  readonly chat: ChatStore;
  readonly draft: Draft;
  readonly roster: RosterStore;
  readonly order: ChatOrder;
  /** What the group whose chat it is is called within a sentence; undefined with all. */
  readonly groupName?: string | undefined;
} & OtherWaysProps;

/** What everybody in one place has written, oldest first, and the field to write in. Nothing moves what one is about to press. */
export function ChatPanel(props: ChatPanelProps) {
  const t = useWords(words);
  const kept = useWords(keepingWords);
  const here = usePlaceWords(() => props.groupName);
  const low = createMediaQuery(LOW);
  const [open, setOpen] = createSignal<MessageId>();
  const [returning, setReturning] = createSignal<MessageId>();
  let field: HTMLTextAreaElement | undefined;
  let list: HTMLOListElement | undefined;
  let offer: HTMLDivElement | undefined;
  const scrolling = createScrolling({
    count: () => props.chat.messages().length + props.chat.unsent().length,
    messages: () => props.chat.messages(),
    isMine: (message) => props.chat.isMine(message),
  });
  const roving = createRoving(() =>
    props.chat
      .messages()
      .filter((message) => props.chat.hasChoices(message))
      .map((message) => message.id),
  );
  const changes = () => props.chat.changes;
  /** To what opens the choices of a message, or to the one after it, or before it, where that one is gone. */
  function focusRow(id: MessageId): void {
    const all = props.chat.messages();
    const at = all.findIndex((message) => message.id === id);
    const rows = [...all.slice(at), ...all.slice(0, at).reverse()];
    const row = rows.find((message) => props.chat.hasChoices(message));
    const control = row && list?.querySelector<HTMLElement>(`[data-row="${row.id}"]`);
    (control ?? field)?.focus();
  }
  /** The focus waits at the row until the message is there again, and so is what opens its choices. */
  function putBack(id: MessageId): void {
    changes().putBack();
    document.getElementById(`message-${id}`)?.focus();
    setReturning(id);
  }
  createEffect(() => {
    const id = returning();
    const message = id && props.chat.message(id);
    // Until the server has said so, it may be gone again for a moment: then this comes round once more.
    if (!message || message.deletedAt !== null || props.chat.isGone(message)) return;
    if (document.activeElement?.id === `message-${id}`) focusRow(id);
  });
  /** The focus goes on before the offer that has it is taken away. */
  function offerEnds(id: MessageId): void {
    if (offer?.contains(document.activeElement)) focusRow(id);
    changes().forgetRemoved();
  }
  // The offer to undo does not lie in wait until the panel is opened again.
  onCleanup(() => props.chat.changes.forgetRemoved());
  const beingEdited = () => {
    const kind = props.draft.kind();
    return kind.kind === 'edit' ? kind.message.id : undefined;
  };
  const nothing = () =>
    props.chat.messages().length + props.chat.unsent().length + props.chat.failed().length === 0;

  const write = (begin: (message: ChatMessage) => void) => (message: ChatMessage) => {
    begin(message);
    setOpen(undefined);
    field?.focus();
  };
  const startReply = write(props.draft.replyTo);
  const startEdit = write(props.draft.startEdit);

  async function earlier(): Promise<void> {
    const keep = scrolling.keepPlace();
    await props.chat.fetchEarlier();
    keep();
  }

  const hits = createHits(props.chat, (id) => scrolling.jumpTo(id));

  /** Its own line above the messages, or the first of what scrolls. */
  const head = () => (
    <>
      <ChatHead
        searching={hits.searching()}
        setSearchButton={hits.setButton}
        onSearch={hits.toggle}
        // The file is of what was said to all.
        onExport={props.chat.breakoutId ? undefined : props.chat.export.start}
      >
        <OtherWays {...props} />
      </ChatHead>
      <ExportStrip export={props.chat.export} />
    </>
  );

  return (
    <div class={styles.chat}>
      <Show when={!low()}>{head()}</Show>
      <div class={styles.frame}>
        <Show when={hits.searching()}>
          <ChatSearchPart
            search={props.chat.search}
            roster={props.roster}
            going={hits.going()}
            trouble={hits.trouble()}
            onGo={hits.go}
            onClose={hits.close}
          />
        </Show>
        <section
          inert={hits.searching()}
          class={styles.scroller}
          ref={scrolling.setScroller}
          onScroll={scrolling.scrolled}
          tabindex="0"
          aria-label={t().messages}
        >
          <Show when={low()}>{head()}</Show>
          <WhatBecomesOfIt keeping={props.chat.keeping()} whoSees={here().whoSees} />
          <Show when={props.chat.hasEarlier()}>
            <Button
              look="quiet"
              size="small"
              class={styles.earlier}
              aria-busy={props.chat.fetchingEarlier() === 'now'}
              onClick={earlier}
            >
              {props.chat.fetchingEarlier() === 'now' ? t().fetchingEarlier : t().earlier}
            </Button>
            <Show when={props.chat.fetchingEarlier() === 'failed'}>
              <p class={styles.quiet}>{t().earlierFailed}</p>
            </Show>
          </Show>
          <Show when={nothing()}>
            <Show
              when={props.chat.isErased()}
              fallback={<EmptyState title={t().empty}>{here().emptyAbout}</EmptyState>}
            >
              <EmptyState title={kept().erased}>{kept().erasedAbout}</EmptyState>
            </Show>
          </Show>
          <ol
            ref={list}
            class={styles.messages}
            onFocusIn={roving.focused}
            onKeyDown={roving.pressed}
          >
            <For each={props.chat.messages()}>
              {(message, index) => (
                <>
                  <DayLine at={message.at} before={props.chat.messages()[index() - 1]?.at} />
                  <Message
                    {...props}
                    message={message}
                    open={open() === message.id}
                    beingEdited={beingEdited() === message.id}
                    tabStop={roving.isStop(message.id)}
                    onToggle={() => setOpen((now) => (now === message.id ? undefined : message.id))}
                    onReply={startReply}
                    onEdit={startEdit}
                    onRemove={(gone) => {
                      setOpen(undefined);
                      changes().remove(gone.id, props.chat.wordsOf(gone));
                    }}
                    onJump={scrolling.jumpTo}
                  />
                </>
              )}
            </For>
            <For each={props.chat.failed()}>
              {(message) => <FailedRow {...props} message={message} />}
            </For>
            <For each={props.chat.unsent()}>{(message) => <UnsentRow message={message} />}</For>
          </ol>
        </section>
        <Show when={scrolling.unseen() > 0}>
          <button type="button" class={styles.chip} onClick={scrolling.toBottom}>
            {t().newMessages(scrolling.unseen())}
          </button>
        </Show>
      </div>
      <Show when={changes().removed()} keyed>
        {({ messageId }) => (
          <div ref={offer} class={styles.undo}>
            <UndoStrip
              takesFocus
              atMostMs={OFFER_MS}
              undoLabel={t().undo}
              onUndo={() => putBack(messageId)}
              onDone={() => offerEnds(messageId)}
            >
              {changes().pending(messageId) ? t().deleting : t().deleted}
            </UndoStrip>
          </div>
        )}
      </Show>
      <Composer
        {...props}
        setField={(element) => {
          field = element;
        }}
        onSent={scrolling.toBottom}
        resizing={scrolling.staying}
      />
    </div>
  );
}

/** The search over the messages, and the way from a hit to its message. */
function createHits(chat: ChatStore, jumpTo: (id: MessageId) => void) {
  const t = useWords(searchWords);
  const [searching, setSearching] = createSignal(false);
  const [going, setGoing] = createSignal(false);
  const [trouble, setTrouble] = createSignal<string>();
  let button: HTMLButtonElement | undefined;
  function close(): void {
    setSearching(false);
    button?.focus({ preventScroll: true });
  }
  return {
    searching,
    going,
    trouble,
    setButton: (element: HTMLButtonElement) => {
      button = element;
    },
    close,
    toggle(): void {
      setTrouble(undefined);
      if (searching()) close();
      else setSearching(true);
    },
    async go(hit: MessageHit): Promise<void> {
      setTrouble(undefined);
      setGoing(true);
      const reached = await chat.fetchAsFarAs(hit.id);
      setGoing(false);
      if (reached !== 'there')
        return void setTrouble(reached === 'failed' ? t().notReached : t().notThere);
      setSearching(false);
      // When the rows that came are drawn.
      queueMicrotask(() => jumpTo(hit.id));
    },
  };
}
