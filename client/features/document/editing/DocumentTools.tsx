import { type JSX, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { downIcon, lockIcon } from '../../../ui/icons.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Menu, MenuItem } from '../../../ui/Menu.tsx';
import styles from './DocumentPage.module.css';
import type { OpenDocument } from './open-document.ts';
import { caretsHidden, toolsPinned } from './shown-choices.ts';
import { words } from './words.ts';

/** What can be done with a document as a whole: only what this person may. */
export function DocumentTools(props: {
  readonly open: OpenDocument;
  readonly onFreeze: (frozen: boolean) => void;
  readonly onTrash: () => void;
  /** Stands before them. */
  readonly children: JSX.Element;
}) {
  const t = useWords(words);
  const rights = () => props.open.about()?.rights;
  const frozen = () => props.open.about()?.item.frozen ?? false;
  return (
    <span class={styles.tools}>
      {props.children}
      <Show when={rights()?.history}>
        <LinkButton look="quiet" size="small" href={`/dokument/${props.open.documentId}/versjoner`}>
          {t().versions}
        </LinkButton>
      </Show>
      <Menu
        label={t().moreAbout}
        trigger={
          <>
            {t().more}
            <Icon path={downIcon} small />
          </>
        }
      >
        <Show when={props.open.mayWrite()}>
          <MenuItem onSelect={toolsPinned.toggle}>
            {toolsPinned.chosen() ? t().unpinTools : t().pinTools}
          </MenuItem>
        </Show>
        <MenuItem onSelect={caretsHidden.toggle}>
          {caretsHidden.chosen() ? t().showCarets : t().hideCarets}
        </MenuItem>
        <Show when={rights()?.freeze}>
          <MenuItem icon={lockIcon} onSelect={() => props.onFreeze(!frozen())}>
            {frozen() ? t().thaw : t().freeze}
          </MenuItem>
        </Show>
        <Show when={rights()?.delete}>
          <MenuItem danger onSelect={() => props.onTrash()}>
            {t().toTrash}
          </MenuItem>
        </Show>
      </Menu>
    </span>
  );
}
