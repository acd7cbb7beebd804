import type { JSX } from 'solid-js';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './BarButton.module.css';

export type BarButtonProps = {
  readonly icon: string;
  /** `filled`: the one main action. `soft`: on, without competing. */
  readonly look?: 'filled' | 'soft' | 'plain';
  readonly pressed?: boolean | undefined;
  /** Leaving stands apart, in berry. */
  readonly leaving?: boolean;
  /** Can be pressed, and will only be told why nothing happens. */
  readonly resting?: boolean | undefined;
  /** The same, and heard as resting too: a press never does anything. */
  readonly locked?: boolean | undefined;
  readonly title?: string | undefined;
  /** Where F2 leads. */
  readonly first?: boolean;
  readonly onClick: (event: MouseEvent) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: JSX.Element;
};

/** A control of the bar: icon over word. */
export function BarButton(props: BarButtonProps) {
  return (
    <button
      type="button"
      class={classNames(
        styles.control,
        styles[props.look ?? 'plain'],
        props.leaving && styles.leaving,
        (props.resting || props.locked) && styles.resting,
      )}
      aria-pressed={props.pressed}
      // Not `disabled`: it keeps the focus, and says why when it is pressed.
      aria-disabled={props.locked || undefined}
      title={props.title}
      data-first-control={props.first ? '' : undefined}
      onClick={(event) => props.onClick(event)}
      onKeyDown={(event) => props.onKeyDown?.(event)}
    >
      <span class={styles.sign}>
        <Icon path={props.icon} />
      </span>
      <span>{props.children}</span>
    </button>
  );
}
