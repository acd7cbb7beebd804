import { createMemo, For, type JSX, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useWords } from '../../../platform/language.ts';
import { linkAddress } from '../editing/link-address.ts';
import styles from './CanonicalText.module.css';
import { type CanonicalNode, footnotesIn, readCanonical } from './read-canonical.ts';
import { words } from './words.ts';

/** A text in canonical form, to be read: without the editor, and without anything that it could run. */
export function CanonicalText(props: { readonly canonical: string }) {
  const t = useWords(words);
  const content = createMemo(() => readCanonical(props.canonical));
  const footnotes = createMemo(() => footnotesIn(content()));
  const number = (node: CanonicalNode) => footnotes().indexOf(node) + 1;
  return (
    <div class={styles.text}>
      <Nodes nodes={content()} number={number} />
      <Show when={footnotes().length > 0}>
        <section aria-labelledby="footnotes">
          <h2 id="footnotes">{t().footnotes}</h2>
          <ol>
            <For each={footnotes()}>{(node) => <li>{textOf(node.attrs.text)}</li>}</For>
          </ol>
        </section>
      </Show>
    </div>
  );
}

type Numbering = (node: CanonicalNode) => number;

function Nodes(props: { readonly nodes: readonly CanonicalNode[]; readonly number: Numbering }) {
  return <For each={props.nodes}>{(node) => <OneNode node={node} number={props.number} />}</For>;
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
  tableCell: 'td',
  tableHeader: 'th',
};

function OneNode(props: { readonly node: CanonicalNode; readonly number: Numbering }): JSX.Element {
  const t = useWords(words);
  const { node } = props;
  const inner = () => <Nodes nodes={node.content} number={props.number} />;
  switch (node.type) {
    case 'text':
      return <Marked node={node} />;
    case 'heading':
      return <Dynamic component={Number(node.attrs.level) > 2 ? 'h3' : 'h2'}>{inner()}</Dynamic>;
    case 'taskItem':
      return (
        <li class={styles.task}>
          <span class="visually-hidden">
            {node.attrs.checked === true ? t().done : t().notDone}
          </span>
          <span aria-hidden="true">{node.attrs.checked === true ? '☑' : '☐'}</span>
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
    case 'hardBreak':
      return <br />;
    case 'horizontalRule':
      return <hr />;
    case 'image':
      return <p class={styles.picture}>{t().picture(textOf(node.attrs.alt))}</p>;
    case 'footnote':
      return (
        <sup>
          <span class="visually-hidden">{t().footnote} </span>
          {props.number(node)}
        </sup>
      );
    default: {
      const element = ELEMENTS[node.type];
      return element ? <Dynamic component={element}>{inner()}</Dynamic> : inner();
    }
  }
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

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
