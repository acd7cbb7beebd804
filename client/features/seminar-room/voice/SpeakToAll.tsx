import { createSignal, createUniqueId, For } from 'solid-js';
import { SPOKEN_TO_MAX } from '#shared/features/session/breakout/model.ts';
import type { BreakoutId } from '#shared/kernel/ids.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { createReturnFocus } from '../../../platform/return-focus.ts';
import { Button } from '../../../ui/Button.tsx';
import { microphoneIcon } from '../../../ui/icons.ts';
import { Sheet } from '../../../ui/Sheet.tsx';
import { SteadyWords } from '../../../ui/SteadyWords.tsx';
import styles from './SpeakToAll.module.css';
import type { Speech } from './speech.ts';
import { words } from './words.ts';

/**
 * One press to speak into the breakouts, and one to stop. Where there are more of them than one voice reaches, the first press
 * asks which.
 */
export function SpeakToAll(props: { readonly speech: Speech }) {
  const t = useWords(words);
  const [choosing, setChoosing] = createSignal(false);
  createReturnFocus(choosing);
  const status = () => props.speech.state().status;
  const first = () => (props.speech.mustChoose() ? t().speakToSome : t().speak);
  const says = () => {
    if (status() === 'opening') return t().opening;
    return status() === 'on-air' ? t().stop : first();
  };
  const press = () => {
    if (status() !== 'silent') props.speech.stop();
    else if (props.speech.mustChoose()) setChoosing(true);
    else void props.speech.speak();
  };
  return (
    <>
      <Button
        size="small"
        class={status() === 'on-air' ? styles.onAir : undefined}
        icon={microphoneIcon}
        aria-pressed={status() === 'on-air'}
        onClick={press}
      >
        <SteadyWords says={says()} also={first()} />
      </Button>
      <Sheet
        open={choosing()}
        onOpenChange={setChoosing}
        title={t().whichRooms}
        closeLabel={t().close}
      >
        <WhichRooms
          speech={props.speech}
          onSpeak={() => {
            setChoosing(false);
            void props.speech.speak();
          }}
        />
      </Sheet>
    </>
  );
}

function WhichRooms(props: { readonly speech: Speech; readonly onSpeak: () => void }) {
  const t = useWords(words);
  const id = createUniqueId();
  const { speech } = props;
  const isFull = () => speech.chosen().length >= SPOKEN_TO_MAX;
  const named = (room: BreakoutId) => speech.rooms().find((one) => one.id === room);
  const none = () => speech.chosen().length === 0;
  return (
    <div class={styles.which}>
      <fieldset class={styles.rooms} aria-describedby={id}>
        <legend class="visually-hidden">{t().whichRooms}</legend>
        <p id={id}>{speech.offered().length > 0 ? t().upToFour : t().allEmpty}</p>
        <For each={speech.offered()}>
          {(room) => {
            const isChosen = () => speech.chosen().includes(room);
            const rests = () => isFull() && !isChosen();
            return (
              <label class={styles.room} data-rests={rests() ? '' : undefined}>
                <input
                  type="checkbox"
                  checked={isChosen()}
                  // Not `disabled`: whoever goes through them by keyboard meets all of them.
                  aria-disabled={rests() || undefined}
                  onClick={(event) => rests() && event.preventDefault()}
                  onChange={(event) => speech.choose(room, event.currentTarget.checked)}
                />
                <span>
                  <b lang={PROGRAMME_LANGUAGE}>{named(room)?.name}</b>
                  <span class={styles.inside}>{speech.insideOf(room)}</span>
                </span>
              </label>
            );
          }}
        </For>
      </fieldset>
      <Button
        look="filled"
        wide
        icon={microphoneIcon}
        aria-disabled={none() || undefined}
        onClick={() => {
          if (!none()) props.onSpeak();
        }}
      >
        {none() ? t().speakToSome : t().speakTo(speech.heardBy())}
      </Button>
    </div>
  );
}
