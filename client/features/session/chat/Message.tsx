import { createSignal, Show } from 'solid-js';
import type { ChatMessage } from '#shared/features/session/chat/model.ts';
import type { MessageId } from '#shared/kernel/ids.ts';
import { clockTime } from '../../../platform/dates.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { moreIcon } from '../../../ui/icons.ts';
import { Portrait } from '../../../ui/Portrait.tsx';
import type { ChatOrder } from '../order/order-store.ts';
import type { RosterStore } from '../roster/roster-store.ts';
import type { ChatStore } from './chat-store.ts';
import styles from './Message.module.css';
import type { PendingChange } from './own-changes.ts';
import { ReactionsPart } from './ReactionsPart.tsx';
import { words as reactionWords } from './reaction-words.ts';
import { Written } from './Written.tsx';
import { words } from './words.ts';

export type MessageProps = {
  readonly message: ChatMessage;
  readonly chat: ChatStore;
  readonly roster: RosterStore;
  readonly order: ChatOrder;
  /** Whether what can be done with it is shown, under it. */
  readonly open: boolean;
  /** Whether Tab stops at its choices; the arrows reach those of the others. */
  readonly tabStop: boolean;
  /** Whether its words are in the field just now, to be changed. */
  readonly beingEdited: boolean;
  readonly onToggle: () => void;
  readonly onReply: (message: ChatMessage) => void;
  readonly onEdit: (message: ChatMessage) => void;
  readonly onRemove: (message: ChatMessage) => void;
  readonly onJump: (id: MessageId) => void;
};

/** As an attribute: left out where nobody knows. */
const lang = (message: ChatMessage) => message.lang ?? undefined;

/** One message. Its text is only ever text. */
export function Message(props: MessageProps) {
  const t = useWords(words);
  const reacts = useWords(reactionWords);
  const [reacting, setReacting] = createSignal<'no' | 'looking' | 'saying'>('no');
  const message = () => props.message;
  const name = () => props.roster.nameOf(message().by, message().byName);
  const gone = () => props.chat.isGone(message());
  const hasWords = () => props.chat.hasWords(message());
  const pending = () => props.chat.changes.pending(message().id);
  let more: HTMLButtonElement | undefined;
  let choices: HTMLDivElement | undefined;
  const standing = (change: PendingChange) => {
    if (change.standing === 'sending') return t().savingChange;
    if (change.standing === 'held') return t().notSaved;
    return change.kind === 'deletion' ? t().deletionNotSent : t().changeNotSent;
  };
  const whyNoWords = () => {
    if (gone()) return t().deleted;
    return props.chat.isMine(message()) ? t().hiddenYours : t().hidden;
  };
  function hideOrShow(): void {
    more?.focus({ preventScroll: true });
    props.onToggle();
    void (hasWords() ? props.chat.hide(message()) : props.chat.unhide(message()));
  }
  const reactionStanding = () => {
    const now = props.chat.reactions.standing(message().id);
    if (now === 'held') return t().notSaved;
    return now === 'waiting' ? reacts().notSent : undefined;
  };
  /** Right goes from what opens the choices along them, left back; Escape shuts them. */
  function walk(event: KeyboardEvent): void {
    if (!props.open) return;
    const stops = [more, ...(choices?.querySelectorAll('button') ?? [])];
    const at = stops.indexOf(event.target as HTMLButtonElement);
    if (event.key === 'Escape') {
      // The sheet around stays: it is the next Escape that shuts it. It listens where Solid does, and asks for this.
      event.preventDefault();
      event.stopPropagation();
      more?.focus();
      props.onToggle();
    } else if (event.key === 'ArrowRight') stops[at + 1]?.focus();
    else if (event.key === 'ArrowLeft') stops[at - 1]?.focus();
  }
  return (
    <li
      id={`message-${message().id}`}
      class={classNames(
        styles.message,
        message().toAll && styles.toAll,
        props.beingEdited && styles.beingEdited,
      )}
      aria-current={props.beingEdited ? 'true' : undefined}
      tabindex="-1"
    >
      <Portrait personId={message().by} size="small" />
      <div class={styles.body}>
        <p class={styles.head}>
          <b>{name()}</b>{' '}
          <Show when={props.roster.guestMark(message().by)}>
            {(mark) => <span>{mark()} </span>}
          </Show>
          <Show when={message().toAll}>
            <span>{t().toAllRooms} </span>
          </Show>
          <time>{clockTime(message().at)}</time>
          <Show when={message().editedAt !== null && hasWords()}>
            <span>{t().edited}</span>
          </Show>
        </p>
        <Quote {...props} />
        <Show when={hasWords()} fallback={<p class={styles.gone}>{whyNoWords()}</p>}>
          <p class={styles.text} lang={lang(message())}>
            <Written text={props.chat.wordsOf(message())} />
          </p>
        </Show>
        <Show when={hasWords()}>
          <ReactionsPart
            {...props}
            open={reacting() !== 'no'}
            takesFocus={reacting() === 'saying'}
            onToggle={() => setReacting(reacting() === 'no' ? 'looking' : 'no')}
            onClose={() => {
              more?.focus({ preventScroll: true });
              setReacting('no');
            }}
          />
        </Show>
        <Show when={reactionStanding()}>{(says) => <p class={styles.status}>{says()}</p>}</Show>
        <Show when={pending()}>
          {(change) => <p class={styles.status}>{standing(change())}</p>}
        </Show>
      </div>
      <Show when={props.chat.hasChoices(message())}>
        <button
          ref={more}
          type="button"
          class={styles.more}
          data-row={message().id}
          tabindex={props.tabStop ? 0 : -1}
          aria-label={t().choices(name(), clockTime(message().at))}
          aria-expanded={props.open}
          onClick={() => props.onToggle()}
          onKeyDown={walk}
        >
          <Icon path={moreIcon} small />
        </button>
        <Show when={props.open}>
          <div
            ref={choices}
            class={styles.choices}
            role="toolbar"
            aria-label={t().choices(name(), clockTime(message().at))}
            onKeyDown={walk}
          >
            <Show when={hasWords() && !props.order.silent()}>
              <Button look="link" size="small" onClick={() => props.onReply(message())}>
                {t().reply}
              </Button>
            </Show>
            <Show when={hasWords() && !props.chat.isMine(message()) && !props.order.silent()}>
              <Button
                look="link"
                size="small"
                onClick={() => {
                  props.onToggle();
                  setReacting('saying');
                }}
              >
                {reacts().react}
              </Button>
            </Show>
            <Show when={props.chat.mayEdit(message()) && !props.order.silent()}>
              <Button look="link" size="small" onClick={() => props.onEdit(message())}>
                {t().edit}
              </Button>
            </Show>
            <Show when={props.chat.mayHide(message())}>
              <Button look="link" size="small" onClick={hideOrShow}>
                {hasWords() ? t().hide : t().unhide}
              </Button>
            </Show>
            <Show when={props.chat.mayRemove(message())}>
              <Button look="link" size="small" danger onClick={() => props.onRemove(message())}>
                {t().remove}
              </Button>
            </Show>
          </div>
        </Show>
      </Show>
    </li>
  );
}

/** The line that is answered, and the way to it. */
function Quote(props: MessageProps) {
  const t = useWords(words);
  const answered = () => {
    const id = props.message.replyTo;
    return id === null ? undefined : props.chat.message(id);
  };
  return (
    <Show when={props.message.replyTo !== null && props.chat.hasWords(props.message)}>
      <Show when={answered()} fallback={<p class={styles.quote}>{t().repliedToEarlier}</p>}>
        {(message) => (
          <Show
            when={props.chat.hasWords(message())}
            fallback={
              <p class={styles.quote}>
                {props.chat.isHidden(message()) ? t().repliedToHidden : t().repliedToDeleted}
              </p>
            }
          >
            <button
              type="button"
              class={styles.quote}
              aria-label={t().repliedTo(
                props.roster.markedName(message().by, message().byName),
                message().text,
              )}
              onClick={() => props.onJump(message().id)}
            >
              <b>{props.roster.markedName(message().by, message().byName)}</b>{' '}
              <span lang={lang(message())}>
                <Written text={message().text} />
              </span>
            </button>
          </Show>
        )}
      </Show>
    </Show>
  );
}
