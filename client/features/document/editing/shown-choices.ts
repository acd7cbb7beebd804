import { createSignal } from 'solid-js';
import { keep, kept } from '../../../platform/kept.ts';

const isYes = (value: unknown): value is 'yes' => value === 'yes';

/** A choice about how texts are shown, kept on this device. */
function createChoice(name: string) {
  const [chosen, set] = createSignal(kept(name, isYes) !== undefined);
  return {
    chosen,
    toggle(): void {
      set(!chosen());
      keep(name, chosen() ? 'yes' : undefined);
    },
  };
}

/** The full toolbar stands over the text. */
export const toolsPinned = createChoice('tools-pinned');
/** The others' carets are not drawn. */
export const caretsHidden = createChoice('carets-hidden');
