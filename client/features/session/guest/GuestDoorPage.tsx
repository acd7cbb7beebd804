import { createEffect, createSignal, For, type JSX, onMount, Show } from 'solid-js';
import { GUEST_KEPT_DAYS, type GuestDoor } from '#shared/features/session/guest/model.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { clockTime, longDate } from '../../../platform/dates.ts';
import { language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Field } from '../../../ui/Field.tsx';
import { DoorAbout, DoorForm, DoorHead, DoorPage, LinkDoor } from '../../../ui/LinkDoor.tsx';
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
    <DoorPage foot={props.foot}>
      <Show when={props.token} keyed fallback={<Over onOver={props.onOver} />}>
        {(token) => <Door token={token} onIn={props.onIn} />}
      </Show>
    </DoorPage>
  );
}

function Over(props: { readonly onOver: () => void }) {
  onMount(() => props.onOver());
  return <GuestOver />;
}

function Door(props: { readonly token: string; readonly onIn: (sessionId: SessionId) => void }) {
  const t = useWords(words);
  const { state, look, enter } = createGuestDoor(props.token, guestApi);
  createEffect(() => {
    const now = state();
    if (now.at !== 'in') return;
    forgetTold();
    props.onIn(now.came.sessionId);
  });
  return (
    <LinkDoor state={state} words={t()} onLook={() => void look()}>
      {(now) => (
        <Open
          door={now().door}
          entering={now().entering}
          problem={now().problem}
          onEnter={(name) => void enter(name)}
        />
      )}
    </LinkDoor>
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
  return (
    <>
      <DoorHead>
        <p class={styles.above}>{t().doorTitle}</p>
        <h1 lang={PROGRAMME_LANGUAGE}>{props.door.title}</h1>
        <p class={styles.when}>{when()}</p>
        <p>{t().invitedBy(props.door.invitedBy, t().rolesWithin[props.door.as])}</p>
      </DoorHead>
      <DoorForm
        ref={(element) => {
          form = element;
        }}
        words={t()}
        enterLabel={props.door.visit === 'of-session' ? t().toSession : t().enter}
        entering={props.entering}
        problem={otherProblem()}
        onEnter={() => props.onEnter(name())}
      >
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
      </DoorForm>
      <Show when={props.door.visit !== 'of-session'}>
        <DoorAbout>
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
        </DoorAbout>
      </Show>
    </>
  );
}
