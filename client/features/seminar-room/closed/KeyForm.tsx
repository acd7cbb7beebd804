import { createSignal } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import styles from './closed.module.css';
import type { ClosedRoom } from './closed-room.ts';
import type { KeySlip } from './key-text.ts';
import { words } from './words.ts';

/** Where the key is typed or pasted. What is wrong with it is said at once: nobody waits for sound that cannot come. */
export function KeyForm(props: { readonly closed: ClosedRoom; readonly onDone: () => void }) {
  const t = useWords(words);
  const [typed, setTyped] = createSignal('');
  const [slip, setSlip] = createSignal<KeySlip>();
  const give = (event: SubmitEvent) => {
    event.preventDefault();
    const wrong = props.closed.give(typed());
    setSlip(wrong);
    if (!wrong) props.onDone();
  };
  const error = () => {
    const wrong = slip();
    return wrong && t().slips[wrong];
  };
  return (
    <form class={styles.form} onSubmit={give}>
      {/* Two lines: all of it is in sight at once also on a phone, for whoever looks for the sign that is wrong. */}
      <TextArea
        class={styles.field}
        rows={2}
        label={t().field}
        description={t().fieldAbout}
        error={error()}
        value={typed()}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
      />
      <Button type="submit" look="filled">
        {t().enter}
      </Button>
    </form>
  );
}
