import { Show } from 'solid-js';
import { inARow, language, useWords } from '../../platform/language.ts';
import { createReturnFocus } from '../../platform/return-focus.ts';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import styles from './Assignment.module.css';
import { words } from './words.ts';

/** The one question before a text is locked: what happens, and who is not waited for. */
export function HandInSheet(props: {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onHandIn: () => void;
  readonly late: boolean;
  readonly alone: boolean;
  readonly missing: readonly string[];
  /** Those of them who ask the others to wait. */
  readonly waiting: readonly string[];
}) {
  const t = useWords(words);
  createReturnFocus(() => props.open);
  const about = () => {
    if (props.late) return t().handInAboutLate;
    return props.alone ? t().handInAboutAlone : t().handInAbout;
  };
  return (
    <Sheet
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t().handInQuestion}
      closeLabel={t().close}
    >
      <div class={styles.question}>
        <p>{about()}</p>
        <Show when={props.missing.length > 0}>
          <p>
            <strong>{t().notWaitedFor(inARow(language(), props.missing))}</strong>
          </p>
        </Show>
        <Show when={props.waiting.length > 0}>
          <p>{t().askedForWait(inARow(language(), props.waiting))}</p>
        </Show>
        <p class={styles.ways}>
          <Button look="filled" onClick={() => props.onHandIn()}>
            {t().handIn}
          </Button>
          <Button look="quiet" onClick={() => props.onOpenChange(false)}>
            {t().notYet}
          </Button>
        </p>
      </div>
    </Sheet>
  );
}
