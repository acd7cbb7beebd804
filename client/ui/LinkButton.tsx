import { type JSX, Show, splitProps } from 'solid-js';
import { type ButtonLooks, buttonClass } from './Button.tsx';
import { Icon } from './Icon.tsx';

export interface LinkButtonProps extends ButtonLooks, JSX.AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
}

/** A link that looks like a button: it goes somewhere, where a `Button` does something. */
export function LinkButton(props: LinkButtonProps) {
  const [own, rest] = splitProps(props, [
    'look',
    'size',
    'icon',
    'danger',
    'wide',
    'class',
    'children',
  ]);
  return (
    <a {...rest} class={buttonClass(own)}>
      <Show when={own.icon}>{(icon) => <Icon path={icon()} />}</Show>
      {own.children}
    </a>
  );
}
