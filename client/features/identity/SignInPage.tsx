import {
  createSignal,
  type JSX,
  lazy,
  Match,
  onMount,
  Show,
  Suspense,
  Switch,
  untrack,
} from 'solid-js';
import type { Entrance } from '#shared/features/identity/sign-in/model.ts';
import { comesLater } from '../../platform/comes-later.ts';
import { useWords } from '../../platform/language.ts';
import { announce } from '../../ui/announcer.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { AddressForm } from './AddressForm.tsx';
import { CodeForm } from './CodeForm.tsx';
import { Doors } from './Doors.tsx';
import { codeOnItsWay } from './kept-code.ts';
import { Landscape } from './Landscape.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import styles from './SignInPage.module.css';
import { canHavePasskeys } from './second-factor/can-have-passkeys.ts';
import { signInApi } from './sign-in-api.ts';
import { createSignInStore, type SignInStep } from './sign-in-store.ts';
import { words } from './words.ts';

const PasswordForm = lazy(
  comesLater(async () => ({
    default: (await import('./PasswordForm.tsx')).PasswordForm,
  })),
);

/** Staff see it. */
const SecondStep = lazy(
  comesLater(async () => ({
    default: (await import('./second-factor/SecondStep.tsx')).SecondStep,
  })),
);

/** Few ever see it, once. */
const SetUpAtDoor = lazy(
  comesLater(async () => ({
    default: (await import('./second-factor/SetUpAtDoor.tsx')).SetUpAtDoor,
  })),
);

export interface SignInPageProps {
  entrance: Entrance;
  /** Why somebody is signed out who did not press for it here: in another tab of this browser, or ended otherwise. */
  signedOut: 'other-tab' | 'ended' | undefined;
  /** Where one is going, for who comes back from another place. */
  target: string;
  /** Why somebody comes back from there without being in. */
  providerTrouble: 'unknown' | 'broken' | undefined;
  /** What is always one press away. */
  corner?: JSX.Element;
  /** The server has let the person in. */
  onSignedIn: () => void;
}

/** The front door: a mailed code first, a password as the other way, and doors into the demonstration school. */
export function SignInPage(props: SignInPageProps) {
  const t = useWords(words);
  const store = createSignInStore(
    signInApi,
    codeOnItsWay,
    () => props.onSignedIn(),
    untrack(() => props.entrance.waitsFor),
  );
  const at = () => store.state().at;
  const codeStep = () => {
    const step: SignInStep = at();
    return step.step === 'code' && step;
  };
  const secondStep = () => {
    const step: SignInStep = at();
    return step.step === 'second' && step;
  };
  const heading = () => {
    if (secondStep()) return t().secondTitle;
    if (at().step === 'set-up') return t().setUpTitle;
    return codeStep() ? t().codeTitle : t().signIn;
  };
  const [email, setEmail] = createSignal(untrack(() => codeStep() || undefined)?.email ?? '');
  let moved = untrack(() => at().step !== 'address');
  /** False for the first step of the visit, true for every one that the person has walked to. */
  const walked = () => {
    const was = moved;
    moved = true;
    return was;
  };
  /** A sign-in that ended and waits at the door all the same: a role has come that asks for more. */
  const hasNewRole = () =>
    props.signedOut === 'ended' &&
    props.entrance.waitsFor !== null &&
    (Boolean(secondStep()) || at().step === 'set-up');
  onMount(() => {
    // Whoever reads by ear stood on another page a moment ago.
    if (hasNewRole()) announce(`${t().newRole} ${t().newRoleAbout}`);
    else if (props.signedOut === 'ended') announce(`${t().signedOut} ${t().signedOutAbout.ended}`);
  });
  return (
    <div class={styles.page}>
      <main class={styles.halves} id="content">
        <section class={styles.picture} aria-labelledby="welcome">
          <p class={styles.name}>
            <Mark />
            Mellom
          </p>
          <h1 id="welcome">{t().headline}</h1>
          <p class={styles.intro}>{t().intro}</p>
          <div class={styles.landscape}>
            <Landscape />
          </div>
        </section>
        <div class={styles.ways}>
          <Show when={at().step === 'address' && props.signedOut}>
            {(how) => (
              <div class={styles.news}>
                <Banner title={t().signedOut} saidByAnnouncer={how() === 'ended'}>
                  {t().signedOutAbout[how()]}
                </Banner>
              </div>
            )}
          </Show>
          <Show when={hasNewRole()}>
            <div class={styles.news}>
              <Banner title={t().newRole} saidByAnnouncer>
                {t().newRoleAbout}
              </Banner>
            </div>
          </Show>
          <Show when={at().step === 'address' && props.providerTrouble}>
            {(why) => (
              <p class={styles.news} role="alert">
                {t().providerTrouble[why()](props.entrance.provider?.name ?? '')}
              </p>
            )}
          </Show>
          <section aria-labelledby="sign-in">
            <h2 id="sign-in">{heading()}</h2>
            <Switch>
              <Match when={at().step === 'address'}>
                <AddressForm
                  store={store}
                  email={email()}
                  onEmail={setEmail}
                  takesFocus={walked()}
                  provider={
                    props.entrance.provider && { ...props.entrance.provider, target: props.target }
                  }
                  passkeys={props.entrance.passkeys && canHavePasskeys()}
                />
              </Match>
              <Match when={codeStep()}>
                {(step) => <CodeForm store={store} email={step().email} sent={step().sent} />}
              </Match>
              <Match when={secondStep()}>
                {(step) => (
                  <Suspense fallback={<p>{t().fetchingStep}</p>}>
                    <SecondStep store={store} has={step().has} by={step().by} />
                  </Suspense>
                )}
              </Match>
              <Match when={at().step === 'set-up'}>
                <Suspense fallback={<p>{t().fetchingStep}</p>}>
                  <SetUpAtDoor
                    passkeys={props.entrance.passkeys && canHavePasskeys()}
                    onDone={store.setUpDone}
                    onLeave={store.leaveDoor}
                  />
                </Suspense>
              </Match>
              <Match when={at().step === 'password'}>
                <Suspense fallback={<p>{t().fetchingStep}</p>}>
                  <PasswordForm store={store} email={email()} onEmail={setEmail} />
                </Suspense>
              </Match>
            </Switch>
          </section>
          <Show when={props.entrance.demo && at().step === 'address'}>
            <Doors doors={props.entrance.doors} onEnter={(door) => store.enterDoor(door)} />
          </Show>
        </div>
      </main>
      <footer class={styles.foot}>
        {props.corner}
        <p class={styles.promise}>{t().promise}</p>
        <p class={styles.about}>
          <a href="/utseende">{t().appearance}</a>
          <a href="/personvern">{t().privacy}</a>
          <a href="/tilgjengelighet">{t().accessibility}</a>
        </p>
        <LanguageChoice />
      </footer>
    </div>
  );
}
