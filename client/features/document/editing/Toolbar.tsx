import type { Editor } from '@tiptap/core';
import { type Accessor, createMemo, For, type JSX, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { classNames } from '../../../ui/class-names.ts';
import { createSideScroll } from '../../../ui/side-scroll.ts';
import { createBeside } from './beside.ts';
import type { Insertion } from './insertion.ts';
import { type Box, roomAround } from './placing.ts';
import styles from './Toolbar.module.css';
import { tableSpot } from './table-spot.ts';
import { type ToolChoice, type ToolGroup, toolGroups } from './tool-groups.ts';
import { words } from './words.ts';

export type ToolbarProps = {
  readonly editor: Editor;
  /** Changes with everything that the editor does. */
  readonly turn: Accessor<number>;
  readonly onInsert: (insertion: Insertion) => void;
  readonly show: ToolChoice;
  /** One line that scrolls sideways, where there is little room; as many as they need otherwise. */
  readonly oneRow?: boolean | undefined;
  /**
   * The tools for a table stand by the table, in the room there is, so that the others need no more when the caret comes
   * into one.
   */
  readonly tableRoom?: (() => Box) | undefined;
};

/** Words, not signs. One stop for Tab; arrows move inside, and Esc goes back to the text. */
export function Toolbar(props: ToolbarProps) {
  const t = useWords(words);
  const groups = createMemo<readonly ToolGroup[]>(() => {
    props.turn();
    return toolGroups(props.show, props.editor, t(), props.onInsert);
  });
  const names = createMemo(
    () => groups().map(({ id, tools }) => ({ id, names: tools.map(({ name }) => name) })),
    [],
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  const tool = (group: string, index: number) =>
    groups().find(({ id }) => id === group)?.tools[index];

  const isApart = (group: string) => props.tableRoom !== undefined && group === 'table';
  const inRow = createMemo(() => names().filter(({ id }) => !isApart(id)));
  const apart = createMemo(() => names().find(({ id }) => isApart(id)));
  const scroll = createSideScroll();
  let bar: HTMLDivElement | undefined;
  const buttons = () => [...(bar?.querySelectorAll('button') ?? [])];
  function move(event: KeyboardEvent): void {
    const all = buttons();
    const here = all.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: all.length - 1 }[
      event.key
    ];
    if (event.key === 'Escape') props.editor.view.focus();
    else if (to === undefined) return;
    else stop(all.at(to % all.length));
    event.preventDefault();
  }
  /** The one that Tab comes back to. */
  function stop(button: HTMLButtonElement | undefined): void {
    for (const one of buttons()) one.tabIndex = one === button ? 0 : -1;
    button?.focus();
  }
  const Tools = (of: { readonly group: string; readonly names: readonly string[] }) => (
    <For each={of.names}>
      {(name, at) => (
        <button
          type="button"
          class={classNames(styles.tool, tool(of.group, at())?.look)}
          tabindex={of.group === inRow()[0]?.id && at() === 0 ? 0 : -1}
          aria-pressed={tool(of.group, at())?.on}
          aria-disabled={tool(of.group, at())?.off ? 'true' : undefined}
          // The text keeps what is selected in it.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            const pressed = tool(of.group, at());
            if (!pressed?.off) pressed?.run();
          }}
        >
          {name}
        </button>
      )}
    </For>
  );
  return (
    <div
      ref={bar}
      class={styles.tools}
      data-more={scroll.more()}
      data-one-row={props.oneRow ? '' : undefined}
      data-pinned={props.show === 'full' ? '' : undefined}
      role="toolbar"
      tabindex="-1"
      aria-label={t().tools}
      onKeyDown={move}
    >
      <div ref={scroll.watch} class={styles.bar}>
        <For each={inRow()}>
          {(group) => (
            <div class={styles.group}>
              <Tools group={group.id} names={group.names} />
            </div>
          )}
        </For>
      </div>
      <Show when={apart()}>
        {(group) => (
          <BesideTable editor={props.editor} turn={props.turn} room={props.tableRoom}>
            <Tools group={group().id} names={group().names} />
          </BesideTable>
        )}
      </Show>
    </div>
  );
}

function BesideTable(props: {
  readonly editor: Editor;
  readonly turn: Accessor<number>;
  readonly room: (() => Box) | undefined;
  readonly children: JSX.Element;
}) {
  let element: HTMLDivElement | undefined;
  const room = () => props.room?.() ?? roomAround(props.editor.view.dom);
  const place = createBeside({
    element: () => element,
    spot: () => {
      props.turn();
      return tableSpot(props.editor, room());
    },
    room,
  });
  return (
    <div
      ref={element}
      class={classNames(styles.group, styles.apart)}
      style={{ '--x': `${place()?.left ?? 0}px`, '--y': `${place()?.top ?? 0}px` }}
    >
      {props.children}
    </div>
  );
}
