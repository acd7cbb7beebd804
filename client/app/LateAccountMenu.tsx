import { createSignal, lazy, onCleanup, Show, Suspense } from 'solid-js';
import type { SignedIn } from '#shared/features/identity/sign-in/model.ts';
import { comesLater } from '../platform/comes-later.ts';
import { useWords } from '../platform/language.ts';
import { pageIsQuiet } from '../platform/when-quiet.ts';
import { announce } from '../ui/announcer.ts';
import account from './AccountFace.module.css';
import { AccountFace } from './AccountFace.tsx';
import styles from './AccountMenu.module.css';
import { words } from './words.ts';

/** A menu is a third of all the code of Nå and is never the first thing one needs. */
const AccountMenu = lazy(
  comesLater(async () => ({
    default: (await import('./AccountMenu.tsx')).AccountMenu,
  })),
);

/** A wait beyond this is told of. */
const FELT_MS = 400;

/**
 * The button of the account menu, which fetches the menu when the page is quiet or somebody reaches for it. Only a press puts the
 * menu's own button in its place, so that nothing is exchanged under a finger.
 */
export function LateAccountMenu(props: { readonly person: SignedIn }) {
  const t = useWords(words);
  const [pressedBy, setPressedBy] = createSignal<'pointer' | 'keyboard'>();
  const [there, setThere] = createSignal(false);
  const [isFelt, setIsFelt] = createSignal(false);
  let feeling: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  onCleanup(() => {
    over = true;
    clearTimeout(feeling);
  });
  // What cannot be got says so when it is pressed for.
  const fetch = () => void AccountMenu.preload().catch(() => undefined);
  void pageIsQuiet().then(() => over || fetch());

  function press(by: 'pointer' | 'keyboard'): void {
    if (pressedBy()) return;
    setPressedBy(by);
    feeling = setTimeout(() => {
      setIsFelt(true);
      announce(t().fetchingMenu);
    }, FELT_MS);
    const come = () => {
      clearTimeout(feeling);
      if (!over) setThere(true);
    };
    AccountMenu.preload().then(come, come);
  }
  return (
    <Show
      when={there()}
      fallback={
        <div class={styles.place}>
          <button
            type="button"
            class={account.trigger}
            aria-label={t().accountMenu(props.person.displayName)}
            aria-haspopup="true"
            aria-expanded="false"
            onPointerEnter={fetch}
            onFocus={fetch}
            // A press of a key is told of as a click without a count.
            onClick={(event) => press(event.detail === 0 ? 'keyboard' : 'pointer')}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
              event.preventDefault();
              press('keyboard');
            }}
          >
            <AccountFace person={props.person} />
          </button>
          <Show when={isFelt()}>
            <p class={styles.failed}>{t().fetchingMenu}</p>
          </Show>
        </div>
      }
    >
      <Suspense>
        <AccountMenu person={props.person} openedBy={pressedBy()} />
      </Suspense>
    </Show>
  );
}
