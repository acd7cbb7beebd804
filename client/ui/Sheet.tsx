import { Dialog } from '@kobalte/core/dialog';
import { type JSX, untrack } from 'solid-js';
import { Icon } from './Icon.tsx';
import { closeIcon } from './icons.ts';
import { keepFocus } from './keep-focus.ts';
import styles from './Sheet.module.css';

export interface SheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** The words on the button that closes it. */
  closeLabel: string;
  /** Stands under the title and stays when the rest scrolls. */
  pinned?: JSX.Element;
  /** There to be filled in: begins in its first field, or where there is none yet at its first button, not at "Lukk". */
  startsInField?: boolean;
  children: JSX.Element;
}

/** A panel from the bottom on a phone, a box in the middle on a desktop. Focus stays inside until it is closed. */
export function Sheet(props: SheetProps) {
  let body: HTMLDivElement | undefined;
  const goToField = (event: Event) => {
    // Heard inside an effect of Kobalte's: what changes later must not begin the sheet anew, and take the focus along.
    if (!untrack(() => props.startsInField)) return;
    const first =
      body?.querySelector<HTMLElement>('input:not([hidden]), select, textarea') ??
      body?.querySelector('button');
    if (!first) return;
    event.preventDefault();
    first.focus();
  };
  return (
    <Dialog open={props.open} onOpenChange={(open) => props.onOpenChange(open)}>
      <Dialog.Portal>
        <Dialog.Overlay class={styles.veil} />
        <div class={styles.place}>
          <Dialog.Content ref={keepFocus} class={styles.sheet} onOpenAutoFocus={goToField}>
            <header class={styles.top}>
              <Dialog.Title class={styles.title}>{props.title}</Dialog.Title>
              <Dialog.CloseButton class={styles.close} aria-label={props.closeLabel}>
                <Icon path={closeIcon} />
                {props.closeLabel}
              </Dialog.CloseButton>
            </header>
            {props.pinned}
            <div ref={body} class={styles.body}>
              {props.children}
            </div>
          </Dialog.Content>
        </div>
      </Dialog.Portal>
    </Dialog>
  );
}
