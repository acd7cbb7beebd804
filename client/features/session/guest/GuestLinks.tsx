import { createEffect, createMemo, createSignal, For, Match, Show, Switch } from 'solid-js';
import { GUEST_ROLES, type GuestAs } from '#shared/features/programme/invitation/model.ts';
import { GUEST_NOTE_MAX, type GuestLink } from '#shared/features/session/guest/model.ts';
import { sessionDoor } from '#shared/features/session/roster/queries.ts';
import type { GuestLinkId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import { clockTime } from '../../../platform/dates.ts';
import { language, useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Field } from '../../../ui/Field.tsx';
import { plusIcon } from '../../../ui/icons.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import styles from './GuestLinks.module.css';
import { createGuestLinks, type GuestLinksStore } from './guest-links.ts';
import { guestMail } from './guest-mail.ts';
import { words } from './words.ts';

/** For a session's teachers: whom they have invited from outside, and the way to invite one more. */
export function GuestLinks(props: { readonly sessionId: SessionId; readonly me: PersonId }) {
  const t = useWords(words);
  live.start(props.me);
  const store = createGuestLinks(props.sessionId);
  const [shows, setShows] = createSignal<'invite' | 'form' | { readonly made: GuestLinkId }>(
    'invite',
  );
  let part!: HTMLDivElement;
  let invite: HTMLButtonElement | undefined;
  const isFetching = createMemo(() => store.query.state().status === 'loading');
  // Asked for by a press at the lower edge, often: what it opens is seen, also when the links have come.
  createEffect(() => {
    isFetching();
    part.scrollIntoView({ block: 'nearest' });
  });
  const backToInvite = () => {
    setShows('invite');
    store.forgetProblem();
    invite?.focus({ preventScroll: true });
  };
  const made = () => {
    const now = shows();
    return typeof now === 'object' ? store.addressOf(now.made) : undefined;
  };
  return (
    <div ref={part} class={styles.part}>
      <p class={styles.quiet}>{t().guestsAbout}</p>
      <Switch>
        <Match when={store.query.state().status === 'loading'}>
          <Skeleton label={t().fetching} shapes={['line']} />
        </Match>
        <Match when={!store.query.value()}>
          <p role="alert">
            {t().couldNotFetch}{' '}
            <Button look="link" size="small" onClick={store.query.refetch}>
              {t().tryAgain}
            </Button>
          </p>
        </Match>
        <Match when={shows() === 'form'}>
          <LinkForm store={store} onMade={(id) => setShows({ made: id })} onCancel={backToInvite} />
        </Match>
        <Match when={made()}>
          {(address) => (
            <MadeLink sessionId={props.sessionId} address={address()} onDone={backToInvite} />
          )}
        </Match>
        <Match when={!store.isOver()}>
          <Button ref={invite} size="small" icon={plusIcon} onClick={() => setShows('form')}>
            {t().invite}
          </Button>
        </Match>
      </Switch>
      <Show when={store.problem()}>
        {(why) => (
          <p class={styles.problem} role="alert">
            {why()}
          </p>
        )}
      </Show>
      <Show when={store.query.value()}>
        <Show when={store.links().length > 0} fallback={<p class={styles.quiet}>{t().noneYet}</p>}>
          <ul class={styles.links}>
            <For each={store.links().map(({ id }) => id)}>
              {(id) => (
                <Show when={store.links().find((one) => one.id === id)}>
                  {(link) => <LinkRow store={store} link={link()} />}
                </Show>
              )}
            </For>
          </ul>
        </Show>
      </Show>
    </div>
  );
}

function LinkForm(props: {
  readonly store: GuestLinksStore;
  readonly onMade: (id: GuestLinkId) => void;
  readonly onCancel: () => void;
}) {
  const t = useWords(words);
  const [as, setAs] = createSignal<GuestAs>('lecturer');
  const [note, setNote] = createSignal('');
  const [until, setUntil] = createSignal('');
  async function make(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const untilAt = until() === '' ? null : Number(until());
    const id = await props.store.make({ note: note(), as: as(), untilAt });
    if (id) props.onMade(id);
  }
  const times = () => [
    { value: '', label: t().asLongAsSession },
    ...props.store.times().map((at) => ({
      ...{ value: String(at), label: t().untilTime(clockTime(at)) },
    })),
  ];
  const waits = () => props.store.making() && live.connection.state().status !== 'online';
  return (
    <form class={styles.form} onSubmit={make}>
      <Select
        ref={(first) => setTimeout(() => first.focus())}
        label={t().as}
        value={as()}
        groups={[{ options: GUEST_ROLES.map((role) => ({ value: role, label: t().roles[role] })) }]}
        onChange={(event) => setAs(event.currentTarget.value as GuestAs)}
      />
      <Field
        label={t().note}
        description={t().noteAbout}
        value={note()}
        maxlength={GUEST_NOTE_MAX}
        autocomplete="off"
        onInput={(event) => setNote(event.currentTarget.value)}
      />
      <Select
        label={t().until}
        value={until()}
        groups={[{ options: times() }]}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <p class={styles.ways}>
        <Button
          look="filled"
          type="submit"
          aria-disabled={props.store.making() ? 'true' : undefined}
        >
          {props.store.making() ? t().making : t().make}
        </Button>
        <Button look="quiet" onClick={() => props.onCancel()}>
          {t().cancel}
        </Button>
      </p>
      <Show when={waits()}>
        <p class={styles.quiet} role="status">
          {t().waitsForLine}
        </p>
      </Show>
    </form>
  );
}

/** Shown once, where it was made: to be copied by one press, or by hand where a browser does not let us. */
function MadeLink(props: {
  readonly sessionId: SessionId;
  readonly address: string;
  readonly onDone: () => void;
}) {
  const t = useWords(words);
  const door = createQuery(sessionDoor, () => ({ sessionId: props.sessionId }));
  return (
    <div class={styles.made}>
      <p role="status">{t().made}</p>
      <Field
        label={t().theLink}
        description={t().madeAbout}
        value={props.address}
        readonly
        onFocus={(event) => event.currentTarget.select()}
      />
      <p class={styles.ways}>
        <CopyButton address={props.address} takesFocus />
        <Show when={door.value()}>
          {(session) => (
            <LinkButton href={guestMail(session(), props.address, language())}>
              {t().writeMail}
            </LinkButton>
          )}
        </Show>
        <Button look="quiet" onClick={() => props.onDone()}>
          {t().done}
        </Button>
      </p>
    </div>
  );
}

function CopyButton(props: {
  readonly address: string;
  readonly takesFocus?: boolean;
  readonly of?: string;
}) {
  const t = useWords(words);
  const [copied, setCopied] = createSignal<'no' | 'yes' | 'failed'>('no');
  async function copy(): Promise<void> {
    const done = await navigator.clipboard.writeText(props.address).then(
      () => true,
      () => false,
    );
    setCopied(done ? 'yes' : 'failed');
    if (done) announce(t().copied);
  }
  return (
    <>
      <Button
        ref={(button) => {
          if (props.takesFocus) setTimeout(() => button.focus());
        }}
        look={props.takesFocus ? 'filled' : 'quiet'}
        size={props.takesFocus ? undefined : 'small'}
        onClick={copy}
      >
        {copied() === 'yes' ? t().copied : t().copy}
        <Show when={props.of}>
          <span class="visually-hidden"> {props.of}</span>
        </Show>
      </Button>
      <Show when={copied() === 'failed'}>
        <span class={styles.problem} role="alert">
          {t().notCopied}
        </span>
      </Show>
    </>
  );
}

function LinkRow(props: { readonly store: GuestLinksStore; readonly link: GuestLink }) {
  const t = useWords(words);
  const [asking, setAsking] = createSignal(false);
  let row!: HTMLLIElement;
  const runs = () => props.link.state === 'open' || props.link.state === 'used';
  const name = () => props.link.guestName || props.link.note || t().someGuest;
  const about = () => {
    const { state, as, note, guestName, untilAt, madeBy } = props.link;
    const parts = [
      t().states[state],
      t().roles[as],
      guestName && note,
      runs() && t().untilShort(clockTime(untilAt)),
      t().madeBy(madeBy),
    ];
    return parts.filter(Boolean).join('. ');
  };
  async function withdraw(): Promise<void> {
    setAsking(false);
    row.focus({ preventScroll: true });
    if (await props.store.withdraw(props.link.id)) announce(t().withdrawn);
  }
  const ask = () => {
    // Nobody is put out by a link that nobody has used.
    if (props.link.state === 'open') return void withdraw();
    setAsking(true);
  };
  return (
    <li ref={row} class={classNames(styles.link, !runs() && styles.gone)} tabindex="-1">
      <p class={styles.about}>
        <b>
          <bdi>{name()}</bdi>
        </b>
        <span class={styles.quiet}>{about()}</span>
      </p>
      <Show when={runs()}>
        <Show
          when={asking()}
          fallback={
            <>
              <Show when={props.link.state === 'open' && props.store.addressOf(props.link.id)}>
                {(address) => <CopyButton address={address()} of={name()} />}
              </Show>
              <Button look="quiet" size="small" danger onClick={ask}>
                {t().withdraw}
                <span class="visually-hidden"> {name()}</span>
              </Button>
            </>
          }
        >
          <span role="alert">{t().goesOut(name())}</span>
          <Button
            ref={(button) => setTimeout(() => button.focus())}
            size="small"
            danger
            onClick={withdraw}
          >
            {t().withdrawSure}
          </Button>
          <Button
            look="quiet"
            size="small"
            onClick={() => {
              setAsking(false);
              row.focus({ preventScroll: true });
            }}
          >
            {t().keep}
          </Button>
        </Show>
      </Show>
    </li>
  );
}
