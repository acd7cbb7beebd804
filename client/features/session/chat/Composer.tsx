import { createEffect, createSignal, createUniqueId, Show } from 'solid-js';
import { MESSAGE_LENGTH_MAX } from '#shared/features/session/chat/model.ts';
import { useWords } from '../../../platform/language.ts';
import { createMediaQuery, TOUCH } from '../../../platform/media-query.ts';
import { Button } from '../../../ui/Button.tsx';
import type { RosterStore } from '../roster/roster-store.ts';
import styles from './Composer.module.css';
import type { ChatStore } from './chat-store.ts';
import type { Draft } from './draft.ts';
import { words } from './words.ts';

/** Near the end of what fits, the rest is counted. */
const COUNT_FROM = MESSAGE_LENGTH_MAX - 400;

export type ComposerProps = {
  readonly chat: ChatStore;
  readonly draft: Draft;
  readonly roster: RosterStore;
  readonly setField: (field: HTMLTextAreaElement) => void;
  readonly onSent: () => void;
  /** Does the work, and keeps the place in the list above. */
  readonly resizing: (work: () => void) => void;
};

/** The field to write in. Enter sends where there is a keyboard; on a phone it makes a new line. */
export function Composer(props: ComposerProps) {
  const t = useWords(words);
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
    if (now.kind === 'reply') return t().replyingTo(props.roster.nameOf(now.to.by, now.to.byName));
    return undefined;
  };

  function submit(): void {
    const written = text();
    const now = kind();
    setNothingLeft(written === '' && now.kind === 'edit');
    if (written === '' || left() < 0) return;
    field.focus();
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
      <Show when={heading()} fallback={<p class={styles.who}>{t().whoSees}</p>}>
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
          {t().label}
        </label>
        <textarea
          id={id}
          ref={(element) => {
            field = element;
            props.setField(element);
          }}
          class={styles.field}
          rows="1"
          placeholder={t().placeholder}
          aria-describedby={counted() || nothingLeft() ? `${id}-left` : undefined}
          aria-invalid={left() < 0 || nothingLeft()}
          value={props.draft.text()}
          onInput={(event) => props.draft.write(event.currentTarget.value)}
          onKeyDown={pressed}
        />
        <Button type="submit" class={styles.send}>
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
