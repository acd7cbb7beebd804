import { createEffect, Show } from 'solid-js';
import { inARow, language, useWords } from '../../platform/language.ts';
import { createReturnFocus } from '../../platform/return-focus.ts';
import { announce } from '../../ui/announcer.ts';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import styles from './Assignment.module.css';
import { words } from './words.ts';

/**
 * The one question before a text is locked: what happens, and who is not waited for. When the text changes under it there is
 * nothing to answer any more: it says so, and leads to what has to be read first.
 */
export function HandInSheet(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onHandIn: () => void;
  /** The text is another than the one that was asked about. */
  readonly changed: boolean;
  readonly textPath: string;
  /** The others have to say yes too before it is handed in. */
  readonly oneOfSome: boolean;
  readonly late: boolean;
  readonly alone: boolean;
  readonly missing: readonly string[];
  /** Those of them who ask the others to wait. */
  readonly waiting: readonly string[];
}) {
  const t = useWords(words);
  createReturnFocus(() => props.open);
  const about = () => {
    if (props.oneOfSome) return t().handInAboutSome(inARow(language(), props.missing));
    if (props.late) return t().handInAboutLate;
    return props.alone ? t().handInAboutAlone : t().handInAbout;
  };
  createEffect(() => {
    if (!props.open) return;
    if (props.changed) announce(`${t().changedQuestion}. ${t().changedAbout}`);
    else if (props.oneOfSome) announce(about());
  });
  return (
    <Sheet
      open={props.open}
      onOpenChange={(open) => !open && props.onClose()}
      title={props.changed ? t().changedQuestion : t().handInQuestion}
      closeLabel={t().close}
    >
      <div class={styles.question}>
        <Show
          when={!props.changed}
          fallback={
            <>
              <p>{t().changedAbout}</p>
              <p class={styles.ways}>
                <LinkButton look="filled" href={props.textPath}>
                  {t().readChanged}
                </LinkButton>
                <Button look="quiet" onClick={() => props.onClose()}>
                  {t().notYet}
                </Button>
              </p>
            </>
          }
        >
          <p>{about()}</p>
          <Show when={props.missing.length > 0 && !props.oneOfSome}>
            <p>
              <strong>{t().notWaitedFor(inARow(language(), props.missing))}</strong>
            </p>
          </Show>
          <Show when={props.waiting.length > 0}>
            <p>{t().askedForWait(inARow(language(), props.waiting))}</p>
          </Show>
          <p class={styles.ways}>
            <Button look="filled" onClick={() => props.onHandIn()}>
              {props.oneOfSome ? t().confirm : t().handIn}
            </Button>
            <Button look="quiet" onClick={() => props.onClose()}>
              {t().notYet}
            </Button>
          </p>
        </Show>
      </div>
    </Sheet>
  );
}
