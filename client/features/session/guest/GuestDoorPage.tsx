import { createEffect, createSignal, For, type JSX, Match, onMount, Show, Switch } from 'solid-js';
import { GUEST_KEPT_DAYS, type GuestDoor } from '#shared/features/session/guest/model.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { clockTime, longDate } from '../../../platform/dates.ts';
import { language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Field } from '../../../ui/Field.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { OutsideNotice } from '../OutsideNotice.tsx';
import styles from './GuestDoorPage.module.css';
import { GuestOver } from './GuestOver.tsx';
import { guestApi } from './guest-api.ts';
import { createGuestDoor, type DoorProblem } from './guest-door.ts';
import { forgetTold } from './told-over.ts';
import { words } from './words.ts';

/** `/gjest`: the door of one session, for whoever has a link to it. Without one: what a guest is left with afterwards. */
export function GuestDoorPage(props: {
  /** What opens the link; empty where nothing stands in the address. */
  readonly token: string;
  /** What is always one press away, and the choice of language. */
  readonly foot: JSX.Element;
  readonly onIn: (sessionId: SessionId) => void;
  readonly onOver: () => void;
}) {
  return (
    <div class={styles.page}>
      <header class={styles.mark}>
        <Mark />
        Mellom
      </header>
      <main class={styles.main} id="content">
        <Show when={props.token} keyed fallback={<Over onOver={props.onOver} />}>
          {(token) => <Door token={token} onIn={props.onIn} />}
        </Show>
      </main>
      <footer class={styles.foot}>{props.foot}</footer>
    </div>
  );
}

function Over(props: { readonly onOver: () => void }) {
  onMount(() => props.onOver());
  return <GuestOver />;
}

function Door(props: { readonly token: string; readonly onIn: (sessionId: SessionId) => void }) {
  const t = useWords(words);
  const { state, look, enter } = createGuestDoor(props.token, guestApi);
  onMount(look);
  createEffect(() => {
    const now = state();
    if (now.at !== 'in') return;
    forgetTold();
    props.onIn(now.sessionId);
  });
  const closed = () => {
    const now = state();
    return now.at === 'closed' ? now.why : undefined;
  };
  const tooMany = () => {
    const now = state();
    return now.at === 'too-many' ? now.minutes : undefined;
  };
  const unreachable = () => {
    const now = state();
    return now.at === 'unreachable' ? now.why : undefined;
  };
  const open = () => {
    const now = state();
    return now.at === 'door' ? now : undefined;
  };
  return (
    <Switch
      fallback={<Skeleton label={t().looking} shapes={['heading', 'name', 'line', 'card']} />}
    >
      <Match when={closed()}>
        {(why) => (
          <OutsideNotice
            title={why() === 'link-used' ? t().used : t().over}
            actions={<LinkButton href="/logg-inn">{t().toSignIn}</LinkButton>}
          >
            <p>{why() === 'link-used' ? t().usedAbout : t().overAbout}</p>
          </OutsideNotice>
        )}
      </Match>
      <Match when={tooMany()}>
        {(minutes) => (
          <OutsideNotice title={t().tooMany} actions={undefined}>
            <p>{t().tooManyAbout(minutes())}</p>
          </OutsideNotice>
        )}
      </Match>
      <Match when={unreachable()}>
        {(why) => (
          <ErrorState
            level={1}
            title={t().couldNotLook}
            action={
              <Button look="filled" onClick={look}>
                {t().tryAgain}
              </Button>
            }
          >
            {t().problems[why()]}
          </ErrorState>
        )}
      </Match>
      <Match when={open()}>
        {(now) => (
          <Open
            door={now().door}
            entering={now().entering}
            problem={now().problem}
            onEnter={enter}
          />
        )}
      </Match>
    </Switch>
  );
}

function Open(props: {
  readonly door: GuestDoor;
  readonly entering: boolean;
  readonly problem: DoorProblem | undefined;
  readonly onEnter: (name: string) => void;
}) {
  const t = useWords(words);
  const [name, setName] = createSignal('');
  let form!: HTMLFormElement;
  const when = () => {
    const date = longDate(language(), props.door.startsAt);
    const day = date.charAt(0).toUpperCase() + date.slice(1);
    return t().when(day, clockTime(props.door.startsAt), clockTime(props.door.endsAt));
  };
  const says = () => {
    const { visit, ownName } = props.door;
    if (visit === 'of-session') return t().needNoLink;
    if (visit === 'back') return t().comeBack;
    return ownName === null ? undefined : t().asYourself(ownName);
  };
  const nameProblem = () => {
    const { problem } = props;
    return problem?.startsWith('name-') ? t().problems[problem] : undefined;
  };
  const otherProblem = () => {
    const { problem } = props;
    return problem && !nameProblem() ? t().problems[problem] : undefined;
  };
  createEffect(() => {
    if (nameProblem()) form.querySelector('input')?.focus();
  });
  const enter = (event: SubmitEvent) => {
    event.preventDefault();
    props.onEnter(name());
  };
  return (
    <>
      <header class={styles.head}>
        <p class={styles.above}>{t().doorTitle}</p>
        <h1 lang={PROGRAMME_LANGUAGE}>{props.door.title}</h1>
        <p class={styles.when}>{when()}</p>
        <p>{t().invitedBy(props.door.invitedBy, t().rolesWithin[props.door.as])}</p>
      </header>
      <form ref={form} class={styles.form} onSubmit={enter} novalidate>
        <Show
          when={says()}
          fallback={
            <Field
              label={t().name}
              description={t().nameAbout}
              error={nameProblem()}
              value={name()}
              autocomplete="name"
              onInput={(event) => setName(event.currentTarget.value)}
            />
          }
        >
          {(words) => <p>{words()}</p>}
        </Show>
        <Show when={otherProblem()}>
          {(why) => (
            <p class={styles.problem} role="alert">
              {why()}
            </p>
          )}
        </Show>
        <Button
          look="filled"
          size="large"
          type="submit"
          aria-disabled={props.entering ? 'true' : undefined}
        >
          {props.entering
            ? t().entering
            : props.door.visit === 'of-session'
              ? t().toSession
              : t().enter}
        </Button>
      </form>
      <Show when={props.door.visit !== 'of-session'}>
        <div class={styles.about}>
          <section>
            <h2>{t().whatYouCan}</h2>
            <ul>
              <For each={t().can}>{(line) => <li>{line}</li>}</For>
            </ul>
          </section>
          <section>
            <h2>{t().whatIsKept}</h2>
            <p>{t().kept(GUEST_KEPT_DAYS)}</p>
          </section>
        </div>
      </Show>
    </>
  );
}
