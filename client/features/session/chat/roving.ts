import { createMemo, createSignal } from 'solid-js';

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowUp: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/**
 * One stop for Tab in a long list: the arrows move between the rows, and Tab leaves. Rows mark their control with
 * `data-row` and their id. The stop is the row that had focus last, else the last of the list.
 */
export function createRoving(rows: () => readonly string[]) {
  const [latest, setLatest] = createSignal<string>();
  const stop = createMemo(() => {
    const had = latest();
    return had !== undefined && rows().includes(had) ? had : rows().at(-1);
  });
  return {
    isStop: (id: string) => stop() === id,
    focused(event: FocusEvent): void {
      const id = (event.target as HTMLElement).dataset.row;
      if (id !== undefined) setLatest(id);
    },
    pressed(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
      const step = STEPS[event.key];
      const controls = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
      const at = controls.indexOf(event.target as HTMLElement);
      if (!step || at < 0) return;
      event.preventDefault();
      controls[step(at, controls.length)]?.focus();
    },
  };
}
