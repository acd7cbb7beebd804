import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js';
import { REMOVAL_WORDS_MAX } from '#shared/features/session/moderation/model.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import type { ModerationStore } from './moderation-store.ts';
import styles from './RemoveSheet.module.css';
import { words } from './words.ts';

/** Before somebody is taken out: what happens to them, and the words they are told with it. Without words is a press away. */
export function RemoveSheet(props: { readonly moderation: ModerationStore }) {
  const t = useWords(words);
  const [text, setText] = createSignal('');
  const asked = () => props.moderation.asked();
  // Words for one are never there for another.
  createEffect(on(asked, () => setText('')));
  /** Until it is gone from sight. */
  const name = createMemo<string>((before) => asked()?.name ?? before, '');
  return (
    <Sheet
      open={asked() !== undefined}
      onOpenChange={(open) => {
        if (!open) props.moderation.ask(undefined);
      }}
      title={t().remove.title(name())}
      closeLabel={t().remove.close}
    >
      <form
        class={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const whom = asked();
          if (whom) void props.moderation.remove(whom, text().trim());
        }}
      >
        <p>{t().remove.about}</p>
        <TextArea
          label={t().remove.words(name())}
          description={t().remove.wordsAbout}
          rows="3"
          maxlength={REMOVAL_WORDS_MAX}
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no flex box */}
        <div class={styles.presets} role="group" aria-label={t().remove.presetsLabel}>
          <For each={t().remove.presets}>
            {(preset) => (
              <Button size="small" aria-pressed={text() === preset} onClick={() => setText(preset)}>
                {preset}
              </Button>
            )}
          </For>
        </div>
        <p class={styles.actions}>
          <Button type="submit" danger>
            {t().remove.do(name())}
          </Button>
          <Button look="quiet" onClick={() => props.moderation.ask(undefined)}>
            {t().remove.cancel}
          </Button>
        </p>
        <Show when={text() !== ''}>
          <p class={styles.quiet}>{t().remove.whoReads(name())}</p>
        </Show>
      </form>
    </Sheet>
  );
}
