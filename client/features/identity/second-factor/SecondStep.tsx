import { createEffect, createSignal, on, Show } from 'solid-js';
import type { ShownBy, WaitsFor } from '#shared/features/identity/second-factor/model.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { problemInWords } from '../problem-words.ts';
import styles from '../SignInPage.module.css';
import type { SignInStore } from '../sign-in-store.ts';
import { words as signInWords } from '../words.ts';
import { canHavePasskeys } from './can-have-passkeys.ts';
import { words } from './words.ts';

/** After the first step, for whoever has a second factor: a code from the app or the sheet, or a passkey. */
export function SecondStep(props: { store: SignInStore; has: WaitsFor; by: ShownBy | 'passkey' }) {
  const t = useWords(words);
  const signIn = useWords(signInWords);
  const [code, setCode] = createSignal('');
  let field: HTMLInputElement | undefined;
  let passkeyButton: HTMLButtonElement | undefined;
  const problem = () => problemInWords(props.store.state(), signIn());
  const byPasskey = () => props.by === 'passkey';
  createEffect(
    on(
      () => props.by,
      () => {
        setCode('');
        queueMicrotask(() => (byPasskey() ? passkeyButton : field)?.focus());
      },
    ),
  );
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    await props.store.showSecond(code());
    // To where it can be put right, whatever was pressed.
    if (props.store.state().problem) field?.focus();
  };
  return (
    <form class={styles.form} onSubmit={submit} novalidate>
      <Show
        when={!byPasskey()}
        fallback={
          <>
            <p>{t().passkeyAbout}</p>
            <Show when={problem()}>{(text) => <p role="alert">{text()}</p>}</Show>
            <Button
              ref={(button) => {
                passkeyButton = button;
              }}
              look="filled"
              size="large"
              wide
              aria-busy={props.store.state().busy}
              onClick={() => props.store.usePasskey()}
            >
              {t().usePasskey}
            </Button>
          </>
        }
      >
        <Field
          ref={(input) => {
            field = input;
          }}
          label={props.by === 'app' ? t().appCode : t().paperCode}
          description={props.by === 'app' ? t().appCodeAbout : t().paperCodeAbout}
          inputClass={styles.code}
          inputmode={props.by === 'app' ? 'numeric' : 'text'}
          autocomplete={props.by === 'app' ? 'one-time-code' : 'off'}
          autocapitalize="none"
          spellcheck={false}
          value={code()}
          onInput={(event) => setCode(event.currentTarget.value)}
          error={problem()}
        />
        <Button type="submit" look="filled" size="large" wide aria-busy={props.store.state().busy}>
          {signIn().enterCode}
        </Button>
      </Show>
      <p class={styles.others}>
        <Show when={props.has.app && props.by !== 'app'}>
          <Button look="link" onClick={() => props.store.showBy('app')}>
            {t().useApp}
          </Button>
        </Show>
        <Show when={props.has.passkey && !byPasskey() && canHavePasskeys()}>
          <Button look="link" onClick={() => props.store.showBy('passkey')}>
            {t().usePasskey}
          </Button>
        </Show>
        <Show when={props.by !== 'paper'}>
          <Button look="link" onClick={() => props.store.showBy('paper')}>
            {t().usePaper}
          </Button>
        </Show>
        <Button look="link" onClick={() => props.store.leaveDoor()}>
          {t().leave}
        </Button>
      </p>
    </form>
  );
}
