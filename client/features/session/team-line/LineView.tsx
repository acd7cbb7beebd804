import { createEffect, createUniqueId, For, type JSX, on, onMount, Show, untrack } from 'solid-js';
import { MESSAGE_LENGTH_MAX } from '#shared/features/session/chat/model.ts';
import type { TeamMessage } from '#shared/features/session/team-line/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { createInSight } from '../../../platform/in-sight.ts';
import { useWords } from '../../../platform/language.ts';
import { createMediaQuery, TOUCH } from '../../../platform/media-query.ts';
import { Button } from '../../../ui/Button.tsx';
import { FailedRow, UnsentRow } from '../chat/UnsentRows.tsx';
import { LineMessages } from './LineMessages.tsx';
import styles from './LineView.module.css';
import type { LineDraft } from './line-draft.ts';
import type { Outgoing } from './outgoing.ts';
import { words } from './words.ts';

/** Near the end of what fits, the rest is counted. */
const COUNT_FROM = 400;

export type LineViewProps = {
  readonly me: PersonId;
  readonly messages: readonly TeamMessage[];
  readonly nameOf: (personId: PersonId, otherwise: string) => string;
  /** That whose line it is is a guest, and as what. */
  readonly guest?: string;
  readonly draft: LineDraft;
  readonly outgoing: Outgoing;
  readonly onSend: (text: string) => void;
  readonly label: string;
  readonly placeholder: string;
  /** Over the field: who reads it, or who signs it. */
  readonly about: string;
  /** In place of the words, where there are none. */
  readonly empty?: JSX.Element;
  /** It is the last part of a page, which is read from its top; else it was opened to be read. */
  readonly onPage?: boolean;
};

/** What stands on a line, oldest first, and the field to write on it. */
export function LineView(props: LineViewProps) {
  let line!: HTMLDivElement;
  let end!: HTMLDivElement;
  const count = () =>
    props.messages.length + props.outgoing.unsent().length + props.outgoing.failed().length;
  const { inSight, watch } = createInSight();
  const toEnd = () => queueMicrotask(() => end.scrollIntoView({ block: 'nearest' }));
  onMount(() => {
    watch(end);
    if (!props.onPage) toEnd();
  });
  // Whoever reads further up stays there; on a page so does whoever is not at the line.
  const follows = () => inSight() && (!props.onPage || line.contains(document.activeElement));
  createEffect(
    on(
      count,
      () => {
        if (untrack(follows)) toEnd();
      },
      { defer: true },
    ),
  );
  return (
    <div ref={line} class={styles.line}>
      <Show when={count() > 0} fallback={props.empty}>
        <LineMessages
          messages={props.messages}
          isMe={(one) => one.by === props.me}
          nameOf={props.nameOf}
          guest={props.guest ?? ''}
        >
          <For each={props.outgoing.failed()}>
            {(one) => <FailedRow message={one} chat={props.outgoing} draft={props.draft} />}
          </For>
          <For each={props.outgoing.unsent()}>{(one) => <UnsentRow message={one} />}</For>
        </LineMessages>
      </Show>
      <LineComposer {...props} />
      <div ref={end} />
    </div>
  );
}

/** Enter sends where there is a keyboard; on a phone it makes a new line. */
function LineComposer(props: LineViewProps) {
  const t = useWords(words);
  const touch = createMediaQuery(TOUCH);
  const id = createUniqueId();
  let field!: HTMLTextAreaElement;
  const text = () => props.draft.text().trim();
  const left = () => MESSAGE_LENGTH_MAX - text().length;

  function submit(): void {
    const written = text();
    if (written === '' || left() < 0) return;
    field.focus();
    // From here the words stand in the list, on this device until they are through.
    props.onSend(written);
    props.draft.clear();
  }
  function pressed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || touch()) return;
    event.preventDefault();
    submit();
  }
  // As tall as its words, up to what the style allows.
  createEffect(() => {
    props.draft.text();
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + 3}px`;
  });

  return (
    <form
      class={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p id={`${id}-about`} class={styles.quiet}>
        {props.about}
      </p>
      <div class={styles.row}>
        <label for={id} class="visually-hidden">
          {props.label}
        </label>
        <textarea
          id={id}
          ref={field}
          class={styles.field}
          rows="1"
          placeholder={props.placeholder}
          aria-describedby={left() <= COUNT_FROM ? `${id}-about ${id}-left` : `${id}-about`}
          aria-invalid={left() < 0}
          value={props.draft.text()}
          onInput={(event) => props.draft.write(event.currentTarget.value)}
          onKeyDown={pressed}
        />
        <Button type="submit" class={styles.send}>
          {t().send}
        </Button>
      </div>
      <Show when={left() <= COUNT_FROM}>
        <p id={`${id}-left`} class={left() < 0 ? styles.over : styles.quiet}>
          {left() < 0 ? t().tooLong(-left()) : t().charactersLeft(left())}
        </p>
      </Show>
    </form>
  );
}
