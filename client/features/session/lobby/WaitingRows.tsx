import { createMemo, createSignal, createUniqueId, For, onMount, Show } from 'solid-js';
import { DECLINE_LENGTH_MAX, type Waiting } from '#shared/features/session/lobby/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { clockTime } from '../../../platform/dates.ts';
import { useWords } from '../../../platform/language.ts';
import type { AboutToPress } from '../../../ui/about-to-press.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { keptRows } from '../hand-queue/kept-rows.ts';
import type { RoomProps } from '../room-props.ts';
import { PersonRow } from '../roster/PeopleList.tsx';
import styles from './WaitingRows.module.css';
import { words } from './words.ts';

/** More rows than a screen holds: the rest is one press away, and all can be let in without them. */
const SHOWN_AT_FIRST = 20;

/** "I venterommet": who waits, the longest waiting first. Nothing moves what one is about to press. */
export function WaitingRows(props: RoomProps & { readonly near: AboutToPress }) {
  const t = useWords(words);
  const [all, setAll] = createSignal(false);
  const lobby = () => props.topics.lobby;
  const known = createMemo<ReadonlyMap<PersonId, Waiting>>((before) => {
    const now = lobby()
      .waiting()
      .map((one) => [one.personId, one] as const);
    // Who has gone keeps a name for as long as the row keeps its place.
    return new Map([...(props.near.holds() ? before : []), ...now]);
  }, new Map());
  const order = createMemo<readonly PersonId[]>((shown) => {
    const now = lobby()
      .waiting()
      .map((one) => one.personId);
    return props.near.holds() ? keptRows(shown, now) : now;
  }, []);
  const rows = () => (all() ? order() : order().slice(0, SHOWN_AT_FIRST));
  const count = () => lobby().waiting().length;
  return (
    <>
      <ul>
        <For each={rows()}>
          {(personId) => (
            <Show when={known().get(personId)}>
              {(entry) => <WaitingRow {...props} entry={entry()} />}
            </Show>
          )}
        </For>
      </ul>
      <div class={styles.ways}>
        <Show when={order().length > rows().length}>
          <Button size="small" look="quiet" onClick={() => setAll(true)}>
            {t().showAll(count())}
          </Button>
        </Show>
      </div>
    </>
  );
}

/** One press for all of them; one alone is let in from the own row. */
export function LetInAll(props: RoomProps) {
  const t = useWords(words);
  const waiting = () => props.topics.lobby.waiting();
  const letInAll = () =>
    props.topics.lobby.admit(
      waiting().map(({ personId, displayName }) => ({ personId, name: displayName })),
    );
  return (
    <Show when={waiting().length > 1}>
      <Button size="small" onClick={letInAll}>
        {t().letInAll(waiting().length)}
      </Button>
    </Show>
  );
}

function WaitingRow(props: RoomProps & { readonly entry: Waiting }) {
  const t = useWords(words);
  const id = createUniqueId();
  const [declines, setDeclines] = createSignal(false);
  let decline: HTMLButtonElement | undefined;
  const lobby = () => props.topics.lobby;
  const who = () => ({ personId: props.entry.personId, name: props.entry.displayName });
  const waits = () =>
    lobby()
      .waiting()
      .some(({ personId }) => personId === props.entry.personId);
  const about = () =>
    waits()
      ? [
          lobby().kindOf(props.entry),
          props.entry.guestNote && t().linkIsFor(props.entry.guestNote),
          t().since(clockTime(props.entry.since)),
        ]
          .filter(Boolean)
          .join('. ')
      : t().gone;
  return (
    <PersonRow personId={props.entry.personId} name={props.entry.displayName} about={about()}>
      <div class={styles.acts}>
        <Button
          ref={decline}
          look="quiet"
          size="small"
          aria-expanded={declines()}
          aria-controls={declines() ? id : undefined}
          aria-disabled={!waits() || undefined}
          onClick={() => waits() && setDeclines(!declines())}
        >
          {t().decline}
          <span class="visually-hidden"> {props.entry.displayName}</span>
        </Button>
        <Button
          size="small"
          aria-disabled={!waits() || undefined}
          onClick={() => waits() && void lobby().admit([who()])}
        >
          {t().letIn}
          <span class="visually-hidden"> {props.entry.displayName}</span>
        </Button>
      </div>
      <Show when={declines()}>
        <DeclineForm
          id={id}
          name={props.entry.displayName}
          onSay={(said) => lobby().decline(who(), said)}
          onClose={() => {
            setDeclines(false);
            decline?.focus();
          }}
        />
      </Show>
    </PersonRow>
  );
}

function DeclineForm(props: {
  readonly id: string;
  readonly name: string;
  readonly onSay: (words: string) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const t = useWords(words);
  const [text, setText] = createSignal('');
  const [empty, setEmpty] = createSignal(false);
  let form!: HTMLFormElement;
  const focus = () => form.querySelector('textarea')?.focus();
  onMount(() => {
    focus();
    // With its buttons, which the field alone would leave under the edge.
    form.scrollIntoView({ block: 'nearest' });
  });
  const say = async (event: SubmitEvent) => {
    event.preventDefault();
    const said = text().trim();
    setEmpty(said === '');
    if (said === '') return focus();
    if (await props.onSay(said)) props.onClose();
  };
  return (
    <form id={props.id} ref={form} class={styles.form} onSubmit={say} novalidate>
      <TextArea
        label={t().declineLabel(props.name)}
        description={t().declineAbout}
        error={empty() ? t().declineEmpty : undefined}
        rows={2}
        maxlength={DECLINE_LENGTH_MAX}
        value={text()}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div class={styles.ways}>
        <Button look="quiet" size="small" onClick={props.onClose}>
          {t().cancel}
        </Button>
        <Button type="submit" size="small">
          {t().sendDecline}
        </Button>
      </div>
    </form>
  );
}
