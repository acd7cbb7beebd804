import { createSignal, For, Show } from 'solid-js';
import { PROMPT_ABOUT_MAX, PROMPT_MAX } from '#shared/features/session/round/model.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { createReturnFocus } from '../../../platform/return-focus.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { everyoneIcon } from '../../../ui/icons.ts';
import { Select } from '../../../ui/Select.tsx';
import { Sheet, SheetActions } from '../../../ui/Sheet.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import type { RoomProps } from '../room-props.ts';
import { KeepRoundTemplate } from './KeepRoundTemplate.tsx';
import { OwnTemplates } from './OwnTemplates.tsx';
import { READY_PROMPTS, type ReadyPrompt } from './ready-prompts.ts';
import { createRoundTemplates } from './round-templates.ts';
import styles from './StartRound.module.css';
import { ORDERS, type Order, orderOf } from './seats.ts';
import { words } from './words.ts';

const MINUTES = [1, 2, 3, 5] as const;

/** Under the agenda: any teacher who is here begins a round, from a question that stands ready or one of their own. */
export function StartRound(props: RoomProps & { readonly onDone: () => void }) {
  const t = useWords(words);
  const [open, setOpen] = createSignal(false);
  createReturnFocus(open);
  return (
    <>
      <Show when={!props.topics.round.isOn()}>
        <p class={styles.start}>
          <Button size="small" icon={everyoneIcon} onClick={() => setOpen(true)}>
            {t().start}
          </Button>
        </p>
      </Show>
      <Sheet
        open={open()}
        onOpenChange={setOpen}
        title={t().startTitle}
        closeLabel={t().close}
        startsInField
      >
        <RoundForm
          {...props}
          onDone={() => {
            setOpen(false);
            props.onDone();
          }}
        />
      </Sheet>
    </>
  );
}

function RoundForm(props: RoomProps & { readonly onDone: () => void }) {
  const t = useWords(words);
  const { round, roster } = props.topics;
  const { draft, write, forget } = round.beginning;
  const [isMissing, setMissing] = createSignal(false);
  const templates = createRoundTemplates(props.room.sessionId, props.room.me);
  let form: HTMLFormElement | undefined;
  /** What is asked, as it is written; where nothing is, it says so. */
  const read = () => {
    setMissing(draft().prompt.trim() === '');
    if (isMissing()) {
      form?.querySelector('input')?.focus();
      return undefined;
    }
    const { prompt, about, minutes } = draft();
    return {
      prompt: prompt.trim(),
      about: about.trim(),
      minutes: minutes === '' ? null : Number(minutes),
    };
  };
  const beginFrom = (asked: { prompt: string; about: string; minutes?: number | null }) => {
    const { prompt, about, minutes } = asked;
    write({ prompt, about, ...(minutes !== undefined && { minutes: String(minutes ?? '') }) });
    setMissing(false);
  };
  const begin = async (event: SubmitEvent) => {
    event.preventDefault();
    const asked = read();
    if (!asked) return;
    // Another has begun one: what is written stays, and what goes on is not to lie behind this.
    if (round.isOn()) {
      props.room.say(t().refusals['round-on']);
      return props.onDone();
    }
    const people = roster.takingPart().map(({ personId }) => personId);
    const byName = people.toSorted((one, other) =>
      roster.nameOf(one).localeCompare(roster.nameOf(other)),
    );
    const begun = await round.start({
      ...asked,
      ring: orderOf(draft().order, byName, props.room.me, Math.random),
    });
    if (begun) forget();
    if (begun || round.isOn()) props.onDone();
  };
  return (
    <form ref={form} class={styles.form} onSubmit={begin}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no row */}
      <div class={styles.templates} role="group" aria-label={t().begins}>
        <For each={Object.keys(READY_PROMPTS) as ReadyPrompt[]}>
          {(ready) => (
            <Button size="small" onClick={() => beginFrom(READY_PROMPTS[ready])}>
              {t().templates[ready]}
            </Button>
          )}
        </For>
      </div>
      <OwnTemplates templates={templates} onUse={beginFrom} />
      <Field
        lang={PROGRAMME_LANGUAGE}
        label={t().prompt}
        description={t().promptAbout}
        error={isMissing() ? t().promptMissing : undefined}
        maxLength={PROMPT_MAX}
        value={draft().prompt}
        onInput={(event) => write({ prompt: event.currentTarget.value })}
      />
      <TextArea
        rows={2}
        lang={PROGRAMME_LANGUAGE}
        label={t().about}
        description={t().aboutAbout}
        maxLength={PROMPT_ABOUT_MAX}
        value={draft().about}
        onInput={(event) => write({ about: event.currentTarget.value })}
      />
      <Select
        label={t().minutes}
        value={draft().minutes}
        groups={[
          {
            options: [
              ...MINUTES.map((one) => ({ value: String(one), label: t().minutesOf(one) })),
              { value: '', label: t().minutesNone },
            ],
          },
        ]}
        onChange={(event) => write({ minutes: event.currentTarget.value })}
      />
      <Select
        label={t().order}
        value={draft().order}
        groups={[{ options: ORDERS.map((one) => ({ value: one, label: t().orders[one] })) }]}
        onChange={(event) => write({ order: event.currentTarget.value as Order })}
      />
      <KeepRoundTemplate templates={templates} read={read} />
      <Show when={templates.problem()}>
        {(problem) => (
          <p class={styles.problem} role="alert">
            {problem()}
          </p>
        )}
      </Show>
      <p class={styles.about}>{t().beginAbout}</p>
      <SheetActions>
        <Button
          type="submit"
          look={round.isOn() ? 'plain' : 'filled'}
          aria-disabled={round.isOn() || undefined}
        >
          {t().begin}
        </Button>
        {/* Another has begun one meanwhile: what is written stays, to be kept or begun later. */}
        <span class={styles.why} role="status">
          {round.isOn() ? t().refusals['round-on'] : ''}
        </span>
      </SheetActions>
    </form>
  );
}
