import { Dialog } from '@kobalte/core/dialog';
import { type JSX, untrack } from 'solid-js';
import { backCloses } from './back-closes.ts';
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
  /**
   * Begins in its first field, or where there is none at its first button, not at "Lukk": as soon as there is one. Until then, and
   * where there is nothing to do but read, at its title.
   */
  startsInField?: boolean;
  children: JSX.Element;
}

/**
 * A panel from the bottom on a phone, a box in the middle on a desktop. Focus stays inside until it is closed, which the
 * browser's Back does too.
 */
export function Sheet(props: SheetProps) {
  backCloses(
    () => props.open,
    () => props.onOpenChange(false),
  );
  let body: HTMLDivElement | undefined;
  const goToField = (event: Event) => {
    // Heard inside an effect of Kobalte's: what changes later must not begin the sheet anew, and take the focus along.
    if (!untrack(() => props.startsInField)) return;
    event.preventDefault();
    const sheet = event.target as HTMLElement;
    sheet.focus();
    if (!body || goToFirst(body)) return;
    const waiting = new MutationObserver(() => {
      // Whoever has gone on by then stays where they are.
      if (document.activeElement !== sheet || (body && goToFirst(body))) waiting.disconnect();
    });
    waiting.observe(body, { childList: true, subtree: true });
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

/** The ways on at the end of a form. In a sheet they stay in sight while what is over them scrolls. */
export function SheetActions(props: { readonly children: JSX.Element }) {
  return <p class={styles.actions}>{props.children}</p>;
}

/** @returns whether there is anything to go to */
function goToFirst(body: HTMLElement): boolean {
  const first =
    body.querySelector<HTMLElement>('input:not([hidden]), select, textarea') ??
    body.querySelector('button');
  first?.focus();
  return first !== null;
}
