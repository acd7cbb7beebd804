import { createSignal, onMount, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import type { Answer } from '../call.ts';
import styles from '../NewPassword.module.css';
import { problemInWords } from '../problem-words.ts';
import type { Refused } from '../second-factor/refused.ts';
import { signInApi } from '../sign-in-api.ts';
import { askWho } from '../who.ts';
import { words } from '../words.ts';

/** Whether one gets in by another place too, where one is set up: linked and unlinked here, by nobody else. */
export function OwnProvider() {
  const t = useWords(words);
  const [name, setName] = createSignal<string>();
  const [linked, setLinked] = createSignal(false);
  const [refused, setRefused] = createSignal<Refused>();
  const [isBroken] = createSignal(
    new URLSearchParams(window.location.search).get('leverandor') === 'brutt',
  );
  let busy = false;
  onMount(async () => {
    const entrance = await signInApi.entrance();
    if (!entrance.ok || !entrance.value.provider) return;
    const own = await signInApi.linkedToProvider();
    if (!own.ok) return;
    setLinked(own.value.linked);
    setName(entrance.value.provider.name);
  });

  async function change<Value>(
    ask: () => Promise<Answer<Value>>,
    then: (value: Value) => void,
  ): Promise<void> {
    if (busy) return;
    busy = true;
    setRefused(undefined);
    const answer = await ask();
    busy = false;
    if (answer.ok) then(answer.value);
    else if (answer.problem === 'signed-out') await askWho();
    else setRefused(answer);
  }
  const linkIt = () => change(signInApi.linkProvider, ({ url }) => window.location.assign(url));
  const unlink = (from: string) =>
    change(signInApi.unlinkProvider, () => {
      setLinked(false);
      announce(t().providerUnlinked(from));
    });
  const problem = () => {
    const why = refused();
    return why && problemInWords({ at: { step: 'password' }, ...why }, t());
  };
  return (
    <Show when={name()}>
      {(called) => (
        <section class={styles.part} aria-labelledby="provider">
          <h2 id="provider">{called()}</h2>
          <p class={styles.about}>
            {linked() ? t().providerLinked(called()) : t().providerAbout(called())}
          </p>
          <Show when={isBroken()}>
            <p role="alert">{t().linkBroken(called())}</p>
          </Show>
          <Show when={problem()}>{(text) => <p role="alert">{text()}</p>}</Show>
          <p class={styles.ways}>
            <Show
              when={linked()}
              fallback={<Button onClick={linkIt}>{t().linkProvider(called())}</Button>}
            >
              <Button onClick={() => unlink(called())}>{t().unlinkProvider(called())}</Button>
            </Show>
          </p>
        </section>
      )}
    </Show>
  );
}
