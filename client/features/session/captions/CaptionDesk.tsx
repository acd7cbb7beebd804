import { createEffect, createSignal, For, on } from 'solid-js';
import type { BreakoutId, PersonId } from '#shared/kernel/ids.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { createReturnFocus } from '../../../platform/return-focus.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import type { RosterStore } from '../roster/roster-store.ts';
import type { Room } from '../session-room.ts';
import { AbbreviationList } from './AbbreviationList.tsx';
import styles from './CaptionDesk.module.css';
import { CaptionLines } from './CaptionLines.tsx';
import { createCaptionWriter } from './caption-writer.ts';
import type { Captions } from './captions-store.ts';
import { words } from './words.ts';
import type { Step } from './writing.ts';

/** What a captioner works at: what the others see, and one field that is never slower than the hand. */
export function CaptionDesk(props: {
  readonly room: Room;
  readonly roster: RosterStore;
  readonly captions: Captions;
  /** The breakout that one sits in, if any: what is written is for those there, and another room begins anew. */
  readonly breakoutId: BreakoutId | undefined;
}) {
  const t = useWords(words);
  const writer = createCaptionWriter(props.room, props.roster, props.breakoutId);
  const [open, setOpen] = createSignal(false);
  createReturnFocus(open);
  let field: HTMLInputElement | undefined;

  /** Touched only where something else stands there than what was pressed. */
  const put = (step: Step | undefined) => {
    if (!field || !step || field.value === step.writing.text) return;
    field.value = step.writing.text;
    field.setSelectionRange(step.caret, step.caret);
  };
  const typed = (input: HTMLInputElement) =>
    put(writer.type(input.value, input.selectionStart ?? input.value.length));
  const takeUp = (event?: Event) => {
    const step = writer.takeUp();
    if (!step) return;
    // The press itself would take its last letter away.
    event?.preventDefault();
    put(step);
    field?.focus();
  };
  const pressed = (event: KeyboardEvent) => {
    // A sign that is still being put together is ended by Enter too.
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      put(writer.end());
    }
    if (event.key === 'Backspace' && field?.value === '') takeUp(event);
  };
  createEffect(
    on(
      writer.state,
      (state, before) => {
        if (state !== 'ok' || before === 'waits') announce(t().states[state]);
      },
      { defer: true },
    ),
  );
  const options = () => [
    { value: '', label: t().nobodyNamed },
    ...writer.people().map(({ personId, name }) => ({ value: personId as string, label: name })),
  ];
  return (
    <section class={styles.desk} aria-label={t().desk}>
      <CaptionLines captions={props.captions} />
      <div class={styles.work}>
        <Field
          ref={(input) => {
            field = input;
          }}
          class={styles.field}
          label={t().field}
          description={t().states[writer.state()]}
          lang={PROGRAMME_LANGUAGE}
          autocomplete="off"
          autocapitalize="sentences"
          enterkeyhint="enter"
          data-state={writer.state()}
          onInput={(event) => typed(event.currentTarget)}
          onKeyDown={pressed}
        />
        <Select
          class={styles.who}
          label={t().speaker}
          labelHidden
          groups={[{ options: options() }]}
          value={writer.speaker() ?? ''}
          onChange={(event) => {
            writer.speak((event.currentTarget.value || null) as PersonId | null);
            field?.focus();
          }}
        />
        <Button disabled={!writer.canTakeUp()} onClick={() => takeUp()}>
          {t().takeUp}
        </Button>
        <Button onClick={() => setOpen(true)}>{t().abbreviations}</Button>
      </div>
      <Sheet open={open()} onOpenChange={setOpen} title={t().abbreviations} closeLabel={t().close}>
        <AbbreviationList writer={writer} />
        <section class={styles.help}>
          <h3>{t().help}</h3>
          <ul>
            <For each={t().helpLines}>{(line) => <li>{line}</li>}</For>
          </ul>
        </section>
      </Sheet>
    </section>
  );
}
