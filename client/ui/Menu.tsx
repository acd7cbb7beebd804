import { ContextMenu } from '@kobalte/core/context-menu';
import { DropdownMenu } from '@kobalte/core/dropdown-menu';
import { createSignal, For, type JSX, onMount, type ParentProps, Show } from 'solid-js';
import { Icon } from './Icon.tsx';
import { checkIcon } from './icons.ts';
import styles from './Menu.module.css';

export interface MenuProps {
  /** What the menu holds, for screen readers. */
  label: string;
  /** What stands on the button that opens it. */
  trigger: JSX.Element;
  triggerClass?: string | undefined;
  /** Comes open, since its button was pressed before the menu was there; by the keyboard it begins at its first row. */
  openedBy?: 'pointer' | 'keyboard' | undefined;
  children: JSX.Element;
}

/**
 * A button with a menu: arrows move, Escape closes and focus goes back to the button. The menu stays beside its button in
 * the page, so that it belongs to the same landmark, and floats over what is around.
 */
export function Menu(props: MenuProps) {
  const [place, setPlace] = createSignal<HTMLElement>();
  let trigger: HTMLButtonElement | undefined;
  onMount(() => {
    if (!props.openedBy) return;
    trigger?.focus({ preventScroll: true });
    // Pressed anew, as the button's own way to the first row.
    if (props.openedBy === 'keyboard')
      trigger?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  });
  // Heard a moment after the menu is gone: whoever went on meanwhile stays where they are.
  const giveBackFocus = (event: Event) => {
    event.preventDefault();
    if (document.activeElement === document.body) trigger?.focus({ preventScroll: true });
  };
  return (
    <DropdownMenu
      gutter={4}
      placement="bottom-end"
      modal={false}
      defaultOpen={props.openedBy === 'pointer'}
    >
      <DropdownMenu.Trigger
        ref={trigger}
        class={props.triggerClass ?? styles.trigger}
        aria-label={props.label}
      >
        {props.trigger}
      </DropdownMenu.Trigger>
      <div ref={setPlace} />
      <Show when={place()}>
        {(mount) => (
          <DropdownMenu.Portal mount={mount()}>
            {/* The same as the drop-down's own, which takes the focus even from where somebody writes. */}
            <ContextMenu.Content class={styles.menu} onCloseAutoFocus={giveBackFocus}>
              {props.children}
            </ContextMenu.Content>
          </DropdownMenu.Portal>
        )}
      </Show>
    </DropdownMenu>
  );
}

export interface MenuItemProps {
  icon?: string | undefined;
  danger?: boolean | undefined;
  disabled?: boolean | undefined;
  onSelect: () => void;
  children: JSX.Element;
}

/** One thing that can be done. It closes the menu. */
export function MenuItem(props: MenuItemProps) {
  return (
    <DropdownMenu.Item
      class={styles.item}
      classList={{ [styles.danger ?? '']: props.danger ?? false }}
      disabled={props.disabled ?? false}
      onSelect={() => props.onSelect()}
    >
      <Show when={props.icon}>{(icon) => <Icon path={icon()} />}</Show>
      {props.children}
    </DropdownMenu.Item>
  );
}

/** Something that is on or off. The menu stays open, so that the effect is seen. */
export function MenuSwitch(props: {
  on: boolean;
  onChange: (on: boolean) => void;
  children: JSX.Element;
}) {
  return (
    <DropdownMenu.CheckboxItem
      class={styles.item}
      checked={props.on}
      onChange={(on) => props.onChange(on)}
      closeOnSelect={false}
    >
      <span class={styles.box}>
        <DropdownMenu.ItemIndicator>
          <Icon path={checkIcon} small />
        </DropdownMenu.ItemIndicator>
      </span>
      {props.children}
    </DropdownMenu.CheckboxItem>
  );
}

export interface MenuChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; lang?: string | undefined }[];
  onChange: (value: Value) => void;
}

/** One choice of several, kept open while choosing so that the effect is seen. */
export function MenuChoice<Value extends string>(props: MenuChoiceProps<Value>) {
  return (
    <DropdownMenu.Group class={styles.group}>
      <DropdownMenu.GroupLabel class={styles.label}>{props.label}</DropdownMenu.GroupLabel>
      <DropdownMenu.RadioGroup
        value={props.value}
        onChange={(value) => props.onChange(value as Value)}
      >
        <For each={props.options}>
          {(option) => (
            <DropdownMenu.RadioItem
              class={styles.item}
              value={option.value}
              closeOnSelect={false}
              lang={option.lang}
            >
              <span class={styles.tick}>
                <DropdownMenu.ItemIndicator>
                  <Icon path={checkIcon} small />
                </DropdownMenu.ItemIndicator>
              </span>
              {option.label}
            </DropdownMenu.RadioItem>
          )}
        </For>
      </DropdownMenu.RadioGroup>
    </DropdownMenu.Group>
  );
}

/** Words at the top of a menu or of a part of it. */
export function MenuPart(props: ParentProps<{ label?: string | undefined }>) {
  return (
    <DropdownMenu.Group class={styles.group}>
      <Show when={props.label}>
        <DropdownMenu.GroupLabel class={styles.label}>{props.label}</DropdownMenu.GroupLabel>
      </Show>
      {props.children}
    </DropdownMenu.Group>
  );
}
