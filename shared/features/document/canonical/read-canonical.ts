/** A node of the canonical form, with nothing missing that a reader asks for (docs/decisions/0044). */
export type CanonicalNode = {
  readonly type: string;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly content: readonly CanonicalNode[];
  readonly text: string;
  readonly marks: readonly {
    readonly type: string;
    readonly attrs: Readonly<Record<string, unknown>>;
  }[];
};

/** The text's nodes. What is no node of ours is left out: the form is the server's, and is read as a stranger's. */
export function readCanonical(canonical: string): CanonicalNode[] {
  return nodesOf(membersOf(JSON.parse(canonical)).content);
}

/** The footnotes of a text in their order: their place is their number. */
export function footnotesIn(nodes: readonly CanonicalNode[]): CanonicalNode[] {
  return nodes.flatMap((node) => (node.type === 'footnote' ? [node] : footnotesIn(node.content)));
}

function nodesOf(value: unknown): CanonicalNode[] {
  return listOf(value).map((each) => {
    const { type, attrs, content, text, marks } = membersOf(each);
    return {
      type: textOf(type),
      attrs: membersOf(attrs),
      content: nodesOf(content),
      text: textOf(text),
      marks: listOf(marks).map((mark) => {
        const given = membersOf(mark);
        return { type: textOf(given.type), attrs: membersOf(given.attrs) };
      }),
    };
  });
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
