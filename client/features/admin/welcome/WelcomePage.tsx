import { createEffect, createSignal, type JSX, Match, onMount, Show, Switch } from 'solid-js';
import type { WelcomeDoor } from '#shared/features/admin/welcome/model.ts';
import { longDate } from '../../../platform/dates.ts';
import { inARow, language, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Field } from '../../../ui/Field.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { SlackThread } from '../../../ui/Thread.tsx';
import { roleWords } from '../role-words.ts';
import styles from './WelcomePage.module.css';
import { type WelcomeProblem, welcomeApi } from './welcome-api.ts';
import { createWelcomeDoor } from './welcome-door.ts';
import { words } from './words.ts';

type InvitedDoor = Extract<WelcomeDoor, { readonly as: 'invited' }>;

/** `/velkommen`: where somebody becomes a person of the school, by a link that is theirs alone. */
export function WelcomePage(props: {
  /** What opens the link; empty where nothing stands in the address. */
  readonly token: string;
  /** What is always one press away, and the choice of language. */
  readonly foot: JSX.Element;
  readonly onIn: () => void;
  /** Leads away from here; false where it did not work. */
  readonly onSignOut: () => Promise<boolean>;
}) {
  return (
    <div class={styles.page}>
      <header class={styles.mark}>
        <Mark />
        Mellom
      </header>
      <main class={styles.main} id="content">
        <Show when={props.token} keyed fallback={<Closed why="link-over" />}>
          {(token) => <Door token={token} onIn={props.onIn} onSignOut={props.onSignOut} />}
        </Show>
      </main>
      <footer class={styles.foot}>{props.foot}</footer>
    </div>
  );
}

function Door(props: {
  readonly token: string;
  readonly onIn: () => void;
  readonly onSignOut: () => Promise<boolean>;
}) {
  const t = useWords(words);
  const { state, look, enter } = createWelcomeDoor(props.token, welcomeApi);
  onMount(look);
  createEffect(() => {
    if (state().at === 'in') props.onIn();
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
      <Match when={closed()}>{(why) => <Closed why={why()} />}</Match>
      <Match when={tooMany()}>
        {(minutes) => <Notice title={t().tooMany}>{t().tooManyAbout(minutes())}</Notice>}
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
            onSignOut={props.onSignOut}
          />
        )}
      </Match>
    </Switch>
  );
}

/** What opens nothing, and the way on for whoever has been here before. */
function Closed(props: { readonly why: 'link-over' | 'link-used' }) {
  const t = useWords(words);
  const used = () => props.why === 'link-used';
  return (
    <Notice
      title={used() ? t().used : t().over}
      action={<LinkButton href="/logg-inn">{t().toSignIn}</LinkButton>}
    >
      {used() ? t().usedAbout : t().overAbout}
    </Notice>
  );
}

type OpenProps = {
  readonly door: WelcomeDoor;
  readonly entering: boolean;
  readonly problem: WelcomeProblem | undefined;
  readonly onEnter: (said: { name: string; email: string }) => void;
};

function Open(props: OpenProps & { readonly onSignOut: () => Promise<boolean> }) {
  const invited = () => (props.door.as === 'invited' ? props.door : undefined);
  return (
    <Switch fallback={<FirstAdministrator {...props} />}>
      <Match when={props.door.signedInAs}>
        {(name) => <AsAnother name={name()} email={invited()?.email} onSignOut={props.onSignOut} />}
      </Match>
      <Match when={invited()}>{(door) => <Invited {...props} door={door()} />}</Match>
    </Switch>
  );
}

/** The link is one person’s, and somebody is signed in here already. */
function AsAnother(props: {
  readonly name: string;
  readonly email: string | undefined;
  readonly onSignOut: () => Promise<boolean>;
}) {
  const t = useWords(words);
  const [at, setAt] = createSignal<'here' | 'leaving' | 'failed'>('here');
  const signOut = async () => {
    if (at() === 'leaving') return;
    setAt('leaving');
    if (!(await props.onSignOut())) setAt('failed');
  };
  return (
    <Notice
      title={t().another(props.name)}
      action={
        <>
          <Button onClick={signOut} aria-disabled={at() === 'leaving' ? 'true' : undefined}>
            {at() === 'leaving' ? t().signingOut : t().signOut}
          </Button>{' '}
          <Show when={at() === 'failed'}>
            <span role="alert">{t().problems.offline}</span>
          </Show>
        </>
      }
    >
      {props.email === undefined ? t().anotherFirst : t().anotherAbout(props.email)}
    </Notice>
  );
}

/** Who invites whom as what, and the one press that it takes. */
function Invited(props: OpenProps & { readonly door: InvitedDoor }) {
  const t = useWords(words);
  const said = useWords(roleWords);
  const roles = () =>
    inARow(
      language(),
      props.door.roles.map((role) => said()[role].toLowerCase()),
    );
  const enter = (event: SubmitEvent) => {
    event.preventDefault();
    props.onEnter({ name: '', email: '' });
  };
  return (
    <>
      <header class={styles.head}>
        <h1>{t().welcome(props.door.name)}</h1>
        <p>{t().invitedBy(props.door.invitedBy)}</p>
        <p>{t().youAre(roles(), props.door.cohortName)}</p>
      </header>
      <form class={styles.form} onSubmit={enter}>
        <Show when={props.problem}>
          {(why) => (
            <p class={styles.problem} role="alert">
              {t().problems[why()]}
            </p>
          )}
        </Show>
        <Button
          look="filled"
          size="large"
          type="submit"
          aria-disabled={props.entering ? 'true' : undefined}
        >
          {props.entering ? t().entering : t().enter}
        </Button>
      </form>
      <div class={styles.about}>
        <p>{t().nextTime(props.door.email)}</p>
        <p>{t().wrongName}</p>
        <p>{t().useBefore(longDate(language(), props.door.untilAt))}</p>
      </div>
    </>
  );
}

function Notice(props: {
  readonly title: string;
  readonly children: JSX.Element;
  readonly action?: JSX.Element;
}) {
  let heading!: HTMLHeadingElement;
  // The screen has changed under the person: a screen reader starts at what happened.
  onMount(() => heading.focus({ preventScroll: true }));
  return (
    <section class={styles.notice}>
      <SlackThread />
      <h1 ref={heading} tabindex="-1">
        {props.title}
      </h1>
      <p>{props.children}</p>
      <Show when={props.action}>
        <p>{props.action}</p>
      </Show>
    </section>
  );
}

/** Nobody is here yet: who comes in says who they are, and runs the school from then on. */
function FirstAdministrator(props: OpenProps) {
  const t = useWords(words);
  const [name, setName] = createSignal('');
  const [email, setEmail] = createSignal('');
  let form!: HTMLFormElement;
  const problemOf = (field: 'name' | 'email') => {
    const { problem } = props;
    const own = problem?.startsWith('name-')
      ? 'name'
      : problem?.includes('address')
        ? 'email'
        : null;
    return problem && own === field ? t().problems[problem] : undefined;
  };
  const otherProblem = () => {
    const { problem } = props;
    return problem && !problemOf('name') && !problemOf('email') ? t().problems[problem] : undefined;
  };
  createEffect(() => {
    if (problemOf('name') || problemOf('email'))
      form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  });
  const enter = (event: SubmitEvent) => {
    event.preventDefault();
    props.onEnter({ name: name(), email: email() });
  };
  return (
    <>
      <header class={styles.head}>
        <h1>{t().firstTitle}</h1>
        <p>{t().firstAbout}</p>
      </header>
      <form ref={form} class={styles.form} onSubmit={enter} novalidate>
        <Field
          label={t().name}
          description={t().nameAbout}
          error={problemOf('name')}
          value={name()}
          autocomplete="name"
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <Field
          label={t().address}
          description={t().addressAbout}
          error={problemOf('email')}
          type="email"
          inputmode="email"
          autocomplete="email"
          spellcheck={false}
          value={email()}
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
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
          {props.entering ? t().entering : t().enter}
        </Button>
      </form>
    </>
  );
}
