import { createSignal, Match, onMount, Show, Switch } from 'solid-js';
import type { AppSecret } from '#shared/features/identity/second-factor/model.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { problemInWords } from '../problem-words.ts';
import form from '../SignInPage.module.css';
import { words as signInWords } from '../words.ts';
import { AddApp } from './AddApp.tsx';
import { AddPasskey } from './AddPasskey.tsx';
import { PaperSheet } from './PaperSheet.tsx';
import type { Refused } from './refused.ts';
import styles from './SecondFactors.module.css';
import { secondFactorApi } from './second-factor-api.ts';
import { words } from './words.ts';

type State =
  | { at: 'choosing'; refused?: Refused }
  | { at: 'app'; given: AppSecret }
  | { at: 'passkey' }
  | { at: 'sheet'; codes: readonly string[] };

/** For whoever must have a second factor and has none: one of the two, the sheet of codes, and in. */
export function SetUpAtDoor(props: { passkeys: boolean; onDone: () => void; onLeave: () => void }) {
  const t = useWords(words);
  const signIn = useWords(signInWords);
  const [state, setState] = createSignal<State>({ at: 'choosing' });
  const [busy, setBusy] = createSignal(false);
  let about: HTMLParagraphElement | undefined;
  onMount(() => about?.focus());

  const choose = () => setState({ at: 'choosing' });
  async function chooseApp(): Promise<void> {
    if (busy()) return;
    setBusy(true);
    const answer = await secondFactorApi.offerApp();
    setBusy(false);
    if (answer.ok) setState({ at: 'app', given: answer.value });
    else setState({ at: 'choosing', refused: answer });
  }
  const added = (codes: readonly string[]) =>
    codes.length > 0 ? void setState({ at: 'sheet', codes }) : props.onDone();
  const inApp = () => {
    const now = state();
    return now.at === 'app' && now;
  };
  const sheet = () => {
    const now = state();
    return now.at === 'sheet' && now;
  };
  const problem = () => {
    const now = state();
    const refused = now.at === 'choosing' ? now.refused : undefined;
    return refused && problemInWords({ at: { step: 'password' }, ...refused }, signIn());
  };
  return (
    <div class={form.form}>
      <Switch>
        <Match when={state().at === 'choosing'}>
          <p ref={about} tabindex="-1">
            {t().setUpAbout}
          </p>
          <p>{t().setUpChoose}</p>
          <Show when={problem()}>{(text) => <p role="alert">{text()}</p>}</Show>
          <Show when={props.passkeys}>
            <div class={styles.kind}>
              <Button look="filled" size="large" wide onClick={() => setState({ at: 'passkey' })}>
                {t().addPasskey}
              </Button>
              <p class={styles.about}>{t().passkeysAbout}</p>
            </div>
          </Show>
          <div class={styles.kind}>
            <Button
              look={props.passkeys ? 'plain' : 'filled'}
              size="large"
              wide
              aria-busy={busy()}
              onClick={chooseApp}
            >
              {t().setUpApp}
            </Button>
            <p class={styles.about}>{t().appAbout}</p>
          </div>
          <p class={form.others}>
            <Button look="link" onClick={() => props.onLeave()}>
              {t().leave}
            </Button>
          </p>
        </Match>
        <Match when={inApp()}>
          {(app) => <AddApp given={app().given} onAdded={added} onCancel={choose} />}
        </Match>
        <Match when={state().at === 'passkey'}>
          <AddPasskey onAdded={added} onCancel={choose} />
        </Match>
        <Match when={sheet()}>
          {(shown) => <PaperSheet codes={shown().codes} onKept={props.onDone} />}
        </Match>
      </Switch>
    </div>
  );
}
