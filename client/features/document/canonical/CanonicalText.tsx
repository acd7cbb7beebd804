import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import {
  type CanonicalNode,
  footnotesIn,
  readCanonical,
} from '#shared/features/document/canonical/read-canonical.ts';
import type { ImageId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { classNames } from '../../../ui/class-names.ts';
import { longWord } from '../../../ui/long-word.ts';
import { spanOf } from '../editing/cell-span.ts';
import { linkAddress } from '../editing/link-address.ts';
import tables from '../editing/tables.module.css';
import { isImageId } from '../images/image-id.ts';
import styles from './CanonicalText.module.css';
import { words } from './words.ts';

/** Where a picture is shown from. */
type Addressing = (imageId: ImageId) => string;

/** A text in canonical form, to be read: without the editor, and without anything that it could run. */
export function CanonicalText(props: {
  readonly canonical: string;
  readonly imageAddress: Addressing;
}) {
  const t = useWords(words);
  const content = createMemo(() => readCanonical(props.canonical));
  const footnotes = createMemo(() => footnotesIn(content()));
  const number = (node: CanonicalNode) => footnotes().indexOf(node) + 1;
  return (
    <div class={classNames(styles.text, tables.tables)}>
      <Nodes nodes={content()} reading={{ number, imageAddress: props.imageAddress }} />
      <Show when={footnotes().length > 0}>
        <section aria-labelledby="footnotes">
          <h2 id="footnotes">{t().footnotes}</h2>
          <ol>
            <For each={footnotes()}>
              {(node) => (
                <li data-long-word={longWord(textOf(node.attrs.text))}>
                  {textOf(node.attrs.text)}
                </li>
              )}
            </For>
          </ol>
        </section>
      </Show>
    </div>
  );
}

/** What a node's place in the whole text gives it. */
type Reading = {
  readonly number: (node: CanonicalNode) => number;
  readonly imageAddress: Addressing;
};

function Nodes(props: { readonly nodes: readonly CanonicalNode[]; readonly reading: Reading }) {
  return <For each={props.nodes}>{(node) => <OneNode node={node} reading={props.reading} />}</For>;
}

/** What stands as an element of its own; anything else stands by what is in it. */
const ELEMENTS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  taskList: 'ul',
  tableRow: 'tr',
};

function OneNode(props: { readonly node: CanonicalNode; readonly reading: Reading }): JSX.Element {
  const t = useWords(words);
  const { node } = props;
  const inner = () => <Nodes nodes={node.content} reading={props.reading} />;
  switch (node.type) {
    case 'text':
      return <Marked node={node} />;
    case 'heading':
      return (
        <Dynamic
          component={Number(node.attrs.level) > 2 ? 'h3' : 'h2'}
          data-long-word={longWordIn(node)}
        >
          {inner()}
        </Dynamic>
      );
    case 'taskItem':
      return (
        <li class={styles.task}>
          <span class="visually-hidden">
            {node.attrs.checked === true ? t().done : t().notDone}
          </span>
          <span class={styles.sign} aria-hidden="true">
            {node.attrs.checked === true ? '☑' : '☐'}
          </span>
          <div>{inner()}</div>
        </li>
      );
    case 'table':
      return (
        <section class={styles.wide} tabindex="0" aria-label={t().table}>
          <table>
            <tbody>{inner()}</tbody>
          </table>
        </section>
      );
    case 'tableCell':
    case 'tableHeader':
      return (
        <Dynamic
          component={node.type === 'tableCell' ? 'td' : 'th'}
          colspan={spanOf(node.attrs.colspan)}
          rowspan={spanOf(node.attrs.rowspan)}
        >
          {inner()}
        </Dynamic>
      );
    case 'hardBreak':
      return <br />;
    case 'horizontalRule':
      return <hr />;
    case 'image':
      return <Picture node={node} imageAddress={props.reading.imageAddress} />;
    case 'footnote':
      return (
        <sup>
          <span class="visually-hidden">{t().footnote} </span>
          {props.reading.number(node)}
        </sup>
      );
    default: {
      const element = ELEMENTS[node.type];
      if (!element) return inner();
      return (
        <Dynamic component={element} data-long-word={longWordIn(node)}>
          {inner()}
        </Dynamic>
      );
    }
  }
}

/** As in the text that it was handed in with; in words where it cannot be fetched. */
function Picture(props: {
  readonly node: CanonicalNode;
  readonly imageAddress: Addressing;
}): JSX.Element {
  const t = useWords(words);
  const [missing, setMissing] = createSignal(false);
  const { alt, imageId, width, height } = props.node.attrs;
  const src = isImageId(imageId) ? props.imageAddress(imageId) : undefined;
  return (
    <Show
      when={src !== undefined && !missing()}
      fallback={<p class={styles.missing}>{t().picture(textOf(alt))}</p>}
    >
      <img
        class={styles.picture}
        src={src}
        alt={textOf(alt)}
        width={numberOf(width)}
        height={numberOf(height)}
        decoding="async"
        loading="lazy"
        onError={() => setMissing(true)}
      />
    </Show>
  );
}

const MARKS: Readonly<Record<string, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
};

function Marked(props: { readonly node: CanonicalNode }): JSX.Element {
  return props.node.marks.reduce<JSX.Element>((inner, mark) => {
    const element = MARKS[mark.type];
    if (element) return <Dynamic component={element}>{inner}</Dynamic>;
    const href = mark.type === 'link' ? linkAddress(textOf(mark.attrs.href)) : undefined;
    if (!href) return inner;
    return (
      <a href={href} rel="noopener noreferrer nofollow" target="_blank">
        {inner}
      </a>
    );
  }, props.node.text);
}

/** Of the words that stand in the block itself: a block within is marked for its own. */
const longWordIn = ({ content }: CanonicalNode) =>
  longWord(content.map((each) => (each.type === 'text' ? each.text : '')).join(''));

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined);
