import { For, onMount, Show } from 'solid-js';
import {
  type ChatMessage,
  MESSAGE_REACTIONS,
  type MessageReaction,
} from '#shared/features/session/chat/model.ts';
import { inARow, language, useWords } from '../../../platform/language.ts';
import type { ChatOrder } from '../order/order-store.ts';
import type { RosterStore } from '../roster/roster-store.ts';
import type { ChatStore } from './chat-store.ts';
import styles from './ReactionsPart.module.css';
import { words } from './reaction-words.ts';

export type ReactionsPartProps = {
  readonly message: ChatMessage;
  readonly chat: ChatStore;
  readonly roster: RosterStore;
  readonly order: ChatOrder;
  /** Whether it is shown who has said what, and what one can say oneself. */
  readonly open: boolean;
  /** It was opened to say something: the first that one can say gets the focus. */
  readonly takesFocus: boolean;
  readonly onToggle: () => void;
  /** It is done with: the focus goes where it is closed. */
  readonly onClose: () => void;
};

/** What others have said to a message without words, in one line; on a press who, and what one can say oneself. */
export function ReactionsPart(props: ReactionsPartProps) {
  const t = useWords(words);
  const said = () => props.chat.reactions.of(props.message);
  const counts = () =>
    MESSAGE_REACTIONS.map((reaction) => ({ reaction, count: peopleWith(reaction).length })).filter(
      ({ count }) => count > 0,
    );
  const peopleWith = (reaction: MessageReaction) =>
    said().filter((one) => one.reaction === reaction);
  const summary = () =>
    counts()
      .map(({ reaction, count }) => t().said[reaction](count))
      .join(' · ');
  return (
    <>
      <Show when={counts().length > 0}>
        <button
          type="button"
          class={styles.summary}
          // In one piece: parted, a space is read before the stop.
          aria-label={`${summary()}. ${t().showWho}`}
          aria-expanded={props.open}
          onClick={() => props.onToggle()}
          onKeyDown={(event) => props.open && closes(event, props.onToggle)}
        >
          {summary()}
        </button>
      </Show>
      <Show when={props.open}>
        <Details {...props} counts={counts()} peopleWith={peopleWith} />
      </Show>
    </>
  );
}

/** Escape shuts it, and not the sheet around: that is the next one. */
function closes(event: KeyboardEvent, close: () => void): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  close();
}

function Details(
  props: ReactionsPartProps & {
    readonly counts: readonly { readonly reaction: MessageReaction }[];
    readonly peopleWith: (reaction: MessageReaction) => ChatMessage['reactions'];
  },
) {
  const t = useWords(words);
  let part: HTMLFieldSetElement | undefined;
  let choices: HTMLDivElement | undefined;
  const name = (by: ChatMessage['by']) =>
    props.chat.isMe(by) ? t().you : props.roster.markedName(by, '…');
  const names = (reaction: MessageReaction) => {
    const people = props.peopleWith(reaction).map(({ by }) => by);
    const [own, others] = [
      people.filter(props.chat.isMe),
      people.filter((by) => !props.chat.isMe(by)),
    ];
    return inARow(language(), [...own, ...others].map(name));
  };
  /** While the chat is closed one can take back what one has said, and no more. */
  const sayable = () =>
    MESSAGE_REACTIONS.filter(
      (reaction) => !props.order.silent() || props.chat.reactions.own(props.message) === reaction,
    );
  const title = () => t().about(props.roster.nameOf(props.message.by, props.message.byName));
  onMount(() => {
    // Whoever reads the newest would else be kept there, and see the end of it alone.
    part?.scrollIntoView({ block: 'nearest' });
    if (props.takesFocus) choices?.querySelector('button')?.focus();
  });
  return (
    <fieldset
      ref={part}
      class={styles.details}
      aria-label={title()}
      onKeyDown={(event) => closes(event, props.onClose)}
    >
      <Show when={props.counts.length > 0}>
        <ul>
          <For each={props.counts}>
            {({ reaction }) => (
              <li class={styles.who}>{t().who(t().labels[reaction], names(reaction))}</li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={!props.chat.isMine(props.message) && sayable().length > 0}>
        <div ref={choices} class={styles.choices}>
          <For each={sayable()}>
            {(reaction) => (
              <button
                type="button"
                class={styles.choice}
                aria-pressed={props.chat.reactions.own(props.message) === reaction}
                onClick={() => {
                  props.chat.reactions.press(props.message, reaction);
                  props.onClose();
                }}
              >
                {t().labels[reaction]}
              </button>
            )}
          </For>
        </div>
      </Show>
    </fieldset>
  );
}
