import { type Accessor, type JSX, Match, onMount, Show, Switch } from 'solid-js';
import { Button } from './Button.tsx';
import { ErrorState } from './ErrorState.tsx';
import { LinkButton } from './LinkButton.tsx';
import styles from './LinkDoor.module.css';
import { Mark } from './Mark.tsx';
import { Skeleton } from './Skeleton.tsx';
import { SlackThread } from './Thread.tsx';

/** What stands there before anybody is in, as the door itself finds it. */
type State<Door> =
  | { readonly at: 'looking' | 'in' }
  | { readonly at: 'closed'; readonly why: 'link-over' | 'link-used' }
  | { readonly at: 'too-many'; readonly minutes: number }
  | { readonly at: 'unreachable'; readonly why: string }
  | { readonly at: 'door'; readonly door: Door; readonly entering: boolean };

/** What is said at every such door. */
export type DoorWords = {
  readonly looking: string;
  readonly used: string;
  readonly usedAbout: string;
  readonly over: string;
  readonly overAbout: string;
  readonly toSignIn: string;
  readonly tooMany: string;
  readonly tooManyAbout: (minutes: number) => string;
  readonly couldNotLook: string;
  readonly tryAgain: string;
  readonly problems: Readonly<Record<string, string>>;
  readonly enter: string;
  readonly entering: string;
};

/** The page of a door: whose it is at the top, and at the foot what is always one press away. */
export function DoorPage(props: { readonly foot: JSX.Element; readonly children: JSX.Element }) {
  return (
    <div class={styles.page}>
      <header class={styles.mark}>
        <Mark />
        Mellom
      </header>
      <main class={styles.main} id="content">
        {props.children}
      </main>
      <footer class={styles.foot}>{props.foot}</footer>
    </div>
  );
}

/** A door that a link opens: what stands in the way, or what `children` show of what is behind it. */
export function LinkDoor<Door, Open extends State<Door>>(props: {
  readonly state: Accessor<Open>;
  readonly words: DoorWords;
  readonly onLook: () => void;
  readonly children: (now: Accessor<Extract<Open, { readonly at: 'door' }>>) => JSX.Element;
}) {
  const at = <At extends Open['at']>(which: At) => {
    const now = props.state();
    return now.at === which ? (now as Extract<Open, { readonly at: At }>) : undefined;
  };
  onMount(() => props.onLook());
  return (
    <Switch
      fallback={
        <Skeleton label={props.words.looking} shapes={['heading', 'name', 'line', 'card']} />
      }
    >
      <Match when={at('closed')}>
        {(closed) => <ClosedDoor why={closed().why} words={props.words} />}
      </Match>
      <Match when={at('too-many')}>
        {(wait) => (
          <DoorNotice title={props.words.tooMany}>
            {props.words.tooManyAbout(wait().minutes)}
          </DoorNotice>
        )}
      </Match>
      <Match when={at('unreachable')}>
        {(now) => (
          <ErrorState
            level={1}
            title={props.words.couldNotLook}
            action={
              <Button look="filled" onClick={() => props.onLook()}>
                {props.words.tryAgain}
              </Button>
            }
          >
            {props.words.problems[now().why]}
          </ErrorState>
        )}
      </Match>
      <Match when={at('door')}>{(now) => props.children(now)}</Match>
    </Switch>
  );
}

/** What opens nothing, and the way on for whoever has been here before. */
export function ClosedDoor(props: {
  readonly why: 'link-over' | 'link-used';
  readonly words: DoorWords;
}) {
  const isUsed = () => props.why === 'link-used';
  return (
    <DoorNotice
      title={isUsed() ? props.words.used : props.words.over}
      action={<LinkButton href="/logg-inn">{props.words.toSignIn}</LinkButton>}
    >
      {isUsed() ? props.words.usedAbout : props.words.overAbout}
    </DoorNotice>
  );
}

/** One thing that is so at the door, and what can be done about it. */
export function DoorNotice(props: {
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

/** What an open door says of what is behind it. */
export function DoorHead(props: { readonly children: JSX.Element }) {
  return <header class={styles.head}>{props.children}</header>;
}

/** What is asked of whoever goes in, and the one press that it takes. */
export function DoorForm(props: {
  readonly ref?: (form: HTMLFormElement) => void;
  readonly words: Pick<DoorWords, 'entering'>;
  readonly enterLabel: string;
  readonly entering: boolean;
  /** What went wrong and belongs to no field. */
  readonly problem: string | undefined;
  readonly onEnter: () => void;
  readonly children?: JSX.Element;
}) {
  return (
    <form
      ref={(form) => props.ref?.(form)}
      class={styles.form}
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onEnter();
      }}
    >
      {props.children}
      <Show when={props.problem}>
        {(said) => (
          <p class={styles.problem} role="alert">
            {said()}
          </p>
        )}
      </Show>
      <Button
        look="filled"
        size="large"
        type="submit"
        aria-disabled={props.entering ? 'true' : undefined}
      >
        {props.entering ? props.words.entering : props.enterLabel}
      </Button>
    </form>
  );
}

/** What is worth knowing before one goes in. */
export function DoorAbout(props: { readonly children: JSX.Element }) {
  return <div class={styles.about}>{props.children}</div>;
}
