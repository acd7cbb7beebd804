import { For, Show } from 'solid-js';
import type { RoundTemplate } from '#shared/features/session/round/model.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import type { RoundTemplates } from './round-templates.ts';
import styles from './StartRound.module.css';
import { words } from './words.ts';

/** One's own templates: a press begins from one, and another takes it away. */
export function OwnTemplates(props: {
  readonly templates: RoundTemplates;
  readonly onUse: (template: RoundTemplate) => void;
}) {
  const t = useWords(words);
  let summary!: HTMLElement;
  const drop = async (template: RoundTemplate) => {
    await props.templates.drop(template);
    // What was pressed is gone with its row.
    summary.focus();
  };
  return (
    <Show when={props.templates.all().length > 0}>
      <details class={styles.own}>
        <summary ref={summary}>{t().own.mine}</summary>
        <ul>
          <For each={props.templates.all()}>
            {(template) => (
              <li>
                <Button
                  size="small"
                  lang={PROGRAMME_LANGUAGE}
                  onClick={() => props.onUse(template)}
                >
                  {template.name}
                </Button>
                <Button look="quiet" size="small" onClick={() => void drop(template)}>
                  {t().own.remove}
                  <span class="visually-hidden"> «{template.name}»</span>
                </Button>
              </li>
            )}
          </For>
        </ul>
      </details>
    </Show>
  );
}
