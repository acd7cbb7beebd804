import { Tabs as KobalteTabs } from '@kobalte/core/tabs';
import { For, type JSX } from 'solid-js';
import styles from './Tabs.module.css';

interface Tab<Id extends string> {
  id: Id;
  /** Short words; a count is part of the words: "Samtale, 3 nye". */
  label: string;
  content: () => JSX.Element;
}

export interface TabsProps<Id extends string> {
  /** What the tabs are about, for screen readers. */
  label: string;
  tabs: readonly Tab<Id>[];
  value: Id;
  onChange: (id: Id) => void;
  class?: string | undefined;
}

/** A real tab list: arrows move between tabs, Tab goes into the panel. Content is made when first opened. */
export function Tabs<Id extends string>(props: TabsProps<Id>) {
  return (
    <KobalteTabs
      class={`${styles.tabs} ${props.class ?? ''}`}
      value={props.value}
      onChange={(id) => props.onChange(id as Id)}
    >
      <KobalteTabs.List class={styles.list} aria-label={props.label}>
        <For each={props.tabs}>
          {(tab) => (
            <KobalteTabs.Trigger class={styles.tab} value={tab.id}>
              {tab.label}
            </KobalteTabs.Trigger>
          )}
        </For>
      </KobalteTabs.List>
      <For each={props.tabs}>
        {(tab) => (
          <KobalteTabs.Content class={styles.panel} value={tab.id}>
            {tab.content()}
          </KobalteTabs.Content>
        )}
      </For>
    </KobalteTabs>
  );
}
