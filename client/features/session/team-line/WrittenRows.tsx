import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  For,
  onCleanup,
  Show,
} from 'solid-js';
import type { TeamThread } from '#shared/features/session/team-line/model.ts';
import { inWaitingOrder, unreadOn } from '#shared/features/session/team-line/rules.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { pageIsSeen } from '../../../platform/retrying.ts';
import type { AboutToPress } from '../../../ui/about-to-press.ts';
import { Button } from '../../../ui/Button.tsx';
import { Portrait } from '../../../ui/Portrait.tsx';
import { keptRows } from '../hand-queue/kept-rows.ts';
import type { RoomProps } from '../room-props.ts';
import type { Desk } from './desk.ts';
import { LineView } from './LineView.tsx';
import styles from './WrittenRows.module.css';
import { words } from './words.ts';

/** "Skrevet til dere": a row for each who has written, those who wait first. Nothing moves what one is about to press. */
export function WrittenRows(props: RoomProps & { readonly near: AboutToPress }) {
  const desk = () => props.topics.desk;
  const order = createMemo<readonly PersonId[]>((shown) => {
    const now = inWaitingOrder(desk().threads()).map((thread) => thread.personId);
    return props.near.holds() ? keptRows(shown, now) : now;
  }, []);
  return (
    <ul class={styles.threads}>
      <For each={order()}>
        {(personId) => (
          <Show when={desk().thread(personId)}>
            {(thread) => <WrittenRow {...props} desk={desk()} thread={thread()} />}
          </Show>
        )}
      </For>
    </ul>
  );
}

function WrittenRow(props: RoomProps & { readonly desk: Desk; readonly thread: TeamThread }) {
  const t = useWords(words);
  const id = createUniqueId();
  const name = () => props.desk.nameOf(props.thread);
  const unread = () => unreadOn(props.thread);
  const open = () => props.desk.open() === props.thread.personId;
  const last = () => {
    const message = props.thread.messages.at(-1);
    if (!message) return '';
    if (!message.fromTeam) return t().quoted(message.text);
    if (message.by === props.room.me) return t().youAnswered(message.text);
    const { nameOf } = props.topics.roster;
    return t().answeredBy(nameOf(message.by, message.byName), message.text);
  };
  const toggle = () => {
    const { wishes } = props.topics;
    // Two fields for one draft would write over each other.
    if (wishes.writesTo() === props.thread.personId) wishes.write(undefined);
    props.desk.toggle(props.thread.personId);
  };
  return (
    <li>
      <div class={styles.row}>
        <Portrait personId={props.thread.personId} />
        <p class={styles.words}>
          <b>{name()}</b>{' '}
          <Show when={unread() > 0}>
            <span class={styles.unread}>{t().unread(unread())}</span>
          </Show>{' '}
          <Show when={props.desk.guestMark(props.thread)}>
            {(mark) => <span class={styles.about}>{mark()}</span>}
          </Show>{' '}
          <span class={styles.about}>{last()}</span>
        </p>
        <Button
          look="quiet"
          size="small"
          aria-expanded={open()}
          aria-controls={open() ? id : undefined}
          aria-label={open() ? t().hideOf(name()) : t().answerTo(name())}
          onClick={toggle}
        >
          {open() ? t().hide : t().answer}
        </Button>
      </div>
      <Show when={open()}>
        <OpenThread {...props} personId={props.thread.personId} id={id} name={name()} />
      </Show>
    </li>
  );
}

/** The whole line to somebody, begun or not, read by the team as soon as it is in sight. */
export function OpenThread(
  props: RoomProps & {
    readonly desk: Desk;
    readonly personId: PersonId;
    readonly id: string;
    readonly name: string;
  },
) {
  const t = useWords(words);
  const { draft, outgoing, send } = props.desk.answerTo(props.personId);
  const thread = () => props.desk.thread(props.personId);
  const guest = () => {
    const line = thread();
    return line ? props.desk.guestMark(line) : props.topics.roster.guestMark(props.personId);
  };
  const [seen, setSeen] = createSignal(pageIsSeen());
  const look = () => setSeen(pageIsSeen());
  document.addEventListener('visibilitychange', look);
  onCleanup(() => document.removeEventListener('visibilitychange', look));
  createEffect(() => {
    const line = thread();
    if (line && seen()) props.desk.markRead(line);
  });
  return (
    <section id={props.id} class={styles.thread} aria-label={t().thread(props.name)}>
      <LineView
        me={props.room.me}
        messages={thread()?.messages ?? []}
        nameOf={props.topics.roster.nameOf}
        guest={guest()}
        draft={draft}
        outgoing={outgoing}
        onSend={send}
        label={t().answerLabel(props.name)}
        placeholder={t().answerPlaceholder}
        about={t().signed}
      />
    </section>
  );
}
