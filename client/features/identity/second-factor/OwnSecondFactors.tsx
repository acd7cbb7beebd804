import { createSignal, For, Match, onMount, Show, Switch } from 'solid-js';
import type {
  AppSecret,
  OwnPasskey,
  SecondFactors,
} from '#shared/features/identity/second-factor/model.ts';
import { useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { Row, RowList } from '../../../ui/RowList.tsx';
import type { Answer } from '../call.ts';
import { problemInWords } from '../problem-words.ts';
import { askWho } from '../who.ts';
import { words as signInWords } from '../words.ts';
import { AddApp } from './AddApp.tsx';
import { AddPasskey } from './AddPasskey.tsx';
import { canHavePasskeys } from './can-have-passkeys.ts';
import { PaperSheet } from './PaperSheet.tsx';
import { PasskeyName } from './PasskeyName.tsx';
import { PasskeyRow } from './PasskeyRow.tsx';
import type { Refused } from './refused.ts';
import styles from './SecondFactors.module.css';
import { ShowAgain } from './ShowAgain.tsx';
import { secondFactorApi } from './second-factor-api.ts';
import { words } from './words.ts';

/** What lies open under the list: one thing at a time. */
type Open =
  | { at: 'list' }
  | { at: 'again'; next: () => void }
  | { at: 'app'; given: AppSecret }
  | { at: 'passkey' }
  | { at: 'rename'; passkey: OwnPasskey }
  | { at: 'sheet'; codes: readonly string[] };

/** A person's second factors, beside their sign-ins and their password. */
export function OwnSecondFactors() {
  const t = useWords(words);
  const signIn = useWords(signInWords);
  const [has, setHas] = createSignal<SecondFactors | 'failed'>();
  const [open, setOpen] = createSignal<Open>({ at: 'list' });
  const [refused, setRefused] = createSignal<Refused>();
  let busy = false;
  let heading: HTMLHeadingElement | undefined;

  async function fetchAll(): Promise<void> {
    const answer = await secondFactorApi.own();
    if (answer.ok) setHas(answer.value);
    else if (answer.problem === 'signed-out') await askWho();
    else setHas('failed');
  }
  onMount(fetchAll);

  const close = () => {
    setOpen({ at: 'list' });
    // What was pressed may be gone.
    heading?.focus();
  };
  function say(news: string): void {
    announce(news);
    void fetchAll();
  }

  /** Runs a change; whoever signed in a while ago shows first who they are, and it goes on by itself. */
  async function change<Value>(
    ask: () => Promise<Answer<Value>>,
    then: (value: Value) => void,
  ): Promise<void> {
    if (busy) return;
    busy = true;
    setRefused(undefined);
    const answer = await ask();
    busy = false;
    if (answer.ok) return then(answer.value);
    if (answer.problem === 'signed-out') return askWho();
    if (answer.problem !== 'not-fresh') return void setRefused(answer);
    await fetchAll();
    setOpen({ at: 'again', next: () => void change(ask, then) });
  }
  const added = (news: string) => (codes: readonly string[]) => {
    say(news);
    if (codes.length > 0) setOpen({ at: 'sheet', codes });
    else close();
  };
  const removed = (news: string) => () => {
    say(news);
    close();
  };
  const setUpApp = () => change(secondFactorApi.offerApp, (given) => setOpen({ at: 'app', given }));
  /** Asked before the name is written: nobody is to write it twice. */
  const addPasskey = async () => {
    setRefused(undefined);
    await fetchAll();
    const now = shown();
    if (now && now.proof !== 'none')
      setOpen({ at: 'again', next: () => setOpen({ at: 'passkey' }) });
    else setOpen({ at: 'passkey' });
  };
  async function rename({ id }: OwnPasskey, name: string): Promise<Refused | undefined> {
    const answer = await secondFactorApi.renamePasskey(id, name);
    if (!answer.ok) return answer;
    // The list comes with the new name.
    await fetchAll();
    announce(t().renamed);
    close();
    return undefined;
  }
  const newSheet = () =>
    change(secondFactorApi.newCodes, ({ codes }) => {
      void fetchAll();
      setOpen({ at: 'sheet', codes });
    });

  const shown = () => {
    const now = has();
    return now !== 'failed' && now;
  };
  const at = <Where extends Open['at']>(where: Where) => {
    const now = open();
    return now.at === where && (now as Extract<Open, { at: Where }>);
  };
  const problem = () => {
    const why = refused();
    return why && problemInWords({ at: { step: 'password' }, ...why }, signIn());
  };
  return (
    <section class={styles.part} aria-labelledby="second-factors">
      <h2 id="second-factors" ref={heading} tabindex="-1">
        {t().title}
      </h2>
      <Show when={has() === 'failed'}>
        <p>{t().couldNotFetch}</p>
        <p class={styles.ways}>
          <Button onClick={fetchAll}>{t().tryAgain}</Button>
        </p>
      </Show>
      <Show when={shown()}>
        {(mine) => (
          <>
            <p class={styles.about}>
              {t().about} {mine().needed ? t().needed : t().yourChoice}
            </p>
            <Show when={problem()}>{(text) => <p role="alert">{text()}</p>}</Show>
            <Switch>
              <Match when={at('list')}>
                <RowList labelledBy="second-factors">
                  <Row
                    name={t().app}
                    about={mine().app ? t().appInUse : t().appAbout}
                    after={
                      <Show
                        when={mine().app}
                        fallback={
                          <Button size="small" onClick={setUpApp}>
                            {t().setUpApp}
                          </Button>
                        }
                      >
                        <Button
                          size="small"
                          onClick={() => change(secondFactorApi.removeApp, removed(t().appRemoved))}
                        >
                          {t().removeApp}
                        </Button>
                      </Show>
                    }
                  />
                  <Row
                    name={t().passkeys}
                    about={canHavePasskeys() ? t().passkeysAbout : t().noPasskeysHere}
                    after={
                      <Show when={canHavePasskeys()}>
                        <Button size="small" onClick={addPasskey}>
                          {t().addPasskey}
                        </Button>
                      </Show>
                    }
                  />
                  <For each={mine().passkeys}>
                    {(key) => (
                      <PasskeyRow
                        passkey={key}
                        onRename={() => setOpen({ at: 'rename', passkey: key })}
                        onRemove={() =>
                          change(
                            () => secondFactorApi.removePasskey(key.id),
                            removed(t().passkeyRemoved),
                          )
                        }
                      />
                    )}
                  </For>
                  <Show when={mine().app || mine().passkeys.length > 0}>
                    <Row
                      name={t().paper}
                      about={
                        mine().codesLeft > 0 ? t().paperLeft(mine().codesLeft) : t().paperUsedUp
                      }
                      after={
                        <Button size="small" onClick={newSheet}>
                          {t().newPaper}
                        </Button>
                      }
                    />
                  </Show>
                </RowList>
              </Match>
              <Match when={at('again')}>
                {(again) => (
                  <ShowAgain
                    has={mine()}
                    onShown={() => {
                      const { next } = again();
                      setOpen({ at: 'list' });
                      next();
                    }}
                    onCancel={close}
                  />
                )}
              </Match>
              <Match when={at('app')}>
                {(app) => (
                  <AddApp given={app().given} onAdded={added(t().appAdded)} onCancel={close} />
                )}
              </Match>
              <Match when={at('passkey')}>
                <AddPasskey onAdded={added(t().passkeyAdded)} onCancel={close} />
              </Match>
              <Match when={at('rename')}>
                {(chosen) => (
                  <PasskeyName
                    before={chosen().passkey.name}
                    action={t().saveName}
                    onNamed={(name) => rename(chosen().passkey, name)}
                    onCancel={close}
                  />
                )}
              </Match>
              <Match when={at('sheet')}>
                {(sheet) => <PaperSheet codes={sheet().codes} onKept={close} />}
              </Match>
            </Switch>
          </>
        )}
      </Show>
    </section>
  );
}
