import { createSignal, For, Match, onMount, Show, Switch } from 'solid-js';
import type { OwnSignIn } from '#shared/features/identity/sign-in/model.ts';
import { useWords } from '../../platform/language.ts';
import { announce } from '../../ui/announcer.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Row, RowList } from '../../ui/RowList.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { NewPassword } from './NewPassword.tsx';
import { ownWords } from './own-words.ts';
import { OwnProvider } from './provider/OwnProvider.tsx';
import styles from './SignInsPage.module.css';
import { OwnSecondFactors } from './second-factor/OwnSecondFactors.tsx';
import { signInApi } from './sign-in-api.ts';
import { momentOf, nameOf } from './sign-in-name.ts';
import { askWho } from './who.ts';

type State =
  | { status: 'fetching' }
  | { status: 'failed' }
  | { status: 'shown'; signIns: readonly OwnSignIn[]; problem: boolean };

/** One's own ways in: those that are open just now, listed and ended one by one, and the password. */
export function SignInsPage() {
  const t = useWords(ownWords);
  const [state, setState] = createSignal<State>({ status: 'fetching' });
  let page: HTMLDivElement | undefined;

  async function fetchAll(): Promise<void> {
    const answer = await signInApi.signIns();
    if (answer.ok) setState({ status: 'shown', signIns: answer.value.signIns, problem: false });
    else if (answer.problem === 'signed-out') await askWho();
    else setState({ status: 'failed' });
  }

  async function end(ended: OwnSignIn): Promise<void> {
    const answer = await signInApi.endSignIn(ended.id);
    const now = state();
    if (now.status !== 'shown') return;
    if (!answer.ok) return void setState({ ...now, problem: true });
    const signIns = now.signIns.filter((one) => one.id !== ended.id);
    const at = now.signIns.indexOf(ended);
    setState({ status: 'shown', signIns, problem: false });
    announce(t().ended);
    focusAt(
      signIns.slice(at).find((one) => !one.current) ?? signIns.findLast((one) => !one.current),
    );
  }
  async function endOthers(): Promise<void> {
    const answer = await signInApi.endOtherSignIns();
    const now = state();
    if (now.status !== 'shown') return;
    if (!answer.ok) return void setState({ ...now, problem: true });
    setState({ ...now, signIns: now.signIns.filter((one) => one.current), problem: false });
    announce(t().othersEnded);
    focusAt(undefined);
  }
  /** What was pressed is gone: the button of the next row, or of the last, else the heading, has the focus. */
  function focusAt(row: OwnSignIn | undefined): void {
    const button = row && page?.querySelector<HTMLElement>(`[data-sign-in="${row.id}"]`);
    const heading = page?.parentElement?.querySelector('h1');
    if (!button) heading?.setAttribute('tabindex', '-1');
    (button || heading)?.focus();
  }
  onMount(fetchAll);

  const shown = () => {
    const now = state();
    return now.status === 'shown' && now;
  };
  return (
    <>
      <PageHeader title={t().ownSignIns} />
      <Switch>
        <Match when={state().status === 'fetching'}>
          <Skeleton label={t().fetching} shapes={['name', 'line', 'name', 'line']} />
        </Match>
        <Match when={state().status === 'failed'}>
          <ErrorState
            title={t().couldNotFetch}
            action={
              <Button look="filled" onClick={fetchAll}>
                {t().tryAgain}
              </Button>
            }
          >
            {t().couldNotFetchAbout}
          </ErrorState>
        </Match>
        <Match when={shown()}>
          {(list) => (
            <div ref={page} class={styles.page}>
              <p class={styles.about}>{t().ownSignInsAbout}</p>
              <Show when={list().problem}>
                <p class={styles.problem} role="alert">
                  {t().couldNotEnd}
                </p>
              </Show>
              <RowList>
                <For each={list().signIns}>
                  {(signIn) => (
                    <SignInRow signIn={signIn} all={list().signIns} onEnd={() => end(signIn)} />
                  )}
                </For>
              </RowList>
              <Show when={list().signIns.filter((one) => !one.current).length > 1}>
                <Button class={styles.others} onClick={endOthers}>
                  {t().endOthers}
                </Button>
              </Show>
              <p>
                <a href="/konto/hendelser">{t().whatHappened}</a>
              </p>
              <NewPassword onChosen={fetchAll} />
              <OwnSecondFactors />
              <OwnProvider />
            </div>
          )}
        </Match>
      </Switch>
    </>
  );
}

function SignInRow(props: { signIn: OwnSignIn; all: readonly OwnSignIn[]; onEnd: () => void }) {
  const t = useWords(ownWords);
  const name = () => nameOf(props.signIn, props.all, t());
  const signedInAt = () => momentOf(props.signIn.createdAt);
  const about = () =>
    `${t().signedInAt(signedInAt())}, ${t().lastUsed(momentOf(props.signIn.lastSeenAt))}`;
  return (
    <Row
      name={name()}
      about={props.signIn.current ? t().thisDevice : about()}
      after={
        <Show when={!props.signIn.current}>
          <Button
            size="small"
            data-sign-in={props.signIn.id}
            aria-label={t().endNamed(name(), signedInAt())}
            onClick={() => props.onEnd()}
          >
            {t().end}
          </Button>
        </Show>
      }
    />
  );
}
