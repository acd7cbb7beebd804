import { createEffect, createSignal, createUniqueId, Show } from 'solid-js';
import { MESSAGE_LENGTH_MAX } from '#shared/features/session/chat/model.ts';
import { useWords } from '../../../platform/language.ts';
import { createMediaQuery, TOUCH } from '../../../platform/media-query.ts';
import { announceAtOnce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { writeIcon } from '../../../ui/icons.ts';
import type { ChatOrder } from '../order/order-store.ts';
import { words as orderWords } from '../order/words.ts';
import type { RosterStore } from '../roster/roster-store.ts';
import type { OwnLine } from '../team-line/own-line.ts';
import styles from './Composer.module.css';
import type { ChatStore } from './chat-store.ts';
import type { Draft } from './draft.ts';
import { usePlaceWords } from './place-words.ts';
import { words } from './words.ts';

/** Near the end of what fits, the rest is counted. */
const COUNT_FROM = MESSAGE_LENGTH_MAX - 400;

export type ComposerProps = {
  readonly chat: ChatStore;
  readonly draft: Draft;
  readonly roster: RosterStore;
  readonly order: ChatOrder;
  readonly ownLine: OwnLine;
  readonly groupName?: string | undefined;
  readonly setField: (field: HTMLTextAreaElement) => void;
  readonly onSent: () => void;
  /** Does the work, and keeps the place in the list above. */
  readonly resizing: (work: () => void) => void;
};

/** The field to write in. Enter sends where there is a keyboard; on a phone it makes a new line. */
export function Composer(props: ComposerProps) {
  const t = useWords(words);
  const here = usePlaceWords(() => props.groupName);
  const closed = useWords(orderWords);
  const touch = createMediaQuery(TOUCH);
  const id = createUniqueId();
  let field!: HTMLTextAreaElement;
  const text = () => props.draft.text().trim();
  const left = () => MESSAGE_LENGTH_MAX - text().length;
  const kind = () => props.draft.kind();
  /** An edit that would leave nothing was to be saved: what is meant, only the writer knows. */
  const [nothingLeft, setNothingLeft] = createSignal(false);
  const counted = () => left() <= MESSAGE_LENGTH_MAX - COUNT_FROM;
  const heading = () => {
    const now = kind();
    if (now.kind === 'edit') return t().editing;
    if (now.kind === 'reply')
      return t().replyingTo(props.roster.markedName(now.to.by, now.to.byName));
    return undefined;
  };

  const silent = () => props.order.silent();
  const describedBy = () =>
    [silent() && `${id}-closed`, (counted() || nothingLeft()) && `${id}-left`]
      .filter(Boolean)
      .join(' ') || undefined;

  function submit(): void {
    const written = text();
    // The words stay in the field until it is open again.
    if (silent()) return void announceAtOnce(closed().sendRests);
    const now = kind();
    setNothingLeft(written === '' && now.kind === 'edit');
    if (written === '') return;
    field.focus();
    // Stands beside the field already; whoever does not see it hears it at the press.
    if (left() < 0) return void announceAtOnce(t().tooLong(-left()));
    // From here the words stand in the list, on this device until they are through: a refusal gives them back there.
    if (now.kind === 'edit') props.chat.changes.edit(now.message.id, written);
    else props.chat.post(written, now.kind === 'reply' ? now.to.id : undefined);
    props.draft.clear();
    if (now.kind !== 'edit') props.onSent();
  }

  function pressed(event: KeyboardEvent): void {
    if (event.key === 'Escape' && kind().kind !== 'new') {
      // The first Escape ends the answer or the edit; only the next one closes a sheet, which asks for `defaultPrevented`.
      event.preventDefault();
      event.stopPropagation();
      props.draft.cancel();
      return;
    }
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || touch()) return;
    event.preventDefault();
    submit();
  }

  createEffect(() => {
    if (text() !== '' || kind().kind !== 'edit') setNothingLeft(false);
  });
  // As tall as its words, up to what the style allows.
  createEffect(() => {
    props.draft.text();
    props.resizing(() => {
      field.style.height = 'auto';
      field.style.height = `${field.scrollHeight + 3}px`;
    });
  });

  return (
    <form
      class={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Show when={props.order.chatClosed()}>
        <ChatClosed {...props} id={`${id}-closed`} written={text() !== ''} />
      </Show>
      <Show
        when={heading()}
        fallback={
          <Show when={!silent()}>
            <p class={classNames(styles.who, styles.whoSees)}>{here().whoSees}</p>
          </Show>
        }
      >
        {(says) => (
          <p class={styles.mode}>
            <span>{says()}</span>
            <Button look="quiet" size="small" onClick={props.draft.cancel}>
              {t().cancel}
            </Button>
          </p>
        )}
      </Show>
      <div class={styles.row}>
        <label for={id} class="visually-hidden">
          {here().label}
        </label>
        <textarea
          id={id}
          ref={(element) => {
            field = element;
            props.setField(element);
          }}
          class={styles.field}
          rows="1"
          placeholder={here().placeholder}
          aria-describedby={describedBy()}
          aria-invalid={left() < 0 || nothingLeft()}
          value={props.draft.text()}
          onInput={(event) => props.draft.write(event.currentTarget.value)}
          onKeyDown={pressed}
        />
        <Button type="submit" class={styles.send} aria-disabled={silent() || undefined}>
          {kind().kind === 'edit' ? t().save : t().send}
        </Button>
      </div>
      <Show when={counted()}>
        <p id={`${id}-left`} class={left() < 0 ? styles.over : styles.who}>
          {left() < 0 ? t().tooLong(-left()) : t().charactersLeft(left())}
        </p>
      </Show>
      <div role="alert">
        <Show when={nothingLeft()}>
          <p id={`${id}-left`} class={styles.over}>
            {t().nothingLeft}
          </p>
        </Show>
      </div>
    </form>
  );
}

/** That it is closed, to whom, and what one can do meanwhile. The field stays: whoever is writing loses neither words nor focus. */
function ChatClosed(props: ComposerProps & { readonly id: string; readonly written: boolean }) {
  const t = useWords(orderWords);
  return (
    <div class={styles.closed}>
      <Show when={props.order.silent()} fallback={<p>{t().chatIsClosedTeachers}</p>}>
        <p id={props.id}>
          {props.written ? t().chatIsClosedDraft : t().chatIsClosed}{' '}
          <Show when={props.ownLine.mine()}>{t().wayToTeachers}</Show>
        </p>
        <Show when={props.ownLine.mine()}>
          <Button
            look="quiet"
            size="small"
            icon={writeIcon}
            onClick={() => props.ownLine.show(true)}
          >
            {props.ownLine.label()}
          </Button>
        </Show>
      </Show>
    </div>
  );
}
