import { createSignal } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
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
      <Field
        class={styles.field}
        label={t().field}
        description={t().fieldAbout}
        error={error()}
        inputClass={styles.key}
        value={typed()}
        onInput={(event) => setTyped(event.currentTarget.value)}
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
