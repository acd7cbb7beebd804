import { createEffect, createMemo, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { checkIcon, offlineIcon } from '../../../ui/icons.ts';
import type { OpenDocument } from './open-document.ts';
import styles from './SaveLine.module.css';
import { makeListener, standingOf } from './standing.ts';
import { words } from './words.ts';

/** Whether what was written is safe, in words. A screen reader hears when that changes for the worse or back. */
export function SaveLine(props: { readonly open: OpenDocument }) {
  const t = useWords(words);
  const standing = createMemo(() => {
    const provider = props.open.provider();
    return standingOf(provider.line(), provider.save(), props.open.mayWrite());
  });
  const listen = makeListener();
  createEffect(() => {
    const heard = listen(standing());
    if (heard === 'ill') announce(t().standing[standing()]);
    else if (heard === 'back') announce(t().backSpoken);
  });
  const ill = () => ['offline', 'offline-reading', 'not-saved'].includes(standing());
  return (
    <span
      class={classNames(styles.line, standing() === 'saved' && styles.saved, ill() && styles.ill)}
    >
      <Show when={standing() === 'saved'}>
        <Icon path={checkIcon} small />
      </Show>
      <Show when={ill()}>
        <Icon path={offlineIcon} small />
      </Show>
      {t().standing[standing()]}
    </span>
  );
}
