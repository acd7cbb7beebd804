import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { reactIcon, writeIcon } from '../../../ui/icons.ts';
import type { Reactions } from '../reaction/reactions.ts';
import { words as reactionWords } from '../reaction/words.ts';
import type { OwnLine } from '../team-line/own-line.ts';
import { words as lineWords } from '../team-line/words.ts';
import styles from './OtherWays.module.css';

export type OtherWaysProps = { readonly ownLine: OwnLine; readonly reactions: Reactions };

/** Over the chat, which everybody reads: the ways to say something without it, to the teachers alone or to all for a moment. */
export function OtherWays(props: OtherWaysProps) {
  const t = useWords(reactionWords);
  const line = useWords(lineWords);
  return (
    <>
      <Show when={props.ownLine.mine()}>
        <Button look="quiet" size="small" icon={writeIcon} onClick={() => props.ownLine.show(true)}>
          <span class="visually-hidden">{props.ownLine.label()}</span>{' '}
          <span class={styles.short} aria-hidden="true">
            {line().writeShort}
            {/* Its room is there from the start: an answer moves nothing. */}
            <span class={styles.count}>{props.ownLine.unseen() || ''}</span>
          </span>
        </Button>
      </Show>
      <Button look="quiet" size="small" icon={reactIcon} onClick={() => props.reactions.open(true)}>
        {t().react}
      </Button>
    </>
  );
}
