import { createSignal, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { checkWords } from './check-words.ts';
import styles from './WayIn.module.css';

/** Longer than a browser takes to close a tab. */
const CLOSED_WITHIN_MS = 500;

/** The way in; or, for somebody whose room stands open in another tab, back to it: nobody is to be there twice. */
export function WayIn(props: { readonly roomPath: string; readonly inside: boolean }) {
  const t = useWords(checkWords);
  const [stays, setStays] = createSignal(false);
  const goBack = () => {
    window.close();
    // Browsers close only what was opened for this one page.
    setTimeout(() => setStays(true), CLOSED_WITHIN_MS);
  };
  return (
    <div class={styles.way} data-dock>
      <Show
        when={props.inside}
        fallback={
          <LinkButton look="filled" size="large" href={props.roomPath}>
            {t().goIn}
          </LinkButton>
        }
      >
        <Button look="filled" size="large" onClick={goBack}>
          {t().backToRoom}
        </Button>
      </Show>
      <p class={styles.stays} role="status">
        {props.inside && stays() ? t().roomIsThere : ''}
      </p>
    </div>
  );
}
