import { For, Show } from 'solid-js';
import type { Scope } from '#shared/features/programme/planning/model.ts';
import { useWords } from '../../../platform/language.ts';
import styles from './Planning.module.css';
import { words } from './words.ts';

/** One session, or those that follow it in its series too. */
export function ScopeChoice(props: {
  readonly following: number;
  readonly scope: Scope;
  readonly onScope: (scope: Scope) => void;
  readonly name: string;
}) {
  const t = useWords(words);
  const label = (scope: Scope) =>
    scope === 'one' ? t().scopes.one : t().scopes.following(props.following);
  return (
    <Show when={props.following > 0}>
      <fieldset class={styles.choice}>
        <legend>{t().scope}</legend>
        <For each={['one', 'following'] as const}>
          {(one) => (
            <label>
              <input
                type="radio"
                name={props.name}
                value={one}
                checked={props.scope === one}
                onChange={() => props.onScope(one)}
              />
              {label(one)}
            </label>
          )}
        </For>
      </fieldset>
    </Show>
  );
}
