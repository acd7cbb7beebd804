import { createSignal, For, type JSX, Match, Switch } from 'solid-js';
import { NOTICES_OFF_PATH, NOTICES_PAGE } from '#shared/features/notification/model.ts';
import { readOffLink } from '#shared/features/notification/off-link.ts';
import { askAtDoor } from '../../platform/ask-at-door.ts';
import { useWords } from '../../platform/language.ts';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Mark } from '../../ui/Mark.tsx';
import styles from './OffPage.module.css';
import { words } from './words.ts';

type State = 'asking' | 'sending' | 'done' | 'over' | 'failed';

/** `/varsler/av`: where the link of a letter turns its kinds off, without a sign-in. */
export function OffPage(props: {
  /** What opens the link. */
  readonly token: string;
  /** What is always one press away, and the choice of language. */
  readonly foot: JSX.Element;
}) {
  const t = useWords(words);
  const link = () => readOffLink(props.token);
  const [state, setState] = createSignal<State>(link() ? 'asking' : 'over');
  async function turnOff(): Promise<void> {
    if (state() === 'sending') return;
    setState('sending');
    const body = { token: props.token };
    const answer = await askAtDoor<object, 'link-over' | 'bad-input'>(NOTICES_OFF_PATH, body);
    const isOver = !answer.ok && ['link-over', 'bad-input'].includes(answer.problem);
    setState(answer.ok ? 'done' : isOver ? 'over' : 'failed');
  }
  return (
    <div class={styles.page}>
      <header class={styles.mark}>
        <Mark />
        Mellom
      </header>
      <main class={styles.main} id="content">
        <Switch>
          <Match when={state() === 'done'}>
            <h1>{t().off.done}</h1>
            <p role="status">{t().off.doneAbout}</p>
            <LinkButton href={NOTICES_PAGE}>{t().off.toChoices}</LinkButton>
          </Match>
          <Match when={state() === 'over'}>
            <h1>{t().off.over}</h1>
            <p role="status">{t().off.overAbout}</p>
            <LinkButton href={NOTICES_PAGE}>{t().off.toChoices}</LinkButton>
          </Match>
          <Match when={link()}>
            {(known) => (
              <>
                <h1>{t().off.title}</h1>
                <p>{t().off.about}</p>
                <ul>
                  <For each={known().kinds}>{(kind) => <li>{t().kinds[kind].name}</li>}</For>
                </ul>
                <Button
                  look="filled"
                  aria-disabled={state() === 'sending' ? 'true' : undefined}
                  onClick={() => void turnOff()}
                >
                  {state() === 'sending' ? t().off.pressing : t().off.press}
                </Button>
                <p role="status">{state() === 'failed' ? t().off.failed : undefined}</p>
              </>
            )}
          </Match>
        </Switch>
      </main>
      <footer class={styles.foot}>{props.foot}</footer>
    </div>
  );
}
