import { createSignal, For, onCleanup, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import styles from './ShortcutList.module.css';
import {
  type ChordRefusal,
  chordOf,
  isWithAlt,
  judgeChord,
  printed,
  SHORTCUTS,
  type Shortcut,
  USUAL_KEYS,
  writeChord,
} from './shortcut-keys.ts';
import { shortcutWords } from './shortcut-words.ts';
import {
  changeShortcut,
  resetShortcuts,
  shortcutKeys,
  shortcutsOn,
  turnShortcuts,
} from './shortcuts.ts';

/** The shortcuts with their keys, each of which can be changed on this device, and the switch that turns them all off. */
export function ShortcutList() {
  const t = useWords(shortcutWords);
  const [changing, setChanging] = createSignal<Shortcut>();
  /** What is to be said, and under which shortcut it stands: nothing above it moves. */
  const [said, setSaid] = createSignal<{ readonly name?: Shortcut; readonly words: string }>();
  let list: HTMLElement | undefined;
  const isChanged = () =>
    SHORTCUTS.some((name) => writeChord(shortcutKeys()[name]) !== writeChord(USUAL_KEYS[name]));

  const stop = (words: string) => {
    const name = changing();
    setChanging(undefined);
    setSaid(name ? { name, words } : { words });
  };
  const start = (name: Shortcut) => {
    setChanging(name);
    setSaid({ name, words: t().press });
  };
  const refuse = (name: Shortcut, refusal: ChordRefusal) => {
    const { refused, names } = t();
    const words =
      refusal.why === 'in-use' ? refused['in-use'](names[refusal.by]) : refused[refusal.why];
    setSaid({ name, words });
  };
  /** Comes before everything else that hears keys: neither the sheet nor a shortcut may act on them now. */
  const hear = (event: KeyboardEvent) => {
    const name = changing();
    if (!name) return;
    // Tab goes on its way: nobody is held fast here.
    if (event.key === 'Tab') return stop(t().unchanged);
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === 'Escape') return stop(t().unchanged);
    if (event.repeat) return;
    if (isWithAlt(event)) return refuse(name, { why: 'alt' });
    const chord = chordOf(event);
    if (!chord) return;
    const refusal = judgeChord(name, chord, shortcutKeys());
    if (refusal) return refuse(name, refusal);
    changeShortcut(name, chord);
    stop(t().changed(t().names[name], printed(chord)));
  };
  const leave = () => {
    if (changing()) stop(t().unchanged);
  };
  addEventListener('keydown', hear, { capture: true });
  addEventListener('blur', leave);
  onCleanup(() => {
    removeEventListener('keydown', hear, { capture: true });
    removeEventListener('blur', leave);
  });

  return (
    <section ref={list} class={styles.shortcuts} tabindex={-1} aria-label={t().title}>
      <Switch
        label={shortcutsOn() ? t().on : t().off}
        on={shortcutsOn()}
        onChange={turnShortcuts}
      />
      <p class="visually-hidden" role="status">
        {said()?.words}
      </p>
      <dl>
        <For each={SHORTCUTS}>
          {(name) => (
            <div>
              <dt>{t().names[name]}</dt>
              <dd>
                <kbd>{changing() === name ? '…' : printed(shortcutKeys()[name])}</kbd>
              </dd>
              <dd>
                <Button look="quiet" size="small" onClick={() => start(name)}>
                  {t().change}
                  <span class="visually-hidden"> {t().names[name]}</span>
                </Button>
              </dd>
              <Show when={said()?.name === name && said()?.words}>
                {(words) => (
                  <dd class={styles.said} aria-hidden="true">
                    {words()}
                  </dd>
                )}
              </Show>
            </div>
          )}
        </For>
      </dl>
      <div class={isChanged() ? undefined : styles.unneeded}>
        <Button
          size="small"
          onClick={() => {
            resetShortcuts();
            stop(t().wasReset);
            // The button is gone with what it was for; focus stays in the list.
            list?.focus();
          }}
        >
          {t().reset}
        </Button>
      </div>
    </section>
  );
}
