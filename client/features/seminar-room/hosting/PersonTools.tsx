import { createSignal, Show } from 'solid-js';
import type { RosterEntry } from '#shared/features/session/roster/model.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { microphoneIcon, microphoneOffIcon, spotlightIcon } from '../../../ui/icons.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { PinButton } from '../stage/PinButton.tsx';
import type { Hosting } from './hosting.ts';
import styles from './PersonTools.module.css';
import { words } from './words.ts';

/** What a teacher can do for one person: folded away behind "Valg", so that the list stays a list. */
export function PersonTools(props: {
  readonly room: SeminarRoom;
  readonly hosting: Hosting;
  readonly entry: RosterEntry;
}) {
  const t = useWords(words);
  const [open, setOpen] = createSignal(false);
  const id = () => props.entry.personId;
  const media = () => props.room.person(id());
  const controls = () => props.room.controls();
  const asked = () => controls().asks.some((ask) => ask.personId === id());
  const spotlit = () => controls().spotlightId === id();
  const mayShare = () => controls().screenAllowed.includes(id());
  const teaches = () => props.entry.part === 'teacher';
  return (
    <>
      <Button look="quiet" size="small" aria-expanded={open()} onClick={() => setOpen(!open())}>
        {t().choices}
        <span class="visually-hidden"> {t().for(props.entry.displayName)}</span>
      </Button>
      <Show when={open()}>
        <div class={styles.tools}>
          <PinButton room={props.room} personId={id()} name={props.entry.displayName} />
          <Show when={media()}>
            {(person) => (
              <>
                <Show
                  when={person().microphone === 'live'}
                  fallback={
                    <Button
                      size="small"
                      icon={microphoneIcon}
                      aria-pressed={asked()}
                      onClick={() => props.hosting.ask(id())}
                    >
                      {asked() ? t().asked : t().ask}
                    </Button>
                  }
                >
                  <Button
                    size="small"
                    icon={microphoneOffIcon}
                    onClick={() => props.hosting.mute(id())}
                  >
                    {t().mute}
                  </Button>
                </Show>
                <Button
                  size="small"
                  icon={spotlightIcon}
                  aria-pressed={spotlit()}
                  onClick={() => props.hosting.spotlight(spotlit() ? null : id())}
                >
                  {spotlit() ? t().spotlightOn : t().spotlight}
                </Button>
                <Show when={person().camera}>
                  <Button size="small" onClick={() => props.hosting.stop(id(), 'camera')}>
                    {t().stopCamera}
                  </Button>
                </Show>
                <Show when={person().screen}>
                  <Button size="small" onClick={() => props.hosting.stop(id(), 'screen')}>
                    {t().stopScreen}
                  </Button>
                </Show>
                <Show when={!teaches()}>
                  <Button size="small" onClick={() => props.hosting.allowScreen(id(), !mayShare())}>
                    {mayShare() ? t().withdrawScreen : t().allowScreen}
                  </Button>
                </Show>
              </>
            )}
          </Show>
          <Show when={!teaches()}>
            <Button look="quiet" size="small" danger onClick={() => props.hosting.remove(id())}>
              {t().remove}
            </Button>
          </Show>
        </div>
      </Show>
    </>
  );
}
