import {
  createEffect,
  createSignal,
  createUniqueId,
  For,
  onCleanup,
  onMount,
  Show,
} from 'solid-js';
import {
  ITEM_ABOUT_MAX,
  ITEM_MINUTES_MAX,
  ITEM_TITLE_MAX,
} from '#shared/features/session/agenda/model.ts';
import type { AgendaItemId } from '#shared/kernel/ids.ts';
import { language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { lengthOfMinutes } from '../../../platform/length-of-time.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import styles from './AgendaEditor.module.css';
import type { AgendaEditing } from './agenda-editing.ts';
import { words } from './editing-words.ts';

/** One item of the agenda, to be written. What somebody else has done to it meanwhile is said over the button that saves, in sight wherever one writes. */
export function ItemForm(props: {
  readonly editing: AgendaEditing;
  /** With the item that was saved, if any. */
  readonly onClose: (saved?: AgendaItemId) => void;
}) {
  const t = useWords(words);
  const asItIs = createUniqueId();
  const [tried, setTried] = createSignal(false);
  const [sending, setSending] = createSignal(false);
  let form: HTMLFormElement | undefined;
  const draft = () => props.editing.draft();
  const isNew = () => !props.editing.open()?.before;
  const heading = () => {
    if (!isNew()) return t().changeItem;
    return draft().kind === 'pause' ? t().newPause : t().newItem;
  };
  const minutesAreRight = () => {
    const minutes = Number(draft().minutes);
    return Number.isInteger(minutes) && minutes >= 1 && minutes <= ITEM_MINUTES_MAX;
  };
  /** One thing at a time: what keeps it from being saved, else what others have made of it, else that it waits. */
  const said = () => {
    const problem = props.editing.problem();
    if (problem) return problem;
    const now = props.editing.changedMeanwhile();
    if (now === null) return t().goneMeanwhile;
    if (now) return t().nowReads(now.title, lengthOfMinutes(language(), now.minutes));
    const waits = props.editing.waits();
    return waits && t().waits[waits];
  };
  onMount(() => {
    if (isNew() && draft().kind === 'pause' && !draft().title)
      props.editing.setDraft({ title: t().pauseTitle });
    form?.querySelector('input')?.focus();
    // As when a phone's keyboard opens.
    addEventListener('resize', keepInSight);
    onCleanup(() => removeEventListener('resize', keepInSight));
  });
  /** The foot lies over what is under it, and grows with its words: what one writes in stays above it. */
  const keepInSight = () => {
    const field = form?.querySelector(':is(input, textarea):focus');
    field?.scrollIntoView({ block: 'nearest' });
  };
  createEffect(() => {
    if (said()) requestAnimationFrame(keepInSight);
  });
  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (!draft().title.trim() || !minutesAreRight()) {
      form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    if (sending()) return;
    setSending(true);
    const saved = await props.editing.save();
    setSending(false);
    if (saved) props.onClose(saved);
  }
  return (
    <form ref={form} class={styles.form} onFocusIn={keepInSight} onSubmit={save} novalidate>
      <h3>{heading()}</h3>
      <Field
        label={t().title}
        maxlength={ITEM_TITLE_MAX}
        value={draft().title}
        error={tried() && !draft().title.trim() ? t().needsTitle : undefined}
        autocomplete="off"
        onInput={(event) => props.editing.setDraft({ title: event.currentTarget.value })}
      />
      <Field
        label={t().minutes}
        type="number"
        inputmode="numeric"
        min="1"
        max={String(ITEM_MINUTES_MAX)}
        inputClass={styles.minutes}
        value={draft().minutes}
        error={tried() && !minutesAreRight() ? t().needsMinutes(ITEM_MINUTES_MAX) : undefined}
        onInput={(event) => props.editing.setDraft({ minutes: event.currentTarget.value })}
      />
      <TextArea
        label={t().about}
        description={t().aboutHint}
        rows={4}
        maxlength={ITEM_ABOUT_MAX}
        value={draft().about}
        onInput={(event) => props.editing.setDraft({ about: event.currentTarget.value })}
      />
      <Switch
        label={t().isPause}
        on={draft().kind === 'pause'}
        onChange={(on) => props.editing.setDraft({ kind: on ? 'pause' : 'item' })}
      />
      <Show when={props.editing.isChanged()}>
        <div class={styles.asItIs}>
          <p id={asItIs}>{t().asItIs}</p>
          <ol aria-labelledby={asItIs}>
            <For each={props.editing.agenda.items}>
              {(item) => (
                <li class={styles.quiet}>
                  <span lang={PROGRAMME_LANGUAGE}>{item.title}</span>,{' '}
                  {lengthOfMinutes(language(), item.minutes)}
                </li>
              )}
            </For>
          </ol>
        </div>
      </Show>
      <div class={styles.foot}>
        {/* Here before its words are: only so are they read when they come. */}
        <p class={props.editing.problem() ? styles.problem : styles.quiet} role="status">
          {said()}
        </p>
        <div class={styles.ways}>
          <Button
            look="filled"
            size="small"
            type="submit"
            aria-disabled={sending() ? 'true' : undefined}
          >
            {t().save}
          </Button>
          <Button look="quiet" size="small" onClick={() => props.onClose()}>
            {t().cancel}
          </Button>
        </div>
      </div>
    </form>
  );
}
