import { For, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { Block } from './blocks.ts';
import styles from './DifferenceView.module.css';

/** A table of the text, with what its cells say: one line, or several under each other. */
export function TableRows<Each extends { readonly place?: Block['place'] | undefined }>(props: {
  readonly rows: readonly (readonly (readonly Each[])[])[];
  readonly isChanged?: (line: Each) => boolean;
  readonly children: (line: Each) => JSX.Element;
}) {
  return (
    <div class={styles.scroll}>
      <table>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <For each={row}>
                  {(cell) => (
                    <Dynamic
                      component={cell[0]?.place?.names ? 'th' : 'td'}
                      data-changed={
                        cell.some((line) => props.isChanged?.(line) ?? false) || undefined
                      }
                    >
                      <For each={cell}>{props.children}</For>
                    </Dynamic>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
