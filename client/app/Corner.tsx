import type { JSX } from 'solid-js';
import { type AboutSession, showCareSheet } from '../features/care/care-sheet.ts';
import { titleWords } from '../features/care/support-card/title.ts';
import { useWords } from '../platform/language.ts';
import { Icon } from '../ui/Icon.tsx';
import { talkIcon } from '../ui/icons.ts';
import styles from './Corner.module.css';

/**
 * What is always one press away, in the same place everywhere: at the bottom left on a desktop, at the top right on a phone. `where`: in
 * the frame's rail, in the room, alone on a page that has neither, or at the front door, on a desktop in its foot. `pause` stands first.
 */
export function Corner(props: {
  readonly where: 'frame' | 'room' | 'alone' | 'foot';
  readonly pause?: JSX.Element;
  /** Which session one is in. */
  readonly session?: AboutSession | undefined;
}) {
  const t = useWords(titleWords);
  return (
    <div class={styles.corner} data-where={props.where}>
      {props.pause}
      <CornerButton
        icon={talkIcon}
        opens="dialog"
        onClick={() => showCareSheet({ view: 'card', session: props.session })}
      >
        {t().title}
      </CornerButton>
    </div>
  );
}

/** One of them: a sign and words, quiet. */
export function CornerButton(props: {
  readonly icon: string;
  readonly opens?: 'dialog';
  readonly onClick: () => void;
  readonly children: string;
}) {
  return (
    <button
      type="button"
      class={styles.entry}
      aria-haspopup={props.opens}
      onClick={() => props.onClick()}
    >
      <Icon path={props.icon} />
      <span>{props.children}</span>
    </button>
  );
}
