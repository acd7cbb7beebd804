import { type JSX, Show } from 'solid-js';
import type { ChatKeeping } from '#shared/features/programme/keeping/model.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { downloadIcon, moreIcon } from '../../../ui/icons.ts';
import { Menu, MenuItem } from '../../../ui/Menu.tsx';
import styles from './ChatHead.module.css';
import { words as exportWords } from './export-words.ts';
import { words as keepingWords } from './keeping-words.ts';
import { words as searchWords } from './search-words.ts';

/** Above the messages: what concerns all of them. */
export function ChatHead(props: {
  readonly searching: boolean;
  readonly setSearchButton: (button: HTMLButtonElement) => void;
  readonly onSearch: () => void;
  /** Where it can be taken out. */
  readonly onExport: (() => void) | undefined;
  /** Other ways to say something, first in the line. */
  readonly children: JSX.Element;
}) {
  const t = useWords(searchWords);
  const more = useWords(exportWords);
  return (
    <div class={styles.head}>
      <div class={styles.others}>{props.children}</div>
      <Button
        ref={props.setSearchButton}
        look="quiet"
        size="small"
        aria-expanded={props.searching}
        onClick={props.onSearch}
      >
        {t().search}
      </Button>
      <Show when={props.onExport}>
        {(onExport) => (
          <Menu label={more().more} trigger={<Icon path={moreIcon} small />}>
            <MenuItem icon={downloadIcon} onSelect={() => onExport()()}>
              {more().download}
            </MenuItem>
          </Menu>
        )}
      </Show>
    </div>
  );
}

/** Before the first message: how long all of them are kept; and in a low window who reads them, which else stands by the field. */
export function WhatBecomesOfIt(props: {
  readonly keeping: ChatKeeping | undefined;
  readonly whoSees: string;
}) {
  const kept = useWords(keepingWords);
  const ruleOf = ({ days }: ChatKeeping) => (days === null ? kept().study : kept().days(days));
  return (
    <p class={styles.rule}>
      <span class={styles.who}>{props.whoSees}</span>{' '}
      <Show when={props.keeping}>{(rule) => <>{ruleOf(rule())}</>}</Show>
    </p>
  );
}
