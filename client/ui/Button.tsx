import { type JSX, Show, splitProps } from 'solid-js';
import styles from './Button.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';

/** `filled`: the one main action of a screen. `plain`: has an edge. `quiet`: words alone. `link`: reads as a link. */
type ButtonLook = 'filled' | 'plain' | 'quiet' | 'link';

export interface ButtonLooks {
  look?: ButtonLook | undefined;
  size?: 'small' | 'medium' | 'large' | undefined;
  /** Path data from `icons.ts`, drawn before the words. */
  icon?: string | undefined;
  /** Removal and leaving: berry, and the words say what is lost. */
  danger?: boolean | undefined;
  /** Fills the width it is given. */
  wide?: boolean | undefined;
}

export interface ButtonProps extends ButtonLooks, JSX.ButtonHTMLAttributes<HTMLButtonElement> {}

const looks = ['look', 'size', 'icon', 'danger', 'wide', 'class', 'children'] as const;

/** Class names shared by things that look like a button, whatever element they are. */
export function buttonClass(props: ButtonLooks & { class?: string | undefined }): string {
  return classNames(
    styles.button,
    styles[props.look ?? 'plain'],
    styles[props.size ?? 'medium'],
    props.danger && styles.danger,
    props.wide && styles.wide,
    props.class,
  );
}

/** A button. `type` is "button" unless said; a toggle passes `aria-pressed` and says its state in words. */
export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, looks);
  return (
    <button type="button" {...rest} class={buttonClass(own)}>
      <Show when={own.icon}>{(icon) => <Icon path={icon()} />}</Show>
      {own.children}
    </button>
  );
}
