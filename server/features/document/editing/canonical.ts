import * as Y from 'yjs';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';

/** Names the form, so that a later one is known from it (docs/decisions/0044). */
const FORMAT = 'mellom-text-1';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * What a document says, written in one way only: however it came to say so, whoever wrote it and in whatever order. JSON
 * by RFC 8785: members by name, no space between them.
 */
export function canonicalOf(doc: Y.Doc): string {
  const content = nodesIn(doc.getXmlFragment(TEXT_FIELD));
  return written({ content, format: FORMAT });
}

function nodesIn(parent: Y.XmlFragment | Y.XmlElement): Json[] {
  const nodes: Json[] = [];
  let run: Run | null = null;
  const endRun = () => {
    if (run) nodes.push(textNode(run));
    run = null;
  };
  const add = (text: string, marks: readonly Json[]) => {
    const key = written(marks);
    // Letters that look alike are one run, whatever pieces they were typed in.
    if (run?.key !== key) endRun();
    run = { text: (run?.text ?? '') + text, marks, key };
  };
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlElement) {
      endRun();
      nodes.push(elementNode(child));
    } else if (child instanceof Y.XmlText) {
      for (const { insert, attributes } of child.toDelta() as Delta) {
        if (typeof insert === 'string') add(insert, marksOf(attributes));
        else {
          endRun();
          nodes.push({ type: 'embed', value: jsonOf(insert) });
        }
      }
    }
  }
  endRun();
  return nodes;
}

type Run = { readonly text: string; readonly marks: readonly Json[]; readonly key: string };

function textNode({ text, marks }: Run): Json {
  return { type: 'text', text, ...(marks.length > 0 && { marks }) };
}

type Delta = readonly { readonly insert: unknown; readonly attributes?: Record<string, unknown> }[];

function elementNode(element: Y.XmlElement): Json {
  const attrs = membersOf(element.getAttributes());
  const content = nodesIn(element);
  return {
    type: element.nodeName,
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(content.length > 0 && { content }),
  };
}

function marksOf(attributes: Record<string, unknown> = {}): Json[] {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => {
      const attrs = membersOf(value);
      // Marks of one kind on one letter are told apart by what follows the dashes, which is no content.
      const type = name.split('--')[0] ?? name;
      return { type, ...(Object.keys(attrs).length > 0 && { attrs }) };
    })
    .sort((a, b) => (written(a) < written(b) ? -1 : 1));
}

/** What says nothing is left out: an attribute that is not there and one that is null are the same to a reader. */
function membersOf(value: unknown): { readonly [key: string]: Json } {
  if (typeof value !== 'object' || value === null) return {};
  const given = Object.entries(value).filter(([, each]) => each !== null && each !== undefined);
  return Object.fromEntries(given.map(([key, each]) => [key, jsonOf(each)]));
}

function jsonOf(value: unknown): Json {
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value === 'object' && value !== null) return membersOf(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return null;
}

/** RFC 8785: members sorted by UTF-16 code units, numbers and strings as ECMAScript writes them. */
function written(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed());
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  const members = Object.entries(value as { readonly [key: string]: Json });
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, each]) => `${written(key)}:${written(each)}`).join(',')}}`;
}
