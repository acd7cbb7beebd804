import { createSignal, Match, onMount, Show, Switch } from 'solid-js';
import type { SecondFactors, ShownBy } from '#shared/features/identity/second-factor/model.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import type { Answer } from '../call.ts';
import { problemInWords } from '../problem-words.ts';
import { signInApi } from '../sign-in-api.ts';
import { words as signInWords } from '../words.ts';
import { canHavePasskeys } from './can-have-passkeys.ts';
import type { Refused } from './refused.ts';
import styles from './SecondFactors.module.css';
import { secondFactorApi } from './second-factor-api.ts';
import { words } from './words.ts';

type By = ShownBy | 'passkey' | 'mail' | 'mail-sent';

/** Before a change, when it is a while since the person signed in: what they have is shown once more. */
export function ShowAgain(props: {
  has: SecondFactors;
  onShown: () => void;
  onCancel: () => void;
}) {
  const t = useWords(words);
  const signIn = useWords(signInWords);
  const first = (): By => {
    if (props.has.proof === 'mailed-code') return 'mail';
    if (props.has.app) return 'app';
    return canHavePasskeys() ? 'passkey' : 'paper';
  };
  const [by, setBy] = createSignal<By>(first());
  const [busy, setBusy] = createSignal(false);
  const [refused, setRefused] = createSignal<Refused>();
  let form: HTMLFormElement | undefined;
  const focusFirst = () =>
    queueMicrotask(() => form?.querySelector<HTMLElement>('input, [data-first]')?.focus());
  onMount(focusFirst);

  async function attempt(ask: () => Promise<Answer<unknown>>, then: () => void): Promise<void> {
    if (busy()) return;
    setBusy(true);
    setRefused(undefined);
    const answer = await ask();
    setBusy(false);
    if (answer.ok) return then();
    setRefused(answer);
    focusFirst();
  }
  const turnTo = (next: By) => {
    setRefused(undefined);
    setBy(next);
    focusFirst();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const way = by();
    if (way === 'mail') {
      return attempt(
        () => signInApi.sendCode(props.has.email),
        () => turnTo('mail-sent'),
      );
    }
    if (way === 'passkey') return attempt(secondFactorApi.showPasskeyAgain, props.onShown);
    const code = (form?.querySelector('input')?.value ?? '').trim();
    const wrong = way === 'mail-sent' ? 'wrong-code' : 'wrong-second-factor';
    if (code === '')
      return void attempt(
        async () => ({ ok: false, problem: wrong }),
        () => {},
      );
    return attempt(
      () => secondFactorApi.showAgain(way === 'mail-sent' ? 'mail' : way, code),
      props.onShown,
    );
  };
  const problem = () => {
    const why = refused();
    return why && problemInWords({ at: { step: 'password' }, ...why }, signIn());
  };
  const labels = () => ({
    app: t().appCode,
    paper: t().paperCode,
    'mail-sent': t().mailedCode,
  });
  const withField = () => {
    const way = by();
    return way !== 'mail' && way !== 'passkey' && way;
  };
  return (
    <form ref={form} class={styles.form} onSubmit={submit} novalidate>
      <h3>{t().againTitle}</h3>
      <p>{t().againAbout}</p>
      <Switch>
        <Match when={by() === 'mail'}>
          <p>{t().mailIt(props.has.email)}</p>
        </Match>
        <Match when={by() === 'mail-sent'}>
          <p role="status">{t().codeOnItsWay(props.has.email)}</p>
        </Match>
        <Match when={by() === 'passkey'}>
          <p>{t().passkeyAbout}</p>
        </Match>
      </Switch>
      <Show
        when={withField()}
        fallback={<Show when={problem()}>{(text) => <p role="alert">{text()}</p>}</Show>}
      >
        {(way) => (
          <Field
            label={labels()[way()]}
            inputmode={way() === 'paper' ? 'text' : 'numeric'}
            autocomplete={way() === 'paper' ? 'off' : 'one-time-code'}
            autocapitalize="none"
            spellcheck={false}
            error={problem()}
          />
        )}
      </Show>
      <p class={styles.ways}>
        <Button type="submit" look="filled" data-first aria-busy={busy()}>
          <Switch fallback={t().goOn}>
            <Match when={by() === 'mail'}>{t().sendCode}</Match>
            <Match when={by() === 'passkey'}>{t().usePasskey}</Match>
          </Switch>
        </Button>
        <Show when={props.has.proof === 'second-factor' && by() !== 'paper'}>
          <Button look="link" onClick={() => turnTo('paper')}>
            {t().usePaper}
          </Button>
        </Show>
        <Button look="quiet" onClick={() => props.onCancel()}>
          {t().cancel}
        </Button>
      </p>
    </form>
  );
}
